from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.pool_day import PoolDay
  from ..models.pool_read import PoolRead





T = TypeVar("T", bound="PoolBoard")



@_attrs_define
class PoolBoard:
    """ All old pools and how far the move is.

        Attributes:
            as_of (datetime.datetime):
            items (list[PoolRead]):
            queued (int):
            estimate (int):
            adds (int):
            adds_of_estimated (int):
            days (list[PoolDay]):
     """

    as_of: datetime.datetime
    items: list[PoolRead]
    queued: int
    estimate: int
    adds: int
    adds_of_estimated: int
    days: list[PoolDay]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.pool_day import PoolDay # noqa: PLC0415
        from ..models.pool_read import PoolRead # noqa: PLC0415
        as_of = self.as_of.isoformat()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        queued = self.queued

        estimate = self.estimate

        adds = self.adds

        adds_of_estimated = self.adds_of_estimated

        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "as_of": as_of,
            "items": items,
            "queued": queued,
            "estimate": estimate,
            "adds": adds,
            "adds_of_estimated": adds_of_estimated,
            "days": days,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.pool_day import PoolDay # noqa: PLC0415
        from ..models.pool_read import PoolRead # noqa: PLC0415
        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = PoolRead.from_dict(items_item_data)



            items.append(items_item)


        queued = d.pop("queued")

        estimate = d.pop("estimate")

        adds = d.pop("adds")

        adds_of_estimated = d.pop("adds_of_estimated")

        days = []
        _days = d.pop("days")
        for days_item_data in (_days):
            days_item = PoolDay.from_dict(days_item_data)



            days.append(days_item)


        pool_board = cls(
            as_of=as_of,
            items=items,
            queued=queued,
            estimate=estimate,
            adds=adds,
            adds_of_estimated=adds_of_estimated,
            days=days,
        )


        pool_board.additional_properties = d
        return pool_board

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
