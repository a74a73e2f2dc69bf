from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="Sheet")



@_attrs_define
class Sheet:
    """ One sheet of a workbook. Those whose columns differ from the first's are left out.

        Attributes:
            name (str):
            used (bool):
            rows (int | Unset):  Default: 0.
            blank_rows (int | Unset):  Default: 0.
     """

    name: str
    used: bool
    rows: int | Unset = 0
    blank_rows: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        used = self.used

        rows = self.rows

        blank_rows = self.blank_rows


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "used": used,
        })
        if rows is not UNSET:
            field_dict["rows"] = rows
        if blank_rows is not UNSET:
            field_dict["blank_rows"] = blank_rows

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        used = d.pop("used")

        rows = d.pop("rows", UNSET)

        blank_rows = d.pop("blank_rows", UNSET)

        sheet = cls(
            name=name,
            used=used,
            rows=rows,
            blank_rows=blank_rows,
        )


        sheet.additional_properties = d
        return sheet

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
