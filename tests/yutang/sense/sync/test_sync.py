"""A company that nobody told of: read, read again, compared, interrupted."""

import asyncio
import contextlib
import io
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from typer.testing import CliRunner
from typing_extensions import override

from tests.yutang.sense.sync.company import Company, open_company
from tests.yutang.world import add_corp
from yutang.cli import sync as command
from yutang.cli.main import app
from yutang.kernel.jobs import Postponing, enqueue
from yutang.people.customers import founding
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Departure, Ending
from yutang.people.customers.sightings import Chunk
from yutang.sense.sync import alone, nights, reading, service, workers, writing
from yutang.sense.sync.errors import ReadElsewhereError
from yutang.sense.sync.jobs import ReconcileCorp, SyncCorp
from yutang.wecom.errors import InvalidParameterError

SIZE = {"staff": 12, "customers": 400, "groups": 2, "tags": 20, "seed": 7}
DAY_AGO = 24 * 3600


@pytest.fixture
async def company(dsn: str, tmp_path: Path) -> AsyncIterator[Company]:
    """Not read yet."""
    async with open_company(dsn, tmp_path, **SIZE) as found:
        yield found


async def test_a_company_is_read_whole_and_a_second_reading_writes_nothing(
    company: Company,
) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    relations = await service.sync_corp(runtime, corp_id)
    shown = await company.shown()
    assert relations == len(shown) > 400
    assert await company.friends() == shown
    people = await company.rows("select count(*), max(id), bool_and(name <> '') from customers")
    assert people == [(400, 400, True)]
    tagged = await company.rows(
        "select count(*) > 0 from follow_tags where mirrored_at is not null"
    )
    assert tagged == [(True,)]
    stamp = "select sum(hashtext((xmin, ctid)::text)) from "
    tables = ("customers", "follows", "follow_tags", "follow_history", "customer_identities")
    before = [await company.rows(stamp + table) for table in tables]
    assert await service.sync_corp(runtime, corp_id) == relations
    assert [await company.rows(stamp + table) for table in tables] == before
    read = (await company.world.http.get("/api/sync")).json()
    assert [(run["state"], run["new_customers"]) for run in read["runs"]] == [
        ("ended", 0),
        ("ended", 400),
    ]
    assert read["runs"][1]["relations"] == relations
    assert (await company.world.http.get("/api/sync/drifts")).json()["items"] == []


async def test_what_no_callback_told_is_found_and_mended_and_the_rest_is_not(
    company: Company,
) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    await service.sync_corp(runtime, corp_id)
    await company.age()
    before = await company.friends()
    told = await company.act("tick", share=0.2, seed=3)
    changed = told["changed"]
    assert changed == {"adds": 20, "losses": 20, "tags": 20, "moves": 20}
    lost = {(one["userid"].lower(), one["external_userid"]): one["by"] for one in told["losses"]}
    by_staff = {pair for pair, by in lost.items() if by == "staff"}
    by_customer = set(lost) - by_staff
    moves = {(one["userid"].lower(), one["external_userid"]): one["to"] for one in told["moves"]}
    adds = {(one["userid"].lower(), one["external_userid"]) for one in told["adds"]}
    found = await service.reconcile_corp(runtime, corp_id)
    arrived = {(to.lower(), external) for (_, external), to in moves.items()}
    # Whom a customer deleted stands on the list still: nobody can know.
    assert await company.friends() == (before | adds | arrived) - by_staff - set(moves)
    assert by_customer <= await company.friends()
    drifts = await company.rows("select kind, count(*) from drifts group by kind order by kind")
    kinds = dict(drifts)
    assert kinds["relation_missing"] == len(adds | arrived)
    assert kinds["relation_gone"] == len(by_staff)
    assert kinds["relation_moved"] == len(moves)
    assert found == sum(kinds.values())
    ended = await company.rows(
        "select change, count(*) from follow_history where source = 'reconcile'"
        " group by change order by change"
    )
    assert ended == [
        ("deleted_by_staff", len(by_staff)),
        ("synced", len(adds | arrived)),
        ("transferred", len(moves)),
    ]
    # Tags are not on a list; a full reading finds them, and nothing else that was mended.
    await service.sync_corp(runtime, corp_id, full=True)
    later = await company.rows("select kind, count(*) from drifts group by kind order by kind")
    assert dict(later)["relation_missing"] == kinds["relation_missing"]
    assert dict(later)["tags"] >= changed["tags"]
    assert await company.friends() == await company.shown()
    page = (await company.world.http.get("/api/sync/drifts?kind=relation_moved&limit=15")).json()
    assert (len(page["items"]), page["counts"]["relation_moved"]) == (15, len(moves))
    assert page["items"][0]["after"]["state"] == "transferred"
    rest = await company.world.http.get(
        f"/api/sync/drifts?kind=relation_moved&after={page['next']}"
    )
    assert (len(rest.json()["items"]), rest.json()["next"]) == (len(moves) - 15, None)


