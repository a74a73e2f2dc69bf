"""contact ways of channel codes are deeds: a code whose answer was lost goes on as one

Revision: 0008, after 0007
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

CARRY_OVER = """
insert into deeds (corp_id, kind, key, agent_id, state, wanted, tries, spares,
                   created_at, first_sent_at, sent_at)
select corp_id, 'contact_way', 'channel:' || id, agent_id, 'unknown',
       jsonb_build_object('about', remark, 'state', state), 1, 0,
       requested_at, requested_at, requested_at
  from channels
 where status = 'creating' and config_id is null and requested_at is not null
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.execute(CARRY_OVER)
    op.drop_column("channels", "requested_at")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
