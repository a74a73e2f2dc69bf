"""Lists of large corps are found by bitmaps; they must find what the rows say, at any moment."""

import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from pyroaring import BitMap
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from tests.yutang.people.customers.crowd import (
    ENDINGS,
    NOW,
    PEOPLE,
    RELATE,
    TAG,
    relation,
    tag,
)
from tests.yutang.world import World
from yutang.people.attributes.schemas import Value
from yutang.people.customers import indexing, service
from yutang.people.customers.choosing import conditions
from yutang.people.customers.models import Customer
from yutang.people.customers.naming import sort_key
from yutang.people.customers.ordering import ORDERS
from yutang.people.customers.schemas import CustomerFilter, FieldTest, RowPage
from yutang.people.customers.traits import facets_between
from yutang.people.customers.workers import ListLane
from yutang.people.facets import service as facets

if TYPE_CHECKING:
    from collections.abc import Callable

FILTERS = 24


def _filter(dice: random.Random) -> CustomerFilter:
    day = NOW.replace(hour=16, minute=0)
    chosen: dict[str, Any] = {}
    possible: dict[str, Callable[[], Any]] = {
        "q": lambda: dice.choice(["小", "王", "伟芳", "wang", "zx", "lixiaoman", "一宝"]),
        "state": lambda: dice.choice(["friend", "lost", "half"]),
        "tag_any": lambda: tuple(dice.sample(range(1, 9), 2)),
        "tag_levels": lambda: (tuple(dice.sample(range(1, 9), 3)), (dice.randint(1, 8),)),
        "tag_all": lambda: tuple(dice.sample(range(1, 4), 2)),
        "tag_none": lambda: (dice.randint(1, 7),),
        "untagged": lambda: True,
        "staff_ids": lambda: tuple(dice.sample(range(1, 10), dice.choice([1, 2, 5]))),
        "department_id": lambda: dice.randint(1, 4),
        "unowned": lambda: True,
        "channels": lambda: (dice.choice(["yt1", "yt2", "none"]),),
        "add_ways": lambda: (dice.choice([1, 16]),),
        "added_from": lambda: day - timedelta(days=dice.randint(0, 30), hours=dice.choice([0, 5])),
        "added_before": lambda: day - timedelta(days=dice.randint(0, 3), hours=dice.choice([0, 7])),
        "ended_from": lambda: day - timedelta(days=dice.randint(1, 24), hours=dice.choice([0, 5])),
        "ended_before": lambda: day - timedelta(days=dice.randint(0, 9)),
        "fields": lambda: (
            FieldTest(
                field_id=1,
                operator=dice.choice(["eq", "lt", "present", "empty"]),
                values=(Value(number=dice.randint(1, 6)),),
            ),
        ),
        "stages": lambda: tuple(dice.sample(["intent", "deal"], dice.choice([1, 2]))),
        "silent": lambda: dice.choice([True, False]),
        "refused": lambda: dice.choice([True, False]),
    }
    for key in dice.sample(sorted(possible), dice.choice([1, 2, 2, 3, 3])):
        chosen[key] = possible[key]()
    return CustomerFilter(**chosen, sort=dice.choice(list(ORDERS)))


async def _say_the_rows(session: AsyncSession, world: World, wanted: CustomerFilter) -> list[int]:
    """Whom the conditions find, sorted here: who has no value stands last."""
    column = ORDERS[wanted.sort].column
    found = conditions(world.runtime.vault, world.corp_id, wanted, None)
    rows = list(await session.execute(select(Customer.id, column).where(*found)))
    down = wanted.sort.startswith("-")
    known = sorted(((value, i) for i, value in rows if value is not None), reverse=down)
    without = sorted((i for i, value in rows if value is None), reverse=down)
    return [i for _, i in known] + without


async def _page(
    world: World, wanted: CustomerFilter, limit: int, after: str | None, before: str | None
) -> RowPage:
    async with world.runtime.database.corp(world.corp_id) as session:
        return await service.list_customers(
            session, world.runtime.vault, world.corp_id, wanted, after, limit, before
        )


