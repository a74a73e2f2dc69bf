"""Targets and how people are told of them."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    Identity,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Target(Base):
    """So many customers who stayed shall a member, department or store win in a span of days."""

    __tablename__ = "targets"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "kind", "ref_id", "first", "last", name="uq_targets_corp_id"),
        CheckConstraint("kind in ('staff', 'department', 'store')", name="kind"),
        CheckConstraint("first <= last", name="span"),
        CheckConstraint("aim > 0", name="aim"),
        CheckConstraint("kept_days in (0, 1, 7, 30)", name="kept_days"),
        Index("ix_targets_span", "corp_id", "kind", "last", "first"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    kind: Mapped[str]
    ref_id: Mapped[int]
    first: Mapped[date]
    last: Mapped[date]
    aim: Mapped[int]
    kept_days: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """So long a customer must have stayed to count; 0: he is a friend now."""
    set_by: Mapped[str]
    set_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class TargetRules(Base):
    """When leaders are told each day; without a row: at nine."""

    __tablename__ = "target_rules"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id"),
        CheckConstraint("hour between 0 and 23", name="hour"),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    digest: Mapped[bool] = mapped_column(server_default=text("true"))
    hour: Mapped[int] = mapped_column(SmallInteger, server_default=text("9"))
    told_on: Mapped[date | None]
