"""Touchpoints."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Identity, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

_NONE = text("''")


class Touchpoint(Base):
    """A place where a stranger can become a customer."""

    __tablename__ = "touchpoints"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint(
            "kind in ('parcel', 'order_page', 'article', 'video', 'ad', 'table', 'till', 'door',"
            " 'other')",
            name="kind",
        ),
        CheckConstraint("hook in ('none', 'text', 'gift')", name="hook"),
        CheckConstraint("cost_once >= 0 and cost_monthly >= 0", name="costs"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    kind: Mapped[str]
    place: Mapped[str] = mapped_column(server_default=_NONE)
    store_id: Mapped[int | None]
    hook: Mapped[str] = mapped_column(server_default=text("'none'"))
    hook_text: Mapped[str] = mapped_column(server_default=_NONE)
    gift_id: Mapped[int | None]
    channel_id: Mapped[int | None]
    owner_id: Mapped[int | None]
    """The member who looks after it."""
    cost_once: Mapped[int] = mapped_column(server_default=text("0"))
    cost_monthly: Mapped[int] = mapped_column(server_default=text("0"))
    """In fen."""
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    archived_at: Mapped[datetime | None]
