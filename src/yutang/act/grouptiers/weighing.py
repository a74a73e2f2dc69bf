"""Whom a rule finds, who of them may be invited, and why not the others: sets, not rows."""

import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from pyroaring import BitMap
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import Vault
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import CustomerFilter
from yutang.people.facets import service as facets
from yutang.people.privacy import service as privacy

from .schemas import Asked, Left, RuleCount, RuleFilter, RuleSample

LOOKED_AT_ONCE: Final = 10_000
LOOKING_SECONDS: Final = 2.0
GATHERING_SECONDS: Final = 1.5
STRETCH: Final = 50_000
SAMPLES: Final = 4

_PACKED: Final = "string_agg(int4send(x.customer_id::int), '')"
_SEATS = text(
    f"""
    select {_PACKED} filter (where x.left_at is null) as seated,
           {_PACKED} filter (where x.left_at is not null) as were,
           {_PACKED} filter (where x.left_at > :lately) as lately
    from group_members x
    where x.corp_id = :corp_id and x.customer_id is not null
      and x.group_id in (
        select g.id from group_chats g
        where g.corp_id = :corp_id
          and (g.tier = cast(:tier as text)
               or (cast(:tier as text) is null and g.id = any(cast(:groups as bigint[])))))
    """  # noqa: S608 - a constant
)
# Who waits for a task of a round under way counts as invited.
_INVITED = text(
    f"""
    select {_PACKED} from (
      select i.customer_id from group_invitees i
      where i.corp_id = :corp_id and i.asked_at > :since and i.invitation_id <> :but
      union all
      select i.customer_id from group_invitees i
      join group_invitations n on n.corp_id = i.corp_id and n.id = i.invitation_id
                              and n.state in ('preparing', 'running', 'stopped')
      where i.corp_id = :corp_id and i.state = 'waiting' and i.invitation_id <> :but
    ) x
    """  # noqa: S608 - a constant
)
_KNOWN_BY = text(
    """
    select v.id, f.staff_id
    from unnest(cast(:ids as bigint[])) as v(id)
    left join lateral (
      select f.staff_id from follows f
      join staff s on s.corp_id = f.corp_id and s.id = f.staff_id and s.status <> 'left'
      where f.corp_id = :corp_id and f.customer_id = v.id and f.state = 'friend'
      order by f.added_at desc, f.staff_id limit 1
    ) f on true
    order by v.id
    """
)


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a rule finds, by all of it and by each part alone."""

    ids: BitMap
    include: Sequence[BitMap]
    exclude: Sequence[BitMap]
    exact: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """Whom an invitation is about: `rest` are not left out by what sets tell."""

    found: Found
    about: BitMap
    rest: BitMap
    left_out: dict[Left, int]


@dataclass(slots=True)
class Looked:
    """Whom those are known by who were looked at one by one, and why others are left out."""

    members: Counter[int] = field(default_factory=Counter)
    left_out: Counter[Left] = field(default_factory=Counter)
    fitting: BitMap = field(default_factory=BitMap)
    looked_at: int = 0


async def find(session: AsyncSession, vault: Vault, corp_id: int, rule: RuleFilter) -> Found:
    """Whom a rule finds of those whom the session sees, as far as time allows.

    Raises TooBroadError.
    """

    async def gather(wanted: CustomerFilter) -> tuple[BitMap, bool]:
        return await customers.gather(session, vault, corp_id, wanted, GATHERING_SECONDS)

    return await _find(rule, gather)


async def find_all(runtime: Runtime, corp_id: int, rule: RuleFilter) -> Found:
    """Everybody whom a rule finds, however many transactions it takes."""

    async def gather(wanted: CustomerFilter) -> tuple[BitMap, bool]:
        ids, after = BitMap(), 0
        while True:
            async with runtime.database.corp(corp_id) as session:
                stretch = await customers.next_matching(
                    session, runtime.vault, corp_id, wanted, after, STRETCH
                )
            ids.update(stretch.ids)
            if stretch.is_last:
                return ids, True
            after = stretch.through

    return await _find(rule, gather)


async def _find(
    rule: RuleFilter, gather: Callable[[CustomerFilter], Awaitable[tuple[BitMap, bool]]]
) -> Found:
    sets: dict[str, tuple[BitMap, bool]] = {}
    for wanted in (*rule.include, *rule.exclude):
        key = wanted.model_dump_json()
        if key not in sets:
            sets[key] = await gather(wanted)
    include = [sets[one.model_dump_json()][0] for one in rule.include]
    exclude = [sets[one.model_dump_json()][0] for one in rule.exclude]
    put = BitMap.intersection if rule.match == "all" else BitMap.union
    ids = put(*include) if len(include) > 1 else include[0].copy()
    for one in exclude:
        ids -= one
    return Found(ids, include, exclude, all(exact for _, exact in sets.values()))


async def count(session: AsyncSession, vault: Vault, corp_id: int, rule: RuleFilter) -> RuleCount:
    """How many a rule finds, by each part too, with some of them."""
    found = await find(session, vault, corp_id, rule)
    return RuleCount(
        total=len(found.ids),
        exact=found.exact,
        include=[len(one) for one in found.include],
        exclude=[len(one) for one in found.exclude],
        samples=await samples(session, corp_id, found, found.ids),
    )


async def samples(
    session: AsyncSession, corp_id: int, found: Found, ids: BitMap
) -> list[RuleSample]:
    """The newest few of these, and what of the rule holds of each."""
    chosen = [ids[-1 - place] for place in range(min(SAMPLES, len(ids)))]
    names = await customers.names_of(session, corp_id, chosen)
    return [
        RuleSample(
            customer_id=one,
            name=names[one],
            fulfils=[place for place, part in enumerate(found.include) if one in part],
        )
        for one in chosen
        if one in names
    ]


async def weigh(
    session: AsyncSession, corp_id: int, found: Found, asked: Asked, now: datetime, but: int = 0
) -> Weighed:
    """What sets tell of those who were found; `but` is a round that does not count as another."""
    told = (
        await session.execute(
            _SEATS,
            {
                "corp_id": corp_id,
                "tier": asked.tier,
                "groups": list(asked.group_ids),
                "lately": now - timedelta(days=asked.back_after_days),
            },
        )
    ).one()
    since = now - timedelta(days=asked.again_days)
    packed = await session.scalar(_INVITED, {"corp_id": corp_id, "since": since, "but": but})
    seated, were, lately = (_set(one) for one in (told.seated, told.were, told.lately))
    # Who left one of its groups and sits in another did not leave it.
    were -= seated
    about = found.ids
    if asked.who == "on":
        about = about - were
    elif asked.who == "back":
        about = about & were
    rest, left_out = about, dict[Left, int]()
    reasons: list[tuple[Left, BitMap]] = [("seated", seated)]
    if asked.who == "back":
        reasons.append(("left_lately", lately))
    reasons.append(("invited", _set(packed)))
    for reason, those in reasons:
        out = rest & those
        rest = rest - out
        if out:
            left_out[reason] = len(out)
    return Weighed(found, about, rest, left_out)


async def look(session: AsyncSession, corp_id: int, ids: BitMap, now: datetime) -> Looked:
    """Ask of each whom he is known by and whether he may be written to, as far as time allows."""
    looked, until = Looked(), time.monotonic() + LOOKING_SECONDS
    for chunk in chunks(ids, LOOKED_AT_ONCE):
        if looked.looked_at and time.monotonic() > until:
            break
        for one, staff_id, reason in await known_by(session, corp_id, chunk, now):
            if reason is not None:
                looked.left_out[reason] += 1
            elif staff_id is not None:
                looked.members[staff_id] += 1
                looked.fitting.add(one)
        looked.looked_at += len(chunk)
    return looked


async def known_by(
    session: AsyncSession, corp_id: int, ids: Sequence[int], now: datetime
) -> list[tuple[int, int | None, Left | None]]:
    """Of each (ascending): the friend who added him last, and why he is not to be invited."""
    barred = await privacy.barred(session, corp_id, ids, now)
    rows = await session.execute(_KNOWN_BY, {"corp_id": corp_id, "ids": list(ids)})
    found: list[tuple[int, int | None, Left | None]] = []
    for row in rows:
        if row.id not in barred:
            # Erased since the sets were drawn.
            continue
        reason: Left | None = barred[row.id]
        if reason is None and row.staff_id is None:
            reason = "no_friend"
        found.append((row.id, row.staff_id, reason))
    return found


def chunks(ids: BitMap, length: int, above: int = 0) -> Iterator[list[int]]:
    """Parts of a set, ascending, of those above a number."""
    start = ids.rank(above) if above > 0 else 0
    for at in range(start, len(ids), length):
        yield list(ids[at : at + length])


def _set(packed: Any) -> BitMap:
    return facets.unpacked(packed) if packed is not None else BitMap()
