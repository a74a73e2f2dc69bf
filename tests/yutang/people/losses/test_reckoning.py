"""Losses out of histories: against a plain fold, in any order."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.people.losses.stage import ENDINGS, Step, add_staff, write
from tests.yutang.world import World
from yutang.kernel.db import Database
from yutang.people.losses import service as losses
from yutang.people.losses.reckoning import reckon

STORED = text(
    """
    select customer_id, staff_id, ending, at, person, returned_at, person_returned_at
    from losses where corp_id = :corp_id order by customer_id, at
    """
)

CODE = text(
    """
    insert into channels (corp_id, name, state, status, agent_id, skip_verify, remark, created_by)
    values (:corp_id, '台卡', 'yt1', 'active', 1, true, '', 'user:1') returning id
    """
)

Row = tuple[int, int, str, datetime, bool, datetime | None, datetime | None]


def fold(steps: Sequence[Step]) -> list[Row]:
    """What each step of one customer does, one after the other; no two at the same second."""
    ordered = sorted(steps, key=lambda step: step.at)
    firsts: dict[int, Step] = {}
    for step in ordered:
        firsts.setdefault(step.staff_id, step)
    # Who is first heard of when he leaves had been there before all else.
    alive = {staff for staff, first in firsts.items() if first.change in ENDINGS}
    found: list[Row] = []
    for place, step in enumerate(ordered):
        if step.change not in ENDINGS:
            alive.add(step.staff_id)
            continue
        lived = step.staff_id in alive
        alive.discard(step.staff_id)
        if step.change == "transferred" or not lived:
            continue
        whole = [s for s in ordered[place + 1 :] if s.change in {"added", "synced"}]
        again = next((s.moment for s in whole if s.staff_id == step.staff_id), None)
        back = next((s.moment for s in whole), None) if not alive else None
        found.append(
            (step.customer_id, step.staff_id, step.change, step.moment, not alive, again, back)
        )
    return [_once(row, found[place + 1 :]) for place, row in enumerate(found)]


def _once(row: Row, later: Sequence[Row]) -> Row:
    """Who was lost again before he came back came back from the later loss only."""
    back = row[6]
    if back is not None and any(other[4] and other[3] < back for other in later):
        return (*row[:6], None)
    return row


CHANGES = (
    "added",
    "half_added",
    "synced",
    "deleted_by_customer",
    "deleted_by_staff",
    "transferred",
)
CUSTOMERS = 40


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    """Some steps of many customers with up to three members each, each at its own second."""
    found = []
    for customer_id in range(1, CUSTOMERS + 1):
        times = draw(st.lists(st.integers(0, 10_000), min_size=1, max_size=8, unique=True))
        found += [
            Step(customer_id, draw(st.integers(0, 2)), draw(st.sampled_from(CHANGES)), at)
            for at in times
        ]
    return draw(st.permutations(found))


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[*HealthCheck],
)
@given(steps=histories())
def test_any_history_in_any_order_is_reckoned_as_the_fold_says(dsn: str, steps: list[Step]) -> None:
    asyncio.run(_compare(dsn, steps))


async def _compare(dsn: str, steps: list[Step]) -> None:
    database = Database(dsn, pool_size=1)
    everybody = list(range(1, CUSTOMERS + 1))
    async with database.owner() as session:
        await session.execute(text("truncate follow_history, follows, losses"))
        # Reckoned half-way too, as news come; only the end counts.
        half = len(steps) // 2
        await write(session, 7, steps[:half])
        await reckon(session, 7, everybody)
        await write(session, 7, steps[half:])
        await reckon(session, 7, everybody)
        stored = [tuple(row) for row in await session.execute(STORED, {"corp_id": 7})]
    await database.close()
    wanted = [row for one in everybody for row in fold([s for s in steps if s.customer_id == one])]
    assert stored == wanted


async def test_who_is_deleted_is_counted_once_and_persons_apart(world: World) -> None:
    async with world.runtime.database.owner() as session:
        a, b = await add_staff(session, world.corp_id, "alice", "bob")
        await write(
            session,
            world.corp_id,
            [
                # With two members: the first end loses a relation, the second the person.
                Step(1, a, "added", 0),
                Step(1, b, "added", 10),
                Step(1, a, "deleted_by_customer", 20),
                Step(1, b, "deleted_by_staff", 30),
                Step(1, a, "added", 90_000),
                # Deleted by both: whoever was first.
                Step(2, a, "added", 0),
                Step(2, a, "deleted_by_customer", 40),
                Step(2, a, "deleted_by_staff", 50),
                # Handed over: no loss.
                Step(3, a, "added", 0),
                Step(3, a, "transferred", 60),
                # Never heard of before it ended.
                Step(4, a, "deleted_by_customer", 70),
            ],
            channel="yt1",
        )
        found = await session.execute(CODE, {"corp_id": world.corp_id})
        code = int(found.scalar_one())
    assert await losses.reckon_all(world.runtime, world.corp_id) == 5
    await world.sign_in()
    span = {"from": "2026-11-01", "to": "2026-11-02"}
    summary = (await world.http.get("/api/losses/summary", params=span)).json()
    assert summary["total"] == {"by_customer": 3, "by_staff": 1, "persons": 3, "returned": 1}
    assert [day["returned"] for day in summary["days"]] == [0, 1]
    assert summary["reckoned_at"] is not None
    for what, count in (("relations", 4), ("persons", 3), ("returned", 1)):
        page = (await world.http.get("/api/losses", params={**span, "what": what})).json()
        assert (page["total"], len(page["items"])) == (count, count), what
    first = page["items"][0]
    assert (first["customer_name"], first["by"], first["person"]) == ("客户1", "staff", True)
    assert first["channel"] == {"id": code, "name": "台卡"}
    assert first["person_returned_at"] == "2026-11-02T01:00:00Z"
    assert (first["returned_at"], first["began_at"]) == (None, "2026-11-01T00:00:10Z")
    for more, count in (
        ({"by": "staff"}, 1),
        ({"staff_id": a}, 3),
        ({"channel_id": code}, 4),
        ({"back": "yes"}, 1),
        ({"back": "no", "what": "persons"}, 2),
        ({"department_id": 99}, 0),
    ):
        page = (await world.http.get("/api/losses", params={**span, **more})).json()
        assert page["total"] == count, more
    board = (await world.http.get("/api/losses/staff", params=span)).json()["items"]
    assert [(r["staff"]["name"], r["adds"], r["by_customer"], r["per_add"]) for r in board] == [
        ("alice", 4, 3, 0.75),
        ("bob", 1, 0, 0.0),
    ]


async def test_news_of_one_second_keep_their_order(world: World) -> None:
    async with world.runtime.database.owner() as session:
        a, b = await add_staff(session, world.corp_id, "alice", "bob")
        await write(
            session,
            world.corp_id,
            [
                # Added and deleted by one, then added by another: he was lost, and is back.
                Step(1, a, "added", 5),
                Step(1, a, "deleted_by_customer", 5),
                Step(1, b, "added", 5),
                # Friends before: they ended, and began again, though handled the other way.
                Step(2, a, "added", 0),
                Step(2, a, "added", 5),
                Step(2, a, "deleted_by_staff", 5),
            ],
        )
        await reckon(session, world.corp_id, [1, 2])
        rows = [tuple(row)[4:] for row in await session.execute(STORED, {"corp_id": world.corp_id})]
    second = Step(1, a, "added", 5).moment
    assert rows == [(True, None, second), (True, second, second)]


async def test_pages_follow_each_other_and_bad_questions_are_told(world: World) -> None:
    async with world.runtime.database.owner() as session:
        [a] = await add_staff(session, world.corp_id, "alice")
        steps = [Step(n, a, "deleted_by_customer", 100 * (n // 3)) for n in range(1, 8)]
        await write(session, world.corp_id, steps)
        await reckon(session, world.corp_id, list(range(1, 8)))
    await world.sign_in()
    span = {"from": "2026-11-01", "to": "2026-11-01", "limit": "3"}
    seen, after = [], None
    while True:
        params = span | ({"after": after} if after else {})
        page = (await world.http.get("/api/losses", params=params)).json()
        seen += [row["customer_id"] for row in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert sorted(seen) == list(range(1, 8))
    assert len(seen) == 7
    for params, code in (
        (span | {"after": "x"}, "losses.bad_cursor"),
        (span | {"after": "1~x"}, "losses.bad_cursor"),
        ({"from": "2026-11-02", "to": "2026-11-01"}, "losses.bad_span"),
        ({"from": "2024-11-02", "to": "2026-11-01"}, "losses.bad_span"),
        ({"from": "2026-11-31", "to": "2026-11-01"}, "request.invalid"),
    ):
        refused = await world.http.get("/api/losses", params=params)
        assert (refused.status_code, refused.json()["type"]) == (422, code)
