"""Acts on many customers at once.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

STATES = "state in ('planning', 'planned', 'running', 'paused', 'ended', 'cancelled', 'failed')"


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default=sa.text("0"), nullable=False)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _counts(name: str) -> sa.Column[object]:
    return sa.Column(name, JSONB(), server_default=sa.text("'{}'"), nullable=False)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "bulk_acts",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("arguments", JSONB(), nullable=False),
        sa.Column("about", JSONB(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("ids", ARRAY(sa.Integer()), nullable=True),
        sa.Column("wanted", JSONB(), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("undone_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        _moment("confirmed_at"),
        _moment("planned_at"),
        _number("found"),
        _counts("plan"),
        _counts("samples"),
        _number("calls"),
        sa.Column("shown", JSONB(), nullable=True),
        _counts("results"),
        _number("chunks"),
        _number("place"),
        _number("done"),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_by_name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        _moment("asked_at", nullable=False),
        _moment("resumed_at", nullable=False),
        _number("resumed_done"),
        _moment("updated_at", nullable=False),
        _moment("ended_at"),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_bulk_acts")),
        sa.CheckConstraint(STATES, name=op.f("ck_bulk_acts_state")),
        sa.CheckConstraint(
            "source in ('ids', 'filter', 'undone')", name=op.f("ck_bulk_acts_source")
        ),
    )
    op.create_index("ix_bulk_acts_asked", "bulk_acts", ["corp_id", "asked_at", "id"])
    op.create_table(
        "bulk_outcomes",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("act_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("chunk", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("ids", ARRAY(sa.Integer()), nullable=False),
        sa.PrimaryKeyConstraint(
            "corp_id", "act_id", "phase", "chunk", "outcome", name=op.f("pk_bulk_outcomes")
        ),
    )
    for table in ("bulk_acts", "bulk_outcomes"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(
            f"create policy own_corp on {table} using"
            " (corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
        )
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    op.execute("grant usage on all sequences in schema public to yutang_app")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
