"""What would take too long ends in time, with an answer that says so."""

from itertools import count

import pytest
from sqlalchemy import text

from tests.yutang.people.customers.crowd import NOW, PEOPLE
from tests.yutang.world import World
from yutang.people.customers import indexing, listing, paging, service
from yutang.people.customers.choosing import conditions
from yutang.people.customers.errors import TooBroadError
from yutang.people.customers.ordering import ORDERS
from yutang.people.customers.schemas import CustomerFilter, RowPage, Stretch

SMALL = CustomerFilter(q="小", state="friend")
"""More people than are looked up by name at once."""


@pytest.fixture
async def drawn(company: World) -> World:
    """The company with its bitmaps."""
    async for _ in indexing.draw(company.runtime.database, company.corp_id, NOW):
        pass
    return company


async def _page(world: World, wanted: CustomerFilter, after: str | None) -> RowPage:
    async with world.runtime.database.corp(world.corp_id) as session:
        return await service.list_customers(
            session, world.runtime.vault, world.corp_id, wanted, after, 20
        )


async def _smalls(world: World) -> list[int]:
    async with world.runtime.database.corp(world.corp_id) as session:
        found = conditions(world.runtime.vault, world.corp_id, SMALL, None)
        rows = await paging.rows_where(session, found, ORDERS["-added"], None, PEOPLE)
    return [row.id for row in rows]


async def test_a_page_that_takes_too_long_ends_with_those_it_found(
    drawn: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    everybody = await _smalls(drawn)
    assert len(everybody) > 30
    # Each look at the clock takes a second: a page has time for some pieces of the order.
    ticks = count()
    monkeypatch.setattr(paging, "monotonic", lambda: float(next(ticks)))
    monkeypatch.setattr(paging, "WALK_SECONDS", 40.0)
    monkeypatch.setattr(paging, "LOOKED_FOR", 1)
    found: list[int] = []
    short = 0
    after: str | None = None
    while True:
        page = await _page(drawn, SMALL, after)
        found += [row.id for row in page.items]
        if page.next is None:
            break
        short += len(page.items) < 20
        after = page.next
    assert found == everybody
    assert short > 0
    monkeypatch.setattr(paging, "WALK_SECONDS", -1.0)
    with pytest.raises(TooBroadError, match="search for more of the name"):
        await _page(drawn, SMALL, None)


async def test_a_walk_over_many_goes_on_behind_those_it_looked_at(
    drawn: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "STRETCH_SECONDS", -1.0)
    monkeypatch.setattr(listing, "LOOKED_AT_ONCE", 7)
    stretches: list[Stretch] = []
    while not stretches or not stretches[-1].is_last:
        async with drawn.runtime.database.corp(drawn.corp_id) as session:
            stretches.append(
                await service.next_matching(
                    session,
                    drawn.runtime.vault,
                    drawn.corp_id,
                    SMALL,
                    stretches[-1].through if stretches else 0,
                    50,
                )
            )
    assert [one for part in stretches for one in part.ids] == sorted(await _smalls(drawn))
    assert any(not part.ids and not part.is_last for part in stretches)


async def test_a_condition_that_cannot_be_answered_in_time_says_so(
    drawn: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        listing, "_LIMIT", text("select set_config('statement_timeout', '200ms', true)")
    )
    async with drawn.runtime.database.owner() as session:
        await session.execute(text("lock table phone_tails in access exclusive mode"))
        for ask in (_page(drawn, CustomerFilter(tail="x"), None), _count(drawn)):
            with pytest.raises(TooBroadError):
                await ask
    assert (await _page(drawn, CustomerFilter(tail="x"), None)).items == []


async def _count(world: World) -> tuple[int, bool]:
    async with world.runtime.database.corp(world.corp_id) as session:
        return await service.count_customers(
            session, world.runtime.vault, world.corp_id, CustomerFilter(tail="x")
        )
