"""Customers. Every key starts with (corp_id, customer_id): partitions stay a deployment choice."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    Identity,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    Text,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class CustomerOrdinal(Base):
    """The next customer id of a corp: dense and never reused, since it is a bitmap ordinal."""

    __tablename__ = "customer_ordinals"

    corp_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    next_id: Mapped[int] = mapped_column(server_default=text("1"))
    merged: Mapped[int] = mapped_column(server_default=text("0"))
    """How many of those given out are parts of other people now."""


class Customer(Base):
    """A person known to the corp."""

    __tablename__ = "customers"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_customers_grams", "corp_id", "grams", postgresql_using="gin"),
        Index("ix_customers_name_sort", "corp_id", "name_sort", "id"),
        Index("ix_customers_first_added", "corp_id", "first_added_at", "id"),
        Index("ix_customers_last_active", "corp_id", "last_active_at", "id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int]
    state: Mapped[str]
    """visitor, lead, group_member, half, friend or lost."""
    name: Mapped[str]
    name_sort: Mapped[str]
    """Pinyin, made in Python: the embedded server has no ICU."""
    grams: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Every character and pair of name and remarks, lower-cased: two is the usual query."""
    avatar: Mapped[str] = mapped_column(server_default=text("''"))
    gender: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    platform: Mapped[str] = mapped_column(server_default=text("'wechat'"))
    """wechat or wecom."""
    company: Mapped[str] = mapped_column(server_default=text("''"))
    first_added_at: Mapped[datetime | None]
    """The first time he ever became this corp's customer; written once, never moved."""
    first_added_staff_id: Mapped[int | None]
    first_added_way: Mapped[int | None] = mapped_column(SmallInteger)
    first_added_channel: Mapped[str | None]
    consented_at: Mapped[datetime | None]
    marketing_refused_at: Mapped[datetime | None]
    marketing_refused_through: Mapped[str | None]
    stage: Mapped[str | None]
    stage_changed_at: Mapped[datetime | None]
    last_active_at: Mapped[datetime | None]
    """The newest message, order or visit known to us; null where none is."""
    silent_since: Mapped[datetime | None]
    birthday: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class CustomerIdentity(Base):
    """One way to recognise a person. A phone's `value` is its keyed hash, `sealed` the number."""

    __tablename__ = "customer_identities"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "kind", "value"),
        Index("ix_customer_identities_customer", "corp_id", "customer_id"),
        Index(
            "ix_customer_identities_home",
            "corp_id",
            "home_id",
            postgresql_where=text("home_id is not null"),
        ),
    )

    corp_id: Mapped[int]
    kind: Mapped[str]
    """external, unionid, openid, phone, member_number or device."""
    value: Mapped[str]
    customer_id: Mapped[int]
    sealed: Mapped[bytes | None] = mapped_column(
        LargeBinary, info={"sealed_as": "customer_identities.phone"}
    )
    claimed: Mapped[bool] = mapped_column(server_default=text("false"))
    """A message said so, and later news may say otherwise; else WeCom or a file gave it."""
    home_id: Mapped[int | None]
    """Whom it was given to or who began with it, where that is or may become another."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class Follow(Base):
    """The relation of one staff and one customer as it stands now."""

    __tablename__ = "follows"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "staff_id"),
        Index("ix_follows_staff", "corp_id", "staff_id", "state", "added_at"),
        Index(
            "ix_follows_channel",
            "corp_id",
            "channel",
            "customer_id",
            postgresql_where=text("channel is not null"),
        ),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    staff_id: Mapped[int]
    state: Mapped[str]
    """half, friend, deleted_by_staff, deleted_by_customer or transferred."""
    changed_at: Mapped[datetime]
    """WeCom's time of the last change of `state`; older news changes nothing."""
    added_at: Mapped[datetime]
    add_way: Mapped[int | None] = mapped_column(SmallInteger)
    channel: Mapped[str | None]
    """WeCom's `state`: what the code or link carried."""
    remark: Mapped[str] = mapped_column(server_default=text("''"))
    description: Mapped[str] = mapped_column(server_default=text("''"))
    operator: Mapped[str | None]


class FollowHistory(Base):
    """Every change of a relation; append-only."""

    __tablename__ = "follow_history"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "id"),
        Index(
            "ix_follow_history_day",
            "corp_id",
            "change",
            "at",
            postgresql_where=text("change <> 'synced'"),
        ),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    staff_id: Mapped[int]
    change: Mapped[str]
    """How it began: half_added, added, shared, assigned, synced (found by reading).

    How it ended: deleted_by_staff, deleted_by_customer, transferred. Or transfer_failed.
    """
    at: Mapped[datetime]
    source: Mapped[str]
    props: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    idle: Mapped[bool] = mapped_column(server_default=text("false"))
    """It changed nothing: an ending of what had ended already. Losses leave it out."""
