"""Who brought whom, and every change of owner.

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# A first touch is written once. Only an older add that was told late may still correct it, for
# then that one was the first; nothing can move it forward or put another name to it.
KEEP_FIRST = """
create function credits_keep_first() returns trigger language plpgsql as $$
begin
  if (new.first_at, new.first_staff_id, new.first_channel, new.first_way)
     is distinct from (old.first_at, old.first_staff_id, old.first_channel, old.first_way)
     and new.first_at >= old.first_at then
    raise exception 'the first touch of customer % never moves forward', old.customer_id
      using errcode = 'integrity_constraint_violation';
  end if;
  if (old.inviter_id is not null and new.inviter_id is distinct from old.inviter_id)
     or (old.campaign is not null and new.campaign is distinct from old.campaign) then
    raise exception 'who brought customer % is written once', old.customer_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$
"""


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.add_column("customers", sa.Column("stage", sa.Text(), nullable=True))
    op.add_column("customers", _moment("stage_changed_at"))
    op.add_column("customers", _moment("last_active_at"))
    op.add_column("customers", _moment("silent_since"))
    op.add_column("customers", sa.Column("birthday", sa.Date(), nullable=True))
    false = sa.text("false")
    op.add_column(
        "follow_history", sa.Column("idle", sa.Boolean(), server_default=false, nullable=False)
    )
    op.execute("grant update (idle) on follow_history to yutang_app")
    op.add_column(
        "welcomes", sa.Column("owner_change", sa.Boolean(), server_default=false, nullable=False)
    )
    op.create_table(
        "credits",
        sa.Column("corp_id", sa.BigInteger(), nullable=False),
        sa.Column("customer_id", sa.BigInteger(), nullable=False),
        _moment("first_at", nullable=False),
        sa.Column("first_staff_id", sa.BigInteger(), nullable=False),
        sa.Column("first_channel", sa.Text(), nullable=True),
        sa.Column("first_way", sa.SmallInteger(), nullable=True),
        _moment("last_at", nullable=False),
        sa.Column("last_staff_id", sa.BigInteger(), nullable=False),
        sa.Column("last_channel", sa.Text(), nullable=True),
        sa.Column("last_way", sa.SmallInteger(), nullable=True),
        sa.Column("inviter_id", sa.BigInteger(), nullable=True),
        sa.Column("campaign", sa.Text(), nullable=True),
        sa.Column(
            "returned_at",
            ARRAY(sa.DateTime(timezone=True)),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", "customer_id", name=op.f("pk_credits")),
    )
    op.execute(KEEP_FIRST)
    op.execute(
        "create trigger keep_first before update on credits"
        " for each row execute function credits_keep_first()"
    )
    op.execute("alter table credits enable row level security")
    op.execute(
        "create policy own_corp on credits using"
        " (corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
    )
    op.execute("grant select, insert, update, delete on credits to yutang_app")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
