from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="OrderTotals")



@_attrs_define
class OrderTotals:
    """ What somebody bought in all: paid and not cancelled.

        Attributes:
            count (int):
            spent_fen (int):
            refunded_fen (int):
            first_at (datetime.datetime | None):
            last_at (datetime.datetime | None):
            average_days (float | None):
     """

    count: int
    spent_fen: int
    refunded_fen: int
    first_at: datetime.datetime | None
    last_at: datetime.datetime | None
    average_days: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        count = self.count

        spent_fen = self.spent_fen

        refunded_fen = self.refunded_fen

        first_at: None | str
        if isinstance(self.first_at, datetime.datetime):
            first_at = self.first_at.isoformat()
        else:
            first_at = self.first_at

        last_at: None | str
        if isinstance(self.last_at, datetime.datetime):
            last_at = self.last_at.isoformat()
        else:
            last_at = self.last_at

        average_days: float | None
        average_days = self.average_days


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "count": count,
            "spent_fen": spent_fen,
            "refunded_fen": refunded_fen,
            "first_at": first_at,
            "last_at": last_at,
            "average_days": average_days,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        count = d.pop("count")

        spent_fen = d.pop("spent_fen")

        refunded_fen = d.pop("refunded_fen")

        def _parse_first_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_at_type_0 = datetime.datetime.fromisoformat(data)



                return first_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_at = _parse_first_at(d.pop("first_at"))


        def _parse_last_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_at_type_0 = datetime.datetime.fromisoformat(data)



                return last_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_at = _parse_last_at(d.pop("last_at"))


        def _parse_average_days(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        average_days = _parse_average_days(d.pop("average_days"))


        order_totals = cls(
            count=count,
            spent_fen=spent_fen,
            refunded_fen=refunded_fen,
            first_at=first_at,
            last_at=last_at,
            average_days=average_days,
        )


        order_totals.additional_properties = d
        return order_totals

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
