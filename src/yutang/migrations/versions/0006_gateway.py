"""the gateway to WeCom: quotas, brakes, slots, waits; bulk runs; the age of tokens

Revision: 0006, after 0005
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TAKE = """
create function gateway_take(
    p_corp_id bigint, p_path text, p_wanted integer, p_now timestamptz,
    p_urgency smallint, p_holder uuid, p_waited boolean,
    p_owners bigint[], p_windows integer[], p_limits float8[], p_bursts float8[],
    p_rates float8[], p_floors float8[],
    p_at_once integer, p_reserved integer, p_lease uuid, p_lease_seconds float8,
    out granted integer, out retry_at timestamptz, out reason text, out slots integer[]
) language plpgsql as $$
declare
    last integer := cardinality(p_windows);
    levels float8[] := '{}';
    starts timestamptz[] := '{}';
    most integer := p_at_once;
    possible integer;
    brake record;
    kept record;
    fresh timestamptz;
begin
    -- What a crash of the server forgets is 0.6 s of grants, less than the slack of an hour.
    perform set_config('synchronous_commit', 'off', true);
    granted := p_wanted; retry_at := p_now; reason := ''; slots := '{}';
    for brake in
        select b.kind, b.at_once, b.until from gateway_brakes b
         where b.corp_id = p_corp_id and b.path = p_path and b.until > p_now
    loop
        if brake.kind = 'stop' then
            granted := 0; retry_at := brake.until; reason := 'lockout';
        else
            most := least(coalesce(most, brake.at_once), brake.at_once);
        end if;
    end loop;
    if reason <> 'lockout' then
        -- Every caller locks in the same order: the corp's rows, then the address's.
        for i in 1..last loop
            select q.full_at, q.window_at, q.used into kept from gateway_quotas q
             where q.corp_id = p_owners[i] and q.path = p_path and q.seconds = p_windows[i]
               for update;
            if not found then
                insert into gateway_quotas (corp_id, path, seconds, full_at, window_at, used)
                values (p_owners[i], p_path, p_windows[i], p_now, p_now, 0) on conflict do nothing;
                select q.full_at, q.window_at, q.used into kept from gateway_quotas q
                 where q.corp_id = p_owners[i] and q.path = p_path and q.seconds = p_windows[i]
                   for update;
            end if;
            -- WeCom's natural day is Shanghai's; minutes and hours begin there as everywhere.
            starts[i] := to_timestamp(
                floor((extract(epoch from p_now) + 28800) / p_windows[i]) * p_windows[i] - 28800);
            if p_rates[i] > 0 then
                levels[i] := p_bursts[i] - p_rates[i]
                    * greatest(0, extract(epoch from kept.full_at - p_now)::float8);
            else
                levels[i] := p_limits[i]
                    - case when kept.window_at >= starts[i] then kept.used else 0 end;
            end if;
            -- Moments are whole microseconds: a hair below one call is one call.
            possible := greatest(0, floor(levels[i] - p_floors[i] + 0.01))::integer;
            if possible < granted then
                granted := possible; reason := 'quota';
            end if;
        end loop;
        if granted > 0 and most is not null then
            -- The database's own clock: a lease is real time, whatever time the caller lives in.
            select greatest(0, greatest(1, most - p_reserved) - count(*)) into possible
              from gateway_slots s
             where s.corp_id = p_corp_id and s.path = p_path and s.until > clock_timestamp();
            if possible < granted then
                granted := possible; reason := 'parallel';
            end if;
        end if;
        if granted > 0 then
            for i in 1..last loop
                update gateway_quotas q
                   set full_at = case when p_rates[i] > 0
                           then greatest(q.full_at, p_now)
                                + make_interval(secs => granted / p_rates[i])
                           else q.full_at end,
                       used = granted + case when q.window_at >= starts[i] then q.used else 0 end,
                       window_at = greatest(q.window_at, starts[i])
                 where q.corp_id = p_owners[i] and q.path = p_path and q.seconds = p_windows[i];
            end loop;
            if most is not null then
                insert into gateway_slots (corp_id, path, slot, lease, until)
                select p_corp_id, p_path, n, p_lease, '-infinity' from generate_series(1, most) n
                on conflict do nothing;
                with free as (
                    select s.slot from gateway_slots s
                     where s.corp_id = p_corp_id and s.path = p_path
                       and s.until <= clock_timestamp()
                     order by s.slot limit granted
                ), taken as (
                    update gateway_slots s
                       set lease = p_lease,
                           until = clock_timestamp() + make_interval(secs => p_lease_seconds)
                      from free
                     where s.corp_id = p_corp_id and s.path = p_path and s.slot = free.slot
                    returning s.slot
                )
                select array_agg(taken.slot) into slots from taken;
            end if;
        end if;
        if granted < p_wanted and reason = 'quota' then
            for i in 1..last loop
                if p_rates[i] > 0 then
                    fresh := p_now + make_interval(secs =>
                        greatest(0, 1 + p_floors[i] - levels[i] + granted) / p_rates[i]);
                elsif levels[i] - granted - p_floors[i] < 1 then
                    fresh := starts[i] + make_interval(secs => p_windows[i]);
                else
                    fresh := p_now;
                end if;
                retry_at := greatest(retry_at, fresh);
            end loop;
        end if;
    end if;
    if granted < p_wanted then
        insert into gateway_waits as w
               (corp_id, path, urgency, holder, waiting, reason, until, seen_at)
        values (p_corp_id, p_path, p_urgency, p_holder, p_wanted - granted, reason, retry_at,
                clock_timestamp())
        on conflict (corp_id, path, urgency, holder) do update
           set waiting = excluded.waiting, reason = excluded.reason, until = excluded.until,
               seen_at = excluded.seen_at;
    elsif p_waited then
        delete from gateway_waits w
         where w.corp_id = p_corp_id and w.path = p_path and w.urgency = p_urgency
           and w.holder = p_holder;
    end if;
