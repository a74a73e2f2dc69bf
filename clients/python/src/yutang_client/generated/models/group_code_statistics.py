from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_code_day import GroupCodeDay
  from ..models.group_code_statistics_views import GroupCodeStatisticsViews





T = TypeVar("T", bound="GroupCodeStatistics")



@_attrs_define
class GroupCodeStatistics:
    """ Day by day, both ends included.

        Attributes:
            start (datetime.date):
            stop (datetime.date):
            days (list[GroupCodeDay]):
            totals (GroupCodeDay): A day of a code: who came, who of all left on it, who of those that came is still there.
            views (GroupCodeStatisticsViews):
            as_of (datetime.datetime):
     """

    start: datetime.date
    stop: datetime.date
    days: list[GroupCodeDay]
    totals: GroupCodeDay
    views: GroupCodeStatisticsViews
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_code_day import GroupCodeDay # noqa: PLC0415
        from ..models.group_code_statistics_views import GroupCodeStatisticsViews # noqa: PLC0415
        start = self.start.isoformat()

        stop = self.stop.isoformat()

        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)



        totals = self.totals.to_dict()

        views = self.views.to_dict()

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "start": start,
            "stop": stop,
            "days": days,
            "totals": totals,
            "views": views,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_code_day import GroupCodeDay # noqa: PLC0415
        from ..models.group_code_statistics_views import GroupCodeStatisticsViews # noqa: PLC0415
        d = dict(src_dict)
        start = datetime.date.fromisoformat(d.pop("start"))




        stop = datetime.date.fromisoformat(d.pop("stop"))




        days = []
        _days = d.pop("days")
        for days_item_data in (_days):
            days_item = GroupCodeDay.from_dict(days_item_data)



            days.append(days_item)


        totals = GroupCodeDay.from_dict(d.pop("totals"))




        views = GroupCodeStatisticsViews.from_dict(d.pop("views"))




        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        group_code_statistics = cls(
            start=start,
            stop=stop,
            days=days,
            totals=totals,
            views=views,
            as_of=as_of,
        )


        group_code_statistics.additional_properties = d
        return group_code_statistics

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
