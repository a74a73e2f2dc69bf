from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="TakerWish")



@_attrs_define
class TakerWish:
    """ Who takes over; `share` weighs him against the others, 1 by default.

        Attributes:
            staff_id (int):
            share (int | None | Unset):
     """

    staff_id: int
    share: int | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        staff_id = self.staff_id

        share: int | None | Unset
        if isinstance(self.share, Unset):
            share = UNSET
        else:
            share = self.share


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "staff_id": staff_id,
        })
        if share is not UNSET:
            field_dict["share"] = share

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        staff_id = d.pop("staff_id")

        def _parse_share(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        share = _parse_share(d.pop("share", UNSET))


        taker_wish = cls(
            staff_id=staff_id,
            share=share,
        )

        return taker_wish

