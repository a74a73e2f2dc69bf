"""Settle news that came out of order: a relation's whole history decides, not who spoke last."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.credits import service as crediting
from yutang.people.staff import service as staff

from .models import FollowHistory
from .relating import Before, Pair
from .truth import BEGINS, ENDINGS, Fact, Settled, settle

HANDOVER = timedelta(hours=1)
"""The two halves of a handover are told apart by seconds; nobody hands over twice in an hour."""

_HISTORY = text(
    """
    select h.customer_id, h.staff_id, h.id, h.change, h.at, h.idle
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]))
      as v(customer_id, staff_id)
    join follow_history h on h.corp_id = :corp_id and h.customer_id = v.customer_id
                         and h.staff_id = v.staff_id
    where h.change = any(:changes)
    """
)
_SETTLE = text(
    """
    update follows f set state = v.state, changed_at = v.changed_at, added_at = v.added_at
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]), cast(:states as text[]),
                cast(:changes as timestamptz[]), cast(:begins as timestamptz[]))
      as v(customer_id, staff_id, state, changed_at, added_at)
    where f.corp_id = :corp_id and f.customer_id = v.customer_id and f.staff_id = v.staff_id
      and (f.state, f.changed_at, f.added_at)
          is distinct from (v.state, v.changed_at, v.added_at)
    """
)
_IDLE = text(
    """
    update follow_history h set idle = v.idle
    from unnest(cast(:customers as bigint[]), cast(:ids as bigint[]), cast(:idle as boolean[]))
      as v(customer_id, id, idle)
    where h.corp_id = :corp_id and h.customer_id = v.customer_id and h.id = v.id
    """
)
_LEFT_ONCE = text(
    """
    select distinct customer_id from follow_history
    where corp_id = :corp_id and customer_id = any(:ids) and change = any(:endings)
    """
)
_LIVES = text(
    """
    select 'row' as source, customer_id, staff_id, 0 as id, state as change, changed_at as at,
           added_at
    from follows where corp_id = :corp_id and customer_id = any(:ids)
    union all
    select 'told', customer_id, staff_id, id, change, at, null
    from follow_history
    where corp_id = :corp_id and customer_id = any(:ids) and change = any(:changes)
    """
)
_CHANGES = [*BEGINS, *ENDINGS]


async def resettle(session: AsyncSession, corp_id: int, pairs: Mapping[Pair, Before]) -> None:
    """Fold the whole history of these relations and write what differs.

    The history holds the new news already; `pairs` says how each relation stood before them.
    """
    if not pairs:
        return
    rows = await session.execute(
        _HISTORY,
        {
            "corp_id": corp_id,
            "customers": [customer_id for customer_id, _ in pairs],
            "members": [staff_id for _, staff_id in pairs],
            "changes": _CHANGES,
        },
    )
    facts: dict[Pair, list[Fact]] = {pair: [] for pair in pairs}
    idle: dict[tuple[int, int], bool] = {}
    for row in rows:
        fact = Fact(row.at, BEGINS.get(row.change, row.change), row.id)
        facts[row.customer_id, row.staff_id].append(fact)
        idle[row.customer_id, row.id] = row.idle
    settled = {
        pair: found
        for pair, told in facts.items()
        if (found := settle([*told, *_of_row(pairs[pair], told)])) is not None
    }
    await _write_settled(session, corp_id, settled)
    now_idle = {
        (pair[0], history_id) for pair, found in settled.items() for history_id in found.idle
    }
    changed = [key for key, was in idle.items() if was != (key in now_idle)]
    if changed:
        await session.execute(
            _IDLE,
            {
                "corp_id": corp_id,
                "customers": [customer_id for customer_id, _ in changed],
                "ids": [history_id for _, history_id in changed],
                "idle": [key in now_idle for key in changed],
            },
        )


async def _write_settled(
    session: AsyncSession, corp_id: int, settled: Mapping[Pair, Settled]
) -> None:
    await session.execute(
        _SETTLE,
        {
            "corp_id": corp_id,
            "customers": [customer_id for customer_id, _ in settled],
            "members": [staff_id for _, staff_id in settled],
            "states": [found.state for found in settled.values()],
            "changes": [found.changed_at for found in settled.values()],
            "begins": [found.began_at or found.changed_at for found in settled.values()],
        },
    )


def _of_row(row: Before, told: Iterable[Fact]) -> list[Fact]:
    """What the relation's row tells beside the history: readings move it without an entry."""
    known = {(fact.at, fact.state) for fact in told}
    begun = {at for at, state in known if state not in ENDINGS}
    found = [Fact(row.changed_at, row.state)] if (row.changed_at, row.state) not in known else []
    if row.added_at < row.changed_at and row.added_at not in begun:
        found.append(Fact(row.added_at, "half" if row.state == "half" else "friend"))
    return found


