"""deeds: effects of WeCom's calls that shall be had once, though answers get lost

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATES = "state in ('asked', 'sending', 'unknown', 'undecided', 'done')"


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "deeds",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("wanted", JSONB(), nullable=False),
        sa.Column("result", JSONB(), nullable=True),
        sa.Column("result_id", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("spares", sa.BigInteger(), nullable=False),
        _moment("created_at", nullable=False),
        _moment("first_sent_at"),
        _moment("sent_at"),
        _moment("ended_at"),
        _moment("sweep_at"),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_deeds")),
        sa.CheckConstraint(STATES, name=op.f("ck_deeds_state")),
    )
    op.create_index("ix_deeds_key", "deeds", ["corp_id", "kind", "key"], unique=True)
    op.create_index("ix_deeds_result", "deeds", ["corp_id", "kind", "result_id"], unique=True)
    op.create_index(
        "ix_deeds_open",
        "deeds",
        ["corp_id", "id"],
        postgresql_where=sa.text("state in ('sending', 'unknown', 'undecided')"),
    )
    op.create_index(
        "ix_deeds_sweep", "deeds", ["sweep_at"], postgresql_where=sa.text("sweep_at is not null")
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
