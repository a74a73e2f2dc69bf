from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.advice import Advice
  from ..models.order_row import OrderRow
  from ..models.order_totals import OrderTotals





T = TypeVar("T", bound="CustomerOrders")



@_attrs_define
class CustomerOrders:
    """ What a customer bought. Without `sources` nobody tells of orders here: nothing is known.

        Attributes:
            known (bool):
            totals (None | OrderTotals):
            items (list[OrderRow]):
            more (bool):
            advice (list[Advice]):
            advice_as_of (datetime.datetime | None):
     """

    known: bool
    totals: None | OrderTotals
    items: list[OrderRow]
    more: bool
    advice: list[Advice]
    advice_as_of: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.advice import Advice # noqa: PLC0415
        from ..models.order_row import OrderRow # noqa: PLC0415
        from ..models.order_totals import OrderTotals # noqa: PLC0415
        known = self.known

        totals: dict[str, Any] | None
        if isinstance(self.totals, OrderTotals):
            totals = self.totals.to_dict()
        else:
            totals = self.totals

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        more = self.more

        advice = []
        for advice_item_data in self.advice:
            advice_item = advice_item_data.to_dict()
            advice.append(advice_item)



        advice_as_of: None | str
        if isinstance(self.advice_as_of, datetime.datetime):
            advice_as_of = self.advice_as_of.isoformat()
        else:
            advice_as_of = self.advice_as_of


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "known": known,
            "totals": totals,
            "items": items,
            "more": more,
            "advice": advice,
            "advice_as_of": advice_as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.advice import Advice # noqa: PLC0415
        from ..models.order_row import OrderRow # noqa: PLC0415
        from ..models.order_totals import OrderTotals # noqa: PLC0415
        d = dict(src_dict)
        known = d.pop("known")

        def _parse_totals(data: object) -> None | OrderTotals:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                totals_type_0 = OrderTotals.from_dict(data)



                return totals_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderTotals, data)

        totals = _parse_totals(d.pop("totals"))


        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = OrderRow.from_dict(items_item_data)



            items.append(items_item)


        more = d.pop("more")

        advice = []
        _advice = d.pop("advice")
        for advice_item_data in (_advice):
            advice_item = Advice.from_dict(advice_item_data)



            advice.append(advice_item)


        def _parse_advice_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                advice_as_of_type_0 = datetime.datetime.fromisoformat(data)



                return advice_as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        advice_as_of = _parse_advice_as_of(d.pop("advice_as_of"))


        customer_orders = cls(
            known=known,
            totals=totals,
            items=items,
            more=more,
            advice=advice,
            advice_as_of=advice_as_of,
        )


        customer_orders.additional_properties = d
        return customer_orders

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
