"""Saved views."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, Identity, Index, PrimaryKeyConstraint, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class SavedView(Base):
    """One view of one list; `owner_id` null: everybody sees it."""

    __tablename__ = "saved_views"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_saved_views_page", "corp_id", "page", "position"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    page: Mapped[str]
    """Which list it is a view of: `customers`."""
    name: Mapped[str]
    owner_id: Mapped[int | None]
    filters: Mapped[dict[str, Any]]
    """As the address of the page holds them."""
    columns: Mapped[list[str]] = mapped_column(ARRAY(Text))
    sort: Mapped[str]
    position: Mapped[int] = mapped_column(server_default=text("0"))
    is_default: Mapped[bool] = mapped_column(server_default=text("false"))
    """Opened where the address names no view; one shared, and one of each person's own."""
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class ViewStart(Base):
    """That a list got its starter views once: who deletes them does not get them again."""

    __tablename__ = "view_starts"

    corp_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    page: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
