from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.family_read import FamilyRead
  from ..models.log_month_read import LogMonthRead
  from ..models.reading_read import ReadingRead





T = TypeVar("T", bound="LogRead")



@_attrs_define
class LogRead:
    """ The event log as it stands.

        Attributes:
            at (datetime.datetime):
            months (list[LogMonthRead]):
            families (list[FamilyRead]):
            reading (ReadingRead): The readers, and what holds all of them back.
            months_ahead (int):
            beside (int):
            cold_after_months (int | None):
            erased_waiting (int):
     """

    at: datetime.datetime
    months: list[LogMonthRead]
    families: list[FamilyRead]
    reading: ReadingRead
    months_ahead: int
    beside: int
    cold_after_months: int | None
    erased_waiting: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.family_read import FamilyRead # noqa: PLC0415
        from ..models.log_month_read import LogMonthRead # noqa: PLC0415
        from ..models.reading_read import ReadingRead # noqa: PLC0415
        at = self.at.isoformat()

        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)



        families = []
        for families_item_data in self.families:
            families_item = families_item_data.to_dict()
            families.append(families_item)



        reading = self.reading.to_dict()

        months_ahead = self.months_ahead

        beside = self.beside

        cold_after_months: int | None
        cold_after_months = self.cold_after_months

        erased_waiting = self.erased_waiting


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "at": at,
            "months": months,
            "families": families,
            "reading": reading,
            "months_ahead": months_ahead,
            "beside": beside,
            "cold_after_months": cold_after_months,
            "erased_waiting": erased_waiting,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.family_read import FamilyRead # noqa: PLC0415
        from ..models.log_month_read import LogMonthRead # noqa: PLC0415
        from ..models.reading_read import ReadingRead # noqa: PLC0415
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))




        months = []
        _months = d.pop("months")
        for months_item_data in (_months):
            months_item = LogMonthRead.from_dict(months_item_data)



            months.append(months_item)


        families = []
        _families = d.pop("families")
        for families_item_data in (_families):
            families_item = FamilyRead.from_dict(families_item_data)



            families.append(families_item)


        reading = ReadingRead.from_dict(d.pop("reading"))




        months_ahead = d.pop("months_ahead")

        beside = d.pop("beside")

        def _parse_cold_after_months(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cold_after_months = _parse_cold_after_months(d.pop("cold_after_months"))


        erased_waiting = d.pop("erased_waiting")

        log_read = cls(
            at=at,
            months=months,
            families=families,
            reading=reading,
            months_ahead=months_ahead,
            beside=beside,
            cold_after_months=cold_after_months,
            erased_waiting=erased_waiting,
        )


        log_read.additional_properties = d
        return log_read

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
