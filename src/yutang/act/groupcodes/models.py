"""Group codes, their queues, uploaded pictures, who came, and how often their pages were seen."""

from datetime import date, datetime

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Identity,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
)
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class GroupCode(Base):
    """A group code: a page of ours, a join way of WeCom's, a queue of groups behind them."""

    __tablename__ = "group_codes"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint(
            "status in ('idle', 'making', 'active', 'updating', 'failed', 'deleting', 'deleted')",
            name="status",
        ),
        CheckConstraint("opens in ('nobody', 'member', 'wecom')", name="opens"),
        CheckConstraint("warned in ('low', 'out')", name="warned"),
        CheckConstraint("scan_size between 1 and total_size", name="scan_size"),
        Index("uq_group_codes_slug", "slug", unique=True),
        Index("uq_group_codes_state", "corp_id", "state", unique=True),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    slug: Mapped[str]
    """Of the page's address, which says nothing of corp or code."""
    name: Mapped[str]
    title: Mapped[str] = mapped_column(server_default=sql("''"))
    """What customers read over the code; without one its name."""
    state: Mapped[str]
    """What who scans the join way carries into the group."""
    status: Mapped[str] = mapped_column(server_default=sql("'idle'"))
    """idle (never had a group), making, active, updating, failed, deleting or deleted."""
    problem: Mapped[str | None]
    """quota, not_ours, gone, refused or unreadable."""
    said: Mapped[str] = mapped_column(server_default=sql("''"))
    agent_id: Mapped[int]
    scan_size: Mapped[int] = mapped_column(SmallInteger, server_default=sql("200"))
    """A group that so many came into by this code is full."""
    total_size: Mapped[int] = mapped_column(SmallInteger, server_default=sql("500"))
    """So is one with so many in it."""
    opens: Mapped[str] = mapped_column(server_default=sql("'nobody'"))
    """Who opens the next group: nobody, a member by a task, or WeCom by itself."""
    room_base_name: Mapped[str] = mapped_column(server_default=sql("''"))
    next_number: Mapped[int] = mapped_column(server_default=sql("1"))
    """The next group is called room_base_name and this."""
    opener_staff_id: Mapped[int | None]
    tag_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default=sql("'{}'"))
    fallback_channel_id: Mapped[int | None]
    """The staff code that is shown when no group is left."""
    config_id: Mapped[str | None]
    qr_content: Mapped[str | None]
    making: Mapped[int] = mapped_column(SmallInteger, server_default=sql("1"))
    """Counts the join ways of this code: a lost one is made anew under another key."""
    wanted_groups: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default=sql("'{}'"))
    """What the join way shall lead into, at most five."""
    sent_groups: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default=sql("'{}'"))
    """What WeCom said yes to."""
    warned: Mapped[str | None]
    """low or out: what was told last, and holds still."""
    warned_round: Mapped[int] = mapped_column(server_default=sql("0"))
    tended_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    version: Mapped[int] = mapped_column(server_default=sql("1"))


class GroupCodeGroup(Base):
    """A group of a code's queue; one that was taken out stays, so that it is not found again."""

    __tablename__ = "group_code_groups"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "code_id", "group_id"),
        CheckConstraint("standing in ('open', 'full', 'paused', 'gone')", name="standing"),
        Index(
            "ix_group_code_groups_place",
            "corp_id",
            "code_id",
            "place",
            "group_id",
            postgresql_where=sql("removed_at is null"),
        ),
        Index("ix_group_code_groups_group", "corp_id", "group_id"),
    )

    corp_id: Mapped[int]
    code_id: Mapped[int]
    group_id: Mapped[int]
    place: Mapped[int]
    standing: Mapped[str] = mapped_column(server_default=sql("'open'"))
    """open, full, paused (its owner left, and nobody took it over yet) or gone."""
    scanned: Mapped[int] = mapped_column(server_default=sql("0"))
    """Persons who ever came into it by this code."""
    present: Mapped[int] = mapped_column(server_default=sql("0"))
    """All who are there."""
    full_at: Mapped[datetime | None]
    counted_at: Mapped[datetime | None]
    """None: it is to be counted anew, whatever was found before."""
    added_by: Mapped[str]
    added_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    removed_at: Mapped[datetime | None]


class GroupCodePicture(Base):
    """A group's own code, as its owner sees it in WeChat: it lasts seven days."""

    __tablename__ = "group_code_pictures"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("most between 1 and 500", name="most"),
        Index("ix_group_code_pictures_code", "corp_id", "code_id", "id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    code_id: Mapped[int]
    qr_content: Mapped[str]
    group_id: Mapped[int | None]
    """Whose it is, where somebody said so: then who came by it is counted."""
    most: Mapped[int | None] = mapped_column(SmallInteger)
    """After so many who came (or, of no known group, saw it) the next one is shown."""
    expires_at: Mapped[datetime]
    joined: Mapped[int] = mapped_column(server_default=sql("0"))
    shown: Mapped[int] = mapped_column(server_default=sql("0"))
    warned_at: Mapped[datetime | None]
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    removed_at: Mapped[datetime | None]


class GroupCodeJoin(Base):
    """A person who came into a group by a code: counted once, however often he blinks."""

    __tablename__ = "group_code_joins"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "code_id", "group_id", "customer_id"),
        Index("ix_group_code_joins_joined", "corp_id", "code_id", "joined_at", "customer_id"),
        Index(
            "ix_group_code_joins_left",
            "corp_id",
            "code_id",
            "left_at",
            postgresql_where=sql("left_at is not null"),
        ),
        Index("ix_group_code_joins_customer", "corp_id", "customer_id"),
    )

    corp_id: Mapped[int]
    code_id: Mapped[int]
    group_id: Mapped[int]
    customer_id: Mapped[int]
    joined_at: Mapped[datetime]
    """The first time."""
    left_at: Mapped[datetime | None]
    """None: he is there."""


class GroupCodeView(Base):
    """How often a code's page was opened on a day of the corp, by what it showed."""

    __tablename__ = "group_code_views"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "code_id", "day", "shown"),
        CheckConstraint("shown in ('way', 'picture', 'staff', 'none')", name="shown"),
    )

    corp_id: Mapped[int]
    code_id: Mapped[int]
    day: Mapped[date]
    shown: Mapped[str]
    views: Mapped[int] = mapped_column(server_default=sql("0"))
