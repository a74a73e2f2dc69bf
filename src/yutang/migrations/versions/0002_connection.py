"""refused callbacks, files that prove a domain

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Outside row-level security, as the inbox: the door writes for all corps at once.
    op.create_table(
        "callback_refusals",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("agent_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "agent_id", "reason", name=op.f("pk_callback_refusals")),
    )
    op.create_table(
        "verify_files",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("uploaded_by", sa.Text(), nullable=False),
        sa.Column(
            "uploaded_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", "name", name=op.f("pk_verify_files")),
        sa.UniqueConstraint("name", name=op.f("uq_verify_files_name")),
    )
    op.execute("alter table verify_files enable row level security")
    op.execute(
        "create policy own_corp on verify_files using"
        " (corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
    )
    op.execute("grant select, insert, update, delete on verify_files to yutang_app")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
