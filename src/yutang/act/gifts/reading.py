"""Read gifts with what came of them, claims, and a customer's own page."""

import csv
import io
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel import audit
from yutang.kernel.clock import day_bounds
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from .claiming import read_own, refusals
from .errors import BadCursorError, UnknownGiftError
from .models import SEALED_AS, Gift
from .schemas import (
    ClaimPage,
    ClaimRead,
    GiftList,
    GiftPage,
    GiftRead,
    Phase,
    Refusal,
)
from .stocking import phase_of

PATH = "/h/gift/"
MOST_ROWS = 100_000

_GIVEN = text(
    """
    select g.id, (select count(*) from gift_codes q where q.corp_id = g.corp_id
                  and q.gift_id = g.id and q.taken_at is not null) as given
    from gifts g where g.corp_id = :corp_id and g.id = any(:ids)
    """
)
_KEPT = """
    k.first_at <= :now - interval '{days} days' and not exists (
      select from losses l where l.corp_id = m.corp_id and l.customer_id = m.customer_id
        and l.person and l.at < k.first_at + interval '{days} days'
        and (l.person_returned_at is null
             or l.person_returned_at > k.first_at + interval '{days} days'))
"""
_CAME = text(
    f"""
    select m.gift_id, count(*) as people,
           count(*) filter (where c.state = 'lost') as lost,
           count(*) filter (where k.first_at <= :now - interval '7 days') as ripe_7,
           count(*) filter (where {_KEPT.format(days=7)}) as kept_7,
           count(*) filter (where k.first_at <= :now - interval '30 days') as ripe_30,
           count(*) filter (where {_KEPT.format(days=30)}) as kept_30
    from gift_claims m
    join customers c on c.corp_id = m.corp_id and c.id = m.customer_id
    join credits k on k.corp_id = m.corp_id and k.customer_id = m.customer_id
    where m.corp_id = :corp_id and m.gift_id = any(:ids)
    group by m.gift_id
    """  # noqa: S608 - its parts are constants
)
_CLAIMS = text(
    """
    select m.*, c.name, c.state as person, k.first_at, t.reason
    from gift_claims m
    join customers c on c.corp_id = m.corp_id and c.id = m.customer_id
    left join credits k on k.corp_id = m.corp_id and k.customer_id = m.customer_id
    left join gift_takers t on t.corp_id = m.corp_id and t.customer_id = m.customer_id
    where m.corp_id = :corp_id and m.gift_id = :gift_id
      and (cast(:before as bigint) is null or m.number < :before)
    order by m.number desc limit :rows
    """
)
_COSTS = text(
    """
    select channel_id, sum(cost)::bigint as cost from gift_claims
    where corp_id = :corp_id and claimed_at >= :start and claimed_at < :stop
    group by channel_id having sum(cost) > 0
    """
)
_BY_SLUG = text(
    """
    select g.corp_id, g.id, c.corpid from gifts g join corps c on c.id = g.corp_id
    where g.slug = :slug and g.state <> 'draft'
    """
)


async def list_gifts(session: AsyncSession, runtime: Runtime, corp_id: int) -> GiftList:
    """All gifts, the newest first."""
    rows = (
        await session.scalars(
            select(Gift).where(Gift.corp_id == corp_id).order_by(Gift.id.desc()).limit(500)
        )
    ).all()
    now = runtime.clock()
    return GiftList(items=await _describe(session, runtime, corp_id, rows, now), as_of=now)


async def read_gift(
    session: AsyncSession, runtime: Runtime, corp_id: int, gift_id: int
) -> GiftRead:
    """One gift; raises UnknownGiftError."""
    row = await _find(session, corp_id, gift_id)
    return (await _describe(session, runtime, corp_id, [row], runtime.clock()))[0]


async def _find(session: AsyncSession, corp_id: int, gift_id: int) -> Gift:
    await session.flush()
    row = await session.get(Gift, (corp_id, gift_id), populate_existing=True)
    if row is None:
        raise UnknownGiftError(gift_id)
    return row


