from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.landing_days_counts_by import LandingDaysCountsBy
from typing import cast

if TYPE_CHECKING:
  from ..models.landing_day import LandingDay





T = TypeVar("T", bound="LandingDays")



@_attrs_define
class LandingDays:
    """ Days with visits, oldest first.

        Attributes:
            items (list[LandingDay]):
            counts_by (LandingDaysCountsBy):
     """

    items: list[LandingDay]
    counts_by: LandingDaysCountsBy
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.landing_day import LandingDay # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        counts_by = self.counts_by.value


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "counts_by": counts_by,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.landing_day import LandingDay # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = LandingDay.from_dict(items_item_data)



            items.append(items_item)


        counts_by = LandingDaysCountsBy(d.pop("counts_by"))




        landing_days = cls(
            items=items,
            counts_by=counts_by,
        )


        landing_days.additional_properties = d
        return landing_days

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
