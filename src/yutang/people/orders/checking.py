"""What of an order cannot be, in words for who sent it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from .schemas import (
    MOST_FEN,
    MOST_ITEMS,
    MOST_REFUNDS,
    NAME_LENGTH,
    NUMBER_LENGTH,
    SOURCE_LENGTH,
    STATUSES,
    OrderItem,
    OrderNews,
    RefundNews,
)

AHEAD: Final = timedelta(minutes=10)
"""So far a source's clock may go before ours."""
OLDEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
MOST_PIECES: Final = 1_000_000
_NO_TEXT: Final = re.compile("[\x00-\x1f\ud800-\udfff]")


def find_fault(news: OrderNews, now: datetime) -> str | None:
    """The first thing that cannot be; None where all is well."""
    return next(_faults(news, now), None)


def yuan(fen: int) -> str:
    """Money for reading."""
    return f"{fen // 100}.{fen % 100:02d}"


def _faults(news: OrderNews, now: datetime) -> Iterator[str]:
    yield from _text("source", news.source, SOURCE_LENGTH)
    yield from _text("number", news.number, NUMBER_LENGTH)
    if news.status is not None and news.status not in STATUSES:
        yield f"status {news.status!r}: give one of {', '.join(STATUSES)}"
    if news.currency != "CNY":
        yield f"currency {news.currency!r}: only CNY can be taken; convert it before"
    yield from _time("at", news.at, now)
    yield from _time("placed_at", news.placed_at, now)
    if news.paid_at is not None:
        yield from _time("paid_at", news.paid_at, now)
    for name in ("amount_fen", "discount_fen", "freight_fen"):
        yield from _money(name, getattr(news, name))
    for name in ("store_number", "staff_account", "channel_state"):
        if (told := getattr(news, name)) is not None:
            yield from _text(name, told, NUMBER_LENGTH)
    yield from _items(news.items)
    yield from _refunds(news, now)


def _items(items: tuple[OrderItem, ...]) -> Iterator[str]:
    if len(items) > MOST_ITEMS:
        yield f"items: at most {MOST_ITEMS} lines"
    for item in items:
        yield from _text("sku", item.sku, NUMBER_LENGTH)
        yield from _text("item name", item.name, NAME_LENGTH)
        if item.category:
            yield from _text("category", item.category, NUMBER_LENGTH)
        if not 1 <= item.quantity <= MOST_PIECES:
            yield f"quantity {item.quantity} of {item.sku!r}: give 1 to {MOST_PIECES}"
        yield from _money("price_fen", item.price_fen)


def _refunds(news: OrderNews, now: datetime) -> Iterator[str]:
    if len(news.refunds) > MOST_REFUNDS:
        yield f"refunds: at most {MOST_REFUNDS}"
    by_number: dict[str, RefundNews] = {}
    for refund in news.refunds:
        yield from _text("refund number", refund.number, NUMBER_LENGTH)
        yield from _time("refund at", refund.at, now)
        if refund.amount_fen < 1:
            yield f"refund {refund.number!r} of {refund.amount_fen} fen: give more than 0"
        by_number[refund.number] = refund
    if fault := over_refund(news.number, list(by_number.values()), news.amount_fen):
        yield fault


def over_refund(number: str, refunds: list[RefundNews], amount_fen: int) -> str | None:
    """Says so where more would go back than was paid."""
    back = sum(refund.amount_fen for refund in refunds)
    if back <= amount_fen:
        return None
    newest = max(refunds, key=lambda refund: (refund.at, refund.number))
    return (
        f"order {number!r}: its refunds come to {yuan(back)} yuan, more than its"
        f" {yuan(amount_fen)}; check refund {newest.number!r} of {yuan(newest.amount_fen)}"
    )


def _text(name: str, told: str, most: int) -> Iterator[str]:
    if not told.strip():
        yield f"{name}: is empty"
    if len(told) > most:
        yield f"{name}: {len(told)} characters; at most {most}"
    if _NO_TEXT.search(told):
        yield f"{name}: holds a sign that is no text (a control character or half a pair)"


def _time(name: str, told: datetime, now: datetime) -> Iterator[str]:
    if told.tzinfo is None:
        yield f"{name} {told.isoformat()}: has no time zone; add it, such as +08:00"
    elif told > now + AHEAD:
        yield (
            f"{name} {told.isoformat()} lies ahead of now ({now.isoformat()}); check the source's"
            " clock and time zone"
        )
    elif told < OLDEST:
        yield f"{name} {told.isoformat()}: lies before 1990; check its unit"


def _money(name: str, fen: int) -> Iterator[str]:
    if not 0 <= fen <= MOST_FEN:
        yield f"{name} {fen}: give fen from 0 to {MOST_FEN}"
