"""Groups. Who left stays a row, so that a stay has its beginning and its end."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    CheckConstraint,
    Identity,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

PRESENT = text("left_at is null")


class GroupChat(Base):
    """A group with customers; `people` and `staff` count who is present, by the last reading."""

    __tablename__ = "group_chats"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "chat_id"),
        CheckConstraint(
            "state in ('normal', 'owner_left', 'in_handover', 'handed_over', 'dismissed')",
            name="state",
        ),
        CheckConstraint(
            "kind in ('product', 'interest', 'knowledge', 'resource', 'marketing')", name="kind"
        ),
        CheckConstraint("tier in ('pond', 'transit', 'core')", name="tier"),
        Index("ix_group_chats_owner", "corp_id", "owner_staff_id", "id"),
        Index("ix_group_chats_name_sort", "corp_id", "name_sort", "id"),
        Index("ix_group_chats_due", "due_at", postgresql_where=text("due_at is not null")),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    chat_id: Mapped[str]
    name: Mapped[str] = mapped_column(server_default=text("''"))
    name_sort: Mapped[str] = mapped_column(server_default=text("''"))
    """Pinyin, as with customers."""
    grams: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    """Every character and pair of the name, lower-cased; some ten thousand rows need no index."""
    owner_staff_id: Mapped[int | None]
    """None where its owner is a member whom we may not read."""
    state: Mapped[str] = mapped_column(server_default=text("'normal'"))
    """normal, owner_left, in_handover, handed_over (WeCom's words) or dismissed."""
    notice: Mapped[str] = mapped_column(server_default=text("''"))
    created_at: Mapped[datetime]
    version: Mapped[str] = mapped_column(server_default=text("''"))
    """WeCom's member_version of the last reading."""
    people: Mapped[int] = mapped_column(server_default=text("0"))
    staff: Mapped[int] = mapped_column(server_default=text("0"))
    read_at: Mapped[datetime | None]
    """None: only its id is known yet."""
    listed_at: Mapped[datetime | None]
    """When WeCom's list last held it."""
    due_at: Mapped[datetime | None]
    """When it shall be read again, since a callback told of something; None: nothing is due."""
    news_at: Mapped[datetime | None]
    """When the last callback came that a reading must tell more of."""
    tries: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """How often that failed."""
    dismissed_at: Mapped[datetime | None]
    last_joined_at: Mapped[datetime | None]
    last_left_at: Mapped[datetime | None]
    kind: Mapped[str | None]
    """What it is about: product, interest, knowledge, resource or marketing."""
    tier: Mapped[str | None]
    """pond, transit or core."""
    aim: Mapped[str] = mapped_column(server_default=text("''"))
    profile_version: Mapped[int] = mapped_column(server_default=text("1"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class GroupLabel(Base):
    """A word the corp sorts its groups by."""

    __tablename__ = "group_labels"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "group_id", "label"),
        Index("ix_group_labels_label", "corp_id", "label", "group_id"),
    )

    corp_id: Mapped[int]
    group_id: Mapped[int]
    label: Mapped[str]


class GroupMember(Base):
    """One stay of one person, or member of the corp, in one group."""

    __tablename__ = "group_members"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "group_id", "member", "joined_at"),
        CheckConstraint("left_how in ('left', 'put_out', 'unseen', 'dismissed')", name="left_how"),
        CheckConstraint("(left_at is null) = (left_how is null)", name="left"),
        Index(
            "ix_group_members_customer",
            "corp_id",
            "customer_id",
            "group_id",
            postgresql_where=text("customer_id is not null"),
            postgresql_include=["left_at"],
        ),
        Index(
            "ix_group_members_staff",
            "corp_id",
            "staff_id",
            "group_id",
            postgresql_where=text("staff_id is not null"),
        ),
        Index("uq_group_members_present", "corp_id", "group_id", "member", unique=True,
              postgresql_where=PRESENT),
        Index("ix_group_members_joined", "corp_id", "joined_at", postgresql_include=["group_id"]),
        Index(
            "ix_group_members_left",
            "corp_id",
            "left_at",
            postgresql_where=text("left_at is not null"),
            postgresql_include=["group_id"],
        ),
    )  # fmt: skip

    corp_id: Mapped[int]
    group_id: Mapped[int]
    member: Mapped[str]
    """WeCom's id: a userid in lower case, or an external_userid."""
    staff_id: Mapped[int | None]
    customer_id: Mapped[int | None]
    """Everybody external is a customer: who is nobody's friend is one in state group_member."""
    joined_at: Mapped[datetime]
    scene: Mapped[int | None] = mapped_column(SmallInteger)
    """1 invited, 2 by an invitation link, 3 by the group's code; None where WeCom did not tell."""
    code_state: Mapped[str | None]
    """The join way's state, of who scanned its code."""
    inviter_staff_id: Mapped[int | None]
    """WeCom tells it only of members of the corp."""
    nickname: Mapped[str] = mapped_column(server_default=text("''"))
    name: Mapped[str] = mapped_column(server_default=text("''"))
    is_admin: Mapped[bool] = mapped_column(server_default=text("false"))
    left_at: Mapped[datetime | None]
    left_how: Mapped[str | None]
    """left, put_out (both told by a callback), unseen (a reading lacked him) or dismissed."""


