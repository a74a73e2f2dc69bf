"""the house

Revision: 0001, after
"""

import procrastinate.schema
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from typing_extensions import override

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


class Xid8(sa.types.UserDefinedType[int]):
    """PostgreSQL's 64-bit transaction id."""

    @override
    def get_col_spec(self, **_: object) -> str:
        return "xid8"


def upgrade() -> None:
    op.execute("create extension if not exists btree_gin")
    op.execute("create sequence if not exists events_id_seq")
    op.create_table(
        "access_tokens",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("sealed_token", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "agent_id", name=op.f("pk_access_tokens")),
    )
    op.create_table(
        "audit_entries",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column(
            "at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_audit_entries")),
    )
    op.create_table(
        "channel_staff",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "channel_id", "staff_id", name=op.f("pk_channel_staff")),
    )
    op.create_table(
        "channel_tags",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("tag_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "channel_id", "tag_id", name=op.f("pk_channel_tags")),
    )
    op.create_table(
        "channels",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default=sa.text("'creating'"), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("skip_verify", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("remark", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("welcome", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("config_id", sa.Text(), nullable=True),
        sa.Column("qr_content", sa.Text(), nullable=True),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_channels")),
        sa.UniqueConstraint("corp_id", "state", name=op.f("uq_channels_corp_id_state")),
    )
    op.create_index("ix_channels_config", "channels", ["corp_id", "config_id"], unique=False)
    op.create_table(
        "corp_apps",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_callback_token", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_aes_key", sa.LargeBinary(), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", "agent_id", name=op.f("pk_corp_apps")),
    )
    op.create_table(
        "corps",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("corpid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), server_default=sa.text("'Asia/Shanghai'"), nullable=False),
        sa.Column("synced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corps")),
        sa.UniqueConstraint("corpid", name=op.f("uq_corps_corpid")),
    )
    op.create_table(
        "customer_identities",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", "kind", "value", name=op.f("pk_customer_identities")),
    )
    op.create_index(
        "ix_customer_identities_customer",
        "customer_identities",
        ["corp_id", "customer_id"],
        unique=False,
    )
    op.create_table(
        "customer_ordinals",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("next_id", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_customer_ordinals")),
    )
    op.create_table(
        "customers",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_sort", sa.Text(), nullable=False),
        sa.Column("grams", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("avatar", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("gender", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("platform", sa.Text(), server_default=sa.text("'wechat'"), nullable=False),
        sa.Column("company", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("first_added_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_added_staff_id", sa.BigInteger(), nullable=True),
        sa.Column("first_added_way", sa.SmallInteger(), nullable=True),
        sa.Column("first_added_channel", sa.Text(), nullable=True),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("marketing_refused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("marketing_refused_through", sa.Text(), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_customers")),
    )
    op.create_index(
        "ix_customers_first_added", "customers", ["corp_id", "first_added_at", "id"], unique=False
    )
    op.create_index(
        "ix_customers_grams",
        "customers",
        ["corp_id", "grams"],
        unique=False,
        postgresql_using="gin",
    )
    op.create_index(
        "ix_customers_name_sort", "customers", ["corp_id", "name_sort", "id"], unique=False
    )
    op.create_table(
        "departments",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.BigInteger(), nullable=True),
        sa.Column("position", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_departments")),
    )
    op.create_table(
        "event_readers",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("era", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("xid", Xid8(), server_default=sa.text("'0'::xid8"), nullable=False),
        sa.Column("id", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_event_readers")),
    )
    op.create_table(
        "events",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "id",
            sa.BigInteger(),
            server_default=sa.text("nextval('events_id_seq')"),
            nullable=False,
        ),
        sa.Column("customer_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("props", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("era", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "at", "id", name=op.f("pk_events")),
        postgresql_partition_by="RANGE (at)",
    )
    op.create_index("ix_events_cursor", "events", ["era", "xid", "id"], unique=False)
    op.create_index(
        "ix_events_customer", "events", ["corp_id", "customer_id", "at", "id"], unique=False
    )
    op.create_table(
        "files",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_files")),
    )
    op.create_table(
        "follow_history",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column(
            "props",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", "id", name=op.f("pk_follow_history")),
    )
    op.create_table(
        "follow_tags",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("tag_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "added_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("mirrored_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("push_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("push_attempts", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("push_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint(
            "corp_id", "customer_id", "staff_id", "tag_id", name=op.f("pk_follow_tags")
        ),
    )
    op.create_index(
        "ix_follow_tags_tag", "follow_tags", ["corp_id", "tag_id", "customer_id"], unique=False
    )
    op.create_index(
        "ix_follow_tags_push",
        "follow_tags",
        ["push_at"],
        unique=False,
        postgresql_where=sa.text("push_at is not null"),
    )
    op.create_table(
        "follows",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("add_way", sa.SmallInteger(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("remark", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("description", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("operator", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", "staff_id", name=op.f("pk_follows")),
    )
    op.create_index(
        "ix_follows_staff", "follows", ["corp_id", "staff_id", "state", "added_at"], unique=False
    )
    op.create_table(
        "inbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("change_type", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "received_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("xml", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default=sa.text("'waiting'"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempts", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "next_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("key", name=op.f("uq_inbox_key")),
    )
    op.create_index(
        "ix_inbox_held",
        "inbox",
        ["corp_id", "status", "id"],
        unique=False,
        postgresql_where=sa.text("status in ('dead', 'kept')"),
    )
    op.create_index(
        "ix_inbox_subject",
        "inbox",
        ["corp_id", "subject", "id"],
        unique=False,
        postgresql_where=sa.text("status = 'waiting'"),
    )
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["id"],
        unique=False,
        postgresql_where=sa.text("status = 'waiting'"),
    )
    op.create_table(
        "installation",
        sa.Column("id", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("era", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_installation_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_installation")),
    )
    op.create_table(
        "prepared_media",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.BigInteger(), nullable=False),
        sa.Column("media_id", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "agent_id", "file_id", name=op.f("pk_prepared_media")),
    )
    op.create_table(
        "staff",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("avatar", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("status", sa.Text(), server_default=sa.text("'active'"), nullable=False),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_staff")),
        sa.UniqueConstraint("corp_id", "account", name=op.f("uq_staff_corp_id_account")),
    )
    op.create_table(
        "staff_departments",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "corp_id", "staff_id", "department_id", name=op.f("pk_staff_departments")
        ),
    )
    op.create_index(
        "ix_staff_departments_department",
        "staff_departments",
        ["corp_id", "department_id"],
        unique=False,
    )
    op.create_table(
        "tag_groups",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("wecom_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_tag_groups")),
        sa.UniqueConstraint("corp_id", "wecom_id", name=op.f("uq_tag_groups_corp_id_wecom_id")),
    )
    op.create_table(
        "tags",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("wecom_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_tags")),
        sa.UniqueConstraint("corp_id", "wecom_id", name=op.f("uq_tags_corp_id_wecom_id")),
    )
    op.create_table(
        "user_sessions",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("csrf_token", sa.Text(), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_user_sessions")),
    )
    op.create_index("ix_user_sessions_user_id", "user_sessions", ["user_id"], unique=False)
    op.create_table(
        "users",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column(
            "must_change_password", sa.Boolean(), server_default=sa.text("false"), nullable=False
        ),
        sa.Column(
            "failed_attempts", sa.SmallInteger(), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("login", name=op.f("uq_users_login")),
    )
    op.create_table(
        "welcomes",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("inbox_id", sa.BigInteger(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("half", sa.Boolean(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.Text(), server_default=sa.text("'due'"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("attempts", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "next_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_welcomes")),
    )
    op.create_index(
        "ix_welcomes_channel", "welcomes", ["corp_id", "channel", "received_at"], unique=False
    )
    op.create_index("ix_welcomes_day", "welcomes", ["corp_id", "received_at", "id"], unique=False)
    op.create_index(
        "ix_welcomes_open",
        "welcomes",
        ["id"],
        unique=False,
        postgresql_where=sa.text("outcome in ('due', 'sending')"),
    )
    op.create_index(
        "ix_welcomes_pair",
        "welcomes",
        ["corp_id", "external_id", "account", "occurred_at"],
        unique=False,
    )

    finish()


CORP_TABLES = (
    "audit_entries",
    "channel_staff",
    "channel_tags",
    "channels",
    "customer_identities",
    "customer_ordinals",
    "customers",
    "departments",
    "events",
    "files",
    "follow_history",
    "follow_tags",
    "follows",
    "prepared_media",
    "staff",
    "staff_departments",
    "tag_groups",
    "tags",
    "welcomes",
)
"""Every row of these belongs to one corp; the app role sees its own only."""

APPEND_ONLY = frozenset({"audit_entries", "events", "follow_history"})

FUNCTIONS = """
create function ensure_event_partitions(months integer) returns void language plpgsql as $$
declare
  first date := date_trunc('month', now())::date;
  start date;
begin
  for step in -1 .. months loop
    start := (first + make_interval(months => step))::date;
    begin
      execute format(
        'create table if not exists events_y%s partition of events for values from (%L) to (%L)',
        to_char(start, 'YYYY"m"MM'), start, (start + interval '1 month')::date);
    exception when check_violation then
      -- Rows of that month already lie in the default partition; they stay there and are found.
      null;
    end;
  end loop;
end $$;

create function announce_events() returns trigger language plpgsql as $$
begin
  perform pg_notify('events', '');
  return null;
end $$;
"""


def finish() -> None:
    """What the models cannot say: the app role, its policies, partitions, the job queue."""
    op.execute(
        "do $$ begin if not exists (select from pg_roles where rolname = 'yutang_app') then"
        " create role yutang_app nologin; end if; end $$"
    )
    op.execute(
        "do $$ begin if not pg_has_role(current_user, 'yutang_app', 'member') then"
        " grant yutang_app to current_user; end if; end $$"
    )
    op.execute("grant usage on schema public to yutang_app")
    op.execute("grant usage on all sequences in schema public to yutang_app")
    for table in CORP_TABLES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(
            f"create policy own_corp on {table} using"
            " (corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
        )
        rights = "select, insert" if table in APPEND_ONLY else "select, insert, update, delete"
        op.execute(f"grant {rights} on {table} to yutang_app")
    op.execute("alter table corps enable row level security")
    op.execute(
        "create policy own_corp on corps using"
        " (id = nullif(current_setting('app.corp_id', true), '')::bigint)"
    )
    op.execute("grant select on corps to yutang_app")
    op.execute("alter table corp_apps enable row level security")
    op.execute(
        "create policy own_corp on corp_apps using"
        " (corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
    )
    # Which apps a corp has may be read; their secrets may not, not even sealed.
    op.execute("grant select (corp_id, agent_id, created_at) on corp_apps to yutang_app")
    op.execute("insert into installation default values")
    op.execute(FUNCTIONS)
    op.execute("create table events_default partition of events default")
    op.execute("select ensure_event_partitions(3)")
    op.execute(
        "create trigger announce after insert on events"
        " for each statement execute function announce_events()"
    )
    op.execute("create schema procrastinate")
    op.execute("set local search_path = procrastinate, public")
    # The version is pinned in pyproject.toml, so that this text means one schema.
    op.get_bind().exec_driver_sql(
        procrastinate.schema.SchemaManager.get_schema().replace("%", "%%")
    )
    op.execute("set local search_path = public")
    op.execute("grant usage on schema procrastinate to yutang_app")
    op.execute("grant select, insert on all tables in schema procrastinate to yutang_app")
    op.execute("grant usage on all sequences in schema procrastinate to yutang_app")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
