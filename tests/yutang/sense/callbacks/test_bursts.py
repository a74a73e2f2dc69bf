"""Many callbacks of one customer are one reading; handovers are no adds."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from yutang.people.corps import service as corps

GET = "/cgi-bin/externalcontact/get"
BURST = 50


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides; the test says when a worker works."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


async def rows(loop: Loop, sql: str) -> Sequence[Any]:
    """What the database holds."""
    async with loop.yutang.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(sql))]


async def waiting(loop: Loop, count: int) -> None:
    """So many callbacks have come and wait."""

    async def check() -> bool:
        return await rows(loop, "select count(*) from inbox where status = 'waiting'") == [(count,)]

    await until(check)


async def readings(loop: Loop, external_id: str) -> int:
    """How often WeCom was asked for a customer."""
    calls = await loop.calls(GET)
    return sum(external_id in str(call) for call in calls)


async def edit(loop: Loop, external_id: str, remark: str) -> None:
    """A remark by the member, a second after all before: one second's edits have one key."""
    await loop.wecom.post("/emulator/clock", json={"advance_seconds": 1})
    await loop.act("staff/s0/remark", external_userid=external_id, remark=remark)


async def test_a_burst_of_edits_is_one_reading_and_keeps_its_place(loop: Loop) -> None:
    added = await loop.act("add", userid="s0", person={"unionid": "o1", "name": "林小满"})
    external_id = added["external_userid"]
    async with loop.working():
        await loop.settled()
    before = await readings(loop, external_id)
    for n in range(BURST):
        await edit(loop, external_id, f"老客 {n}")
    await waiting(loop, BURST)
    async with loop.working():
        await loop.settled()
    assert await readings(loop, external_id) == before + 1
    assert await rows(loop, "select remark from follows") == [(f"老客 {BURST - 1}",)]
    newest = await rows(loop, "select id, reason from inbox order by id desc limit 1")
    assert newest[0][1] is None
    together = f"read together with callback {newest[0][0]}"
    said = "select status, reason, count(*) from inbox where change_type = 'edit_external_contact'"
    assert await rows(loop, f"{said} and reason is not null group by 1, 2") == [
        ("done", together, BURST - 1)
    ]

    # Edits on both sides of a deletion and of a second add: those keep their order.
    for n in range(3):
        await edit(loop, external_id, f"又 {n}")
    await loop.act("unfollow", userid="s0", external_userid=external_id, by="customer")
    await loop.wecom.post("/emulator/clock", json={"advance_seconds": 100})
    await loop.act("add", userid="s0", person={"unionid": "o1", "name": "林小满"})
    await edit(loop, external_id, "回来了")
    await waiting(loop, 6)
    before = await readings(loop, external_id)
    async with loop.working():
        await loop.settled()
    assert await readings(loop, external_id) == before + 1
    assert await rows(loop, "select state, remark from follows") == [("friend", "回来了")]
    changes = await rows(loop, "select change from follow_history order by at")
    assert changes == [("added",), ("deleted_by_customer",), ("added",)]
    assert await rows(loop, "select state, cardinality(returned_at) from credits, customers") == [
        ("friend", 1)
    ]


async def test_a_handover_is_a_change_of_owner_and_no_add(loop: Loop) -> None:
    channel_of = "select id from staff where account = '{}'"
    added = await loop.act("add", userid="s0", person={"unionid": "o1", "name": "林小满"})
    external_id = added["external_userid"]
    async with loop.working():
        await loop.settled()
        client = await corps.connect(loop.yutang.runtime, loop.yutang.corp_id)
        (begun,) = await client.handover.transfer("s0", "s1", [external_id])
        assert begun.refusal() is None
        await loop.wecom.post("/emulator/clock", json={"advance_seconds": 100})
        await loop.act(f"transfers/{external_id}", accept=True)
        await loop.settled()

        async def both() -> bool:
            return len(await rows(loop, "select 1 from follow_history")) == 3

        await until(both)
    (giver,), (taker,) = [
        (await rows(loop, channel_of.format(account)))[0] for account in ("s0", "s1")
    ]
    assert sorted(await rows(loop, "select staff_id, state from follows")) == [
        (giver, "transferred"),
        (taker, "friend"),
    ]
    told = dict(await rows(loop, "select change, props from follow_history"))
    assert told["assigned"]["from_staff_id"] == giver
    assert set(told) == {"added", "assigned", "transferred"}
    kinds = dict(await rows(loop, "select kind, props from events where kind like 'relation.%'"))
    assert set(kinds) == {"relation.added", "relation.handed_over", "relation.ended"}
    assert kinds["relation.handed_over"] == {
        "staff_id": taker,
        "from_staff_id": giver,
        "how": "assigned",
    }
    assert kinds["relation.added"]["first"] is True
    firsts = "select first_added_staff_id, state from customers"
    assert await rows(loop, firsts) == [(giver, "friend")]
    touches = "select first_staff_id, last_staff_id, returned_at from credits"
    assert await rows(loop, touches) == [(giver, giver, [])]
    summary = (await loop.yutang.http.get("/api/adds/summary")).json()
    assert (summary["adds"], summary["half"], summary["losses"]) == (1, 0, 0)
    assert [add["staff"]["account"] for add in await loop.adds()] == ["s0"]
    overview = (await loop.yutang.http.get("/api/overview")).json()
    assert (overview["adds"][-1], overview["losses"][-1]) == (1, 0)

    # Refused, it is kept as such and moves nobody.
    async with loop.working():
        client = await corps.connect(loop.yutang.runtime, loop.yutang.corp_id)
        await client.handover.transfer("s1", "s2", [external_id])
        await loop.act(f"transfers/{external_id}", accept=False)

        async def refused() -> bool:
            change = "select props from follow_history where change = 'transfer_failed'"
            return await rows(loop, change) == [({"reason": "customer_refused"},)]

        await until(refused)
        await loop.settled()
    assert dict(await rows(loop, "select staff_id, state from follows"))[taker] == "friend"
