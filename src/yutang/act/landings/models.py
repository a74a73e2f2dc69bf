"""Landing pages, short links and how often these were opened."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Identity,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class LandingPage(Base):
    """A page of ours that anybody may open; its button leads to a channel."""

    __tablename__ = "landing_pages"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        # Of the whole installation: the address names no corp.
        Index("uq_landing_pages_slug", "slug", unique=True),
        Index("ix_landing_pages_channel", "corp_id", "channel_id"),
        CheckConstraint("template in ('offer', 'guide', 'event')", name="template"),
        CheckConstraint("opens in ('https', 'scheme', 'qr')", name="opens"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    slug: Mapped[str]
    name: Mapped[str]
    template: Mapped[str]
    texts: Mapped[dict[str, Any]]
    """By language: what stands on the page."""
    channel_id: Mapped[int]
    opens: Mapped[str]
    """https or scheme: the button is the link; qr: the code stands on the page."""
    is_open: Mapped[bool] = mapped_column(server_default=text("true"))
    file_id: Mapped[int | None]
    picture: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """As WebP, made small when it was chosen."""
    picture_width: Mapped[int | None]
    picture_height: Mapped[int | None]
    picture_bytes: Mapped[int | None]
    weight_bytes: Mapped[int]
    """The page with its picture and its code, measured when it was written."""
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    deleted_at: Mapped[datetime | None]


class ShortLink(Base):
    """A short address of ours that leads where an operator said, and nowhere else."""

    __tablename__ = "short_links"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("uq_short_links_slug", "slug", unique=True),
        CheckConstraint(
            "num_nonnulls(page_id, channel_id, url) = 1",
            name="target",
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    slug: Mapped[str]
    name: Mapped[str]
    page_id: Mapped[int | None]
    channel_id: Mapped[int | None]
    url: Mapped[str | None]
    expires_at: Mapped[datetime | None]
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class ShortLinkDay(Base):
    """How often a short link was opened on a day of the corp's zone."""

    __tablename__ = "short_link_days"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "short_link_id", "day"),)

    corp_id: Mapped[int]
    short_link_id: Mapped[int]
    day: Mapped[date]
    opens: Mapped[int]
