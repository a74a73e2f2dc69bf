from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="ConsentRead")



@_attrs_define
class ConsentRead:
    """ A living consent: for what, where it was given, when, and who recorded it.

        Attributes:
            purpose (str):
            source (str):
            given_at (datetime.datetime):
            recorded_by (str):
            notice_version (int | None | Unset):
     """

    purpose: str
    source: str
    given_at: datetime.datetime
    recorded_by: str
    notice_version: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        purpose = self.purpose

        source = self.source

        given_at = self.given_at.isoformat()

        recorded_by = self.recorded_by

        notice_version: int | None | Unset
        if isinstance(self.notice_version, Unset):
            notice_version = UNSET
        else:
            notice_version = self.notice_version


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "purpose": purpose,
            "source": source,
            "given_at": given_at,
            "recorded_by": recorded_by,
        })
        if notice_version is not UNSET:
            field_dict["notice_version"] = notice_version

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        purpose = d.pop("purpose")

        source = d.pop("source")

        given_at = datetime.datetime.fromisoformat(d.pop("given_at"))




        recorded_by = d.pop("recorded_by")

        def _parse_notice_version(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        notice_version = _parse_notice_version(d.pop("notice_version", UNSET))


        consent_read = cls(
            purpose=purpose,
            source=source,
            given_at=given_at,
            recorded_by=recorded_by,
            notice_version=notice_version,
        )


        consent_read.additional_properties = d
        return consent_read

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
