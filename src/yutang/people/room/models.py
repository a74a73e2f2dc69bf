"""Kept counts, each with the moment it was true."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped

from yutang.kernel.db import Base


class StaffLoad(Base):
    """How many customers stand in a member's list."""

    __tablename__ = "staff_loads"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "staff_id"),
        Index("ix_staff_loads_used", "corp_id", "used", "staff_id"),
    )

    corp_id: Mapped[int]
    staff_id: Mapped[int]
    friends: Mapped[int]
    used: Mapped[int]
    """Friends and those who deleted him: WeCom keeps these in his list, and counts them."""
    as_of: Mapped[datetime]


class RoomCount(Base):
    """One ceiling of a corp: `kind` is customers, codes, tags or links."""

    __tablename__ = "room_counts"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "kind"),)

    corp_id: Mapped[int]
    kind: Mapped[str]
    used: Mapped[int | None]
    """Of links: how many were won; None when it could not be read."""
    left: Mapped[int | None]
    """Only of links, whose ceiling is bought."""
    detail: Mapped[dict[str, Any]]
    reason: Mapped[str | None]
    """Why it could not be read; WeCom's code where it has one."""
    as_of: Mapped[datetime]
