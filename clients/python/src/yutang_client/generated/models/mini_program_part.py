from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import Literal, cast






T = TypeVar("T", bound="MiniProgramPart")



@_attrs_define
class MiniProgramPart:
    """ A card of a mini program that is linked to the corp; `file_id` is its picture.

        Attributes:
            kind (Literal['mini_program']):
            title (str):
            appid (str):
            page (str):
            file_id (int):
     """

    kind: Literal['mini_program']
    title: str
    appid: str
    page: str
    file_id: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        title = self.title

        appid = self.appid

        page = self.page

        file_id = self.file_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "title": title,
            "appid": appid,
            "page": page,
            "file_id": file_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal['mini_program'] , d.pop("kind"))
        if kind != 'mini_program':
            raise ValueError(f"kind must match const 'mini_program', got '{kind}'")

        title = d.pop("title")

        appid = d.pop("appid")

        page = d.pop("page")

        file_id = d.pop("file_id")

        mini_program_part = cls(
            kind=kind,
            title=title,
            appid=appid,
            page=page,
            file_id=file_id,
        )


        mini_program_part.additional_properties = d
        return mini_program_part

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
