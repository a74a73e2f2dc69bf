"""A code for each new friend: once, on the true first add, never more than there are."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.yutang.act.gifts.stage import (
    LONG_AGO,
    NOW,
    add_channel,
    add_gift,
    add_people,
    lose,
    run,
    upload,
)
from tests.yutang.world import World
from yutang.act.gifts import service as gifts
from yutang.act.gifts.claiming import Asker, claim_together
from yutang.act.gifts.errors import ClaimRefusedError
from yutang.kernel import origins


async def claim(world: World, gift_id: int, customer_id: int, later: float = 0.0) -> str:
    """A code, or why there is none."""
    now = world.runtime.clock() + timedelta(days=later)
    runtime = replace(world.runtime, clock=lambda: now)
    try:
        return await gifts.claim(runtime, world.corp_id, gift_id, customer_id)
    except ClaimRefusedError as refused:
        return refused.why


async def test_who_gets_a_code_and_who_does_not(shop: World) -> None:
    other = await add_channel(shop, "门店", "yt2")
    await add_people(shop, [1, 2, 6])
    await add_people(shop, [3], at=LONG_AGO)
    await add_people(shop, [4], channel="yt2")
    await add_people(shop, [5], channel=None)
    ((ours,),) = await run(shop, "select id from channels where state = 'yt1'")
    await run(
        shop,
        "insert into customers (corp_id, id, state, name, name_sort, grams)"
        " values (:corp, 7, 'half', '半', 'ban', '{}')",
    )
    marked = await shop.http.put("/api/gifts/outsiders/6", json={"why": "店长的家人"})
    assert marked.status_code == 204, marked.text
    gift = await add_gift(shop, ["AAA", "BBB"], all_channels=False, channel_ids=[ours])
    gift_id = gift["id"]

    assert await claim(shop, gift_id, 1) == "AAA"
    before = await run(shop, "select count(*) from audit_entries")
    assert await claim(shop, gift_id, 1) == "AAA"
    assert [await claim(shop, gift_id, n) for n in (3, 4, 5, 6, 7)] == [
        "not_first",
        "other_code",
        "other_code",
        "outsider",
        "not_known",
    ]
    assert await claim(shop, gift_id, 2, later=-31) == "early"
    assert await run(shop, "select count(*) from audit_entries") == before
    assert await run(shop, "select count(*) from gift_claims") == [(1,)]
    await lose(shop, 2, NOW)
    assert await claim(shop, gift_id, 2) == "left"
    await run(shop, "update customers set state = 'friend' where id = 2")
    assert await claim(shop, gift_id, 2) == "BBB"
    await add_people(shop, [8])
    assert await claim(shop, gift_id, 8) == "sold_out"
    assert (await upload(shop, gift_id, "CCC")).json()["added"] == 1
    assert await claim(shop, gift_id, 8) == "CCC"

    told = await run(
        shop, "select customer_id, actor, props from events where kind = 'gift.claimed' order by id"
    )
    assert told[0] == (1, "customer:1", {"gift_id": gift_id, "number": 1})
    assert len(told) == 3
    assert "AAA" not in str(await run(shop, "select * from audit_entries"))
    assert "AAA" not in str(await run(shop, "select * from gift_codes"))
    stopped = await shop.http.post(f"/api/gifts/{gift_id}/stop")
    assert stopped.json()["phase"] == "stopped"
    await add_people(shop, [9])
    assert await claim(shop, gift_id, 9) == "stopped"
    assert await claim(shop, gift_id, 8) == "CCC"
    assert other != ours


async def test_a_budget_an_end_and_a_second_gift(shop: World) -> None:
    await add_people(shop, [1, 2, 3])
    end = (NOW + timedelta(days=1)).isoformat()
    gift = await add_gift(shop, ["A", "B", "C"], cost=500, budget=1_200, ends_at=end)
    assert (gift["stock"], gift["left"], gift["codes"]) == (2, 2, 3)
    assert [await claim(shop, gift["id"], n) for n in (1, 2, 3)] == ["A", "B", "sold_out"]
    second = await add_gift(shop, ["X"], name="第二份")
    assert await claim(shop, second["id"], 1) == "X"
    read = (await shop.http.get(f"/api/gifts/{gift['id']}")).json()
    assert (read["given"], read["left"], read["spent"], read["phase"]) == (2, 0, 1_000, "sold_out")
    assert await claim(shop, gift["id"], 3, later=2) == "ended"
    # An erased person's code stays given.
    await run(shop, "delete from gift_claims where customer_id = 1")
    read = (await shop.http.get(f"/api/gifts/{gift['id']}")).json()
    assert (read["given"], read["left"], read["people"]) == (2, 0, 1)


async def test_a_hundred_at_once_take_what_there_is_and_no_more(shop: World) -> None:
    await add_people(shop, range(1, 101))
    codes = [f"C{n:03}" for n in range(40)]
    gift = await add_gift(shop, codes)
    # Everybody taps twice.
    found = await asyncio.gather(
        *(claim(shop, gift["id"], n) for n in [*range(1, 101), *range(1, 101)])
    )
    first, second = found[:100], found[100:]
    given = sorted(one for one in first if one != "sold_out")
    assert given == codes
    assert second == first
    assert await run(shop, "select count(*), count(distinct number) from gift_claims") == [(40, 40)]
    assert await run(shop, "select count(*) from gift_codes where taken_at is not null") == [(40,)]
    assert await run(shop, "select count(*) from events where kind = 'gift.claimed'") == [(40,)]


@pytest.mark.parametrize("kept", [True, False])
async def test_who_finds_the_last_code_in_anothers_hand_waits(shop: World, *, kept: bool) -> None:
    await add_people(shop, [1, 2])
    gift = await add_gift(shop, ["LAST"])
    database, corp_id = shop.runtime.database, shop.corp_id
    held = asyncio.Event()
    waits = asyncio.Event()

    async def first() -> None:
        async with database.corp(corp_id) as session:
            asker = Asker(1, shop.runtime.clock(), origins.Origin())
            found = await claim_together(session, corp_id, gift["id"], [asker], waits=False)
            assert list(found) == [1]
            held.set()
            await waits.wait()
            if not kept:
                raise RuntimeError

    async def second() -> str:
        await held.wait()
        return await claim(shop, gift["id"], 2)

    async def somebody_waits() -> None:
        while True:
            async with database.owner() as session:
                stuck = await session.scalar(
                    text("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                )
            if stuck:
                waits.set()
                return
            await asyncio.sleep(0.02)

    ended = await asyncio.gather(first(), second(), somebody_waits(), return_exceptions=True)
    assert ended[1] == ("sold_out" if kept else "LAST")


async def test_those_who_are_served_together_are_told_apart(shop: World) -> None:
    await add_people(shop, range(1, 21))
    gift = await add_gift(shop, [f"C{n}" for n in range(18)])

    async def ask(customer_id: int) -> str:
        with origins.coming_from(origins.Origin("session", request_id=f"r{customer_id}")):
            return await claim(shop, gift["id"], customer_id)

    found = await asyncio.gather(*(ask(n) for n in range(1, 21)))
    assert sorted(found) == sorted([f"C{n}" for n in range(18)] + ["sold_out"] * 2)
    entries = await run(
        shop, "select actor, request_id from audit_entries where action = 'gift.claimed'"
    )
    givens = [n for n, code in enumerate(found, 1) if code != "sold_out"]
    assert sorted(entries) == sorted((f"customer:{n}", f"r{n}") for n in givens)
    ((transactions,),) = await run(
        shop, "select count(distinct xid) from events where kind = 'gift.claimed'"
    )
    assert transactions <= 3


async def test_who_goes_away_leaves_the_others_their_answers(shop: World) -> None:
    await add_people(shop, [1, 2])
    gift = await add_gift(shop, ["A", "B"])
    gone = asyncio.create_task(claim(shop, gift["id"], 1))
    stays = asyncio.create_task(claim(shop, gift["id"], 2))
    await asyncio.sleep(0)
    gone.cancel()
    assert await stays in {"A", "B"}
    with pytest.raises(asyncio.CancelledError):
        await gone
    # What was taken for him is his when he comes back.
    assert {await claim(shop, gift["id"], n) for n in (1, 2)} == {"A", "B"}
