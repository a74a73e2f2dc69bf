from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast






T = TypeVar("T", bound="LinkPart")



@_attrs_define
class LinkPart:
    """ A link card; WeCom's bounds are in bytes: title 128, description 512, addresses 2,048.

        Attributes:
            kind (Literal['link']):
            title (str):
            url (str):
            description (str | Unset):  Default: ''.
            picture_url (None | str | Unset):
     """

    kind: Literal['link']
    title: str
    url: str
    description: str | Unset = ''
    picture_url: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        title = self.title

        url = self.url

        description = self.description

        picture_url: None | str | Unset
        if isinstance(self.picture_url, Unset):
            picture_url = UNSET
        else:
            picture_url = self.picture_url


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "title": title,
            "url": url,
        })
        if description is not UNSET:
            field_dict["description"] = description
        if picture_url is not UNSET:
            field_dict["picture_url"] = picture_url

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal['link'] , d.pop("kind"))
        if kind != 'link':
            raise ValueError(f"kind must match const 'link', got '{kind}'")

        title = d.pop("title")

        url = d.pop("url")

        description = d.pop("description", UNSET)

        def _parse_picture_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        picture_url = _parse_picture_url(d.pop("picture_url", UNSET))


        link_part = cls(
            kind=kind,
            title=title,
            url=url,
            description=description,
            picture_url=picture_url,
        )


        link_part.additional_properties = d
        return link_part

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
