from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="ReachCount")



@_attrs_define
class ReachCount:
    """ How many groups that is now; dismissed ones are left out.

        Attributes:
            groups (int):
            owners (int):
            ownerless (int):
     """

    groups: int
    owners: int
    ownerless: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        groups = self.groups

        owners = self.owners

        ownerless = self.ownerless


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "groups": groups,
            "owners": owners,
            "ownerless": ownerless,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        groups = d.pop("groups")

        owners = d.pop("owners")

        ownerless = d.pop("ownerless")

        reach_count = cls(
            groups=groups,
            owners=owners,
            ownerless=ownerless,
        )


        reach_count.additional_properties = d
        return reach_count

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
