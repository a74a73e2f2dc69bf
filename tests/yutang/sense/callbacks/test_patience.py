"""Where WeCom gives no answer, callbacks wait for one: none of them dies of it."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from yutang.sense.callbacks.handling import ATTEMPTS
from yutang.sense.callbacks.service import handle_batch

GET = "/cgi-bin/externalcontact/get"
PEOPLE = 5


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides, with some newcomers whose callbacks wait; the test handles them."""
    async with open_loop(dsn, tmp_path) as loop:
        for n in range(PEOPLE):
            await loop.act("add", userid="s0", person={"unionid": f"o{n}", "name": f"客户{n}"})

        async def check() -> bool:
            return await inbox(loop) == [("waiting", 0, PEOPLE)]

        await until(check)
        yield loop


async def inbox(loop: Loop) -> Sequence[Any]:
    """Status, most tries, and how many."""
    query = "select status, max(attempts), count(*) from inbox group by status order by status"
    async with loop.yutang.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(query))]


async def test_without_quota_they_wait_and_lose_no_try(loop: Loop) -> None:
    # WeCom's refusal stops the API for all of us.
    await loop.fault("errcode", 45009, GET, count=1)
    asked = 0
    for _ in range(ATTEMPTS + 2):
        await handle_batch(loop.yutang.runtime)
        async with loop.yutang.runtime.database.owner() as session:
            await session.execute(text("update inbox set next_at = now() where status = 'waiting'"))
        asked = asked or len(await loop.calls(GET))
    found = {status: tries for status, tries, _ in await inbox(loop)}
    assert set(found) <= {"waiting", "done"}
    # Who was refused by WeCom itself has lost that one try, who was not asked for has lost none.
    assert found["waiting"] <= 1
    assert len(await loop.calls(GET)) == asked
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(text("delete from gateway_brakes"))
    async with loop.working():
        await loop.settled()
    assert [(status, count) for status, _, count in await inbox(loop)] == [("done", PEOPLE)]
    customers = (await loop.yutang.http.get("/api/customers")).json()["items"]
    assert sorted(one["name"] for one in customers) == [f"客户{n}" for n in range(PEOPLE)]


async def test_while_wecom_is_away_none_dies(loop: Loop) -> None:
    await loop.fault("http", 502, GET)
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(text("update inbox set attempts = :tries"), {"tries": ATTEMPTS})
    assert await handle_batch(loop.yutang.runtime) == PEOPLE
    assert await inbox(loop) == [("waiting", ATTEMPTS + 1, PEOPLE)]
    await loop.wecom.delete("/emulator/faults")
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(text("update inbox set next_at = now()"))
    assert await handle_batch(loop.yutang.runtime) == PEOPLE
    assert await inbox(loop) == [("done", ATTEMPTS + 2, PEOPLE)]
