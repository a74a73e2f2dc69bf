from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast






T = TypeVar("T", bound="CoveredLinkPart")



@_attrs_define
class CoveredLinkPart:
    """ A link card whose picture may be an upload of at most 2 MB instead of an address.

    It goes before `picture_url`. WeCom keeps it for ever and takes 1,000 a day.

        Attributes:
            kind (Literal['link']):
            title (str):
            url (str):
            description (str | Unset):  Default: ''.
            picture_url (None | str | Unset):
            picture_id (int | None | Unset):
     """

    kind: Literal['link']
    title: str
    url: str
    description: str | Unset = ''
    picture_url: None | str | Unset = UNSET
    picture_id: int | None | Unset = UNSET
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

        picture_id: int | None | Unset
        if isinstance(self.picture_id, Unset):
            picture_id = UNSET
        else:
            picture_id = self.picture_id


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
        if picture_id is not UNSET:
            field_dict["picture_id"] = picture_id

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


        def _parse_picture_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        picture_id = _parse_picture_id(d.pop("picture_id", UNSET))


        covered_link_part = cls(
            kind=kind,
            title=title,
            url=url,
            description=description,
            picture_url=picture_url,
            picture_id=picture_id,
        )


        covered_link_part.additional_properties = d
        return covered_link_part

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
