from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="PurposeRead")



@_attrs_define
class PurposeRead:
    """ A purpose with how many people agree to it now and how many took it back.

        Attributes:
            key (str):
            built_in (bool):
            name_zh (str):
            name_en (str):
            about_zh (str):
            about_en (str):
            notice_zh (str):
            notice_en (str):
            notice_version (int):
            months (int | None):
            archived_at (datetime.datetime | None):
            living (int):
            withdrawn (int):
     """

    key: str
    built_in: bool
    name_zh: str
    name_en: str
    about_zh: str
    about_en: str
    notice_zh: str
    notice_en: str
    notice_version: int
    months: int | None
    archived_at: datetime.datetime | None
    living: int
    withdrawn: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        key = self.key

        built_in = self.built_in

        name_zh = self.name_zh

        name_en = self.name_en

        about_zh = self.about_zh

        about_en = self.about_en

        notice_zh = self.notice_zh

        notice_en = self.notice_en

        notice_version = self.notice_version

        months: int | None
        months = self.months

        archived_at: None | str
        if isinstance(self.archived_at, datetime.datetime):
            archived_at = self.archived_at.isoformat()
        else:
            archived_at = self.archived_at

        living = self.living

        withdrawn = self.withdrawn


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "key": key,
            "built_in": built_in,
            "name_zh": name_zh,
            "name_en": name_en,
            "about_zh": about_zh,
            "about_en": about_en,
            "notice_zh": notice_zh,
            "notice_en": notice_en,
            "notice_version": notice_version,
            "months": months,
            "archived_at": archived_at,
            "living": living,
            "withdrawn": withdrawn,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        key = d.pop("key")

        built_in = d.pop("built_in")

        name_zh = d.pop("name_zh")

        name_en = d.pop("name_en")

        about_zh = d.pop("about_zh")

        about_en = d.pop("about_en")

        notice_zh = d.pop("notice_zh")

        notice_en = d.pop("notice_en")

        notice_version = d.pop("notice_version")

        def _parse_months(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        months = _parse_months(d.pop("months"))


        def _parse_archived_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                archived_at_type_0 = datetime.datetime.fromisoformat(data)



                return archived_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        archived_at = _parse_archived_at(d.pop("archived_at"))


        living = d.pop("living")

        withdrawn = d.pop("withdrawn")

        purpose_read = cls(
            key=key,
            built_in=built_in,
            name_zh=name_zh,
            name_en=name_en,
            about_zh=about_zh,
            about_en=about_en,
            notice_zh=notice_zh,
            notice_en=notice_en,
            notice_version=notice_version,
            months=months,
            archived_at=archived_at,
            living=living,
            withdrawn=withdrawn,
        )


        purpose_read.additional_properties = d
        return purpose_read

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
