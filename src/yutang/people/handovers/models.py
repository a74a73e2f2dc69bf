"""Handovers, and each person and group of one; members who left."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Identity,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

UNDER_WAY = text("state in ('planned', 'asking', 'asked', 'waiting')")


class Handover(Base):
    """One handover of a member's customers and groups: what was wished and how it stands."""

    __tablename__ = "handovers"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("mode in ('on_job', 'resigned')", name="mode"),
        CheckConstraint("rule in ('share', 'load', 'region', 'store')", name="rule"),
        CheckConstraint(
            "state in ('running', 'waiting', 'done', 'stopped', 'failed')", name="state"
        ),
        Index(
            "ix_handovers_due",
            "next_check_at",
            postgresql_where=text("next_check_at is not null"),
        ),
        Index("ix_handovers_giver", "corp_id", "from_staff_id", "id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    from_staff_id: Mapped[int]
    mode: Mapped[str]
    """on_job, or resigned: by which of WeCom's ways he gives."""
    rule: Mapped[str]
    message: Mapped[str] = mapped_column(server_default=text("''"))
    """What customers read; on the job only."""
    wish: Mapped[dict[str, Any]]
    """Which customers and groups were asked for."""
    people: Mapped[int]
    """How many persons it was made with; who was erased since has no row any more."""
    groups: Mapped[int]
    state: Mapped[str]
    reason: Mapped[str] = mapped_column(server_default=text("''"))
    """Why it failed as a whole."""
    errcode: Mapped[int | None]
    calls: Mapped[int] = mapped_column(server_default=text("0"))
    retry_of: Mapped[int | None]
    created_by: Mapped[str]
    created_by_name: Mapped[str]
    created_at: Mapped[datetime]
    checked_at: Mapped[datetime | None]
    """When its results were last read."""
    next_check_at: Mapped[datetime | None]
    """None: nothing is left to be done."""
    ended_at: Mapped[datetime | None]


class HandoverTaker(Base):
    """Who takes over; `blocked` once WeCom said that he cannot take any more."""

    __tablename__ = "handover_takers"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "handover_id", "staff_id"),
        CheckConstraint("blocked in ('no_room', 'taker_not_ready')", name="blocked"),
    )

    corp_id: Mapped[int]
    handover_id: Mapped[int]
    staff_id: Mapped[int]
    from_staff_id: Mapped[int]
    place: Mapped[int] = mapped_column(SmallInteger)
    share: Mapped[int]
    fits: Mapped[bool] = mapped_column(Boolean)
    """Whether the rule gives him anything: he works in the region or store it asks for."""
    blocked: Mapped[str | None]
    errcode: Mapped[int | None]


class HandoverPerson(Base):
    """One customer of one handover; each ends as accepted, refused, full, failed or excluded."""

    __tablename__ = "handover_people"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "handover_id", "customer_id"),
        CheckConstraint(
            "state in ('planned', 'asking', 'asked', 'waiting', 'accepted', 'refused', 'full',"
            " 'failed', 'excluded')",
            name="state",
        ),
        # Nobody is handed over twice at once, whoever asks.
        Index(
            "uq_handover_people_open",
            "corp_id",
            "from_staff_id",
            "customer_id",
            unique=True,
            postgresql_where=UNDER_WAY,
        ),
        Index(
            "ix_handover_people_state",
            "corp_id",
            "handover_id",
            "state",
            "taker_staff_id",
            "customer_id",
        ),
        Index("ix_handover_people_customer", "corp_id", "customer_id", "asked_at"),
        Index(
            "ix_handover_people_taker",
            "corp_id",
            "taker_staff_id",
            postgresql_where=UNDER_WAY,
        ),
    )

    corp_id: Mapped[int]
    handover_id: Mapped[int]
    customer_id: Mapped[int]
    from_staff_id: Mapped[int]
    taker_staff_id: Mapped[int | None]
    on_job: Mapped[bool] = mapped_column(Boolean)
    state: Mapped[str]
    """planned; asking (the call is under way); asked (WeCom took it); waiting (it says so itself)
    for the 24 hours; then how it ended."""
    reason: Mapped[str] = mapped_column(server_default=text("''"))
    errcode: Mapped[int | None]
    tries: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    asked_at: Mapped[datetime | None]
    settles_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    task_id: Mapped[int | None]
    """The task to add him again, of who refused or found no room."""


class HandoverGroup(Base):
    """One group of one handover."""

    __tablename__ = "handover_groups"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "handover_id", "group_id"),
        CheckConstraint(
            "state in ('planned', 'asking', 'asked', 'waiting', 'done', 'failed', 'excluded')",
            name="state",
        ),
        Index(
            "uq_handover_groups_open",
            "corp_id",
            "group_id",
            unique=True,
            postgresql_where=UNDER_WAY,
        ),
        Index("ix_handover_groups_state", "corp_id", "handover_id", "state", "group_id"),
        Index("ix_handover_groups_day", "corp_id", "from_staff_id", "asked_at"),
        Index("ix_handover_groups_group", "corp_id", "group_id", "asked_at"),
    )

    corp_id: Mapped[int]
    handover_id: Mapped[int]
    group_id: Mapped[int]
    from_staff_id: Mapped[int]
    taker_staff_id: Mapped[int | None]
    on_job: Mapped[bool] = mapped_column(Boolean)
    state: Mapped[str]
    reason: Mapped[str] = mapped_column(server_default=text("''"))
    errcode: Mapped[int | None]
    tries: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    asked_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]


class HandoverLeaver(Base):
    """A member who left, as we heard of it; `unassigned` customers of his by WeCom's own list."""

    __tablename__ = "handover_leavers"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "staff_id"),)

    corp_id: Mapped[int]
    staff_id: Mapped[int]
    left_at: Mapped[datetime]
    unassigned: Mapped[int | None]
    told_at: Mapped[datetime | None]
    """When his leaders were told what waits for somebody."""


class HandoverReading(Base):
    """When WeCom's list of customers without a member was last read."""

    __tablename__ = "handover_readings"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    read_at: Mapped[datetime]
    customers: Mapped[int]
