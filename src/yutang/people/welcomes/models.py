"""One row per add event; a half add and its completion end as one."""

from datetime import datetime

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Welcome(Base):
    """Written by the inbox's own insert, so that an add without a row cannot be."""

    __tablename__ = "welcomes"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_welcomes_open", "id", postgresql_where=text("outcome in ('due', 'sending')")),
        Index("ix_welcomes_day", "corp_id", "received_at", "id"),
        Index("ix_welcomes_pair", "corp_id", "external_id", "account", "occurred_at"),
        Index("ix_welcomes_channel", "corp_id", "channel", "received_at"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    inbox_id: Mapped[int]
    agent_id: Mapped[int]
    account: Mapped[str]
    external_id: Mapped[str]
    half: Mapped[bool]
    owner_change: Mapped[bool] = mapped_column(server_default=text("false"))
    """A transfer, share or assignment, as the reading showed: it counts as no add."""
    channel: Mapped[str | None]
    code: Mapped[str | None]
    occurred_at: Mapped[datetime]
    received_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(server_default=text("'due'"))
    """due, sending, sent, late, impossible, failed or superseded."""
    reason: Mapped[str | None]
    detail: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    next_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    """Not before this moment: the lease of a claim, or the pause before another try."""
    ended_at: Mapped[datetime | None]
    greeting_id: Mapped[int | None]
    """Which of our welcomes applied, whether or not it went out."""
    standing: Mapped[str | None]
    """new, returning or unknown: whom it was chosen for, by what was known then."""
