"""WeCom is asked once for a newcomer: what his welcome read, his storing need not read again."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import psycopg
import pytest

from tests.yutang.act.loop import Loop, open_loop, until
from yutang.act.greetings.welcoming import send_batch
from yutang.kernel.vault import Vault, open_vault
from yutang.people.welcomes import service as welcomes
from yutang.people.welcomes.sharing import MOST_BYTES, Heard, Reading, tell_readings
from yutang.sense.callbacks.service import handle_batch
from yutang.wecom.customers import CustomerDetail

GET = "/cgi-bin/externalcontact/get"
DETAIL = CustomerDetail.model_validate(
    {
        "external_contact": {
            "external_userid": "wm1",
            "name": "小满",
            "type": "1",
            "external_profile": {
                "external_attr": [{"type": 1, "name": "官网", "web": {"url": "u", "title": "t"}}]
            },
        },
        "follow_user": [
            {
                "userid": "s0",
                "remark": "满",
                "createtime": 1_760_000_000,
                "tags": [{"group_name": "g", "tag_name": "t", "tag_id": "et1", "type": 1}],
                "remark_mobiles": ["13800000000"],
                "wechat_channels": {"nickname": "视", "source": 1},
            }
        ],
    }
)


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides; the test does the lanes' steps."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


async def delivered(loop: Loop) -> None:
    """Every callback is in the inbox."""

    async def check() -> bool:
        return all(one["outcome"] == "delivered" for one in await loop.tell("callbacks"))

    await until(check)


async def welcome_all(loop: Loop) -> None:
    """The welcome lane's step, and its notices heard as the worker's signals hear them."""
    runtime = loop.yutang.runtime
    url = runtime.database.url
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as ear:
        await ear.execute("listen readings")
        async with runtime.database.owner() as session:
            rows = await welcomes.claim(session, runtime.clock(), 100, 60.0)
        await send_batch(runtime, rows)
        async for notice in ear.notifies(timeout=2.0, stop_after=len(rows)):
            assert "小" not in notice.payload
            welcomes.heard(runtime).hear(notice.payload)


async def stored(loop: Loop) -> dict[str, dict[str, str]]:
    """Customers of today's adds by external id."""
    return {add["customer"]["external_id"]: add["customer"] for add in await loop.adds()}


async def test_the_storing_takes_what_the_welcome_read_and_reads_where_more_was_told(
    loop: Loop,
) -> None:
    async with loop.working():
        channel = await loop.channel()
    first, second = [await loop.scan(channel, name) for name in ("小满", "小雪")]
    await delivered(loop)
    await welcome_all(loop)
    assert sorted(await loop.texts()) == ["你好 小满", "你好 小雪"]
    assert len(await loop.calls(GET)) == 2
    assert await handle_batch(loop.yutang.runtime) == 2
    assert len(await loop.calls(GET)) == 2
    found = await stored(loop)
    assert found[first["external_userid"]]["name"] == "小满"
    assert found[second["external_userid"]]["name"] == "小雪"

    # A member's edit came after the welcome's reading, which does not show it.
    third = await loop.scan(channel, "小寒")
    await delivered(loop)
    await welcome_all(loop)
    person = third["external_userid"]
    await loop.act(f"staff/{third['userid']}/remark", external_userid=person, remark="寒寒")
    await delivered(loop)
    assert await handle_batch(loop.yutang.runtime) == 2
    assert len(await loop.calls(GET)) == 4
    customer = (await stored(loop))[person]
    profile = (await loop.yutang.http.get(f"/api/customers/{customer['id']}")).json()
    assert profile["follows"][0]["remark"] == "寒寒"


async def test_a_reading_is_understood_whole_used_once_and_only_with_the_key(
    loop: Loop, tmp_path: Path
) -> None:
    runtime = loop.yutang.runtime
    large = DETAIL.model_copy(update={"follow_user": DETAIL.follow_user * 100})
    asked_at = runtime.clock()
    async with await psycopg.AsyncConnection.connect(runtime.database.url, autocommit=True) as ear:
        await ear.execute("listen readings")
        async with runtime.database.owner() as session:
            readings = [Reading(1, 7, asked_at, DETAIL), Reading(1, 8, asked_at, large)]
            await tell_readings(session, runtime.vault, readings)
        notices = [notice.payload async for notice in ear.notifies(timeout=0.5)]
    [notice] = notices
    assert len(notice) < MOST_BYTES
    heard = Heard(runtime.vault)
    heard.hear(notice)
    assert heard.take(2, 7) is None
    assert heard.take(1, 7) == readings[0]
    assert heard.take(1, 7) is None
    (tmp_path / "other").mkdir()
    stranger = Heard(open_vault(tmp_path / "other"))
    stranger.hear(notice)
    assert stranger.take(1, 7) is None


async def test_only_who_heard_lately_waits_and_no_longer_than_he_must(loop: Loop) -> None:
    vault: Vault = loop.yutang.runtime.vault
    heard = Heard(vault)
    began = time.monotonic()
    await heard.wait([(1, 1)], 60.0)
    assert time.monotonic() - began < 30
    heard.hear("1 2 2026-01-01T00:00:00+00:00 x")
    waiting = asyncio.create_task(heard.wait([(1, 1)], 600.0))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    heard.hear("1 1 2026-01-01T00:00:00+00:00 x")
    await asyncio.wait_for(waiting, 60.0)
    await heard.wait([(1, 3)], 0.05)
