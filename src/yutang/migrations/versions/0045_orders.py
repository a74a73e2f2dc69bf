"""Orders of every source, and what is reckoned from them.

Revision ID: 0045
Revises: 0044
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
OWN = (
    "using ((customer_id is not null and sees_customer(corp_id, customer_id))"
    " or staff_id = any((select app_staff())::bigint[]))"
)
OF_ORDER = (
    "using (exists (select from orders o where o.corp_id = {table}.corp_id"
    " and o.id = {table}.order_id))"
)


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=nullable, server_default=told
    )


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("false"))


def _guard(table: str, scope: str = "using (true)") -> None:
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"create policy own_corp on {table} using ({CORP})")
    op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    op.execute(f"create policy own_scope on {table} as restrictive to yutang_scoped {scope}")


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _orders()
    _parts()
    _reckoned()


def _orders() -> None:
    op.create_table(
        "orders",
        _number("corp_id"),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _words("source"),
        _words("number"),
        _number("customer_id", nullable=True),
        _words("status"),
        _moment("placed_at"),
        *(
            _moment(name, nullable=True)
            for name in ("paid_at", "shipped_at", "completed_at", "cancelled_at", "bought_at")
        ),
        _number("amount_fen"),
        *(_number(name, default="0") for name in ("discount_fen", "freight_fen", "refunded_fen")),
        _words("currency", default="CNY"),
        _words("store_number", nullable=True),
        _number("store_id", nullable=True),
        _words("staff_account", nullable=True),
        _number("staff_id", nullable=True),
        _words("credit", nullable=True),
        _words("channel", nullable=True),
        _moment("told_at"),
        sa.Column(
            "said",
            JSONB(),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.Column("logged", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        _flag("erased"),
        _moment("created_at", now=True),
        _moment("updated_at", now=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_orders")),
        sa.UniqueConstraint(
            "corp_id", "source", "number", name=op.f("uq_orders_corp_id_source_number")
        ),
        sa.CheckConstraint(
            "status in ('placed', 'paid', 'shipped', 'completed', 'cancelled')",
            name=op.f("ck_orders_status"),
        ),
        sa.CheckConstraint(
            "amount_fen between 0 and 1000000000000", name=op.f("ck_orders_amount_fen")
        ),
        sa.CheckConstraint(
            "refunded_fen between 0 and amount_fen", name=op.f("ck_orders_refunded_fen")
        ),
    )
    op.create_index("ix_orders_number", "orders", ["corp_id", "number"])
    op.create_index("ix_orders_placed", "orders", ["corp_id", "placed_at", "id"])
    for name in ("customer", "staff", "store"):
        columns = ["corp_id", f"{name}_id", "placed_at", "id"]
        op.create_index(f"ix_orders_{name}", "orders", columns)
    op.create_index("ix_orders_bought", "orders", ["corp_id", "bought_at"])
    _guard("orders", OWN)


def _parts() -> None:
    op.create_table(
        "order_items",
        _number("corp_id"),
        _number("order_id"),
        sa.Column("place", sa.SmallInteger(), autoincrement=False, nullable=False),
        _words("sku"),
        _words("name"),
        _words("category", default=""),
        _number("quantity"),
        _number("price_fen"),
        sa.PrimaryKeyConstraint("corp_id", "order_id", "place", name=op.f("pk_order_items")),
    )
    _guard("order_items", OF_ORDER.format(table="order_items"))
    op.create_table(
        "order_refunds",
        _number("corp_id"),
        _number("order_id"),
        _words("number"),
        _number("amount_fen"),
        _moment("at"),
        _flag("logged"),
        sa.PrimaryKeyConstraint("corp_id", "order_id", "number", name=op.f("pk_order_refunds")),
    )
    _guard("order_refunds", OF_ORDER.format(table="order_refunds"))
    op.create_table(
        "order_sources",
        _number("corp_id"),
        _words("source"),
        _moment("first_at"),
        _moment("last_at"),
        sa.PrimaryKeyConstraint("corp_id", "source", name=op.f("pk_order_sources")),
    )
    _guard("order_sources", "using (true) with check (false)")


def _reckoned() -> None:
    op.create_table(
        "order_counts",
        _number("corp_id"),
        _words("kind"),
        _words("sku", default=""),
        _words("other", default=""),
        _number("days", default="0"),
        _number("count"),
        sa.PrimaryKeyConstraint(
            "corp_id", "kind", "sku", "other", "days", name=op.f("pk_order_counts")
        ),
    )
    op.create_table(
        "order_goods",
        _number("corp_id"),
        _words("sku"),
        _words("name"),
        *(_number(name) for name in ("orders", "buyers", "gaps")),
        _number("refill_days", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "sku", name=op.f("pk_order_goods")),
    )
    op.create_table(
        "order_pairs",
        _number("corp_id"),
        _words("sku"),
        _words("other"),
        _number("together"),
        _number("of"),
        sa.Column("lift", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "sku", "other", name=op.f("pk_order_pairs")),
    )
    op.create_table(
        "order_reckonings",
        _number("corp_id"),
        _moment("reckoned_at"),
        _number("orders"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_order_reckonings")),
    )
    # Of goods, nobody's in particular: what goes with what is for everybody who serves.
    for table in ("order_counts", "order_goods", "order_pairs", "order_reckonings"):
        _guard(table, "using (true) with check (false)")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
