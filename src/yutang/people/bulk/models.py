"""What was asked for many customers at once, and what came of it for each of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    CheckConstraint,
    Identity,
    Index,
    Integer,
    PrimaryKeyConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class BulkAct(Base):
    """One act on a selection: its dry run, its confirmation, where it stands, how it ended."""

    __tablename__ = "bulk_acts"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint(
            "state in ('planning', 'planned', 'running', 'paused', 'ended', 'cancelled', 'failed')",
            name="state",
        ),
        CheckConstraint("source in ('ids', 'filter', 'undone')", name="source"),
        Index("ix_bulk_acts_asked", "corp_id", "asked_at", "id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    kind: Mapped[str]
    arguments: Mapped[dict[str, Any]]
    about: Mapped[dict[str, Any]]
    """What the arguments were called when it was asked: names outlive what they name."""
    source: Mapped[str]
    ids: Mapped[list[int] | None] = mapped_column(ARRAY(Integer))
    """Of source `ids`, ascending. Customer ids are dense and fit four bytes."""
    wanted: Mapped[dict[str, Any] | None]
    """Of source `filter`."""
    question: Mapped[str | None]
    """The list's address, so that a person finds the same list again."""
    undone_id: Mapped[int | None]
    """Of source `undone`: the act that is taken back."""
    state: Mapped[str]
    confirmed_at: Mapped[datetime | None]
    """Who stands still before and after it differ: an unconfirmed one plans, another runs."""
    planned_at: Mapped[datetime | None]
    found: Mapped[int] = mapped_column(server_default=text("0"))
    plan: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    """How many by outcome, as the dry run found them."""
    samples: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    """A few customer ids by outcome."""
    calls: Mapped[int] = mapped_column(server_default=text("0"))
    """Calls of WeCom that the act will cause."""
    shown: Mapped[dict[str, Any] | None]
    """The numbers that were confirmed, if the recount before the run found others."""
    results: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    chunks: Mapped[int] = mapped_column(server_default=text("0"))
    place: Mapped[int] = mapped_column(server_default=text("0"))
    """Planning: the last customer (or the undone act's chunk) looked at. Running: the chunk."""
    done: Mapped[int] = mapped_column(server_default=text("0"))
    asked_by: Mapped[str]
    asked_by_name: Mapped[str]
    reason: Mapped[str | None]
    asked_at: Mapped[datetime]
    resumed_at: Mapped[datetime]
    resumed_done: Mapped[int] = mapped_column(server_default=text("0"))
    updated_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class BulkOutcome(Base):
    """Customers of one chunk that share an outcome: a row for thousands, not one for each.

    `phase` is plan or run; a customer whom the dry run skipped has no row of the run.
    """

    __tablename__ = "bulk_outcomes"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "act_id", "phase", "chunk", "outcome"),)

    corp_id: Mapped[int]
    act_id: Mapped[int]
    phase: Mapped[str]
    chunk: Mapped[int]
    outcome: Mapped[str]
    """`changed`, or the reason why not."""
    ids: Mapped[list[int]] = mapped_column(ARRAY(Integer))
