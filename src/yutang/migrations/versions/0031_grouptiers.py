"""Tiers of groups, invitations into groups, their codes and whom they are for.

Revision ID: 0031
Revises: 0030
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
TIERS = "tier in ('pond', 'transit', 'core')"
TABLES = ("group_tiers", "group_invitations", "group_invitation_ways", "group_invitees")


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.BigInteger(), nullable=nullable, server_default=told)


def _small(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.SmallInteger(), nullable=nullable, server_default=told)


def _moment(name: str, *, nullable: bool = True, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def _check(table: str, name: str, words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(words, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _tiers()
    _invitations()
    _invitees()
    for table in TABLES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    for table in TABLES[:3]:
        # Who sees a part of the corp reads them and changes none: they are for everybody's groups.
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped"
            " using (true) with check (false)"
        )
    op.execute(
        "create policy own_scope on group_invitees as restrictive to yutang_scoped"
        " using (staff_id = any((select app_staff())::bigint[])) with check (false)"
    )


def _tiers() -> None:
    op.create_table(
        "group_tiers",
        _corp(),
        _words("tier"),
        _small("share"),
        sa.Column("rule", JSONB(), nullable=True),
        _small("back_after_days", default="14"),
        _number("version", default="1"),
        _words("changed_by"),
        _moment("changed_at", nullable=False, now=True),
        sa.PrimaryKeyConstraint("corp_id", "tier", name=op.f("pk_group_tiers")),
        _check("group_tiers", "tier", TIERS),
        _check("group_tiers", "share", "share between 0 and 100"),
        _check("group_tiers", "back_after_days", "back_after_days between 0 and 365"),
    )


def _invitations() -> None:
    table = "group_invitations"
    op.create_table(
        table,
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _words("name"),
        _words("tier", nullable=True),
        _words("who"),
        sa.Column("filters", JSONB(), nullable=False),
        sa.Column("wanted", JSONB(), nullable=False),
        sa.Column("group_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        _words("text"),
        _words("text_nameless", default=""),
        _small("day_cap"),
        _small("again_days"),
        _small("back_after_days"),
        _small("full_at"),
        sa.Column("same_store", sa.Boolean(), nullable=False),
        _words("state", default="preparing"),
        _words("problem", nullable=True),
        _words("said", default=""),
        _number("agent_id"),
        _number("chosen_through", default="0"),
        _moment("chosen_at"),
        _moment("followed_until"),
        _moment("followed_at"),
        _number("version", default="1"),
        _words("created_by"),
        _moment("created_at", nullable=False),
        _moment("ended_at"),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f(f"pk_{table}")),
        _check(table, "tier", TIERS),
        _check(table, "who", "who in ('on', 'back', 'found')"),
        _check(table, "state", "state in ('preparing', 'running', 'stopped', 'ended', 'failed')"),
        _check(table, "day_cap", "day_cap between 1 and 200"),
        _check(table, "full_at", "full_at between 2 and 500"),
    )
    op.create_index(
        "ix_group_invitations_followed",
        table,
        ["followed_until"],
        postgresql_where=sa.text("followed_until is not null"),
    )
    ways = "group_invitation_ways"
    op.create_table(
        ways,
        _corp(),
        _number("invitation_id"),
        _small("part"),
        sa.Column("group_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        _number("store_id", nullable=True),
        _words("code_state"),
        _words("config_id", nullable=True),
        _words("qr_code", default=""),
        _words("status", default="making"),
        sa.PrimaryKeyConstraint("corp_id", "invitation_id", "part", name=op.f(f"pk_{ways}")),
        _check(ways, "status", "status in ('making', 'made', 'failed')"),
    )
    op.create_index("uq_group_invitation_ways_code", ways, ["corp_id", "code_state"], unique=True)


def _index(name: str, columns: list[str], **more: Any) -> None:
    op.create_index(f"ix_group_invitees_{name}", "group_invitees", columns, **more)


def _invitees() -> None:
    table = "group_invitees"
    op.create_table(
        table,
        _corp(),
        _number("invitation_id"),
        _number("customer_id"),
        _number("staff_id", nullable=True),
        _small("part", nullable=True),
        _words("state"),
        _words("reason", nullable=True),
        _moment("asked_at"),
        _moment("sent_at"),
        _moment("joined_at"),
        _number("group_id", nullable=True),
        _moment("left_at"),
        sa.PrimaryKeyConstraint(
            "corp_id", "invitation_id", "customer_id", name=op.f(f"pk_{table}")
        ),
        _check(
            table,
            "state",
            "state in ('waiting', 'asked', 'sent', 'joined', 'joined_otherwise', 'left_again',"
            " 'skipped', 'expired')",
        ),
        _check(table, "reason", "(state = 'skipped') = (reason is not null)"),
    )
    asked = sa.text("asked_at is not null")
    _index(
        "waiting",
        ["corp_id", "invitation_id", "staff_id", "customer_id"],
        postgresql_where=sa.text("state = 'waiting'"),
    )
    _index("asked", ["corp_id", "invitation_id", "staff_id", "asked_at"], postgresql_where=asked)
    _index("state", ["corp_id", "invitation_id", "state", "customer_id"])
    _index("customer", ["corp_id", "customer_id", "asked_at"])
    _index(
        "lately",
        ["corp_id", "asked_at"],
        postgresql_where=asked,
        postgresql_include=["customer_id"],
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
