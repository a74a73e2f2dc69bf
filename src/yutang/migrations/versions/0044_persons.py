"""One person across all his ids: what was said of them, conflicts, decisions, merges.

Revision ID: 0044
Revises: 0043
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
SEES_BOTH = "sees_customer(corp_id, {0}) and sees_customer(corp_id, {1})"
SCOPES = {
    "identity_links": "using (false)",
    "identity_devices": "using (false)",
    "identity_waiting": "using (false) with check (true)",
    # Who does not see both cannot decide between them.
    "identity_conflicts": f"using ({SEES_BOTH.format('a_id', 'b_id')})",
    "identity_decisions": "using (false)",
    "person_merges": "using (sees_customer(corp_id, into_id)"
    " or sees_part(corp_id, into_id)) with check (false)",
    "person_moves": "using (false)",
}
# One walk by index: merges are seldom, and chains of them are short.
IDS = """
create function person_ids(corp bigint, person bigint) returns bigint[]
language sql stable parallel safe as $$
  with recursive parts as (
    select person as id
    union
    select m.from_id from parts p
    join public.person_merges m on m.corp_id = corp and m.into_id = p.id and m.undone_at is null
  )
  select array_agg(id order by id) from parts
$$
"""
NOW = """
create function person_now(corp bigint, person bigint) returns bigint
language sql stable parallel safe as $$
  with recursive up as (
    select person as id, 0 as step
    union
    select m.into_id, u.step + 1 from up u
    join public.person_merges m on m.corp_id = corp and m.from_id = u.id and m.undone_at is null
  )
  select id from up order by step desc limit 1
$$
"""
# As its owner, like sees_customer: the log of who was merged away is that of who he is now.
SEES_PART = """
create function sees_part(corp bigint, part bigint) returns boolean
language plpgsql stable security definer parallel safe as $$
declare
  whole bigint := part;
  next bigint;
begin
  loop
    select m.into_id into next from public.person_merges m
    where m.corp_id = corp and m.from_id = whole and m.undone_at is null;
    exit when next is null;
    whole := next;
  end loop;
  return whole <> part and public.sees_customer(corp, whole);
