"""Sources, their keys, what they sent, and what became of it.

Batches and seen messages stand outside row-level security: one statement mixes corps.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    CheckConstraint,
    Identity,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class CollectSource(Base):
    """Somebody who tells of people: a site, a server, a mini program, a webhook."""

    __tablename__ = "collect_sources"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("kind in ('web', 'server', 'mini_program', 'webhook')", name="kind"),
        CheckConstraint("events_per_second between 1 and 1000000", name="events_per_second"),
        Index("uq_collect_sources_id", "id", unique=True),
        Index(
            "uq_collect_sources_name",
            "corp_id",
            "name",
            unique=True,
            postgresql_where=text("deleted_at is null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    """Over all corps: the address of a webhook names it before its corp is known."""
    name: Mapped[str]
    kind: Mapped[str]
    origins: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Of a site: whose pages may send, such as `https://shop.example.com`."""
    events_per_second: Mapped[int]
    enabled: Mapped[bool] = mapped_column(server_default=text("true"))
    mapping: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """Of a webhook: where in its body what stands."""
    sealed_secret: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """Of a webhook: with what it signs."""
    seen_at: Mapped[datetime | None]
    made_by: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    deleted_at: Mapped[datetime | None]


class CollectKey(Base):
    """One write key, of which only the hash is kept."""

    __tablename__ = "collect_keys"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "source_id", "id"),
        Index("uq_collect_keys_hash", "hash", unique=True),
    )

    corp_id: Mapped[int]
    source_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    hash: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    hint: Mapped[str]
    """Its last four characters, to tell one from another."""
    made_by: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    ends_at: Mapped[datetime | None]


class CollectBatch(Base):
    """One request as it came, until it is handled.

    What carries an Idempotency-Key or a delivery id stays known for a day, without its body.
    """

    __tablename__ = "collect_batches"
    __table_args__ = (
        CheckConstraint("status in ('waiting', 'known', 'dead')", name="status"),
        Index("uq_collect_batches_batch", "source_id", "batch", unique=True),
        Index("ix_collect_batches_waiting", "id", postgresql_where=text("status = 'waiting'")),
        Index(
            "ix_collect_batches_held",
            "corp_id",
            "status",
            "id",
            postgresql_where=text("status <> 'waiting'"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    source_id: Mapped[int]
    batch: Mapped[UUID]
    """Made from its key or its delivery id where it has one."""
    proof: Mapped[bytes] = mapped_column(LargeBinary)
    """Of a keyed batch: the hash of its body; of a webhook: of its signature; else empty."""
    received_at: Mapped[datetime]
    shape: Mapped[str]
    coding: Mapped[str]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    events: Mapped[int]
    bytes: Mapped[int]
    status: Mapped[str] = mapped_column(server_default=text("'waiting'"))
    """waiting, known (handled, its key is remembered) or dead."""
    reason: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    next_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class CollectSeen(Base):
    """A message that was handled: within seven days it is not handled again."""

    __tablename__ = "collect_seen"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "source_id", "message"),)

    corp_id: Mapped[int]
    source_id: Mapped[int]
    message: Mapped[UUID]
    """Made from the message's id, which may be of any length."""
    at: Mapped[datetime]


class CollectHour(Base):
    """How many events of an hour were taken (no reason) or refused."""

    __tablename__ = "collect_hours"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "source_id", "hour", "reason"),)

    corp_id: Mapped[int]
    source_id: Mapped[int]
    hour: Mapped[datetime]
    reason: Mapped[str]
    events: Mapped[int]


class CollectStream(Base):
    """What came last, for people to look at: all that was refused, and some of the rest."""

    __tablename__ = "collect_stream"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_collect_stream_source", "corp_id", "source_id", "id"),
        Index(
            "ix_collect_stream_refused",
            "corp_id",
            "id",
            postgresql_where=text("reason <> ''"),
        ),
        Index(
            "ix_collect_stream_customer",
            "corp_id",
            "customer_id",
            postgresql_where=text("customer_id is not null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    source_id: Mapped[int]
    received_at: Mapped[datetime]
    at: Mapped[datetime | None]
    kind: Mapped[str]
    message: Mapped[str]
    customer_id: Mapped[int | None]
    reason: Mapped[str]
    words: Mapped[str]
    outline: Mapped[dict[str, Any]]
    """Names of its properties with the kind of each value, and of its ids; no value."""
    events: Mapped[int] = mapped_column(server_default=text("1"))
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """The message itself, for who may open it."""
