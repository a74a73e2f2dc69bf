"""Whatever ends the feed in the midst of a batch, nothing is there twice and nothing is lacking."""

import asyncio
import contextlib
from typing import Any

import httpx2
import pytest
from clickhouse_connect.driver.exceptions import DatabaseError
from sqlalchemy import text
from typing_extensions import override

from tests.yutang.audience import open_audience
from tests.yutang.people.audience.test_engine import EVERYBODY, people, tag, wear
from tests.yutang.people.audience.test_persons import did, happen
from tests.yutang.people.audience.test_truth import write
from tests.yutang.world import World
from yutang.kernel.errors import DomainError
from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.eventlog.errors import UnknownMonthError
from yutang.kernel.eventlog.schemas import add_months, month_of
from yutang.people.audience import asking, marks, retaining, service, workers
from yutang.people.audience import feed as feeding
from yutang.people.audience.door import build_door
from yutang.people.audience.engine import Engine
from yutang.people.audience.errors import (
    AudienceAwayError,
    AudienceBuildingError,
    AudienceSilentError,
)
from yutang.people.audience.store import Store


class CutError(Exception):
    """The process ends here."""


class Cut(Store):
    """A store that ends with its process after so many inserts into a table."""

    table = ""
    left = 0

    @override
    async def insert(self, table: str, rows: bytes, **more: Any) -> None:
        """As ever, until it is over."""
        if table == self.table:
            if self.left == 0:
                raise CutError
            self.left -= 1
        await super().insert(table, rows, **more)


def cutting(engine: Engine, table: str, left: int) -> Engine:
    """The next life of the process, that will be cut."""
    store = Cut(engine.store.dsn, engine.store.database, engine.store.limits)
    store.table, store.left = table, left
    return Engine(store, engine.runtime)


async def counts(engine: Engine) -> list[tuple[Any, ...]]:
    """What events there are."""
    return await engine.store.query(
        "select kind, customer_id, count(), uniqExact(id) from events group by 1, 2 order by 1, 2"
    )


async def test_a_batch_without_its_cursor_is_read_again(
    world: World, audience: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeding, "EVENTS_AT_ONCE", 2)
    await people(world, 1, 2, 3)
    await audience.catch_up()
    await happen(world, "note.added", 1, 2, 3, 1, 2)
    true = [("note.added", 1, 2, 2), ("note.added", 2, 2, 2), ("note.added", 3, 1, 1)]
    for left in (0, 1):
        cut = cutting(audience, "cursor", left)
        await cut.open()
        with pytest.raises(CutError):
            await cut.catch_up()
        assert sum(row[2] for row in await counts(cut)) == 2 * (left + 1)
    async with world.runtime.database.owner() as session:
        reader = await session.scalar(text("select id from event_readers where name = 'audience'"))
        passed = await session.scalars(text("select id from events order by id"))
        assert list(passed)[1] == reader
    again = Engine(
        Store(audience.store.dsn, audience.store.database, audience.store.limits), world.runtime
    )
    await again.open()
    await again.catch_up()
    assert await counts(again) == true
    assert list(await again.evaluate(world.corp_id, did("note.added"))) == [1, 2, 3]


async def test_marks_go_only_after_their_rows(world: World, audience: Engine) -> None:
    await people(world, 1, 2)
    await audience.catch_up()
    await wear(world, 5, 1)
    cut = cutting(audience, "people", 0)
    await cut.open()
    with pytest.raises(CutError):
        await cut.catch_up()
    await audience.catch_up()
    assert list(await audience.evaluate(world.corp_id, tag("any", 5))) == [1]
    async with world.runtime.database.owner() as session:
        assert await session.scalar(text("select count(*) from audience_marks")) == 0


