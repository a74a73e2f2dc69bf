from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.cost_change_months import CostChangeMonths





T = TypeVar("T", bound="CostChange")



@_attrs_define
class CostChange:
    """ Months with what they cost; null takes the entry away. What is left out stays.

        Attributes:
            months (CostChangeMonths):
     """

    months: CostChangeMonths





    def to_dict(self) -> dict[str, Any]:
        from ..models.cost_change_months import CostChangeMonths # noqa: PLC0415
        months = self.months.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "months": months,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cost_change_months import CostChangeMonths # noqa: PLC0415
        d = dict(src_dict)
        months = CostChangeMonths.from_dict(d.pop("months"))




        cost_change = cls(
            months=months,
        )

        return cost_change