class GroupHappening(Base):
    """What happened to a group itself; who came and went stands in its stays. Append-only."""

    __tablename__ = "group_happenings"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "group_id", "id"),
        Index("ix_group_happenings_at", "corp_id", "group_id", "at", "id"),
    )

    corp_id: Mapped[int]
    group_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    at: Mapped[datetime]
    kind: Mapped[str]
    """created, renamed, owner_changed, notice_changed, dismissed, handed_over, profile_changed,
    phase_changed."""
    actor: Mapped[str]
    props: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    """`before` and `after`; names of groups, never of persons."""


class GroupPhase(Base):
    """How far a group's life has run, reckoned by night; never written by hand."""

    __tablename__ = "group_phases"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "group_id"),
        CheckConstraint(
            "phase in ('new', 'active', 'falling', 'sinking', 'last_push')", name="phase"
        ),
    )

    corp_id: Mapped[int]
    group_id: Mapped[int]
    phase: Mapped[str | None]
    why_null: Mapped[str | None]
    """not_read or known_shortly."""
    since: Mapped[datetime | None]
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'"))
    """Codes with their figures."""
    known_from: Mapped[datetime | None]
    """Since when leaves are known."""
    reckoned_at: Mapped[datetime | None]


class GroupRole(Base):
    """What one member or person is in one group, said here; kept when he leaves and comes back."""

    __tablename__ = "group_roles"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "group_id", "member"),
        CheckConstraint(
            "role in ('expert', 'head_owner', 'sub_owner', 'admin', 'host')"
            " and staff_id is not null and customer_id is null"
            " or role = 'core' and customer_id is not null and staff_id is null",
            name="role",
        ),
        Index("ix_group_roles_staff", "corp_id", "staff_id", "role", "group_id"),
        Index("ix_group_roles_customer", "corp_id", "customer_id"),
    )

    corp_id: Mapped[int]
    group_id: Mapped[int]
    member: Mapped[str]
    staff_id: Mapped[int | None]
    customer_id: Mapped[int | None]
    role: Mapped[str]
    set_by: Mapped[str]
    set_at: Mapped[datetime]


class GroupInsider(Base):
    """A customer who is one of us: a member's own WeChat. He is shown as staff, and no customer."""

    __tablename__ = "group_insiders"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "customer_id"),)

    corp_id: Mapped[int]
    customer_id: Mapped[int] = mapped_column(autoincrement=False)
    staff_id: Mapped[int]
    set_by: Mapped[str]
    set_at: Mapped[datetime]


class GroupDay(Base):
    """WeCom's own statistics of one owner's groups on one day of UTC+8."""

    __tablename__ = "group_days"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "staff_id", "day"),)

    corp_id: Mapped[int]
    staff_id: Mapped[int]
    day: Mapped[date]
    new_groups: Mapped[int]
    groups: Mapped[int]
    groups_talking: Mapped[int]
    joined: Mapped[int]
    members: Mapped[int]
    members_talking: Mapped[int]
    messages: Mapped[int]
