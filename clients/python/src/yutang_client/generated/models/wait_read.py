from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.wait_read_urgency import WaitReadUrgency
from typing import cast
import datetime






T = TypeVar("T", bound="WaitRead")



@_attrs_define
class WaitRead:
    """ Calls that wait at an API's door now.

        Attributes:
            urgency (WaitReadUrgency):
            waiting (int):
            reason (str):
            until (datetime.datetime):
     """

    urgency: WaitReadUrgency
    waiting: int
    reason: str
    until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        urgency = self.urgency.value

        waiting = self.waiting

        reason = self.reason

        until = self.until.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "urgency": urgency,
            "waiting": waiting,
            "reason": reason,
            "until": until,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        urgency = WaitReadUrgency(d.pop("urgency"))




        waiting = d.pop("waiting")

        reason = d.pop("reason")

        until = datetime.datetime.fromisoformat(d.pop("until"))




        wait_read = cls(
            urgency=urgency,
            waiting=waiting,
            reason=reason,
            until=until,
        )


        wait_read.additional_properties = d
        return wait_read

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
