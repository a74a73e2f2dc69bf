"""A taking-in that is stopped or killed goes on where it stood."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.yutang.people.imports.files import again, checked, counts, rows, send, taken
from tests.yutang.world import World
from yutang.people.imports import service


async def test_it_stops_when_asked_and_goes_on_where_it_stood(
    shop: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yutang.people.imports.running.FIRST_CHUNK", 500)
    monkeypatch.setattr("yutang.people.imports.running.LARGEST_CHUNK", 500)
    read = await send(shop, "手机\n" + "".join(f"138{n:08d}\n" for n in range(2_000)))
    await checked(shop, read)
    assert (await shop.http.post(f"/api/imports/{read['id']}/run")).status_code == 202
    running = asyncio.create_task(service.take_in(shop.runtime, shop.corp_id, read["id"]))
    while not running.done() and (await again(shop, read))["created"] == 0:
        await asyncio.sleep(0.01)
    stopped = await shop.http.post(f"/api/imports/{read['id']}/stop")
    await running
    half = await again(shop, read)
    assert stopped.status_code == 202
    assert half["state"] == "cancelled"
    assert 0 < half["created"] < 2_000
    assert counts(await taken(shop, read)) == (2_000, 0, 0, 0)
    assert await rows(shop, "select count(*), max(id) from customers") == [(2_000, 2_000)]
    # Its time is over: what was uploaded goes, what it did stays on record.
    async with shop.runtime.database.owner() as session:
        await session.execute(text("update imports set expires_at = now() - interval '1 s'"))
    await service.forget_old(shop.runtime)
    gone = await shop.http.post(f"/api/imports/{read['id']}/run")
    assert (gone.status_code, gone.json()["type"]) == (410, "imports.gone")


@pytest.mark.timeout(400)
@pytest.mark.proof
async def test_a_killed_import_loses_and_doubles_nothing(shop: World, dsn: str) -> None:
    total = 6_000
    lines = [f"客户{n},138{n:08d},老客" for n in range(total)]
    read = await send(shop, "\n".join(["姓名,手机,标签", *lines]))
    await checked(shop, read, unknown_tags="create")
    assert (await shop.http.post(f"/api/imports/{read['id']}/run")).status_code == 202
    home = str(shop.runtime.settings.home)
    arguments = (dsn, home, str(shop.corp_id), str(read["id"]))
    kills = 0
    for mark in (1, total // 2):
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.yutang.people.imports.files", *arguments,
            cwd=Path(__file__).resolve().parents[4],
        )  # fmt: skip
        while child.returncode is None and (await again(shop, read))["created"] < mark:
            await asyncio.sleep(0.02)
        if child.returncode is None:
            os.kill(child.pid, signal.SIGKILL)
            kills += 1
        await child.wait()
    # The server forgets the staged rows, as an unlogged table does in a crash.
    assert read["id"] == 1
    assert await rows(shop, "delete from staging.import_1_1 returning 1") != []
    await service.take_in(shop.runtime, shop.corp_id, read["id"])
    done = await again(shop, read)
    assert kills > 0
    assert (done["state"], counts(done)) == ("done", (total, 0, 0, 0))
    assert await rows(
        shop,
        "select count(*), count(distinct name), max(id),"
        " (select count(*) from customer_identities), (select count(*) from customer_tags),"
        " (select count(*) from events where kind = 'customer.imported'),"
        " (select next_id from customer_ordinals) from customers",
    ) == [(total, total, total, total, total, total, total + 1)]
