"""Tags and their places on relations."""

from datetime import datetime
from typing import Any

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


class TagGroup(Base):
    """A group of tags: WeCom's, or ours."""

    __tablename__ = "tag_groups"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "wecom_id"),
        CheckConstraint("(kind = 'wecom') = (wecom_id is not null)", name="kind"),
        Index(
            "ix_tag_groups_name",
            "corp_id",
            "name",
            unique=True,
            postgresql_where=text("kind = 'own' and deleted_at is null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    kind: Mapped[str] = mapped_column(server_default=text("'wecom'"))
    """wecom or own."""
    wecom_id: Mapped[str | None]
    name: Mapped[str]
    position: Mapped[int] = mapped_column(server_default=text("0"))
    """The larger comes first."""
    maker: Mapped[str] = mapped_column(server_default=text("'unknown'"))
    """us, other or unknown: WeCom lets an app change only what it made, and does not tell who."""
    exclusive: Mapped[bool] = mapped_column(server_default=text("false"))
    """A person wears one of its tags at a time."""
    ordered: Mapped[bool] = mapped_column(server_default=text("false"))
    """Its tags are levels, from the first shown upwards."""
    sensitive: Mapped[bool] = mapped_column(server_default=text("false"))
    """Of ours only; never told to WeCom, and each needs its reason."""
    told_at: Mapped[datetime | None]
    """When we last changed it at WeCom: a reading asked for before shows what it was."""
    archived_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


class Tag(Base):
    """A tag: WeCom's, which sits on relations, or ours, which sits on the person."""

    __tablename__ = "tags"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "wecom_id"),
        CheckConstraint("(kind = 'wecom') = (wecom_id is not null)", name="kind"),
        Index("ix_tags_group", "corp_id", "group_id"),
        Index(
            "ix_tags_name",
            "corp_id",
            "group_id",
            "name",
            unique=True,
            postgresql_where=text("kind = 'own' and deleted_at is null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    kind: Mapped[str] = mapped_column(server_default=text("'wecom'"))
    group_id: Mapped[int]
    wecom_id: Mapped[str | None]
    name: Mapped[str]
    position: Mapped[int] = mapped_column(server_default=text("0"))
    maker: Mapped[str] = mapped_column(server_default=text("'unknown'"))
    told_at: Mapped[datetime | None]
    archived_at: Mapped[datetime | None]
    """Hidden where tags are chosen; who wears it keeps it."""
    merged_into: Mapped[int | None]
    deleted_at: Mapped[datetime | None]


class CustomerTag(Base):
    """One of our own tags on a person."""

    __tablename__ = "customer_tags"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "tag_id"),
        Index("ix_customer_tags_tag", "corp_id", "tag_id", "customer_id"),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    tag_id: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    added_by: Mapped[str]
    """`channel:<id>`, `user:<id>`, `staff:<id>`, `rule:<id>`, `bulk:<id>`."""
    why: Mapped[str | None]


class FollowTag(Base):
    """A tag on one relation. The person has the union over his living relations."""

    __tablename__ = "follow_tags"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "staff_id", "tag_id"),
        Index("ix_follow_tags_tag", "corp_id", "tag_id", "customer_id"),
        Index("ix_follow_tags_push", "push_at", postgresql_where=text("push_at is not null")),
        Index(
            "ix_follow_tags_refused",
            "corp_id",
            "added_at",
            postgresql_where=text("push_error is not null and push_at is null"),
        ),
        Index(
            "ix_follow_tags_bulk",
            "corp_id",
            "customer_id",
            "staff_id",
            postgresql_where=text("push_at = '9999-01-01Z'"),
        ),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    staff_id: Mapped[int]
    tag_id: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    added_by: Mapped[str]
    """`channel:<id>`, `wecom` (seen there), `user:<id>`, `staff:<id>`, `bulk:<id>`."""
    why: Mapped[str | None]
    mirrored_at: Mapped[datetime | None]
    """When WeCom is known to have it; null while the push is on its way, or not asked for."""
    push_at: Mapped[datetime | None]
    """When to tell WeCom next: now, after a pause, or the end of a claim's lease; in the year
    9999 (Python reads no infinity): by the bulk run, as quota allows; null: never, or told."""
    push_attempts: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    push_error: Mapped[str | None]


class FollowUntag(Base):
    """A tag that was taken off a relation here, and that WeCom is still to take off there."""

    __tablename__ = "follow_untags"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "staff_id", "tag_id"),
        Index("ix_follow_untags_push", "push_at", postgresql_where=text("push_at is not null")),
        Index(
            "ix_follow_untags_bulk",
            "corp_id",
            "customer_id",
            "staff_id",
            postgresql_where=text("push_at = '9999-01-01Z'"),
        ),
        Index("ix_follow_untags_done", "done_at", postgresql_where=text("done_at is not null")),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    staff_id: Mapped[int]
    tag_id: Mapped[int]
    asked_at: Mapped[datetime]
    asked_by: Mapped[str]
    push_at: Mapped[datetime | None]
    push_attempts: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    push_error: Mapped[str | None]
    done_at: Mapped[datetime | None]
    """Kept for an hour: a reading asked for before may still show the tag."""


class FollowPrivateTag(Base):
    """A tag that a member made for himself; only the reading of one customer shows it."""

    __tablename__ = "follow_private_tags"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "staff_id", "group_name", "name"),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    staff_id: Mapped[int]
    group_name: Mapped[str]
    name: Mapped[str]
    seen_at: Mapped[datetime]


class TagCount(Base):
    """How many wear a tag, as counted at `as_of`."""

    __tablename__ = "tag_counts"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "tag_id"),)

    corp_id: Mapped[int]
    tag_id: Mapped[int]
    customers: Mapped[int]
    sources: Mapped[dict[str, Any]]
    """By who put it last on each (`channel`, `user`, `wecom` …): {count, last_at}."""
    as_of: Mapped[datetime]
