from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="PermissionRead")



@_attrs_define
class PermissionRead:
    """ What may be allowed.

        Attributes:
            name (str):
            what (str):
            whole_corp (bool):
            held (bool):
     """

    name: str
    what: str
    whole_corp: bool
    held: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        what = self.what

        whole_corp = self.whole_corp

        held = self.held


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "what": what,
            "whole_corp": whole_corp,
            "held": held,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        what = d.pop("what")

        whole_corp = d.pop("whole_corp")

        held = d.pop("held")

        permission_read = cls(
            name=name,
            what=what,
            whole_corp=whole_corp,
            held=held,
        )


        permission_read.additional_properties = d
        return permission_read

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
