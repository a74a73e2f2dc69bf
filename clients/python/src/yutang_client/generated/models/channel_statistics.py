from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_day import ChannelDay





T = TypeVar("T", bound="ChannelStatistics")



@_attrs_define
class ChannelStatistics:
    """ What came of a code, by day of the corp's zone, empty days too.

    `friends` and `lost_ever` are relations that began with this code, as they stand now.

        Attributes:
            start (datetime.date):
            stop (datetime.date):
            days (list[ChannelDay]):
            totals (ChannelDay): One day of a code; `due` to `failed` are how the welcomes of its adds ended.
            friends (int):
            lost_ever (int):
            as_of (datetime.datetime):
     """

    start: datetime.date
    stop: datetime.date
    days: list[ChannelDay]
    totals: ChannelDay
    friends: int
    lost_ever: int
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_day import ChannelDay # noqa: PLC0415
        start = self.start.isoformat()

        stop = self.stop.isoformat()

        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)



        totals = self.totals.to_dict()

        friends = self.friends

        lost_ever = self.lost_ever

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "start": start,
            "stop": stop,
            "days": days,
            "totals": totals,
            "friends": friends,
            "lost_ever": lost_ever,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_day import ChannelDay # noqa: PLC0415
        d = dict(src_dict)
        start = datetime.date.fromisoformat(d.pop("start"))




        stop = datetime.date.fromisoformat(d.pop("stop"))




        days = []
        _days = d.pop("days")
        for days_item_data in (_days):
            days_item = ChannelDay.from_dict(days_item_data)



            days.append(days_item)


        totals = ChannelDay.from_dict(d.pop("totals"))




        friends = d.pop("friends")

        lost_ever = d.pop("lost_ever")

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        channel_statistics = cls(
            start=start,
            stop=stop,
            days=days,
            totals=totals,
            friends=friends,
            lost_ever=lost_ever,
            as_of=as_of,
        )


        channel_statistics.additional_properties = d
        return channel_statistics

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
