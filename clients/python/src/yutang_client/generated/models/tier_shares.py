from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="TierShares")



@_attrs_define
class TierShares:
    """ Of the effort, in percent; together 100.

        Attributes:
            pond (int):
            transit (int):
            core (int):
     """

    pond: int
    transit: int
    core: int





    def to_dict(self) -> dict[str, Any]:
        pond = self.pond

        transit = self.transit

        core = self.core


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "pond": pond,
            "transit": transit,
            "core": core,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pond = d.pop("pond")

        transit = d.pop("transit")

        core = d.pop("core")

        tier_shares = cls(
            pond=pond,
            transit=transit,
            core=core,
        )

        return tier_shares

