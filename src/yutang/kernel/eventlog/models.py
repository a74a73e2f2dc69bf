"""Tables about the event log; its rows themselves stand in `kernel.events`."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Identity, Index, Integer, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

_ZERO = text("0")


class LogMonth(Base):
    """A month of the log over all corps: how much of it is in the database, and in which file.

    A frozen month that got late rows afterwards has both.
    """

    __tablename__ = "log_months"

    month: Mapped[date] = mapped_column(primary_key=True)
    """Its first day."""
    rows: Mapped[int] = mapped_column(server_default=_ZERO)
    """In the database, when they were counted."""
    bytes: Mapped[int] = mapped_column(server_default=_ZERO)
    """With indexes."""
    mark: Mapped[int | None]
    """How many changes PostgreSQL had counted then: the same number, nothing to count anew."""
    counted_at: Mapped[datetime | None]
    file: Mapped[str | None]
    """Its name in the folder of cold months; null: nothing of it is frozen."""
    sha256: Mapped[str | None]
    file_rows: Mapped[int] = mapped_column(server_default=_ZERO)
    file_bytes: Mapped[int] = mapped_column(server_default=_ZERO)
    frozen_at: Mapped[datetime | None]
    thawed_at: Mapped[datetime | None]
    """Not frozen again by itself for a while after it."""


class LogCount(Base):
    """How many events of one kind a corp has in a month, and how many went for their age."""

    __tablename__ = "log_counts"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "month", "kind"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    month: Mapped[date]
    kind: Mapped[str]
    rows: Mapped[int] = mapped_column(server_default=_ZERO)
    cold: Mapped[int] = mapped_column(server_default=_ZERO)
    """In the month's file."""
    dropped: Mapped[int] = mapped_column(server_default=_ZERO)
    told: Mapped[int] = mapped_column(server_default=_ZERO)
    """How many of the dropped ones the audit has told of."""


class LogCold(Base):
    """What a corp has in a frozen month: a page of a life asks it where the life goes on."""

    __tablename__ = "log_cold"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "month"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    month: Mapped[date]
    rows: Mapped[int]
    last_person: Mapped[int]
    """The highest number of a customer in it: who came later has nothing there."""


class LogRetention(Base):
    """For how many months a corp keeps a family of kinds, or one kind."""

    __tablename__ = "log_retentions"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "family"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    family: Mapped[str]
    months: Mapped[int | None] = mapped_column(Integer)
    """Null: for good."""
    updated_by: Mapped[str]
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class LogFloor(Base):
    """Before this moment a corp keeps nothing at all; the files follow at night."""

    __tablename__ = "log_floors"

    corp_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    before: Mapped[datetime]


class LogErased(Base):
    """The number of an erased person, to be taken out of frozen months; he has no row any more.

    Kept for good: a file that comes back from a backup is thawed without him.
    """

    __tablename__ = "log_erased"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "person"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    person: Mapped[int]
    asked_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    done_at: Mapped[datetime | None]
    """When no file held him any more."""


class LogChange(Base):
    """A row that came, changed or went in a table while it is being copied."""

    __tablename__ = "log_changes"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "place", "n"),
        Index("ix_log_changes_place", "place", "n"),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    place: Mapped[str]
    """The table's name."""
    n: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    at: Mapped[datetime]
    event_id: Mapped[int]
