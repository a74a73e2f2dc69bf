"""Purposes, minors, erasures, what stays erased, retention.

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
RIGHTS = {
    "erasures": "select, insert, update",
    "minors": "select, insert, update, delete",
    "purpose_notices": "select, insert",
    "purposes": "select, insert, update",
    "retentions": "select, insert, update",
    "suppressions": "select, insert, update, delete",
}


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _text(name: str, *, default: str | None = None, nullable: bool = False) -> sa.Column[str]:
    given = None if default is None else sa.text(f"'{default}'")
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=given)


def _moment(name: str, *, nullable: bool = True, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    given = None if default is None else sa.text(default)
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=nullable, server_default=given
    )


def _json(name: str) -> sa.Column[object]:
    return sa.Column(name, JSONB(), nullable=False, server_default=sa.text("'{}'"))


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.add_column("consents", sa.Column("notice_version", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_consents_purpose", "consents", ["corp_id", "purpose", "given_at", "customer_id"]
    )
    _purposes()
    _persons()
    op.create_table(
        "retentions",
        _corp(),
        _text("kind"),
        _number("days", nullable=True),
        _number("last_rows", nullable=True),
        _moment("last_at"),
        _text("updated_by"),
        _moment("updated_at", nullable=False, now=True),
        sa.PrimaryKeyConstraint("corp_id", "kind", name=op.f("pk_retentions")),
    )
    for table, rights in RIGHTS.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant {rights} on {table} to yutang_app")
    op.execute(
        "create policy own_scope on minors as restrictive to yutang_scoped"
        " using (sees_customer(corp_id, customer_id))"
    )
    # What a person's erasure found is the business of who asked, and of who sees the whole corp.
    op.execute(
        "create policy own_scope on erasures as restrictive to yutang_scoped"
        " using (asked_by = current_setting('app.actor', true))"
    )


def _purposes() -> None:
    op.create_table(
        "purposes",
        _corp(),
        _text("key"),
        _text("name_zh"),
        _text("name_en"),
        _text("about_zh", default=""),
        _text("about_en", default=""),
        _text("notice_zh", default=""),
        _text("notice_en", default=""),
        _number("notice_version", default="1"),
        _number("months", nullable=True),
        _text("updated_by"),
        _moment("updated_at", nullable=False, now=True),
        _moment("archived_at"),
        sa.PrimaryKeyConstraint("corp_id", "key", name=op.f("pk_purposes")),
    )
    op.create_table(
        "purpose_notices",
        _corp(),
        _text("key"),
        _number("version"),
        _text("notice_zh"),
        _text("notice_en"),
        _text("written_by"),
        _moment("since", nullable=False, now=True),
        sa.PrimaryKeyConstraint("corp_id", "key", "version", name=op.f("pk_purpose_notices")),
    )


def _persons() -> None:
    op.create_table(
        "minors",
        _corp(),
        _number("customer_id"),
        _text("marked_by"),
        _moment("marked_at", nullable=False, now=True),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", name=op.f("pk_minors")),
    )
    op.create_table(
        "suppressions",
        _corp(),
        _text("digest"),
        _text("why"),
        _moment("since", nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "digest", name=op.f("pk_suppressions")),
    )
    op.create_table(
        "erasures",
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _number("customer_id"),
        _text("state"),
        _text("reason"),
        _text("asked_by"),
        _text("asked_by_name"),
        _json("plan"),
        _json("erased"),
        sa.Column("digests", ARRAY(sa.Text()), nullable=False, server_default=sa.text("'{}'")),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        _text("step", default=""),
        _text("trouble", nullable=True),
        sa.Column("proof", JSONB(), nullable=True),
        _moment("asked_at", nullable=False),
        _moment("confirmed_at"),
        _moment("ended_at"),
        _moment("updated_at", nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_erasures")),
    )
    op.create_index("ix_erasures_customer", "erasures", ["corp_id", "customer_id"])


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
