"""Segments, their versions, what each refresh found, and who is in them as bitmaps."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Identity,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Sequence,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

RUNS = Sequence("segment_runs_seq", metadata=Base.metadata)


class Segment(Base):
    """A segment as it is now.

    `static`: a list of people. `dynamic`: conditions, asked anew on each use. `kept`: conditions
    that are asked by the clock, whose changes become events.
    """

    __tablename__ = "segments"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "name"),
        CheckConstraint("kind in ('static', 'dynamic', 'kept')", name="kind"),
        CheckConstraint("(kind = 'static') = (tree is null)", name="tree"),
        Index("ix_segments_due", "due_at", postgresql_where=text("due_at is not null")),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    kind: Mapped[str]
    folder: Mapped[str] = mapped_column(server_default=text("''"))
    description: Mapped[str] = mapped_column(server_default=text("''"))
    tree: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    every_minutes: Mapped[int] = mapped_column(Integer, server_default=text("5"))
    """Of a kept one: how often it is asked."""
    version: Mapped[int] = mapped_column(server_default=text("1"))
    run: Mapped[int | None]
    """Whose bits say who is in it; null: it was never asked."""
    origin: Mapped[int | None]
    """Of a list: the run that holds the people as they were listed, before any was merged."""
    size: Mapped[int | None]
    as_of: Mapped[datetime | None]
    """The moment `size` and the bits are of."""
    due_at: Mapped[datetime | None]
    trouble: Mapped[str | None]
    """Why the last refresh came to nothing; null where it did not."""
    created_by: Mapped[str]
    created_by_name: Mapped[str]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class SegmentVersion(Base):
    """What a segment was said to be, by whom, from when on."""

    __tablename__ = "segment_versions"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "segment_id", "number"),)

    corp_id: Mapped[int]
    segment_id: Mapped[int]
    number: Mapped[int]
    name: Mapped[str]
    kind: Mapped[str]
    folder: Mapped[str] = mapped_column(server_default=text("''"))
    description: Mapped[str] = mapped_column(server_default=text("''"))
    tree: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    every_minutes: Mapped[int] = mapped_column(Integer)
    restored: Mapped[int | None]
    """The version whose words these are again."""
    made_by: Mapped[str]
    made_by_name: Mapped[str]
    made_at: Mapped[datetime]


class SegmentRun(Base):
    """One time that it was asked who is in it.

    The bits, the switch to them and this row commit together; then the changes are told as events,
    chunk after chunk, `told` of `entered + left` so far.
    """

    __tablename__ = "segment_runs"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "segment_id", "run"),
        CheckConstraint("state in ('telling', 'done')", name="state"),
        Index("ix_segment_runs_state", "state", postgresql_where=text("state = 'telling'")),
    )

    corp_id: Mapped[int]
    segment_id: Mapped[int]
    run: Mapped[int] = mapped_column(server_default=RUNS.next_value())
    why: Mapped[str]
    """made, listed, clock, asked, used, frozen or settled."""
    version: Mapped[int]
    """Of the segment, by whose conditions it was asked."""
    before: Mapped[int | None]
    """The run against which the changes are counted."""
    size: Mapped[int]
    entered: Mapped[int] = mapped_column(server_default=text("0"))
    left: Mapped[int] = mapped_column(server_default=text("0"))
    told: Mapped[int] = mapped_column(server_default=text("0"))
    state: Mapped[str]
    as_of: Mapped[datetime]
    took_ms: Mapped[int] = mapped_column(server_default=text("0"))
    started_by: Mapped[str]
    switched_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class SegmentBits(Base):
    """Who was in it by one run: a roaring bitmap of customer ids for each million of them."""

    __tablename__ = "segment_bits"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "segment_id", "run", "shard"),)

    corp_id: Mapped[int]
    segment_id: Mapped[int]
    run: Mapped[int]
    shard: Mapped[int]
    """The ids' upper bits: id >> 20."""
    bits: Mapped[bytes] = mapped_column(LargeBinary)
    """Portable form, of whole ids."""
    held: Mapped[int]


class SegmentSize(Base):
    """How many were in it at a moment; of days long past only the last moment is kept."""

    __tablename__ = "segment_sizes"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "segment_id", "at"),)

    corp_id: Mapped[int]
    segment_id: Mapped[int]
    at: Mapped[datetime]
    size: Mapped[int]
    entered: Mapped[int] = mapped_column(server_default=text("0"))
    left: Mapped[int] = mapped_column(server_default=text("0"))


class SegmentReport(Base):
    """What of a list was nobody's: sealed, for it holds phones of people who are not known."""

    __tablename__ = "segment_reports"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "segment_id"),)

    corp_id: Mapped[int]
    segment_id: Mapped[int]
    what: Mapped[str]
    """ids, phones, member_numbers or external_ids."""
    lines: Mapped[int]
    found: Mapped[int]
    people: Mapped[int]
    unknown: Mapped[int]
    duplicates: Mapped[int]
    empty: Mapped[int]
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    """`line TAB value` of each unknown one; null when its time is over."""
    made_at: Mapped[datetime]
