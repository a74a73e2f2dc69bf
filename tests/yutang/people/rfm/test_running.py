"""A reckoning from asking to events: exact, once, after kills, in its own corp."""

from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.people.orders.stage import NOW, add_customers, news, rows_of, take
from tests.yutang.world import PASSWORD, World, add_corp
from yutang.people.audience import service as audience_service
from yutang.people.audience.engine import Engine
from yutang.people.audience.errors import AudienceAwayError
from yutang.people.customers import service as customers
from yutang.people.rfm import moving, service

VALUE, KEEP = "important_value", "important_keep"
MOVES = (
    "select customer_id, props ->> 'before', props ->> 'after', (props ->> 'run')::int"
    " from events where corp_id = :c and kind = 'rfm.moved' order by id"
)


async def reckon(world: World, engine: Engine) -> dict[str, Any]:
    """As the worker does; what the page shows then."""
    await engine.catch_up()
    asked = await world.http.post("/api/rfm/runs")
    assert asked.status_code == 202, asked.text
    await service.carry_on(world.runtime, world.corp_id)
    return await page(world)


async def page(world: World) -> dict[str, Any]:
    """What the page shows."""
    answer = await world.http.get("/api/rfm")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def sizes(told: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """People and money of classes that have any."""
    return {
        one["key"]: (one["people"], one["amount_fen"]) for one in told["classes"] if one["people"]
    }


async def buy(world: World, *orders: tuple[int, float, int]) -> None:
    """(Who, days ago, fen), each paid; numbers go on."""
    count = (await rows_of(world, "select count(*) from orders where corp_id = :c"))[0][0]
    told = [
        news(f"N{count + place}", days=days, amount_fen=fen, items=())
        for place, (_, days, fen) in enumerate(orders)
    ]
    await take(world, told, [who for who, _, _ in orders])


FIRST = ((1, 1.5, 90_000), (1, 8, 90_000), (1, 29, 90_000), (2, 2, 80_000), (3, 200, 5_000),
         (4, 210, 100_000), (4, 220, 100_000))  # fmt: skip


@pytest.fixture
async def shop(world: World, audience: Engine) -> World:
    """Six people, four of whom bought; the owner signed in."""
    await world.sign_in()
    async with world.runtime.database.owner() as session:
        await add_customers(session, world.corp_id, 1, 2, 3, 4, 5, 6)
    await buy(world, *FIRST)
    await audience.catch_up()
    return world


async def test_classes_moves_and_a_person(shop: World, audience: Engine) -> None:
    told = await page(shop)
    assert (told["run"], told["cells"], told["settings"]["version"]) == (None, [], 0)
    assert (await shop.http.get("/api/customers/1/rfm")).json()["why"] == "never_reckoned"
    told = await reckon(shop, audience)
    # Scores of four: R 5 3 2 1 by nearness, F (1, 1, 2, 3), M by money; means 2.75, 2.25, 2.75.
    assert sizes(told) == {
        VALUE: (1, 270_000),
        "general_develop": (1, 80_000),
        KEEP: (1, 200_000),
        "general_retain": (1, 5_000),
    }
    assert told["run"]["people"] == 4
    assert (told["run"]["state"], told["run"]["moves"], told["running"]) == ("done", 0, None)
    assert await rows_of(shop, MOVES) == []
    one = (await shop.http.get("/api/customers/1/rfm")).json()
    assert one["scored"] == {
        "customer_id": 1, "name": "客户1", "key": VALUE, "r": 4, "f": 4, "m": 4, "days": 1,
        "orders": 3, "amount_fen": 270_000,
    }  # fmt: skip
    nobody = (await shop.http.get("/api/customers/5/rfm")).json()
    assert (nobody["scored"], nobody["why"], nobody["last_days"]) == (None, "never_bought", None)
    assert (await shop.http.get("/api/customers/99/rfm")).status_code == 404

    # 2 buys a lot, 5 for the first time, all of 3's goes back, 4 stays.
    await buy(shop, (2, 0.5, 300_000), (2, 0.4, 300_000), (2, 0.3, 1), (5, 1.2, 1_000))
    async with shop.runtime.database.owner() as session:
        await session.execute(
            text(
                "update orders set refunded_fen = amount_fen where corp_id = :c and customer_id = 3"
            ),
            {"c": shop.corp_id},
        )
    told = await reckon(shop, audience)
    run = told["run"]["id"]
    moved = await rows_of(shop, MOVES)
    assert moved == [
        (5, None, "general_retain", run),
        (1, VALUE, KEEP, run),
        (4, KEEP, "general_retain", run),
        (2, "general_develop", VALUE, run),
        (3, "general_retain", None, run),
    ]
    assert (told["run"]["moves"], told["run"]["moved"]) == (5, 5)
    flows = (await shop.http.get("/api/rfm/flows")).json()
    assert flows["after"]["id"] == run
    assert [(one["before"], one["after"], one["people"]) for one in flows["items"]] == [
        (before, after, 1) for _, before, after, _ in moved
    ]
    gone = (await shop.http.get("/api/customers/3/rfm")).json()
    assert (gone["scored"], gone["why"]) == (None, "not_counted")
    history = (await shop.http.get("/api/rfm/history")).json()["items"]
    assert [len([c for c in one["classes"] if c["people"]]) for one in history] == [4, 3]
    # The language means the same people.
    tree = {"op": "all", "of": [{"leaf": "rfm", "classes": ["general_retain", KEEP]}]}
    found = await audience_service.ids(shop.runtime, shop.corp_id, tree)
    assert list(found) == [1, 4, 5]
    asked: dict[str, str | int] = {"key": "general_retain", "limit": 1}
    people = (await shop.http.get("/api/rfm/people", params=asked)).json()
    assert ([one["customer_id"] for one in people["items"]], people["total"]) == ([4], 2)
    asked["after"] = people["next"]
    people = (await shop.http.get("/api/rfm/people", params=asked)).json()
    assert [one["customer_id"] for one in people["items"]] == [5]
    refused = await shop.http.get("/api/rfm/people", params={"after": "x"})
    assert (refused.status_code, refused.json()["type"]) == (422, "rfm.bad_cursor")
    # Who is erased is in no list; nothing of his is left in the store.
    async with shop.runtime.database.owner() as session:
        await session.execute(
            text("delete from customers where corp_id = :c and id = 5"), {"c": shop.corp_id}
        )
    await audience.catch_up()
    assert await audience.store.query("select count() from rfm where id = 5") == [(0,)]
    assert list(await audience_service.ids(shop.runtime, shop.corp_id, tree)) == [1, 4]


async def test_moves_outlive_a_kill_and_happen_once(
    shop: World, audience: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chunks of two; the worker dies between them and amid one, and another carries on."""
    monkeypatch.setattr(moving, "CHUNK", 2)
    await reckon(shop, audience)
    await buy(shop, (5, 1, 10), (6, 1, 20), (2, 0.5, 300_000), (2, 0.4, 300_000))
    await audience.catch_up()
    async with shop.runtime.database.corp(shop.corp_id) as session:
        await service.reckon(session, shop.corp_id, "user:1", shop.runtime.clock())
    written = customers.tell_of
    calls = 0

    async def dies(*given: Any) -> None:
        nonlocal calls
        calls += 1
        await written(*given)
        if calls in {2, 4}:
            raise ConnectionError

    monkeypatch.setattr(customers, "tell_of", dies)
    for _ in range(2):
        with pytest.raises(ConnectionError):
            await service.carry_on(shop.runtime, shop.corp_id)
        told = await page(shop)
        # Readers have changed over already; whoever asks again begins no second run.
        assert told["run"]["state"] == "moving"
        assert (await shop.http.post("/api/rfm/runs")).json()["items"][0]["id"] == told["run"]["id"]
    await service.carry_on(shop.runtime, shop.corp_id)
    told = await page(shop)
    moved = await rows_of(shop, MOVES)
    run = told["run"]["id"]
    assert (told["run"]["state"], told["running"]) == ("done", None)
    assert len(moved) == told["run"]["moves"] == told["run"]["moved"]
    rows = await audience.store.query("select id, run, class from rfm order by id, run")
    classes = {(who, number): key for who, number, key in rows}
    both = [(classes.get((who, run - 1)), classes.get((who, run))) for who in range(1, 7)]
    assert sorted(moved) == [
        (who, before, after, run) for who, (before, after) in enumerate(both, 1) if before != after
    ]
    assert len(moved) == 4
    await service.carry_on(shop.runtime, shop.corp_id)
    assert await rows_of(shop, MOVES) == moved


async def test_settings_and_their_preview(shop: World, audience: Engine) -> None:
    wanted = {
        "days": 30,
        "least_fen": 1_000,
        "r": {"by": "bounds", "bounds": [7]},
        "f": {"by": "quantile", "bins": 2},
        "m": {"by": "bounds", "bounds": [85_000]},
        "threshold": {"by": "score", "r": 2, "f": 2, "m": 2},
    }
    shown = await shop.http.post("/api/rfm/preview", json={"settings": wanted})
    assert shown.status_code == 200, shown.text
    told = shown.json()
    assert sizes(told) == {VALUE: (1, 270_000), "general_develop": (1, 80_000)}
    assert (told["people"], told["scale"]["r"]["bounds"]) == (2, [7])
    # Nothing was kept: no run, no row, no table.
    tables = await audience.store.query(
        "select name from system.tables where database = currentDatabase() and name like 'rfm%'"
    )
    assert tables == [("rfm",)]
    assert (await page(shop))["run"] is None
    bad = {"version": 0, "settings": {"r": {"by": "quantile", "bins": -1}}}
    refused = await shop.http.put("/api/rfm/settings", json=bad)
    assert (refused.status_code, refused.json()["type"]) == (422, "rfm.bad_settings")
    assert (await page(shop))["running"] is None
    saved = await shop.http.put("/api/rfm/settings", json={"version": 0, "settings": wanted})
    assert (saved.status_code, saved.json()["version"]) == (200, 1)
    again = await shop.http.put("/api/rfm/settings", json={"version": 0, "settings": wanted})
    assert (again.status_code, again.json()["type"]) == (409, "rfm.changed_meanwhile")
    assert await rows_of(
        shop, "select actor, after -> 'days' from audit_entries"
        " where corp_id = :c and action = 'rfm.settings_changed'"
    ) == [("user:1", 30)]  # fmt: skip
    # Saving asked for a reckoning; its settings are told with it.
    assert (await page(shop))["running"]["state"] == "waiting"
    await service.carry_on(shop.runtime, shop.corp_id)
    told = await page(shop)
    assert sizes(told) == {VALUE: (1, 270_000), "general_develop": (1, 80_000)}
    assert (told["run"]["version"], told["run_settings"]["days"]) == (1, 30)
    long_ago = (await shop.http.get("/api/customers/4/rfm")).json()
    assert (long_ago["why"], long_ago["last_days"], long_ago["window_days"]) == (
        "long_ago",
        210,
        30,
    )


async def test_two_corps_and_an_engine_that_is_away(shop: World, audience: Engine) -> None:
    other, _ = await add_corp(shop.runtime, "other", (1,))
    async with shop.runtime.database.owner() as session:
        await add_customers(session, other, 1, 2)
        await service.begin_nightly(session, [shop.corp_id, other], NOW)
    runs = "select corp_id, state from rfm_runs where corp_id in (:c, :o)"
    # Nobody buys at the other: no run by night.
    assert await rows_of(shop, runs, o=other) == [(shop.corp_id, "waiting")]
    desk = audience_service.desk(shop.runtime)
    desk.engine = None
    with pytest.raises(AudienceAwayError):
        await service.carry_on(shop.runtime, shop.corp_id)
    waiting = (await page(shop))["running"]
    assert (waiting["state"], waiting["reason"]) == ("waiting", "audience.away")
    assert (await shop.http.get("/api/customers/1/rfm")).json()["why"] == "never_reckoned"
    desk.engine = audience
    await service.carry_on(shop.runtime, shop.corp_id)
    assert len((await page(shop))["cells"]) == 4
    desk.engine = None
    # The page needs no engine; one person does.
    assert len((await page(shop))["cells"]) == 4
    away = await shop.http.get("/api/customers/1/rfm")
    assert (away.status_code, away.json()["type"]) == (503, "audience.away")
    desk.engine = audience
    # A store that was made anew has no rows of the run: within the hour there is another run.
    await service.mend(shop.runtime)
    assert (await page(shop))["running"] is None
    await audience.store.command("truncate table rfm")
    await service.mend(shop.runtime)
    await service.carry_on(shop.runtime, shop.corp_id)
    assert (await page(shop))["run"]["moves"] == 0
    assert (await shop.http.get("/api/customers/1/rfm")).json()["scored"]["key"] == VALUE

    # On demand the other has one as well: with nobody in it, and nothing of ours.
    async with shop.runtime.database.corp(other) as session:
        await service.reckon(session, other, "user:2", NOW)
    await audience.catch_up()
    await service.carry_on(shop.runtime, other)
    await shop.sign_in("other", PASSWORD)
    told = await page(shop)
    assert (told["run"]["people"], told["cells"], told["scale"]) == (0, [], None)
    assert (await shop.http.get("/api/rfm/people")).json()["items"] == []
    assert (await shop.http.get("/api/customers/3/rfm")).status_code == 404
    assert (await shop.http.get("/api/customers/1/rfm")).json()["why"] == "never_bought"
