"""Who may see whom: roles, scopes, stores, and the role whose transactions see only their own.

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"

# What a scoped transaction may see of these hangs on the person they are about.
OF_PERSONS = (
    "activations",
    "consents",
    "credits",
    "customer_identities",
    "customer_tags",
    "drifts",
    "field_values",
    "follow_history",
    "follow_private_tags",
    "follow_tags",
    "follow_untags",
    "follows",
    "notes",
    "phone_tails",
    "question_answers",
    "silences",
    "stage_history",
)

# In the order of what they cost: whole corp, own departments with all below, own stores, oneself.
FUNCTIONS = (
    """
create function staff_in_scope(corp bigint, who bigint) returns bigint[] language sql stable as $$
  with recursive me as (
    select u.staff_id from users u where u.corp_id = corp and u.id = who
  ), shops as (
    select s.ref_id as id from user_scopes s
    where s.corp_id = corp and s.user_id = who and s.kind = 'store'
    union
    select m.store_id from store_staff m join me on m.staff_id = me.staff_id
    where m.corp_id = corp and m.is_manager
  ), tree as (
    select s.ref_id as id from user_scopes s
    where s.corp_id = corp and s.user_id = who and s.kind = 'department'
    union
    select d.department_id from staff_departments d join me on d.staff_id = me.staff_id
    where d.corp_id = corp and d.is_leader
    union
    select s.department_id from stores s join shops on s.id = shops.id
    where s.corp_id = corp and s.department_id is not null
    union
    select d.id from departments d join tree t on d.parent_id = t.id where d.corp_id = corp
  ), found as (
    select staff_id from me where staff_id is not null
    union
    select d.staff_id from staff_departments d join tree t on d.department_id = t.id
    where d.corp_id = corp
    union
    select m.staff_id from store_staff m join shops on m.store_id = shops.id
    where m.corp_id = corp
  )
  select case when exists (select from user_scopes s where s.corp_id = corp and s.user_id = who
                           and s.kind = 'corp') then null
         else coalesce((select array_agg(staff_id order by staff_id) from found), '{}') end
$$
""",
    """
create function app_staff() returns bigint[] language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('app.staff', true), '')::bigint[], '{}')
$$
""",
    # As its owner: the policy on relations asks it, which would otherwise ask itself without end.
    # Who was handed over is no longer his; who deleted him, or was deleted by him, still is.
    """
create function sees_customer(corp bigint, customer bigint) returns boolean
language plpgsql stable security definer parallel safe as $$
begin
  return exists (select from public.follows f
                 where f.corp_id = corp and f.customer_id = customer and f.state <> 'transferred'
                   and f.staff_id = any(public.app_staff()));
end $$
""",
    # As its owner, once a query: of whom a member of his serves, by name or by its departments.
    """
create function app_stores() returns bigint[] language sql stable security definer parallel safe
as $$
  with recursive here as (
    select nullif(current_setting('app.corp_id', true), '')::bigint as corp
  ), up as (
    select d.department_id as id from public.staff_departments d join here on d.corp_id = here.corp
    where d.staff_id = any(public.app_staff())
    union
    select d.parent_id from public.departments d
    join here on d.corp_id = here.corp join up on d.id = up.id
    where d.parent_id is not null
  ), found as (
    select m.store_id as id from public.store_staff m join here on m.corp_id = here.corp
    where m.staff_id = any(public.app_staff())
    union
    select s.id from public.stores s join here on s.corp_id = here.corp
    join up on s.department_id = up.id
  )
  select coalesce(array_agg(id), '{}') from found
