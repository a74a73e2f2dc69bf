from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="NewGroupPick")



@_attrs_define
class NewGroupPick:
    """ Which group the owner made.

        Attributes:
            group_id (int):
     """

    group_id: int





    def to_dict(self) -> dict[str, Any]:
        group_id = self.group_id


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "group_id": group_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        group_id = d.pop("group_id")

        new_group_pick = cls(
            group_id=group_id,
        )

        return new_group_pick

