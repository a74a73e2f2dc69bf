from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.privacy_request_read_kind import PrivacyRequestReadKind
from typing import cast
import datetime






T = TypeVar("T", bound="PrivacyRequestRead")



@_attrs_define
class PrivacyRequestRead:
    """ What a customer asked for on his own page.

        Attributes:
            id (int):
            customer_id (int):
            name (str):
            kind (PrivacyRequestReadKind):
            asked_at (datetime.datetime):
            due_at (datetime.datetime):
     """

    id: int
    customer_id: int
    name: str
    kind: PrivacyRequestReadKind
    asked_at: datetime.datetime
    due_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        customer_id = self.customer_id

        name = self.name

        kind = self.kind.value

        asked_at = self.asked_at.isoformat()

        due_at = self.due_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "customer_id": customer_id,
            "name": name,
            "kind": kind,
            "asked_at": asked_at,
            "due_at": due_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        customer_id = d.pop("customer_id")

        name = d.pop("name")

        kind = PrivacyRequestReadKind(d.pop("kind"))




        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))




        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))




        privacy_request_read = cls(
            id=id,
            customer_id=customer_id,
            name=name,
            kind=kind,
            asked_at=asked_at,
            due_at=due_at,
        )


        privacy_request_read.additional_properties = d
        return privacy_request_read

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
