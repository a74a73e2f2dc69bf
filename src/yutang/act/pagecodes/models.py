"""Page codes, a contact way per member, and what their pages showed."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Identity, Index, LargeBinary, PrimaryKeyConstraint, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class PageCode(Base):
    """The page of a channel of kind `page`; its members stand in `channel_staff`."""

    __tablename__ = "page_codes"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "channel_id"),
        Index("uq_page_codes_slug", "slug", unique=True),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    channel_id: Mapped[int] = mapped_column(autoincrement=False)
    slug: Mapped[str]
    """In the page's address: of the installation, for an address names no corp."""
    rule: Mapped[dict[str, Any]]
    turns: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    """Where the rule stands with each member, by his id: his last turn (the lowest is next), and
    what weights owe him. In one row, which each new visitor locks anyway."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class PageCodeMember(Base):
    """What the rule says of one member."""

    __tablename__ = "page_code_members"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "channel_id", "staff_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    channel_id: Mapped[int] = mapped_column(autoincrement=False)
    staff_id: Mapped[int] = mapped_column(autoincrement=False)
    weight: Mapped[int] = mapped_column(server_default=text("1"))
    daily_cap: Mapped[int | None]


class PageCodeWay(Base):
    """A contact way of one member alone, with the code's state; its making is a deed of its own."""

    __tablename__ = "page_code_ways"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "channel_id", "staff_id"),
        Index("ix_page_code_ways_staff", "corp_id", "staff_id"),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    id: Mapped[int] = mapped_column(Identity(always=True))
    channel_id: Mapped[int]
    staff_id: Mapped[int]
    status: Mapped[str] = mapped_column(server_default=text("'wanted'"))
    """wanted, making (WeCom was asked), active or failed."""
    error: Mapped[str | None]
    config_id: Mapped[str | None]
    qr_content: Mapped[str | None]
    remark: Mapped[str | None]
    skip_verify: Mapped[bool | None]
    """Both as WeCom has them; None where that is not known."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class PageCodeScan(Base):
    """How often a code's page was opened on a day."""

    __tablename__ = "page_code_scans"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "channel_id", "day"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    channel_id: Mapped[int] = mapped_column(autoincrement=False)
    day: Mapped[date]
    scans: Mapped[int] = mapped_column(server_default=text("0"))


class PageCodeVisitor(Base):
    """When somebody, known by a keyed hash only, last opened the page."""

    __tablename__ = "page_code_visitors"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "channel_id", "visitor"),
        Index("ix_page_code_visitors_seen", "corp_id", "seen_at"),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    channel_id: Mapped[int] = mapped_column(autoincrement=False)
    visitor: Mapped[bytes] = mapped_column(LargeBinary)
    seen_at: Mapped[datetime]


class PageCodeDay(Base):
    """How often a member was shown on a day, and how many added him."""

    __tablename__ = "page_code_days"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "channel_id", "day", "staff_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    channel_id: Mapped[int] = mapped_column(autoincrement=False)
    day: Mapped[date]
    staff_id: Mapped[int] = mapped_column(autoincrement=False)
    shown: Mapped[int] = mapped_column(server_default=text("0"))
    adds: Mapped[int] = mapped_column(server_default=text("0"))


class PageCodeAssignment(Base):
    """Whom the page showed to whom; the place is held until `hold_until` or the add."""

    __tablename__ = "page_code_assignments"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_page_code_assignments_visitor", "corp_id", "channel_id", "visitor", "id"),
        Index("ix_page_code_assignments_list", "corp_id", "channel_id", "id"),
        Index("ix_page_code_assignments_shown", "corp_id", "shown_at"),
        Index(
            "ix_page_code_assignments_held",
            "corp_id",
            "channel_id",
            "staff_id",
            "hold_until",
            postgresql_where=text("added_at is null and hold_until is not null"),
        ),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    id: Mapped[int] = mapped_column(Identity(always=True))
    channel_id: Mapped[int]
    staff_id: Mapped[int]
    visitor: Mapped[bytes] = mapped_column(LargeBinary)
    reason: Mapped[str]
    city: Mapped[str] = mapped_column(server_default=text("''"))
    shown_at: Mapped[datetime]
    hold_until: Mapped[datetime | None]
    added_at: Mapped[datetime | None]
