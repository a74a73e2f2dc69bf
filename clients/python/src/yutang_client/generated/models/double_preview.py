from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="DoublePreview")



@_attrs_define
class DoublePreview:
    """ What a plan would ask for.

        Attributes:
            persons (int):
            removals (int):
            owners (int):
            not_asked (int):
     """

    persons: int
    removals: int
    owners: int
    not_asked: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        persons = self.persons

        removals = self.removals

        owners = self.owners

        not_asked = self.not_asked


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "persons": persons,
            "removals": removals,
            "owners": owners,
            "not_asked": not_asked,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        persons = d.pop("persons")

        removals = d.pop("removals")

        owners = d.pop("owners")

        not_asked = d.pop("not_asked")

        double_preview = cls(
            persons=persons,
            removals=removals,
            owners=owners,
            not_asked=not_asked,
        )


        double_preview.additional_properties = d
        return double_preview

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
