"""Adds one by one and by day, what channels cost, targets, and pools that move here.

Revision ID: 0040
Revises: 0039
"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
FUNCTIONS = (
    # As their owner: whether all who work there are among those whose customers one sees, so that
    # the sums of a department or store are whole.
    """
create function sees_department(corp bigint, department bigint) returns boolean
language plpgsql stable security definer parallel safe as $$
begin
  return (
    with recursive tree as (
      select d.id from public.departments d where d.corp_id = corp and d.id = department
      union
      select d.id from public.departments d join tree t on d.parent_id = t.id
      where d.corp_id = corp
    )
    select coalesce(bool_and(p.staff_id = any(public.app_staff())), false)
    from public.staff_departments p
    join public.staff s on s.corp_id = corp and s.id = p.staff_id and s.status <> 'left'
    where p.corp_id = corp and p.department_id in (select id from tree));
end $$
""",
    """
create function sees_crew(corp bigint, store bigint) returns boolean
language plpgsql stable security definer parallel safe as $$
begin
  return (
    with recursive tree as (
      select s.department_id as id from public.stores s
      where s.corp_id = corp and s.id = store and s.department_id is not null
      union
      select d.id from public.departments d join tree t on d.parent_id = t.id
      where d.corp_id = corp
    ), crew as (
      select m.staff_id from public.store_staff m where m.corp_id = corp and m.store_id = store
      union
      select p.staff_id from public.staff_departments p
      where p.corp_id = corp and p.department_id in (select id from tree)
    )
    select coalesce(bool_and(c.staff_id = any(public.app_staff())), false)
    from crew c
    join public.staff s on s.corp_id = corp and s.id = c.staff_id and s.status <> 'left');
