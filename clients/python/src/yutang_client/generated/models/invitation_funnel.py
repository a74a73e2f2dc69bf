from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="InvitationFunnel")



@_attrs_define
class InvitationFunnel:
    """ How many are in each state; they add up to all whom it is for.

        Attributes:
            waiting (int | Unset):  Default: 0.
            asked (int | Unset):  Default: 0.
            sent (int | Unset):  Default: 0.
            joined (int | Unset):  Default: 0.
            joined_otherwise (int | Unset):  Default: 0.
            left_again (int | Unset):  Default: 0.
            skipped (int | Unset):  Default: 0.
            expired (int | Unset):  Default: 0.
     """

    waiting: int | Unset = 0
    asked: int | Unset = 0
    sent: int | Unset = 0
    joined: int | Unset = 0
    joined_otherwise: int | Unset = 0
    left_again: int | Unset = 0
    skipped: int | Unset = 0
    expired: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        waiting = self.waiting

        asked = self.asked

        sent = self.sent

        joined = self.joined

        joined_otherwise = self.joined_otherwise

        left_again = self.left_again

        skipped = self.skipped

        expired = self.expired


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if waiting is not UNSET:
            field_dict["waiting"] = waiting
        if asked is not UNSET:
            field_dict["asked"] = asked
        if sent is not UNSET:
            field_dict["sent"] = sent
        if joined is not UNSET:
            field_dict["joined"] = joined
        if joined_otherwise is not UNSET:
            field_dict["joined_otherwise"] = joined_otherwise
        if left_again is not UNSET:
            field_dict["left_again"] = left_again
        if skipped is not UNSET:
            field_dict["skipped"] = skipped
        if expired is not UNSET:
            field_dict["expired"] = expired

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        waiting = d.pop("waiting", UNSET)

        asked = d.pop("asked", UNSET)

        sent = d.pop("sent", UNSET)

        joined = d.pop("joined", UNSET)

        joined_otherwise = d.pop("joined_otherwise", UNSET)

        left_again = d.pop("left_again", UNSET)

        skipped = d.pop("skipped", UNSET)

        expired = d.pop("expired", UNSET)

        invitation_funnel = cls(
            waiting=waiting,
            asked=asked,
            sent=sent,
            joined=joined,
            joined_otherwise=joined_otherwise,
            left_again=left_again,
            skipped=skipped,
            expired=expired,
        )


        invitation_funnel.additional_properties = d
        return invitation_funnel

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
