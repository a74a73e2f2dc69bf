from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="FamilyRead")



@_attrs_define
class FamilyRead:
    """ For how long a family of kinds, or one kind, is kept.

        Attributes:
            family (str):
            months (int | None):
            default_months (int | None):
            chosen (bool):
            rows (int):
            over (int):
     """

    family: str
    months: int | None
    default_months: int | None
    chosen: bool
    rows: int
    over: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        family = self.family

        months: int | None
        months = self.months

        default_months: int | None
        default_months = self.default_months

        chosen = self.chosen

        rows = self.rows

        over = self.over


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "family": family,
            "months": months,
            "default_months": default_months,
            "chosen": chosen,
            "rows": rows,
            "over": over,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        family = d.pop("family")

        def _parse_months(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        months = _parse_months(d.pop("months"))


        def _parse_default_months(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        default_months = _parse_default_months(d.pop("default_months"))


        chosen = d.pop("chosen")

        rows = d.pop("rows")

        over = d.pop("over")

        family_read = cls(
            family=family,
            months=months,
            default_months=default_months,
            chosen=chosen,
            rows=rows,
            over=over,
        )


        family_read.additional_properties = d
        return family_read

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
