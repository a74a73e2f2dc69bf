"""Minors, erasures and how long each kind of data is kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, Identity, Index, LargeBinary, PrimaryKeyConstraint, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Minor(Base):
    """A person marked by hand as younger than 14."""

    __tablename__ = "minors"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "customer_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    customer_id: Mapped[int] = mapped_column(autoincrement=False)
    marked_by: Mapped[str]
    marked_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class Erasure(Base):
    """One request to erase a person; it stays as proof and names him by hashes only."""

    __tablename__ = "erasures"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_erasures_customer", "corp_id", "customer_id"),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    id: Mapped[int] = mapped_column(Identity(always=True))
    customer_id: Mapped[int]
    """Never given to anybody else."""
    state: Mapped[str]
    """planned, queued, running, done or cancelled."""
    reason: Mapped[str]
    asked_by: Mapped[str]
    asked_by_name: Mapped[str]
    plan: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    """Rows by table, as the dry run found them."""
    erased: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    """Rows by table that were deleted or lost what names him."""
    digests: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'"))
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    """His identities while the job needs them; null when it is done."""
    step: Mapped[str] = mapped_column(server_default=text("''"))
    """The last step that was done."""
    trouble: Mapped[str | None]
    proof: Mapped[dict[str, Any] | None]
    asked_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]


class Retention(Base):
    """For how long one kind of data is kept; without a row its default holds."""

    __tablename__ = "retentions"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "kind"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    kind: Mapped[str]
    days: Mapped[int | None]
    """Null: for good."""
    last_rows: Mapped[int | None]
    last_at: Mapped[datetime | None]
    updated_by: Mapped[str]
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class PrivacyRequest(Base):
    """What a customer asked for on his own page; goes with the person."""

    __tablename__ = "privacy_requests"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_privacy_requests_customer", "corp_id", "customer_id", "id"),
        Index(
            "uq_privacy_requests_waiting",
            "corp_id",
            "customer_id",
            "kind",
            unique=True,
            postgresql_where=text("state = 'waiting'"),
        ),
        Index(
            "ix_privacy_requests_waiting",
            "corp_id",
            "id",
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    id: Mapped[int] = mapped_column(Identity(always=True))
    customer_id: Mapped[int]
    kind: Mapped[str]
    """copy or erase."""
    state: Mapped[str]
    """waiting, done, declined or taken_back."""
    words: Mapped[str] = mapped_column(server_default=text("''"))
    """What the customer is told of how it ended."""
    asked_at: Mapped[datetime]
    due_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None]
