from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="StaffRoomCount")



@_attrs_define
class StaffRoomCount:
    """ Members by how full their lists are; None before the first count.

        Attributes:
            limit (int):
            counted (int | None):
            warned (int):
            full (int):
            as_of (datetime.datetime | None):
     """

    limit: int
    counted: int | None
    warned: int
    full: int
    as_of: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        limit = self.limit

        counted: int | None
        counted = self.counted

        warned = self.warned

        full = self.full

        as_of: None | str
        if isinstance(self.as_of, datetime.datetime):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "limit": limit,
            "counted": counted,
            "warned": warned,
            "full": full,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        limit = d.pop("limit")

        def _parse_counted(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        counted = _parse_counted(d.pop("counted"))


        warned = d.pop("warned")

        full = d.pop("full")

        def _parse_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                as_of_type_0 = datetime.datetime.fromisoformat(data)



                return as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        as_of = _parse_as_of(d.pop("as_of"))


        staff_room_count = cls(
            limit=limit,
            counted=counted,
            warned=warned,
            full=full,
            as_of=as_of,
        )


        staff_room_count.additional_properties = d
        return staff_room_count

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
