"""Custom fields, consents, stages, notes, question sets and tasks; the timeline by kind.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

CORP_TABLES = (
    "consents",
    "field_values",
    "fields",
    "notes",
    "question_answers",
    "question_set_versions",
    "question_sets",
    "stage_history",
    "stages",
    "tasks",
)
APPEND_ONLY = frozenset({"stage_history", "question_set_versions"})

# `&&` is not leakproof: under a policy it loses its index. The function runs as its owner and
# names the corp itself; a caller in another corp gets nothing.
FIND = """
create function customers_with_choices(corp bigint, field bigint, wanted text[], every boolean)
returns setof bigint language sql stable security definer set search_path = public, pg_temp as $$
  select v.customer_id from field_values v
  where corp = nullif(current_setting('app.corp_id', true), '')::bigint
    and v.corp_id = corp and v.field_id = field and v.choices is not null
    and v.choices && wanted and (not every or v.choices @> wanted)
$$;
"""
FIND_ARGUMENTS = "bigint, bigint, text[], boolean"


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=nullable)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    kept = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), server_default=kept, nullable=nullable)


def _moment(name: str, *, nullable: bool = False, now: bool = False) -> sa.Column[object]:
    kept = sa.text("now()") if now else None
    return sa.Column(name, sa.DateTime(timezone=True), server_default=kept, nullable=nullable)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _consents()
    _fields()
    _values()
    _stages()
    _notes()
    _questions()
    # The kinds of one customer's events: what is rare among 100,000 is found at once.
    op.create_index("ix_events_kind", "events", ["corp_id", "customer_id", "kind", "at", "id"])
    op.execute(FIND)
    op.execute(f"revoke all on function customers_with_choices({FIND_ARGUMENTS}) from public")
    op.execute(f"grant execute on function customers_with_choices({FIND_ARGUMENTS}) to yutang_app")
    for table in CORP_TABLES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(
            f"create policy own_corp on {table} using"
            " (corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
        )
        rights = "select, insert" if table in APPEND_ONLY else "select, insert, update, delete"
        op.execute(f"grant {rights} on {table} to yutang_app")


def _consents() -> None:
    op.create_table(
        "consents",
        _number("corp_id"),
        _number("customer_id"),
        _id(),
        _words("purpose"),
        _words("source"),
        _moment("given_at"),
        _words("recorded_by"),
        _moment("recorded_at", now=True),
        _moment("withdrawn_at", nullable=True),
        _words("withdrawn_by", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", "id", name=op.f("pk_consents")),
    )
    op.create_index(
        "ix_consents_living",
        "consents",
        ["corp_id", "customer_id", "purpose"],
        unique=True,
        postgresql_where=sa.text("withdrawn_at is null"),
    )


def _fields() -> None:
    op.create_table(
        "fields",
        _number("corp_id"),
        _id(),
        _words("name"),
        _words("kind"),
        _words("group_name", default=""),
        sa.Column("position", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        _words("help", default=""),
        _words("unit", default=""),
        sa.Column("decimals", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("is_sensitive", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("rules", JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("options", JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("seen_by", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("edited_by", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        _words("created_by"),
        _moment("created_at", now=True),
        _moment("updated_at", now=True),
        _moment("archived_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_fields")),
    )
    op.create_index(
        "ix_fields_name",
        "fields",
        ["corp_id", "name"],
        unique=True,
        postgresql_where=sa.text("archived_at is null"),
    )


def _values() -> None:
    op.create_table(
        "field_values",
        _number("corp_id"),
        _number("customer_id"),
        _number("field_id"),
        _words("word", nullable=True),
        _number("number", nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("choices", sa.ARRAY(sa.Text()), nullable=True),
        _words("prose", nullable=True),
        _words("changed_by"),
        _words("source"),
        _moment("changed_at"),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", "field_id", name=op.f("pk_field_values")),
    )
    for column in ("word", "number", "day"):
        op.create_index(
            f"ix_field_values_{column}",
            "field_values",
            ["corp_id", "field_id", column, "customer_id"],
            postgresql_where=sa.text(f"{column} is not null"),
        )
    op.create_index(
        "ix_field_values_choices",
        "field_values",
        ["corp_id", "field_id", "choices"],
        postgresql_using="gin",
        postgresql_where=sa.text("choices is not null"),
    )
    op.create_index(
        "ix_field_values_other",
        "field_values",
        ["corp_id", "field_id", "customer_id"],
        postgresql_where=sa.text("choices is not null or prose is not null"),
    )


def _stages() -> None:
    op.create_table(
        "stages",
        _number("corp_id"),
        _words("key"),
        _words("name", nullable=True),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        _words("updated_by"),
        _moment("updated_at", now=True),
        sa.PrimaryKeyConstraint("corp_id", "key", name=op.f("pk_stages")),
    )
    op.create_table(
        "stage_history",
        _number("corp_id"),
        _number("customer_id"),
        _id(),
        _words("before", nullable=True),
        _words("after", nullable=True),
        _words("by"),
        _words("why", default=""),
        _moment("at"),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", "id", name=op.f("pk_stage_history")),
    )


def _notes() -> None:
    op.create_table(
        "notes",
        _number("corp_id"),
        _number("customer_id"),
        _id(),
        _words("kind"),
        _words("author"),
        _words("author_name"),
        _words("text"),
        _words("outcome", nullable=True),
        _number("task_id", nullable=True),
        _moment("next_at", nullable=True),
        _moment("created_at"),
        _moment("edited_at", nullable=True),
        _moment("pinned_at", nullable=True),
        _moment("deleted_at", nullable=True),
        _words("deleted_by", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", "id", name=op.f("pk_notes")),
    )
    op.create_index(
        "ix_notes_pinned",
        "notes",
        ["corp_id", "customer_id"],
        postgresql_where=sa.text("pinned_at is not null and deleted_at is null"),
    )
    op.create_table(
        "tasks",
        _number("corp_id"),
        _id(),
        _words("kind"),
        _number("staff_id"),
        _number("customer_id", nullable=True),
        _words("title"),
        _moment("due_at"),
        _words("state", default="open"),
        _words("created_by"),
        _moment("created_at"),
        _moment("done_at", nullable=True),
        _words("done_by", nullable=True),
        _words("result", default=""),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_tasks")),
        sa.CheckConstraint("state in ('open', 'done', 'dropped')", name=op.f("ck_tasks_state")),
    )
    op.create_index(
        "ix_tasks_due",
        "tasks",
        ["corp_id", "staff_id", "due_at", "id"],
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index("ix_tasks_customer", "tasks", ["corp_id", "customer_id", "due_at", "id"])


def _questions() -> None:
    op.create_table(
        "question_sets",
        _number("corp_id"),
        _id(),
        _words("name"),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        _words("created_by"),
        _moment("created_at", now=True),
        _moment("updated_at", now=True),
        _moment("archived_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_question_sets")),
    )
    op.create_index(
        "ix_question_sets_name",
        "question_sets",
        ["corp_id", "name"],
        unique=True,
        postgresql_where=sa.text("archived_at is null"),
    )
    op.create_table(
        "question_set_versions",
        _number("corp_id"),
        _number("set_id"),
        _number("version"),
        sa.Column("questions", JSONB(), nullable=False),
        _words("created_by"),
        _moment("created_at", now=True),
        sa.PrimaryKeyConstraint(
            "corp_id", "set_id", "version", name=op.f("pk_question_set_versions")
        ),
    )
    op.create_table(
        "question_answers",
        _number("corp_id"),
        _number("customer_id"),
        _id(),
        _number("set_id"),
        _number("version"),
        sa.Column("answers", JSONB(), nullable=False),
        _words("answered_by"),
        _words("answered_by_name"),
        _moment("answered_at"),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", "id", name=op.f("pk_question_answers")),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
