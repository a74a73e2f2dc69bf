"""Files that come in and go out.

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

OWN_CORP = "(corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
RIGHTS = {
    "imports": "select, insert, update",
    "import_errors": "select",
    "import_mappings": "select, insert, update, delete",
    "exports": "select, insert, update",
}


def _moment(name: str, *, nullable: bool = True, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _count(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger(), server_default=sa.text("0"), nullable=False)


def _flag(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)


def _corp() -> sa.Column[object]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "imports",
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("shape", JSONB(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("mapping", JSONB(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=True),
        _count("staged"),
        _count("place"),
        _count("created"),
        _count("changed"),
        _count("unchanged"),
        _count("refused"),
        sa.Column("found", JSONB(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        _flag("stop"),
        _flag("forgotten"),
        sa.Column("created_by", sa.Text(), nullable=False),
        _moment("created_at", nullable=False, now=True),
        _moment("started_at"),
        _moment("updated_at", nullable=False, now=True),
        _moment("ended_at"),
        _moment("expires_at", nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_imports")),
    )
    op.create_table(
        "import_errors",
        _corp(),
        sa.Column("import_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("row", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint(
            "corp_id", "import_id", "row", "field", name=op.f("pk_import_errors")
        ),
    )
    op.create_table(
        "import_mappings",
        _corp(),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("mapping", JSONB(), nullable=False),
        sa.Column("used_by", sa.Text(), nullable=False),
        _moment("used_at", nullable=False, now=True),
        sa.PrimaryKeyConstraint("corp_id", "signature", name=op.f("pk_import_mappings")),
    )
    op.create_table(
        "exports",
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("columns", ARRAY(sa.Text()), nullable=False),
        sa.Column("phones", sa.Boolean(), nullable=False),
        sa.Column("wanted", JSONB(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=True),
        _count("done"),
        sa.Column("bytes", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        _flag("stop"),
        _flag("forgotten"),
        _count("downloads"),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_by_name", sa.Text(), nullable=False),
        _moment("created_at", nullable=False, now=True),
        _moment("started_at"),
        _moment("updated_at", nullable=False, now=True),
        _moment("ended_at"),
        _moment("expires_at", nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_exports")),
    )
    for table in ("imports", "exports"):
        op.create_index(
            f"ix_{table}_expiry", table, ["expires_at"], postgresql_where=sa.text("not forgotten")
        )
    for table, rights in RIGHTS.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using {OWN_CORP}")
        op.execute(f"grant {rights} on {table} to yutang_app")
    # A file on its way in lies here, outside row-level security and for the owner only.
    op.execute("create schema staging")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
