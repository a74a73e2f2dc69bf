from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="ChannelDay")



@_attrs_define
class ChannelDay:
    """ One day of a code; `due` to `failed` are how the welcomes of its adds ended.

        Attributes:
            day (datetime.date):
            adds (int | Unset):  Default: 0.
            half (int | Unset):  Default: 0.
            lost (int | Unset):  Default: 0.
            due (int | Unset):  Default: 0.
            sent (int | Unset):  Default: 0.
            late (int | Unset):  Default: 0.
            impossible (int | Unset):  Default: 0.
            failed (int | Unset):  Default: 0.
     """

    day: datetime.date
    adds: int | Unset = 0
    half: int | Unset = 0
    lost: int | Unset = 0
    due: int | Unset = 0
    sent: int | Unset = 0
    late: int | Unset = 0
    impossible: int | Unset = 0
    failed: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        day = self.day.isoformat()

        adds = self.adds

        half = self.half

        lost = self.lost

        due = self.due

        sent = self.sent

        late = self.late

        impossible = self.impossible

        failed = self.failed


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "day": day,
        })
        if adds is not UNSET:
            field_dict["adds"] = adds
        if half is not UNSET:
            field_dict["half"] = half
        if lost is not UNSET:
            field_dict["lost"] = lost
        if due is not UNSET:
            field_dict["due"] = due
        if sent is not UNSET:
            field_dict["sent"] = sent
        if late is not UNSET:
            field_dict["late"] = late
        if impossible is not UNSET:
            field_dict["impossible"] = impossible
        if failed is not UNSET:
            field_dict["failed"] = failed

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        day = datetime.date.fromisoformat(d.pop("day"))




        adds = d.pop("adds", UNSET)

        half = d.pop("half", UNSET)

        lost = d.pop("lost", UNSET)

        due = d.pop("due", UNSET)

        sent = d.pop("sent", UNSET)

        late = d.pop("late", UNSET)

        impossible = d.pop("impossible", UNSET)

        failed = d.pop("failed", UNSET)

        channel_day = cls(
            day=day,
            adds=adds,
            half=half,
            lost=lost,
            due=due,
            sent=sent,
            late=late,
            impossible=impossible,
            failed=failed,
        )


        channel_day.additional_properties = d
        return channel_day

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