async def _walk(world: World, wanted: CustomerFilter, limit: int) -> tuple[list[int], list[int]]:
    """Ids of all pages from the first to the last, and of all pages back again."""
    there: list[int] = []
    page = await _page(world, wanted, limit, None, None)
    assert page.previous is None
    while True:
        there += [row.id for row in page.items]
        if page.next is None:
            break
        page = await _page(world, wanted, limit, page.next, None)
    back = [row.id for row in page.items]
    while page.previous is not None:
        page = await _page(world, wanted, limit, None, page.previous)
        back = [row.id for row in page.items] + back
    return there, back


async def _compare(world: World, dice: random.Random, rounds: int) -> int:
    """How many people all filters found together, after each agreed with the rows."""
    found = 0
    for _ in range(rounds):
        wanted = _filter(dice)
        async with world.runtime.database.corp(world.corp_id) as session:
            rows = await _say_the_rows(session, world, wanted)
        there, back = await _walk(world, wanted, dice.choice([17, 61]))
        async with world.runtime.database.corp(world.corp_id) as session:
            count = await service.count_customers(
                session, world.runtime.vault, world.corp_id, wanted
            )
            ids: list[int] = []
            through = 0
            while True:
                stretch = await service.next_matching(
                    session, world.runtime.vault, world.corp_id, wanted, through, 40
                )
                ids += stretch.ids
                if stretch.is_last:
                    break
                assert stretch.through > through
                through = stretch.through
        assert (wanted, there, back) == (wanted, rows, rows)
        assert (wanted, count, ids) == (wanted, (len(rows), True), sorted(rows))
        found += len(rows)
    return found


async def _draw(world: World) -> None:
    async for _ in indexing.draw(world.runtime.database, world.corp_id, NOW):
        pass


