"""Claim due welcomes, decide which of a pair's events is welcomed, write how each ended."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import exists, func, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from .by_channel import count_by_channel_day, outcomes_by_day
from .models import Welcome
from .repository import WelcomeRepository
from .schemas import AddOutcome, DueWelcome, Verdict, WantedAdds
from .sharing import CHANNEL, Reading, heard, tell_readings

__all__ = (
    "CHANNEL",
    "SIGNAL",
    "Reading",
    "claim",
    "count_by_channel",
    "count_by_channel_day",
    "count_by_day",
    "count_of",
    "ever",
    "finish",
    "goes_first",
    "heard",
    "lie_open",
    "list_adds",
    "mark_owner_changes",
    "missed",
    "outcomes_by_day",
    "outcomes_sql",
    "read_outcomes",
    "sibling",
    "siblings_of",
    "summarise",
    "tell_readings",
)

SIGNAL = "welcomes"

_FINISH = text(
    """
    update welcomes w
    set outcome = v.outcome, reason = v.reason, detail = v.detail,
        next_at = coalesce(v.retry_at, w.next_at),
        ended_at = case when v.outcome = 'due' then null else :now end,
        greeting_id = v.greeting_id, standing = v.standing
    from unnest(cast(:corps as bigint[]), cast(:ids as bigint[]), cast(:outcomes as text[]),
                cast(:reasons as text[]), cast(:details as text[]),
                cast(:retries as timestamptz[]), cast(:attempts as smallint[]),
                cast(:greetings as bigint[]), cast(:standings as text[]))
         as v(corp_id, id, outcome, reason, detail, retry_at, attempts, greeting_id, standing)
    where w.corp_id = v.corp_id and w.id = v.id and w.attempts = v.attempts
      and w.outcome in ('due', 'sending', 'impossible', 'failed', 'late')
    """
)

_BY_DAY = text(
    """
    select (received_at at time zone :zone)::date as day, channel, count(*) as adds
    from welcomes
    where corp_id = :corp_id and received_at >= :start and received_at < :stop
      and outcome <> 'superseded' and not owner_change
    group by 1, 2
    """
)


async def claim(
    session: AsyncSession, now: datetime, rows: int, lease_seconds: float
) -> list[DueWelcome]:
    """Take due welcomes over all corps, oldest first; a killed claimer's come back by the lease."""
    taken = await WelcomeRepository(session).claim(now, rows, lease_seconds)
    return [_due(row) for row in taken]


def _due(row: Welcome) -> DueWelcome:
    return DueWelcome(**{field.name: getattr(row, field.name) for field in fields(DueWelcome)})


def sibling(row: DueWelcome, of_pair: Sequence[DueWelcome]) -> DueWelcome | None:
    """The other event of the same add: a half add's whole one, or the reverse.

    `of_pair` holds every row of the pair. A whole add completes the last half add before it by
    WeCom's time, so the order of delivery does not matter; at an equal second the half is first.
    """
    half: DueWelcome | None = None
    for other in sorted(of_pair, key=lambda o: (o.occurred_at, not o.half, o.id)):
        if other.half:
            half = other
            continue
        if half is not None and row.id in {half.id, other.id}:
            return other if row.id == half.id else half
        half = None
    return None


def goes_first(row: DueWelcome, other: DueWelcome) -> bool:
    """Which of two siblings is sent first: the half one, then the older."""
    return (not row.half, row.occurred_at, row.id) < (not other.half, other.occurred_at, other.id)


async def siblings_of(
    session: AsyncSession, rows: Sequence[DueWelcome]
) -> dict[tuple[int, str, str], list[DueWelcome]]:
    """Every row of the claimed rows' pairs, by (corp, external_id, account)."""
    found: dict[tuple[int, str, str], list[DueWelcome]] = {}
    by_corp: dict[int, list[tuple[str, str]]] = {}
    for row in rows:
        by_corp.setdefault(row.corp_id, []).append((row.external_id, row.account))
    for corp_id, pairs in by_corp.items():
        for other in await WelcomeRepository(session).siblings(corp_id, pairs):
            found.setdefault((corp_id, other.external_id, other.account), []).append(_due(other))
    return found


async def finish(
    session: AsyncSession, verdicts: Sequence[tuple[DueWelcome, Verdict]], now: datetime
) -> None:
    """Write how these ended, in one statement; a sent one is never rewritten.

    A row that was claimed again since it was read, because its lease had ended, is left to that
    claimer, who sees more.
    """
    if not verdicts:
        return
    await session.execute(
        _FINISH,
        {
            "now": now,
            "corps": [row.corp_id for row, _ in verdicts],
            "ids": [row.id for row, _ in verdicts],
            "outcomes": [verdict.outcome for _, verdict in verdicts],
            "reasons": [verdict.reason for _, verdict in verdicts],
            "details": [verdict.detail for _, verdict in verdicts],
            "retries": [verdict.retry_at for _, verdict in verdicts],
            "attempts": [row.attempts for row, _ in verdicts],
            "greetings": [verdict.greeting_id for _, verdict in verdicts],
            "standings": [verdict.standing for _, verdict in verdicts],
        },
    )
    survivors = [
        (row.corp_id, verdict.survivor) for row, verdict in verdicts if verdict.survivor is not None
    ]
    if survivors:
        # The add is whole now, whichever of its two events stands for it.
        await session.execute(
            update(Welcome)
            .where(tuple_(Welcome.corp_id, Welcome.id).in_(survivors))
            .values(half=False)
        )


