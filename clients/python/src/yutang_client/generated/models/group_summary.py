from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="GroupSummary")



@_attrs_define
class GroupSummary:
    """ All living groups together.

        Attributes:
            groups (int):
            seats (int):
            persons (int):
            in_several (int):
            joined_7 (int):
            left_7 (int):
            owner_left (int):
            nearly_full (int):
            without_profile (int):
            read_at (datetime.datetime | None):
            as_of (datetime.datetime):
     """

    groups: int
    seats: int
    persons: int
    in_several: int
    joined_7: int
    left_7: int
    owner_left: int
    nearly_full: int
    without_profile: int
    read_at: datetime.datetime | None
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        groups = self.groups

        seats = self.seats

        persons = self.persons

        in_several = self.in_several

        joined_7 = self.joined_7

        left_7 = self.left_7

        owner_left = self.owner_left

        nearly_full = self.nearly_full

        without_profile = self.without_profile

        read_at: None | str
        if isinstance(self.read_at, datetime.datetime):
            read_at = self.read_at.isoformat()
        else:
            read_at = self.read_at

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "groups": groups,
            "seats": seats,
            "persons": persons,
            "in_several": in_several,
            "joined_7": joined_7,
            "left_7": left_7,
            "owner_left": owner_left,
            "nearly_full": nearly_full,
            "without_profile": without_profile,
            "read_at": read_at,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        groups = d.pop("groups")

        seats = d.pop("seats")

        persons = d.pop("persons")

        in_several = d.pop("in_several")

        joined_7 = d.pop("joined_7")

        left_7 = d.pop("left_7")

        owner_left = d.pop("owner_left")

        nearly_full = d.pop("nearly_full")

        without_profile = d.pop("without_profile")

        def _parse_read_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                read_at_type_0 = datetime.datetime.fromisoformat(data)



                return read_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        read_at = _parse_read_at(d.pop("read_at"))


        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        group_summary = cls(
            groups=groups,
            seats=seats,
            persons=persons,
            in_several=in_several,
            joined_7=joined_7,
            left_7=left_7,
            owner_left=owner_left,
            nearly_full=nearly_full,
            without_profile=without_profile,
            read_at=read_at,
            as_of=as_of,
        )


        group_summary.additional_properties = d
        return group_summary

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
