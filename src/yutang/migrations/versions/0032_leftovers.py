"""Tasks of the system keep what they ask as a code; who sits in groups is counted by an index.

Revision ID: 0032
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and the index; the tasks that are there stay as they are."""
    op.add_column("tasks", sa.Column("words", JSONB(), nullable=True))
    op.create_check_constraint(op.f("ck_tasks_words"), "tasks", "jsonb_typeof(words) = 'object'")
    op.create_index(
        "ix_group_members_here",
        "group_members",
        ["corp_id", "customer_id"],
        postgresql_where=sa.text("customer_id is not null and left_at is null"),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
