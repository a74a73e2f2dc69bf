"""RFM: settings, reckonings, classes.

Revision ID: 0051
Revises: 0050
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
READS = "using (true) with check (false)"


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=nullable, server_default=told
    )


def _small(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.SmallInteger(), autoincrement=False, nullable=False)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _words(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _json(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, JSONB(), nullable=nullable)


def _guard(table: str, scope: str) -> None:
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"create policy own_corp on {table} using ({CORP})")
    op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    op.execute(f"create policy own_scope on {table} as restrictive to yutang_scoped {scope}")


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "rfm_settings",
        _number("corp_id"),
        _number("version"),
        _json("settings"),
        _words("updated_by"),
        _moment("updated_at"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_rfm_settings")),
    )
    _runs()
    op.create_table(
        "rfm_states",
        _number("corp_id"),
        _number("run_id"),
        _moment("since"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_rfm_states")),
    )
    op.create_table(
        "rfm_classes",
        _number("corp_id"),
        _number("run_id"),
        _words("key"),
        _number("shard"),
        sa.Column("bits", sa.LargeBinary(), nullable=False),
        _number("held"),
        sa.PrimaryKeyConstraint("corp_id", "run_id", "key", "shard", name=op.f("pk_rfm_classes")),
    )
    # Roaring is packed already; compressing it again would cost every reader.
    op.execute("alter table rfm_classes alter bits set storage external")
    op.create_table(
        "rfm_cells",
        _number("corp_id"),
        _number("run_id"),
        *(_small(name) for name in ("r", "f", "m")),
        _words("key"),
        *(_number(name) for name in ("people", "orders", "amount_fen")),
        sa.PrimaryKeyConstraint("corp_id", "run_id", "r", "f", "m", name=op.f("pk_rfm_cells")),
    )
    _guard("rfm_settings", READS)
    # Anybody who may ask for a reckoning begins one of all people.
    _guard("rfm_runs", "using (true)")
    _guard("rfm_states", READS)
    # Numbers and sums of everybody: who sees a part of the people is told of that part alone.
    _guard("rfm_classes", "using (false)")
    _guard("rfm_cells", "using (false)")


def _runs() -> None:
    op.create_table(
        "rfm_runs",
        _number("corp_id"),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _words("state"),
        _words("asked_by"),
        _number("version"),
        _json("settings"),
        _moment("at"),
        _moment("started_at"),
        _moment("updated_at"),
        _moment("ended_at", nullable=True),
        _json("scale", nullable=True),
        _number("people", default="0"),
        _number("before_id", nullable=True),
        *(_number(name, default="0") for name in ("moves", "shard", "place", "moved")),
        _words("reason", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_rfm_runs")),
        sa.CheckConstraint(
            "state in ('waiting', 'reckoning', 'moving', 'done')",
            name=op.f("ck_rfm_runs_state"),
        ),
    )
    op.create_index(
        "uq_rfm_runs_open",
        "rfm_runs",
        ["corp_id"],
        unique=True,
        postgresql_where=sa.text("state in ('waiting', 'reckoning', 'moving')"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
