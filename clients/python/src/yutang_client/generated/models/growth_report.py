from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.growth_numbers import GrowthNumbers
  from ..models.growth_report_untold import GrowthReportUntold
  from ..models.growth_row import GrowthRow





T = TypeVar("T", bound="GrowthReport")



@_attrs_define
class GrowthReport:
    """ A span by day, channel, member or store, with as many days before it to compare.

        Attributes:
            as_of (datetime.datetime):
            reckoned_at (datetime.datetime | None):
            total (GrowthNumbers): What came in, and what became of it. Null where nobody can know it: see `untold`.
            before (GrowthNumbers): What came in, and what became of it. Null where nobody can know it: see `untold`.
            rows (list[GrowthRow]):
            more (int):
            untold (GrowthReportUntold):
     """

    as_of: datetime.datetime
    reckoned_at: datetime.datetime | None
    total: GrowthNumbers
    before: GrowthNumbers
    rows: list[GrowthRow]
    more: int
    untold: GrowthReportUntold
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.growth_numbers import GrowthNumbers # noqa: PLC0415
        from ..models.growth_report_untold import GrowthReportUntold # noqa: PLC0415
        from ..models.growth_row import GrowthRow # noqa: PLC0415
        as_of = self.as_of.isoformat()

        reckoned_at: None | str
        if isinstance(self.reckoned_at, datetime.datetime):
            reckoned_at = self.reckoned_at.isoformat()
        else:
            reckoned_at = self.reckoned_at

        total = self.total.to_dict()

        before = self.before.to_dict()

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)



        more = self.more

        untold = self.untold.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "as_of": as_of,
            "reckoned_at": reckoned_at,
            "total": total,
            "before": before,
            "rows": rows,
            "more": more,
            "untold": untold,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.growth_numbers import GrowthNumbers # noqa: PLC0415
        from ..models.growth_report_untold import GrowthReportUntold # noqa: PLC0415
        from ..models.growth_row import GrowthRow # noqa: PLC0415
        d = dict(src_dict)
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


        total = GrowthNumbers.from_dict(d.pop("total"))




        before = GrowthNumbers.from_dict(d.pop("before"))




        rows = []
        _rows = d.pop("rows")
        for rows_item_data in (_rows):
            rows_item = GrowthRow.from_dict(rows_item_data)



            rows.append(rows_item)


        more = d.pop("more")

        untold = GrowthReportUntold.from_dict(d.pop("untold"))




        growth_report = cls(
            as_of=as_of,
            reckoned_at=reckoned_at,
            total=total,
            before=before,
            rows=rows,
            more=more,
            untold=untold,
        )


        growth_report.additional_properties = d
        return growth_report

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
