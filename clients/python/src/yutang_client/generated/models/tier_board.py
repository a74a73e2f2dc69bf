from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.tier_read import TierRead





T = TypeVar("T", bound="TierBoard")



@_attrs_define
class TierBoard:
    """ The three tiers, the widest first.

        Attributes:
            items (list[TierRead]):
            in_several (int):
            without_tier (int):
            as_of (datetime.datetime):
     """

    items: list[TierRead]
    in_several: int
    without_tier: int
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.tier_read import TierRead # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        in_several = self.in_several

        without_tier = self.without_tier

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "in_several": in_several,
            "without_tier": without_tier,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tier_read import TierRead # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = TierRead.from_dict(items_item_data)



            items.append(items_item)


        in_several = d.pop("in_several")

        without_tier = d.pop("without_tier")

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        tier_board = cls(
            items=items,
            in_several=in_several,
            without_tier=without_tier,
            as_of=as_of,
        )


        tier_board.additional_properties = d
        return tier_board

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
