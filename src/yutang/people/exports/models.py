"""The register of exports: a row for each, kept after its file is gone."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Identity, Index, PrimaryKeyConstraint, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Export(Base):
    """One file of people that was asked for."""

    __tablename__ = "exports"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_exports_expiry", "expires_at", postgresql_where=text("not forgotten")),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    token: Mapped[str]
    format: Mapped[str]
    """csv, parquet or xlsx."""
    columns: Mapped[list[str]] = mapped_column(ARRAY(Text))
    phones: Mapped[bool]
    """Whether whole phone numbers are in it; else they are masked."""
    wanted: Mapped[dict[str, Any]]
    """The filter, as the list's address says it, or the chosen ids."""
    state: Mapped[str]
    """queued, running, done, failed or cancelled."""
    total: Mapped[int | None]
    done: Mapped[int] = mapped_column(server_default=text("0"))
    bytes: Mapped[int | None]
    name: Mapped[str | None]
    """Of the file as it is downloaded."""
    reason: Mapped[str | None]
    stop: Mapped[bool] = mapped_column(server_default=text("false"))
    forgotten: Mapped[bool] = mapped_column(server_default=text("false"))
    downloads: Mapped[int] = mapped_column(server_default=text("0"))
    created_by: Mapped[str]
    created_by_name: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    started_at: Mapped[datetime | None]
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    ended_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
