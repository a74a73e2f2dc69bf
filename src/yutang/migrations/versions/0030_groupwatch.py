"""Phases, roles, silence, doubles and renewals of groups.

Revision ID: 0030
Revises: 0028
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0030"
down_revision = "0028"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
PHASES = "phase in ('new', 'active', 'falling', 'sinking', 'last_push')"


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=nullable)


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _phases()
    _roles()
    _silences()
    _doubles()
    _renewals()


def _guard(table: str, scope: str) -> None:
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"create policy own_corp on {table} using ({CORP})")
    op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    op.execute(f"create policy own_scope on {table} as restrictive to yutang_scoped {scope}")


def _phases() -> None:
    op.create_table(
        "group_phases",
        _corp(),
        _number("group_id"),
        _words("phase", nullable=True),
        _words("why_null", nullable=True),
        _moment("since", nullable=True),
        sa.Column("reasons", JSONB(), server_default=sa.text("'[]'"), nullable=False),
        _moment("known_from", nullable=True),
        _moment("reckoned_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "group_id", name=op.f("pk_group_phases")),
        sa.CheckConstraint(PHASES, name=op.f("ck_group_phases_phase")),
    )
    _guard("group_phases", "using (sees_group(corp_id, group_id))")


def _roles() -> None:
    op.create_table(
        "group_roles",
        _corp(),
        _number("group_id"),
        _words("member"),
        _number("staff_id", nullable=True),
        _number("customer_id", nullable=True),
        _words("role"),
        _words("set_by"),
        _moment("set_at"),
        sa.PrimaryKeyConstraint("corp_id", "group_id", "member", name=op.f("pk_group_roles")),
        sa.CheckConstraint(
            "role in ('expert', 'head_owner', 'sub_owner', 'admin', 'host')"
            " and staff_id is not null and customer_id is null"
            " or role = 'core' and customer_id is not null and staff_id is null",
            name=op.f("ck_group_roles_role"),
        ),
    )
    op.create_index(
        "ix_group_roles_staff", "group_roles", ["corp_id", "staff_id", "role", "group_id"]
    )
    op.create_index("ix_group_roles_customer", "group_roles", ["corp_id", "customer_id"])
    _guard("group_roles", "using (sees_group(corp_id, group_id))")
    op.create_table(
        "group_insiders",
        _corp(),
        _number("customer_id"),
        _number("staff_id"),
        _words("set_by"),
        _moment("set_at"),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", name=op.f("pk_group_insiders")),
    )
    # Whoever sees him in a group must know that he is no customer.
    _guard(
        "group_insiders",
        "using (sees_customer(corp_id, customer_id)"
        " or exists (select from group_members m where m.corp_id = group_insiders.corp_id"
        " and m.customer_id = group_insiders.customer_id))",
    )


def _silences() -> None:
    op.create_table(
        "group_silences",
        _corp(),
        _number("group_id"),
        _moment("began_at"),
        _number("staff_id"),
        _words("talk"),
        _moment("told_at"),
        _moment("ended_at", nullable=True),
        _words("ended_by", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "group_id", "began_at", name=op.f("pk_group_silences")),
        sa.CheckConstraint("talk in ('silent', 'unknown')", name=op.f("ck_group_silences_talk")),
    )
    op.create_index(
        "uq_group_silences_open",
        "group_silences",
        ["corp_id", "group_id"],
        unique=True,
        postgresql_where=sa.text("ended_at is null"),
    )
    _guard("group_silences", "using (sees_group(corp_id, group_id))")


def _doubles() -> None:
    op.create_table(
        "group_double_plans",
        _corp(),
        _id(),
        _words("rule"),
        sa.Column("least", sa.SmallInteger(), nullable=False),
        _words("keep"),
        _words("state", default="running"),
        _words("created_by"),
        _moment("created_at"),
        _moment("closed_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_group_double_plans")),
        sa.CheckConstraint(
            "rule in ('kind', 'tier', 'any')", name=op.f("ck_group_double_plans_rule")
        ),
        sa.CheckConstraint("keep in ('oldest', 'tier')", name=op.f("ck_group_double_plans_keep")),
        sa.CheckConstraint(
            "state in ('running', 'done', 'stopped')", name=op.f("ck_group_double_plans_state")
        ),
    )
    op.create_index(
        "uq_group_double_plans_running",
        "group_double_plans",
        ["corp_id"],
        unique=True,
        postgresql_where=sa.text("state = 'running'"),
    )
    # Who sees a part of the corp reads plans and changes none: they are for everybody's groups.
    _guard("group_double_plans", "using (true) with check (false)")
    op.create_table(
        "group_double_removals",
        _corp(),
        _number("plan_id"),
        _number("customer_id"),
        _number("group_id"),
        _number("keep_group_id"),
        _number("staff_id"),
        sa.PrimaryKeyConstraint(
            *("corp_id", "plan_id", "customer_id", "group_id"),
            name=op.f("pk_group_double_removals"),
        ),
    )
    op.create_index(
        "ix_group_double_removals_staff",
        "group_double_removals",
        ["corp_id", "plan_id", "staff_id"],
    )
    op.create_index(
        "ix_group_double_removals_customer", "group_double_removals", ["corp_id", "customer_id"]
    )
    _guard("group_double_removals", "using (staff_id = any((select app_staff())::bigint[]))")


def _renewals() -> None:
    op.create_table(
        "group_renewals",
        _corp(),
        _id(),
        _number("group_id"),
        _number("staff_id"),
        _words("name"),
        _words("notice"),
        sa.Column("days", sa.SmallInteger(), nullable=False),
        _words("state", default="planned"),
        _number("new_group_id", nullable=True),
        _words("created_by"),
        _moment("created_at"),
        _moment("made_at", nullable=True),
        _moment("goodbye_at", nullable=True),
        _moment("closed_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_group_renewals")),
        sa.CheckConstraint(
            "state in ('planned', 'made', 'moving', 'done', 'stopped')",
            name=op.f("ck_group_renewals_state"),
        ),
    )
    op.create_index(
        "uq_group_renewals_running",
        "group_renewals",
        ["corp_id", "group_id"],
        unique=True,
        postgresql_where=sa.text("state in ('planned', 'made', 'moving')"),
    )
    op.create_index(
        "uq_group_renewals_new",
        "group_renewals",
        ["corp_id", "new_group_id"],
        unique=True,
        postgresql_where=sa.text("new_group_id is not null and state <> 'stopped'"),
    )
    _guard("group_renewals", "using (sees_group(corp_id, group_id))")
    op.create_table(
        "group_renewal_people",
        _corp(),
        _number("renewal_id"),
        _number("customer_id"),
        _number("group_id"),
        _words("why"),
        sa.PrimaryKeyConstraint(
            *("corp_id", "renewal_id", "customer_id"), name=op.f("pk_group_renewal_people")
        ),
        sa.CheckConstraint(
            "why in ('core', 'friend', 'recent')", name=op.f("ck_group_renewal_people_why")
        ),
    )
    op.create_index(
        "ix_group_renewal_people_customer", "group_renewal_people", ["corp_id", "customer_id"]
    )
    _guard("group_renewal_people", "using (sees_group(corp_id, group_id))")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
