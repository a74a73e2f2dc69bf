"""Rules of groups: sets, numbers, owners asked, nicknames counted, and the book of breaches.

Revision ID: 0031
Revises: 0030
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
REACHES = "reach in ('all', 'owners', 'kinds', 'tiers', 'groups')"
KINDS = "kind in ('advert', 'link', 'rumour', 'insult', 'flood', 'adds_members', 'other')"

# As its owner: breaches in groups that who asks does not see count as well.
COUNT = """
create function breaches_of(corp bigint, customer bigint, since timestamptz) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from group_breaches b
  where b.corp_id = corp
    and corp = nullif(current_setting('app.corp_id', true), '')::bigint
    and b.customer_id = customer and b.state <> 'forgiven' and b.at > since
$$
"""


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=nullable, server_default=told
    )


def _small(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.SmallInteger(), nullable=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _words(name: str, *, nullable: bool = False, empty: bool = False) -> sa.Column[str]:
    return sa.Column(
        name, sa.Text(), nullable=nullable, server_default=sa.text("''") if empty else None
    )


def _many(name: str, kind: str) -> sa.Column[object]:
    of: Any = sa.BigInteger() if kind == "bigint" else sa.Text()
    empty = sa.text(f"'{{}}'::{kind}[]")
    return sa.Column(name, sa.ARRAY(of), server_default=empty, nullable=False)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _sets()
    _breaches()
    op.execute(COUNT)
    tables = {
        # What a corp asks of its groups is its own: who sees a part reads it and changes none.
        "group_rule_sets": "(true) with check (false)",
        "breach_settings": "(true) with check (false)",
        "group_name_numbers": "(sees_group(corp_id, group_id)) with check (false)",
        "group_nickname_counts": "(sees_group(corp_id, group_id)) with check (false)",
        "group_rule_owners": "(staff_id = any((select app_staff())::bigint[])) with check (false)",
        "group_breaches": "(sees_group(corp_id, group_id))",
    }
    for table, seen in tables.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped using {seen}"
        )


def _sets() -> None:
    op.create_table(
        "group_rule_sets",
        _number("corp_id"),
        _id(),
        _words("name"),
        _words("reach"),
        _many("owner_ids", "bigint"),
        _many("kinds", "text"),
        _many("tiers", "text"),
        _many("group_ids", "bigint"),
        _words("rules", empty=True),
        _words("notice", empty=True),
        sa.Column("nickname_form", JSONB(), nullable=True),
        _words("nickname_match", empty=True),
        _words("name_pattern", empty=True),
        _number("version", default="1"),
        _number("ask_version", default="1"),
        _words("created_by"),
        _moment("created_at", now=True),
        _moment("changed_at", now=True),
        _moment("deleted_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_group_rule_sets")),
        sa.CheckConstraint(REACHES, name=op.f("ck_group_rule_sets_reach")),
    )
    op.create_index(
        "uq_group_rule_sets_name",
        "group_rule_sets",
        ["corp_id", "name"],
        unique=True,
        postgresql_where=sa.text("deleted_at is null"),
    )
    op.create_table(
        "group_name_numbers",
        _number("corp_id"),
        _number("set_id"),
        _number("group_id"),
        _number("number"),
        _moment("given_at"),
        sa.PrimaryKeyConstraint(
            "corp_id", "set_id", "group_id", name=op.f("pk_group_name_numbers")
        ),
    )
    op.create_index(
        "uq_group_name_numbers_number",
        "group_name_numbers",
        ["corp_id", "number", "set_id"],
        unique=True,
    )
    op.create_table(
        "group_rule_owners",
        _number("corp_id"),
        _number("set_id"),
        _number("ask_version"),
        _number("staff_id"),
        _small("round"),
        sa.Column("group_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        _moment("asked_at"),
        sa.PrimaryKeyConstraint(
            *("corp_id", "set_id", "ask_version", "staff_id", "round"),
            name=op.f("pk_group_rule_owners"),
        ),
    )
    op.create_index("ix_group_rule_owners_staff", "group_rule_owners", ["corp_id", "staff_id"])
    op.create_table(
        "group_nickname_counts",
        _number("corp_id"),
        _number("group_id"),
        _words("nickname_match"),
        _number("fits"),
        _number("differs"),
        _number("nameless"),
        _moment("read_at"),
        sa.PrimaryKeyConstraint("corp_id", "group_id", name=op.f("pk_group_nickname_counts")),
    )


def _breaches() -> None:
    op.create_table(
        "group_breaches",
        _number("corp_id"),
        _id(),
        _number("group_id"),
        _number("customer_id"),
        _words("kind"),
        _words("note", empty=True),
        _moment("at"),
        _words("recorded_by"),
        _small("window_days"),
        _small("remove_from"),
        _small("ordinal"),
        _words("state"),
        _moment("removed_at", nullable=True),
        _moment("forgiven_at", nullable=True),
        _words("forgiven_by", nullable=True),
        _words("forgiven_why", empty=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_group_breaches")),
        sa.CheckConstraint(KINDS, name=op.f("ck_group_breaches_kind")),
        sa.CheckConstraint(
            "state in ('told', 'to_remove', 'removed', 'forgiven')",
            name=op.f("ck_group_breaches_state"),
        ),
    )
    op.create_index(
        "ix_group_breaches_customer", "group_breaches", ["corp_id", "customer_id", "at"]
    )
    op.create_index("ix_group_breaches_group", "group_breaches", ["corp_id", "group_id", "id"])
    op.create_index(
        "ix_group_breaches_waiting",
        "group_breaches",
        ["corp_id", "group_id", "customer_id"],
        postgresql_where=sa.text("state = 'to_remove'"),
    )
    op.create_table(
        "breach_settings",
        _number("corp_id"),
        _small("window_days"),
        _small("remove_from"),
        _words("changed_by"),
        _moment("changed_at"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_breach_settings")),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
