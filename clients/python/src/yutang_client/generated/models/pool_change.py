from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="PoolChange")



@_attrs_define
class PoolChange:
    """ A new estimate; null: nobody knows.

        Attributes:
            estimate (int | None):
     """

    estimate: int | None





    def to_dict(self) -> dict[str, Any]:
        estimate: int | None
        estimate = self.estimate


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "estimate": estimate,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_estimate(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        estimate = _parse_estimate(d.pop("estimate"))


        pool_change = cls(
            estimate=estimate,
        )

        return pool_change

