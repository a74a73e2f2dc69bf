from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="PictureQuota")



@_attrs_define
class PictureQuota:
    """ Pictures of link cards that WeCom was given to keep; its bounds are the corp's.

        Attributes:
            today (int):
            most_today (int):
            month (int):
            most_month (int):
     """

    today: int
    most_today: int
    month: int
    most_month: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        today = self.today

        most_today = self.most_today

        month = self.month

        most_month = self.most_month


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "today": today,
            "most_today": most_today,
            "month": month,
            "most_month": most_month,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        today = d.pop("today")

        most_today = d.pop("most_today")

        month = d.pop("month")

        most_month = d.pop("most_month")

        picture_quota = cls(
            today=today,
            most_today=most_today,
            month=month,
            most_month=most_month,
        )


        picture_quota.additional_properties = d
        return picture_quota

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
