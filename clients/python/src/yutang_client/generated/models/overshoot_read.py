from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.overshoot_day import OvershootDay





T = TypeVar("T", bound="OvershootRead")



@_attrs_define
class OvershootRead:
    """ How far over their caps members got until WeCom had the list without them.

    `seconds` run from the add that reached the cap until WeCom's yes. Days without a hit are left
    out; all figures are of the hits of the span, None without any.

        Attributes:
            start (datetime.date):
            stop (datetime.date):
            hits (int):
            median (int | None):
            p99 (int | None):
            most (int | None):
            median_seconds (float | None):
            p99_seconds (float | None):
            days (list[OvershootDay]):
     """

    start: datetime.date
    stop: datetime.date
    hits: int
    median: int | None
    p99: int | None
    most: int | None
    median_seconds: float | None
    p99_seconds: float | None
    days: list[OvershootDay]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.overshoot_day import OvershootDay # noqa: PLC0415
        start = self.start.isoformat()

        stop = self.stop.isoformat()

        hits = self.hits

        median: int | None
        median = self.median

        p99: int | None
        p99 = self.p99

        most: int | None
        most = self.most

        median_seconds: float | None
        median_seconds = self.median_seconds

        p99_seconds: float | None
        p99_seconds = self.p99_seconds

        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "start": start,
            "stop": stop,
            "hits": hits,
            "median": median,
            "p99": p99,
            "most": most,
            "median_seconds": median_seconds,
            "p99_seconds": p99_seconds,
            "days": days,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.overshoot_day import OvershootDay # noqa: PLC0415
        d = dict(src_dict)
        start = datetime.date.fromisoformat(d.pop("start"))




        stop = datetime.date.fromisoformat(d.pop("stop"))




        hits = d.pop("hits")

        def _parse_median(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        median = _parse_median(d.pop("median"))


        def _parse_p99(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        p99 = _parse_p99(d.pop("p99"))


        def _parse_most(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        most = _parse_most(d.pop("most"))


        def _parse_median_seconds(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        median_seconds = _parse_median_seconds(d.pop("median_seconds"))


        def _parse_p99_seconds(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        p99_seconds = _parse_p99_seconds(d.pop("p99_seconds"))


        days = []
        _days = d.pop("days")
        for days_item_data in (_days):
            days_item = OvershootDay.from_dict(days_item_data)



            days.append(days_item)


        overshoot_read = cls(
            start=start,
            stop=stop,
            hits=hits,
            median=median,
            p99=p99,
            most=most,
            median_seconds=median_seconds,
            p99_seconds=p99_seconds,
            days=days,
        )


        overshoot_read.additional_properties = d
        return overshoot_read

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
