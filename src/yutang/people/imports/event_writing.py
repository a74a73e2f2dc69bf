"""Events of files against the log: which are there, and writing the others."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import events
from yutang.people.kinds import service as kinds
from yutang.people.kinds.schemas import Said, Verdict

Numbers = Mapping[int, Collection[int]]
"""Of a person the numbers of those who became a part of him: the log may speak of them."""

# One look-up by the index of customer, kind and time each, whatever the planner thinks of it. A
# later version of a kind makes no other event of what happened.
_WRITTEN = text(
    """
    select distinct v.place
    from unnest(cast(:places as bigint[]), cast(:customers as bigint[]), cast(:kinds as text[]),
                cast(:moments as timestamptz[]), cast(:props as text[]))
         as v(place, customer_id, kind, at, props)
    cross join lateral (
      select from events e
      where e.corp_id = :corp_id and e.customer_id = v.customer_id and e.kind = v.kind
        and e.at = v.at and e.props - '_v' = cast(v.props as jsonb) - '_v'
      offset 0 limit 1) e
    """
)


def _columns(told: Sequence[tuple[int, Said, Verdict]]) -> dict[str, list[Any]]:
    return {
        "customers": [customer_id for customer_id, _, _ in told],
        "kinds": [verdict.kind for _, _, verdict in told],
        "moments": [said.at for _, said, _ in told],
        "props": [json.dumps(verdict.props) for _, _, verdict in told],
    }


async def find_written(
    session: AsyncSession,
    corp_id: int,
    told: Sequence[tuple[Said, Verdict]],
    numbers: Numbers,
) -> set[int]:
    """Places of the events that are in the log already."""
    asked = [
        (place, number, said, verdict)
        for place, (said, verdict) in enumerate(told)
        if verdict.refused is None and said.customer_id is not None
        for number in (said.customer_id, *numbers.get(said.customer_id, ()))
    ]
    if not asked:
        return set()
    columns = _columns([one[1:] for one in asked])
    found = await session.scalars(
        _WRITTEN, {"corp_id": corp_id, "places": [one[0] for one in asked], **columns}
    )
    return set(found)


async def find_held(
    session: AsyncSession,
    corp_id: int,
    told: Sequence[tuple[Said, str]],
    numbers: Numbers,
) -> set[int]:
    """Places of the events, given with their digests, that wait in quarantine."""
    asked: dict[tuple[int, str], list[int]] = {}
    for place, (said, digest) in enumerate(told):
        if said.customer_id is not None:
            for number in (said.customer_id, *numbers.get(said.customer_id, ())):
                asked.setdefault((number, digest), []).append(place)
    held = await kinds.held_among(session, corp_id, list(asked))
    return {place for key in held for place in asked[key]}


async def write(
    session: AsyncSession, corp_id: int, source: str, told: Sequence[tuple[Said, Verdict]]
) -> None:
    """Into the log, in order; readers look once it is committed."""
    lines = [
        events.Line(
            said.customer_id, verdict.kind, said.at, "customer", json.dumps(verdict.props), source
        )
        for said, verdict in told
        if said.customer_id is not None
    ]
    await events.write(session, corp_id, lines)
