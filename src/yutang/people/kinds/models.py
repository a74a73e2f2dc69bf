"""The register of kinds and properties, what was counted, and the quarantine."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Identity,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    Sequence,
    SmallInteger,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

VERSIONS = Sequence("event_register_versions", metadata=Base.metadata)
"""Never repeats, not even after a rollback, so that what is kept in memory under it is true."""


class EventRegister(Base):
    """One row a corp: locked by who adds to the register, with the version of all of it."""

    __tablename__ = "event_registers"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    version: Mapped[int] = mapped_column(server_default=VERSIONS.next_value())


class EventKind(Base):
    """A kind of the corp's own, or what it changed about a built-in one."""

    __tablename__ = "event_kinds"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "name"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    name: Mapped[str]
    label: Mapped[str | None]
    main: Mapped[str | None]
    purpose: Mapped[str | None]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    closed: Mapped[bool] = mapped_column(server_default=text("false"))
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class EventName(Base):
    """A name that sources send and that is no kind of ours: waiting, decided, or refused."""

    __tablename__ = "event_names"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "said"),
        CheckConstraint("state in ('waiting', 'accepted', 'refused')", name="state"),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    said: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=text("'waiting'"))
    kind: Mapped[str | None]
    source_id: Mapped[int | None]
    first_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]


class EventProperty(Base):
    """The type of a property since a version of its kind; the newest row is the one in force."""

    __tablename__ = "event_properties"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "kind", "name", "since"),
        CheckConstraint(
            "type in ('string', 'number', 'boolean', 'time', 'list', 'items')", name="type"
        ),
        CheckConstraint("handling in ('keep', 'ignore', 'personal', 'sensitive')", name="handling"),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    kind: Mapped[str]
    name: Mapped[str]
    since: Mapped[int] = mapped_column(autoincrement=False, server_default=text("1"))
    type: Mapped[str]
    handling: Mapped[str] = mapped_column(server_default=text("'keep'"))
    purpose: Mapped[str | None]
    converts: Mapped[bool] = mapped_column(server_default=text("false"))
    plain: Mapped[bool] = mapped_column(server_default=text("false"))
    example: Mapped[str | None]
    """Of the first event, masked; none where the value is personal or sensitive."""
    source_id: Mapped[int | None]
    first_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class EventKindDay(Base):
    """How often something came of a kind on a day of arrival.

    `slot` keeps workers apart, who would else wait for each other's transactions.
    """

    __tablename__ = "event_kind_days"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "day", "kind", "outcome", "property", "slot"),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    day: Mapped[date]
    kind: Mapped[str]
    outcome: Mapped[str]
    """accepted, a refusal, redacted, converted, or why a sensitive value was left out."""
    property: Mapped[str] = mapped_column(server_default=text("''"))
    slot: Mapped[int] = mapped_column(SmallInteger, autoincrement=False)
    events: Mapped[int]
    last_at: Mapped[datetime]


class QuarantinedEvent(Base):
    """An event that fits no kind or type, sealed as it came, until somebody decides."""

    __tablename__ = "event_quarantine"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("state in ('waiting', 'ready')", name="state"),
        Index(
            "ix_event_quarantine_ready",
            "corp_id",
            "id",
            postgresql_where=text("state = 'ready'"),
        ),
        Index("ix_event_quarantine_received", "corp_id", "received_at"),
        Index(
            "ix_event_quarantine_customer",
            "corp_id",
            "customer_id",
            postgresql_where=text("customer_id is not null"),
        ),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    id: Mapped[int] = mapped_column(Identity(always=True))
    source_id: Mapped[int]
    message: Mapped[str]
    customer_id: Mapped[int | None]
    said: Mapped[str]
    kind: Mapped[str | None]
    reason: Mapped[str]
    property: Mapped[str] = mapped_column(server_default=text("''"))
    detail: Mapped[str] = mapped_column(server_default=text("''"))
    at: Mapped[datetime]
    received_at: Mapped[datetime]
    sealed: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    """The properties as they came."""
    state: Mapped[str] = mapped_column(server_default=text("'waiting'"))
    ready_kind: Mapped[str | None]
    ready_props: Mapped[dict[str, Any] | None]
    """As they go into the log, once somebody released it and it fits."""
