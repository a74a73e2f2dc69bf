from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="ChannelMonthCost")



@_attrs_define
class ChannelMonthCost:
    """ What a channel costs in a month.

        Attributes:
            month (datetime.date):
            fen (int):
     """

    month: datetime.date
    fen: int





    def to_dict(self) -> dict[str, Any]:
        month = self.month.isoformat()

        fen = self.fen


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "month": month,
            "fen": fen,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        month = datetime.date.fromisoformat(d.pop("month"))




        fen = d.pop("fen")

        channel_month_cost = cls(
            month=month,
            fen=fen,
        )

        return channel_month_cost

