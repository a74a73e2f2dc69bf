"""What customers are found and listed by; saved views.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TABLES = (
    "facet_states",
    "customer_facets",
    "facet_marks",
    "phone_tails",
    "phone_searches",
    "saved_views",
    "view_starts",
)

# Buckets of days begin at 16:00 UTC, midnight of WeCom's own zone; edges that do not fall on them
# are looked up in the index. Nothing sorts where NULL does: last for adds, before all for activity.
TRAITS = """
create function day_bucket(at timestamptz) returns text language sql stable as $$
  select lpad(floor((extract(epoch from at) + 28800) / 86400)::bigint::text, 6, '0')
$$;
create function customer_traits(
  state text, stage text, silent_since timestamptz, refused_at timestamptz,
  first_added_at timestamptz, last_active_at timestamptz, name_sort text
) returns text[] language sql stable as $$
  select array_remove(array[
    'all',
    'state:' || state,
    'stage:' || stage,
    case when silent_since is not null then 'silent' end,
    case when refused_at is not null then 'refused' end,
    'added:' || coalesce(day_bucket(first_added_at), 'none'),
    'active:' || coalesce(day_bucket(last_active_at), ''),
    'name:' || left(name_sort, 2)
  ], null)
$$;
create function relation_traits(staff_id bigint, channel text, add_way smallint)
returns text[] language sql immutable as $$
  select array_remove(array[
    'owned', 'many', 'staff:' || staff_id, 'channel:' || channel, 'way:' || add_way
  ], null)
$$;
create function lives(state text) returns boolean language sql immutable as $$
  select state = 'half' or state = 'friend'
$$;
"""

# A mark says "look again", not what is true now: two writers who each take a person's tag off one
# of his relations cannot know of each other. Corps without bitmaps pay one look at an empty table.
MARKS = """
create function mark_customers() returns trigger language plpgsql as $$
begin
  if not exists (select from facet_states where since is not null) then return null; end if;
  if tg_op = 'UPDATE' then
    insert into facet_marks (corp_id, facet, customer_id)
    select n.corp_id, f.facet, n.id
    from new_rows n
    join facet_states s on s.corp_id = n.corp_id and s.since is not null
    join old_rows o on o.corp_id = n.corp_id and o.id = n.id
    cross join lateral (
      select customer_traits(n.state, n.stage, n.silent_since, n.marketing_refused_at,
               n.first_added_at, n.last_active_at, n.name_sort) as now,
             customer_traits(o.state, o.stage, o.silent_since, o.marketing_refused_at,
               o.first_added_at, o.last_active_at, o.name_sort) as before
    ) t
    cross join lateral (
      (select unnest(t.now) except select unnest(t.before))
      union all (select unnest(t.before) except select unnest(t.now))
    ) f(facet)
    where (n.state, n.stage, n.silent_since, n.marketing_refused_at, n.first_added_at,
           n.last_active_at, n.name_sort)
      is distinct from
          (o.state, o.stage, o.silent_since, o.marketing_refused_at, o.first_added_at,
           o.last_active_at, o.name_sort);
  else
    insert into facet_marks (corp_id, facet, customer_id)
    select r.corp_id, f.facet, r.id
    from changed_rows r
    join facet_states s on s.corp_id = r.corp_id and s.since is not null
    cross join lateral unnest(customer_traits(r.state, r.stage, r.silent_since,
      r.marketing_refused_at, r.first_added_at, r.last_active_at, r.name_sort)) f(facet);
  end if;
  return null;
end $$;

