"""Readers of events and workers on jobs are woken after the commit, by who wrote them.

Revision ID: 0042
Revises: 0041
"""

from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """PostgreSQL lets only one transaction that notifies commit at a time."""
    op.execute("set local lock_timeout = '5s'")
    op.execute("drop trigger announce on events")
    op.execute("drop function announce_events()")
    op.execute(
        "drop trigger procrastinate_jobs_notify_queue_job_inserted_v1"
        " on procrastinate.procrastinate_jobs"
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
