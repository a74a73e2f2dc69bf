from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.order_row_credit_type_0 import OrderRowCreditType0
from ..models.order_row_status import OrderRowStatus
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.order_customer import OrderCustomer
  from ..models.order_store import OrderStore
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="OrderRow")



@_attrs_define
class OrderRow:
    """ An order in a list. Money in fen.

        Attributes:
            id (int):
            source (str):
            number (str):
            status (OrderRowStatus):
            customer (None | OrderCustomer):
            placed_at (datetime.datetime):
            paid_at (datetime.datetime | None):
            shipped_at (datetime.datetime | None):
            completed_at (datetime.datetime | None):
            cancelled_at (datetime.datetime | None):
            amount_fen (int):
            discount_fen (int):
            freight_fen (int):
            refunded_fen (int):
            currency (str):
            goods (str):
            pieces (int):
            store (None | OrderStore):
            staff (None | StaffRef):
            staff_account (None | str):
            credit (None | OrderRowCreditType0):
            channel (None | str):
            told_at (datetime.datetime):
            source_name (None | str | Unset):
     """

    id: int
    source: str
    number: str
    status: OrderRowStatus
    customer: None | OrderCustomer
    placed_at: datetime.datetime
    paid_at: datetime.datetime | None
    shipped_at: datetime.datetime | None
    completed_at: datetime.datetime | None
    cancelled_at: datetime.datetime | None
    amount_fen: int
    discount_fen: int
    freight_fen: int
    refunded_fen: int
    currency: str
    goods: str
    pieces: int
    store: None | OrderStore
    staff: None | StaffRef
    staff_account: None | str
    credit: None | OrderRowCreditType0
    channel: None | str
    told_at: datetime.datetime
    source_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.order_customer import OrderCustomer # noqa: PLC0415
        from ..models.order_store import OrderStore # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        id = self.id

        source = self.source

        number = self.number

        status = self.status.value

        customer: dict[str, Any] | None
        if isinstance(self.customer, OrderCustomer):
            customer = self.customer.to_dict()
        else:
            customer = self.customer

        placed_at = self.placed_at.isoformat()

        paid_at: None | str
        if isinstance(self.paid_at, datetime.datetime):
            paid_at = self.paid_at.isoformat()
        else:
            paid_at = self.paid_at

        shipped_at: None | str
        if isinstance(self.shipped_at, datetime.datetime):
            shipped_at = self.shipped_at.isoformat()
        else:
            shipped_at = self.shipped_at

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        cancelled_at: None | str
        if isinstance(self.cancelled_at, datetime.datetime):
            cancelled_at = self.cancelled_at.isoformat()
        else:
            cancelled_at = self.cancelled_at

        amount_fen = self.amount_fen

        discount_fen = self.discount_fen

        freight_fen = self.freight_fen

        refunded_fen = self.refunded_fen

        currency = self.currency

        goods = self.goods

        pieces = self.pieces

        store: dict[str, Any] | None
        if isinstance(self.store, OrderStore):
            store = self.store.to_dict()
        else:
            store = self.store

        staff: dict[str, Any] | None
        if isinstance(self.staff, StaffRef):
            staff = self.staff.to_dict()
        else:
            staff = self.staff

        staff_account: None | str
        staff_account = self.staff_account

        credit: None | str
        if isinstance(self.credit, OrderRowCreditType0):
            credit = self.credit.value
        else:
            credit = self.credit

        channel: None | str
        channel = self.channel

        told_at = self.told_at.isoformat()

        source_name: None | str | Unset
        if isinstance(self.source_name, Unset):
            source_name = UNSET
        else:
            source_name = self.source_name


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "source": source,
            "number": number,
            "status": status,
            "customer": customer,
            "placed_at": placed_at,
            "paid_at": paid_at,
            "shipped_at": shipped_at,
            "completed_at": completed_at,
            "cancelled_at": cancelled_at,
            "amount_fen": amount_fen,
            "discount_fen": discount_fen,
            "freight_fen": freight_fen,
            "refunded_fen": refunded_fen,
            "currency": currency,
            "goods": goods,
            "pieces": pieces,
            "store": store,
            "staff": staff,
            "staff_account": staff_account,
            "credit": credit,
            "channel": channel,
            "told_at": told_at,
        })
        if source_name is not UNSET:
            field_dict["source_name"] = source_name

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.order_customer import OrderCustomer # noqa: PLC0415
        from ..models.order_store import OrderStore # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        source = d.pop("source")

        number = d.pop("number")

        status = OrderRowStatus(d.pop("status"))




        def _parse_customer(data: object) -> None | OrderCustomer:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                customer_type_0 = OrderCustomer.from_dict(data)



                return customer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderCustomer, data)

        customer = _parse_customer(d.pop("customer"))


        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))




        def _parse_paid_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paid_at_type_0 = datetime.datetime.fromisoformat(data)



                return paid_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        paid_at = _parse_paid_at(d.pop("paid_at"))


        def _parse_shipped_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                shipped_at_type_0 = datetime.datetime.fromisoformat(data)



                return shipped_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        shipped_at = _parse_shipped_at(d.pop("shipped_at"))


        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)



                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))


        def _parse_cancelled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cancelled_at_type_0 = datetime.datetime.fromisoformat(data)



                return cancelled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        cancelled_at = _parse_cancelled_at(d.pop("cancelled_at"))


        amount_fen = d.pop("amount_fen")

        discount_fen = d.pop("discount_fen")

        freight_fen = d.pop("freight_fen")

        refunded_fen = d.pop("refunded_fen")

        currency = d.pop("currency")

        goods = d.pop("goods")

        pieces = d.pop("pieces")

        def _parse_store(data: object) -> None | OrderStore:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                store_type_0 = OrderStore.from_dict(data)



                return store_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderStore, data)

        store = _parse_store(d.pop("store"))


        def _parse_staff(data: object) -> None | StaffRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                staff_type_0 = StaffRef.from_dict(data)



                return staff_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef, data)

        staff = _parse_staff(d.pop("staff"))


        def _parse_staff_account(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        staff_account = _parse_staff_account(d.pop("staff_account"))


        def _parse_credit(data: object) -> None | OrderRowCreditType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                credit_type_0 = OrderRowCreditType0(data)



                return credit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderRowCreditType0, data)

        credit = _parse_credit(d.pop("credit"))


        def _parse_channel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        channel = _parse_channel(d.pop("channel"))


        told_at = datetime.datetime.fromisoformat(d.pop("told_at"))




        def _parse_source_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        source_name = _parse_source_name(d.pop("source_name", UNSET))


        order_row = cls(
            id=id,
            source=source,
            number=number,
            status=status,
            customer=customer,
            placed_at=placed_at,
            paid_at=paid_at,
            shipped_at=shipped_at,
            completed_at=completed_at,
            cancelled_at=cancelled_at,
            amount_fen=amount_fen,
            discount_fen=discount_fen,
            freight_fen=freight_fen,
            refunded_fen=refunded_fen,
            currency=currency,
            goods=goods,
            pieces=pieces,
            store=store,
            staff=staff,
            staff_account=staff_account,
            credit=credit,
            channel=channel,
            told_at=told_at,
            source_name=source_name,
        )


        order_row.additional_properties = d
        return order_row

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
