from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.phase_reason_code import PhaseReasonCode
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="PhaseReason")



@_attrs_define
class PhaseReason:
    """ One reason, as a code with its figures.

    made: `days` ago; moves: `joined` and `left` in 7 days; left_7, left_28: `left` of `of` persons,
    `joined` came; still: nobody came or left for `days`; empty: nobody is left; owner_silent: no
    group of the owner talked in the `days` that WeCom told of; talks: each of them did on some day.

        Attributes:
            code (PhaseReasonCode):
            days (int | None | Unset):
            joined (int | None | Unset):
            left (int | None | Unset):
            of (int | None | Unset):
     """

    code: PhaseReasonCode
    days: int | None | Unset = UNSET
    joined: int | None | Unset = UNSET
    left: int | None | Unset = UNSET
    of: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        days: int | None | Unset
        if isinstance(self.days, Unset):
            days = UNSET
        else:
            days = self.days

        joined: int | None | Unset
        if isinstance(self.joined, Unset):
            joined = UNSET
        else:
            joined = self.joined

        left: int | None | Unset
        if isinstance(self.left, Unset):
            left = UNSET
        else:
            left = self.left

        of: int | None | Unset
        if isinstance(self.of, Unset):
            of = UNSET
        else:
            of = self.of


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "code": code,
        })
        if days is not UNSET:
            field_dict["days"] = days
        if joined is not UNSET:
            field_dict["joined"] = joined
        if left is not UNSET:
            field_dict["left"] = left
        if of is not UNSET:
            field_dict["of"] = of

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = PhaseReasonCode(d.pop("code"))




        def _parse_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        days = _parse_days(d.pop("days", UNSET))


        def _parse_joined(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        joined = _parse_joined(d.pop("joined", UNSET))


        def _parse_left(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        left = _parse_left(d.pop("left", UNSET))


        def _parse_of(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        of = _parse_of(d.pop("of", UNSET))


        phase_reason = cls(
            code=code,
            days=days,
            joined=joined,
            left=left,
            of=of,
        )


        phase_reason.additional_properties = d
        return phase_reason

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
