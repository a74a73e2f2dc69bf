"""Find customers by name and remark under row-level security; losses by day.

Revision ID: 0004
Revises: 0003
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# `@>` and strpos are not leakproof: under a policy they lose their index. The function runs as its
# owner and names the corp itself; a caller in another corp gets nothing.
FIND = """
create function find_customers(corp bigint, wanted_grams text[], wanted text)
returns setof bigint language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from customers c
  where corp = nullif(current_setting('app.corp_id', true), '')::bigint
    and c.corp_id = corp and c.grams @> wanted_grams
    and (strpos(lower(c.name), wanted) > 0
         or exists (select from follows f
                    where f.corp_id = corp and f.customer_id = c.id
                      and strpos(lower(f.remark), wanted) > 0))
$$;
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.create_index("ix_follow_history_day", "follow_history", ["corp_id", "change", "at"])
    op.create_index(
        "ix_follows_channel", "follows", ["corp_id", "channel", "customer_id"], unique=False
    )
    op.execute(FIND)
    op.execute("revoke all on function find_customers(bigint, text[], text) from public")
    op.execute("grant execute on function find_customers(bigint, text[], text) to yutang_app")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
