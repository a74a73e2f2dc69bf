"""Sources of the collector, their keys, what they sent, and what became of it.

Revision ID: 0043
Revises: 0042
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
# People see neither secrets nor what a source sent, unless they open it.
GRANTS = {
    "collect_sources": (
        (
            "select (corp_id, id, name, kind, origins, events_per_second, enabled, mapping,"
            " seen_at, made_by, made_at, deleted_at)"
        ),
        "using (true) with check (false)",
    ),
    "collect_keys": (
        "select (corp_id, source_id, id, hint, made_by, made_at, ends_at)",
        "using (true) with check (false)",
    ),
    "collect_hours": ("select", "using (true) with check (false)"),
    "collect_stream": (
        (
            "select (corp_id, id, source_id, received_at, at, kind, message, customer_id, reason,"
            " words, outline, events)"
        ),
        "using (sees_customer(corp_id, customer_id) or customer_id is null) with check (false)",
    ),
}


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _number(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=null, server_default=told)


def _text(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=null, server_default=told)


def _bytes(name: str, *, null: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=null)


def _moment(name: str, *, null: bool = False, now: bool = False) -> sa.Column[object]:
    told = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null, server_default=told)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _sources()
    _batches()
    _outcomes()
    for table, (rights, scope) in GRANTS.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant {rights} on {table} to yutang_app")
        op.execute(f"create policy own_scope on {table} as restrictive to yutang_scoped {scope}")


def _sources() -> None:
    op.create_table(
        "collect_sources",
        _corp(),
        _id(),
        _text("name"),
        _text("kind"),
        sa.Column("origins", sa.ARRAY(sa.Text()), nullable=False),
        _number("events_per_second"),
        sa.Column("enabled", sa.Boolean(), nullable=False, server_default=sa.text("true")),
        sa.Column("mapping", JSONB(), nullable=True),
        _bytes("sealed_secret", null=True),
        _moment("seen_at", null=True),
        _text("made_by"),
        _moment("made_at", now=True),
        _moment("deleted_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_collect_sources")),
        sa.CheckConstraint(
            "kind in ('web', 'server', 'mini_program', 'webhook')",
            name=op.f("ck_collect_sources_kind"),
        ),
        sa.CheckConstraint(
            "events_per_second between 1 and 1000000",
            name=op.f("ck_collect_sources_events_per_second"),
        ),
    )
    # A webhook's address names its source before the corp is known.
    op.create_index("uq_collect_sources_id", "collect_sources", ["id"], unique=True)
    op.create_index(
        "uq_collect_sources_name",
        "collect_sources",
        ["corp_id", "name"],
        unique=True,
        postgresql_where=sa.text("deleted_at is null"),
    )
    op.create_table(
        "collect_keys",
        _corp(),
        _number("source_id"),
        _id(),
        _bytes("hash"),
        _text("hint"),
        _text("made_by"),
        _moment("made_at", now=True),
        _moment("ends_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "source_id", "id", name=op.f("pk_collect_keys")),
    )
    op.create_index("uq_collect_keys_hash", "collect_keys", ["hash"], unique=True)


def _batches() -> None:
    op.create_table(
        "collect_batches",
        _corp(),
        _id(),
        _number("source_id"),
        sa.Column("batch", sa.Uuid(), nullable=False),
        _bytes("proof"),
        _moment("received_at"),
        _text("shape"),
        _text("coding"),
        _bytes("body"),
        _number("events"),
        _number("bytes"),
        _text("status", default="waiting"),
        _text("reason", null=True),
        sa.Column("attempts", sa.SmallInteger(), nullable=False, server_default=sa.text("0")),
        _moment("next_at", now=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collect_batches")),
        sa.CheckConstraint(
            "status in ('waiting', 'known', 'dead')", name=op.f("ck_collect_batches_status")
        ),
    )
    # Compressed it would cost the server more than it saves: a body lives for a moment.
    op.execute("alter table collect_batches alter column body set storage external")
    op.create_index(
        "uq_collect_batches_batch", "collect_batches", ["source_id", "batch"], unique=True
    )
    op.create_index(
        "ix_collect_batches_waiting",
        "collect_batches",
        ["id"],
        postgresql_where=sa.text("status = 'waiting'"),
    )
    op.create_index(
        "ix_collect_batches_held",
        "collect_batches",
        ["corp_id", "status", "id"],
        postgresql_where=sa.text("status <> 'waiting'"),
    )


def _outcomes() -> None:
    op.create_table(
        "collect_seen",
        _corp(),
        _number("source_id"),
        sa.Column("message", sa.Uuid(), nullable=False),
        _moment("at"),
        sa.PrimaryKeyConstraint("corp_id", "source_id", "message", name=op.f("pk_collect_seen")),
    )
    op.create_table(
        "collect_hours",
        _corp(),
        _number("source_id"),
        _moment("hour"),
        _text("reason"),
        _number("events"),
        sa.PrimaryKeyConstraint(
            "corp_id", "source_id", "hour", "reason", name=op.f("pk_collect_hours")
        ),
    )
    op.create_table(
        "collect_stream",
        _corp(),
        _id(),
        _number("source_id"),
        _moment("received_at"),
        _moment("at", null=True),
        _text("kind"),
        _text("message"),
        _number("customer_id", null=True),
        _text("reason"),
        _text("words"),
        sa.Column("outline", JSONB(), nullable=False),
        _number("events", default="1"),
        _bytes("sealed", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_collect_stream")),
    )
    op.create_index("ix_collect_stream_source", "collect_stream", ["corp_id", "source_id", "id"])
    op.create_index(
        "ix_collect_stream_refused",
        "collect_stream",
        ["corp_id", "id"],
        postgresql_where=sa.text("reason <> ''"),
    )
    op.create_index(
        "ix_collect_stream_customer",
        "collect_stream",
        ["corp_id", "customer_id"],
        postgresql_where=sa.text("customer_id is not null"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
