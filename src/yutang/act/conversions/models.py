"""The webhook of conversions and what it was told."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Float,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class ConversionHook(Base):
    """Where conversions of a corp are told."""

    __tablename__ = "conversion_hooks"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    url: Mapped[str]
    sealed_secret: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    fields: Mapped[dict[str, Any]]
    """Name of a field to its words with placeholders."""
    only_clicks: Mapped[bool]
    enabled: Mapped[bool]
    changed_by: Mapped[str]
    changed_at: Mapped[datetime]


class ConversionSend(Base):
    """One conversion on its way; the other system knows a repeat by the id."""

    __tablename__ = "conversion_sends"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "visit", "event"),
        CheckConstraint("state in ('due', 'taken', 'failed')", name="state"),
        Index("ix_conversion_sends_made", "corp_id", "made_at"),
        Index(
            "ix_conversion_sends_customer",
            "corp_id",
            "customer_id",
            postgresql_where=text("customer_id is not null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[UUID]
    visit: Mapped[str]
    customer_id: Mapped[int | None]
    event: Mapped[str]
    """add, or test."""
    payload: Mapped[dict[str, Any]]
    state: Mapped[str]
    reason: Mapped[str | None]
    status: Mapped[int | None]
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    seconds: Mapped[float | None] = mapped_column(Float)
    made_at: Mapped[datetime]
    tried_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
