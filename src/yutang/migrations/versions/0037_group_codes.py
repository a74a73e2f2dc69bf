"""Group codes: their queues, uploaded pictures, who came by them, how often they were seen.

Revision ID: 0037
Revises: 0033
"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0033"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
OF_ALL = ("group_codes", "group_code_groups", "group_code_pictures", "group_code_views")
"""Who may see codes sees them all, with how full their groups are; whose groups they are his own
list of groups says."""


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.BigInteger(), nullable=nullable, server_default=told)


def _small(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(name, sa.SmallInteger(), nullable=nullable, server_default=told)


def _numbers(name: str) -> sa.Column[list[int]]:
    kind = sa.ARRAY(sa.BigInteger())
    return sa.Column(name, kind, nullable=False, server_default=sa.text("'{}'"))


def _moment(name: str, *, nullable: bool = True, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def _check(table: str, name: str, words: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(words, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _codes()
    _groups()
    _pictures()
    _joins()
    for table in (*OF_ALL, "group_code_joins"):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
        seen = "true" if table in OF_ALL else "sees_group(corp_id, group_id)"
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped using ({seen})"
        )


def _codes() -> None:
    table = "group_codes"
    op.create_table(
        table,
        _corp(),
        _id(),
        _words("slug"),
        _words("name"),
        _words("title", default=""),
        _words("state"),
        _words("status", default="idle"),
        _words("problem", nullable=True),
        _words("said", default=""),
        _number("agent_id"),
        _small("scan_size", default="200"),
        _small("total_size", default="500"),
        _words("opens", default="nobody"),
        _words("room_base_name", default=""),
        _number("next_number", default="1"),
        _number("opener_staff_id", nullable=True),
        _numbers("tag_ids"),
        _number("fallback_channel_id", nullable=True),
        _words("config_id", nullable=True),
        _words("qr_content", nullable=True),
        _small("making", default="1"),
        _numbers("wanted_groups"),
        _numbers("sent_groups"),
        _words("warned", nullable=True),
        _number("warned_round", default="0"),
        _moment("tended_at", nullable=False, now=True),
        _words("created_by"),
        _moment("created_at", nullable=False, now=True),
        _number("version", default="1"),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f(f"pk_{table}")),
        _check(
            table,
            "status",
            "status in ('idle', 'making', 'active', 'updating', 'failed', 'deleting', 'deleted')",
        ),
        _check(table, "opens", "opens in ('nobody', 'member', 'wecom')"),
        _check(table, "warned", "warned in ('low', 'out')"),
        _check(table, "scan_size", "scan_size between 1 and total_size"),
    )
    op.create_index("uq_group_codes_slug", table, ["slug"], unique=True)
    op.create_index("uq_group_codes_state", table, ["corp_id", "state"], unique=True)


def _groups() -> None:
    table = "group_code_groups"
    op.create_table(
        table,
        _corp(),
        _number("code_id"),
        _number("group_id"),
        _number("place"),
        _words("standing", default="open"),
        _number("scanned", default="0"),
        _number("present", default="0"),
        _moment("full_at"),
        _moment("counted_at"),
        _words("added_by"),
        _moment("added_at", nullable=False, now=True),
        _moment("removed_at"),
        sa.PrimaryKeyConstraint("corp_id", "code_id", "group_id", name=op.f(f"pk_{table}")),
        _check(table, "standing", "standing in ('open', 'full', 'paused', 'gone')"),
    )
    op.create_index(
        "ix_group_code_groups_place",
        table,
        ["corp_id", "code_id", "place", "group_id"],
        postgresql_where=sa.text("removed_at is null"),
    )
    op.create_index("ix_group_code_groups_group", table, ["corp_id", "group_id"])


def _pictures() -> None:
    table = "group_code_pictures"
    op.create_table(
        table,
        _corp(),
        _id(),
        _number("code_id"),
        _words("qr_content"),
        _number("group_id", nullable=True),
        _small("most", nullable=True),
        _moment("expires_at", nullable=False),
        _number("joined", default="0"),
        _number("shown", default="0"),
        _moment("warned_at"),
        _words("created_by"),
        _moment("created_at", nullable=False, now=True),
        _moment("removed_at"),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f(f"pk_{table}")),
        _check(table, "most", "most between 1 and 500"),
    )
    op.create_index("ix_group_code_pictures_code", table, ["corp_id", "code_id", "id"])


def _joins() -> None:
    table = "group_code_joins"
    op.create_table(
        table,
        _corp(),
        _number("code_id"),
        _number("group_id"),
        _number("customer_id"),
        _moment("joined_at", nullable=False),
        _moment("left_at"),
        sa.PrimaryKeyConstraint(
            "corp_id", "code_id", "group_id", "customer_id", name=op.f(f"pk_{table}")
        ),
    )
    op.create_index(
        "ix_group_code_joins_joined", table, ["corp_id", "code_id", "joined_at", "customer_id"]
    )
    op.create_index(
        "ix_group_code_joins_left",
        table,
        ["corp_id", "code_id", "left_at"],
        postgresql_where=sa.text("left_at is not null"),
    )
    op.create_index("ix_group_code_joins_customer", table, ["corp_id", "customer_id"])
    views = "group_code_views"
    op.create_table(
        views,
        _corp(),
        _number("code_id"),
        sa.Column("day", sa.Date(), nullable=False),
        _words("shown"),
        _number("views", default="0"),
        sa.PrimaryKeyConstraint("corp_id", "code_id", "day", "shown", name=op.f(f"pk_{views}")),
        _check(views, "shown", "shown in ('way', 'picture', 'staff', 'none')"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
