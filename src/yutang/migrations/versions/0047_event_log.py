"""The event log at size: months made without a lock on all of it, retention, cold months.

Revision ID: 0047
Revises: 0046
"""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
FUNCTIONS = (
    # The months that have a table, by what its bounds say. A table that was made under another
    # time zone begins some hours off: the middle of the month tells which one it is.
    """
create function event_months()
returns table (place text, month date, starts timestamptz, stops timestamptz)
language sql stable as $$
  select b.place, date_trunc('month', (b.starts + interval '15 days') at time zone 'UTC')::date,
         b.starts, b.stops
  from (
    select c.relname::text as place,
           (regexp_match(t.bound, 'FROM \\(''([^'']+)''\\)'))[1]::timestamptz as starts,
           (regexp_match(t.bound, 'TO \\(''([^'']+)''\\)'))[1]::timestamptz as stops
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    cross join lateral (select pg_get_expr(c.relpartbound, c.oid) as bound) t
    where i.inhparent = 'public.events'::regclass and t.bound <> 'DEFAULT'
  ) b
$$
""",
    # Where a month begins and ends: at midnight in UTC, or where its neighbour says otherwise.
    """
create function event_bounds(of_month date) returns table (starts timestamptz, stops timestamptz)
language sql stable as $$
  select coalesce((select max(m.stops) from event_months() m
                   where m.month = (of_month - interval '1 month')::date),
                  of_month::timestamp at time zone 'UTC'),
         coalesce((select min(m.starts) from event_months() m
                   where m.month = (of_month + interval '1 month')::date),
                  (of_month + interval '1 month') at time zone 'UTC')
$$
""",
    # A table made apart and attached locks neither readers nor writers of the others, as
    # `create table ... partition of` does.
    """
create or replace function ensure_event_partitions(months integer) returns void
language plpgsql as $$
declare
  first date := date_trunc('month', now() at time zone 'UTC')::date;
  wanted date;
  name text;
  bounds record;
begin
  for step in -1 .. months loop
    wanted := (first + make_interval(months => step))::date;
    continue when exists (select from event_months() m where m.month = wanted);
    name := 'events_y' || to_char(wanted, 'YYYY"m"MM');
    select * into bounds from event_bounds(wanted);
    begin
      execute format('create table %I (like events including all)', name);
      execute format('alter table events attach partition %I for values from (%L) to (%L)',
                     name, bounds.starts, bounds.stops);
    exception when check_violation then
      -- Rows of that month lie in the default partition: they are moved by the night's work.
      null;
    end;
  end loop;
end $$
""",
    # Told of what changes in a table that is being copied. As its owner: who writes events may
    # write nothing here.
    """
create function note_event_change() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'DELETE' then
    insert into log_changes (corp_id, place, at, event_id)
    values (old.corp_id, tg_table_name, old.at, old.id);
  else
    insert into log_changes (corp_id, place, at, event_id)
    values (new.corp_id, tg_table_name, new.at, new.id);
  end if;
  return null;
end $$
""",
)


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=nullable, server_default=told
    )


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    default = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def _words(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _month() -> sa.Column[object]:
    return sa.Column("month", sa.Date(), nullable=False)


def _keep_to_corp(table: str) -> None:
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"create policy own_corp on {table} using ({CORP})")


def upgrade() -> None:
    """Make the tables; the months that are there stay as they are."""
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "log_months",
        _month(),
        _number("rows", default="0"),
        _number("bytes", default="0"),
        _number("mark", nullable=True),
        _moment("counted_at", nullable=True),
        _words("file", nullable=True),
        _words("sha256", nullable=True),
        _number("file_rows", default="0"),
        _number("file_bytes", default="0"),
        _moment("frozen_at", nullable=True),
        _moment("thawed_at", nullable=True),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_log_months")),
    )
    op.create_table(
        "log_counts",
        _number("corp_id"),
        _month(),
        _words("kind"),
        _number("rows", default="0"),
        _number("cold", default="0"),
        _number("dropped", default="0"),
        _number("told", default="0"),
        sa.PrimaryKeyConstraint("corp_id", "month", "kind", name=op.f("pk_log_counts")),
    )
    op.create_table(
        "log_cold",
        _number("corp_id"),
        _month(),
        _number("rows"),
        _number("last_person"),
        sa.PrimaryKeyConstraint("corp_id", "month", name=op.f("pk_log_cold")),
    )
    op.create_table(
        "log_retentions",
        _number("corp_id"),
        _words("family"),
        sa.Column("months", sa.Integer(), nullable=True),
        _words("updated_by"),
        _moment("updated_at", now=True),
        sa.PrimaryKeyConstraint("corp_id", "family", name=op.f("pk_log_retentions")),
    )
    op.create_table(
        "log_floors",
        _number("corp_id"),
        _moment("before"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_log_floors")),
    )
    op.create_table(
        "log_erased",
        _number("corp_id"),
        _number("person"),
        _moment("asked_at", now=True),
        _moment("done_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "person", name=op.f("pk_log_erased")),
    )
    op.create_table(
        "log_changes",
        _number("corp_id"),
        _words("place"),
        sa.Column("n", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _moment("at"),
        _number("event_id"),
        sa.PrimaryKeyConstraint("corp_id", "place", "n", name=op.f("pk_log_changes")),
    )
    op.create_index("ix_log_changes_place", "log_changes", ["place", "n"])
    for table in (
        "log_counts",
        "log_cold",
        "log_retentions",
        "log_floors",
        "log_erased",
        "log_changes",
    ):
        _keep_to_corp(table)
    # A page of a life says where it goes on. How much a corp has is nobody's in particular.
    op.execute("grant select on log_cold to yutang_app")
    op.execute("create policy own_scope on log_cold as restrictive to yutang_scoped using (true)")
    for function in FUNCTIONS:
        op.execute(function)
    op.execute("revoke all on function note_event_change() from public")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
