"""Handovers of customers and groups, and members who left.

Revision ID: 0026
Revises: 0025
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
MEMBERS = "any((select app_staff())::bigint[])"
EMPTY = sa.text("''")
ZERO = sa.text("0")
UNDER_WAY = sa.text("state in ('planned', 'asking', 'asked', 'waiting')")
SCOPES = {
    "handovers": f"from_staff_id = {MEMBERS}",
    "handover_takers": f"from_staff_id = {MEMBERS}",
    "handover_people": f"from_staff_id = {MEMBERS}",
    "handover_groups": f"from_staff_id = {MEMBERS}",
    "handover_leavers": f"staff_id = {MEMBERS}",
    "handover_readings": None,
}


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _handovers()
    _parts()
    _leavers()
    _indexes()
    for table, seen in SCOPES.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
        if seen is not None:
            op.execute(
                f"create policy own_scope on {table} as restrictive to yutang_scoped using ({seen})"
            )


def _id(name: str, *, required: bool = True) -> "sa.Column[Any]":
    return sa.Column(name, sa.BigInteger(), nullable=not required)


def _moment(name: str, *, required: bool = False) -> "sa.Column[Any]":
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not required)


def _words(name: str) -> "sa.Column[Any]":
    return sa.Column(name, sa.Text(), server_default=EMPTY, nullable=False)


def _states(table: str, *states: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{one}'" for one in states)
    return sa.CheckConstraint(f"state in ({listed})", name=op.f(f"ck_{table}_state"))


def _handovers() -> None:
    op.create_table(
        "handovers",
        _id("corp_id"),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        _id("from_staff_id"),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        _words("message"),
        sa.Column("wish", postgresql.JSONB(), nullable=False),
        _id("people"),
        _id("groups"),
        sa.Column("state", sa.Text(), nullable=False),
        _words("reason"),
        _id("errcode", required=False),
        sa.Column("calls", sa.BigInteger(), server_default=ZERO, nullable=False),
        _id("retry_of", required=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_by_name", sa.Text(), nullable=False),
        _moment("created_at", required=True),
        _moment("checked_at"),
        _moment("next_check_at"),
        _moment("ended_at"),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_handovers")),
        sa.CheckConstraint("mode in ('on_job', 'resigned')", name=op.f("ck_handovers_mode")),
        sa.CheckConstraint(
            "rule in ('share', 'load', 'region', 'store')", name=op.f("ck_handovers_rule")
        ),
        _states("handovers", "running", "waiting", "done", "stopped", "failed"),
    )
    op.create_table(
        "handover_takers",
        _id("corp_id"),
        _id("handover_id"),
        _id("staff_id"),
        _id("from_staff_id"),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        _id("share"),
        sa.Column("fits", sa.Boolean(), nullable=False),
        sa.Column("blocked", sa.Text(), nullable=True),
        _id("errcode", required=False),
        sa.PrimaryKeyConstraint("corp_id", "handover_id", "staff_id", name="pk_handover_takers"),
        sa.CheckConstraint(
            "blocked in ('no_room', 'taker_not_ready')", name=op.f("ck_handover_takers_blocked")
        ),
    )


def _parts() -> None:
    for table, subject, more, ends in (
        (
            "handover_people",
            "customer_id",
            (_moment("settles_at"), _id("task_id", required=False)),
            ("accepted", "refused", "full", "failed", "excluded"),
        ),
        ("handover_groups", "group_id", (), ("done", "failed", "excluded")),
    ):
        op.create_table(
            table,
            _id("corp_id"),
            _id("handover_id"),
            _id(subject),
            _id("from_staff_id"),
            _id("taker_staff_id", required=False),
            sa.Column("on_job", sa.Boolean(), nullable=False),
            sa.Column("state", sa.Text(), nullable=False),
            _words("reason"),
            _id("errcode", required=False),
            sa.Column("tries", sa.SmallInteger(), server_default=ZERO, nullable=False),
            _moment("asked_at"),
            _moment("settled_at"),
            *more,
            sa.PrimaryKeyConstraint("corp_id", "handover_id", subject, name=op.f(f"pk_{table}")),
            _states(table, "planned", "asking", "asked", "waiting", *ends),
        )


def _leavers() -> None:
    op.create_table(
        "handover_leavers",
        _id("corp_id"),
        _id("staff_id"),
        _moment("left_at", required=True),
        _id("unassigned", required=False),
        _moment("told_at"),
        sa.PrimaryKeyConstraint("corp_id", "staff_id", name=op.f("pk_handover_leavers")),
    )
    op.create_table(
        "handover_readings",
        _id("corp_id"),
        _moment("read_at", required=True),
        _id("customers"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_handover_readings")),
    )


def _indexes() -> None:
    op.create_index(
        "ix_handovers_due",
        "handovers",
        ["next_check_at"],
        postgresql_where=sa.text("next_check_at is not null"),
    )
    op.create_index("ix_handovers_giver", "handovers", ["corp_id", "from_staff_id", "id"])
    op.create_index(
        "uq_handover_people_open",
        "handover_people",
        ["corp_id", "from_staff_id", "customer_id"],
        unique=True,
        postgresql_where=UNDER_WAY,
    )
    op.create_index(
        "ix_handover_people_state",
        "handover_people",
        ["corp_id", "handover_id", "state", "taker_staff_id", "customer_id"],
    )
    op.create_index(
        "ix_handover_people_customer", "handover_people", ["corp_id", "customer_id", "asked_at"]
    )
    op.create_index(
        "ix_handover_people_taker",
        "handover_people",
        ["corp_id", "taker_staff_id"],
        postgresql_where=UNDER_WAY,
    )
    op.create_index(
        "uq_handover_groups_open",
        "handover_groups",
        ["corp_id", "group_id"],
        unique=True,
        postgresql_where=UNDER_WAY,
    )
    op.create_index(
        "ix_handover_groups_state",
        "handover_groups",
        ["corp_id", "handover_id", "state", "group_id"],
    )
    op.create_index(
        "ix_handover_groups_day", "handover_groups", ["corp_id", "from_staff_id", "asked_at"]
    )
    op.create_index(
        "ix_handover_groups_group", "handover_groups", ["corp_id", "group_id", "asked_at"]
    )
    # Which codes have nobody else when a member leaves.
    op.create_index(
        "ix_channel_staff_staff", "channel_staff", ["corp_id", "staff_id", "channel_id"]
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
