from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="GroupCodeDay")



@_attrs_define
class GroupCodeDay:
    """ A day of a code: who came, who of all left on it, who of those that came is still there.

        Attributes:
            day (datetime.date):
            joined (int | Unset):  Default: 0.
            left (int | Unset):  Default: 0.
            stayed (int | Unset):  Default: 0.
            views (int | Unset):  Default: 0.
     """

    day: datetime.date
    joined: int | Unset = 0
    left: int | Unset = 0
    stayed: int | Unset = 0
    views: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        joined = self.joined

        left = self.left

        stayed = self.stayed

        views = self.views


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "day": day,
        })
        if joined is not UNSET:
            field_dict["joined"] = joined
        if left is not UNSET:
            field_dict["left"] = left
        if stayed is not UNSET:
            field_dict["stayed"] = stayed
        if views is not UNSET:
            field_dict["views"] = views

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))




        joined = d.pop("joined", UNSET)

        left = d.pop("left", UNSET)

        stayed = d.pop("stayed", UNSET)

        views = d.pop("views", UNSET)

        group_code_day = cls(
            day=day,
            joined=joined,
            left=left,
            stayed=stayed,
            views=views,
        )


        group_code_day.additional_properties = d
        return group_code_day

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
