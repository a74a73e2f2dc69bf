from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.new_order import NewOrder





T = TypeVar("T", bound="NewOrders")



@_attrs_define
class NewOrders:
    """ Up to 1,000 at once.

        Attributes:
            orders (list[NewOrder]):
     """

    orders: list[NewOrder]





    def to_dict(self) -> dict[str, Any]:
        from ..models.new_order import NewOrder # noqa: PLC0415
        orders = []
        for orders_item_data in self.orders:
            orders_item = orders_item_data.to_dict()
            orders.append(orders_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "orders": orders,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_order import NewOrder # noqa: PLC0415
        d = dict(src_dict)
        orders = []
        _orders = d.pop("orders")
        for orders_item_data in (_orders):
            orders_item = NewOrder.from_dict(orders_item_data)



            orders.append(orders_item)


        new_orders = cls(
            orders=orders,
        )

        return new_orders

