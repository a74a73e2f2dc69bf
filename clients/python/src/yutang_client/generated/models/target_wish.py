from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="TargetWish")



@_attrs_define
class TargetWish:
    """ One target of a list: `ref_id`, or `who` as people write it.

    `who`: a member's account or name, a department's name, a store's number or name.

        Attributes:
            aim (int):
            ref_id (int | None | Unset):
            who (str | Unset):  Default: ''.
     """

    aim: int
    ref_id: int | None | Unset = UNSET
    who: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        aim = self.aim

        ref_id: int | None | Unset
        if isinstance(self.ref_id, Unset):
            ref_id = UNSET
        else:
            ref_id = self.ref_id

        who = self.who


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "aim": aim,
        })
        if ref_id is not UNSET:
            field_dict["ref_id"] = ref_id
        if who is not UNSET:
            field_dict["who"] = who

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        aim = d.pop("aim")

        def _parse_ref_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        ref_id = _parse_ref_id(d.pop("ref_id", UNSET))


        who = d.pop("who", UNSET)

        target_wish = cls(
            aim=aim,
            ref_id=ref_id,
            who=who,
        )

        return target_wish

