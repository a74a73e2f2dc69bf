from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="Doors")



@_attrs_define
class Doors:
    """ By what one may come in besides a password; `corpid` null: not by WeCom from this address.

        Attributes:
            corpid (None | str):
            corp_name (None | str):
     """

    corpid: None | str
    corp_name: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        corpid: None | str
        corpid = self.corpid

        corp_name: None | str
        corp_name = self.corp_name


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "corpid": corpid,
            "corp_name": corp_name,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_corpid(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        corpid = _parse_corpid(d.pop("corpid"))


        def _parse_corp_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        corp_name = _parse_corp_name(d.pop("corp_name"))


        doors = cls(
            corpid=corpid,
            corp_name=corp_name,
        )


        doors.additional_properties = d
        return doors

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
