"""Channel codes."""

from datetime import datetime

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Channel(Base):
    """A channel code: a contact way of WeCom with our rules."""

    __tablename__ = "channels"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "state"),
        Index("ix_channels_config", "corp_id", "config_id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(server_default=text("'direct'"))
    """direct, page or link: what its customers come through."""
    state: Mapped[str]
    """What WeCom hands back with each add; at most 30 characters, unique in the corp."""
    status: Mapped[str] = mapped_column(server_default=text("'creating'"))
    """creating, active, updating, failed, deleting or deleted."""
    error: Mapped[str | None]
    agent_id: Mapped[int]
    skip_verify: Mapped[bool] = mapped_column(server_default=text("true"))
    remark: Mapped[str] = mapped_column(server_default=text("''"))
    config_id: Mapped[str | None]
    qr_content: Mapped[str | None]
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    version: Mapped[int] = mapped_column(server_default=text("1"))
    """Counts the edits: who edits an older one is told, and a job sees that it is overtaken."""


class ChannelStaff(Base):
    """A member of a code's list; WeCom picks among them at random."""

    __tablename__ = "channel_staff"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "channel_id", "staff_id"),
        Index("ix_channel_staff_staff", "corp_id", "staff_id", "channel_id"),
    )

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    staff_id: Mapped[int]


class ChannelTag(Base):
    """A tag each customer of the code gets."""

    __tablename__ = "channel_tags"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "channel_id", "tag_id"),)

    corp_id: Mapped[int]
    channel_id: Mapped[int]
    tag_id: Mapped[int]
