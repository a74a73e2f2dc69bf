from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="VerifyFileRead")



@_attrs_define
class VerifyFileRead:
    """ An uploaded `WW_verify_*.txt` and where it is served.

        Attributes:
            name (str):
            url (str):
            bytes_ (int):
            uploaded_at (datetime.datetime):
     """

    name: str
    url: str
    bytes_: int
    uploaded_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        url = self.url

        bytes_ = self.bytes_

        uploaded_at = self.uploaded_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "url": url,
            "bytes": bytes_,
            "uploaded_at": uploaded_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        url = d.pop("url")

        bytes_ = d.pop("bytes")

        uploaded_at = datetime.datetime.fromisoformat(d.pop("uploaded_at"))




        verify_file_read = cls(
            name=name,
            url=url,
            bytes_=bytes_,
            uploaded_at=uploaded_at,
        )


        verify_file_read.additional_properties = d
        return verify_file_read

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
