from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="Library")



@_attrs_define
class Library:
    """ How full WeCom's library of welcomes is, as far as anybody can tell: it shows no list.

        Attributes:
            most (int):
            ours (int):
            spares (int):
            elsewhere (int | None):
            elsewhere_at (datetime.datetime | None):
     """

    most: int
    ours: int
    spares: int
    elsewhere: int | None
    elsewhere_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        most = self.most

        ours = self.ours

        spares = self.spares

        elsewhere: int | None
        elsewhere = self.elsewhere

        elsewhere_at: None | str
        if isinstance(self.elsewhere_at, datetime.datetime):
            elsewhere_at = self.elsewhere_at.isoformat()
        else:
            elsewhere_at = self.elsewhere_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "most": most,
            "ours": ours,
            "spares": spares,
            "elsewhere": elsewhere,
            "elsewhere_at": elsewhere_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        most = d.pop("most")

        ours = d.pop("ours")

        spares = d.pop("spares")

        def _parse_elsewhere(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        elsewhere = _parse_elsewhere(d.pop("elsewhere"))


        def _parse_elsewhere_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                elsewhere_at_type_0 = datetime.datetime.fromisoformat(data)



                return elsewhere_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        elsewhere_at = _parse_elsewhere_at(d.pop("elsewhere_at"))


        library = cls(
            most=most,
            ours=ours,
            spares=spares,
            elsewhere=elsewhere,
            elsewhere_at=elsewhere_at,
        )


        library.additional_properties = d
        return library

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
