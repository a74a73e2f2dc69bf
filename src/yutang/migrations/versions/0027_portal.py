"""Customers signed in on their own pages, and what they ask for there.

Revision ID: 0027
Revises: 0026
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "customer_sessions",
        _corp(),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        _moment("created_at", now=True),
        _moment("expires_at"),
        sa.PrimaryKeyConstraint("corp_id", "token_hash", name=op.f("pk_customer_sessions")),
    )
    op.create_index("uq_customer_sessions_token", "customer_sessions", ["token_hash"], unique=True)
    op.create_index(
        "ix_customer_sessions_customer", "customer_sessions", ["corp_id", "customer_id"]
    )
    op.create_index("ix_customer_sessions_expires", "customer_sessions", ["corp_id", "expires_at"])
    op.create_table(
        "privacy_requests",
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), server_default=sa.text("''"), nullable=False),
        _moment("asked_at"),
        _moment("due_at"),
        _moment("ended_at", nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_privacy_requests")),
        sa.CheckConstraint("kind in ('copy', 'erase')", name=op.f("ck_privacy_requests_kind")),
        sa.CheckConstraint(
            "state in ('waiting', 'done', 'declined', 'taken_back')",
            name=op.f("ck_privacy_requests_state"),
        ),
    )
    op.create_index(
        "ix_privacy_requests_customer", "privacy_requests", ["corp_id", "customer_id", "id"]
    )
    op.create_index(
        "uq_privacy_requests_waiting",
        "privacy_requests",
        ["corp_id", "customer_id", "kind"],
        unique=True,
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "ix_privacy_requests_waiting",
        "privacy_requests",
        ["corp_id", "id"],
        postgresql_where=sa.text("state = 'waiting'"),
    )
    for table in ("customer_sessions", "privacy_requests"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped"
            " using (sees_customer(corp_id, customer_id))"
        )
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
