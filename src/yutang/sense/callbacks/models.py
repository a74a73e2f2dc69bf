"""The inbox and its refusals. Outside row-level security: one insert mixes corps."""

from datetime import datetime

from sqlalchemy import Identity, Index, LargeBinary, PrimaryKeyConstraint, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class InboxRow(Base):
    """One callback as it came, and how far it got."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_waiting", "id", postgresql_where=text("status = 'waiting'")),
        Index(
            "ix_inbox_subject",
            "corp_id",
            "subject",
            "id",
            postgresql_where=text("status = 'waiting'"),
        ),
        # The few that a person looks for; every index more is paid by each callback.
        Index(
            "ix_inbox_held",
            "corp_id",
            "status",
            "id",
            postgresql_where=text("status in ('dead', 'kept')"),
        ),
    )

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    corp_id: Mapped[int]
    agent_id: Mapped[int]
    key: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    """The deduplication key of design §3.1."""
    event: Mapped[str]
    change_type: Mapped[str]
    subject: Mapped[str]
    """The customer, chat or object it is about: rows of one subject are handled in order."""
    occurred_at: Mapped[datetime]
    received_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    xml: Mapped[str]
    status: Mapped[str] = mapped_column(server_default=text("'waiting'"))
    """waiting, done, kept (no feature reads it yet) or dead."""
    reason: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    next_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    """Not before this moment: the lease of a claim, or the pause before another try."""
    handled_at: Mapped[datetime | None]


class RefusalRow(Base):
    """Callbacks refused for one reason; at most one row per app and reason, whoever knocks."""

    __tablename__ = "callback_refusals"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "agent_id", "reason"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    """0 when the address names no corp of this installation."""
    agent_id: Mapped[int] = mapped_column(autoincrement=False)
    """0 when the address names no app of the corp."""
    reason: Mapped[str]
    path: Mapped[str]
    count: Mapped[int]
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
