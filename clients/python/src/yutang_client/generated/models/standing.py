from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="Standing")



@_attrs_define
class Standing:
    """ What waits of all sources, and what lies on the disk since the database was away.

        Attributes:
            waiting_batches (int):
            waiting_events (int):
            lag_seconds (float):
            dead_batches (int):
            spooled_files (int):
            spooled_bytes (int):
     """

    waiting_batches: int
    waiting_events: int
    lag_seconds: float
    dead_batches: int
    spooled_files: int
    spooled_bytes: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        waiting_batches = self.waiting_batches

        waiting_events = self.waiting_events

        lag_seconds = self.lag_seconds

        dead_batches = self.dead_batches

        spooled_files = self.spooled_files

        spooled_bytes = self.spooled_bytes


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "waiting_batches": waiting_batches,
            "waiting_events": waiting_events,
            "lag_seconds": lag_seconds,
            "dead_batches": dead_batches,
            "spooled_files": spooled_files,
            "spooled_bytes": spooled_bytes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        waiting_batches = d.pop("waiting_batches")

        waiting_events = d.pop("waiting_events")

        lag_seconds = d.pop("lag_seconds")

        dead_batches = d.pop("dead_batches")

        spooled_files = d.pop("spooled_files")

        spooled_bytes = d.pop("spooled_bytes")

        standing = cls(
            waiting_batches=waiting_batches,
            waiting_events=waiting_events,
            lag_seconds=lag_seconds,
            dead_batches=dead_batches,
            spooled_files=spooled_files,
            spooled_bytes=spooled_bytes,
        )


        standing.additional_properties = d
        return standing

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
