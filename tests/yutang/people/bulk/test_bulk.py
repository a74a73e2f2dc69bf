"""Acts on many customers: what is shown is what is done, once, whatever happens meanwhile."""

import asyncio
import csv
import io
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.people.bulk.marking import Mark, companies, fill
from tests.yutang.world import World, add_corp, open_world
from yutang.people.bulk import running
from yutang.people.bulk import service as bulk

ROOT = Path(__file__).resolve().parents[4]
bulk.register(Mark())


@pytest.fixture
async def shop(dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """A corp with 4,000 customers, its owner signed in; a chunk is 1,000."""
    monkeypatch.setattr(running, "CHUNK", 1_000)
    async with open_world(dsn, tmp_path) as world:
        await fill(world, 4_000)
        await world.sign_in()
        yield world


def later(world: World, **passed: float) -> None:
    """Let the API's clock run ahead."""
    ahead = timedelta(**passed)
    clock = world.runtime.clock
    world.api.framework.state.runtime = replace(world.runtime, clock=lambda: clock() + ahead)


async def ask(world: World, **wish: Any) -> dict[str, Any]:
    """Ask for the mark, and carry its dry run through."""
    where = wish.pop("where", {})
    answer = await world.http.post("/api/bulk-acts", json={"kind": "mark", **wish}, params=where)
    assert answer.status_code == 201, answer.text
    assert answer.json()["state"] == "planning"
    return await work(world, answer.json()["id"])


async def work(world: World, act_id: int) -> dict[str, Any]:
    """Let the worker do its part."""
    await bulk.carry_on(world.api.framework.state.runtime, world.corp_id, act_id)
    return await read(world, act_id)


async def read(world: World, act_id: int) -> dict[str, Any]:
    """The act as the page reads it."""
    answer = await world.http.get(f"/api/bulk-acts/{act_id}")
    return dict(answer.json())


async def press(world: World, act: dict[str, Any], button: str, status: int = 200) -> Any:
    """Press a button of the act."""
    body = {"changes": act["changes"]} if button == "confirmation" else None
    answer = await world.http.post(f"/api/bulk-acts/{act['id']}/{button}", json=body)
    assert answer.status_code == status, answer.text
    return answer.json()


def counts(read: list[dict[str, Any]]) -> dict[str, int]:
    return {one["outcome"]: one["count"] for one in read}


async def lines(world: World, act_id: int) -> list[list[str]]:
    """The result file, read as a spreadsheet reads it."""
    answer = await world.http.get(f"/api/bulk-acts/{act_id}/file?language=en")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


async def scalar(world: World, statement: str) -> Any:
    async with world.runtime.database.owner() as session:
        return await session.scalar(text(statement))


async def test_all_that_a_filter_finds_is_shown_then_done(shop: World) -> None:
    act = await ask(shop, where={"state": "friend"})
    assert (act["state"], act["found"], act["changes"]) == ("planned", 4_000, 3_600)
    assert counts(act["plan"]) == {"changed": 3_600, "full": 400}
    assert [one["name"] for one in act["plan"][1]["sample"]] == [
        f"客户{n}" for n in (10, 20, 30, 40, 50)
    ]
    # Nothing was done so far, and the file says what would be.
    assert await companies(shop) == {"": 3_600, "full": 400}
    rows = await lines(shop, act["id"])
    assert rows[0] == ["Customer ID", "Name", "Outcome", "Reason"]
    assert rows[1] == ["1", "客户1", "Would be done", ""]
    assert rows[10] == ["10", "客户10", "Skipped", "full"]
    assert await scalar(shop, "select count(*) from procrastinate.procrastinate_jobs") == 1

    begun = await press(shop, act, "confirmation")
    assert (begun["state"], begun["total"], begun["done"]) == ("running", 3_600, 0)
    ended = await work(shop, act["id"])
    assert (ended["state"], ended["done"], ended["progress"]) == ("ended", 3_600, 1.0)
    assert counts(ended["results"]) == {"changed": 3_600, "full": 400}
    assert await companies(shop) == {"x": 3_600, "full": 400}
    rows = await lines(shop, act["id"])
    assert len(rows) == 4_001
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, 4_001)]
    assert sum(row[2] == "Done" for row in rows) == 3_600
    # A row for thousands, not one for each: 4 chunks of the plan with 2 outcomes, 4 of the run.
    assert await scalar(shop, "select count(*) from bulk_outcomes") == 12
    said = await scalar(
        shop, "select after from audit_entries where action = 'bulk.confirmed' limit 1"
    )
    assert (said["changes"], said["filter"]["state"]) == (3_600, "friend")


