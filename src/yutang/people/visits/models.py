"""Visits."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Visit(Base):
    """Somebody opened a landing page or a short link; who he is nobody knows before he adds."""

    __tablename__ = "visits"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "token"),
        Index("ix_visits_channel", "corp_id", "channel", "at"),
        Index("ix_visits_page", "corp_id", "page_id", "at"),
        Index(
            "ix_visits_added",
            "corp_id",
            "channel",
            "added_at",
            postgresql_where=text("added_at is not null"),
        ),
        Index(
            "ix_visits_customer",
            "corp_id",
            "customer_id",
            postgresql_where=text("customer_id is not null"),
        ),
        Index("ix_visits_at", "corp_id", "at"),
    )

    corp_id: Mapped[int]
    token: Mapped[str]
    channel: Mapped[str]
    """The state of the channel that the visit led to."""
    page_id: Mapped[int | None]
    short_link_id: Mapped[int | None]
    at: Mapped[datetime]
    utm: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    clicks: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    referrer: Mapped[str] = mapped_column(server_default=text("''"))
    tapped_at: Mapped[datetime | None]
    profile_at: Mapped[datetime | None]
    """WeCom showed him the member's card."""
    requested_at: Mapped[datetime | None]
    added_at: Mapped[datetime | None]
    customer_id: Mapped[int | None]
    staff_id: Mapped[int | None]
