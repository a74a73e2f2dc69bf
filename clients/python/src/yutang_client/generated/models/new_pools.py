from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.new_pool import NewPool





T = TypeVar("T", bound="NewPools")



@_attrs_define
class NewPools:
    """ A list of them, and whom their people shall add.

        Attributes:
            items (list[NewPool]):
            staff_ids (list[int]):
     """

    items: list[NewPool]
    staff_ids: list[int]





    def to_dict(self) -> dict[str, Any]:
        from ..models.new_pool import NewPool # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        staff_ids = self.staff_ids




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "items": items,
            "staff_ids": staff_ids,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_pool import NewPool # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = NewPool.from_dict(items_item_data)



            items.append(items_item)


        staff_ids = cast(list[int], d.pop("staff_ids"))


        new_pools = cls(
            items=items,
            staff_ids=staff_ids,
        )

        return new_pools

