"""Settings of RFM, its reckonings, who is in which class."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Identity,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    Text,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

from .schemas import RunState

_ZERO = text("0")


class RfmSetting(Base):
    """How a corp scores its buyers; without a row as it begins."""

    __tablename__ = "rfm_settings"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    version: Mapped[int]
    settings: Mapped[dict[str, Any]]
    updated_by: Mapped[str]
    updated_at: Mapped[datetime]


class RfmRun(Base):
    """One reckoning with the settings of its moment; at most one of a corp is unfinished."""

    __tablename__ = "rfm_runs"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("state in ('waiting', 'reckoning', 'moving', 'done')", name="state"),
        Index(
            "uq_rfm_runs_open",
            "corp_id",
            unique=True,
            postgresql_where=text("state in ('waiting', 'reckoning', 'moving')"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    state: Mapped[RunState] = mapped_column(Text())
    asked_by: Mapped[str]
    version: Mapped[int]
    settings: Mapped[dict[str, Any]]
    at: Mapped[datetime]
    """From here days are counted back."""
    started_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    scale: Mapped[dict[str, Any] | None]
    people: Mapped[int] = mapped_column(server_default=_ZERO)
    before_id: Mapped[int | None]
    """The run that was in force when this one came into force."""
    moves: Mapped[int] = mapped_column(server_default=_ZERO)
    """Changes of class since `before_id`; none after the first run."""
    shard: Mapped[int] = mapped_column(server_default=_ZERO)
    place: Mapped[int] = mapped_column(server_default=_ZERO)
    """So many changes of `shard` stand in the event log."""
    moved: Mapped[int] = mapped_column(server_default=_ZERO)
    """So many of all of them do."""
    reason: Mapped[str | None]


class RfmState(Base):
    """Which run is in force: the one word by which all readers change over."""

    __tablename__ = "rfm_states"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    run_id: Mapped[int]
    since: Mapped[datetime]


class RfmClass(Base):
    """Who is in a class of a run, by shard of 2^20 ids, as a roaring bitmap."""

    __tablename__ = "rfm_classes"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "run_id", "key", "shard"),)

    corp_id: Mapped[int]
    run_id: Mapped[int]
    key: Mapped[str]
    shard: Mapped[int]
    bits: Mapped[bytes] = mapped_column(LargeBinary)
    held: Mapped[int]


class RfmCell(Base):
    """How many share scores in a run."""

    __tablename__ = "rfm_cells"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "run_id", "r", "f", "m"),)

    corp_id: Mapped[int]
    run_id: Mapped[int]
    r: Mapped[int] = mapped_column(SmallInteger)
    f: Mapped[int] = mapped_column(SmallInteger)
    m: Mapped[int] = mapped_column(SmallInteger)
    key: Mapped[str]
    people: Mapped[int]
    orders: Mapped[int]
    amount_fen: Mapped[int]
