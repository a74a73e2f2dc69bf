from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="LandingDay")



@_attrs_define
class LandingDay:
    """ One day of one source; `source` is empty where the address told none.

        Attributes:
            day (str):
            source (str):
            visits (int):
            taps (int):
            adds (int):
     """

    day: str
    source: str
    visits: int
    taps: int
    adds: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        day = self.day

        source = self.source

        visits = self.visits

        taps = self.taps

        adds = self.adds


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "day": day,
            "source": source,
            "visits": visits,
            "taps": taps,
            "adds": adds,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = d.pop("day")

        source = d.pop("source")

        visits = d.pop("visits")

        taps = d.pop("taps")

        adds = d.pop("adds")

        landing_day = cls(
            day=day,
            source=source,
            visits=visits,
            taps=taps,
            adds=adds,
        )


        landing_day.additional_properties = d
        return landing_day

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
