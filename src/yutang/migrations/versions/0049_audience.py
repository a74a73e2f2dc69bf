"""What the audience engine still has to read: marks left by triggers, as with the lists.

Revision ID: 0049
Revises: 0048
"""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

FEW = 100
CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"

# Who it is about, and what of the row the engine holds: other changes leave no mark.
PEOPLE = {
    "customers": (
        "id",
        (
            "state, stage, stage_changed_at, gender, platform, company, first_added_at,"
            " first_added_staff_id, first_added_way, first_added_channel, last_active_at,"
            " silent_since, birthday, marketing_refused_at, consented_at"
        ),
        "true",
    ),
    "follows": ("customer_id", "staff_id, state, changed_at, added_at, add_way, channel", "true"),
    "follow_tags": ("customer_id", "staff_id, tag_id", "true"),
    "customer_tags": ("customer_id", "tag_id", "true"),
    "field_values": (
        "customer_id",
        "field_id, word, number, day, choices, prose is null",
        "true",
    ),
    "group_members": (
        "customer_id",
        "group_id, joined_at, left_at",
        "customer_id is not null",
    ),
    "activations": ("customer_id", "staff_id, source, messages", "true"),
    "losses": ("customer_id", "history_id, ending, at, person", "true"),
    "consents": ("customer_id", "purpose, withdrawn_at", "purpose = 'sensitive'"),
    "person_merges": ("from_id", "id, into_id, undone_at", "true"),
}
ORDERS = {
    "orders": (
        "id",
        (
            "customer_id, status, source, placed_at, paid_at, bought_at, amount_fen,"
            " refunded_fen, store_id, staff_id, channel"
        ),
        "true",
    ),
    "order_items": ("order_id", "place, sku, category, quantity", "true"),
}

# A mark says "look again", not what is true now. Corps that the engine does not hold pay one look
# at an empty table. Those of a file's many people must not hold up one person's.
MARK = """
create function {name}() returns trigger language plpgsql as $$
begin
  if not exists (select from audience_states where since is not null) then return null; end if;
  if tg_op = 'UPDATE' then
    insert into audience_marks (corp_id, what, ref, bulk)
    select c.corp_id, '{what}', c.ref, count(*) over () > {few}
    from (
      (select corp_id, {ref} as ref, {columns} from old_rows where {where}
       except select corp_id, {ref}, {columns} from new_rows where {where})
      union all
      (select corp_id, {ref} as ref, {columns} from new_rows where {where}
       except select corp_id, {ref}, {columns} from old_rows where {where})
    ) c
    join audience_states s on s.corp_id = c.corp_id and s.since is not null
    group by c.corp_id, c.ref;
  else
    insert into audience_marks (corp_id, what, ref, bulk)
    select c.corp_id, '{what}', c.{ref}, count(*) over () > {few}
    from changed_rows c
    join audience_states s on s.corp_id = c.corp_id and s.since is not null
    where {where}
    group by c.corp_id, c.{ref};
  end if;
  return null;
end $$
"""


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _number(name: str, *, default: str | None = None) -> sa.Column[int]:
    told = sa.text(default) if default is not None else None
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=False, server_default=told
    )


def upgrade() -> None:
    """Tables, then triggers on whatever the engine's rows are made of."""
    op.execute("set local lock_timeout = '5s'")
    op.create_table(
        "audience_states",
        _number("corp_id"),
        sa.Column("store", sa.Text(), nullable=False),
        sa.Column("era", sa.SmallInteger(), nullable=False),
        _moment("since"),
        _moment("built_at"),
        sa.Column("stage", sa.Text(), server_default=sa.text("''"), nullable=False),
        _number("done", default="0"),
        _number("total", default="0"),
        _moment("wanted_at"),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_audience_states")),
    )
    op.create_table(
        "audience_marks",
        _number("corp_id"),
        sa.Column("what", sa.Text(), nullable=False),
        _number("ref"),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _moment_now("at"),
        sa.Column("bulk", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_audience_marks")),
    )
    op.create_index(
        "ix_audience_marks_few",
        "audience_marks",
        ["corp_id", "id"],
        postgresql_where=sa.text("not bulk"),
    )
    # Rows live for seconds: without this their remains would be swept after a fifth of the table.
    op.execute(
        "alter table audience_marks set (autovacuum_vacuum_scale_factor = 0,"
        " autovacuum_vacuum_threshold = 20000)"
    )
    for table, rights, scope in (
        ("audience_states", "select", "using (true) with check (false)"),
        ("audience_marks", "insert", "using (false) with check (true)"),
    ):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        op.execute(f"grant {rights} on {table} to yutang_app")
        op.execute(f"create policy own_scope on {table} as restrictive to yutang_scoped {scope}")
    op.execute("grant usage on all sequences in schema public to yutang_app")
    for what, tables in (("person", PEOPLE), ("order", ORDERS)):
        for table, (ref, columns, where) in tables.items():
            name = f"audience_mark_{table}"
            told = {"ref": ref, "columns": columns, "where": where, "few": FEW}
            op.execute(MARK.format(name=name, what=what, **told))
            for when, rows in (
                ("insert", "new table as changed_rows"),
                ("delete", "old table as changed_rows"),
                ("update", "old table as old_rows new table as new_rows"),
            ):
                op.execute(
                    f"create trigger audience_{when} after {when} on {table} referencing {rows}"
                    f" for each statement execute function {name}()"
                )


def _moment_now(name: str) -> sa.Column[object]:
    return sa.Column(
        name, sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