async def mark_owner_changes(
    session: AsyncSession, corp_id: int, callbacks: Sequence[tuple[int, str]]
) -> None:
    """Take transfers, shares and assignments (inbox id, external id) out of every count of adds."""
    if callbacks:
        await session.execute(
            update(Welcome)
            .where(
                Welcome.corp_id == corp_id,
                Welcome.external_id.in_([external_id for _, external_id in callbacks]),
                Welcome.inbox_id.in_([inbox_id for inbox_id, _ in callbacks]),
            )
            .values(owner_change=True)
        )


async def list_adds(
    session: AsyncSession,
    corp_id: int,
    start: datetime,
    stop: datetime,
    wanted: WantedAdds,
) -> Sequence[Welcome]:
    """Adds of a span, newest first."""
    return await WelcomeRepository(session).page(corp_id, start, stop, wanted)


async def summarise(
    session: AsyncSession, corp_id: int, start: datetime, stop: datetime
) -> dict[str, Any]:
    """Counts by outcome: adds, sent, late, impossible, failed, due, p50_ms, p99_ms."""
    return await WelcomeRepository(session).summary(corp_id, start, stop)


async def count_by_channel(
    session: AsyncSession, corp_id: int, channels: Sequence[str]
) -> dict[str, int]:
    """Adds ever by channel state."""
    rows = await session.execute(
        select(Welcome.channel, func.count())
        .where(
            Welcome.corp_id == corp_id,
            Welcome.channel.in_(list(channels)),
            Welcome.outcome != "superseded",
            ~Welcome.owner_change,
        )
        .group_by(Welcome.channel)
    )
    return {channel: total for channel, total in rows if channel is not None}


def outcomes_sql(external_ids: str) -> str:
    """A person's adds and how their welcomes ended, newest first, as a column of another query.

    `external_ids` is a query for his WeCom ids. Parameters: `account` (lower case) for one
    member's alone or null, `welcome_at` and `welcome_id` of an outcome for those behind it or
    null, `rows` at most. See `read_outcomes`.
    """
    return f"""
    (select json_agg(told) from (
       select id, coalesce(ended_at, received_at) as at, lower(account) as account, channel,
              case when outcome = 'sending' then 'due' else outcome end as outcome,
              reason, detail
       from welcomes
       where corp_id = :corp_id and external_id = any(array({external_ids}))
         and outcome <> 'superseded'
         and (cast(:account as text) is null or lower(account) = :account)
         and (cast(:welcome_at as timestamptz) is null
              or (coalesce(ended_at, received_at), id) < (:welcome_at, :welcome_id))
       order by 2 desc, id desc limit :rows
     ) told)::text
    """  # noqa: S608 - a query of the caller's own words


_TOLD: TypeAdapter[list[AddOutcome]] = TypeAdapter(list[AddOutcome])


def read_outcomes(told: str | None) -> list[AddOutcome]:
    """What `outcomes_sql` gave."""
    return _TOLD.validate_json(told) if told is not None else []


async def count_of(
    session: AsyncSession, corp_id: int, account: str, start: datetime, stop: datetime
) -> tuple[int, int]:
    """Adds of the member `account` (lower case) in a span, and how many were welcomed."""
    return await WelcomeRepository(session).count_of(corp_id, account, start, stop)


async def count_by_day(
    session: AsyncSession, corp_id: int, start: datetime, stop: datetime, zone: str
) -> dict[date, dict[str | None, int]]:
    """Adds of a span by day of the corp's zone and by channel state (None: no code's)."""
    rows = await session.execute(
        _BY_DAY, {"corp_id": corp_id, "start": start, "stop": stop, "zone": zone}
    )
    found: dict[date, dict[str | None, int]] = {}
    for row in rows:
        found.setdefault(row.day, {})[row.channel] = row.adds
    return found


async def missed(
    session: AsyncSession, corp_id: int, start: datetime, stop: datetime
) -> tuple[int, datetime | None]:
    """Adds of a span whose welcome was late or failed, and the oldest one's date.

    Those it was impossible to welcome are left out: there nothing can be mended.
    """
    row = await session.execute(
        select(func.count(), func.min(Welcome.received_at)).where(
            Welcome.corp_id == corp_id,
            Welcome.received_at >= start,
            Welcome.received_at < stop,
            Welcome.outcome.in_(["late", "failed"]),
            ~Welcome.owner_change,
        )
    )
    count, since = row.one()
    return count, since


async def lie_open(session: AsyncSession, before: datetime) -> bool:
    """Whether a welcome of a callback from before that moment has no end yet, in any corp."""
    is_open = Welcome.outcome.in_(["due", "sending"])
    found = select(exists().where(is_open, Welcome.received_at < before))
    return bool(await session.scalar(found))


async def ever(session: AsyncSession, corp_id: int) -> tuple[bool, bool]:
    """Whether anybody was ever added through a callback, and whether anybody was welcomed."""
    own = Welcome.corp_id == corp_id
    row = await session.execute(
        select(exists().where(own), exists().where(own, Welcome.outcome == "sent"))
    )
    scanned, welcomed = row.one()
    return scanned, welcomed
