"""Phases, roles, silence, doubles and renewals of groups.

Revision ID: 0030
Revises: 0028
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0030"
down_revision = "0028"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
PHASES = "phase in ('new', 'active', 'falling', 'sinking', 'last_push')"


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=nullable)


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _phases()


def _guard(table: str, scope: str) -> None:
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"create policy own_corp on {table} using ({CORP})")
    op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    op.execute(f"create policy own_scope on {table} as restrictive to yutang_scoped {scope}")


def _phases() -> None:
    op.create_table(
        "group_phases",
        _corp(),
        _number("group_id"),
        _words("phase", nullable=True),
        _words("why_null", nullable=True),
        _moment("since", nullable=True),
        sa.Column("reasons", JSONB(), server_default=sa.text("'[]'"), nullable=False),
        _moment("known_from", nullable=True),
        _moment("reckoned_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "group_id", name=op.f("pk_group_phases")),
        sa.CheckConstraint(PHASES, name=op.f("ck_group_phases_phase")),
    )
    _guard("group_phases", "using (sees_group(corp_id, group_id))")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
