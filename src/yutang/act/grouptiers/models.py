"""Tiers, invitations into groups, the codes these make, and whom they are for."""

from datetime import datetime
from typing import Any

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
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

_TIERS = "tier in ('pond', 'transit', 'core')"


class GroupTier(Base):
    """What a corp says of one tier; without a row the defaults hold."""

    __tablename__ = "group_tiers"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "tier"),
        CheckConstraint(_TIERS, name="tier"),
        CheckConstraint("share between 0 and 100", name="share"),
        CheckConstraint("back_after_days between 0 and 365", name="back_after_days"),
    )

    corp_id: Mapped[int]
    tier: Mapped[str]
    share: Mapped[int] = mapped_column(SmallInteger)
    """Of the effort, in percent."""
    rule: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """Who belongs there: the kept filters of a customer list, put together."""
    back_after_days: Mapped[int] = mapped_column(SmallInteger, server_default=sql("14"))
    """Who left is asked back after so long."""
    version: Mapped[int] = mapped_column(server_default=sql("1"))
    changed_by: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))


class GroupInvitation(Base):
    """One round of inviting people into groups."""

    __tablename__ = "group_invitations"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint(_TIERS, name="tier"),
        CheckConstraint("who in ('on', 'back', 'found')", name="who"),
        CheckConstraint(
            "state in ('preparing', 'running', 'stopped', 'ended', 'failed')", name="state"
        ),
        CheckConstraint("day_cap between 1 and 200", name="day_cap"),
        CheckConstraint("full_at between 2 and 500", name="full_at"),
        Index(
            "ix_group_invitations_followed",
            "followed_until",
            postgresql_where=sql("followed_until is not null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    tier: Mapped[str | None]
    """Of whose groups they are; None where it is for groups of any kind."""
    who: Mapped[str]
    """on (never was there), back (was there and left), or found: all whom the filters find."""
    filters: Mapped[dict[str, Any]]
    """The rule as pages show it."""
    wanted: Mapped[dict[str, Any]]
    """The rule with codes, days and fields resolved at the moment it was asked."""
    group_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    text: Mapped[str]
    text_nameless: Mapped[str] = mapped_column(server_default=sql("''"))
    day_cap: Mapped[int] = mapped_column(SmallInteger)
    """So many one member is asked to send on one day."""
    again_days: Mapped[int] = mapped_column(SmallInteger)
    """Who was invited within so long is left out."""
    back_after_days: Mapped[int] = mapped_column(SmallInteger)
    full_at: Mapped[int] = mapped_column(SmallInteger)
    """A group with so many in it takes no more."""
    same_store: Mapped[bool]
    """People come to groups of their member's store where it has some."""
    state: Mapped[str] = mapped_column(server_default=sql("'preparing'"))
    problem: Mapped[str | None]
    """full (no group has room), unknown, gone, not_ours, quota or refused."""
    said: Mapped[str] = mapped_column(server_default=sql("''"))
    """What WeCom said to it."""
    agent_id: Mapped[int]
    chosen_through: Mapped[int] = mapped_column(server_default=sql("0"))
    """The last person who was looked at."""
    chosen_at: Mapped[datetime | None]
    """When all were."""
    followed_until: Mapped[datetime | None]
    """Until then joins are looked for; None where nobody was asked."""
    followed_at: Mapped[datetime | None]
    """When the last look for them ended."""
    version: Mapped[int] = mapped_column(server_default=sql("1"))
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class GroupInvitationWay(Base):
    """A join way of an invitation: a code into at most five groups."""

    __tablename__ = "group_invitation_ways"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "invitation_id", "part"),
        CheckConstraint("status in ('making', 'made', 'failed')", name="status"),
        Index("uq_group_invitation_ways_code", "corp_id", "code_state", unique=True),
    )

    corp_id: Mapped[int]
    invitation_id: Mapped[int]
    part: Mapped[int] = mapped_column(SmallInteger)
    group_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    store_id: Mapped[int | None]
    """The store of the owners of all its groups."""
    code_state: Mapped[str]
    """What who scans it carries into the group."""
    config_id: Mapped[str | None]
    qr_code: Mapped[str] = mapped_column(server_default=sql("''"))
    status: Mapped[str] = mapped_column(server_default=sql("'making'"))


class GroupInvitee(Base):
    """A person whom an invitation is for: one state, the last that is known."""

    __tablename__ = "group_invitees"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "invitation_id", "customer_id"),
        CheckConstraint(
            "state in ('waiting', 'asked', 'sent', 'joined', 'joined_otherwise', 'left_again',"
            " 'skipped', 'expired')",
            name="state",
        ),
        CheckConstraint("(state = 'skipped') = (reason is not null)", name="reason"),
        Index(
            "ix_group_invitees_waiting",
            "corp_id",
            "invitation_id",
            "staff_id",
            "customer_id",
            postgresql_where=sql("state = 'waiting'"),
        ),
        Index(
            "ix_group_invitees_asked",
            "corp_id",
            "invitation_id",
            "staff_id",
            "asked_at",
            postgresql_where=sql("asked_at is not null"),
        ),
        Index("ix_group_invitees_state", "corp_id", "invitation_id", "state", "customer_id"),
        Index("ix_group_invitees_customer", "corp_id", "customer_id", "asked_at"),
        Index(
            "ix_group_invitees_lately",
            "corp_id",
            "asked_at",
            postgresql_where=sql("asked_at is not null"),
            postgresql_include=["customer_id"],
        ),
    )

    corp_id: Mapped[int]
    invitation_id: Mapped[int]
    customer_id: Mapped[int]
    staff_id: Mapped[int | None]
    """The member who is to send it; None where nobody knows him."""
    part: Mapped[int | None] = mapped_column(SmallInteger)
    """The code he was given."""
    state: Mapped[str]
    reason: Mapped[str | None]
    """Of a skipped one: no_friend, refused, minor, invited, seated or dropped."""
    asked_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    joined_at: Mapped[datetime | None]
    group_id: Mapped[int | None]
    """Where he is, or was."""
    left_at: Mapped[datetime | None]
