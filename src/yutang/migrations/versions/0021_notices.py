"""Notices to members and the in-app centre.

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
OWN = (
    "receiver = current_setting('app.actor', true)"
    " or staff_id = any((select app_staff())::bigint[])"
)
OWN_CHOICE = (
    "receiver = current_setting('app.actor', true)"
    " or receiver in (select 'staff:' || one from unnest(app_staff()) one)"
)

# Whoever tells something need not see whom he tells: the function runs as its owner, names the
# corp, and knows a corp's transaction by its setting. A member and his account are one person.
TELL = """
create function tell_notices(
  corp bigint, told jsonb, places integer[], staff_ids bigint[], user_ids bigint[],
  told_at timestamptz, due timestamptz
) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine bigint := nullif(current_setting('app.corp_id', true), '')::bigint;
  made bigint;
begin
  if mine is not null and mine <> corp then
    raise exception 'corp % is not the one of this transaction', corp
      using errcode = 'insufficient_privilege';
  end if;
  with word as (
    select * from jsonb_to_recordset(told) as t(
      place integer, kind text, key text, title text, title_en text, body text, body_en text,
      link text, staff_link text, customer_ids bigint[], urgent boolean, bundle text, ref text,
      buttons jsonb, door text)
  ), asked as (
    select * from unnest(places, staff_ids, user_ids) as a(place, staff_id, user_id)
  ), person as (
    select a.place, s.id as staff_id, u.id as user_id
    from asked a
    join staff s on s.corp_id = corp and s.id = a.staff_id and s.status not in ('left', 'disabled')
    left join users u on u.corp_id = corp and u.staff_id = s.id and u.disabled_at is null
    union
    select a.place, s.id, u.id
    from asked a
    join users u on u.corp_id = corp and u.id = a.user_id and u.disabled_at is null
    left join staff s on s.corp_id = corp and s.id = u.staff_id
    where coalesce(s.status, 'active') not in ('left', 'disabled')
  ), one as (
    select w.*, p.staff_id, p.user_id, p.receiver,
           coalesce(c.door, d.door, w.door) as door_now
    from (select *, coalesce('staff:' || staff_id, 'user:' || user_id) as receiver from person) p
    join word w on w.place = p.place
    left join notice_choices c
      on c.corp_id = corp and c.receiver = p.receiver and c.kind = w.kind
    left join notice_defaults d on d.corp_id = corp and d.kind = w.kind
  )
  insert into notices (
    corp_id, receiver, staff_id, user_id, kind, source_key, title, title_en, body, body_en, link,
    staff_link, customer_ids, urgent, bundle, ref, buttons, state, due_at, created_at)
  select corp, o.receiver, o.staff_id, o.user_id, o.kind, o.key, o.title, o.title_en, o.body,
         o.body_en, o.link, o.staff_link, o.customer_ids, o.urgent, o.bundle, o.ref, o.buttons,
         case when o.door_now = 'wecom' and o.staff_id is not null then 'waiting' else 'none' end,
         case when o.door_now = 'wecom' and o.staff_id is not null
              then case when o.urgent then told_at else due end end,
         told_at
  from one o where o.door_now <> 'off'
  order by o.place, o.receiver
  on conflict (corp_id, receiver, source_key) do nothing;
  get diagnostics made = row_count;
  if made > 0 then
    perform pg_notify('notices', '');
  end if;
  return made;