$$
""",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _tables()
    for function in FUNCTIONS:
        op.execute(function)
    _role()
    _policies()


def _tables() -> None:
    op.create_table(
        "roles",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("based_on", sa.Text(), nullable=False),
        sa.Column("permissions", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_roles")),
        sa.UniqueConstraint("corp_id", "name", name=op.f("uq_roles_corp_id_name")),
    )
    op.create_table(
        "user_scopes",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref_id", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint(
            "corp_id", "user_id", "kind", "ref_id", name=op.f("pk_user_scopes")
        ),
        sa.CheckConstraint(
            "kind in ('corp', 'department', 'store')", name=op.f("ck_user_scopes_kind")
        ),
    )
    op.create_table(
        "stores",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("address", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("phone", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("hours", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("department_id", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_stores")),
        sa.UniqueConstraint("corp_id", "number", name=op.f("uq_stores_corp_id_number")),
    )
    op.create_table(
        "store_staff",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("store_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("staff_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("is_manager", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "store_id", "staff_id", name=op.f("pk_store_staff")),
    )
    op.create_index("ix_store_staff_staff", "store_staff", ["corp_id", "staff_id"])
    op.add_column(
        "staff_departments",
        sa.Column("is_leader", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    for column in (
        sa.Column("kind", sa.Text(), server_default=sa.text("'person'"), nullable=False),
        sa.Column("role_id", sa.BigInteger(), nullable=True),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sealed_totp_secret", sa.LargeBinary(), nullable=True),
        sa.Column("totp_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("totp_step", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
    ):
        op.add_column("users", column)
    op.alter_column("users", "password_hash", nullable=True)
    op.create_index("ix_users_staff", "users", ["corp_id", "staff_id"], unique=True)
    for column in (
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("means", sa.Text(), server_default=sa.text("'password'"), nullable=False),
        sa.Column("ip", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("agent", sa.Text(), server_default=sa.text("''"), nullable=False),
    ):
        op.add_column("user_sessions", column)
    # Everybody saw the whole corp until now.
    op.execute(
        "insert into user_scopes (corp_id, user_id, kind) select corp_id, id, 'corp' from users"
    )


def _role() -> None:
    op.execute(
        "do $$ begin if not exists (select from pg_roles where rolname = 'yutang_scoped') then"
        " create role yutang_scoped nologin in role yutang_app; end if; end $$"
    )
    op.execute(
        "do $$ begin if not pg_has_role(current_user, 'yutang_scoped', 'member') then"
        " grant yutang_scoped to current_user; end if; end $$"
    )


def _policies() -> None:
    for table, rights in (
        ("roles", "select"),
        ("user_scopes", "select"),
        ("stores", "select, insert, update, delete"),
        ("store_staff", "select, insert, update, delete"),
    ):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant {rights} on {table} to yutang_app")
    for table in OF_PERSONS:
        _restrict(table, "sees_customer(corp_id, customer_id)")
    _restrict("customers", "sees_customer(corp_id, id)")
    _restrict(
        "events",
        "customer_id is not null and sees_customer(corp_id, customer_id)",
        "customer_id is null or sees_customer(corp_id, customer_id)",
    )
    _restrict(
        "tasks",
        "staff_id = any((select app_staff())::bigint[])"
        " or (customer_id is not null and sees_customer(corp_id, customer_id))",
    )
    for table in ("loss_notices", "losses", "staff_loads"):
        _restrict(table, "staff_id = any((select app_staff())::bigint[])")
    _restrict(
        "welcomes",
        "account in (select s.account from staff s where s.corp_id = welcomes.corp_id"
        " and s.id = any((select app_staff())::bigint[]))",
    )
    _restrict("stores", "id = any((select app_stores())::bigint[])")
    _restrict("store_staff", "store_id = any((select app_stores())::bigint[])")
    # What somebody asked for is his own business and that of who sees the whole corp.
    for table, column in (
        ("exports", "created_by"),
        ("imports", "created_by"),
        ("bulk_acts", "asked_by"),
    ):
        _restrict(table, f"{column} = current_setting('app.actor', true)")
    _restrict(
        "bulk_outcomes",
        "exists (select from bulk_acts a where a.corp_id = bulk_outcomes.corp_id"
        " and a.id = bulk_outcomes.act_id)",
    )
    # Sums of everybody, and what others did.
    for table in ("room_counts", "silence_tallies", "tag_counts"):
        _restrict(table, "false")
    _restrict("audit_entries", "false", "true")


def _restrict(table: str, seen: str, written: str | None = None) -> None:
    check = "" if written is None else f" with check ({written})"
    op.execute(
        f"create policy own_scope on {table} as restrictive to yutang_scoped using ({seen}){check}"
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
