from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="RulesWish")



@_attrs_define
class RulesWish:
    """ When leaders shall be told.

        Attributes:
            digest (bool):
            hour (int):
     """

    digest: bool
    hour: int





    def to_dict(self) -> dict[str, Any]:
        digest = self.digest

        hour = self.hour


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "digest": digest,
            "hour": hour,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        digest = d.pop("digest")

        hour = d.pop("hour")

        rules_wish = cls(
            digest=digest,
            hour=hour,
        )

        return rules_wish

