"""Welcomes of groups, whom each waits for, and keyword replies."""

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
    Text,
)
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

_NUMBERS = sql("'{}'::bigint[]")
_WORDS = sql("'{}'::text[]")
_REACHES = "reach in ('all', 'owners', 'kinds', 'tiers', 'groups')"


class GroupWelcome(Base):
    """A template of WeCom's library, with the groups it is for."""

    __tablename__ = "group_welcomes"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint(
            "status in ('creating', 'active', 'updating', 'failed', 'gone', 'deleting', 'deleted')",
            name="status",
        ),
        CheckConstraint(_REACHES, name="reach"),
        Index(
            "uq_group_welcomes_name",
            "corp_id",
            "name",
            unique=True,
            postgresql_where=sql("status <> 'deleted'"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    """Ours: WeCom's templates have none."""
    text: Mapped[str]
    attachment: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    reach: Mapped[str]
    owner_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default=_NUMBERS)
    kinds: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=_WORDS)
    tiers: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=_WORDS)
    group_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default=_NUMBERS)
    status: Mapped[str] = mapped_column(server_default=sql("'creating'"))
    """creating, active, updating, failed, gone (WeCom knows it no more), deleting or deleted."""
    problem: Mapped[str | None]
    """unknown, full, media, not_ours, refused, invalid or differs."""
    said: Mapped[str] = mapped_column(server_default=sql("''"))
    """What WeCom said to it."""
    agent_id: Mapped[int]
    template_id: Mapped[str | None]
    making: Mapped[int] = mapped_column(SmallInteger, server_default=sql("1"))
    """How often it was made: one that somebody deleted in WeCom is made again."""
    content_version: Mapped[int] = mapped_column(server_default=sql("1"))
    """Counts what owners must choose: a changed content, or another template."""
    version: Mapped[int] = mapped_column(server_default=sql("1"))
    """Counts the edits: who edits an older one is told."""
    full_at: Mapped[datetime | None]
    """When WeCom last said that its library is full."""
    full_with: Mapped[int | None]
    """How many of that library were ours then, spares included."""
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    changed_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    checked_at: Mapped[datetime | None]
    """When WeCom last showed that it has it."""


class GroupWelcomeOwner(Base):
    """An owner was asked to choose a welcome for his groups.

    His task is that of source `group_welcome` and key welcome:content_version:staff:round.
    """

    __tablename__ = "group_welcome_owners"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "welcome_id", "content_version", "staff_id", "round"),
        Index("ix_group_welcome_owners_staff", "corp_id", "staff_id"),
    )

    corp_id: Mapped[int]
    welcome_id: Mapped[int]
    content_version: Mapped[int]
    staff_id: Mapped[int]
    round: Mapped[int] = mapped_column(SmallInteger)
    """A second one asks for groups that came after he had done the first."""
    group_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    asked_at: Mapped[datetime]


class KeywordReply(Base):
    """A rule a person types into WeCom's console, with what was typed there last."""

    __tablename__ = "keyword_replies"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint(_REACHES, name="reach"),
        Index(
            "uq_keyword_replies_name",
            "corp_id",
            "name",
            unique=True,
            postgresql_where=sql("deleted_at is null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    words: Mapped[list[str]] = mapped_column(ARRAY(Text))
    text: Mapped[str]
    attachment: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    reach: Mapped[str]
    owner_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default=_NUMBERS)
    kinds: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=_WORDS)
    tiers: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=_WORDS)
    group_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default=_NUMBERS)
    version: Mapped[int] = mapped_column(server_default=sql("1"))
    entered: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """What the console has, as somebody said; None: nothing."""
    entered_version: Mapped[int | None]
    entered_at: Mapped[datetime | None]
    entered_by: Mapped[str | None]
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    changed_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    deleted_at: Mapped[datetime | None]
    """The console may still have it: then it is shown until somebody says that it has not."""