async def _describe(
    session: AsyncSession, runtime: Runtime, corp_id: int, rows: Sequence[Gift], now: datetime
) -> list[GiftRead]:
    asked = {"corp_id": corp_id, "ids": [row.id for row in rows], "now": now}
    given = {row.id: row.given for row in await session.execute(_GIVEN, asked)}
    came = {row.gift_id: row for row in await session.execute(_CAME, asked)}
    channels = await acquisition.channels_by_id(
        session, corp_id, {one for row in rows for one in row.channel_ids}
    )
    found = []
    for row in rows:
        stock = stock_of(row)
        gone = given.get(row.id, 0)
        left = max(stock - gone, 0)
        people = came.get(row.id)
        found.append(
            GiftRead(
                id=row.id,
                name=row.name,
                about=row.about,
                rules=row.rules,
                all_channels=row.all_channels,
                channels=[channels[one] for one in row.channel_ids if one in channels],
                cost=row.cost,
                budget=row.budget,
                starts_at=row.starts_at,
                ends_at=row.ends_at,
                show_stock=row.show_stock,
                phase=cast("Phase", phase_of(row, left, now)),
                codes=row.codes,
                stock=stock,
                given=gone,
                left=left,
                spent=gone * row.cost,
                **_numbers(people, row.cost),
                link=f"{runtime.settings.address}{PATH}{row.slug}",
                version=row.version,
                created_at=row.created_at,
                published_at=row.published_at,
                stopped_at=row.stopped_at,
            )
        )
    return found


def stock_of(gift: Gift) -> int:
    """How many of its codes can be given out in all."""
    return gift.codes if gift.most is None else min(gift.codes, gift.most)


def _numbers(row: Any, cost: int) -> dict[str, Any]:
    names = ("people", "lost", "ripe_7", "kept_7", "ripe_30", "kept_30")
    told: dict[str, Any] = {name: getattr(row, name) if row else 0 for name in names}
    for days in (7, 30):
        ripe, kept = told[f"ripe_{days}"], told[f"kept_{days}"]
        told[f"cost_per_kept_{days}"] = round(ripe * cost / kept) if kept else None
    return told


async def list_claims(
    session: AsyncSession, corp_id: int, gift_id: int, after: str | None, limit: int
) -> ClaimPage:
    """One page of who claimed, by number of the code from the last. Raises UnknownGiftError."""
    _ = await _find(session, corp_id, gift_id)
    if after is not None and not (after.isascii() and after.isdigit() and len(after) < 12):  # noqa: PLR2004 - of any number a gift may have
        raise BadCursorError
    before = int(after) if after is not None else None
    rows = await _claims(session, corp_id, gift_id, before, limit + 1)
    more = len(rows) > limit
    return ClaimPage(items=rows[:limit], next=str(rows[limit - 1].number) if more else None)


async def _claims(
    session: AsyncSession, corp_id: int, gift_id: int, before: int | None, limit: int
) -> list[ClaimRead]:
    asked = {"corp_id": corp_id, "gift_id": gift_id, "before": before, "rows": limit}
    rows = (await session.execute(_CLAIMS, asked)).all()
    channels = await acquisition.channels_by_id(session, corp_id, {row.channel_id for row in rows})
    return [
        ClaimRead(
            customer_id=row.customer_id,
            customer_name=row.name,
            customer_state=row.person,
            number=row.number,
            channel=channels.get(row.channel_id),
            first_at=row.first_at,
            claimed_at=row.claimed_at,
            taker=row.reason,
        )
        for row in rows
    ]


