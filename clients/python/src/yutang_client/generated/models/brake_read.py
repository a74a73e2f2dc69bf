from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.brake_read_kind import BrakeReadKind
from typing import cast
import datetime






T = TypeVar("T", bound="BrakeRead")



@_attrs_define
class BrakeRead:
    """ What WeCom's refusals led to: `stop`, or `slow` with the calls that may be under way.

        Attributes:
            kind (BrakeReadKind):
            errcode (int):
            at_once (int | None):
            strikes (int):
            since (datetime.datetime):
            until (datetime.datetime):
     """

    kind: BrakeReadKind
    errcode: int
    at_once: int | None
    strikes: int
    since: datetime.datetime
    until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        errcode = self.errcode

        at_once: int | None
        at_once = self.at_once

        strikes = self.strikes

        since = self.since.isoformat()

        until = self.until.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "errcode": errcode,
            "at_once": at_once,
            "strikes": strikes,
            "since": since,
            "until": until,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = BrakeReadKind(d.pop("kind"))




        errcode = d.pop("errcode")

        def _parse_at_once(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        at_once = _parse_at_once(d.pop("at_once"))


        strikes = d.pop("strikes")

        since = datetime.datetime.fromisoformat(d.pop("since"))




        until = datetime.datetime.fromisoformat(d.pop("until"))




        brake_read = cls(
            kind=kind,
            errcode=errcode,
            at_once=at_once,
            strikes=strikes,
            since=since,
            until=until,
        )


        brake_read.additional_properties = d
        return brake_read

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
