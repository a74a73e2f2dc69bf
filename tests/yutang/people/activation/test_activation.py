"""Activation in any order of news; silence by what can be known."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

from sqlalchemy import text

from tests.yutang.people.losses.stage import EPOCH, Step, add_staff, write
from tests.yutang.world import World
from yutang.people.activation import service as activation
from yutang.people.activation.schemas import Heard

ROW = text(
    """
    select messages, reached_1_at, reached_3_at, reached_5_at, reached_10_at, as_of
    from activations where customer_id = :id
    """
)
MUTE = text(
    """
    insert into activations (corp_id, customer_id, staff_id, source, messages, as_of)
    values (:corp_id, :id, :staff_id, 'links', :messages, now())
    """
)
STATES = text(
    """
    select c.id, c.silent_since is not null as silent, s.why_ended
    from customers c
    left join silences s on s.corp_id = c.corp_id and s.customer_id = c.id
    where c.corp_id = :corp_id order by c.id, s.id
    """
)


def at(seconds: int) -> datetime:
    """So long after the beginning."""
    return EPOCH + timedelta(seconds=seconds)


async def test_news_of_messages_end_the_same_in_any_order(world: World) -> None:
    news = [(1, 10), (3, 30), (5, 50)]
    async with world.runtime.database.owner() as session:
        await write(session, world.corp_id, [Step(n, 1, "added", 0) for n in range(1, 7)])
        for customer_id, order in enumerate(permutations(news), start=1):
            for messages, moment in [*order, order[0]]:
                heard = Heard(customer_id, 1, messages, at(moment))
                await activation.record_heard(session, world.corp_id, [heard])
        for customer_id in range(1, 7):
            row = (await session.execute(ROW, {"id": customer_id})).one()
            assert tuple(row) == (5, at(10), at(30), at(50), None, at(50))
        told = await activation.of(session, world.corp_id, [1, 99])
    assert (told[1].activated, told[1].at) == (True, at(30))
    assert (told[99].activated, told[99].reason) == (None, "no_source")


async def test_silent_is_only_who_can_be_known_to_be(world: World) -> None:
    corp_id = world.corp_id
    assert await activation.judge_silence(world.runtime, corp_id) is None
    long_ago = Step(0, 0, "added", -80 * 86_400)
    async with world.runtime.database.owner() as session:
        a, b = await add_staff(session, corp_id, "alice", "bob")
        await write(
            session,
            corp_id,
            [
                *(Step(n, a, "added", long_ago.at) for n in range(1, 7)),
                # With a second member of whom nothing is told.
                Step(2, b, "added", long_ago.at),
                Step(5, a, "deleted_by_customer", 0),
            ],
        )
        await session.execute(
            text("insert into customer_ordinals values (:corp_id, 7)"), {"corp_id": corp_id}
        )
        # 1 and 2 never wrote to a, 3 wrote once, nothing is told of 4, 5 has left, 6 never wrote.
        for customer_id, messages in ((1, 0), (2, 0), (3, 1), (5, 0), (6, 0)):
            await session.execute(
                MUTE,
                {"corp_id": corp_id, "id": customer_id, "staff_id": a, "messages": messages},
            )
        await session.execute(text("update customers set state = 'lost' where id = 5"))
    tally = await activation.judge_silence(world.runtime, corp_id)
    assert tally is not None
    assert (tally.friends, tally.judged, tally.silent) == (5, 2, 2)
    assert await states(world) == {1: (True, [None]), 6: (True, [None])}
    # The same night again changes nothing.
    again = await activation.judge_silence(world.runtime, corp_id)
    assert again is not None
    assert (again.friends, again.silent) == (5, 2)
    async with world.runtime.database.owner() as session:
        await activation.record_heard(session, corp_id, [Heard(1, a, 1, datetime.now(UTC))])
        await session.execute(
            text("update follows set state = 'deleted_by_staff' where customer_id = 6")
        )
    await activation.judge_silence(world.runtime, corp_id)
    assert await states(world) == {1: (False, ["sign"]), 6: (False, ["left"])}


async def states(world: World) -> dict[int, tuple[bool, list[str | None]]]:
    """Of whom a silence was ever written: whether he is silent, and how each of them ended."""
    found: dict[int, tuple[bool, list[str | None]]] = {}
    async with world.runtime.database.owner() as session:
        rows = await session.execute(STATES, {"corp_id": world.corp_id})
        silences = set(await session.scalars(text("select customer_id from silences")))
        for customer_id, silent, why in rows:
            if customer_id in silences:
                found.setdefault(customer_id, (silent, []))[1].append(why)
            else:
                assert not silent
    return found
