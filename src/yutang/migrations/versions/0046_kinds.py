"""Kinds of events, types of their properties, what was counted, and the quarantine.

Revision ID: 0046
Revises: 0045
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
GRANTS = {
    "event_registers": "select, insert, update",
    "event_kinds": "select, insert, update",
    "event_names": "select, insert, update",
    "event_properties": "select, insert, update",
    "event_kind_days": "select",
    # Sealed events of persons: only how many there are is everybody's to know.
    "event_quarantine": "select (corp_id, id, state)",
}


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _number(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=null, server_default=told)


def _text(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=null, server_default=told)


def _moment(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[object]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null, server_default=told)


def _bool(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("false"))


def _check(table: str, name: str, words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(words, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("create sequence event_register_versions")
    op.execute("grant usage, select on sequence event_register_versions to yutang_app")
    _register()
    _counts()
    for table, rights in GRANTS.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant {rights} on {table} to yutang_app")


def _register() -> None:
    op.create_table(
        "event_registers",
        _corp(),
        _number("version", default="nextval('event_register_versions')"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_event_registers")),
    )
    op.create_table(
        "event_kinds",
        _corp(),
        _text("name"),
        _text("label", null=True),
        _text("main", null=True),
        _text("purpose", null=True),
        _number("version", default="1"),
        _bool("closed"),
        _text("created_by"),
        _moment("created_at", default="now()"),
        sa.PrimaryKeyConstraint("corp_id", "name", name=op.f("pk_event_kinds")),
    )
    op.create_table(
        "event_names",
        _corp(),
        _text("said"),
        _text("state", default="waiting"),
        _text("kind", null=True),
        _number("source_id", null=True),
        _moment("first_at", default="now()"),
        _text("decided_by", null=True),
        _moment("decided_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "said", name=op.f("pk_event_names")),
        _check("event_names", "state", "state in ('waiting', 'accepted', 'refused')"),
    )
    op.create_table(
        "event_properties",
        _corp(),
        _text("kind"),
        _text("name"),
        _number("since", default="1"),
        _text("type"),
        _text("handling", default="keep"),
        _text("purpose", null=True),
        _bool("converts"),
        _bool("plain"),
        _text("example", null=True),
        _number("source_id", null=True),
        _moment("first_at", default="now()"),
        sa.PrimaryKeyConstraint(
            "corp_id", "kind", "name", "since", name=op.f("pk_event_properties")
        ),
        _check(
            "event_properties",
            "type",
            "type in ('string', 'number', 'boolean', 'time', 'list', 'items')",
        ),
        _check(
            "event_properties",
            "handling",
            "handling in ('keep', 'ignore', 'personal', 'sensitive')",
        ),
    )


def _counts() -> None:
    op.create_table(
        "event_kind_days",
        _corp(),
        sa.Column("day", sa.Date(), nullable=False),
        _text("kind"),
        _text("outcome"),
        _text("property", default=""),
        sa.Column("slot", sa.SmallInteger(), autoincrement=False, nullable=False),
        _number("events"),
        _moment("last_at"),
        sa.PrimaryKeyConstraint(
            "corp_id", "day", "kind", "outcome", "property", "slot", name=op.f("pk_event_kind_days")
        ),
    )
    table = "event_quarantine"
    op.create_table(
        table,
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _number("source_id"),
        _text("message"),
        _number("customer_id", null=True),
        _text("said"),
        _text("kind", null=True),
        _text("reason"),
        _text("property", default=""),
        _text("detail", default=""),
        _moment("at"),
        _moment("received_at"),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _text("state", default="waiting"),
        _text("ready_kind", null=True),
        sa.Column("ready_props", JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f(f"pk_{table}")),
        _check(table, "state", "state in ('waiting', 'ready')"),
    )
    op.create_index(
        "ix_event_quarantine_ready",
        table,
        ["corp_id", "id"],
        postgresql_where=sa.text("state = 'ready'"),
    )
    op.create_index("ix_event_quarantine_received", table, ["corp_id", "received_at"])
    op.create_index(
        "ix_event_quarantine_customer",
        table,
        ["corp_id", "customer_id"],
        postgresql_where=sa.text("customer_id is not null"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
