"""Orders, and what is reckoned from them by night."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Double,
    Identity,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

_ZERO = text("0")


class Order(Base):
    """One order as its source tells of it; of several news the newest counts.

    `said` keeps, by what a source may leave out, which news last said it, so that the order of
    arrival never matters.
    """

    __tablename__ = "orders"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "source", "number"),
        CheckConstraint(
            "status in ('placed', 'paid', 'shipped', 'completed', 'cancelled')", name="status"
        ),
        CheckConstraint("amount_fen between 0 and 1000000000000", name="amount_fen"),
        CheckConstraint("refunded_fen between 0 and amount_fen", name="refunded_fen"),
        Index("ix_orders_number", "corp_id", "number"),
        Index("ix_orders_placed", "corp_id", "placed_at", "id"),
        Index("ix_orders_customer", "corp_id", "customer_id", "placed_at", "id"),
        Index("ix_orders_staff", "corp_id", "staff_id", "placed_at", "id"),
        Index("ix_orders_store", "corp_id", "store_id", "placed_at", "id"),
        Index("ix_orders_bought", "corp_id", "bought_at"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    source: Mapped[str]
    number: Mapped[str]
    """The source's own."""
    customer_id: Mapped[int | None]
    status: Mapped[str]
    placed_at: Mapped[datetime]
    paid_at: Mapped[datetime | None]
    shipped_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    bought_at: Mapped[datetime | None]
    """When it was paid, or completed where nobody told of a payment; null of what was neither, or
    was cancelled."""
    amount_fen: Mapped[int]
    """What the buyer pays in all: less the discount, with freight."""
    discount_fen: Mapped[int] = mapped_column(server_default=_ZERO)
    freight_fen: Mapped[int] = mapped_column(server_default=_ZERO)
    refunded_fen: Mapped[int] = mapped_column(server_default=_ZERO)
    currency: Mapped[str] = mapped_column(server_default=text("'CNY'"))
    store_number: Mapped[str | None]
    """As said; `store_id` is null where no store has it."""
    store_id: Mapped[int | None]
    staff_account: Mapped[str | None]
    """As said, in lower case."""
    staff_id: Mapped[int | None]
    """Who is credited."""
    credit: Mapped[str | None]
    """Why: named by the order, holder of the relation, first who added him; unknown: the account
    that the order names is nobody's."""
    channel: Mapped[str | None]
    """What the order says it came through: a code's `state`."""
    told_at: Mapped[datetime]
    """The time of the newest news."""
    said: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    logged: Mapped[int] = mapped_column(SmallInteger, server_default=_ZERO)
    """Which transitions stand in the event log, as bits."""
    erased: Mapped[bool] = mapped_column(server_default=text("false"))
    """Its buyer was erased: it is never tied to a person again."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class OrderItem(Base):
    """One line of an order."""

    __tablename__ = "order_items"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "order_id", "place"),)

    corp_id: Mapped[int]
    order_id: Mapped[int]
    place: Mapped[int] = mapped_column(SmallInteger)
    sku: Mapped[str]
    name: Mapped[str]
    category: Mapped[str] = mapped_column(server_default=text("''"))
    quantity: Mapped[int]
    price_fen: Mapped[int]
    """Of one piece."""


class OrderRefund(Base):
    """Money that went back; a number counts once."""

    __tablename__ = "order_refunds"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "order_id", "number"),)

    corp_id: Mapped[int]
    order_id: Mapped[int]
    number: Mapped[str]
    amount_fen: Mapped[int]
    at: Mapped[datetime]
    logged: Mapped[bool] = mapped_column(server_default=text("false"))
    """Whether it stands in the event log."""


class OrderSource(Base):
    """Who ever told of orders."""

    __tablename__ = "order_sources"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "source"),)

    corp_id: Mapped[int]
    source: Mapped[str]
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    """When news last came, to the minute."""


class OrderCount(Base):
    """Sums of a reckoning that is under way."""

    __tablename__ = "order_counts"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "kind", "sku", "other", "days"),)

    corp_id: Mapped[int]
    kind: Mapped[str]
    """all, orders, buyers, pair, gap, or name: its count is the newest order that says it."""
    sku: Mapped[str] = mapped_column(server_default=text("''"))
    other: Mapped[str] = mapped_column(server_default=text("''"))
    days: Mapped[int] = mapped_column(server_default=_ZERO)
    count: Mapped[int]


class OrderGoods(Base):
    """What is known of a good from two years of orders."""

    __tablename__ = "order_goods"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "sku"),)

    corp_id: Mapped[int]
    sku: Mapped[str]
    name: Mapped[str]
    orders: Mapped[int]
    buyers: Mapped[int]
    gaps: Mapped[int]
    """How many times somebody bought it again."""
    refill_days: Mapped[int | None]
    """The median of the days between; null below 20 such times."""


class OrderPair(Base):
    """Goods that go with another."""

    __tablename__ = "order_pairs"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "sku", "other"),)

    corp_id: Mapped[int]
    sku: Mapped[str]
    other: Mapped[str]
    together: Mapped[int]
    """Orders with both."""
    of: Mapped[int]
    """Orders with `sku`."""
    lift: Mapped[float] = mapped_column(Double)
    """How much more often than in all orders."""


class OrderReckoning(Base):
    """When goods and pairs were last reckoned."""

    __tablename__ = "order_reckonings"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    reckoned_at: Mapped[datetime]
    orders: Mapped[int]
