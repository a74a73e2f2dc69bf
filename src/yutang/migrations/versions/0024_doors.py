"""Mail and webhooks as further doors of notices.

Revision ID: 0024
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

CORP = "corp_id = nullif(current_setting('app.corp_id', true), '')::bigint"
OWN = (
    "receiver = current_setting('app.actor', true)"
    " or receiver in (select 'staff:' || one from unnest(app_staff()) one)"
)
SEEN = (
    "corp_id, id, webhook_id, kind, state, reason, status, tries, seconds, made_at, tried_at,"
    " next_at"
)
SHOWN = (
    "corp_id, id, url, kinds, enabled, failures, failing_since, off_reason, created_by, created_at"
)
ARGUMENTS = "bigint, jsonb, integer[], bigint[], bigint[], timestamptz, timestamptz"

# As in 0021, and for the two further doors: a mail waits beside WeCom's message for whoever chose
# mail for the kind and proved his address; a webhook gets what was told once, with all receivers.
TELL = """
create or replace function tell_notices(
  corp bigint, told jsonb, places integer[], staff_ids bigint[], user_ids bigint[],
  told_at timestamptz, due timestamptz
) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mine bigint := nullif(current_setting('app.corp_id', true), '')::bigint;
  made bigint;
  hooked bigint;
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
    select a.place, s.id as staff_id, u.id as user_id, s.name
    from asked a
    join staff s on s.corp_id = corp and s.id = a.staff_id and s.status not in ('left', 'disabled')
    left join users u on u.corp_id = corp and u.staff_id = s.id and u.disabled_at is null
    union
    select a.place, s.id, u.id, coalesce(s.name, u.name)
    from asked a
    join users u on u.corp_id = corp and u.id = a.user_id and u.disabled_at is null
    left join staff s on s.corp_id = corp and s.id = u.staff_id
    where coalesce(s.status, 'active') not in ('left', 'disabled')
  ), one as (
    select w.*, p.staff_id, p.user_id, p.receiver,
           coalesce(c.door, d.door, w.door) as door_now,
           m.kind is not null and a.confirmed_at is not null as mailed
    from (select *, coalesce('staff:' || staff_id, 'user:' || user_id) as receiver from person) p
    join word w on w.place = p.place
    left join notice_choices c
      on c.corp_id = corp and c.receiver = p.receiver and c.kind = w.kind
    left join notice_defaults d on d.corp_id = corp and d.kind = w.kind
    left join notice_mail_kinds m
      on m.corp_id = corp and m.receiver = p.receiver and m.kind = w.kind
    left join notice_addresses a on a.corp_id = corp and a.receiver = p.receiver
  ), noticed as (
    insert into notices (
      corp_id, receiver, staff_id, user_id, kind, source_key, title, title_en, body, body_en, link,
      staff_link, customer_ids, urgent, bundle, ref, buttons, state, due_at, created_at,
      mail_state, mail_due_at)
    select corp, o.receiver, o.staff_id, o.user_id, o.kind, o.key, o.title, o.title_en, o.body,
           o.body_en, o.link, o.staff_link, o.customer_ids, o.urgent, o.bundle, o.ref, o.buttons,
           case when o.door_now = 'wecom' and o.staff_id is not null
                then 'waiting' else 'none' end,
           case when o.door_now = 'wecom' and o.staff_id is not null
                then case when o.urgent then told_at else due end end,
           told_at,
           case when o.mailed then 'waiting' else 'none' end,
           case when o.mailed then case when o.urgent then told_at else due end end
    from one o where o.door_now <> 'off'
    order by o.place, o.receiver
    on conflict (corp_id, receiver, source_key) do nothing
    returning 1
  ), hook as (
    select h.id, h.kinds from notice_webhooks h where h.corp_id = corp and h.enabled
  ), about as (
    -- Of very many receivers the first; how many there are is told.
    select p.place, count(*) as receivers,
           jsonb_agg(jsonb_build_object('staff_id', p.staff_id, 'user_id', p.user_id,
                                        'name', p.name) order by p.nth)
             filter (where p.nth <= 100) as people
    from (select person.*, row_number() over (partition by place order by staff_id, user_id) as nth
          from person where exists (select from hook)) p
    group by p.place
  ), hooks as (
    insert into webhook_deliveries (
      corp_id, id, webhook_id, kind, source_key, payload, customer_ids, state, tries, made_at,
      next_at)
    select corp, gen_random_uuid(), h.id, w.kind, w.key,
           jsonb_build_object(
             'kind', w.kind, 'title', jsonb_build_object('zh', w.title, 'en', w.title_en),
             'body', jsonb_build_object('zh', w.body, 'en', w.body_en),
             'link', w.link, 'staff_link', w.staff_link, 'about', w.ref,
             'customer_ids', w.customer_ids, 'urgent', w.urgent, 'to', a.people,
             'receivers', a.receivers),
           w.customer_ids, 'due', 0, told_at, told_at
    from hook h join word w on h.kinds is null or w.kind = any(h.kinds)
    join about a on a.place = w.place
    order by w.place, h.id
    on conflict (corp_id, webhook_id, source_key) do nothing
    returning 1
  )
  select (select count(*) from noticed), (select count(*) from hooks) into made, hooked;
  if made + hooked > 0 then
    perform pg_notify('notices', '');
  end if;
  return made;
