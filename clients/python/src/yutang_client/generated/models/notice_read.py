from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="NoticeRead")



@_attrs_define
class NoticeRead:
    """ A notice as it was from `since` on.

        Attributes:
            version (int):
            notice_zh (str):
            notice_en (str):
            since (datetime.datetime):
            written_by (str):
     """

    version: int
    notice_zh: str
    notice_en: str
    since: datetime.datetime
    written_by: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        version = self.version

        notice_zh = self.notice_zh

        notice_en = self.notice_en

        since = self.since.isoformat()

        written_by = self.written_by


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "version": version,
            "notice_zh": notice_zh,
            "notice_en": notice_en,
            "since": since,
            "written_by": written_by,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        notice_zh = d.pop("notice_zh")

        notice_en = d.pop("notice_en")

        since = datetime.datetime.fromisoformat(d.pop("since"))




        written_by = d.pop("written_by")

        notice_read = cls(
            version=version,
            notice_zh=notice_zh,
            notice_en=notice_en,
            since=since,
            written_by=written_by,
        )


        notice_read.additional_properties = d
        return notice_read

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
