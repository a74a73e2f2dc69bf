from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="WecomShare")



@_attrs_define
class WecomShare:
    """ What the act costs WeCom's quota.

        Attributes:
            calls (int):
            hour_limit (int):
            ends_at (datetime.datetime):
     """

    calls: int
    hour_limit: int
    ends_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        calls = self.calls

        hour_limit = self.hour_limit

        ends_at = self.ends_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "calls": calls,
            "hour_limit": hour_limit,
            "ends_at": ends_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        calls = d.pop("calls")

        hour_limit = d.pop("hour_limit")

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))




        wecom_share = cls(
            calls=calls,
            hour_limit=hour_limit,
            ends_at=ends_at,
        )


        wecom_share.additional_properties = d
        return wecom_share

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