end $$
"""


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    _mail()
    _webhooks()
    for table, rights in (
        ("notice_mail_kinds", "select, insert, delete"),
        ("notice_addresses", "select (corp_id, receiver, address, language, confirmed_at)"),
        # The worker alone reads and writes these; of a delivery people see all but its words.
        ("notice_mails", None),
        ("notice_webhooks", f"select ({SHOWN})"),
        (
            "webhook_deliveries",
            f"select ({SEEN})",
        ),
    ):
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy own_corp on {table} using ({CORP})")
        if rights is not None:
            op.execute(f"grant {rights} on {table} to yutang_app")
    for table in ("notice_mail_kinds", "notice_addresses"):
        op.execute(
            f"create policy own_scope on {table} as restrictive to yutang_scoped using ({OWN})"
        )
    op.execute(TELL)
    op.execute(f"revoke all on function tell_notices({ARGUMENTS}) from public")
    op.execute(f"grant execute on function tell_notices({ARGUMENTS}) to yutang_app")


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _moment(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _number(name: str, *, null: bool = False, zero: bool = False) -> sa.Column[int]:
    default = sa.text("0") if zero else None
    return sa.Column(
        name, sa.BigInteger(), autoincrement=False, nullable=null, server_default=default
    )


def _corp() -> sa.Column[int]:
    return _number("corp_id")


def _mail() -> None:
    op.add_column(
        "notices",
        sa.Column("mail_state", sa.Text(), server_default=sa.text("'none'"), nullable=False),
    )
    op.add_column("notices", _text("mail_reason", null=True))
    op.add_column("notices", _moment("mail_due_at", null=True))
    op.add_column("notices", sa.Column("mail_id", sa.Uuid(), nullable=True))
    op.create_check_constraint(
        op.f("ck_notices_mail_state"),
        "notices",
        "mail_state in ('none', 'waiting', 'sending', 'sent', 'refused', 'unknown')",
    )
    waiting = sa.text("mail_state = 'waiting'")
    op.create_index(
        "ix_notices_mail_due",
        "notices",
        ["corp_id", "mail_due_at", "receiver"],
        postgresql_where=waiting,
    )
    op.create_index(
        "ix_notices_mail",
        "notices",
        ["corp_id", "mail_id"],
        postgresql_where=sa.text("mail_id is not null"),
    )
    op.create_table(
        "notice_mail_kinds",
        _corp(),
        _text("receiver"),
        _text("kind"),
        sa.PrimaryKeyConstraint("corp_id", "receiver", "kind", name=op.f("pk_notice_mail_kinds")),
    )
    op.create_table(
        "notice_addresses",
        _corp(),
        _text("receiver"),
        _text("address"),
        _text("language"),
        sa.Column("token_hash", sa.LargeBinary(), nullable=True),
        _moment("token_until", null=True),
        _moment("confirmed_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "receiver", name=op.f("pk_notice_addresses")),
    )
    op.create_table(
        "notice_mails",
        _corp(),
        sa.Column("id", sa.Uuid(), nullable=False),
        _text("receiver"),
        _text("purpose"),
        _text("state"),
        _text("reason", null=True),
        _moment("made_at"),
        _moment("ended_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_notice_mails")),
        sa.CheckConstraint(
            "state in ('sending', 'sent', 'refused', 'failed', 'unknown')",
            name=op.f("ck_notice_mails_state"),
        ),
    )
    op.create_index("ix_notice_mails_receiver", "notice_mails", ["corp_id", "receiver", "made_at"])
    op.create_index("ix_notice_mails_made", "notice_mails", ["corp_id", "made_at"])
    op.create_index(
        "ix_notice_mails_open",
        "notice_mails",
        ["corp_id", "made_at"],
        postgresql_where=sa.text("state = 'sending'"),
    )


def _webhooks() -> None:
    op.create_table(
        "notice_webhooks",
        _corp(),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        _text("url"),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        sa.Column("kinds", sa.ARRAY(sa.Text()), nullable=True),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        _number("failures", zero=True),
        _moment("failing_since", null=True),
        _text("off_reason", null=True),
        _text("created_by"),
        _moment("created_at"),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_notice_webhooks")),
    )
    op.create_table(
        "webhook_deliveries",
        _corp(),
        sa.Column("id", sa.Uuid(), nullable=False),
        _number("webhook_id"),
        _text("kind"),
        _text("source_key"),
        sa.Column("payload", postgresql.JSONB(), nullable=False),
        sa.Column("customer_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        _text("state"),
        _text("reason", null=True),
        _number("status", null=True),
        _number("tries", zero=True),
        sa.Column("seconds", sa.Float(), nullable=True),
        _moment("made_at"),
        _moment("tried_at", null=True),
        _moment("next_at", null=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_webhook_deliveries")),
        sa.UniqueConstraint(
            "corp_id",
            "webhook_id",
            "source_key",
            name=op.f("uq_webhook_deliveries_corp_id_webhook_id_source_key"),
        ),
        sa.CheckConstraint(
            "state in ('due', 'taken', 'failed')", name=op.f("ck_webhook_deliveries_state")
        ),
    )
    op.create_index(
        "ix_webhook_deliveries_due",
        "webhook_deliveries",
        ["corp_id", "next_at"],
        postgresql_where=sa.text("state = 'due'"),
    )
    op.create_index(
        "ix_webhook_deliveries_made", "webhook_deliveries", ["corp_id", "webhook_id", "made_at"]
    )
    op.create_index(
        "ix_webhook_deliveries_customers",
        "webhook_deliveries",
        ["customer_ids"],
        postgresql_using="gin",
    )


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
