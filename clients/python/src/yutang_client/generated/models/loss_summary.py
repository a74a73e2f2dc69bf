from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.loss_day import LossDay
  from ..models.loss_totals import LossTotals





T = TypeVar("T", bound="LossSummary")



@_attrs_define
class LossSummary:
    """ The days of a span with their sums, and the sums of as many days before it.

    `reckoned_at` is when all histories were last read through; before the first time it is None,
    and losses from before this installation was told of them may be missing.

        Attributes:
            days (list[LossDay]):
            total (LossTotals): The same over a span: the sums of its days.
            before (LossTotals): The same over a span: the sums of its days.
            as_of (datetime.datetime):
            reckoned_at (datetime.datetime | None):
     """

    days: list[LossDay]
    total: LossTotals
    before: LossTotals
    as_of: datetime.datetime
    reckoned_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.loss_day import LossDay # noqa: PLC0415
        from ..models.loss_totals import LossTotals # noqa: PLC0415
        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)



        total = self.total.to_dict()

        before = self.before.to_dict()

        as_of = self.as_of.isoformat()

        reckoned_at: None | str
        if isinstance(self.reckoned_at, datetime.datetime):
            reckoned_at = self.reckoned_at.isoformat()
        else:
            reckoned_at = self.reckoned_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "days": days,
            "total": total,
            "before": before,
            "as_of": as_of,
            "reckoned_at": reckoned_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.loss_day import LossDay # noqa: PLC0415
        from ..models.loss_totals import LossTotals # noqa: PLC0415
        d = dict(src_dict)
        days = []
        _days = d.pop("days")
        for days_item_data in (_days):
            days_item = LossDay.from_dict(days_item_data)



            days.append(days_item)


        total = LossTotals.from_dict(d.pop("total"))




        before = LossTotals.from_dict(d.pop("before"))




        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        def _parse_reckoned_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reckoned_at_type_0 = datetime.datetime.fromisoformat(data)



                return reckoned_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        reckoned_at = _parse_reckoned_at(d.pop("reckoned_at"))


        loss_summary = cls(
            days=days,
            total=total,
            before=before,
            as_of=as_of,
            reckoned_at=reckoned_at,
        )


        loss_summary.additional_properties = d
        return loss_summary

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
