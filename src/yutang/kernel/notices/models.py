"""Notices, a row for each person who is told, and where people want them."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Identity,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

WAITING = text("state = 'waiting'")


class Notice(Base):
    """One thing told to one person."""

    __tablename__ = "notices"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "receiver", "source_key"),
        CheckConstraint(
            "state in ('none', 'waiting', 'sending', 'sent', 'refused', 'unknown')", name="state"
        ),
        CheckConstraint(
            "mail_state in ('none', 'waiting', 'sending', 'sent', 'refused', 'unknown')",
            name="mail_state",
        ),
        Index("ix_notices_receiver", "corp_id", "receiver", "id"),
        Index(
            "ix_notices_unread",
            "corp_id",
            "receiver",
            "id",
            postgresql_where=text("read_at is null"),
        ),
        Index("ix_notices_due", "corp_id", "due_at", "staff_id", postgresql_where=WAITING),
        Index("ix_notices_member", "corp_id", "staff_id", "id", postgresql_where=WAITING),
        Index("ix_notices_send", "corp_id", "send_id", "staff_id"),
        Index("ix_notices_customers", "customer_ids", postgresql_using="gin"),
        Index(
            "ix_notices_mail_due",
            "corp_id",
            "mail_due_at",
            "receiver",
            postgresql_where=text("mail_state = 'waiting'"),
        ),
        Index(
            "ix_notices_mail",
            "corp_id",
            "mail_id",
            postgresql_where=text("mail_id is not null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    receiver: Mapped[str]
    """`staff:<id>` of a member, whether or not he has an account; else `user:<id>`."""
    staff_id: Mapped[int | None]
    user_id: Mapped[int | None]
    """The account he had when he was told."""
    kind: Mapped[str]
    source_key: Mapped[str]
    title: Mapped[str]
    title_en: Mapped[str]
    body: Mapped[str]
    body_en: Mapped[str]
    link: Mapped[str | None]
    staff_link: Mapped[str | None]
    customer_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    urgent: Mapped[bool]
    bundle: Mapped[str | None]
    ref: Mapped[str | None]
    buttons: Mapped[Any | None] = mapped_column(JSONB)
    state: Mapped[str]
    """none, waiting, sending, sent, refused or unknown: WeCom's door."""
    reason: Mapped[str | None]
    """Why it waits, was refused, or was not sent."""
    due_at: Mapped[datetime | None]
    send_id: Mapped[UUID | None]
    """The message of which it is a part."""
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    answer: Mapped[str | None]
    answer_en: Mapped[str | None]
    answered_by: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    mail_state: Mapped[str] = mapped_column(server_default=text("'none'"))
    """As `state`: the mail's door."""
    mail_reason: Mapped[str | None]
    mail_due_at: Mapped[datetime | None]
    mail_id: Mapped[UUID | None]


class NoticeChoice(Base):
    """Where a person wants notices of a kind."""

    __tablename__ = "notice_choices"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "receiver", "kind"),
        CheckConstraint("door in ('wecom', 'inbox', 'off')", name="door"),
    )

    corp_id: Mapped[int]
    receiver: Mapped[str]
    kind: Mapped[str]
    door: Mapped[str]


class NoticeDefault(Base):
    """Where notices of a kind go in a corp, for whoever chose nothing."""

    __tablename__ = "notice_defaults"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "kind"),
        CheckConstraint("door in ('wecom', 'inbox', 'off')", name="door"),
    )

    corp_id: Mapped[int]
    kind: Mapped[str]
    door: Mapped[str]


class NoticeRules(Base):
    """When a corp's people are not disturbed, in the corp's zone."""

    __tablename__ = "notice_rules"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    quiet_from: Mapped[time]
    quiet_to: Mapped[time]
    version: Mapped[int]
    updated_by: Mapped[str]
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class NoticeMailKind(Base):
    """A kind of which a person wants mail, too."""

    __tablename__ = "notice_mail_kinds"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "receiver", "kind"),)

    corp_id: Mapped[int]
    receiver: Mapped[str]
    kind: Mapped[str]


class NoticeAddress(Base):
    """Where a person's mail goes, once he proved that it is his."""

    __tablename__ = "notice_addresses"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "receiver"),)

    corp_id: Mapped[int]
    receiver: Mapped[str]
    address: Mapped[str]
    language: Mapped[str]
    token_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Of the link that proves it; None once it was used."""
    token_until: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]
