"""What is sent to WeCom: a call's message, fixed before it goes out, and each member it is for."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Index,
    PrimaryKeyConstraint,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class NoticeSend(Base):
    """One message of the app to up to a thousand members.

    Its words and receivers never change: only an equal request is dropped by WeCom as repeated.
    """

    __tablename__ = "notice_sends"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("state in ('due', 'sent', 'refused', 'unknown')", name="state"),
        Index("ix_notice_sends_due", "corp_id", "next_at", postgresql_where=text("state = 'due'")),
        Index("ix_notice_sends_made", "corp_id", "made_at"),
    )

    corp_id: Mapped[int]
    id: Mapped[UUID]
    """Also the task id of a card."""
    agent_id: Mapped[int]
    message: Mapped[Any] = mapped_column(JSONB)
    """A text (`content`) or a card (`title`, `body`, `url`, `buttons`)."""
    urgent: Mapped[bool]
    staff_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    accounts: Mapped[list[str]] = mapped_column(ARRAY(Text))
    state: Mapped[str]
    """due, sent, refused, or unknown: it may have been sent and can no longer be repeated."""
    reason: Mapped[str | None]
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    next_at: Mapped[datetime]
    """When it may be taken; whoever takes it moves this on, so that a killed process lets go."""
    tried_at: Mapped[datetime | None]
    """The first try of which nobody knows that it did not arrive."""
    msgid: Mapped[str | None]
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class NoticeDelivery(Base):
    """A message on its way to one member, by which WeCom's limits a member are kept."""

    __tablename__ = "notice_deliveries"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "staff_id", "send_id"),
        Index("ix_notice_deliveries_send", "corp_id", "send_id"),
    )

    corp_id: Mapped[int]
    staff_id: Mapped[int]
    send_id: Mapped[UUID]
    at: Mapped[datetime | None]
    """When its call ended; until then it counts as sent now."""


class NoticeDay(Base):
    """How many person-times an app used on a day of WeCom."""

    __tablename__ = "notice_days"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "agent_id", "day"),)

    corp_id: Mapped[int]
    agent_id: Mapped[int]
    day: Mapped[date]
    used: Mapped[int]