end $$
""",
)
MEMBERS = "using (staff_id = any((select app_staff())::bigint[]))"


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=nullable, server_default=told
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def _flag(name: str, default: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text(default))


def _guard(table: str, scope: str = "using (true)") -> None:
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"create policy own_corp on {table} using ({CORP})")
    op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    op.execute(f"create policy own_scope on {table} as restrictive to yutang_scoped {scope}")


def upgrade() -> None:
    """Make the tables; what they hold is reckoned from histories by itself."""
    op.execute("set local lock_timeout = '5s'")
    for function in FUNCTIONS:
        op.execute(function)
    _adds()
    _days()
    _costs()
    _targets()
    _pools()


def _adds() -> None:
    op.create_table(
        "growth_adds",
        _number("corp_id"),
        _number("customer_id"),
        _number("history_id"),
        _number("staff_id"),
        _moment("at"),
        _day("day"),
        _flag("half", "false"),
        _words("channel", nullable=True),
        sa.Column("way", sa.SmallInteger(), nullable=True),
        _flag("first", "false"),
        _moment("ended_at", nullable=True),
        _words("ending", nullable=True),
        sa.PrimaryKeyConstraint(
            "corp_id", "customer_id", "history_id", name=op.f("pk_growth_adds")
        ),
        sa.CheckConstraint(
            "ending in ('deleted_by_staff', 'deleted_by_customer', 'again', 'lost')",
            name=op.f("ck_growth_adds_ending"),
        ),
    )
    op.create_index("ix_growth_adds_staff", "growth_adds", ["corp_id", "staff_id", "day"])
    op.create_index("ix_growth_adds_day", "growth_adds", ["corp_id", "day", "history_id"])
    _guard("growth_adds", MEMBERS)


def _days() -> None:
    op.create_table(
        "growth_days",
        _number("corp_id"),
        _day("day"),
        _words("channel", default=""),
        _number("staff_id"),
        *(
            _number(name, default="0")
            for name in ("adds", "firsts", "halves", "kept1", "kept7", "kept30", "stayed")
        ),
        sa.PrimaryKeyConstraint(
            "corp_id", "day", "channel", "staff_id", name=op.f("pk_growth_days")
        ),
    )
    op.create_index("ix_growth_days_staff", "growth_days", ["corp_id", "staff_id", "day"])
    op.create_index("ix_growth_days_channel", "growth_days", ["corp_id", "channel", "day"])
    _guard("growth_days", MEMBERS)
    op.create_table(
        "growth_welcomes",
        _number("corp_id"),
        _day("day"),
        _words("channel", default=""),
        _number("staff_id"),
        *(_number(name, default="0") for name in ("sent", "late", "impossible", "failed", "due")),
        sa.PrimaryKeyConstraint(
            "corp_id", "day", "channel", "staff_id", name=op.f("pk_growth_welcomes")
        ),
    )
    _guard("growth_welcomes", MEMBERS)
    op.create_table(
        "growth_places",
        _number("corp_id"),
        _moment("reckoned_at", nullable=True),
        _day("welcomes_to", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_growth_places")),
    )
    _guard("growth_places", "using (true) with check (false)")


def _costs() -> None:
    op.create_table(
        "channel_costs",
        _number("corp_id"),
        _number("channel_id"),
        _day("month"),
        _number("fen"),
        _words("set_by"),
        _moment("set_at", now=True),
        sa.PrimaryKeyConstraint("corp_id", "channel_id", "month", name=op.f("pk_channel_costs")),
        sa.CheckConstraint("fen >= 0", name=op.f("ck_channel_costs_fen")),
        sa.CheckConstraint("extract(day from month) = 1", name=op.f("ck_channel_costs_month")),
    )
    _guard("channel_costs")


def _targets() -> None:
    op.create_table(
        "targets",
        _number("corp_id"),
        _id(),
        _words("kind"),
        _number("ref_id"),
        _day("first"),
        _day("last"),
        _number("aim"),
        sa.Column("kept_days", sa.SmallInteger(), nullable=False, server_default=sa.text("0")),
        _words("set_by"),
        _moment("set_at", now=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_targets")),
        sa.UniqueConstraint(
            "corp_id", "kind", "ref_id", "first", "last", name=op.f("uq_targets_corp_id")
        ),
        sa.CheckConstraint(
            "kind in ('staff', 'department', 'store')", name=op.f("ck_targets_kind")
        ),
        sa.CheckConstraint("first <= last", name=op.f("ck_targets_span")),
        sa.CheckConstraint("aim > 0", name=op.f("ck_targets_aim")),
        sa.CheckConstraint("kept_days in (0, 1, 7, 30)", name=op.f("ck_targets_kept_days")),
    )
    op.create_index("ix_targets_span", "targets", ["corp_id", "kind", "last", "first"])
    _guard(
        "targets",
        "using (kind = 'staff' and ref_id = any((select app_staff())::bigint[])"
        " or kind = 'store' and sees_crew(corp_id, ref_id)"
        " or kind = 'department' and sees_department(corp_id, ref_id))",
    )
    op.create_table(
        "target_rules",
        _number("corp_id"),
        _flag("digest", "true"),
        sa.Column("hour", sa.SmallInteger(), nullable=False, server_default=sa.text("9")),
        _day("told_on", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_target_rules")),
        sa.CheckConstraint("hour between 0 and 23", name=op.f("ck_target_rules_hour")),
    )
    _guard("target_rules", "using (true) with check (false)")


def _pools() -> None:
    op.create_table(
        "old_pools",
        _number("corp_id"),
        _id(),
        _words("name"),
        _words("kind"),
        _number("estimate", nullable=True),
        sa.Column("staff_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        _words("state", default="queued"),
        _words("error", nullable=True),
        _number("channel_id", nullable=True),
        _number("tag_id", nullable=True),
        _words("created_by"),
        _moment("created_at", now=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_old_pools")),
        sa.UniqueConstraint("corp_id", "name", name=op.f("uq_old_pools_corp_id")),
        sa.CheckConstraint("kind in ('account', 'group')", name=op.f("ck_old_pools_kind")),
        sa.CheckConstraint("estimate > 0", name=op.f("ck_old_pools_estimate")),
        sa.CheckConstraint(
            "state in ('queued', 'made', 'failed')", name=op.f("ck_old_pools_state")
        ),
    )
    op.create_index(
        "ix_old_pools_queued",
        "old_pools",
        ["corp_id", "id"],
        postgresql_where=sa.text("state = 'queued'"),
    )
    _guard("old_pools")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
