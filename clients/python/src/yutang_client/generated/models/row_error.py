from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="RowError")



@_attrs_define
class RowError:
    """ What is wrong in one row and what to do; the header is row 1.

        Attributes:
            row (int):
            column (str):
            value (str):
            code (str):
            what (str):
            todo (str):
     """

    row: int
    column: str
    value: str
    code: str
    what: str
    todo: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        row = self.row

        column = self.column

        value = self.value

        code = self.code

        what = self.what

        todo = self.todo


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "row": row,
            "column": column,
            "value": value,
            "code": code,
            "what": what,
            "todo": todo,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        row = d.pop("row")

        column = d.pop("column")

        value = d.pop("value")

        code = d.pop("code")

        what = d.pop("what")

        todo = d.pop("todo")

        row_error = cls(
            row=row,
            column=column,
            value=value,
            code=code,
            what=what,
            todo=todo,
        )


        row_error.additional_properties = d
        return row_error

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
