"""Segments: definitions, versions, refreshes, members as bitmaps, sizes.

Revision ID: 0050
Revises: 0049
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
TABLES = (
    "segments",
    "segment_versions",
    "segment_runs",
    "segment_bits",
    "segment_sizes",
    "segment_reports",
)


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=nullable, server_default=told
    )


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def upgrade() -> None:
    """Make the tables; each is its corp's own."""
    op.execute("set local lock_timeout = '5s'")
    op.execute("create sequence segment_runs_seq")
    _definitions()
    _runs()
    for table in TABLES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
        # A definition is the company's; whom of it somebody sees, the policy of customers says.
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped using (true)"
        )
    op.execute("grant usage on sequence segment_runs_seq to yutang_app")


def _definitions() -> None:
    op.create_table(
        "segments",
        _number("corp_id"),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _words("name"),
        _words("kind"),
        _words("folder", default=""),
        _words("description", default=""),
        sa.Column("tree", JSONB(), nullable=True),
        sa.Column("every_minutes", sa.Integer(), server_default=sa.text("5"), nullable=False),
        _number("version", default="1"),
        _number("run", nullable=True),
        _number("origin", nullable=True),
        _number("size", nullable=True),
        _moment("as_of", nullable=True),
        _moment("due_at", nullable=True),
        _words("trouble", nullable=True),
        _words("created_by"),
        _words("created_by_name"),
        _moment("created_at"),
        _moment("updated_at"),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_segments")),
        sa.UniqueConstraint("corp_id", "name", name=op.f("uq_segments_corp_id_name")),
        sa.CheckConstraint("kind in ('static', 'dynamic', 'kept')", name=op.f("ck_segments_kind")),
        sa.CheckConstraint("(kind = 'static') = (tree is null)", name=op.f("ck_segments_tree")),
    )
    op.create_index(
        "ix_segments_due",
        "segments",
        ["due_at"],
        postgresql_where=sa.text("due_at is not null"),
    )
    op.create_table(
        "segment_versions",
        _number("corp_id"),
        _number("segment_id"),
        _number("number"),
        _words("name"),
        _words("kind"),
        _words("folder", default=""),
        _words("description", default=""),
        sa.Column("tree", JSONB(), nullable=True),
        sa.Column("every_minutes", sa.Integer(), nullable=False),
        _number("restored", nullable=True),
        _words("made_by"),
        _words("made_by_name"),
        _moment("made_at"),
        sa.PrimaryKeyConstraint(
            "corp_id", "segment_id", "number", name=op.f("pk_segment_versions")
        ),
    )


def _runs() -> None:
    op.create_table(
        "segment_runs",
        _number("corp_id"),
        _number("segment_id"),
        _number("run", default="nextval('segment_runs_seq')"),
        _words("why"),
        _number("version"),
        _number("before", nullable=True),
        _number("size"),
        _number("entered", default="0"),
        _number("left", default="0"),
        _number("told", default="0"),
        _words("state"),
        _moment("as_of"),
        _number("took_ms", default="0"),
        _words("started_by"),
        _moment("switched_at"),
        _moment("ended_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "segment_id", "run", name=op.f("pk_segment_runs")),
        sa.CheckConstraint("state in ('telling', 'done')", name=op.f("ck_segment_runs_state")),
    )
    op.create_index(
        "ix_segment_runs_state",
        "segment_runs",
        ["state"],
        postgresql_where=sa.text("state = 'telling'"),
    )
    op.create_table(
        "segment_bits",
        _number("corp_id"),
        _number("segment_id"),
        _number("run"),
        _number("shard"),
        sa.Column("bits", sa.LargeBinary(), nullable=False),
        _number("held"),
        sa.PrimaryKeyConstraint(
            "corp_id", "segment_id", "run", "shard", name=op.f("pk_segment_bits")
        ),
    )
    # Roaring bitmaps are packed already: to try again costs time and wins nothing.
    op.execute("alter table segment_bits alter column bits set storage external")
    op.create_table(
        "segment_sizes",
        _number("corp_id"),
        _number("segment_id"),
        _moment("at"),
        _number("size"),
        _number("entered", default="0"),
        _number("left", default="0"),
        sa.PrimaryKeyConstraint("corp_id", "segment_id", "at", name=op.f("pk_segment_sizes")),
    )
    op.create_table(
        "segment_reports",
        _number("corp_id"),
        _number("segment_id"),
        _words("what"),
        *(_number(name) for name in ("lines", "found", "people", "unknown", "duplicates", "empty")),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        _moment("made_at"),
        sa.PrimaryKeyConstraint("corp_id", "segment_id", name=op.f("pk_segment_reports")),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
