from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_list_what import NewListWhat
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="NewList")



@_attrs_define
class NewList:
    """ A list from numbers of people.

        Attributes:
            name (str):
            what (NewListWhat):
            lines (list[str] | Unset):
            text (str | Unset):  Default: ''.
            folder (str | Unset):  Default: ''.
            description (str | Unset):  Default: ''.
     """

    name: str
    what: NewListWhat
    lines: list[str] | Unset = UNSET
    text: str | Unset = ''
    folder: str | Unset = ''
    description: str | Unset = ''
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        what = self.what.value

        lines: list[str] | Unset = UNSET
        if not isinstance(self.lines, Unset):
            lines = self.lines



        text = self.text

        folder = self.folder

        description = self.description


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "what": what,
        })
        if lines is not UNSET:
            field_dict["lines"] = lines
        if text is not UNSET:
            field_dict["text"] = text
        if folder is not UNSET:
            field_dict["folder"] = folder
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        what = NewListWhat(d.pop("what"))




        lines = cast(list[str], d.pop("lines", UNSET))


        text = d.pop("text", UNSET)

        folder = d.pop("folder", UNSET)

        description = d.pop("description", UNSET)

        new_list = cls(
            name=name,
            what=what,
            lines=lines,
            text=text,
            folder=folder,
            description=description,
        )


        new_list.additional_properties = d
        return new_list

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