async def test_whom_a_customer_deleted_survives_comparison_and_full_reading(
    company: Company,
) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    await service.sync_corp(runtime, corp_id)
    userid, external_id = min(await company.friends())
    await company.act("unfollow", external_userid=external_id, userid=userid, by="customer")
    ending: Ending = "deleted_by_customer"
    async with runtime.database.owner() as session:
        await customers.record_departures(
            session,
            corp_id,
            [Departure(userid, external_id, ending, datetime.now(UTC), "inbox:1")],
        )
    await service.reconcile_corp(runtime, corp_id)
    await service.sync_corp(runtime, corp_id, full=True)
    assert (userid, external_id) not in await company.friends()
    # WeCom took his tags away with the friendship; nothing else differs.
    assert await company.rows("select count(*) from drifts where kind <> 'tags'") == [(0,)]


async def test_members_without_a_licence_are_told_and_keep_what_is_known_of_them(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "BATCH", 4)
    runtime, corp_id = company.world.runtime, company.world.corp_id
    await service.sync_corp(runtime, corp_id)
    await company.age()
    friends = await company.friends()
    members = sorted({account for account, _ in friends})
    # Of the first batch some have none, of the last nobody has one: that call is refused.
    without = [*members[:2], *members[-4:]]
    for account in without:
        await company.act(f"console/staff/{account}", licensed=False)
    readable = len([pair for pair in friends if pair[0] not in without])
    assert await service.sync_corp(runtime, corp_id, full=True) == readable
    assert await company.friends() == friends
    assert await company.rows("select count(*) from drifts") == [(0,)]
    [run, first] = (await company.world.http.get("/api/sync")).json()["runs"]
    assert (run["state"], run["done"], run["unlicensed_members"]) == ("ended", 12, 6)
    names = dict(await company.rows("select account, name from staff"))
    assert len(run["unlicensed"]) == 5
    assert set(run["unlicensed"]) < {names[account] for account in without}
    assert (first["unlicensed_members"], first["unlicensed"]) == (0, [])
    # Compared by ids they are complete; of who came meanwhile nothing can be read.
    assert await service.reconcile_corp(runtime, corp_id) == 0
    assert await company.friends() == friends


class Told(io.StringIO):
    """What a command says, and that it has said it."""

    def __init__(self) -> None:
        super().__init__()
        self.said = threading.Event()

    @override
    def write(self, words: str) -> int:
        if "another process reads it already" in words:
            self.said.set()
        return super().write(words)


