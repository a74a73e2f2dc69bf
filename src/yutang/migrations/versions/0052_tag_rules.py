"""Rules that tag people by themselves, their runs, and each change that they made.

Revision ID: 0052
Revises: 0051
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
TABLES = ("tag_rules", "tag_rule_dues", "tag_rule_runs", "tag_rule_changes")
OF_PERSONS = ("tag_rule_dues", "tag_rule_changes")


def _number(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=null, server_default=told)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _moment(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[object]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null, server_default=told)


def _no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("false"))


def _json(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[object]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, JSONB(), nullable=null, server_default=told)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _rules()
    _runs()
    for table in TABLES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    for table in OF_PERSONS:
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped"
            " using (sees_customer(corp_id, customer_id))"
        )


def _rules() -> None:
    op.create_table(
        "tag_rules",
        _number("corp_id"),
        _id(),
        _text("name"),
        _no("enabled"),
        _number("version", default="1"),
        _json("trigger"),
        _json("condition", null=True),
        _json("acts"),
        _text("why", null=True),
        _no("keeps"),
        sa.Column(
            "kinds", sa.ARRAY(sa.Text()), nullable=False, server_default=sa.text("'{}'::text[]")
        ),
        _text("starter", null=True),
        _number("since_id", null=True),
        _moment("slot_at", null=True),
        _text("created_by"),
        _moment("created_at", default="now()"),
        _text("updated_by"),
        _moment("updated_at", default="now()"),
        _moment("deleted_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_tag_rules")),
    )
    op.create_index(
        "ix_tag_rules_name",
        "tag_rules",
        ["corp_id", "name"],
        unique=True,
        postgresql_where=sa.text("deleted_at is null"),
    )
    op.create_index(
        "ix_tag_rules_on",
        "tag_rules",
        ["corp_id"],
        postgresql_where=sa.text("enabled and deleted_at is null"),
    )
    op.create_table(
        "tag_rule_dues",
        _number("corp_id"),
        _number("rule_id"),
        _number("customer_id"),
        _number("event_id"),
        _moment("event_at"),
        _moment("wait_until", default="now()"),
        sa.PrimaryKeyConstraint("corp_id", "rule_id", "customer_id", name=op.f("pk_tag_rule_dues")),
    )
    op.create_index("ix_tag_rule_dues_wait", "tag_rule_dues", ["wait_until"])
    op.create_index("ix_tag_rule_dues_customer", "tag_rule_dues", ["corp_id", "customer_id"])


def _runs() -> None:
    op.create_table(
        "tag_rule_runs",
        _number("corp_id"),
        _id(),
        _number("rule_id"),
        _number("version"),
        _json("rule"),
        _text("cause"),
        _text("state"),
        _text("asked_by"),
        _moment("began_at"),
        _moment("updated_at"),
        _moment("ended_at", null=True),
        sa.Column("people", sa.LargeBinary(), nullable=True),
        sa.Column("leaving", sa.LargeBinary(), nullable=True),
        sa.Column("phase", sa.SmallInteger(), nullable=False, server_default=sa.text("0")),
        _number("place", default="0"),
        _number("asked", default="0"),
        _number("done", default="0"),
        _number("changed", default="0"),
        _json("results", default="'{}'::jsonb"),
        _json("samples", default="'{}'::jsonb"),
        _number("took_ms", default="0"),
        _text("error", null=True),
        _moment("undo_asked_at", null=True),
        _text("undo_asked_by", null=True),
        _number("undo_place", default="0"),
        _moment("undone_at", null=True),
        _number("taken_back", default="0"),
        _number("changed_since", default="0"),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_tag_rule_runs")),
        sa.CheckConstraint(
            "cause in ('event', 'schedule', 'manual')", name=op.f("ck_tag_rule_runs_cause")
        ),
        sa.CheckConstraint(
            "state in ('waiting', 'running', 'ended', 'stopped', 'failed')",
            name=op.f("ck_tag_rule_runs_state"),
        ),
    )
    op.create_index("ix_tag_rule_runs_rule", "tag_rule_runs", ["corp_id", "rule_id", "id"])
    op.create_index(
        "ix_tag_rule_runs_open",
        "tag_rule_runs",
        ["corp_id", "rule_id"],
        postgresql_where=sa.text("state in ('waiting', 'running')"),
    )
    op.create_table(
        "tag_rule_changes",
        _number("corp_id"),
        _id(),
        _number("run_id"),
        _number("customer_id"),
        _text("what"),
        _number("tag_id", null=True),
        _number("staff_id", null=True),
        _text("before", null=True),
        _text("after", null=True),
        _moment("was_at", null=True),
        _text("was_why", null=True),
        _moment("at"),
        _text("undone", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_tag_rule_changes")),
        sa.CheckConstraint(
            "what in ('put', 'gave_up', 'took', 'stage')", name=op.f("ck_tag_rule_changes_what")
        ),
    )
    op.create_index("ix_tag_rule_changes_run", "tag_rule_changes", ["corp_id", "run_id", "id"])
    op.create_index("ix_tag_rule_changes_customer", "tag_rule_changes", ["corp_id", "customer_id"])


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
