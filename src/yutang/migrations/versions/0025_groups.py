"""Groups with customers: stays, profiles, WeCom's statistics by day.

Revision ID: 0025
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
MEMBERS = "any((select app_staff())::bigint[])"
NOW = sa.text("now()")
EMPTY = sa.text("''")

FUNCTIONS = (
    # As its owner, as with persons: of an owner, or of a member who sits in it.
    """
create function sees_group(corp bigint, wanted bigint) returns boolean
language plpgsql stable security definer parallel safe as $$
begin
  return exists (select from public.group_chats g
                 where g.corp_id = corp and g.id = wanted
                   and g.owner_staff_id = any(public.app_staff()))
      or exists (select from public.group_members m
                 where m.corp_id = corp and m.group_id = wanted and m.left_at is null
                   and m.staff_id = any(public.app_staff()));
end $$
""",
    # Who is nobody's friend is seen through the groups of one's members; a friend of others is not.
    """
create or replace function sees_customer(corp bigint, customer bigint) returns boolean
language plpgsql stable security definer parallel safe as $$
begin
  return exists (select from public.follows f
                 where f.corp_id = corp and f.customer_id = customer and f.state <> 'transferred'
                   and f.staff_id = any(public.app_staff()))
      or (exists (select from public.customers c
                  where c.corp_id = corp and c.id = customer and c.state = 'group_member')
          and exists (select from public.group_members m
                      where m.corp_id = corp and m.customer_id = customer and m.left_at is null
                        and public.sees_group(corp, m.group_id)));
end $$
""",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _tables()
    _indexes()
    for function in FUNCTIONS:
        op.execute(function)
    for table in (
        "group_chats",
        "group_labels",
        "group_members",
        "group_happenings",
        "group_days",
    ):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    for table, seen in (
        ("group_chats", "sees_group(corp_id, id)"),
        ("group_labels", "sees_group(corp_id, group_id)"),
        ("group_members", "sees_group(corp_id, group_id)"),
        ("group_happenings", "sees_group(corp_id, group_id)"),
        ("group_days", f"staff_id = {MEMBERS}"),
    ):
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped using ({seen})"
        )


def _tables() -> None:
    op.create_table(
        "group_chats",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("chat_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), server_default=EMPTY, nullable=False),
        sa.Column("name_sort", sa.Text(), server_default=EMPTY, nullable=False),
        sa.Column("grams", sa.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("owner_staff_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.Text(), server_default=sa.text("'normal'"), nullable=False),
        sa.Column("notice", sa.Text(), server_default=EMPTY, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Text(), server_default=EMPTY, nullable=False),
        sa.Column("people", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("staff", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("listed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("news_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_joined_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("tier", sa.Text(), nullable=True),
        sa.Column("aim", sa.Text(), server_default=EMPTY, nullable=False),
        sa.Column("profile_version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=NOW, nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_group_chats")),
        sa.UniqueConstraint("corp_id", "chat_id", name=op.f("uq_group_chats_corp_id_chat_id")),
        sa.CheckConstraint(
            "state in ('normal', 'owner_left', 'in_handover', 'handed_over', 'dismissed')",
            name=op.f("ck_group_chats_state"),
        ),
        sa.CheckConstraint(
            "kind in ('product', 'interest', 'knowledge', 'resource', 'marketing')",
            name=op.f("ck_group_chats_kind"),
        ),
        sa.CheckConstraint("tier in ('pond', 'transit', 'core')", name=op.f("ck_group_chats_tier")),
    )
    op.create_table(
        "group_labels",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "group_id", "label", name=op.f("pk_group_labels")),
    )
    op.create_table(
        "group_members",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("customer_id", sa.BigInteger(), nullable=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("scene", sa.SmallInteger(), nullable=True),
        sa.Column("code_state", sa.Text(), nullable=True),
        sa.Column("inviter_staff_id", sa.BigInteger(), nullable=True),
        sa.Column("nickname", sa.Text(), server_default=EMPTY, nullable=False),
        sa.Column("name", sa.Text(), server_default=EMPTY, nullable=False),
        sa.Column("is_admin", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_how", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint(
            "corp_id", "group_id", "member", "joined_at", name=op.f("pk_group_members")
        ),
        sa.CheckConstraint(
            "left_how in ('left', 'put_out', 'unseen', 'dismissed')",
            name=op.f("ck_group_members_left_how"),
        ),
        sa.CheckConstraint(
            "(left_at is null) = (left_how is null)", name=op.f("ck_group_members_left")
        ),
    )
    op.create_table(
        "group_happenings",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("props", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "group_id", "id", name=op.f("pk_group_happenings")),
    )
    op.create_table(
        "group_days",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in (
                "new_groups",
                "groups",
                "groups_talking",
                "joined",
                "members",
                "members_talking",
                "messages",
            )
        ),
        sa.PrimaryKeyConstraint("corp_id", "staff_id", "day", name=op.f("pk_group_days")),
    )


def _indexes() -> None:
    op.create_index("ix_group_chats_owner", "group_chats", ["corp_id", "owner_staff_id", "id"])
    op.create_index("ix_group_chats_name_sort", "group_chats", ["corp_id", "name_sort", "id"])
    op.create_index(
        "ix_group_chats_due",
        "group_chats",
        ["due_at"],
        postgresql_where=sa.text("due_at is not null"),
    )
    op.create_index(
        "ix_group_happenings_at", "group_happenings", ["corp_id", "group_id", "at", "id"]
    )
    op.create_index("ix_group_labels_label", "group_labels", ["corp_id", "label", "group_id"])
    op.create_index(
        "ix_group_members_customer",
        "group_members",
        ["corp_id", "customer_id", "group_id"],
        postgresql_where=sa.text("customer_id is not null"),
        postgresql_include=["left_at"],
    )
    op.create_index(
        "ix_group_members_staff",
        "group_members",
        ["corp_id", "staff_id", "group_id"],
        postgresql_where=sa.text("staff_id is not null"),
    )
    op.create_index(
        "uq_group_members_present",
        "group_members",
        ["corp_id", "group_id", "member"],
        unique=True,
        postgresql_where=sa.text("left_at is null"),
    )
    op.create_index(
        "ix_group_members_joined",
        "group_members",
        ["corp_id", "joined_at"],
        postgresql_include=["group_id"],
    )
    op.create_index(
        "ix_group_members_left",
        "group_members",
        ["corp_id", "left_at"],
        postgresql_where=sa.text("left_at is not null"),
        postgresql_include=["group_id"],
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
