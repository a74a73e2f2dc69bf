from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="ChatMember")



@_attrs_define
class ChatMember:
    """ A person in the group of a chat, with how often he broke rules lately.

        Attributes:
            customer_id (int):
            name (str):
            nickname (str):
            breaches (int):
     """

    customer_id: int
    name: str
    nickname: str
    breaches: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        customer_id = self.customer_id

        name = self.name

        nickname = self.nickname

        breaches = self.breaches


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "name": name,
            "nickname": nickname,
            "breaches": breaches,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        name = d.pop("name")

        nickname = d.pop("nickname")

        breaches = d.pop("breaches")

        chat_member = cls(
            customer_id=customer_id,
            name=name,
            nickname=nickname,
            breaches=breaches,
        )


        chat_member.additional_properties = d
        return chat_member

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
