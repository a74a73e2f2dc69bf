"""A channel says what its customers come through: a direct code, a page code, a link.

Revision ID: 0033
Revises: 0032
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; the codes that are there are direct ones."""
    op.add_column("channels", sa.Column("kind", sa.Text(), nullable=False, server_default="direct"))
    op.create_check_constraint(
        op.f("ck_channels_kind"), "channels", "kind in ('direct', 'page', 'link')"
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
