from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="NameCounts")



@_attrs_define
class NameCounts:
    """ Groups by what they are called; all 0 without a pattern.

        Attributes:
            right (int):
            wrong (int):
            unknown (int):
            no_store (int):
     """

    right: int
    wrong: int
    unknown: int
    no_store: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        right = self.right

        wrong = self.wrong

        unknown = self.unknown

        no_store = self.no_store


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "right": right,
            "wrong": wrong,
            "unknown": unknown,
            "no_store": no_store,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        right = d.pop("right")

        wrong = d.pop("wrong")

        unknown = d.pop("unknown")

        no_store = d.pop("no_store")

        name_counts = cls(
            right=right,
            wrong=wrong,
            unknown=unknown,
            no_store=no_store,
        )


        name_counts.additional_properties = d
        return name_counts

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
