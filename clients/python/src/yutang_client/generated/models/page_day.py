from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="PageDay")



@_attrs_define
class PageDay:
    """ One day of the page in the corp's zone; one person or browser scans once in ten minutes.

        Attributes:
            day (datetime.date):
            scans (int | Unset):  Default: 0.
            shown (int | Unset):  Default: 0.
            adds (int | Unset):  Default: 0.
     """

    day: datetime.date
    scans: int | Unset = 0
    shown: int | Unset = 0
    adds: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        scans = self.scans

        shown = self.shown

        adds = self.adds


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "day": day,
        })
        if scans is not UNSET:
            field_dict["scans"] = scans
        if shown is not UNSET:
            field_dict["shown"] = shown
        if adds is not UNSET:
            field_dict["adds"] = adds

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))




        scans = d.pop("scans", UNSET)

        shown = d.pop("shown", UNSET)

        adds = d.pop("adds", UNSET)

        page_day = cls(
            day=day,
            scans=scans,
            shown=shown,
            adds=adds,
        )


        page_day.additional_properties = d
        return page_day

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
