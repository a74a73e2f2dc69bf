"""What customers said, as far as it was told; which sources tell; who fell silent."""

from datetime import date, datetime

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

OPEN = text("ended_at is null")


class ActivitySource(Base):
    """A source that tells of customers' own acts, since its first word."""

    __tablename__ = "activity_sources"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "source"),)

    corp_id: Mapped[int]
    source: Mapped[str]
    """`links`: how often customers of acquisition links wrote, up to ten; others are to come."""
    since: Mapped[datetime | None]
    """Of its callbacks; what a relation that began before had said by then was not told."""
    last_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    """When it was last read from WeCom as a whole."""
    reason: Mapped[str | None]
    """Why the last reading failed."""


class Activation(Base):
    """How many messages of a customer to a member one source has told of: at least `messages`.

    A row with 0 says that he had sent none at `as_of`; without a row nothing is known.
    `reached_n_at` is the moment at which the n-th was known to be sent; a lower one that was
    never told of by itself takes the moment of the next higher.
    """

    __tablename__ = "activations"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "customer_id", "staff_id", "source"),)

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    staff_id: Mapped[int]
    source: Mapped[str]
    messages: Mapped[int]
    reached_1_at: Mapped[datetime | None]
    reached_3_at: Mapped[datetime | None]
    reached_5_at: Mapped[datetime | None]
    reached_10_at: Mapped[datetime | None]
    as_of: Mapped[datetime]


class Silence(Base):
    """A time in which a customer gave no sign, though a source would have told of one."""

    __tablename__ = "silences"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "id"),
        Index("ix_silences_open", "corp_id", "customer_id", unique=True, postgresql_where=OPEN),
        Index("ix_silences_began", "corp_id", "began_at"),
        Index("ix_silences_ended", "corp_id", "ended_at"),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    last_sign_at: Mapped[datetime]
    began_at: Mapped[datetime]
    """`last_sign_at` plus the corp's days of patience."""
    source: Mapped[str]
    ended_at: Mapped[datetime | None]
    why_ended: Mapped[str | None]
    """sign (he wrote, bought or came), left (no friend any more), patience (the corp's days were
    changed), unknown (no source tells any more)."""


class SilenceTally(Base):
    """What the last judging of a corp found, and how far a running one has come."""

    __tablename__ = "silence_tallies"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    days: Mapped[int]
    friends: Mapped[int]
    judged: Mapped[int]
    """Of the friends those of whom a source would tell; of the rest nothing can be said."""
    silent: Mapped[int]
    as_of: Mapped[datetime]
    place: Mapped[int]
    """The last customer of a running pass; 0 when none runs."""
    counting_days: Mapped[int]
    counting_friends: Mapped[int]
    counting_judged: Mapped[int]
    counting_silent: Mapped[int]
    began_at: Mapped[datetime | None]
    judged_on: Mapped[date | None]
    """The corp's day of the last whole pass: one a night."""
