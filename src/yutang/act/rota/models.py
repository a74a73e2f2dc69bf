"""Rotas of codes, who is off duty, what WeCom was last told."""

from datetime import date, datetime

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Identity,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Rota(Base):
    """A code's rules; a code without one has its whole list on at all hours."""

    __tablename__ = "rotas"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "channel_id"),
        CheckConstraint("day_cap between 0 and 100000", name="day_cap"),
    )

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    day_cap: Mapped[int | None]
    """So many adds a day each member of the list takes who has no cap of his own."""
    version: Mapped[int] = mapped_column(server_default=text("1"))
    changed_by: Mapped[str]
    changed_at: Mapped[datetime]


class RotaHours(Base):
    """A span of the week, in minutes of the corp's zone; `stop` above 1,440 is past midnight.

    A member who has spans of his own keeps to them, any other of the list to those of nobody.
    """

    __tablename__ = "rota_hours"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "channel_id", "id"),
        CheckConstraint("weekday between 1 and 7", name="weekday"),
        CheckConstraint("start between 0 and 1439", name="start"),
        CheckConstraint("stop > start and stop - start <= 1440", name="stop"),
    )

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    staff_id: Mapped[int | None]
    weekday: Mapped[int] = mapped_column(SmallInteger)
    """1 is Monday."""
    start: Mapped[int] = mapped_column(SmallInteger)
    stop: Mapped[int] = mapped_column(SmallInteger)


class RotaCap(Base):
    """How many adds a day a member takes through a code; 0 takes none."""

    __tablename__ = "rota_caps"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "channel_id", "staff_id"),
        CheckConstraint("day_cap between 0 and 100000", name="day_cap"),
    )

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    staff_id: Mapped[int]
    day_cap: Mapped[int]


class RotaStandIn(Base):
    """Who takes over when nobody of the list is on; the first who can."""

    __tablename__ = "rota_stand_ins"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "channel_id", "staff_id"),
        Index("ix_rota_stand_ins_staff", "corp_id", "staff_id", "channel_id"),
    )

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    staff_id: Mapped[int]
    place: Mapped[int] = mapped_column(SmallInteger)


class StaffDuty(Base):
    """A member who takes no new customers through any code now; a row goes when he is back."""

    __tablename__ = "staff_duties"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "staff_id"),
        Index("ix_staff_duties_until", "off_until", postgresql_where=text("off_until is not null")),
    )

    corp_id: Mapped[int]
    staff_id: Mapped[int]
    off_since: Mapped[datetime]
    off_until: Mapped[datetime | None]
    """None: until somebody says that he is back."""
    set_by: Mapped[str]


class ToldList(Base):
    """Which list WeCom has of a code, as far as it answered, and when to look again."""

    __tablename__ = "rota_told"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "channel_id"),
        Index("ix_rota_told_next", "next_at", postgresql_where=text("next_at is not null")),
    )

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    staff_ids: Mapped[list[int] | None] = mapped_column(ARRAY(BigInteger))
    """None: not known, so that it is told in any case."""
    told_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    """A job was asked for and has not begun."""
    refused: Mapped[str | None]
    """What WeCom said when it last refused a list."""
    refused_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]


class CapHit(Base):
    """A member came to his cap, and how many more came until WeCom had the list without him."""

    __tablename__ = "rota_cap_hits"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "channel_id", "day", "staff_id", "day_cap"),)

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    day: Mapped[date]
    """In the corp's zone."""
    staff_id: Mapped[int]
    day_cap: Mapped[int]
    reached_at: Mapped[datetime]
    told_at: Mapped[datetime]
    over: Mapped[int]
