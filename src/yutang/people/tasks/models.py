"""Tasks."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

OPEN = text("state = 'open'")


class Task(Base):
    """One thing one member has to do until a moment."""

    __tablename__ = "tasks"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("state in ('open', 'done', 'dropped')", name="state"),
        Index("ix_tasks_due", "corp_id", "staff_id", "due_at", "id", postgresql_where=OPEN),
        Index("ix_tasks_customer", "corp_id", "customer_id", "due_at", "id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    kind: Mapped[str]
    """follow_up."""
    staff_id: Mapped[int]
    customer_id: Mapped[int | None]
    title: Mapped[str]
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(server_default=text("'open'"))
    """open, done or dropped."""
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None]
    result: Mapped[str] = mapped_column(server_default=text("''"))
