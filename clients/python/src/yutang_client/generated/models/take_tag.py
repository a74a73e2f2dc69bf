from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import Literal, cast






T = TypeVar("T", bound="TakeTag")



@_attrs_define
class TakeTag:
    """ Take a tag off him.

        Attributes:
            do (Literal['take']):
            tag_id (int):
            mirror (bool | Unset):  Default: False.
     """

    do: Literal['take']
    tag_id: int
    mirror: bool | Unset = False





    def to_dict(self) -> dict[str, Any]:
        do = self.do

        tag_id = self.tag_id

        mirror = self.mirror


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "do": do,
            "tag_id": tag_id,
        })
        if mirror is not UNSET:
            field_dict["mirror"] = mirror

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        do = cast(Literal['take'] , d.pop("do"))
        if do != 'take':
            raise ValueError(f"do must match const 'take', got '{do}'")

        tag_id = d.pop("tag_id")

        mirror = d.pop("mirror", UNSET)

        take_tag = cls(
            do=do,
            tag_id=tag_id,
            mirror=mirror,
        )

        return take_tag

