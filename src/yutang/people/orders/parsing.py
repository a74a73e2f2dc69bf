"""Events of the collector as news of orders."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from .errors import BadOrderError
from .schemas import MOST_FEN, STATUSES, OrderItem, OrderNews, RefundNews, Status

_NUMBER: Final = ("number", "order_number", "order_no", "order_id", "orderId", "orderNumber")
_AMOUNT: Final = ("amount", "total", "value", "revenue")
_ITEMS: Final = ("items", "products", "lineItems")
_SKU: Final = ("sku", "product_id", "productId", "id")
_REFUND: Final = ("refund_number", "refund_no", "refund_id", "refundId")
_MILLISECONDS: Final = 100_000_000_000
"""A number above this is no second of this age."""


def from_props(source_name: str, kind: str, props: Mapping[str, Any], at: datetime) -> OrderNews:
    """What an event `order.*` says of its order.

    Money is `amount_fen` or, in yuan, `amount`. `order.refunded` carries `refund_number` and
    `refund_fen` or `refund`, or `refunds`; the whole order's amount stands beside it. Raises
    BadOrderError with what is wrong.
    """
    what = kind.partition(".")[2]
    if what == "refunded":
        status: Status | None = None
    elif what in STATUSES:
        status = what
    else:
        message = f"{kind}: an order is {', '.join(STATUSES)} or refunded"
        raise BadOrderError(message)
    amount = _fen(props, "amount_fen", _AMOUNT)
    if amount is None:
        message = "amount_fen: give the whole order's amount (in yuan: amount)"
        raise BadOrderError(message)
    refunds = _refunds(props, at)
    if status is None and not refunds:
        message = "refund_fen: give what went back (in yuan: refund) and its refund_number"
        raise BadOrderError(message)
    return OrderNews(
        source=source_name,
        number=_text(props, _NUMBER, "number"),
        status=status,
        at=at,
        placed_at=_time(props, "placed_at") or at,
        paid_at=_time(props, "paid_at"),
        amount_fen=amount,
        discount_fen=_fen(props, "discount_fen", ("discount",)) or 0,
        freight_fen=_fen(props, "freight_fen", ("freight", "shipping")) or 0,
        currency=str(props.get("currency") or "CNY").upper(),
        items=_items(props),
        refunds=refunds,
        store_number=_optional(props, ("store_number", "store")),
        staff_account=_optional(props, ("staff_account", "staff")),
        channel_state=_optional(props, ("channel_state", "channel")),
    )


def _optional(props: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        told = props.get(name)
        if told is None or told == "":
            continue
        if isinstance(told, bool) or not isinstance(told, str | int):
            message = f"{name}: give a text, not {type(told).__name__}"
            raise BadOrderError(message)
        return str(told).strip()
    return None


def _text(props: Mapping[str, Any], names: tuple[str, ...], called: str) -> str:
    found = _optional(props, names)
    if not found:
        message = f"{called}: is missing"
        raise BadOrderError(message)
    return found


def _fen(props: Mapping[str, Any], name: str, in_yuan: tuple[str, ...]) -> int | None:
    """Fen, or yuan with at most two decimals made fen."""
    told = props.get(name)
    if told is not None:
        if isinstance(told, bool) or not isinstance(told, int):
            message = f"{name} {told!r:.50}: give a whole number of fen"
            raise BadOrderError(message)
        return told
    for other in in_yuan:
        if props.get(other) is not None:
            return _from_yuan(other, props[other])
    return None


def _from_yuan(name: str, told: Any) -> int:
    problem = f"{name} {told!r:.50}: give yuan with at most two decimals"
    if isinstance(told, bool) or not isinstance(told, int | float | str):
        raise BadOrderError(problem)
    try:
        yuan = Decimal(str(told).strip().replace(",", "").removeprefix("¥").removeprefix("￥"))
    except InvalidOperation as error:
        raise BadOrderError(problem) from error
    if not yuan.is_finite() or abs(yuan) > MOST_FEN:
        raise BadOrderError(problem)
    fen = yuan * 100
    if fen != fen.to_integral_value():
        raise BadOrderError(problem)
    return int(fen)


def _time(props: Mapping[str, Any], name: str) -> datetime | None:
    told = props.get(name)
    if told is None or told == "":
        return None
    problem = f"{name} {told!r:.50}: give a time with its zone, such as 2026-01-31T12:00:00+08:00"
    try:
        if isinstance(told, datetime):
            return told
        if isinstance(told, int | float) and not isinstance(told, bool):
            return datetime.fromtimestamp(told / 1000 if told > _MILLISECONDS else told, UTC)
        if isinstance(told, str):
            return datetime.fromisoformat(told)
    except (ValueError, OverflowError, OSError) as error:
        raise BadOrderError(problem) from error
    raise BadOrderError(problem)


def _list(props: Mapping[str, Any], names: tuple[str, ...]) -> list[Mapping[str, Any]]:
    """Objects, or the same as JSON."""
    for name in names:
        told = props.get(name)
        if told is None:
            continue
        if isinstance(told, str):
            try:
                told = json.loads(told)
            except ValueError as error:
                message = f"{name}: is no list"
                raise BadOrderError(message) from error
        if not isinstance(told, list) or not all(isinstance(one, Mapping) for one in told):
            message = f"{name}: give a list of objects"
            raise BadOrderError(message)
        return told
    return []


def _items(props: Mapping[str, Any]) -> tuple[OrderItem, ...]:
    found = []
    for one in _list(props, _ITEMS):
        sku = _text(one, _SKU, "sku of an item")
        quantity = one.get("quantity", 1)
        if isinstance(quantity, bool) or not isinstance(quantity, int):
            message = f"quantity {quantity!r:.50} of {sku!r}: give a whole number"
            raise BadOrderError(message)
        found.append(
            OrderItem(
                sku=sku,
                name=_optional(one, ("name", "title")) or sku,
                category=_optional(one, ("category",)) or "",
                quantity=quantity,
                price_fen=_fen(one, "price_fen", ("price",)) or 0,
            )
        )
    return tuple(found)


def _refunds(props: Mapping[str, Any], at: datetime) -> tuple[RefundNews, ...]:
    found = []
    for one in _list(props, ("refunds",)):
        amount = _fen(one, "amount_fen", _AMOUNT)
        if amount is None:
            message = "amount_fen of a refund: is missing"
            raise BadOrderError(message)
        number = _text(one, ("number", *_REFUND), "number of a refund")
        found.append(RefundNews(number, amount, _time(one, "at") or at))
    single = _fen(props, "refund_fen", ("refund", "refund_amount"))
    if single is not None:
        number = _text(props, _REFUND, "refund_number")
        found.append(RefundNews(number, single, _time(props, "refunded_at") or at))
    return tuple(found)
