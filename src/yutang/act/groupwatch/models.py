"""Silent spells, plans against doubles, renewals of groups."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Identity, Index, PrimaryKeyConstraint, SmallInteger
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

_RUNNING = sql("state in ('planned', 'made', 'moving')")


class GroupSilence(Base):
    """One silent spell of a group, for which its owner got a task.

    The task is that of source `group_silence` and key group:began (in seconds).
    """

    __tablename__ = "group_silences"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "group_id", "began_at"),
        CheckConstraint("talk in ('silent', 'unknown')", name="talk"),
        Index(
            "uq_group_silences_open",
            "corp_id",
            "group_id",
            unique=True,
            postgresql_where=sql("ended_at is null"),
        ),
    )

    corp_id: Mapped[int]
    group_id: Mapped[int]
    began_at: Mapped[datetime]
    """When somebody last came or left."""
    staff_id: Mapped[int]
    """Its owner, who was asked."""
    talk: Mapped[str]
    """silent: WeCom told that no group of his talked; unknown: it told nothing that says so."""
    told_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None]
    """moved, talks, dismissed or off."""


class DoublePlan(Base):
    """Owners are asked to take persons out who sit in several groups: one running plan a corp."""

    __tablename__ = "group_double_plans"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("rule in ('kind', 'tier', 'any')", name="rule"),
        CheckConstraint("keep in ('oldest', 'tier')", name="keep"),
        CheckConstraint("state in ('running', 'done', 'stopped')", name="state"),
        Index(
            "uq_group_double_plans_running",
            "corp_id",
            unique=True,
            postgresql_where=sql("state = 'running'"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    rule: Mapped[str]
    least: Mapped[int] = mapped_column(SmallInteger)
    keep: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=sql("'running'"))
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class DoubleRemoval(Base):
    """A person to be taken out of one group by its owner; he stays in `keep_group_id`."""

    __tablename__ = "group_double_removals"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "plan_id", "customer_id", "group_id"),
        Index("ix_group_double_removals_staff", "corp_id", "plan_id", "staff_id"),
        Index("ix_group_double_removals_customer", "corp_id", "customer_id"),
    )

    corp_id: Mapped[int]
    plan_id: Mapped[int]
    customer_id: Mapped[int]
    group_id: Mapped[int]
    keep_group_id: Mapped[int]
    staff_id: Mapped[int]
    """The owner, who was asked: task of source `group_doubles` and key plan:staff."""


class GroupRenewal(Base):
    """An old group is given up for a new one, which lives on with those who matter."""

    __tablename__ = "group_renewals"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("state in ('planned', 'made', 'moving', 'done', 'stopped')", name="state"),
        Index(
            "uq_group_renewals_running",
            "corp_id",
            "group_id",
            unique=True,
            postgresql_where=_RUNNING,
        ),
        Index(
            "uq_group_renewals_new",
            "corp_id",
            "new_group_id",
            unique=True,
            postgresql_where=sql("new_group_id is not null and state <> 'stopped'"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    group_id: Mapped[int]
    """The old one."""
    staff_id: Mapped[int]
    """Its owner: tasks of source `group_renewal` and keys id:make, id:goodbye."""
    name: Mapped[str]
    notice: Mapped[str]
    days: Mapped[int] = mapped_column(SmallInteger)
    """So long both live before the old one is dismissed."""
    state: Mapped[str] = mapped_column(server_default=sql("'planned'"))
    new_group_id: Mapped[int | None]
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    made_at: Mapped[datetime | None]
    goodbye_at: Mapped[datetime | None]
    """When the owner was asked to say goodbye."""
    closed_at: Mapped[datetime | None]


class RenewalPerson(Base):
    """Who shall be carried over."""

    __tablename__ = "group_renewal_people"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "renewal_id", "customer_id"),
        CheckConstraint("why in ('core', 'friend', 'recent')", name="why"),
        Index("ix_group_renewal_people_customer", "corp_id", "customer_id"),
    )

    corp_id: Mapped[int]
    renewal_id: Mapped[int]
    customer_id: Mapped[int]
    group_id: Mapped[int]
    """The old one: who sees it sees this."""
    why: Mapped[str]
