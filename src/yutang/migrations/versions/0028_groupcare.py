"""Welcomes of groups, whom each waits for, and keyword replies.

Revision ID: 0028
Revises: 0027
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
REACHES = "reach in ('all', 'owners', 'kinds', 'tiers', 'groups')"


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def _many(name: str, kind: str) -> sa.Column[object]:
    of = sa.BigInteger() if kind == "bigint" else sa.Text()
    empty = sa.text(f"'{{}}'::{kind}[]")
    return sa.Column(name, sa.ARRAY(of), server_default=empty, nullable=False)


def _number(name: str, *, nullable: bool = False, first: bool = True) -> sa.Column[int]:
    default = sa.text("1") if first else None
    return sa.Column(name, sa.BigInteger(), nullable=nullable, server_default=default)


def _reach() -> tuple[sa.Column[Any], ...]:
    return (
        _words("reach"),
        _many("owner_ids", "bigint"),
        _many("kinds", "text"),
        _many("tiers", "text"),
        _many("group_ids", "bigint"),
    )


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "group_welcomes",
        _corp(),
        _id(),
        _words("name"),
        _words("text"),
        sa.Column("attachment", JSONB(), nullable=True),
        *_reach(),
        _words("status", default="creating"),
        _words("problem", nullable=True),
        _words("said", default=""),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        _words("template_id", nullable=True),
        sa.Column("making", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        _number("content_version"),
        _number("version"),
        _moment("full_at", nullable=True),
        _number("full_with", nullable=True, first=False),
        _words("created_by"),
        _moment("created_at", now=True),
        _moment("changed_at", now=True),
        _moment("checked_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_group_welcomes")),
        sa.CheckConstraint(
            "status in ('creating', 'active', 'updating', 'failed', 'gone', 'deleting', 'deleted')",
            name=op.f("ck_group_welcomes_status"),
        ),
        sa.CheckConstraint(REACHES, name=op.f("ck_group_welcomes_reach")),
    )
    op.create_index(
        "uq_group_welcomes_name",
        "group_welcomes",
        ["corp_id", "name"],
        unique=True,
        postgresql_where=sa.text("status <> 'deleted'"),
    )
    op.create_table(
        "group_welcome_owners",
        _corp(),
        sa.Column("welcome_id", sa.BigInteger(), nullable=False),
        sa.Column("content_version", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("group_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        _moment("asked_at"),
        sa.PrimaryKeyConstraint(
            *("corp_id", "welcome_id", "content_version", "staff_id", "round"),
            name=op.f("pk_group_welcome_owners"),
        ),
    )
    op.create_index(
        "ix_group_welcome_owners_staff", "group_welcome_owners", ["corp_id", "staff_id"]
    )
    op.create_table(
        "keyword_replies",
        _corp(),
        _id(),
        _words("name"),
        sa.Column("words", sa.ARRAY(sa.Text()), nullable=False),
        _words("text"),
        sa.Column("attachment", JSONB(), nullable=True),
        *_reach(),
        _number("version"),
        sa.Column("entered", JSONB(), nullable=True),
        _number("entered_version", nullable=True, first=False),
        _moment("entered_at", nullable=True),
        _words("entered_by", nullable=True),
        _words("created_by"),
        _moment("created_at", now=True),
        _moment("changed_at", now=True),
        _moment("deleted_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_keyword_replies")),
        sa.CheckConstraint(REACHES, name=op.f("ck_keyword_replies_reach")),
    )
    op.create_index(
        "uq_keyword_replies_name",
        "keyword_replies",
        ["corp_id", "name"],
        unique=True,
        postgresql_where=sa.text("deleted_at is null"),
    )
    for table in ("group_welcomes", "group_welcome_owners", "keyword_replies"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    # What a corp says in its groups is its own, as its tags are; whom it waits for is a person.
    op.execute(
        "create policy own_scope on group_welcome_owners as restrictive to yutang_scoped"
        " using (staff_id = any((select app_staff())::bigint[]))"
    )
    for table in ("group_welcomes", "keyword_replies"):
        # Who sees a part of the corp reads them and changes none: they are for everybody's groups.
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped"
            " using (true) with check (false)"
        )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