@pytest.mark.proof
async def test_a_killed_run_leaves_nobody_out_and_does_nobody_twice(shop: World) -> None:
    act = await ask(shop, arguments={"wait_seconds": 0.25}, where={"state": "friend"})
    await press(shop, act, "confirmation")
    settings = shop.runtime.settings
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.yutang.people.bulk.marking",
        str(settings.database_url),
        str(settings.home),
        str(shop.corp_id),
        str(act["id"]),
        cwd=ROOT,
    )
    while (await read(shop, act["id"]))["done"] == 0:
        await asyncio.sleep(0.02)
    # In the middle of a chunk: the first is written, the second sleeps.
    child.kill()
    await child.wait()
    stopped = await read(shop, act["id"])
    assert stopped["state"] == "running"
    assert 0 < stopped["done"] < 3_600
    ended = await work(shop, act["id"])
    assert (ended["state"], counts(ended["results"])) == (
        "ended",
        {"changed": 3_600, "full": 400},
    )
    assert await companies(shop) == {"x": 3_600, "full": 400}
    assert len({row[0] for row in await lines(shop, act["id"])}) == 4_001


async def test_an_old_dry_run_is_counted_anew_and_asks_again_when_it_is_far_off(
    shop: World,
) -> None:
    act = await ask(shop, where={"state": "friend"})
    later(shop, minutes=2)
    await shop_half(shop, "update customers set company = 'full' where id <= 20")
    first = await press(shop, act, "confirmation")
    assert (first["state"], first["confirmed"]) == ("planning", True)
    # 18 of 3,600 are within 1 %: it begins, with the new numbers.
    near = await work(shop, act["id"])
    assert (near["state"], counts(near["results"])) == ("ended", {"changed": 3_582, "full": 418})

    act = await ask(shop, arguments={"mark": "z"}, where={"state": "friend"})
    await shop_half(shop, "update customers set state = 'lost' where id % 2 = 0")
    later(shop, minutes=4)
    await press(shop, act, "confirmation")
    far = await work(shop, act["id"])
    assert (far["state"], far["confirmed"]) == ("planned", False)
    assert far["shown"] == {"found": 4_000, "changes": 3_582}
    assert (far["found"], far["changes"]) == (2_000, 1_990)
    assert (await companies(shop)).keys() == {"x", "full"}
    # Who still looks at the old numbers is told; who saw the new ones goes on.
    refused = await press(shop, act, "confirmation", 409)
    assert refused["type"] == "bulk.numbers_moved"
    await press(shop, far, "confirmation")
    ended = await work(shop, act["id"])
    assert (ended["state"], ended["shown"], ended["done"]) == ("ended", None, 1_990)


async def shop_half(world: World, statement: str) -> None:
    async with world.runtime.database.owner() as session:
        await session.execute(text(statement))


async def test_named_customers_of_nobody_or_of_others_are_missing(shop: World) -> None:
    other, _ = await add_corp(shop.runtime, "other", (1000002,))
    async with shop.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into customers (corp_id, id, state, name, name_sort, grams)"
                " values (:corp, 30001, 'friend', 'theirs', 'theirs', '{}')"
            ),
            {"corp": other},
        )
    act = await ask(shop, ids=[30_001, 5, 3, 5, 40_000, 10])
    assert (act["source"], act["found"], act["changes"]) == ("ids", 5, 2)
    assert counts(act["plan"]) == {"changed": 2, "missing": 2, "full": 1}
    await press(shop, act, "confirmation")
    assert counts((await work(shop, act["id"]))["results"]) == {
        "changed": 2,
        "missing": 2,
        "full": 1,
    }
    assert (
        await scalar(shop, "select company from customers where id = 30001 and name = 'theirs'")
        == ""
    )
    await shop.sign_in("other")
    for answer in (
        await shop.http.get(f"/api/bulk-acts/{act['id']}"),
        await shop.http.get(f"/api/bulk-acts/{act['id']}/file"),
        await shop.http.post(f"/api/bulk-acts/{act['id']}/undo"),
    ):
        assert (answer.status_code, answer.json()["type"]) == (404, "bulk.unknown")
    assert (await shop.http.get("/api/bulk-acts")).json()["items"] == []