end $$
"""
SIGNATURE = "tell_notices(bigint, jsonb, integer[], bigint[], bigint[], timestamptz, timestamptz)"


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _notices()
    _choices()
    _sends()
    # Word of losses is a notice like any other now; what these rows told is older than its month.
    op.drop_table("loss_notices")
    for table, rights in (
        ("notices", "select, update"),
        ("notice_choices", "select, insert, update, delete"),
        ("notice_defaults", "select, insert, update, delete"),
        ("notice_rules", "select, insert, update"),
        # The worker alone reads and writes these.
        ("notice_sends", None),
        ("notice_deliveries", None),
        ("notice_days", None),
    ):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        if rights is not None:
            op.execute(f"grant {rights} on {table} to yutang_app")
    for table, seen in (("notices", OWN), ("notice_choices", OWN_CHOICE)):
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped using ({seen})"
        )
    op.execute(TELL)
    op.execute(f"revoke all on function {SIGNATURE} from public")
    op.execute(f"grant execute on function {SIGNATURE} to yutang_app")


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _moment(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _corp() -> sa.Column[int]:
    return sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False)


def _notices() -> None:
    op.create_table(
        "notices",
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _text("receiver"),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        _text("kind"),
        _text("source_key"),
        _text("title"),
        _text("title_en"),
        _text("body"),
        _text("body_en"),
        _text("link", null=True),
        _text("staff_link", null=True),
        sa.Column("customer_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        _text("bundle", null=True),
        _text("ref", null=True),
        sa.Column("buttons", postgresql.JSONB(), nullable=True),
        _text("state"),
        _text("reason", null=True),
        _moment("due_at", null=True),
        sa.Column("send_id", sa.Uuid(), nullable=True),
        _moment("created_at"),
        _moment("sent_at", null=True),
        _moment("read_at", null=True),
        _text("answer", null=True),
        _text("answer_en", null=True),
        _text("answered_by", null=True),
        _moment("answered_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_notices")),
        sa.UniqueConstraint(
            "corp_id", "receiver", "source_key", name=op.f("uq_notices_corp_id_receiver_source_key")
        ),
        sa.CheckConstraint(
            "state in ('none', 'waiting', 'sending', 'sent', 'refused', 'unknown')",
            name=op.f("ck_notices_state"),
        ),
    )
    waiting = sa.text("state = 'waiting'")
    op.create_index("ix_notices_receiver", "notices", ["corp_id", "receiver", "id"])
    op.create_index(
        "ix_notices_unread",
        "notices",
        ["corp_id", "receiver", "id"],
        postgresql_where=sa.text("read_at is null"),
    )
    op.create_index(
        "ix_notices_due", "notices", ["corp_id", "due_at", "staff_id"], postgresql_where=waiting
    )
    op.create_index(
        "ix_notices_member", "notices", ["corp_id", "staff_id", "id"], postgresql_where=waiting
    )
    op.create_index("ix_notices_send", "notices", ["corp_id", "send_id", "staff_id"])
    op.create_index("ix_notices_customers", "notices", ["customer_ids"], postgresql_using="gin")


def _choices() -> None:
    for table, keys in (
        ("notice_choices", ("receiver", "kind")),
        ("notice_defaults", ("kind",)),
    ):
        op.create_table(
            table,
            _corp(),
            *(_text(key) for key in keys),
            _text("door"),
            sa.PrimaryKeyConstraint("corp_id", *keys, name=op.f(f"pk_{table}")),
            sa.CheckConstraint("door in ('wecom', 'inbox', 'off')", name=op.f(f"ck_{table}_door")),
        )
    op.create_table(
        "notice_rules",
        _corp(),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_to", sa.Time(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        _text("updated_by"),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("corp_id", name=op.f("pk_notice_rules")),
    )


def _sends() -> None:
    op.create_table(
        "notice_sends",
        _corp(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.BigInteger(), nullable=False),
        sa.Column("message", postgresql.JSONB(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("staff_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("accounts", sa.ARRAY(sa.Text()), nullable=False),
        _text("state"),
        _text("reason", null=True),
        sa.Column("tries", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        _moment("next_at"),
        _moment("tried_at", null=True),
        _text("msgid", null=True),
        _moment("made_at"),
        _moment("ended_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_notice_sends")),
        sa.CheckConstraint(
            "state in ('due', 'sent', 'refused', 'unknown')", name=op.f("ck_notice_sends_state")
        ),
    )
    op.create_index(
        "ix_notice_sends_due",
        "notice_sends",
        ["corp_id", "next_at"],
        postgresql_where=sa.text("state = 'due'"),
    )
    op.create_index("ix_notice_sends_made", "notice_sends", ["corp_id", "made_at"])
    op.create_table(
        "notice_deliveries",
        _corp(),
        sa.Column("staff_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("send_id", sa.Uuid(), nullable=False),
        _moment("at", null=True),
        sa.PrimaryKeyConstraint(
            "corp_id", "staff_id", "send_id", name=op.f("pk_notice_deliveries")
        ),
    )
    op.create_index("ix_notice_deliveries_send", "notice_deliveries", ["corp_id", "send_id"])
    op.create_table(
        "notice_days",
        _corp(),
        sa.Column("agent_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "agent_id", "day", name=op.f("pk_notice_days")),
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
