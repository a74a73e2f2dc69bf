"""Notes and follow-ups."""

from datetime import datetime

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Note(Base):
    """What one person of ours wrote about a customer; a follow-up also has an outcome.

    Deleted ones stay, unseen: the audit names who deleted which.
    """

    __tablename__ = "notes"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "id"),
        Index(
            "ix_notes_pinned",
            "corp_id",
            "customer_id",
            postgresql_where=text("pinned_at is not null and deleted_at is null"),
        ),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    kind: Mapped[str]
    """note or follow_up."""
    author: Mapped[str]
    """`user:<id>` or `staff:<id>`."""
    author_name: Mapped[str]
    """As the author was called when he wrote."""
    text: Mapped[str]
    outcome: Mapped[str | None]
    """Of a follow-up: reached, no_answer, interested, not_now or refused."""
    task_id: Mapped[int | None]
    """The task of the next date, if one was set."""
    next_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    edited_at: Mapped[datetime | None]
    pinned_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    deleted_by: Mapped[str | None]