end $$
"""


def _path_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
    ]


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    op.add_column(
        "access_tokens",
        sa.Column(
            "fetched_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
    )
    op.create_table(
        "gateway_quotas",
        *_path_columns(),
        sa.Column("seconds", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("full_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("window_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "path", "seconds", name=op.f("pk_gateway_quotas")),
    )
    # Every call updates these rows: room in the page keeps the updates off the index.
    op.execute("alter table gateway_quotas set (fillfactor = 20)")
    op.create_table(
        "gateway_brakes",
        *_path_columns(),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("errcode", sa.BigInteger(), nullable=False),
        sa.Column("at_once", sa.BigInteger(), nullable=True),
        sa.Column("strikes", sa.BigInteger(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "path", "kind", name=op.f("pk_gateway_brakes")),
    )
    op.create_table(
        "gateway_slots",
        *_path_columns(),
        sa.Column("slot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lease", sa.Uuid(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("corp_id", "path", "slot", name=op.f("pk_gateway_slots")),
    )
    op.execute("alter table gateway_slots set (fillfactor = 20)")
    op.create_table(
        "gateway_waits",
        *_path_columns(),
        sa.Column("urgency", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("holder", sa.Uuid(), nullable=False),
        sa.Column("waiting", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint(
            "corp_id", "path", "urgency", "holder", name=op.f("pk_gateway_waits")
        ),
    )
    op.execute(TAKE)
    op.create_table(
        "bulk_runs",
        sa.Column("corp_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("cursor", JSONB(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=True),
        sa.Column("done", sa.BigInteger(), nullable=False),
        sa.Column("calls", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("resumed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("resumed_done", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("corp_id", "id", name=op.f("pk_bulk_runs")),
        sa.CheckConstraint(
            "state in ('running', 'failed', 'ended', 'dropped')", name=op.f("ck_bulk_runs_state")
        ),
    )
    # One of a kind can go on: the newest that has neither ended nor been given up.
    op.create_index(
        "ix_bulk_runs_open",
        "bulk_runs",
        ["corp_id", "kind"],
        unique=True,
        postgresql_where=sa.text("state in ('running', 'failed')"),
    )
    op.execute("alter table bulk_runs enable row level security")
    op.execute(
        "create policy own_corp on bulk_runs using"
        " (corp_id = nullif(current_setting('app.corp_id', true), '')::bigint)"
    )
    op.execute("grant select, insert, update on bulk_runs to yutang_app")


def downgrade() -> None:
    """Migrations go forward only: a restore is the way back."""
    raise RuntimeError("restore a backup instead")
