from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.anchor_read_kind import AnchorReadKind
from typing import cast
import datetime






T = TypeVar("T", bound="AnchorRead")



@_attrs_define
class AnchorRead:
    """ A hash that was noted apart.

        Attributes:
            place (int):
            kind (AnchorReadKind):
            hash_ (str):
            at (datetime.datetime):
     """

    place: int
    kind: AnchorReadKind
    hash_: str
    at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        place = self.place

        kind = self.kind.value

        hash_ = self.hash_

        at = self.at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "place": place,
            "kind": kind,
            "hash": hash_,
            "at": at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        place = d.pop("place")

        kind = AnchorReadKind(d.pop("kind"))




        hash_ = d.pop("hash")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        anchor_read = cls(
            place=place,
            kind=kind,
            hash_=hash_,
            at=at,
        )


        anchor_read.additional_properties = d
        return anchor_read

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
