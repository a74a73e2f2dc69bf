"""Files of orders beside files of customers.

Revision ID: 0048
Revises: 0047
"""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What a file holds is a part of every import; those of before hold customers."""
    op.execute("set local lock_timeout = '5s'")
    op.add_column(
        "imports", sa.Column("subject", sa.Text(), server_default="members", nullable=False)
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