async def export_claims(session: AsyncSession, corp_id: int, gift_id: int, actor: str) -> bytes:
    """Claims as CSV, at most the newest 100,000; codes are not in it. On record."""
    _ = await _find(session, corp_id, gift_id)
    rows = await _claims(session, corp_id, gift_id, None, MOST_ROWS)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="gift.claims_exported",
        target=f"gift:{gift_id}",
        after={"claims": len(rows)},
    )
    sink = io.StringIO(newline="")
    sink.write("\ufeff")
    writer = csv.writer(sink)
    writer.writerow(
        ("number", "customer_id", "name", "state", "channel", "added_at", "claimed_at", "taker")
    )
    for row in rows:
        name = row.customer_name
        # A name that begins like a formula is none.
        name = f"'{name}" if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name
        writer.writerow(
            (
                row.number,
                row.customer_id,
                name,
                row.customer_state,
                row.channel.name if row.channel else "",
                row.first_at.isoformat() if row.first_at else "",
                row.claimed_at.isoformat(),
                row.taker or "",
            )
        )
    return sink.getvalue().encode()


async def names_of(
    session: AsyncSession, corp_id: int, gift_ids: Collection[int]
) -> dict[int, str]:
    """Gifts by name; unknown ones are left out."""
    rows = await session.execute(
        select(Gift.id, Gift.name).where(Gift.corp_id == corp_id, Gift.id.in_(list(gift_ids)))
    )
    return {row.id: row.name for row in rows}


async def over_among(
    session: AsyncSession, corp_id: int, gift_ids: Collection[int], now: datetime
) -> set[int]:
    """Those of which nobody gets one any more: not published, stopped, ended or given out."""
    rows = (
        await session.scalars(
            select(Gift).where(Gift.corp_id == corp_id, Gift.id.in_(list(gift_ids)))
        )
    ).all()
    asked = {"corp_id": corp_id, "ids": [row.id for row in rows]}
    given = {row.id: row.given for row in await session.execute(_GIVEN, asked)}
    return {
        row.id
        for row in rows
        if phase_of(row, stock_of(row) - given.get(row.id, 0), now) not in {"scheduled", "running"}
    }


async def costs_by_channel(
    session: AsyncSession, corp_id: int, first: date, last: date, zone: str
) -> dict[int, int]:
    """What was given out in a span of days to who came through each code, in fen."""
    start, stop = day_bounds(first, zone)[0], day_bounds(last, zone)[1]
    rows = await session.execute(_COSTS, {"corp_id": corp_id, "start": start, "stop": stop})
    return {row.channel_id: row.cost for row in rows}


async def find_by_slug(session: AsyncSession, slug: str) -> tuple[int, int, str]:
    """Corp, gift and WeCom's id of the corp. Needs the owner's session; raises UnknownGiftError."""
    row = (await session.execute(_BY_SLUG, {"slug": slug[:40]})).one_or_none()
    if row is None:
        raise UnknownGiftError(slug[:40])
    return row.corp_id, row.id, row.corpid


async def read_page(
    session: AsyncSession, runtime: Runtime, corp_id: int, gift_id: int, customer_id: int | None
) -> GiftPage:
    """The claim page for a customer, or for who is not signed in. Raises UnknownGiftError."""
    gift = await _find(session, corp_id, gift_id)
    now = runtime.clock()
    corp = await corps.describe(session, corp_id)
    own = refusal = None
    if customer_id is not None:
        own = (await read_own(session, corp_id, gift_id, [customer_id])).get(customer_id)
        if own is None:
            found = await refusals(session, corp_id, gift_id, {customer_id: now})
            refusal = found.get(customer_id)
    left = None
    if gift.show_stock:
        ids = {"corp_id": corp_id, "ids": [gift_id]}
        given = (await session.execute(_GIVEN, ids)).one().given
        left = max(stock_of(gift) - given, 0)
    return GiftPage(
        gift_id=gift_id,
        corp=corp.name,
        timezone=corp.timezone,
        name=gift.name,
        about=gift.about,
        rules=gift.rules,
        starts_at=gift.starts_at,
        ends_at=gift.ends_at,
        left=left,
        code=runtime.vault.unseal(own.sealed, SEALED_AS) if own is not None else None,
        claimed_at=own.claimed_at if own is not None else None,
        refusal=cast("Refusal", refusal.why) if refusal is not None else None,
        since=refusal.since if refusal is not None else None,
    )
