from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="InvitationSteps")



@_attrs_define
class InvitationSteps:
    """ How far they came: each step counts everybody who reached it.

        Attributes:
            chosen (int):
            asked (int):
            sent (int):
            joined (int):
            still_there (int):
     """

    chosen: int
    asked: int
    sent: int
    joined: int
    still_there: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        chosen = self.chosen

        asked = self.asked

        sent = self.sent

        joined = self.joined

        still_there = self.still_there


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "chosen": chosen,
            "asked": asked,
            "sent": sent,
            "joined": joined,
            "still_there": still_there,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        chosen = d.pop("chosen")

        asked = d.pop("asked")

        sent = d.pop("sent")

        joined = d.pop("joined")

        still_there = d.pop("still_there")

        invitation_steps = cls(
            chosen=chosen,
            asked=asked,
            sent=sent,
            joined=joined,
            still_there=still_there,
        )


        invitation_steps.additional_properties = d
        return invitation_steps

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