async def test_a_building_that_was_cut_begins_anew(world: World, audience: Engine) -> None:
    await people(world, 1, 2, 3)
    await happen(world, "note.added", 1, 2, 2)
    await audience.catch_up()
    before = await counts(audience)
    assert await service.rebuild(world.runtime) == [world.corp_id]
    assert await service.waiting(world.runtime) == [world.corp_id]
    cut = cutting(audience, "events", 0)
    await cut.open()
    with pytest.raises(CutError):
        await cut.catch_up()
    # Half of it is there: nothing is counted that would be wrong.
    audience.unbuild(world.corp_id)
    with pytest.raises(AudienceBuildingError):
        await service.count(world.runtime, world.corp_id, EVERYBODY, None)
    await happen(world, "note.added", 3)
    await audience.feed.open()
    await audience.catch_up()
    assert await counts(audience) == [*before, ("note.added", 3, 1, 1)]
    assert list(await audience.universe(world.corp_id)) == [1, 2, 3]


async def test_a_store_of_another_version_is_set_aside(world: World, audience: Engine) -> None:
    await people(world, 1, 2)
    await audience.catch_up()
    await audience.store.command(
        "insert into store_version values (99, 'of a later version', now64(6))"
    )
    again = Store(audience.store.dsn, audience.store.database, audience.store.limits)
    engine = Engine(again, world.runtime)
    await engine.open()
    assert again.id not in {audience.store.id, "of a later version"}
    kept = await again.query(f"select count() from {again.database}_aside.people")  # noqa: S608 - ours
    assert kept == [(2,)]
    await engine.catch_up()
    assert list(await engine.evaluate(world.corp_id, EVERYBODY)) == [1, 2]
    await again.command(f"drop database {again.database}_aside sync")


async def test_what_stops_the_feed_stops_nothing_else(world: World, audience: Engine) -> None:
    await people(world, 1, 2)
    await audience.catch_up()
    await audience.store.command("rename table people to hidden")
    await people(world, 3)
    running = asyncio.create_task(audience.run(lambda: contextlib.nullcontext(asyncio.Event())))
    async with asyncio.timeout(60):
        while not audience.trouble:
            await asyncio.sleep(0.01)
    found = await service.status(world.runtime)
    assert (found.state, found.stale_since) == ("stale", audience.fed_at)
    assert "people" in found.why
    answer = await world.http.get("/readyz")
    assert answer.status_code == 200
    await audience.store.command("rename table hidden to people")
    async with asyncio.timeout(60):
        while audience.trouble:
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await audience.catch_up()
    counted = await service.count(world.runtime, world.corp_id, EVERYBODY, None)
    assert (counted.total, counted.stale_since) == (3, None)


async def test_one_person_goes_past_a_file(world: World, audience: Engine) -> None:
    await people(world, *range(1, 151))
    await audience.catch_up()
    assert len(await audience.evaluate(world.corp_id, tag("some"))) == 0
    await wear(world, 5, *range(1, 151))
    await wear(world, 6, *range(1, 100))
    await wear(world, 6, 150)
    assert await audience.feed.take_marks(marks.FEW) == 100
    assert list(await audience.evaluate(world.corp_id, tag("any", 6))) == [*range(1, 100), 150]
    assert await audience.feed.take_marks(marks.FEW) == 0
    assert len(await audience.evaluate(world.corp_id, tag("any", 5))) == 100
    assert await audience.feed.take_marks(marks.MANY) == 150
    assert len(await audience.evaluate(world.corp_id, tag("any", 5))) == 150


async def test_what_the_log_keeps_no_longer_goes(world: World, audience: Engine) -> None:
    await people(world, 1)
    await happen(world, "page.viewed", 1, 1)
    await happen(world, "note.added", 1)
    await write(
        world, "update events set at = at - interval '30 months' where id = (select min(id)"
        " from events) or kind = 'note.added'",
    )  # fmt: skip
    await audience.catch_up()
    assert await retaining.drop_expired(audience) == 1
    assert await counts(audience) == [("note.added", 1, 1, 1), ("page.viewed", 1, 1, 1)]
    assert await retaining.drop_expired(audience) == 0


