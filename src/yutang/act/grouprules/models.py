"""Rules of groups with what was given and counted for them, and the book of breaches."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Identity,
    Index,
    PrimaryKeyConstraint,
    SmallInteger,
    Text,
)
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base

_NUMBERS = sql("'{}'::bigint[]")
_WORDS = sql("'{}'::text[]")
_NONE = sql("''")


class GroupRuleSet(Base):
    """What groups shall say, be called and have their members called."""

    __tablename__ = "group_rule_sets"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("reach in ('all', 'owners', 'kinds', 'tiers', 'groups')", name="reach"),
        Index(
            "uq_group_rule_sets_name",
            "corp_id",
            "name",
            unique=True,
            postgresql_where=sql("deleted_at is null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    """Ours, for tasks and lists."""
    reach: Mapped[str]
    owner_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default=_NUMBERS)
    kinds: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=_WORDS)
    tiers: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=_WORDS)
    group_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), server_default=_NUMBERS)
    rules: Mapped[str] = mapped_column(server_default=_NONE)
    notice: Mapped[str] = mapped_column(server_default=_NONE)
    """What the group's announcement shall be; empty: it is not looked at."""
    nickname_form: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    nickname_match: Mapped[str] = mapped_column(server_default=_NONE)
    """The form as a regular expression; empty: nicknames are not looked at."""
    name_pattern: Mapped[str] = mapped_column(server_default=_NONE)
    """With {n} or {n:02} for the number; empty: names are not looked at."""
    version: Mapped[int] = mapped_column(server_default=sql("1"))
    """Counts the edits: who edits an older one is told."""
    ask_version: Mapped[int] = mapped_column(server_default=sql("1"))
    """Counts what owners must do anew: another notice, another pattern of names."""
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    changed_at: Mapped[datetime] = mapped_column(server_default=sql("now()"))
    deleted_at: Mapped[datetime | None]


class GroupNameNumber(Base):
    """The running number of a group under a set: given once, never taken back or given again."""

    __tablename__ = "group_name_numbers"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "set_id", "group_id"),
        # The number stands before the set, so that a group is always looked for by the key.
        Index("uq_group_name_numbers_number", "corp_id", "number", "set_id", unique=True),
    )

    corp_id: Mapped[int]
    set_id: Mapped[int]
    group_id: Mapped[int]
    number: Mapped[int]
    given_at: Mapped[datetime]


class GroupRuleOwner(Base):
    """An owner was asked to set the notice and the names of his groups.

    His task is that of source `group_rules` and key set:ask_version:staff:round.
    """

    __tablename__ = "group_rule_owners"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "set_id", "ask_version", "staff_id", "round"),
        Index("ix_group_rule_owners_staff", "corp_id", "staff_id"),
    )

    corp_id: Mapped[int]
    set_id: Mapped[int]
    ask_version: Mapped[int]
    staff_id: Mapped[int]
    round: Mapped[int] = mapped_column(SmallInteger)
    """A second one asks for groups that came after the first was done."""
    group_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    asked_at: Mapped[datetime]


class GroupNicknameCount(Base):
    """How many persons of a group had a fitting nickname when it was last read."""

    __tablename__ = "group_nickname_counts"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "group_id"),)

    corp_id: Mapped[int]
    group_id: Mapped[int]
    nickname_match: Mapped[str]
    """By which expression; another one is counted anew."""
    fits: Mapped[int]
    differs: Mapped[int]
    nameless: Mapped[int]
    """Persons without a nickname in the group."""
    read_at: Mapped[datetime]
    """Of the reading that was counted."""


class GroupBreach(Base):
    """A person broke the rules of a group."""

    __tablename__ = "group_breaches"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint(
            "kind in ('advert', 'link', 'rumour', 'insult', 'flood', 'adds_members', 'other')",
            name="kind",
        ),
        CheckConstraint("state in ('told', 'to_remove', 'removed', 'forgiven')", name="state"),
        Index("ix_group_breaches_customer", "corp_id", "customer_id", "at"),
        Index("ix_group_breaches_group", "corp_id", "group_id", "id"),
        Index(
            "ix_group_breaches_waiting",
            "corp_id",
            "group_id",
            "customer_id",
            postgresql_where=sql("state = 'to_remove'"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    group_id: Mapped[int]
    customer_id: Mapped[int]
    kind: Mapped[str]
    note: Mapped[str] = mapped_column(server_default=_NONE)
    at: Mapped[datetime]
    recorded_by: Mapped[str]
    window_days: Mapped[int] = mapped_column(SmallInteger)
    """The settings of its day: later ones do not change what was."""
    remove_from: Mapped[int] = mapped_column(SmallInteger)
    ordinal: Mapped[int] = mapped_column(SmallInteger)
    """Which one of this person within the window, over all groups; 0 once forgiven."""
    state: Mapped[str]
    """told, to_remove, removed (WeCom told that he was put out) or forgiven."""
    removed_at: Mapped[datetime | None]
    forgiven_at: Mapped[datetime | None]
    forgiven_by: Mapped[str | None]
    forgiven_why: Mapped[str] = mapped_column(server_default=_NONE)


class BreachSettings(Base):
    """From which breach on, within how long, a person is to be removed."""

    __tablename__ = "breach_settings"
    __table_args__ = (PrimaryKeyConstraint("corp_id"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    window_days: Mapped[int] = mapped_column(SmallInteger)
    remove_from: Mapped[int] = mapped_column(SmallInteger)
    changed_by: Mapped[str]
    changed_at: Mapped[datetime]