end $$
"""


def _number(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=nullable, server_default=told
    )


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    told = sa.text(f"'{default}'") if default is not None else None
    return sa.Column(name, sa.Text(), nullable=nullable, server_default=told)


def upgrade() -> None:
    """Make the tables; whom files and WeCom told of keeps his ids as given ones."""
    op.execute("set local lock_timeout = '5s'")
    op.add_column(
        "customer_identities",
        sa.Column("claimed", sa.Boolean(), nullable=False, server_default=sa.text("false")),
    )
    op.add_column("customer_identities", _number("home_id", nullable=True))
    op.create_index(
        "ix_customer_identities_home",
        "customer_identities",
        ["corp_id", "home_id"],
        postgresql_where=sa.text("home_id is not null"),
    )
    op.add_column("customer_ordinals", _number("merged", default="0"))
    _said()
    _decided()
    _merged()
    op.execute(IDS)
    op.execute(NOW)
    op.execute(SEES_PART)
    for table, scope in SCOPES.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant select, insert, update, delete on {table} to yutang_app")
        op.execute(f"create policy own_scope on {table} as restrictive to yutang_scoped {scope}")
    op.execute("drop policy own_scope on events")
    op.execute(
        "create policy own_scope on events as restrictive to yutang_scoped using ("
        "customer_id is not null and (sees_customer(corp_id, customer_id)"
        " or sees_part(corp_id, customer_id)))"
        " with check (customer_id is null or sees_customer(corp_id, customer_id))"
    )


def _said() -> None:
    op.create_table(
        "identity_links",
        _number("corp_id"),
        _words("a"),
        _words("b"),
        _moment("at"),
        _words("said"),
        sa.PrimaryKeyConstraint("corp_id", "a", "b", name=op.f("pk_identity_links")),
    )
    op.create_index("ix_identity_links_b", "identity_links", ["corp_id", "b", "at"])
    op.create_table(
        "identity_devices",
        _number("corp_id"),
        _words("device"),
        _words("key"),
        _moment("first_at"),
        _moment("last_at"),
        sa.PrimaryKeyConstraint("corp_id", "device", "key", name=op.f("pk_identity_devices")),
    )
    op.create_index("ix_identity_devices_key", "identity_devices", ["corp_id", "key"])
    op.create_table(
        "identity_waiting",
        _number("corp_id"),
        _words("a"),
        _words("b"),
        _moment("at"),
        sa.PrimaryKeyConstraint("corp_id", "a", "b", name=op.f("pk_identity_waiting")),
    )
    # A row changes with every visit: room beside it, so that no index has to.
    op.execute("alter table identity_devices set (fillfactor = 80)")


def _decided() -> None:
    op.create_table(
        "identity_conflicts",
        _number("corp_id"),
        _id(),
        _words("a"),
        _words("b"),
        _number("a_id"),
        _number("b_id"),
        _words("why"),
        _words("state", default="open"),
        _words("decision", nullable=True),
        _words("said"),
        _moment("at"),
        _words("last_said"),
        _moment("last_at"),
        _number("times", default="1"),
        _words("decided_by", nullable=True),
        _moment("decided_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_identity_conflicts")),
        sa.CheckConstraint(
            "state in ('open', 'decided', 'gone')", name=op.f("ck_identity_conflicts_state")
        ),
        sa.CheckConstraint(
            "decision in ('claimed', 'stays', 'shared', 'merged')",
            name=op.f("ck_identity_conflicts_decision"),
        ),
    )
    op.create_index(
        "uq_identity_conflicts_link", "identity_conflicts", ["corp_id", "a", "b"], unique=True
    )
    op.create_index("ix_identity_conflicts_state", "identity_conflicts", ["corp_id", "state", "id"])
    for column in ("b", "a_id", "b_id"):
        op.create_index(
            f"ix_identity_conflicts_{column}", "identity_conflicts", ["corp_id", column]
        )
    op.create_table(
        "identity_decisions",
        _number("corp_id"),
        _id(),
        _words("kind"),
        _words("key", nullable=True),
        _number("one_id", nullable=True),
        _number("other_id", nullable=True),
        _words("by"),
        _moment("at"),
        _moment("undone_at", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_identity_decisions")),
        sa.CheckConstraint(
            "kind in ('belongs', 'shared', 'apart', 'merged')",
            name=op.f("ck_identity_decisions_kind"),
        ),
    )
    for name, column in (("key", "key"), ("one", "one_id"), ("other", "other_id")):
        op.create_index(f"ix_identity_decisions_{name}", "identity_decisions", ["corp_id", column])


def _merged() -> None:
    op.create_table(
        "person_merges",
        _number("corp_id"),
        _id(),
        _number("from_id"),
        _number("into_id"),
        _moment("at"),
        _words("by"),
        _words("why"),
        _moment("undone_at", nullable=True),
        _words("undone_by", nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_person_merges")),
        sa.CheckConstraint("from_id <> into_id", name=op.f("ck_person_merges_two")),
    )
    op.create_index(
        "uq_person_merges_from",
        "person_merges",
        ["corp_id", "from_id"],
        unique=True,
        postgresql_where=sa.text("undone_at is null"),
    )
    op.create_index("ix_person_merges_from", "person_merges", ["corp_id", "from_id", "id"])
    op.create_index("ix_person_merges_into", "person_merges", ["corp_id", "into_id", "id"])
    op.create_table(
        "person_moves",
        _number("corp_id"),
        _number("merge_id"),
        _id(),
        _number("customer_id"),
        _words("place"),
        sa.Column("key", JSONB(), nullable=False),
        sa.Column("kept", JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "merge_id", "id", name=op.f("pk_person_moves")),
    )
    op.create_index("ix_person_moves_customer", "person_moves", ["corp_id", "customer_id"])


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
