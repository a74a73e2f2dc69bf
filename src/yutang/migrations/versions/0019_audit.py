"""The audit's chain, and from where each act came.

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import UserDefinedType
from typing_extensions import override

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
ZERO_XID = sa.text("'0'::xid8")


class Xid8(UserDefinedType[int]):
    """PostgreSQL's 64-bit transaction id."""

    cache_ok = True

    @override
    def get_col_spec(self, **_: object) -> str:
        return "xid8"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _entries()
    _chain()
    for table in ("audit_chains", "audit_links", "audit_anchors"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped using (false)"
        )
        op.execute(f"grant select on {table} to yutang_app")


def _entries() -> None:
    for name in ("ip", "means", "session", "request_id"):
        op.add_column(
            "audit_entries",
            sa.Column(name, sa.Text(), server_default=sa.text("''"), nullable=False),
        )
    op.add_column(
        "audit_entries",
        sa.Column(
            "family",
            sa.Text(),
            sa.Computed("split_part(action, '.', 1)", persisted=True),
            nullable=False,
        ),
    )
    op.add_column(
        "audit_entries",
        sa.Column(
            "target_id",
            sa.Text(),
            sa.Computed("coalesce(nullif(split_part(target, ':', 2), ''), target)", persisted=True),
            nullable=False,
        ),
    )
    op.execute(
        "create function current_era() returns smallint language sql stable security definer"
        " set search_path = public as $$ select era from public.installation $$"
    )
    op.add_column(
        "audit_entries",
        sa.Column(
            "era", sa.SmallInteger(), server_default=sa.text("current_era()"), nullable=False
        ),
    )
    op.add_column(
        "audit_entries",
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
    )
    op.create_index("ix_audit_entries_chain", "audit_entries", ["corp_id", "era", "xid", "id"])
    op.create_index("ix_audit_entries_at", "audit_entries", ["corp_id", "at", "id"])
    for name in ("actor", "family", "target_id"):
        op.create_index(f"ix_audit_entries_{name}", "audit_entries", ["corp_id", name, "at", "id"])


def _chain() -> None:
    op.create_table(
        "audit_chains",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("place", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("era", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("xid", Xid8(), server_default=ZERO_XID, nullable=False),
        sa.Column("entry_id", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("entry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_place", sa.BigInteger(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.Column("fault_entry_id", sa.BigInteger(), nullable=True),
        sa.Column("keep_days", sa.BigInteger(), server_default=sa.text("1095"), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_audit_chains")),
        sa.CheckConstraint("keep_days >= 183", name=op.f("ck_audit_chains_keep_days")),
    )
    op.create_table(
        "audit_links",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("entry_id", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "place", name=op.f("pk_audit_links")),
    )
    op.create_index("uq_audit_links_entry", "audit_links", ["corp_id", "entry_id"], unique=True)
    op.create_table(
        "audit_anchors",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("entry_id", sa.BigInteger(), nullable=False),
        sa.Column("era", sa.SmallInteger(), nullable=False),
        sa.Column("xid", Xid8(), nullable=False),
        sa.Column(
            "at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.PrimaryKeyConstraint("corp_id", "place", "kind", name=op.f("pk_audit_anchors")),
        sa.CheckConstraint("kind in ('daily', 'cut')", name=op.f("ck_audit_anchors_kind")),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
