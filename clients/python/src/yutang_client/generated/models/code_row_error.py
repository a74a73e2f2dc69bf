from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.code_row_error_fault import CodeRowErrorFault






T = TypeVar("T", bound="CodeRowError")



@_attrs_define
class CodeRowError:
    """ Why a row becomes no code; the header is row 1. `about` is what it is about.

        Attributes:
            row (int):
            fault (CodeRowErrorFault):
            about (str):
     """

    row: int
    fault: CodeRowErrorFault
    about: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        row = self.row

        fault = self.fault.value

        about = self.about


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "row": row,
            "fault": fault,
            "about": about,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        row = d.pop("row")

        fault = CodeRowErrorFault(d.pop("fault"))




        about = d.pop("about")

        code_row_error = cls(
            row=row,
            fault=fault,
            about=about,
        )


        code_row_error.additional_properties = d
        return code_row_error

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