create function mark_follows() returns trigger language plpgsql as $$
begin
  if not exists (select from facet_states where since is not null) then return null; end if;
  if tg_op = 'UPDATE' then
    insert into facet_marks (corp_id, facet, customer_id)
    select n.corp_id, f.facet, n.customer_id
    from new_rows n
    join facet_states s on s.corp_id = n.corp_id and s.since is not null
    join old_rows o on o.corp_id = n.corp_id and o.customer_id = n.customer_id
                   and o.staff_id = n.staff_id
    cross join lateral (
      select unnest(relation_traits(n.staff_id, n.channel, n.add_way))
      union select unnest(relation_traits(o.staff_id, o.channel, o.add_way))
      union select unnest(array['tagged', 'tag:' || t.tag_id]) from follow_tags t
            where t.corp_id = n.corp_id and t.customer_id = n.customer_id
              and t.staff_id = n.staff_id
    ) f(facet)
    where (lives(n.state) or lives(o.state))
      and (lives(n.state), n.channel, n.add_way) is distinct from
          (lives(o.state), o.channel, o.add_way);
  else
    insert into facet_marks (corp_id, facet, customer_id)
    select r.corp_id, f.facet, r.customer_id
    from changed_rows r
    join facet_states s on s.corp_id = r.corp_id and s.since is not null
    cross join lateral (
      select unnest(relation_traits(r.staff_id, r.channel, r.add_way))
      union select unnest(array['tagged', 'tag:' || t.tag_id]) from follow_tags t
            where t.corp_id = r.corp_id and t.customer_id = r.customer_id
              and t.staff_id = r.staff_id
    ) f(facet)
    where lives(r.state);
  end if;
  return null;
end $$;

create function mark_tags() returns trigger language plpgsql as $$
begin
  if not exists (select from facet_states where since is not null) then return null; end if;
  if tg_op = 'UPDATE' then
    -- Merging tags changes the key; most updates only tell what WeCom answered.
    insert into facet_marks (corp_id, facet, customer_id)
    select c.corp_id, f.facet, c.customer_id
    from (
      (select corp_id, customer_id, tag_id from old_rows
       except select corp_id, customer_id, tag_id from new_rows)
      union all
      (select corp_id, customer_id, tag_id from new_rows
       except select corp_id, customer_id, tag_id from old_rows)
    ) c
    join facet_states s on s.corp_id = c.corp_id and s.since is not null
    cross join lateral (values ('tagged'), ('tag:' || c.tag_id)) f(facet);
    return null;
  end if;
  insert into facet_marks (corp_id, facet, customer_id)
  select r.corp_id, f.facet, r.customer_id
  from changed_rows r
  join facet_states s on s.corp_id = r.corp_id and s.since is not null
  cross join lateral (values ('tagged'), ('tag:' || r.tag_id)) f(facet);
  return null;
end $$;

create function mark_phones() returns trigger language plpgsql as $$
begin
  insert into facet_marks (corp_id, facet, customer_id)
  select distinct r.corp_id, 'phone', r.customer_id from changed_rows r where r.kind = 'phone';
  return null;
end $$;
"""

FIND = """
drop function find_customers(bigint, text[], text);
create function find_customers(
  corp bigint, wanted_grams text[], wanted text, tokens text[], most bigint
)
returns setof bigint language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from customers c
  where corp = nullif(current_setting('app.corp_id', true), '')::bigint
    and c.corp_id = corp
    and ((c.grams @> wanted_grams
          and (strpos(lower(c.name), wanted) > 0
               or exists (select from follows f
                          where f.corp_id = corp and f.customer_id = c.id
                            and strpos(lower(f.remark), wanted) > 0)))
         or c.grams && tokens)
  limit most
