from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="OrderItemRead")



@_attrs_define
class OrderItemRead:
    """ One line of an order.

        Attributes:
            sku (str):
            name (str):
            category (str):
            quantity (int):
            price_fen (int):
     """

    sku: str
    name: str
    category: str
    quantity: int
    price_fen: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        sku = self.sku

        name = self.name

        category = self.category

        quantity = self.quantity

        price_fen = self.price_fen


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "sku": sku,
            "name": name,
            "category": category,
            "quantity": quantity,
            "price_fen": price_fen,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sku = d.pop("sku")

        name = d.pop("name")

        category = d.pop("category")

        quantity = d.pop("quantity")

        price_fen = d.pop("price_fen")

        order_item_read = cls(
            sku=sku,
            name=name,
            category=category,
            quantity=quantity,
            price_fen=price_fen,
        )


        order_item_read.additional_properties = d
        return order_item_read

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
