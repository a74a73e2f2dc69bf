from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="WelcomeFallbacks")



@_attrs_define
class WelcomeFallbacks:
    """ What stands for a place where there is nothing: a code without a name, say.

        Attributes:
            staff (str | Unset):  Default: ''.
            store (str | Unset):  Default: ''.
            channel (str | Unset):  Default: ''.
     """

    staff: str | Unset = ''
    store: str | Unset = ''
    channel: str | Unset = ''
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        staff = self.staff

        store = self.store

        channel = self.channel


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if staff is not UNSET:
            field_dict["staff"] = staff
        if store is not UNSET:
            field_dict["store"] = store
        if channel is not UNSET:
            field_dict["channel"] = channel

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        staff = d.pop("staff", UNSET)

        store = d.pop("store", UNSET)

        channel = d.pop("channel", UNSET)

        welcome_fallbacks = cls(
            staff=staff,
            store=store,
            channel=channel,
        )


        welcome_fallbacks.additional_properties = d
        return welcome_fallbacks

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
