from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.simulated_gap_fallback import SimulatedGapFallback






T = TypeVar("T", bound="SimulatedGap")



@_attrs_define
class SimulatedGap:
    """ A time of the day in which the rules alone left nobody; minutes of the corp's day.

        Attributes:
            start (int):
            stop (int):
            fallback (SimulatedGapFallback):
            scans (int):
     """

    start: int
    stop: int
    fallback: SimulatedGapFallback
    scans: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        start = self.start

        stop = self.stop

        fallback = self.fallback.value

        scans = self.scans


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "start": start,
            "stop": stop,
            "fallback": fallback,
            "scans": scans,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        start = d.pop("start")

        stop = d.pop("stop")

        fallback = SimulatedGapFallback(d.pop("fallback"))




        scans = d.pop("scans")

        simulated_gap = cls(
            start=start,
            stop=stop,
            fallback=fallback,
            scans=scans,
        )


        simulated_gap.additional_properties = d
        return simulated_gap

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
