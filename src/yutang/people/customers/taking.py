"""Customers whom a handover brought to another member, as its result tells.

Callbacks tell the same, before or after, or not at all: WeCom sends none for a member who left,
and none where the two were friends already. Each takeover is one event, whoever tells it first.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import NewEvent, append
from yutang.people.staff import service as staff

from .events import RelationEnded, RelationHandedOver
from .recording import reckon_states
from .relating import Begun, Pair, begin_relations, end_relations, read_relations
from .schemas import Takeover
from .settling import HANDOVER
from .truth import ENDINGS

SOURCE: Final = "job:handover:"
BY_ASSIGNMENT: Final = 202
"""WeCom's add_way of whom an administrator assigned."""

_TOLD = text(
    """
    select distinct v.customer_id, v.staff_id
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]),
                cast(:times as timestamptz[])) as v(customer_id, staff_id, at)
    join follow_history h on h.corp_id = :corp_id and h.customer_id = v.customer_id
                         and h.staff_id = v.staff_id and h.change in ('assigned', 'shared')
                         and h.at between v.at - cast(:apart as interval)
                                      and v.at + cast(:apart as interval)
    """
)
_KNOWN = text(
    """
    select distinct v.customer_id, v.staff_id
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]),
                cast(:times as timestamptz[])) as v(customer_id, staff_id, at)
    join follow_history h on h.corp_id = :corp_id and h.customer_id = v.customer_id
                         and h.staff_id = v.staff_id and h.change = :change
                         and starts_with(h.source, :source)
                         and h.at between v.at - cast(:apart as interval)
                                      and v.at + cast(:apart as interval)
    """
)
_REMEMBER = text(
    """
    insert into follow_history (corp_id, customer_id, staff_id, change, at, source, props)
    select :corp_id, v.customer_id, v.staff_id, v.change, v.at, :source, cast(v.props as jsonb)
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]),
                cast(:changes as text[]), cast(:times as timestamptz[]),
                cast(:props as text[])) as v(customer_id, staff_id, change, at, props)
    order by v.customer_id, v.staff_id
    """
)

History = tuple[Pair, str, datetime, str]


async def known_of(
    session: AsyncSession, corp_id: int, told: Mapping[Pair, datetime], change: str
) -> set[Pair]:
    """Of these relations those of which a handover's result told the same about then.

    `change` is assigned, of the taker, or transferred, of the giver.
    """
    if not told:
        return set()
    rows = await session.execute(
        _KNOWN,
        {
            "corp_id": corp_id,
            "customers": [customer_id for customer_id, _ in told],
            "members": [staff_id for _, staff_id in told],
            "times": list(told.values()),
            "change": change,
            "source": SOURCE,
            "apart": HANDOVER,
        },
    )
    return {(row.customer_id, row.staff_id) for row in rows}


async def record_takeovers(
    session: AsyncSession, corp_id: int, taken: Sequence[Takeover], handover_id: int
) -> None:
    """Move relations from givers to takers; at most one per customer in a call, safe to repeat.

    What a callback has told stands already and is told no second time. Needs the owner's session
    or the corp's.
    """
    if not taken:
        return
    source = f"{SOURCE}{handover_id}"
    before = await read_relations(session, corp_id, [one.customer_id for one in taken])
    givers = {
        member.id: member.account
        for member in await staff.staff_by_ids(session, corp_id, {one.giver_id for one in taken})
    }
    told = await _told(session, corp_id, taken)
    ended, begun = [], []
    for one in taken:
        given = before.get((one.customer_id, one.giver_id))
        if given is not None and given.state not in ENDINGS and given.changed_at < one.at:
            ended.append(one)
        has = before.get((one.customer_id, one.taker_id))
        if has is None or (has.state != "friend" and has.changed_at < one.at):
            begun.append(one)
    await end_relations(
        session,
        corp_id,
        {(one.customer_id, one.giver_id): ("transferred", one.at) for one in ended},
    )
    await begin_relations(
        session,
        corp_id,
        {
            (one.customer_id, one.taker_id): Begun(
                "friend", one.at, BY_ASSIGNMENT, None, givers.get(one.giver_id)
            )
            for one in begun
        },
    )
    rows: list[History] = [
        ((one.customer_id, one.giver_id), "transferred", one.at, _props(to_staff_id=one.taker_id))
        for one in ended
    ]
    rows += [
        ((one.customer_id, one.taker_id), "assigned", one.at, _props(from_staff_id=one.giver_id))
        for one in begun
    ]
    await _remember(session, corp_id, rows, source)
    await reckon_states(session, corp_id, (one.customer_id for one in taken))
    events = [_ended(one, source) for one in ended]
    events += [_came(one, source) for one in taken if (one.customer_id, one.taker_id) not in told]
    await append(session, corp_id, events)


async def _told(session: AsyncSession, corp_id: int, taken: Sequence[Takeover]) -> set[Pair]:
    rows = await session.execute(
        _TOLD,
        {
            "corp_id": corp_id,
            "customers": [one.customer_id for one in taken],
            "members": [one.taker_id for one in taken],
            "times": [one.at for one in taken],
            "apart": HANDOVER,
        },
    )
    return {(row.customer_id, row.staff_id) for row in rows}


async def _remember(
    session: AsyncSession, corp_id: int, rows: Sequence[History], source: str
) -> None:
    if not rows:
        return
    await session.execute(
        _REMEMBER,
        {
            "corp_id": corp_id,
            "source": source,
            "customers": [pair[0] for pair, *_ in rows],
            "members": [pair[1] for pair, *_ in rows],
            "changes": [change for _, change, _, _ in rows],
            "times": [at for _, _, at, _ in rows],
            "props": [props for *_, props in rows],
        },
    )


def _props(**told: int) -> str:
    return json.dumps(told)


def _ended(one: Takeover, source: str) -> NewEvent:
    event = RelationEnded(staff_id=one.giver_id, ending="transferred", to_staff_id=one.taker_id)
    return NewEvent(
        customer_id=one.customer_id, at=one.at, actor="system", source=source, event=event
    )


def _came(one: Takeover, source: str) -> NewEvent:
    event = RelationHandedOver(staff_id=one.taker_id, from_staff_id=one.giver_id, how="assigned")
    return NewEvent(
        customer_id=one.customer_id, at=one.at, actor="system", source=source, event=event
    )
