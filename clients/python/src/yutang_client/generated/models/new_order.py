from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_order_status import NewOrderStatus
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.new_order_item import NewOrderItem
  from ..models.new_order_refund import NewOrderRefund
  from ..models.order_buyer import OrderBuyer





T = TypeVar("T", bound="NewOrder")



@_attrs_define
class NewOrder:
    """ What is said of an order; money in fen. Times carry their zone.

    The number is unique in its source. News may come in any order and more than once: the one with
    the newest `at` counts.

        Attributes:
            number (str):
            status (NewOrderStatus):
            placed_at (datetime.datetime):
            amount_fen (int):
            source (str | Unset):  Default: 'api'.
            at (datetime.datetime | None | Unset):
            paid_at (datetime.datetime | None | Unset):
            discount_fen (int | Unset):  Default: 0.
            freight_fen (int | Unset):  Default: 0.
            currency (str | Unset):  Default: 'CNY'.
            items (list[NewOrderItem] | Unset):
            refunds (list[NewOrderRefund] | Unset):
            store_number (None | str | Unset):
            staff_account (None | str | Unset):
            channel_state (None | str | Unset):
            customer (None | OrderBuyer | Unset):
     """

    number: str
    status: NewOrderStatus
    placed_at: datetime.datetime
    amount_fen: int
    source: str | Unset = 'api'
    at: datetime.datetime | None | Unset = UNSET
    paid_at: datetime.datetime | None | Unset = UNSET
    discount_fen: int | Unset = 0
    freight_fen: int | Unset = 0
    currency: str | Unset = 'CNY'
    items: list[NewOrderItem] | Unset = UNSET
    refunds: list[NewOrderRefund] | Unset = UNSET
    store_number: None | str | Unset = UNSET
    staff_account: None | str | Unset = UNSET
    channel_state: None | str | Unset = UNSET
    customer: None | OrderBuyer | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.new_order_item import NewOrderItem # noqa: PLC0415
        from ..models.new_order_refund import NewOrderRefund # noqa: PLC0415
        from ..models.order_buyer import OrderBuyer # noqa: PLC0415
        number = self.number

        status = self.status.value

        placed_at = self.placed_at.isoformat()

        amount_fen = self.amount_fen

        source = self.source

        at: None | str | Unset
        if isinstance(self.at, Unset):
            at = UNSET
        elif isinstance(self.at, datetime.datetime):
            at = self.at.isoformat()
        else:
            at = self.at

        paid_at: None | str | Unset
        if isinstance(self.paid_at, Unset):
            paid_at = UNSET
        elif isinstance(self.paid_at, datetime.datetime):
            paid_at = self.paid_at.isoformat()
        else:
            paid_at = self.paid_at

        discount_fen = self.discount_fen

        freight_fen = self.freight_fen

        currency = self.currency

        items: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = []
            for items_item_data in self.items:
                items_item = items_item_data.to_dict()
                items.append(items_item)



        refunds: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.refunds, Unset):
            refunds = []
            for refunds_item_data in self.refunds:
                refunds_item = refunds_item_data.to_dict()
                refunds.append(refunds_item)



        store_number: None | str | Unset
        if isinstance(self.store_number, Unset):
            store_number = UNSET
        else:
            store_number = self.store_number

        staff_account: None | str | Unset
        if isinstance(self.staff_account, Unset):
            staff_account = UNSET
        else:
            staff_account = self.staff_account

        channel_state: None | str | Unset
        if isinstance(self.channel_state, Unset):
            channel_state = UNSET
        else:
            channel_state = self.channel_state

        customer: dict[str, Any] | None | Unset
        if isinstance(self.customer, Unset):
            customer = UNSET
        elif isinstance(self.customer, OrderBuyer):
            customer = self.customer.to_dict()
        else:
            customer = self.customer


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "number": number,
            "status": status,
            "placed_at": placed_at,
            "amount_fen": amount_fen,
        })
        if source is not UNSET:
            field_dict["source"] = source
        if at is not UNSET:
            field_dict["at"] = at
        if paid_at is not UNSET:
            field_dict["paid_at"] = paid_at
        if discount_fen is not UNSET:
            field_dict["discount_fen"] = discount_fen
        if freight_fen is not UNSET:
            field_dict["freight_fen"] = freight_fen
        if currency is not UNSET:
            field_dict["currency"] = currency
        if items is not UNSET:
            field_dict["items"] = items
        if refunds is not UNSET:
            field_dict["refunds"] = refunds
        if store_number is not UNSET:
            field_dict["store_number"] = store_number
        if staff_account is not UNSET:
            field_dict["staff_account"] = staff_account
        if channel_state is not UNSET:
            field_dict["channel_state"] = channel_state
        if customer is not UNSET:
            field_dict["customer"] = customer

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_order_item import NewOrderItem # noqa: PLC0415
        from ..models.new_order_refund import NewOrderRefund # noqa: PLC0415
        from ..models.order_buyer import OrderBuyer # noqa: PLC0415
        d = dict(src_dict)
        number = d.pop("number")

        status = NewOrderStatus(d.pop("status"))




        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))




        amount_fen = d.pop("amount_fen")

        source = d.pop("source", UNSET)

        def _parse_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                at_type_0 = datetime.datetime.fromisoformat(data)



                return at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        at = _parse_at(d.pop("at", UNSET))


        def _parse_paid_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paid_at_type_0 = datetime.datetime.fromisoformat(data)



                return paid_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        paid_at = _parse_paid_at(d.pop("paid_at", UNSET))


        discount_fen = d.pop("discount_fen", UNSET)

        freight_fen = d.pop("freight_fen", UNSET)

        currency = d.pop("currency", UNSET)

        _items = d.pop("items", UNSET)
        items: list[NewOrderItem] | Unset = UNSET
        if _items is not UNSET:
            items = []
            for items_item_data in _items:
                items_item = NewOrderItem.from_dict(items_item_data)



                items.append(items_item)


        _refunds = d.pop("refunds", UNSET)
        refunds: list[NewOrderRefund] | Unset = UNSET
        if _refunds is not UNSET:
            refunds = []
            for refunds_item_data in _refunds:
                refunds_item = NewOrderRefund.from_dict(refunds_item_data)



                refunds.append(refunds_item)


        def _parse_store_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        store_number = _parse_store_number(d.pop("store_number", UNSET))


        def _parse_staff_account(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        staff_account = _parse_staff_account(d.pop("staff_account", UNSET))


        def _parse_channel_state(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        channel_state = _parse_channel_state(d.pop("channel_state", UNSET))


        def _parse_customer(data: object) -> None | OrderBuyer | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                customer_type_0 = OrderBuyer.from_dict(data)



                return customer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderBuyer | Unset, data)

        customer = _parse_customer(d.pop("customer", UNSET))


        new_order = cls(
            number=number,
            status=status,
            placed_at=placed_at,
            amount_fen=amount_fen,
            source=source,
            at=at,
            paid_at=paid_at,
            discount_fen=discount_fen,
            freight_fen=freight_fen,
            currency=currency,
            items=items,
            refunds=refunds,
            store_number=store_number,
            staff_account=staff_account,
            channel_state=channel_state,
            customer=customer,
        )

        return new_order

