from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="AppRead")



@_attrs_define
class AppRead:
    """ One app of the corp; no secret, not even in part.

        Attributes:
            agent_id (int):
            callback_url (str):
            callback_token_set (bool):
     """

    agent_id: int
    callback_url: str
    callback_token_set: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        agent_id = self.agent_id

        callback_url = self.callback_url

        callback_token_set = self.callback_token_set


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "agent_id": agent_id,
            "callback_url": callback_url,
            "callback_token_set": callback_token_set,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        agent_id = d.pop("agent_id")

        callback_url = d.pop("callback_url")

        callback_token_set = d.pop("callback_token_set")

        app_read = cls(
            agent_id=agent_id,
            callback_url=callback_url,
            callback_token_set=callback_token_set,
        )


        app_read.additional_properties = d
        return app_read

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
