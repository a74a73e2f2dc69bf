"""Sign-in by WeCom, second factors, invitations.

Revision ID: 0018
Revises: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.add_column("users", sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "recovery_codes",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "user_id", "code_hash", name=op.f("pk_recovery_codes")),
    )
    # The owner alone reads them, at sign-in; the policy stands in case somebody is granted more.
    op.execute("alter table recovery_codes enable row level security")
    op.execute(f"create policy own_corp on recovery_codes using ({CORP})")
    op.create_table(
        "sign_in_rates",
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key_hash", name=op.f("pk_sign_in_rates")),
    )
    op.create_index("ix_sign_in_rates_since", "sign_in_rates", ["since"])


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
