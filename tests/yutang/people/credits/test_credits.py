"""Who brought whom: the first touch stays, the last one moves, what was never kept is filled in."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from tests.yutang.world import World
from yutang.people.credits import service
from yutang.people.credits.schemas import CreditRead, Touch
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival, Departure, Person, RelationFacts

START = datetime(2026, 11, 25, 8, tzinfo=UTC)


def at(second: int) -> datetime:
    """A moment of the test."""
    return START + timedelta(seconds=second)


def touch(second: int, staff_id: int, channel: str | None = None, customer_id: int = 7) -> Touch:
    """A true add."""
    return Touch(customer_id, at(second), staff_id, 1, channel)


async def credits_of(
    session: AsyncSession, corp_id: int, customer_ids: Iterable[int]
) -> dict[int, CreditRead]:
    """As a customer's page reads them; who has none is left out."""
    found = {}
    for customer_id in customer_ids:
        told = await session.scalar(
            text(f"select {service.OF_CUSTOMER_SQL}"),
            {"corp_id": corp_id, "customer_id": customer_id},
        )
        if (credit := service.read_column(told)) is not None:
            found[customer_id] = credit
    return found


async def arrive(world: World, second: int, account: str, way: int, *, half: bool = False) -> None:
    """He is added, or came over."""
    customers.get_ready()
    facts = None if half else RelationFacts(at(second), add_way=way, operator="anna")
    arrival = Arrival(
        account=account,
        external_id="wm1",
        half=half,
        at=at(second),
        channel="yt1" if way == 1 else None,
        source="inbox:1",
        person=Person("林小满"),
        facts=facts,
    )
    async with world.runtime.database.owner() as session:
        await customers.record_arrivals(
            session, world.runtime.vault, world.corp_id, [arrival], at(second)
        )


async def test_any_order_ends_in_the_same_credit(world: World) -> None:
    touches = [touch(5, 1, "yt1"), touch(9, 2), touch(20, 3, "yt3")]
    for number, order in enumerate(permutations(touches)):
        async with world.runtime.database.owner() as session:
            for one in order:
                moved = [Touch(number, one.at, one.staff_id, one.way, one.channel)]
                await service.record(session, world.corp_id, moved)
    async with world.runtime.database.owner() as session:
        found = await credits_of(session, world.corp_id, range(6))
    assert len(found) == 6
    for credit in found.values():
        assert (credit.first.at, credit.first.staff_id, credit.first.channel) == (at(5), 1, "yt1")
        assert (credit.last.at, credit.last.staff_id, credit.last.channel) == (at(20), 3, "yt3")


MOVES = (
    "first_staff_id = 9",
    "first_at = first_at + interval '1 s'",
    "first_channel = 'yt9'",
    "inviter_id = 5",
    "campaign = null",
)


async def test_what_is_written_once_cannot_move(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await service.record(session, world.corp_id, [touch(5, 1)])
        await session.execute(text("update credits set inviter_id = 4, campaign = 'spring'"))
    for change in MOVES:
        moved = text(f"update credits set {change}")  # noqa: S608 - ours
        with pytest.raises(IntegrityError, match=r"never moves forward|written once"):
            async with world.runtime.database.owner() as session:
                await session.execute(moved)
    async with world.runtime.database.owner() as session:
        credit = (await credits_of(session, world.corp_id, [7]))[7]
    assert (credit.first.at, credit.first.staff_id) == (at(5), 1)
    assert (credit.inviter_id, credit.campaign) == (4, "spring")


async def test_halves_and_handovers_are_no_touch_and_the_profile_tells_of_returns(
    world: World,
) -> None:
    await arrive(world, 0, "anna", 1, half=True)
    async with world.runtime.database.owner() as session:
        assert await credits_of(session, world.corp_id, [1]) == {}
    await arrive(world, 10, "anna", 1)
    await arrive(world, 5000, "bob", 201)
    gone = [
        Departure(a, "wm1", "deleted_by_customer", at(6000), "inbox:2") for a in ("anna", "bob")
    ]
    async with world.runtime.database.owner() as session:
        await customers.record_departures(session, world.corp_id, gone)
    await arrive(world, 7000, "cora", 1)
    await world.sign_in()
    shown = (await world.http.get("/api/customers/1")).json()
    credit = shown["credit"]
    accounts = {follow["staff_id"]: follow["account"] for follow in shown["follows"]}
    assert (accounts[credit["first"]["staff_id"]], credit["first"]["channel"]) == ("anna", "yt1")
    assert accounts[credit["last"]["staff_id"]] == "cora"
    assert credit["inviter_id"] is None
    assert [datetime.fromisoformat(moment) for moment in credit["returned_at"]] == [at(7000)]
    async with world.runtime.database.owner() as session:
        changes = await session.execute(
            text("select change, props from follow_history order by at, id")
        )
        told = [(row.change, row.props.get("from_staff_id")) for row in changes]
    anna = next(staff_id for staff_id, account in accounts.items() if account == "anna")
    assert ("shared", anna) in told
    assert [change for change, _ in told] == [
        *("half_added", "added", "shared"),
        *("deleted_by_customer", "deleted_by_customer", "added"),
    ]


async def test_what_was_never_kept_is_filled_in(world: World) -> None:
    """As an upgrade finds it: customers who were added before there were credits."""
    await arrive(world, 10, "anna", 1)
    async with world.runtime.database.owner() as session:
        before = await credits_of(session, world.corp_id, [1])
        await session.execute(text("delete from credits"))
    assert await service.fill_all(world.runtime, world.corp_id) == 1
    assert await service.fill_all(world.runtime, world.corp_id) == 0
    async with world.runtime.database.owner() as session:
        assert await credits_of(session, world.corp_id, [1]) == before


async def test_another_corp_sees_no_credit(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await service.record(session, world.corp_id, [touch(5, 1)])
    async with world.runtime.database.corp(world.corp_id + 1) as session:
        assert await credits_of(session, world.corp_id, [7]) == {}
    async with world.runtime.database.corp(world.corp_id) as session:
        assert list(await credits_of(session, world.corp_id, [7])) == [7]
