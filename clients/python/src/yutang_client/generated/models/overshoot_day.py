from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="OvershootDay")



@_attrs_define
class OvershootDay:
    """ Of one day: how many caps were reached, and how far adds went over them.

        Attributes:
            day (datetime.date):
            hits (int):
            median (int):
            p99 (int):
            most (int):
            median_seconds (float):
            p99_seconds (float):
     """

    day: datetime.date
    hits: int
    median: int
    p99: int
    most: int
    median_seconds: float
    p99_seconds: float
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        hits = self.hits

        median = self.median

        p99 = self.p99

        most = self.most

        median_seconds = self.median_seconds

        p99_seconds = self.p99_seconds


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "day": day,
            "hits": hits,
            "median": median,
            "p99": p99,
            "most": most,
            "median_seconds": median_seconds,
            "p99_seconds": p99_seconds,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))




        hits = d.pop("hits")

        median = d.pop("median")

        p99 = d.pop("p99")

        most = d.pop("most")

        median_seconds = d.pop("median_seconds")

        p99_seconds = d.pop("p99_seconds")

        overshoot_day = cls(
            day=day,
            hits=hits,
            median=median,
            p99=p99,
            most=most,
            median_seconds=median_seconds,
            p99_seconds=p99_seconds,
        )


        overshoot_day.additional_properties = d
        return overshoot_day

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
