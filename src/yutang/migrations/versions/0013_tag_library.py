"""Our own tags beside WeCom's; archive, order, exclusive groups; what is taken off; counts.

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NEW_TABLES = ("customer_tags", "follow_private_tags", "follow_untags", "tag_counts")
OWN = sa.text("kind = 'own' and deleted_at is null")


def _number(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _flag(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)


def _word(name: str, default: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), server_default=sa.text(f"'{default}'"), nullable=False)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _widen_library()
    _make_own_tags()
    _make_untags()
    op.create_table(
        "follow_private_tags",
        *[_number(name) for name in ("corp_id", "customer_id", "staff_id")],
        _text("group_name"),
        _text("name"),
        _moment("seen_at", nullable=False),
        sa.PrimaryKeyConstraint(
            "corp_id",
            "customer_id",
            "staff_id",
            "group_name",
            "name",
            name=op.f("pk_follow_private_tags"),
        ),
    )
    op.create_table(
        "tag_counts",
        *[_number(name) for name in ("corp_id", "tag_id", "customers")],
        sa.Column("sources", JSONB(), nullable=False),
        _moment("as_of", nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "tag_id", name=op.f("pk_tag_counts")),
    )
    for table in NEW_TABLES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(
            f"create policy own_corp on {table} using"
            " (corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
        )
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
    for act, rows in (
        ("insert", "new table as changed_rows"),
        ("delete", "old table as changed_rows"),
        ("update", "old table as old_rows new table as new_rows"),
    ):
        op.execute(
            f"create trigger mark_{act} after {act} on customer_tags referencing {rows}"
            " for each statement execute function mark_tags()"
        )


def _widen_library() -> None:
    for table in ("tag_groups", "tags"):
        op.add_column(table, _word("kind", "wecom"))
        op.add_column(table, _word("maker", "unknown"))
        op.add_column(table, _moment("told_at"))
        op.add_column(table, _moment("archived_at"))
        op.alter_column(table, "wecom_id", nullable=True)
        op.create_check_constraint(
            op.f(f"ck_{table}_kind"), table, "(kind = 'wecom') = (wecom_id is not null)"
        )
    for name in ("exclusive", "ordered", "sensitive"):
        op.add_column("tag_groups", _flag(name))
    op.add_column("tags", _number("merged_into", nullable=True))
    op.create_index(
        "ix_tag_groups_name", "tag_groups", ["corp_id", "name"], unique=True, postgresql_where=OWN
    )
    op.create_index("ix_tags_group", "tags", ["corp_id", "group_id"])
    op.create_index(
        "ix_tags_name", "tags", ["corp_id", "group_id", "name"], unique=True, postgresql_where=OWN
    )


def _make_own_tags() -> None:
    op.create_table(
        "customer_tags",
        *[_number(name) for name in ("corp_id", "customer_id", "tag_id")],
        sa.Column(
            "added_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
        ),
        _text("added_by"),
        _text("why", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", "tag_id", name=op.f("pk_customer_tags")),
    )
    op.create_index("ix_customer_tags_tag", "customer_tags", ["corp_id", "tag_id", "customer_id"])


def _make_untags() -> None:
    op.add_column("follow_tags", _text("why", nullable=True))
    op.create_index(
        "ix_follow_tags_refused",
        "follow_tags",
        ["corp_id", "added_at"],
        postgresql_where=sa.text("push_error is not null and push_at is null"),
    )
    op.create_table(
        "follow_untags",
        *[_number(name) for name in ("corp_id", "customer_id", "staff_id", "tag_id")],
        _moment("asked_at", nullable=False),
        _text("asked_by"),
        _moment("push_at"),
        sa.Column("push_attempts", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        _text("push_error", nullable=True),
        _moment("done_at"),
        sa.PrimaryKeyConstraint(
            "corp_id", "customer_id", "staff_id", "tag_id", name=op.f("pk_follow_untags")
        ),
    )
    op.create_index(
        "ix_follow_untags_push",
        "follow_untags",
        ["push_at"],
        postgresql_where=sa.text("push_at is not null"),
    )
    op.create_index(
        "ix_follow_untags_done",
        "follow_untags",
        ["done_at"],
        postgresql_where=sa.text("done_at is not null"),
    )
    for table in ("follow_tags", "follow_untags"):
        # What the bulk run is to tell WeCom; what somebody waits for goes by the push's moment.
        op.create_index(
            f"ix_{table}_bulk",
            table,
            ["corp_id", "customer_id", "staff_id"],
            postgresql_where=sa.text("push_at = '9999-01-01Z'"),
        )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