async def test_bitmaps_find_what_the_rows_say_before_and_after_changes(company: World) -> None:
    dice = random.Random(11)
    await _draw(company)
    assert await _compare(company, dice, FILTERS) > PEOPLE
    for _ in range(3):
        async with company.runtime.database.owner() as session:
            await _change(session, company.corp_id, dice)
        # Marked, not drawn yet.
        assert await _compare(company, dice, FILTERS // 4) > 0
    async with company.runtime.database.owner() as session:
        marks = await facets.count_marks(session)
    assert sum(many for _, _, many in marks) > 0
    await indexing.fold(company.runtime.database, company.corp_id, [name for _, name, _ in marks])
    async with company.runtime.database.owner() as session:
        assert await facets.count_marks(session) == []
    assert await _compare(company, dice, FILTERS // 2) > PEOPLE // 2


CHANGES = (
    "update customers set state = 'lost', silent_since = now() where corp_id = :c and id % 23 = 0",
    """
    update customers set stage = 'deal', marketing_refused_at = null
    where corp_id = :c and id % 7 = 0
    """,
    """
    update customers set name = '王新', name_sort = 'wang xin', last_active_at = now(),
                         first_added_at = now()
    where corp_id = :c and id % 29 = 0
    """,
    "update follows set state = 'deleted_by_staff' where corp_id = :c and customer_id % 8 = 0",
    "update follows set channel = 'yt2' where corp_id = :c and customer_id % 5 = 0",
    "delete from follow_tags where corp_id = :c and customer_id % 6 = 0",
    """
    update follow_tags set tag_id = 2
    where corp_id = :c and tag_id = 1 and customer_id % 9 = 0
      and not exists (select from follow_tags o where o.corp_id = :c and o.tag_id = 2
                                                and o.customer_id = follow_tags.customer_id)
    """,
    "delete from customer_tags where corp_id = :c and customer_id % 4 = 0",
    "delete from follows where corp_id = :c and customer_id % 41 = 0",
)


async def _change(session: AsyncSession, corp_id: int, dice: random.Random) -> None:
    """Everything that a facet hangs on: states, tags, relations, moments, names, gone rows."""
    own = {"c": corp_id}
    for statement in CHANGES:
        await session.execute(text(statement), own)
    await session.execute(text(RELATE), [own | relation(dice) for _ in range(40)])
    await session.execute(text(ENDINGS), own)
    await session.execute(text(TAG), [own | tag(dice) for _ in range(40)])


async def test_who_commits_while_bitmaps_are_drawn_is_in_them(company: World) -> None:
    database = company.runtime.database
    drawing = indexing.draw(database, company.corp_id, NOW)
    async with database.owner() as early:
        await early.execute(
            text("update follows set channel = 'early' where corp_id = :c and customer_id < 60"),
            {"c": company.corp_id},
        )
        # The writer began before the marks did: drawing waits for it.
        assert [await anext(drawing) for _ in range(3)] == [0, 0, 0]
    seen = 0
    async for read in drawing:
        seen += read
        if seen == indexing.READ_AT_ONCE:
            async with database.owner() as session:
                await session.execute(
                    text("update follows set channel = 'late' where corp_id = :c and staff_id = 1"),
                    {"c": company.corp_id},
                )
    async with database.corp(company.corp_id) as session:
        for channel in ("early", "late"):
            wanted = CustomerFilter(channels=(channel,))
            rows = await _say_the_rows(session, company, wanted)
            found, _ = await _walk(company, wanted, 50)
            assert found == rows != []


async def test_what_a_slow_disk_does_not_read_in_time_is_read_in_halves(
    company: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    spans: list[int] = []

    async def slowly(
        session: AsyncSession, corp_id: int, first: int, last: int
    ) -> dict[str, BitMap]:
        spans.append(last - first + 1)
        if spans[-1] > PEOPLE // 3:
            # A running clock is not set to another time, only stopped and started.
            for milliseconds in (0, 20):
                await session.execute(text(f"set local transaction_timeout = {milliseconds}"))
            await session.execute(text("select pg_sleep(1)"))
        return await facets_between(session, corp_id, first, last)

    monkeypatch.setattr(indexing, "facets_between", slowly)
    for name in ("FIRST_READ", "READ_AT_ONCE"):
        monkeypatch.setattr(indexing, name, PEOPLE)
    await _draw(company)
    assert spans[:2] == [PEOPLE, PEOPLE // 2]
    async with company.runtime.database.corp(company.corp_id) as session:
        assert await facets.is_built(session, company.corp_id)
    assert await _compare(company, random.Random(3), 3) > 0


async def test_the_lane_draws_a_corp_that_is_large_and_calm(
    company: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = company.runtime.database
    async with database.corp(company.corp_id) as session:
        assert not await facets.is_built(session, company.corp_id)
    monkeypatch.setattr(indexing, "DRAWN_FROM", PEOPLE)
    # Seen for the first time, it may be filling still.
    assert await indexing.survey(database, NOW) == []
    async with database.owner() as session:
        await session.execute(text("update customer_ordinals set next_id = next_id + 100"))
    assert await indexing.survey(database, NOW) == []
    lane = ListLane(company.runtime)
    for _ in range(40):
        if not await lane.step():
            break
    async with database.corp(company.corp_id) as session:
        assert await facets.is_built(session, company.corp_id)
    async with database.owner() as session:
        assert await facets.count_marks(session) == []


async def test_old_names_are_filled_in_to_be_found_by_their_sound(company: World) -> None:
    database = company.runtime.database
    async with database.owner() as session:
        await session.execute(text("update customers set grams = '{}'"))
        await session.execute(
            text("insert into facet_states (corp_id, names_upto) values (:c, :n)"),
            {"c": company.corp_id, "n": PEOPLE},
        )
    filled = 0
    while rows := await indexing.fill_names(database, company.corp_id):
        filled += rows
    assert filled == PEOPLE
    async with database.corp(company.corp_id) as session:
        for query in ("wangxiaoman", "wang xiaoman", "WXM", "王小满"):
            page = await service.list_customers(
                session, company.runtime.vault, company.corp_id, CustomerFilter(q=query), None, 300
            )
            assert {"王小满"} <= {row.name for row in page.items}
            assert {sort_key(row.name)[:1] for row in page.items} == {"w"}
