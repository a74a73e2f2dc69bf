from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="SampleRow")



@_attrs_define
class SampleRow:
    """ A code as the file asks for it.

        Attributes:
            row (int):
            name (str):
            staff (list[str]):
            remark (str):
     """

    row: int
    name: str
    staff: list[str]
    remark: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        row = self.row

        name = self.name

        staff = self.staff



        remark = self.remark


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "row": row,
            "name": name,
            "staff": staff,
            "remark": remark,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        row = d.pop("row")

        name = d.pop("name")

        staff = cast(list[str], d.pop("staff"))


        remark = d.pop("remark")

        sample_row = cls(
            row=row,
            name=name,
            staff=staff,
            remark=remark,
        )


        sample_row.additional_properties = d
        return sample_row

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