@pytest.mark.parametrize(
    ("wish", "status", "code", "words"),
    [
        ({"ids": []}, 422, "bulk.nobody", "select at least one"),
        ({"ids": list(range(1, 10_002))}, 422, "bulk.too_many_ids", "10,001"),
        ({"kind": "dance"}, 422, "bulk.unknown_kind", "'dance'"),
        ({"arguments": {"wait_seconds": "long"}}, 422, "bulk.bad_arguments", "wait_seconds"),
        ({"ids": [0]}, 422, "request.invalid", "greater than or equal to 1"),
    ],
)
async def test_what_cannot_be_is_refused_whole(
    world: World, wish: dict[str, Any], status: int, code: str, words: str
) -> None:
    await world.sign_in()
    answer = await world.http.post("/api/bulk-acts", json={"kind": "mark", **wish})
    assert (answer.status_code, answer.json()["type"]) == (status, code)
    assert words in answer.json()["detail"]
    assert (await world.http.get("/api/bulk-acts")).json() == {"items": [], "next": None}


async def test_it_is_paused_resumed_cancelled_and_taken_back(shop: World) -> None:
    act = await ask(shop, where={"state": "friend"})
    await press(shop, act, "confirmation")
    await press(shop, act, "pause")
    assert (await work(shop, act["id"]))["done"] == 0
    assert (await press(shop, act, "pause", 409))["type"] == "bulk.not_now"
    await press(shop, act, "resume")
    await running.step(shop.runtime, shop.corp_id, act["id"])
    refused = await press(shop, act, "undo", 409)
    assert refused["type"] == "bulk.not_now"
    cancelled = await press(shop, act, "cancel")
    assert (cancelled["state"], cancelled["done"]) == ("cancelled", 900)
    assert (await work(shop, act["id"]))["done"] == 900
    assert await companies(shop) == {"": 2_700, "x": 900, "full": 400}
    rows = await lines(shop, act["id"])
    assert sum(row[2] == "Not reached" for row in rows) == 2_700
    assert sum(row[2] == "Done" for row in rows) == 900

    undoing = await press(shop, act, "undo", 201)
    assert (undoing["source"], undoing["undone_id"]) == ("undone", act["id"])
    ended = await work(shop, undoing["id"])
    assert (ended["state"], counts(ended["results"])) == ("ended", {"changed": 900})
    assert await companies(shop) == {"": 2_700, "xy": 900, "full": 400}
    again = await press(shop, act, "undo", 409)
    assert (again["type"], (await read(shop, act["id"]))["undo_until"]) == (
        "bulk.no_way_back",
        None,
    )


async def test_what_fails_says_why_and_goes_on_once_it_is_mended(shop: World) -> None:
    await shop_half(shop, "update customers set name = 'broken' where id = 1500")
    act = await ask(shop, arguments={"break_at": 1501}, where={"state": "friend"})
    await press(shop, act, "confirmation")
    failed = await work(shop, act["id"])
    assert (failed["state"], failed["reason"], failed["done"]) == (
        "failed",
        "the mark broke; mend it and go on",
        900,
    )
    await shop_half(shop, "update customers set name = 'mended' where id = 1500")
    await press(shop, act, "resume")
    assert (await work(shop, act["id"]))["done"] == 3_600
    assert await companies(shop) == {"x": 3_600, "full": 400}


async def test_it_is_forgotten_after_a_month(shop: World) -> None:
    done = await ask(shop, ids=[1, 2, 3])
    await press(shop, done, "confirmation")
    await work(shop, done["id"])
    left = await ask(shop, ids=[1, 2, 3])
    for days, states in ((2, ["cancelled", "ended"]), (31, ["cancelled"]), (33, [])):
        later(shop, days=days)
        await bulk.forget(shop.api.framework.state.runtime)
        async with shop.runtime.database.owner() as session:
            found = await session.scalars(text("select state from bulk_acts order by id desc"))
            assert list(found) == states
    assert left["state"] == "planned"
    assert await scalar(shop, "select count(*) from bulk_outcomes") == 0


async def test_only_who_may_act_on_many_may(shop: World) -> None:
    await shop_half(shop, "update users set role = 'manager'")
    await shop.sign_in()
    answer = await shop.http.post("/api/bulk-acts", json={"kind": "mark", "ids": [1]})
    assert (answer.status_code, answer.json()["type"]) == (403, "access.forbidden")
