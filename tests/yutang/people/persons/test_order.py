"""Whatever order claims come in, and in whatever batches: the same people, ties and conflicts."""

import itertools
import os
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.world import World
from yutang.people.persons import service as persons
from yutang.people.persons.schemas import Claim, IdKind

EXAMPLES = 500 if "YUTANG_PROOF" in os.environ else 20
NOW = datetime.now(UTC)
CORPS = itertools.count(1_000)
POOL: tuple[tuple[IdKind, str], ...] = (
    ("external", "wmA"),
    ("external", "wmB"),
    ("unionid", "u1"),
    ("unionid", "u2"),
    ("member_number", "m1"),
    ("member_number", "m2"),
    ("phone", "13800001111"),
    ("phone", "+86 138 0000 2222"),
    ("openid", "o1"),
    ("openid", "o2"),
    ("openid", "o3"),
    ("device", "d1"),
    ("device", "d2"),
)
CLAIMS = st.lists(
    st.lists(st.sampled_from(POOL), min_size=1, max_size=3, unique=True), min_size=1, max_size=10
)

PEOPLE = text(
    """
    select i.customer_id, c.state, array_agg(i.kind || ':' || i.value order by 1) as ids
    from customer_identities i
    left join customers c on c.corp_id = i.corp_id and c.id = i.customer_id
    where i.corp_id = :corp_id group by 1, 2
    """
)
CONFLICTS = text(
    "select a, b, why from identity_conflicts where corp_id = :corp_id and state = 'open'"
)
STRAYS = text(
    """
    select count(*) from customers c where c.corp_id = :corp_id
      and not exists (select from customer_identities i
                      where i.corp_id = c.corp_id and i.customer_id = c.id)
    """
)


async def settle(world: World, corp_id: int, claims: list[Claim]) -> list[int | None]:
    """In one transaction."""
    async with world.runtime.database.owner() as session:
        return await persons.settle(world.runtime, session, corp_id, claims, NOW)


async def told(world: World, corp_id: int) -> tuple[Any, ...]:
    """People as sets of ids with their states, conflicts, and that nobody is nobody."""
    async with world.runtime.database.owner() as session:
        asked = {"corp_id": corp_id}
        rows = (await session.execute(PEOPLE, asked)).all()
        people = sorted((sorted(row.ids), row.state) for row in rows)
        conflicts = sorted(tuple(row) for row in await session.execute(CONFLICTS, asked))
        return people, conflicts, await session.scalar(STRAYS, asked)


def claims_of(drawn: list[list[tuple[IdKind, str]]]) -> list[Claim]:
    """At moments of their own."""
    return [
        Claim(tuple(ids), NOW - timedelta(hours=1) + timedelta(seconds=place), f"test:{place}")
        for place, ids in enumerate(drawn)
    ]


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(drawn=CLAIMS, data=st.data())
async def test_any_order_and_any_batches_give_the_same_people(
    world: World, drawn: list[list[tuple[IdKind, str]]], data: st.DataObject
) -> None:
    claims = claims_of(drawn)
    order = data.draw(st.permutations(range(len(claims))))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(claims)), max_size=4)))
    one, other = next(CORPS), next(CORPS)
    await settle(world, one, claims)
    mixed = [claims[place] for place in order]
    for start, stop in itertools.pairwise([0, *cuts, len(mixed)]):
        await settle(world, other, mixed[start:stop])
    assert await told(world, other) == await told(world, one)
