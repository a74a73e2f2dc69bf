from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_breach_kind import NewBreachKind
from ..types import UNSET, Unset






T = TypeVar("T", bound="NewBreach")



@_attrs_define
class NewBreach:
    """ Somebody broke the rules of a group.

        Attributes:
            group_id (int):
            customer_id (int):
            kind (NewBreachKind):
            note (str | Unset):  Default: ''.
     """

    group_id: int
    customer_id: int
    kind: NewBreachKind
    note: str | Unset = ''
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        group_id = self.group_id

        customer_id = self.customer_id

        kind = self.kind.value

        note = self.note


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "group_id": group_id,
            "customer_id": customer_id,
            "kind": kind,
        })
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        group_id = d.pop("group_id")

        customer_id = d.pop("customer_id")

        kind = NewBreachKind(d.pop("kind"))




        note = d.pop("note", UNSET)

        new_breach = cls(
            group_id=group_id,
            customer_id=customer_id,
            kind=kind,
            note=note,
        )


        new_breach.additional_properties = d
        return new_breach

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
