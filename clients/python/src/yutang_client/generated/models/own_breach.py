from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.own_breach_kind import OwnBreachKind
from ..types import UNSET, Unset






T = TypeVar("T", bound="OwnBreach")



@_attrs_define
class OwnBreach:
    """ Somebody broke the rules of the group beside whose chat the member is.

        Attributes:
            chat_id (str):
            customer_id (int):
            kind (OwnBreachKind):
            note (str | Unset):  Default: ''.
     """

    chat_id: str
    customer_id: int
    kind: OwnBreachKind
    note: str | Unset = ''
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        chat_id = self.chat_id

        customer_id = self.customer_id

        kind = self.kind.value

        note = self.note


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "chat_id": chat_id,
            "customer_id": customer_id,
            "kind": kind,
        })
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        chat_id = d.pop("chat_id")

        customer_id = d.pop("customer_id")

        kind = OwnBreachKind(d.pop("kind"))




        note = d.pop("note", UNSET)

        own_breach = cls(
            chat_id=chat_id,
            customer_id=customer_id,
            kind=kind,
            note=note,
        )


        own_breach.additional_properties = d
        return own_breach

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
