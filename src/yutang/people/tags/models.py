"""Tags and their places on relations."""

from datetime import datetime

from sqlalchemy import (
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
    """A group of corp tags."""

    __tablename__ = "tag_groups"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "wecom_id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    wecom_id: Mapped[str]
    name: Mapped[str]
    position: Mapped[int] = mapped_column(server_default=text("0"))
    deleted_at: Mapped[datetime | None]


class Tag(Base):
    """A corp tag."""

    __tablename__ = "tags"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "wecom_id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    group_id: Mapped[int]
    wecom_id: Mapped[str]
    name: Mapped[str]
    position: Mapped[int] = mapped_column(server_default=text("0"))
    deleted_at: Mapped[datetime | None]


class FollowTag(Base):
    """A tag on one relation. The person has the union over his living relations."""

    __tablename__ = "follow_tags"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "staff_id", "tag_id"),
        Index("ix_follow_tags_tag", "corp_id", "tag_id", "customer_id"),
        Index("ix_follow_tags_push", "push_at", postgresql_where=text("push_at is not null")),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    staff_id: Mapped[int]
    tag_id: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    added_by: Mapped[str]
    """`channel:<id>`, `wecom` (seen there), `user:<id>`."""
    mirrored_at: Mapped[datetime | None]
    """When WeCom is known to have it; null while the push is on its way."""
    push_at: Mapped[datetime | None]
    """When to tell WeCom next: now, after a pause, or the end of a claim's lease."""
    push_attempts: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    push_error: Mapped[str | None]
