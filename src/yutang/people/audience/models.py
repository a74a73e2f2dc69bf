"""What of PostgreSQL the engine holds, and what it still has to read."""

from datetime import datetime

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class AudienceState(Base):
    """A corp that the engine holds, or builds."""

    __tablename__ = "audience_states"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    store: Mapped[str]
    """The store it is built in: another one begins anew."""
    era: Mapped[int] = mapped_column(SmallInteger)
    """Of the installation: after a restore all is read again."""
    since: Mapped[datetime | None]
    """From then on changes leave marks; null: none are left any more."""
    built_at: Mapped[datetime | None]
    """Null: it is being read."""
    stage: Mapped[str] = mapped_column(server_default=text("''"))
    """What is being read: people, orders or events."""
    done: Mapped[int] = mapped_column(server_default=text("0"))
    total: Mapped[int] = mapped_column(server_default=text("0"))
    wanted_at: Mapped[datetime | None]
    """When somebody asked to read all of it again."""


class AudienceMark(Base):
    """A person or an order of whom something changed: to be looked at again."""

    __tablename__ = "audience_marks"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_audience_marks_few", "corp_id", "id", postgresql_where=text("not bulk")),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    what: Mapped[str]
    """person or order."""
    ref: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    bulk: Mapped[bool] = mapped_column(server_default=text("false"))
    """Left by a statement about more than a hundred."""
