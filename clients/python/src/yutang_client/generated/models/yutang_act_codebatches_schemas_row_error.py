from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.yutang_act_codebatches_schemas_row_error_fault import YutangActCodebatchesSchemasRowErrorFault






T = TypeVar("T", bound="YutangActCodebatchesSchemasRowError")



@_attrs_define
class YutangActCodebatchesSchemasRowError:
    """ Why a row becomes no code; the header is row 1. `about` is what it is about.

        Attributes:
            row (int):
            fault (YutangActCodebatchesSchemasRowErrorFault):
            about (str):
     """

    row: int
    fault: YutangActCodebatchesSchemasRowErrorFault
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

        fault = YutangActCodebatchesSchemasRowErrorFault(d.pop("fault"))




        about = d.pop("about")

        yutang_act_codebatches_schemas_row_error = cls(
            row=row,
            fault=fault,
            about=about,
        )


        yutang_act_codebatches_schemas_row_error.additional_properties = d
        return yutang_act_codebatches_schemas_row_error

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
