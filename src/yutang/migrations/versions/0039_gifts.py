"""Touchpoints with their hooks; gifts for adding, their codes, who claimed and who only takes.

Revision ID: 0039
Revises: 0038
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
TOUCHPOINT_KINDS = (
    "kind in ('parcel', 'order_page', 'article', 'video', 'ad', 'table', 'till', 'door', 'other')"
)
READ_ONLY = "using (true) with check (false)"
OF_PERSONS = "using (sees_customer(corp_id, customer_id))"
TABLES = {
    # What a corp gives is its own: who sees a part reads it and changes none.
    "touchpoints": READ_ONLY,
    "gifts": READ_ONLY,
    "gift_codes": READ_ONLY,
    "gift_settings": READ_ONLY,
    "gift_claims": OF_PERSONS,
    "gift_outsiders": OF_PERSONS,
    "gift_takers": OF_PERSONS,
}


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=nullable, server_default=told
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _small(name: str, default: str) -> sa.Column[int]:
    return sa.Column(name, sa.SmallInteger(), nullable=False, server_default=sa.text(default))


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _words(name: str, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=False, server_default=told)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("false"))


def _check(table: str, name: str, words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(words, name=op.f(f"ck_{table}_{name}"))


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _touchpoints()
    _gifts()
    _claims()
    for table, seen in TABLES.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
        op.execute(f"create policy own_scope on {table} as restrictive to yutang_scoped {seen}")


def _touchpoints() -> None:
    table = "touchpoints"
    op.create_table(
        table,
        _number("corp_id"),
        _id(),
        _words("name"),
        _words("kind"),
        _words("place", ""),
        _number("store_id", nullable=True),
        _words("hook", "none"),
        _words("hook_text", ""),
        _number("gift_id", nullable=True),
        _number("channel_id", nullable=True),
        _number("owner_id", nullable=True),
        _number("cost_once", default="0"),
        _number("cost_monthly", default="0"),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        _number("version", default="1"),
        _words("created_by"),
        _moment("created_at", now=True),
        _moment("archived_at", nullable=True),
        _key(table, "corp_id", "id"),
        _check(table, "kind", TOUCHPOINT_KINDS),
        _check(table, "hook", "hook in ('none', 'text', 'gift')"),
        _check(table, "costs", "cost_once >= 0 and cost_monthly >= 0"),
    )


def _gifts() -> None:
    op.create_table(
        "gifts",
        _number("corp_id"),
        _id(),
        _words("slug"),
        _words("name"),
        _words("about", ""),
        _words("rules", ""),
        _flag("all_channels"),
        sa.Column(
            "channel_ids",
            sa.ARRAY(sa.BigInteger()),
            nullable=False,
            server_default=sa.text("'{}'::bigint[]"),
        ),
        _number("cost", default="0"),
        _number("budget", nullable=True),
        _number("most", nullable=True),
        _moment("starts_at"),
        _moment("ends_at", nullable=True),
        _flag("show_stock"),
        _words("state", "draft"),
        _number("codes", default="0"),
        _number("version", default="1"),
        _words("created_by"),
        _moment("created_at", now=True),
        _moment("published_at", nullable=True),
        _moment("stopped_at", nullable=True),
        _key("gifts", "corp_id", "id"),
        _check("gifts", "state", "state in ('draft', 'running', 'stopped')"),
        _check("gifts", "cost", "cost >= 0"),
    )
    op.create_index("uq_gifts_slug", "gifts", ["slug"], unique=True)
    op.create_table(
        "gift_codes",
        _number("corp_id"),
        _number("gift_id"),
        _number("number"),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _moment("taken_at", nullable=True),
        _key("gift_codes", "corp_id", "gift_id", "number"),
    )
    _codes_index("uq_gift_codes_fingerprint", ["corp_id", "gift_id", "fingerprint"], unique=True)
    _codes_index(
        "ix_gift_codes_free",
        ["corp_id", "gift_id", "number"],
        postgresql_where=sa.text("taken_at is null"),
    )
    op.create_table(
        "gift_settings",
        _number("corp_id"),
        _small("days", "7"),
        _small("claims", "3"),
        _number("tag_id", nullable=True),
        _moment("judged_at", nullable=True),
        _key("gift_settings", "corp_id"),
        _check("gift_settings", "days", "days between 1 and 90"),
        _check("gift_settings", "claims", "claims between 2 and 50"),
    )


def _codes_index(name: str, columns: list[str], **more: Any) -> None:
    op.create_index(name, "gift_codes", columns, **more)


def _claims() -> None:
    op.create_table(
        "gift_claims",
        _number("corp_id"),
        _number("gift_id"),
        _number("customer_id"),
        _number("number"),
        _number("channel_id"),
        _number("cost"),
        _moment("claimed_at"),
        _key("gift_claims", "corp_id", "gift_id", "customer_id"),
        sa.UniqueConstraint(
            "corp_id", "gift_id", "number", name=op.f("uq_gift_claims_corp_id_gift_id_number")
        ),
    )
    op.create_index("ix_gift_claims_customer", "gift_claims", ["corp_id", "customer_id"])
    op.create_index("ix_gift_claims_at", "gift_claims", ["corp_id", "claimed_at"])
    op.create_index("ix_gift_claims_channel", "gift_claims", ["corp_id", "channel_id"])
    op.create_table(
        "gift_outsiders",
        _number("corp_id"),
        _number("customer_id"),
        _words("why"),
        _words("marked_by"),
        _moment("marked_at", now=True),
        _key("gift_outsiders", "corp_id", "customer_id"),
    )
    op.create_table(
        "gift_takers",
        _number("corp_id"),
        _number("customer_id"),
        _words("reason"),
        _number("gifts"),
        _moment("claimed_at"),
        _moment("lost_at", nullable=True),
        _moment("marked_at", now=True),
        _key("gift_takers", "corp_id", "customer_id"),
        _check("gift_takers", "reason", "reason in ('left', 'many')"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
