"""Rules, whom they are about to judge, their runs, and each change that they made."""

from datetime import datetime
from typing import Any

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

_ON = "enabled and deleted_at is null"


class TagRule(Base):
    """One rule as it is now; each run keeps the words that it followed."""

    __tablename__ = "tag_rules"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index(
            "ix_tag_rules_name",
            "corp_id",
            "name",
            unique=True,
            postgresql_where=text("deleted_at is null"),
        ),
        Index("ix_tag_rules_on", "corp_id", postgresql_where=text(_ON)),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    enabled: Mapped[bool] = mapped_column(server_default=text("false"))
    version: Mapped[int] = mapped_column(server_default=text("1"))
    trigger: Mapped[dict[str, Any]] = mapped_column(JSONB)
    condition: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    acts: Mapped[list[Any]] = mapped_column(JSONB)
    why: Mapped[str | None]
    """The reason that stands at each tag; sensitive ones need it. None: the rule's name."""
    keeps: Mapped[bool] = mapped_column(server_default=text("false"))
    """On a schedule: who no longer fits loses what this rule put on him."""
    kinds: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'::text[]"))
    """The events that set it off; none for a schedule."""
    starter: Mapped[str | None]
    since_id: Mapped[int | None]
    """The log's last number when it was switched on: what happened before sets nothing off."""
    slot_at: Mapped[datetime | None]
    """The last moment of its schedule that was looked after."""
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_by: Mapped[str]
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    deleted_at: Mapped[datetime | None]


class TagRuleDue(Base):
    """A person whom a rule is to judge because of an event; several events of his are one."""

    __tablename__ = "tag_rule_dues"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "rule_id", "customer_id"),
        Index("ix_tag_rule_dues_wait", "wait_until"),
        Index("ix_tag_rule_dues_customer", "corp_id", "customer_id"),
    )

    corp_id: Mapped[int]
    rule_id: Mapped[int]
    customer_id: Mapped[int]
    event_id: Mapped[int]
    """The last of them; judged is by what was known behind it."""
    event_at: Mapped[datetime]
    wait_until: Mapped[datetime] = mapped_column(server_default=text("now()"))
    """When to look next; ahead while somebody judges him, or the audience is behind."""


class TagRuleRun(Base):
    """What one rule did at one time: events of an hour, one moment of its schedule, one wish."""

    __tablename__ = "tag_rule_runs"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("cause in ('event', 'schedule', 'manual')", name="cause"),
        CheckConstraint(
            "state in ('waiting', 'running', 'ended', 'stopped', 'failed')", name="state"
        ),
        Index("ix_tag_rule_runs_rule", "corp_id", "rule_id", "id"),
        Index(
            "ix_tag_rule_runs_open",
            "corp_id",
            "rule_id",
            postgresql_where=text("state in ('waiting', 'running')"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    rule_id: Mapped[int]
    version: Mapped[int]
    rule: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """The rule as it was: name, trigger, condition, acts, why, keeps."""
    cause: Mapped[str]
    state: Mapped[str]
    asked_by: Mapped[str]
    began_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    people: Mapped[bytes | None] = mapped_column(LargeBinary)
    """A roaring bitmap of those whom the condition found; dropped at the end."""
    leaving: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Of those who no longer fit, for a rule that keeps."""
    phase: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """0: those who fit, 1: those who leave."""
    place: Mapped[int] = mapped_column(server_default=text("0"))
    """The last person done."""
    asked: Mapped[int] = mapped_column(server_default=text("0"))
    done: Mapped[int] = mapped_column(server_default=text("0"))
    changed: Mapped[int] = mapped_column(server_default=text("0"))
    """People with at least one change."""
    results: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'::jsonb"))
    """By place of the act how many by outcome: `changed`, or why not."""
    samples: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'::jsonb"))
    """A few customers by reason."""
    took_ms: Mapped[int] = mapped_column(server_default=text("0"))
    error: Mapped[str | None]
    undo_asked_at: Mapped[datetime | None]
    undo_asked_by: Mapped[str | None]
    undo_place: Mapped[int] = mapped_column(server_default=text("0"))
    undone_at: Mapped[datetime | None]
    taken_back: Mapped[int] = mapped_column(server_default=text("0"))
    changed_since: Mapped[int] = mapped_column(server_default=text("0"))
    """Changes that stay since somebody changed the same thing later."""


class TagRuleChange(Base):
    """One thing that a run changed of one person, as it is needed to take it back."""

    __tablename__ = "tag_rule_changes"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        CheckConstraint("what in ('put', 'gave_up', 'took', 'stage')", name="what"),
        Index("ix_tag_rule_changes_run", "corp_id", "run_id", "id"),
        Index("ix_tag_rule_changes_customer", "corp_id", "customer_id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    run_id: Mapped[int]
    customer_id: Mapped[int]
    what: Mapped[str]
    """`gave_up`: what an exclusive group gave up for a tag that was put."""
    tag_id: Mapped[int | None]
    staff_id: Mapped[int | None]
    """The member on whose relation a tag of WeCom sits."""
    before: Mapped[str | None]
    """The stage before; of a tag that went, who had put it."""
    after: Mapped[str | None]
    was_at: Mapped[datetime | None]
    was_why: Mapped[str | None]
    at: Mapped[datetime]
    undone: Mapped[str | None]
    """`taken_back` or `changed_since`."""
