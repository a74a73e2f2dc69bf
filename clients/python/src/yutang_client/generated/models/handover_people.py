from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="HandoverPeople")



@_attrs_define
class HandoverPeople:
    """ People by state; they add up to those it was made with.

    `planned` are not asked yet, `asked` were taken by WeCom, `waiting` it says wait for the 24
    hours. Who was erased since is `excluded`.

        Attributes:
            planned (int | Unset):  Default: 0.
            asked (int | Unset):  Default: 0.
            waiting (int | Unset):  Default: 0.
            accepted (int | Unset):  Default: 0.
            refused (int | Unset):  Default: 0.
            full (int | Unset):  Default: 0.
            failed (int | Unset):  Default: 0.
            excluded (int | Unset):  Default: 0.
     """

    planned: int | Unset = 0
    asked: int | Unset = 0
    waiting: int | Unset = 0
    accepted: int | Unset = 0
    refused: int | Unset = 0
    full: int | Unset = 0
    failed: int | Unset = 0
    excluded: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        planned = self.planned

        asked = self.asked

        waiting = self.waiting

        accepted = self.accepted

        refused = self.refused

        full = self.full

        failed = self.failed

        excluded = self.excluded


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if planned is not UNSET:
            field_dict["planned"] = planned
        if asked is not UNSET:
            field_dict["asked"] = asked
        if waiting is not UNSET:
            field_dict["waiting"] = waiting
        if accepted is not UNSET:
            field_dict["accepted"] = accepted
        if refused is not UNSET:
            field_dict["refused"] = refused
        if full is not UNSET:
            field_dict["full"] = full
        if failed is not UNSET:
            field_dict["failed"] = failed
        if excluded is not UNSET:
            field_dict["excluded"] = excluded

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        planned = d.pop("planned", UNSET)

        asked = d.pop("asked", UNSET)

        waiting = d.pop("waiting", UNSET)

        accepted = d.pop("accepted", UNSET)

        refused = d.pop("refused", UNSET)

        full = d.pop("full", UNSET)

        failed = d.pop("failed", UNSET)

        excluded = d.pop("excluded", UNSET)

        handover_people = cls(
            planned=planned,
            asked=asked,
            waiting=waiting,
            accepted=accepted,
            refused=refused,
            full=full,
            failed=failed,
            excluded=excluded,
        )


        handover_people.additional_properties = d
        return handover_people

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
