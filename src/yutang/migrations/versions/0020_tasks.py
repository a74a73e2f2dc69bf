"""Tasks of every kind: priority, link, proof, what made them, pools, escalations.

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

OPEN = sa.text("state = 'open'")
MEMBERS = "any((select app_staff())::bigint[])"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for column in (
        sa.Column("priority", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("link", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("proof", sa.Text(), server_default=sa.text("'none'"), nullable=False),
        sa.Column("proof_text", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("proof_file_id", sa.BigInteger(), nullable=True),
        sa.Column("source", sa.Text(), server_default=sa.text("'hand'"), nullable=False),
        sa.Column("source_key", sa.Text(), nullable=True),
        sa.Column("pooled", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("from_staff_id", sa.BigInteger(), nullable=True),
        sa.Column("escalated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("escalated_to", sa.BigInteger(), nullable=True),
        sa.Column("snoozes", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
    ):
        op.add_column("tasks", column)
    op.create_check_constraint(op.f("ck_tasks_priority"), "tasks", "priority between 0 and 2")
    op.create_check_constraint(
        op.f("ck_tasks_proof"), "tasks", "proof in ('none', 'text', 'file', 'either')"
    )
    _indexes()
    # Whose pool a task stands in, and whom it was escalated to, sees it too.
    op.execute("drop policy own_scope on tasks")
    op.execute(
        "create policy own_scope on tasks as restrictive to yutang_scoped using ("
        f"staff_id = {MEMBERS} or escalated_to = {MEMBERS}"
        " or (customer_id is not null and sees_customer(corp_id, customer_id)))"
    )


def _indexes() -> None:
    for name, columns, where in (
        ("ix_tasks_kind", ["kind", "due_at", "id"], OPEN),
        ("ix_tasks_pooled", ["staff_id", "due_at", "id"], sa.text("state = 'open' and pooled")),
        ("ix_tasks_closed_of", ["staff_id", "done_at", "id"], sa.text("state <> 'open'")),
        ("ix_tasks_escalated", ["escalated_to", "due_at", "id"], sa.text(
            "state = 'open' and escalated_to is not null"
        )),
        ("ix_tasks_late", ["due_at", "id"], sa.text("state = 'open' and escalated_at is null")),
    ):  # fmt: skip
        op.create_index(name, "tasks", ["corp_id", *columns], postgresql_where=where)
    op.create_index(
        "ix_tasks_open",
        "tasks",
        ["corp_id", "due_at", "id"],
        postgresql_where=OPEN,
        postgresql_include=["kind", "staff_id", "priority"],
    )
    op.create_index(
        "ix_tasks_closed",
        "tasks",
        ["corp_id", "state", "done_at", "id"],
        postgresql_where=sa.text("state <> 'open'"),
        postgresql_include=["staff_id"],
    )
    op.create_index(
        "ix_tasks_title",
        "tasks",
        ["corp_id", "title", "due_at", "id"],
        postgresql_where=OPEN,
        postgresql_ops={"title": "text_pattern_ops"},
    )
    op.create_index(
        "uq_tasks_source",
        "tasks",
        ["corp_id", "source", "source_key"],
        unique=True,
        postgresql_where=sa.text("source_key is not null"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