async def test_while_a_company_is_read_a_shell_only_shows_it_and_a_job_comes_back_later(
    company: Company, dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    relations = await service.sync_corp(runtime, corp_id)
    asked = len(await company.calls(service.PATH))
    told = Told()
    monkeypatch.setattr(command, "console", Console(file=told, width=200))
    monkeypatch.setenv("YUTANG_DATABASE_URL", dsn)
    # As a reader whose worker is not seen: nobody counts as working, the lock alone tells.
    async with alone.reading_alone(runtime, corp_id):
        typed = ["sync", "--home", str(tmp_path)]
        shell = asyncio.create_task(asyncio.to_thread(CliRunner().invoke, app, typed))
        assert await asyncio.to_thread(told.said.wait, 60)
        with pytest.raises(ReadElsewhereError) as refused:
            await workers.reconcile_corp(ReconcileCorp(corp_id=corp_id), runtime)
        assert isinstance(refused.value, Postponing)
        answer = await company.world.http.post("/api/sync", json={})
        assert (answer.status_code, answer.json()["type"]) == (409, "sync.already_reading")
    assert (await shell).exit_code == 0
    assert f"{relations:,} relations of 12 members: 400 new customers" in told.getvalue()
    assert len(await company.calls(service.PATH)) == asked
    assert await company.rows("select count(*) from bulk_runs") == [(1,)]
    assert (await company.world.http.post("/api/sync", json={})).status_code == 202


async def test_a_reading_that_was_cut_goes_on_at_its_batches_and_doubles_nothing(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "BATCH", 2)
    monkeypatch.setattr(reading, "AT_ONCE", 2)
    monkeypatch.setattr(writing, "FIRST_ROWS", 40)
    runtime, corp_id = company.world.runtime, company.world.corp_id
    fault = {"path": service.PATH, "kind": "latency", "value": 0.3, "count": 100}
    assert (await company.wecom.post("/emulator/faults", json=fault)).status_code == 200
    task = asyncio.create_task(service.sync_corp(runtime, corp_id))
    async with asyncio.timeout(60):
        while not (rows := await company.rows("select done from bulk_runs")) or rows[0][0] == 0:
            await asyncio.sleep(0.02)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    [(done, state)] = await company.rows("select done, state from bulk_runs")
    assert 0 < done < 12
    assert state == "running"
    asked = len(await company.calls(service.PATH))
    await company.wecom.delete("/emulator/faults")
    await service.sync_corp(runtime, corp_id)
    again = (await company.calls(service.PATH))[asked:]
    members = {one for call in again for one in call["body"]["userid_list"]}
    assert len(members) == 12 - done
    assert await company.friends() == await company.shown()
    assert await company.rows("select done, state from bulk_runs") == [(12, "ended")]
    history = await company.rows(
        "select count(*) - count(distinct (customer_id, staff_id)) from follow_history"
    )
    assert history == [(0,)]


async def test_what_a_callback_writes_meanwhile_has_the_chunk_written_again(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    relations = await service.sync_corp(runtime, corp_id)
    before = await company.rows("select * from follows order by customer_id, staff_id")
    lost = before[7][1:3]
    async with runtime.database.owner() as session:
        for table in ("follow_tags", "follow_history", "follows"):
            gone = f"delete from {table} where customer_id = :customer_id and staff_id = :staff_id"  # noqa: S608 - names from above
            await session.execute(text(gone), {"customer_id": lost[0], "staff_id": lost[1]})
    found, chunks = founding.found_relations, []

    async def beside(session: AsyncSession, corp_id: int, chunk: Chunk, source: str) -> None:
        chunks.append([chunk.pair(one) for one in chunk.sightings])
        if len(chunks) == 1:
            async with runtime.database.owner() as other:
                await found(other, corp_id, chunk, "inbox:1")
        await found(session, corp_id, chunk, source)

    monkeypatch.setattr(founding, "found_relations", beside)
    assert await service.sync_corp(runtime, corp_id) == relations
    assert chunks[:2] == [[lost], []]
    assert await company.rows("select * from follows order by customer_id, staff_id") == before


async def test_a_dead_cursor_has_its_batch_read_from_the_beginning(company: Company) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    fault = {"path": service.PATH, "kind": "errcode", "value": 50100, "count": 2}
    assert (await company.wecom.post("/emulator/faults", json=fault)).status_code == 200
    await service.sync_corp(runtime, corp_id)
    assert await company.friends() == await company.shown()
    assert (
        await company.wecom.post("/emulator/faults", json={**fault, "count": 3})
    ).status_code == 200
    with pytest.raises(InvalidParameterError):
        await service.sync_corp(runtime, corp_id)
    states = await company.rows("select state from bulk_runs order by id")
    assert states == [("ended",), ("failed",)]


async def test_it_is_asked_for_over_http_once_and_only_by_who_may(company: Company) -> None:
    http = company.world.http
    assert (await http.post("/api/sync", json={"mode": "reconcile"})).status_code == 202
    again = await http.post("/api/sync", json={})
    assert (again.status_code, again.json()["type"]) == (409, "sync.already_reading")
    assert (await http.post("/api/sync", json={"mode": "sideways"})).status_code == 422
    assert (await http.get("/api/sync/drifts?after=x")).json()["type"] == "sync.bad_cursor"
    read = (await http.get("/api/sync")).json()
    assert (read["waiting"], read["working"], read["synced_at"]) == (True, False, None)
    assert read["quota"]["limit"] == 150_000
    http.cookies.clear()
    assert (await http.get("/api/sync")).status_code == 401


async def test_each_corp_is_compared_once_in_its_own_night(company: Company) -> None:
    runtime, corp_id = company.world.runtime, company.world.corp_id
    other, _ = await add_corp(runtime, "other", (1000002,))
    async with runtime.database.owner() as session:
        await session.execute(text("update corps set synced_at = now()"))
        await session.execute(
            text("update corps set timezone = 'America/New_York' where id = :id"), {"id": other}
        )
    noon = datetime(2026, 11, 26, 4, 0, tzinfo=UTC)
    begins = nights.next_night(corp_id, "Asia/Shanghai", noon)
    assert begins.hour in {2, 3}
    assert noon < begins < noon + timedelta(days=1)
    assert nights.next_night(other, "America/New_York", noon) != begins
    when = begins + timedelta(minutes=5)
    jobs = "select args->>'corp_id', task_name from procrastinate.procrastinate_jobs"
    for _ in range(2):
        await service.ask_due_comparisons(replace(runtime, clock=lambda: when))
    assert await company.rows(jobs) == [(str(corp_id), "sync.reconcile")]
    async with runtime.database.owner() as session:
        await enqueue(session, SyncCorp(corp_id=other), ReconcileCorp(corp_id=other))
    locks = await company.rows("select distinct lock from procrastinate.procrastinate_jobs")
    assert set(locks) == {(f"sync:{corp_id}",), (f"sync:{other}",)}