$$;
"""


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _now(name: str) -> sa.Column[object]:
    return sa.Column(
        name, sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
    )


def _number(name: str, *, server_default: str | None = None) -> sa.Column[int]:
    return sa.Column(
        name,
        sa.BigInteger(),
        autoincrement=False,
        nullable=False,
        server_default=sa.text(server_default) if server_default is not None else None,
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _facet() -> sa.Column[str]:
    return sa.Column("facet", sa.Text(collation="C"), nullable=False)


def _triggers(table: str, function: str) -> None:
    for name, rows in (
        ("insert", "new table as changed_rows"),
        ("delete", "old table as changed_rows"),
        ("update", "old table as old_rows new table as new_rows"),
    ):
        op.execute(
            f"create trigger mark_{name} after {name} on {table} referencing {rows}"
            f" for each statement execute function {function}()"
        )


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute("create sequence facet_versions")
    op.create_table(
        "facet_states",
        _number("corp_id"),
        _number("known", server_default="0"),
        _moment("seen_at"),
        _moment("since"),
        _moment("built_at"),
        _number("names_through", server_default="0"),
        _number("names_upto", server_default="0"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_facet_states")),
    )
    op.create_table(
        "customer_facets",
        _number("corp_id"),
        _facet(),
        sa.Column("bits", sa.LargeBinary(), nullable=False),
        _number("held"),
        _number("version", server_default="nextval('facet_versions')"),
        sa.PrimaryKeyConstraint("corp_id", "facet", name=op.f("pk_customer_facets")),
    )
    # Roaring is packed already; compressing it again would cost every reader.
    op.execute("alter table customer_facets alter bits set storage external")
    op.create_table(
        "facet_marks",
        _number("corp_id"),
        _facet(),
        _id(),
        _number("customer_id"),
        sa.PrimaryKeyConstraint("corp_id", "facet", "id", name=op.f("pk_facet_marks")),
    )
    # Rows live for seconds: without this their remains would be swept after a fifth of the table.
    op.execute(
        "alter table facet_marks set (autovacuum_vacuum_scale_factor = 0,"
        " autovacuum_vacuum_threshold = 20000)"
    )
    op.create_table(
        "phone_tails",
        _number("corp_id"),
        sa.Column("tail", sa.Text(), nullable=False),
        _number("customer_id"),
        sa.PrimaryKeyConstraint("corp_id", "tail", "customer_id", name=op.f("pk_phone_tails")),
    )
    op.create_index("ix_phone_tails_customer", "phone_tails", ["corp_id", "customer_id"])
    op.create_table(
        "phone_searches",
        _number("corp_id"),
        _number("user_id"),
        _id(),
        sa.Column("tail", sa.Text(), nullable=False),
        _now("at"),
        sa.PrimaryKeyConstraint("corp_id", "user_id", "id", name=op.f("pk_phone_searches")),
    )
    op.create_table(
        "saved_views",
        _number("corp_id"),
        _id(),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=True),
        sa.Column("filters", JSONB(), nullable=False),
        sa.Column("columns", ARRAY(sa.Text()), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        _number("position", server_default="0"),
        sa.Column("is_default", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        _number("version", server_default="1"),
        sa.Column("created_by", sa.Text(), nullable=False),
        _now("created_at"),
        _now("updated_at"),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_saved_views")),
    )
    op.create_index("ix_saved_views_page", "saved_views", ["corp_id", "page", "position"])
    op.create_table(
        "view_starts",
        _number("corp_id"),
        sa.Column("page", sa.Text(), nullable=False),
        _now("at"),
        sa.PrimaryKeyConstraint("corp_id", "page", name=op.f("pk_view_starts")),
    )
    for table in TABLES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(
            f"create policy own_corp on {table} using"
            " (corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
        )
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    op.execute("grant usage on all sequences in schema public to yutang_app")
    op.create_index("ix_customers_last_active", "customers", ["corp_id", "last_active_at", "id"])
    op.execute(TRAITS)
    op.execute(MARKS)
    _triggers("customers", "mark_customers")
    _triggers("follows", "mark_follows")
    _triggers("follow_tags", "mark_tags")
    for name, rows in (("insert", "new"), ("delete", "old")):
        op.execute(
            f"create trigger mark_{name} after {name} on customer_identities"
            f" referencing {rows} table as changed_rows"
            " for each statement execute function mark_phones()"
        )
    op.execute(FIND)
    # A limit outside would be too late: nothing leaves such a function before all is found.
    arguments = "find_customers(bigint, text[], text, text[], bigint)"
    op.execute(f"revoke all on function {arguments} from public")
    op.execute(f"grant execute on function {arguments} to yutang_app")
    # What was there before pinyin and tails were kept is filled in by the worker, in chunks.
    op.execute(
        "insert into facet_states (corp_id, names_upto)"
        " select corp_id, next_id - 1 from customer_ordinals where next_id > 1"
    )
    op.execute(
        "insert into facet_marks (corp_id, facet, customer_id)"
        " select distinct corp_id, 'phone', customer_id from customer_identities"
        " where kind = 'phone'"
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
