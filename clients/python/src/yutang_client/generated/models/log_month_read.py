from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.log_month_read_where import LogMonthReadWhere
from typing import cast
import datetime






T = TypeVar("T", bound="LogMonthRead")



@_attrs_define
class LogMonthRead:
    """ A month: what this company has in it.

        Attributes:
            month (datetime.date):
            where (LogMonthReadWhere):
            rows (int):
            cold_rows (int):
            bytes_ (int):
            dropped (int):
            counted_at (datetime.datetime | None):
            frozen_at (datetime.datetime | None):
     """

    month: datetime.date
    where: LogMonthReadWhere
    rows: int
    cold_rows: int
    bytes_: int
    dropped: int
    counted_at: datetime.datetime | None
    frozen_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        month = self.month.isoformat()

        where = self.where.value

        rows = self.rows

        cold_rows = self.cold_rows

        bytes_ = self.bytes_

        dropped = self.dropped

        counted_at: None | str
        if isinstance(self.counted_at, datetime.datetime):
            counted_at = self.counted_at.isoformat()
        else:
            counted_at = self.counted_at

        frozen_at: None | str
        if isinstance(self.frozen_at, datetime.datetime):
            frozen_at = self.frozen_at.isoformat()
        else:
            frozen_at = self.frozen_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "month": month,
            "where": where,
            "rows": rows,
            "cold_rows": cold_rows,
            "bytes": bytes_,
            "dropped": dropped,
            "counted_at": counted_at,
            "frozen_at": frozen_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        month = datetime.date.fromisoformat(d.pop("month"))




        where = LogMonthReadWhere(d.pop("where"))




        rows = d.pop("rows")

        cold_rows = d.pop("cold_rows")

        bytes_ = d.pop("bytes")

        dropped = d.pop("dropped")

        def _parse_counted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                counted_at_type_0 = datetime.datetime.fromisoformat(data)



                return counted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        counted_at = _parse_counted_at(d.pop("counted_at"))


        def _parse_frozen_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                frozen_at_type_0 = datetime.datetime.fromisoformat(data)



                return frozen_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        frozen_at = _parse_frozen_at(d.pop("frozen_at"))


        log_month_read = cls(
            month=month,
            where=where,
            rows=rows,
            cold_rows=cold_rows,
            bytes_=bytes_,
            dropped=dropped,
            counted_at=counted_at,
            frozen_at=frozen_at,
        )


        log_month_read.additional_properties = d
        return log_month_read

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
