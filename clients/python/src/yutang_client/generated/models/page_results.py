from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.page_day import PageDay
  from ..models.page_share import PageShare





T = TypeVar("T", bound="PageResults")



@_attrs_define
class PageResults:
    """ What came of a page, by day and by member; `adds` are those of the members one sees.

        Attributes:
            start (datetime.date):
            stop (datetime.date):
            days (list[PageDay]):
            totals (PageDay): One day of the page in the corp's zone; one person or browser scans once in ten minutes.
            members (list[PageShare]):
            as_of (datetime.datetime):
     """

    start: datetime.date
    stop: datetime.date
    days: list[PageDay]
    totals: PageDay
    members: list[PageShare]
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.page_day import PageDay # noqa: PLC0415
        from ..models.page_share import PageShare # noqa: PLC0415
        start = self.start.isoformat()

        stop = self.stop.isoformat()

        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)



        totals = self.totals.to_dict()

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)



        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "start": start,
            "stop": stop,
            "days": days,
            "totals": totals,
            "members": members,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_day import PageDay # noqa: PLC0415
        from ..models.page_share import PageShare # noqa: PLC0415
        d = dict(src_dict)
        start = datetime.date.fromisoformat(d.pop("start"))




        stop = datetime.date.fromisoformat(d.pop("stop"))




        days = []
        _days = d.pop("days")
        for days_item_data in (_days):
            days_item = PageDay.from_dict(days_item_data)



            days.append(days_item)


        totals = PageDay.from_dict(d.pop("totals"))




        members = []
        _members = d.pop("members")
        for members_item_data in (_members):
            members_item = PageShare.from_dict(members_item_data)



            members.append(members_item)


        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        page_results = cls(
            start=start,
            stop=stop,
            days=days,
            totals=totals,
            members=members,
            as_of=as_of,
        )


        page_results.additional_properties = d
        return page_results

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
