"""What WeCom counts of acquisition links.

Revision ID: 0041
Revises: 0040
"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

COLUMNS = (
    ("opened", sa.BigInteger()),
    ("won", sa.BigInteger()),
    ("counted_from", sa.Date()),
    ("counted_to", sa.Date()),
    ("counted_at", sa.DateTime(timezone=True)),
    ("count_refused", sa.Text()),
)


def upgrade() -> None:
    for name, kind in COLUMNS:
        op.add_column("acquisition_links", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    for name, _ in reversed(COLUMNS):
        op.drop_column("acquisition_links", name)
