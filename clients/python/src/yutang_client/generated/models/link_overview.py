from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.quota_end import QuotaEnd
  from ..models.room_read import RoomRead





T = TypeVar("T", bound="LinkOverview")



@_attrs_define
class LinkOverview:
    """ The quota of all links and what went through them.

    `room` is what is left of the last purchase, with the reason where it is not known; `ends` its
    parts by when they lapse. `adds_by_day` are the last 14 days, today last.

        Attributes:
            room (RoomRead): One ceiling: `used` of `limit`; both None where it is not known, with the reason.

                Of links the limit is what there was after the last purchase. `share` is of 0 to 1 and above;
                `warned` from the corp's share on.
            warn_share (float):
            ends (list[QuotaEnd]):
            won (int | None):
            price_cents (int | None):
            adds_today (int):
            adds_by_day (list[int]):
            cost_cents_14_days (int | None):
            as_of (datetime.datetime):
     """

    room: RoomRead
    warn_share: float
    ends: list[QuotaEnd]
    won: int | None
    price_cents: int | None
    adds_today: int
    adds_by_day: list[int]
    cost_cents_14_days: int | None
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.quota_end import QuotaEnd # noqa: PLC0415
        from ..models.room_read import RoomRead # noqa: PLC0415
        room = self.room.to_dict()

        warn_share = self.warn_share

        ends = []
        for ends_item_data in self.ends:
            ends_item = ends_item_data.to_dict()
            ends.append(ends_item)



        won: int | None
        won = self.won

        price_cents: int | None
        price_cents = self.price_cents

        adds_today = self.adds_today

        adds_by_day = self.adds_by_day



        cost_cents_14_days: int | None
        cost_cents_14_days = self.cost_cents_14_days

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "room": room,
            "warn_share": warn_share,
            "ends": ends,
            "won": won,
            "price_cents": price_cents,
            "adds_today": adds_today,
            "adds_by_day": adds_by_day,
            "cost_cents_14_days": cost_cents_14_days,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.quota_end import QuotaEnd # noqa: PLC0415
        from ..models.room_read import RoomRead # noqa: PLC0415
        d = dict(src_dict)
        room = RoomRead.from_dict(d.pop("room"))




        warn_share = d.pop("warn_share")

        ends = []
        _ends = d.pop("ends")
        for ends_item_data in (_ends):
            ends_item = QuotaEnd.from_dict(ends_item_data)



            ends.append(ends_item)


        def _parse_won(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        won = _parse_won(d.pop("won"))


        def _parse_price_cents(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        price_cents = _parse_price_cents(d.pop("price_cents"))


        adds_today = d.pop("adds_today")

        adds_by_day = cast(list[int], d.pop("adds_by_day"))


        def _parse_cost_cents_14_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cost_cents_14_days = _parse_cost_cents_14_days(d.pop("cost_cents_14_days"))


        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        link_overview = cls(
            room=room,
            warn_share=warn_share,
            ends=ends,
            won=won,
            price_cents=price_cents,
            adds_today=adds_today,
            adds_by_day=adds_by_day,
            cost_cents_14_days=cost_cents_14_days,
            as_of=as_of,
        )


        link_overview.additional_properties = d
        return link_overview

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