async def test_nobody_answers(world: World) -> None:
    with pytest.raises(AudienceAwayError, match="yutang up"):
        await service.count(world.runtime, world.corp_id, EVERYBODY, None)
    found = await service.status(world.runtime)
    assert found.state == "away"


async def test_the_door_knows_its_own(world: World) -> None:
    await people(world, 1, 2)
    async with open_audience(world.runtime) as engine:
        asked = {
            "corp_id": world.corp_id,
            "question": "count",
            "body": {"tree": EVERYBODY, "members": None},
        }
        async with httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=build_door(engine)), base_url="http://audience"
        ) as http:
            for token in ("", "Bearer ", "Bearer other"):
                refused = await http.post("/ask", json=asked, headers={"Authorization": token})
                assert (refused.status_code, refused.json()["code"]) == (401, "audience.token")
            http.headers["Authorization"] = f"Bearer {asking.token_of(world.runtime)}"
            building = await http.post("/ask", json=asked)
            assert (building.status_code, building.json()["code"]) == (503, "audience.building")
            with pytest.raises(AudienceBuildingError, match="0%"):
                asking.read(building)
            await engine.catch_up()
            counted = await http.post("/ask", json=asked)
            assert (counted.status_code, counted.json()["total"]) == (200, 2)
            for wrong, status, code in (
                ({**asked, "question": "nothing"}, 503, "audience.unknown_question"),
                ({**asked, "body": 7}, 400, "audience.unreadable"),
                ({"corp_id": 1}, 400, "audience.unreadable"),
                (
                    {**asked, "body": {"tree": {"leaf": "no"}, "members": None}},
                    422,
                    "conditions.bad",
                ),
            ):
                answer = await http.post("/ask", json=wrong)
                assert (answer.status_code, answer.json()["code"]) == (status, code)
                with pytest.raises(DomainError) as refused_here:
                    asking.read(answer)
                assert (refused_here.value.code, refused_here.value.status) == (code, status)
                assert isinstance(refused_here.value, AudienceSilentError) == (status == 503)
            told = (await http.get("/metrics")).text
            assert "yutang_audience_lag_seconds" in told


async def test_damaged_parts_are_said(audience: Engine) -> None:
    with pytest.raises(DatabaseError):
        await audience.store.query("select * from nothing")
    assert await audience.store.check() == []


async def test_a_rebuild_reads_frozen_months_too(world: World, audience: Engine) -> None:
    await people(world, 1, 2, 3)
    await happen(world, "note.added", 1, 2, 3)
    await write(world, "update events set at = at - interval '26 months'")
    await write(
        world,
        "insert into log_erased (corp_id, person) values (:c, 3)",
    )
    await happen(world, "note.added", 2)
    await audience.catch_up()
    month = month_of(world.runtime.clock())
    for back in (26, 27):
        with contextlib.suppress(UnknownMonthError):
            await eventlog.freeze(world.runtime, add_months(month, -back))
    assert [name for name in await eventlog.frozen_files(world.runtime) if name]
    await service.rebuild(world.runtime)
    await audience.catch_up()
    assert await counts(audience) == [("note.added", 1, 1, 1), ("note.added", 2, 2, 2)]


async def test_marks_that_nobody_reads_come_to_an_end(world: World, audience: Engine) -> None:
    await people(world, 1)
    await workers.let_go(world.runtime)
    assert len(await marks_of(world)) == 2
    await write(world, "update audience_marks set at = at - interval '2 days'")
    await workers.let_go(world.runtime)
    await people(world, 2)
    assert await marks_of(world) == []
    await audience.catch_up()
    assert list(await audience.universe(world.corp_id)) == [1, 2]
    await people(world, 3)
    assert len(await marks_of(world)) == 2


async def marks_of(world: World) -> list[str]:
    """What waits."""
    async with world.runtime.database.owner() as session:
        return list(await session.scalars(text("select what from audience_marks")))