async def reckon_returns(session: AsyncSession, corp_id: int, ids: Collection[int]) -> None:
    """Write when these persons came back by a true add after all their friendships had ended."""
    left = list(
        await session.scalars(
            _LEFT_ONCE, {"corp_id": corp_id, "ids": list(ids), "endings": list(ENDINGS)}
        )
    )
    if not left:
        return
    rows = await session.execute(_LIVES, {"corp_id": corp_id, "ids": left, "changes": _CHANGES})
    told: dict[int, dict[int, list[Fact]]] = {}
    stand: dict[Pair, Before] = {}
    untrue: set[int] = set()
    for row in rows:
        if row.source == "row":
            stand[row.customer_id, row.staff_id] = Before(row.change, row.at, row.added_at)
            continue
        of_person = told.setdefault(row.customer_id, {})
        fact = Fact(row.at, BEGINS.get(row.change, row.change), row.id)
        of_person.setdefault(row.staff_id, []).append(fact)
        if row.change in {"shared", "assigned"}:
            untrue.add(row.id)
    for (customer_id, staff_id), before in stand.items():
        facts = told.setdefault(customer_id, {}).setdefault(staff_id, [])
        facts += _of_row(before, facts)
    await crediting.record_returns(
        session, corp_id, {i: _returns(of_person.values(), untrue) for i, of_person in told.items()}
    )


def _returns(relations: Iterable[list[Fact]], untrue: Collection[int]) -> list[datetime]:
    """When a true add found no friendship alive just before it, though there had been one."""
    settled = [settle(facts) for facts in relations]
    turns = sorted(
        (turn for one in settled if one is not None for turn in one.turns), key=lambda t: t.at
    )
    dates: set[datetime] = set()
    for turn in turns:
        before = [earlier for earlier in turns if earlier.at < turn.at]
        friends = sum(1 if earlier.lives else -1 for earlier in before)
        if turn.lives and turn.fact.id not in untrue and before and friends == 0:
            dates.add(turn.at)
    return sorted(dates)


async def givers(
    session: AsyncSession, corp_id: int, taken: Mapping[Pair, tuple[datetime, str | None]]
) -> dict[Pair, int]:
    """Who had each customer before, of relations that were shared or assigned (at, operator).

    WeCom names him as the operator; else it is who ended as transferred about then.
    """
    if not taken:
        return {}
    accounts = {operator.lower() for _, operator in taken.values() if operator}
    members = {m.account: m.id for m in await staff.staff_by_accounts(session, corp_id, accounts)}
    left = await _others(session, corp_id, {p: at for p, (at, _) in taken.items()}, ["transferred"])
    found: dict[Pair, int] = {}
    for pair, (_, operator) in taken.items():
        giver = members.get((operator or "").lower(), left.get(pair))
        if giver is not None and giver != pair[1]:
            found[pair] = giver
    return found


async def takers(
    session: AsyncSession, corp_id: int, given: Mapping[Pair, datetime]
) -> dict[Pair, int]:
    """Who has each customer since, of relations that ended as transferred."""
    return await _others(session, corp_id, given, ["assigned", "shared"])


async def _others(
    session: AsyncSession, corp_id: int, pairs: Mapping[Pair, datetime], changes: list[str]
) -> dict[Pair, int]:
    """The other member whose relation with the same customer so changed about then."""
    if not pairs:
        return {}
    rows = await session.execute(
        select(FollowHistory.customer_id, FollowHistory.staff_id, FollowHistory.at).where(
            FollowHistory.corp_id == corp_id,
            FollowHistory.customer_id.in_({customer_id for customer_id, _ in pairs}),
            FollowHistory.change.in_(changes),
        )
    )
    near: dict[Pair, tuple[timedelta, int]] = {}
    for row in rows.all():
        for pair, at in pairs.items():
            apart = abs(row.at - at)
            if pair[0] == row.customer_id and pair[1] != row.staff_id and apart <= HANDOVER:
                near[pair] = min(near.get(pair, (apart, row.staff_id)), (apart, row.staff_id))
    return {pair: staff_id for pair, (_, staff_id) in near.items()}
