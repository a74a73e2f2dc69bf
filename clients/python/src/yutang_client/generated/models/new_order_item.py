from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="NewOrderItem")



@_attrs_define
class NewOrderItem:
    """ One line of an order.

        Attributes:
            sku (str):
            name (str):
            category (str | Unset):  Default: ''.
            quantity (int | Unset):  Default: 1.
            price_fen (int | Unset):  Default: 0.
     """

    sku: str
    name: str
    category: str | Unset = ''
    quantity: int | Unset = 1
    price_fen: int | Unset = 0





    def to_dict(self) -> dict[str, Any]:
        sku = self.sku

        name = self.name

        category = self.category

        quantity = self.quantity

        price_fen = self.price_fen


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "sku": sku,
            "name": name,
        })
        if category is not UNSET:
            field_dict["category"] = category
        if quantity is not UNSET:
            field_dict["quantity"] = quantity
        if price_fen is not UNSET:
            field_dict["price_fen"] = price_fen

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sku = d.pop("sku")

        name = d.pop("name")

        category = d.pop("category", UNSET)

        quantity = d.pop("quantity", UNSET)

        price_fen = d.pop("price_fen", UNSET)

        new_order_item = cls(
            sku=sku,
            name=name,
            category=category,
            quantity=quantity,
            price_fen=price_fen,
        )

        return new_order_item

