"""Mails that went out, webhooks and what they were told."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Float,
    Identity,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class NoticeMail(Base):
    """One mail to one person: written down before it goes, so that none goes twice."""

    __tablename__ = "notice_mails"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint(
            "state in ('sending', 'sent', 'refused', 'failed', 'unknown')", name="state"
        ),
        Index("ix_notice_mails_receiver", "corp_id", "receiver", "made_at"),
        Index("ix_notice_mails_made", "corp_id", "made_at"),
        Index(
            "ix_notice_mails_open", "corp_id", "made_at", postgresql_where=text("state = 'sending'")
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[UUID]
    receiver: Mapped[str]
    purpose: Mapped[str]
    """notices, or confirm: the link that proves an address."""
    state: Mapped[str]
    """sending, sent, refused, failed (surely not sent; tried anew), unknown."""
    reason: Mapped[str | None]
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Webhook(Base):
    """An address of the corp that is told of notices."""

    __tablename__ = "notice_webhooks"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "id"),)

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    url: Mapped[str]
    sealed_secret: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    """Read by the owner alone."""
    kinds: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    """None: every kind, also those to come."""
    enabled: Mapped[bool]
    failures: Mapped[int] = mapped_column(server_default=text("0"))
    """Attempts that failed since the last that did not."""
    failing_since: Mapped[datetime | None]
    off_reason: Mapped[str | None]
    """Why it was turned off, where nobody did that."""
    created_by: Mapped[str]
    created_at: Mapped[datetime]


class WebhookDelivery(Base):
    """What one webhook is told once; its id stays the same however often it is tried."""

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "webhook_id", "source_key"),
        CheckConstraint("state in ('due', 'taken', 'failed')", name="state"),
        Index(
            "ix_webhook_deliveries_due",
            "corp_id",
            "next_at",
            postgresql_where=text("state = 'due'"),
        ),
        Index("ix_webhook_deliveries_made", "corp_id", "webhook_id", "made_at"),
        Index("ix_webhook_deliveries_customers", "customer_ids", postgresql_using="gin"),
    )

    corp_id: Mapped[int]
    id: Mapped[UUID]
    webhook_id: Mapped[int]
    kind: Mapped[str]
    source_key: Mapped[str]
    payload: Mapped[Any] = mapped_column(JSONB)
    customer_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    state: Mapped[str]
    reason: Mapped[str | None]
    """Of the last attempt that failed."""
    status: Mapped[int | None]
    """HTTP status of the last answer; None: there was none."""
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    seconds: Mapped[float | None] = mapped_column(Float)
    made_at: Mapped[datetime]
    tried_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
    """When it may be taken; whoever takes it moves this on by a lease."""
