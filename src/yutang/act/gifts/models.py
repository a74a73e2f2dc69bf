"""Gifts, their codes, who claimed one, who may not and who only takes."""

from datetime import datetime

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Identity,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

SEALED_AS = "gift_codes.code"


class Gift(Base):
    """What a new friend gets. Once it is published its rules stay as they are."""

    __tablename__ = "gifts"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("uq_gifts_slug", "slug", unique=True),
        CheckConstraint("state in ('draft', 'running', 'stopped')", name="state"),
        CheckConstraint("cost >= 0", name="cost"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    slug: Mapped[str]
    """Of its page, /h/gift/<slug>; no other gift of any corp has it."""
    name: Mapped[str]
    about: Mapped[str] = mapped_column(server_default=text("''"))
    rules: Mapped[str] = mapped_column(server_default=text("''"))
    all_channels: Mapped[bool] = mapped_column(server_default=text("false"))
    channel_ids: Mapped[list[int]] = mapped_column(
        ARRAY(BigInteger), server_default=text("'{}'::bigint[]")
    )
    cost: Mapped[int] = mapped_column(server_default=text("0"))
    """Of one code, in fen."""
    budget: Mapped[int | None]
    most: Mapped[int | None]
    """How many codes the budget pays for: none with a higher number is given out."""
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    show_stock: Mapped[bool] = mapped_column(server_default=text("false"))
    state: Mapped[str] = mapped_column(server_default=text("'draft'"))
    codes: Mapped[int] = mapped_column(server_default=text("0"))
    """How many it has; they are numbered from 1."""
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    published_at: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]


class GiftCode(Base):
    """A code of value: sealed, and known again by a keyed hash. Taken once, for good."""

    __tablename__ = "gift_codes"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "gift_id", "number"),
        Index("uq_gift_codes_fingerprint", "corp_id", "gift_id", "fingerprint", unique=True),
        Index(
            "ix_gift_codes_free",
            "corp_id",
            "gift_id",
            "number",
            postgresql_where=text("taken_at is null"),
        ),
    )

    corp_id: Mapped[int]
    gift_id: Mapped[int]
    number: Mapped[int]
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary)
    sealed: Mapped[bytes] = mapped_column(LargeBinary, info={"sealed_as": SEALED_AS})
    taken_at: Mapped[datetime | None]
    """Stays when who took it is erased: a code is never given twice."""


class GiftClaim(Base):
    """Who got which code."""

    __tablename__ = "gift_claims"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "gift_id", "customer_id"),
        UniqueConstraint("corp_id", "gift_id", "number"),
        Index("ix_gift_claims_customer", "corp_id", "customer_id"),
        Index("ix_gift_claims_at", "corp_id", "claimed_at"),
        Index("ix_gift_claims_channel", "corp_id", "channel_id"),
    )

    corp_id: Mapped[int]
    gift_id: Mapped[int]
    customer_id: Mapped[int]
    number: Mapped[int]
    channel_id: Mapped[int]
    """Through which his first add came."""
    cost: Mapped[int]
    claimed_at: Mapped[datetime]


class GiftOutsider(Base):
    """A customer who is a member, his family or a test account: he gets nothing."""

    __tablename__ = "gift_outsiders"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "customer_id"),)

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    why: Mapped[str]
    marked_by: Mapped[str]
    marked_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class GiftTaker(Base):
    """Who took and left, or takes and never says a word."""

    __tablename__ = "gift_takers"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id"),
        CheckConstraint("reason in ('left', 'many')", name="reason"),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    reason: Mapped[str]
    gifts: Mapped[int]
    claimed_at: Mapped[datetime]
    """left: of the claim after which he left; many: of the newest."""
    lost_at: Mapped[datetime | None]
    marked_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class GiftSettings(Base):
    """From when on somebody only takes, and which tag of ours says so."""

    __tablename__ = "gift_settings"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id"),
        CheckConstraint("days between 1 and 90", name="days"),
        CheckConstraint("claims between 2 and 50", name="claims"),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    days: Mapped[int] = mapped_column(SmallInteger, server_default=text("7"))
    claims: Mapped[int] = mapped_column(SmallInteger, server_default=text("3"))
    tag_id: Mapped[int | None]
    judged_at: Mapped[datetime | None]
