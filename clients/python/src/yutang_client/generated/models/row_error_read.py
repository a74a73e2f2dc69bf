from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="RowErrorRead")



@_attrs_define
class RowErrorRead:
    """ One thing that is wrong with one row, in words.

        Attributes:
            row (int):
            sheet (None | str):
            column (str):
            value (str):
            what (str):
            todo (str):
     """

    row: int
    sheet: None | str
    column: str
    value: str
    what: str
    todo: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        row = self.row

        sheet: None | str
        sheet = self.sheet

        column = self.column

        value = self.value

        what = self.what

        todo = self.todo


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "row": row,
            "sheet": sheet,
            "column": column,
            "value": value,
            "what": what,
            "todo": todo,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        row = d.pop("row")

        def _parse_sheet(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sheet = _parse_sheet(d.pop("sheet"))


        column = d.pop("column")

        value = d.pop("value")

        what = d.pop("what")

        todo = d.pop("todo")

        row_error_read = cls(
            row=row,
            sheet=sheet,
            column=column,
            value=value,
            what=what,
            todo=todo,
        )


        row_error_read.additional_properties = d
        return row_error_read

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
