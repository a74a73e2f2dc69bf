"""Tasks."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Identity,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

OPEN = text("state = 'open'")
CLOSED = text("state <> 'open'")


class Task(Base):
    """One thing one member has to do until a moment, or one that waits in a leader's pool."""

    __tablename__ = "tasks"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("state in ('open', 'done', 'dropped')", name="state"),
        CheckConstraint("priority between 0 and 2", name="priority"),
        CheckConstraint("proof in ('none', 'text', 'file', 'either')", name="proof"),
        CheckConstraint("jsonb_typeof(words) = 'object'", name="words"),
        Index("ix_tasks_due", "corp_id", "staff_id", "due_at", "id", postgresql_where=OPEN),
        Index("ix_tasks_customer", "corp_id", "customer_id", "due_at", "id"),
        Index(
            "ix_tasks_open",
            "corp_id",
            "due_at",
            "id",
            postgresql_where=OPEN,
            # Counted with any condition without the rows themselves.
            postgresql_include=["kind", "staff_id", "priority"],
        ),
        Index("ix_tasks_kind", "corp_id", "kind", "due_at", "id", postgresql_where=OPEN),
        Index(
            "ix_tasks_pooled",
            "corp_id",
            "staff_id",
            "due_at",
            "id",
            postgresql_where=text("state = 'open' and pooled"),
        ),
        Index(
            "ix_tasks_closed",
            "corp_id",
            "state",
            "done_at",
            "id",
            postgresql_where=CLOSED,
            postgresql_include=["staff_id"],
        ),
        Index(
            "ix_tasks_closed_of", "corp_id", "staff_id", "done_at", "id", postgresql_where=CLOSED
        ),
        Index(
            "ix_tasks_escalated",
            "corp_id",
            "escalated_to",
            "due_at",
            "id",
            postgresql_where=text("state = 'open' and escalated_to is not null"),
        ),
        Index(
            "ix_tasks_late",
            "corp_id",
            "due_at",
            "id",
            postgresql_where=text("state = 'open' and escalated_at is null"),
        ),
        Index(
            "ix_tasks_title",
            "corp_id",
            "title",
            "due_at",
            "id",
            postgresql_where=OPEN,
            # So that the beginning of a title finds it, in whatever order a language sorts.
            postgresql_ops={"title": "text_pattern_ops"},
        ),
        Index(
            "uq_tasks_source",
            "corp_id",
            "source",
            "source_key",
            unique=True,
            postgresql_where=text("source_key is not null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    kind: Mapped[str]
    """A key of `kinds.KINDS`."""
    staff_id: Mapped[int]
    """Who has it; of a pooled one the leader who is to find somebody for it."""
    customer_id: Mapped[int | None]
    title: Mapped[str]
    """Of a task of the system the Chinese of its `words`, shortened."""
    words: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """Its code and what belongs to it, of a task that the system made."""
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(server_default=text("'open'"))
    """open, done or dropped."""
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None]
    result: Mapped[str] = mapped_column(server_default=text("''"))
    priority: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """0 normal, 1 high, 2 urgent."""
    link: Mapped[str] = mapped_column(server_default=text("''"))
    """A path of ours or an https address; empty for none."""
    proof: Mapped[str] = mapped_column(server_default=text("'none'"))
    """What must be shown when it is done: none, text, file or either."""
    proof_text: Mapped[str] = mapped_column(server_default=text("''"))
    proof_file_id: Mapped[int | None]
    source: Mapped[str] = mapped_column(server_default=text("'hand'"))
    """What made it; with `source_key` once only."""
    source_key: Mapped[str | None]
    pooled: Mapped[bool] = mapped_column(server_default=text("false"))
    from_staff_id: Mapped[int | None]
    """Who had it before it came into the pool."""
    escalated_at: Mapped[datetime | None]
    """When it was seen to be late for too long, since it was last given or put off."""
    escalated_to: Mapped[int | None]
    """The leader who was shown it; None where nobody leads its member."""
    snoozes: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """How often its member put it off."""
