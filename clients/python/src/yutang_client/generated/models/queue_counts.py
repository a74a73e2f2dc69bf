from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="QueueCounts")



@_attrs_define
class QueueCounts:
    """ Groups of a queue by how they stand.

        Attributes:
            all_ (int):
            open_ (int):
            full (int):
            paused (int):
            gone (int):
     """

    all_: int
    open_: int
    full: int
    paused: int
    gone: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        all_ = self.all_

        open_ = self.open_

        full = self.full

        paused = self.paused

        gone = self.gone


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "all": all_,
            "open": open_,
            "full": full,
            "paused": paused,
            "gone": gone,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        all_ = d.pop("all")

        open_ = d.pop("open")

        full = d.pop("full")

        paused = d.pop("paused")

        gone = d.pop("gone")

        queue_counts = cls(
            all_=all_,
            open_=open_,
            full=full,
            paused=paused,
            gone=gone,
        )


        queue_counts.additional_properties = d
        return queue_counts

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
