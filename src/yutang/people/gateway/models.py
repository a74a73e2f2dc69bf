"""What all processes know of WeCom's quotas together. Owner's tables: calls name their corp."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

OPEN = text("state in ('running', 'failed')")


class Quota(Base):
    """One bucket: an API's window of a corp, or of our own address (corp 0).

    `full_at` is when the bucket will be full again: the one number that says its level at any
    moment. `used` counts the calls since `window_at`, the beginning of the clock's window.
    """

    __tablename__ = "gateway_quotas"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "path", "seconds"),)

    corp_id: Mapped[int]
    path: Mapped[str]
    seconds: Mapped[int]
    full_at: Mapped[datetime]
    window_at: Mapped[datetime]
    used: Mapped[int]


class Brake(Base):
    """What WeCom's refusals taught: `stop` after 45009, `slow` after 45033 and its like."""

    __tablename__ = "gateway_brakes"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "path", "kind"),)

    corp_id: Mapped[int]
    path: Mapped[str]
    kind: Mapped[str]
    errcode: Mapped[int]
    at_once: Mapped[int | None]
    strikes: Mapped[int]
    since: Mapped[datetime]
    until: Mapped[datetime]


class Slot(Base):
    """One of the calls that may be under way at once; leased, so that a kill frees it."""

    __tablename__ = "gateway_slots"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "path", "slot"),)

    corp_id: Mapped[int]
    path: Mapped[str]
    slot: Mapped[int]
    lease: Mapped[UUID]
    until: Mapped[datetime]


class Wait(Base):
    """How many calls of a process wait at an API's door, as it said at `seen_at`."""

    __tablename__ = "gateway_waits"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "path", "urgency", "holder"),)

    corp_id: Mapped[int]
    path: Mapped[str]
    urgency: Mapped[int]
    holder: Mapped[UUID]
    waiting: Mapped[int]
    reason: Mapped[str]
    until: Mapped[datetime]
    seen_at: Mapped[datetime]


class BulkRun(Base):
    """A long piece of work over a whole company: where it stands, so that it can go on."""

    __tablename__ = "bulk_runs"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("state in ('running', 'failed', 'ended', 'dropped')", name="state"),
        Index("ix_bulk_runs_open", "corp_id", "kind", unique=True, postgresql_where=OPEN),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    kind: Mapped[str]
    path: Mapped[str]
    asked_by: Mapped[str]
    state: Mapped[str]
    cursor: Mapped[dict[str, Any]]
    total: Mapped[int | None]
    done: Mapped[int]
    calls: Mapped[int]
    reason: Mapped[str | None]
    started_at: Mapped[datetime]
    resumed_at: Mapped[datetime]
    resumed_done: Mapped[int]
    updated_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
