"""Staged rows as orders: one row may be an order or one good of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Any, Final

from yutang.people.orders.schemas import (
    MOST_FEN,
    MOST_ITEMS,
    NUMBER_LENGTH,
    STATUSES,
    OrderItem,
    OrderNews,
    RefundNews,
    Status,
)
from yutang.people.persons.schemas import Claim

from .cleaning import RowProblem
from .naming import ids_of
from .order_words import BUYER, TIMES
from .sealing import Unseal

_AFTER: Final[tuple[Status, ...]] = ("shipped", "completed", "cancelled")


@dataclass(frozen=True, slots=True)
class Gathered:
    """One order of the file, or what is wrong with it."""

    row: int
    """Its first."""
    rows: tuple[int, ...]
    news: tuple[OrderNews, ...] = ()
    """What it says, the oldest first; the last says how it stands."""
    claim: Claim | None = None
    problem: RowProblem | None = None


class _WrongError(Exception):
    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


def gather(rows: Iterable[Any], source: str, signed: str, unseal: Unseal) -> list[Gathered]:
    """The orders of rows that are sorted by number and row."""
    found = []
    for _, several in groupby(rows, key=lambda row: row.number):
        found.append(_one(list(several), source, signed, unseal))
    return sorted(found, key=lambda one: one.row)


def _one(rows: Sequence[Any], source: str, signed: str, unseal: Unseal) -> Gathered:
    first, numbers = rows[0].row, tuple(row.row for row in rows if not row.bad)
    bad = next((row.row for row in rows if row.bad), None)
    if bad is not None:
        # The bad rows have their own words; the others go with them.
        told = RowProblem(first, "", "order.row", "", str(bad)) if numbers else None
        return Gathered(first, numbers, problem=told)
    try:
        news = _news(rows, source)
    except _WrongError as error:
        value = rows[0].number[:60]
        problem = RowProblem(first, "", error.code, value, error.detail)
        return Gathered(first, numbers, problem=problem)
    ids = ids_of(partial(_first, rows), BUYER, unseal)
    claim = Claim(ids, news[-1].at, f"{signed}:{first}") if ids else None
    return Gathered(first, numbers, news, claim)


def _news(rows: Sequence[Any], source: str) -> tuple[OrderNews, ...]:
    moments = {name: at for name in TIMES if (at := _time(rows, name)) is not None}
    if not moments:
        raise _WrongError(code="order.no_time")
    status, refunded = _standing(rows, moments)
    placed = moments.get("placed_at") or min(moments.values())
    at = max(moments.values())
    items = _items(rows)
    amount = _amount(rows, items)
    whole = OrderNews(
        source=source,
        number=rows[0].number,
        status=status,
        at=at,
        placed_at=placed,
        paid_at=moments.get("paid_at"),
        amount_fen=amount,
        discount_fen=_most(rows, "discount"),
        freight_fen=_most(rows, "freight"),
        items=items,
        store_number=_first(rows, "store"),
        staff_account=_first(rows, "staff"),
        channel_state=_first(rows, "channel"),
    )
    before = [
        replace(whole, status=one, at=moment)
        for one in _AFTER
        if (moment := moments.get(f"{one}_at")) is not None
        and moment < at
        and STATUSES.index(one) <= STATUSES.index(status)
        # Cancelled is the last of all, and no step on the way to anything.
        and not (one == "completed" and status == "cancelled")
    ]
    refunds = _refunds(rows, amount, moments.get("refunded_at") or at, all_of_it=refunded)
    return (*sorted(before, key=lambda one: one.at), replace(whole, refunds=refunds))


def _standing(rows: Sequence[Any], moments: dict[str, datetime]) -> tuple[Status, bool]:
    """How far the whole order is: as its slowest good; and whether all of it went back."""
    told = {row.status for row in rows if row.status is not None}
    if not told:
        reached: list[Status] = [one for one in STATUSES if f"{one}_at" in moments]
        return (reached[-1] if reached else "placed"), False
    going = [one for one in STATUSES if one in told and one != "cancelled"]
    if going:
        return going[0], False
    if "refunded" in told:
        return "paid", "cancelled" not in told
    return "cancelled", False


def _amount(rows: Sequence[Any], items: Sequence[OrderItem]) -> int:
    amounts = {int(row.amount) for row in rows if row.amount is not None}
    if len(amounts) > 1:
        low, high = min(amounts), max(amounts)
        raise _WrongError(code="order.totals", detail=f"{low / 100:.2f}、{high / 100:.2f}")
    parts = [int(row.row_amount) for row in rows if row.row_amount is not None]
    if amounts:
        total = amounts.pop()
    elif parts:
        total = sum(parts)
    elif any(row.price is not None for row in rows):
        goods = sum(item.price_fen * item.quantity for item in items)
        total = max(0, goods - _most(rows, "discount")) + _most(rows, "freight")
    else:
        raise _WrongError(code="order.no_amount")
    if total > MOST_FEN:
        raise _WrongError(code="order.large")
    return total


def _items(rows: Sequence[Any]) -> tuple[OrderItem, ...]:
    found = []
    for row in rows:
        sku, name = row.sku, row.item_name
        if sku is None and name is None:
            continue
        quantity = int(row.quantity or 1)
        price = row.price
        if price is None and row.row_amount is not None:
            price = int(row.row_amount) // quantity
        found.append(
            OrderItem(
                sku=sku or name[:NUMBER_LENGTH],
                name=name or sku,
                category=row.category or "",
                quantity=quantity,
                price_fen=int(price or 0),
            )
        )
    if len(found) > MOST_ITEMS:
        raise _WrongError(code="order.items", detail=str(MOST_ITEMS))
    return tuple(found)


def _refunds(
    rows: Sequence[Any], amount: int, at: datetime, *, all_of_it: bool
) -> tuple[RefundNews, ...]:
    """One that gathers what went back, or as many as the file gives numbers to."""
    numbered: dict[str, int] = {}
    for row in rows:
        back = int(row.row_refund or row.refund or 0)
        if row.refund_number is not None and back:
            numbered[row.refund_number] = (
                numbered.get(row.refund_number, 0) * bool(row.row_refund) + back
            )
    if not numbered:
        parts = [int(row.row_refund) for row in rows if row.row_refund is not None]
        totals = [int(row.refund) for row in rows if row.refund is not None]
        back = max(totals, default=0) or sum(parts)
        if not back and all_of_it:
            back = amount
        if back:
            numbered["refund"] = back
    if sum(numbered.values()) > amount:
        detail = f"{sum(numbered.values()) / 100:.2f} > {amount / 100:.2f}"
        raise _WrongError(code="order.refund", detail=detail)
    return tuple(RefundNews(number, back, at) for number, back in numbered.items())


def _first(rows: Sequence[Any], name: str) -> Any:
    return next((value for row in rows if (value := getattr(row, name)) is not None), None)


def _most(rows: Sequence[Any], name: str) -> int:
    return max((int(value) for row in rows if (value := getattr(row, name)) is not None), default=0)


def _time(rows: Sequence[Any], name: str) -> datetime | None:
    """The last that its rows tell; when it was placed, the first."""
    told = [datetime.fromisoformat(v) for row in rows if (v := getattr(row, name)) is not None]
    if not told:
        return None
    return min(told) if name == "placed_at" else max(told)
