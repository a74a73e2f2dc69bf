from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="ShortLinkRead")



@_attrs_define
class ShortLinkRead:
    """ A short link; `target` names what it leads to; `opens` are counted ever and today.

        Attributes:
            id (int):
            name (str):
            address (str):
            page_id (int | None):
            channel_id (int | None):
            url (None | str):
            target (str):
            expires_at (datetime.datetime | None):
            is_over (bool):
            opens (int):
            opens_today (int):
            created_at (datetime.datetime):
     """

    id: int
    name: str
    address: str
    page_id: int | None
    channel_id: int | None
    url: None | str
    target: str
    expires_at: datetime.datetime | None
    is_over: bool
    opens: int
    opens_today: int
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        address = self.address

        page_id: int | None
        page_id = self.page_id

        channel_id: int | None
        channel_id = self.channel_id

        url: None | str
        url = self.url

        target = self.target

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        is_over = self.is_over

        opens = self.opens

        opens_today = self.opens_today

        created_at = self.created_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "address": address,
            "page_id": page_id,
            "channel_id": channel_id,
            "url": url,
            "target": target,
            "expires_at": expires_at,
            "is_over": is_over,
            "opens": opens,
            "opens_today": opens_today,
            "created_at": created_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        address = d.pop("address")

        def _parse_page_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        page_id = _parse_page_id(d.pop("page_id"))


        def _parse_channel_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        channel_id = _parse_channel_id(d.pop("channel_id"))


        def _parse_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        url = _parse_url(d.pop("url"))


        target = d.pop("target")

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)



                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))


        is_over = d.pop("is_over")

        opens = d.pop("opens")

        opens_today = d.pop("opens_today")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        short_link_read = cls(
            id=id,
            name=name,
            address=address,
            page_id=page_id,
            channel_id=channel_id,
            url=url,
            target=target,
            expires_at=expires_at,
            is_over=is_over,
            opens=opens,
            opens_today=opens_today,
            created_at=created_at,
        )


        short_link_read.additional_properties = d
        return short_link_read

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
