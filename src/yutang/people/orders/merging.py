"""One order out of all its news, whatever their order and however often each comes.

A stamp, moment and value in one text, says which of two news counts: the newer one, and of one
moment the greater value. As texts stamps sort by time.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final

from .checking import over_refund
from .schemas import STATUSES, Change, OrderItem, OrderNews, RefundNews, Status

BITS: Final[dict[Status, int]] = {status: 1 << place for place, status in enumerate(STATUSES)}
TOLD: Final = "told"
"""Under this name stands the stamp of the newest news that spoke of the order itself."""


@dataclass(slots=True)
class Known:
    """An order as it is known so far."""

    source: str
    number: str
    id: int | None = None
    customer_id: int | None = None
    status: Status = "placed"
    moments: dict[Status, datetime] = field(default_factory=dict)
    """When it came so far: the earliest that was ever said."""
    amount_fen: int = 0
    discount_fen: int = 0
    freight_fen: int = 0
    store_number: str | None = None
    staff_account: str | None = None
    channel: str | None = None
    told_at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    said: dict[str, str] = field(default_factory=dict)
    logged: int = 0
    erased: bool = False
    store_id: int | None = None
    staff_id: int | None = None
    credit: str | None = None
    credit_of: int | None = None
    """For which buyer the credit was given."""
    items: tuple[OrderItem, ...] | None = None
    """New ones; None: those that are written stay."""
    refunds: dict[str, RefundNews] = field(default_factory=dict)
    logged_refunds: set[str] = field(default_factory=set)
    new_refunds: set[str] = field(default_factory=set)
    """Which are to be written."""
    touched: bool = False
    """Whether anything is to be written."""

    @property
    def refunded_fen(self) -> int:
        """All that went back."""
        return sum(refund.amount_fen for refund in self.refunds.values())

    @property
    def bought_at(self) -> datetime | None:
        """When it was paid, or completed where nobody told of a payment; None if cancelled."""
        if self.status == "cancelled":
            return None
        return self.moments.get("paid") or (
            self.moments.get("completed") if self.status == "completed" else None
        )

    def due(self) -> list[Status]:
        """Transitions that have to stand in the log and do not."""
        if self.customer_id is None:
            return []
        return [one for one in STATUSES if one in self.moments and not self.logged & BITS[one]]

    def due_refunds(self) -> list[RefundNews]:
        """Refunds that have to stand in the log and do not."""
        if self.customer_id is None:
            return []
        return [
            refund
            for number, refund in sorted(self.refunds.items())
            if number not in self.logged_refunds
        ]


def stamp(at: datetime, value: str) -> str:
    """Sorts by time, then by value."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}~{value}"


def take_in(known: Known, news: OrderNews, customer_id: int | None) -> tuple[Change, str | None]:
    """Change `known` by news that were checked; what came of them, with the reason if refused."""
    told = _told(news)
    is_first = TOLD not in known.said
    is_newer = told > known.said.get(TOLD, "")
    refunds = _with_refunds(known.refunds, news.refunds)
    amount_fen = news.amount_fen if is_newer else known.amount_fen
    if fault := over_refund(news.number, list(refunds.values()), amount_fen):
        return "refused", fault
    before = _facts(known)
    if is_newer:
        known.said[TOLD] = told
        known.status = news.status or "paid"
        known.amount_fen = news.amount_fen
        known.discount_fen, known.freight_fen = news.discount_fen, news.freight_fen
        known.told_at = news.at
    _move(known, news)
    _keep(known, news, customer_id)
    known.new_refunds |= {
        number for number, refund in refunds.items() if known.refunds.get(number) != refund
    }
    known.refunds = refunds
    has_changed = _facts(known) != before
    known.touched |= has_changed or is_newer
    return _outcome(
        is_first=is_first,
        is_newer=is_newer or news.status is None,
        has_changed=has_changed,
        is_same=told == known.said[TOLD],
    ), None


def _outcome(*, is_first: bool, is_newer: bool, has_changed: bool, is_same: bool) -> Change:
    if is_first:
        return "new"
    if has_changed:
        return "changed" if is_newer else "late"
    return "same" if is_newer or is_same else "late"


def _told(news: OrderNews) -> str:
    """The stamp of what is said of the order itself; news of refunds only stand below all else."""
    whole = json.dumps(
        [
            news.amount_fen,
            news.discount_fen,
            news.freight_fen,
            news.placed_at.astimezone(UTC).isoformat(),
            news.paid_at and news.paid_at.astimezone(UTC).isoformat(),
            news.store_number,
            news.staff_account,
            news.channel_state,
            _items_key(news.items),
        ]
    )
    rank = STATUSES.index(news.status) if news.status is not None else 0
    mark = stamp(news.at, f"{rank}{hashlib.sha256(whole.encode()).hexdigest()[:16]}")
    return mark if news.status is not None else f"!{mark}"


def _items_key(items: Iterable[OrderItem]) -> str:
    told = json.dumps([[i.sku, i.name, i.category, i.quantity, i.price_fen] for i in items])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _with_refunds(
    known: dict[str, RefundNews], news: Iterable[RefundNews]
) -> dict[str, RefundNews]:
    """All refunds; of one number the newest, of one moment the greater."""
    found = dict(known)
    for refund in news:
        other = found.get(refund.number)
        if other is None or (refund.at, refund.amount_fen) > (other.at, other.amount_fen):
            found[refund.number] = replace(refund, at=refund.at.astimezone(UTC))
    return found


def _move(known: Known, news: OrderNews) -> None:
    """The moments that the news tell of."""
    said: dict[Status, datetime] = {"placed": news.placed_at}
    if news.paid_at is not None:
        said["paid"] = news.paid_at
    if news.status not in (None, "placed") and not (news.status == "paid" and news.paid_at):
        said[news.status] = news.at
    for status, at in said.items():
        moment = at.astimezone(UTC)
        if status not in known.moments or moment < known.moments[status]:
            known.moments[status] = moment


def _keep(known: Known, news: OrderNews, customer_id: int | None) -> None:
    account = news.staff_account.lower() if news.staff_account else None
    told: dict[str, tuple[str, Any]] = {}
    if customer_id is not None and not known.erased:
        told["customer_id"] = (f"{customer_id:020d}", customer_id)
    for name, value in (
        ("store_number", news.store_number),
        ("staff_account", account),
        ("channel", news.channel_state),
    ):
        if value:
            told[name] = (value, value)
    if news.items:
        told["items"] = (_items_key(news.items), news.items)
    for name, (key, value) in told.items():
        mark = stamp(news.at, key)
        if mark > known.said.get(name, ""):
            if name != "items" or known.said.get(name, "").rpartition("~")[2] != key:
                setattr(known, name, value)
            known.said[name] = mark


def _facts(known: Known) -> tuple[Any, ...]:
    """What a reader of the order sees; the moments of news apart."""
    return (
        known.status,
        known.customer_id,
        known.amount_fen,
        known.discount_fen,
        known.freight_fen,
        known.store_number,
        known.staff_account,
        known.channel,
        known.items,
        tuple(sorted(known.moments.items())),
        tuple(sorted((n, r.amount_fen, r.at) for n, r in known.refunds.items())),
    )
