"""What is added up from days is what the store says of the whole window."""

import json
import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from clickhouse_connect.driver.exceptions import DatabaseError
from pyroaring import BitMap
from typing_extensions import override

from tests.yutang.people.audience.test_engine import people
from tests.yutang.people.audience.test_truth import write
from tests.yutang.world import World
from yutang.people.audience import deeds
from yutang.people.audience.engine import Engine
from yutang.people.audience.store import Store
from yutang.people.conditions import service as conditions
from yutang.people.conditions.schemas import Did

KINDS = ("page.viewed", "order.paid")
ZONES = ("Asia/Shanghai", "America/Sao_Paulo", "Europe/London", "Asia/Kathmandu")
EVENT = ("corp_id", "kind", "at", "customer_id", "id", "batch", "props")


async def tell(engine: Engine, corp_id: int, rows: Iterable[tuple[str, datetime, int]]) -> None:
    """As the feed does it with a batch of the log."""
    lines, touched = [], set()
    for kind, at, who in rows:
        told = at.astimezone(UTC)
        row = (corp_id, kind, f"{told:%F %T.%f}", who, random.getrandbits(48), 1, "{}")
        lines.append(json.dumps(dict(zip(EVENT, row, strict=True))))
        touched |= {f"events:{kind}", deeds.day_touched(kind, told.date().isoformat())}
    await engine.store.insert("events", "\n".join(lines).encode())
    engine.kept.happened(corp_id, touched)


async def plainly(engine: Engine, corp_id: int, leaf: Did, now: datetime) -> BitMap:
    """The compiled leaf, asked of the store as a whole."""
    compiled = conditions.compile_leaf(leaf, await engine.scenes.of(corp_id, now), "x")
    ids = await engine.store.bitmap(
        f"select groupBitmapState(toUInt32(who)) from ({compiled.sql})",  # noqa: S608 - the compiler's
        {**compiled.params, "corp_id": corp_id},
    )
    everybody = await engine.universe(corp_id)
    return everybody - ids if compiled.inverted else everybody & ids


def leaf_of(rng: random.Random, now: datetime) -> Did:
    """About a window of some days."""
    begin = now - timedelta(days=rng.randint(2, 60), seconds=rng.randint(0, 86_400))
    end = begin + timedelta(days=rng.randint(2, 50), seconds=rng.randint(0, 86_400))
    window: dict[str, Any] = rng.choice(
        [
            {"kind": "sliding", "days": rng.choice([1, 2, 7, 30, 45])},
            {"kind": "absolute", "from": begin.isoformat(), "to": end.isoformat()},
            {"kind": "absolute", "from": begin.date().isoformat(), "to": None},
            {"kind": "calendar", "unit": rng.choice(["week", "month"]), "back": rng.randint(0, 1)},
        ]
    )
    compare: dict[str, Any] | None = rng.choice(
        [
            None,
            {"is": "at_least", "n": rng.randint(0, 6)},
            {"is": "at_most", "n": rng.randint(0, 6)},
            {"is": "exactly", "n": rng.randint(0, 4)},
            {"is": "between", "n": rng.randint(0, 2), "to": rng.randint(2, 5)},
        ]
    )
    return Did.model_validate(
        {
            "leaf": "event",
            "kind": rng.choice(KINDS),
            "did": rng.random() < 0.7,
            "measure": rng.choice(["count", "days"]) if compare is not None else "count",
            "compare": compare,
            "window": window,
        }
    )


@pytest.mark.parametrize("seed", range(4))
async def test_days_added_up_are_the_window(seed: int, world: World, audience: Engine) -> None:
    rng = random.Random(seed)
    corp_id = world.corp_id
    await people(world, *range(1, 41))
    await write(world, f"update corps set timezone = '{ZONES[seed]}' where id = :c")  # noqa: S608 - ours
    await audience.catch_up()
    # Where summer time begins or ends in two of the zones.
    now = datetime(2026, 11, 5, rng.randint(0, 23), rng.randint(0, 59), tzinfo=UTC)
    rows = [("aliases", one, rng.randint(21, 24)) for one in rng.sample(range(1, 21), 6 * seed % 9)]
    told = "".join(f"{corp_id}\t{one}\t{other}\t1\n" for _, one, other in rows)
    await audience.store.insert("aliases", told.encode(), fmt="TabSeparated")
    audience.kept.happened(corp_id, ["aliases"])
    used = 0
    for _ in range(12):
        batch = []
        for _ in range(rng.choice([1, 5, 120])):
            # Late ones, some of days to come, many of one person on one day.
            at = now + timedelta(days=rng.randint(-70, 2), seconds=rng.randint(-86_400, 86_400))
            batch += [(rng.choice(KINDS), at, rng.randint(1, 45))] * rng.choice([1, 1, 1, 2, 5])
        await tell(audience, corp_id, batch)
        for _ in range(10):
            leaf = leaf_of(rng, now)
            used += deeds.plan(leaf, await audience.scenes.of(corp_id, now)) is not None
            found = await audience.evaluate(corp_id, leaf, now)
            assert found == await plainly(audience, corp_id, leaf, now), leaf
    assert used > 90


class Counting(Store):
    """A store that counts what it is asked for."""

    asked: list[str]

    @override
    async def raw(self, sql: str, params: Any = None) -> bytes:
        """As ever."""
        self.asked.append(sql + str((params or {}).get("begins", "")))
        return await super().raw(sql, params)


async def test_only_a_day_with_news_is_read_again(world: World, audience: Engine) -> None:
    await people(world, 1, 2)
    await audience.catch_up()
    store = Counting(audience.store.dsn, audience.store.database, audience.store.limits)
    store.asked = []
    engine = Engine(store, world.runtime)
    await engine.open()
    corp_id = world.corp_id
    now = datetime(2026, 11, 20, 4, tzinfo=UTC)
    leaf = Did.model_validate(
        {"leaf": "event", "kind": "page.viewed", "window": {"kind": "sliding", "days": 30}}
    )
    await tell(engine, corp_id, [("page.viewed", now - timedelta(days=5), 1)])
    assert list(await engine.evaluate(corp_id, leaf, now)) == [1]

    def days_read() -> list[int]:
        """How many days each question was about; 0 for parts of days."""
        found = [one.rpartition("[")[2].strip("]").count(",") + 1 for one in store.asked
                 if "bitTest" in one and not one.endswith("[]")]  # fmt: skip
        store.asked.clear()
        return found

    assert days_read() == [32]
    assert list(await engine.evaluate(corp_id, leaf, now)) == [1]
    assert days_read() == []
    await tell(engine, corp_id, [("page.viewed", now - timedelta(days=2), 2)])
    assert list(await engine.evaluate(corp_id, leaf, now)) == [1, 2]
    # A day of UTC lies in two days of the zone.
    assert days_read() == [4]
    await tell(engine, corp_id, [("order.paid", now, 2)])
    assert list(await engine.evaluate(corp_id, leaf, now)) == [1, 2]
    assert days_read() == []
    await engine.store.command("delete from events where customer_id = 1")
    engine.kept.happened(corp_id, ["events:page.viewed", "expired:page.viewed"])
    assert list(await engine.evaluate(corp_id, leaf, now)) == [2]
    assert days_read() == [32]
    await store.close()


async def test_more_than_fits_is_asked_as_a_whole(world: World, audience: Engine) -> None:
    await people(world, 1, 2)
    await audience.catch_up()
    now = datetime(2026, 11, 20, 4, tzinfo=UTC)
    often = 1 << 16
    await audience.store.command(
        "insert into events select {c:UInt32}, 'page.viewed', {at:DateTime64(6, 'UTC')}, 1, number,"
        " 1, '{}' from numbers({often:UInt64})",
        {"c": world.corp_id, "at": f"{now - timedelta(days=3):%F %T}", "often": often},
    )
    leaf = {
        "leaf": "event",
        "kind": "page.viewed",
        "compare": {"is": "exactly", "n": often},
        "window": {"kind": "sliding", "days": 30},
    }
    assert list(await audience.evaluate(world.corp_id, leaf, now)) == [1]
    small = Engine(audience.store, world.runtime, budget_bytes=64)
    assert list(await small.evaluate(world.corp_id, leaf, now)) == [1]
    fewer = {**leaf, "compare": {"is": "at_least", "n": 2}}
    assert list(await small.evaluate(world.corp_id, fewer, now)) == [1]


async def test_many_days_are_read_beside_the_first_answer(
    world: World, audience: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deeds, "_AT_ONCE", 10)
    await people(world, *range(1, 31))
    await audience.catch_up()
    corp_id, now = world.corp_id, datetime(2026, 11, 20, 4, tzinfo=UTC)
    rng = random.Random(3)
    leaf = Did.model_validate(
        {
            "leaf": "event",
            "kind": "page.viewed",
            "compare": {"is": "at_least", "n": 2},
            "window": {"kind": "sliding", "days": 30},
        }
    )
    rows = [
        ("page.viewed", now - timedelta(minutes=rng.randint(1, 50_000)), rng.randint(1, 30))
        for _ in range(200)
    ]
    await tell(audience, corp_id, rows)
    scene = await audience.scenes.of(corp_id, now)
    asked = deeds.plan(leaf, scene)
    assert asked is not None
    expected = await plainly(audience, corp_id, leaf, now)
    assert await audience.deeds.answer(corp_id, asked) is None
    # Who asks meanwhile begins no second reading.
    assert await audience.evaluate(corp_id, leaf, now) == expected
    await audience.deeds.settle()
    assert await audience.deeds.answer(corp_id, asked) == expected
    await tell(audience, corp_id, [("page.viewed", now - timedelta(days=4), 30)] * 2)
    assert await audience.evaluate(corp_id, leaf, now) == await plainly(
        audience, corp_id, leaf, now
    )
    # A reading that goes wrong is no answer and holds nothing up.
    await tell(audience, corp_id, [("page.viewed", one, 1) for _, one, _ in rows])
    await audience.store.command("rename table events to hidden")
    with pytest.raises(DatabaseError):
        await audience.evaluate(corp_id, leaf, now)
    await audience.store.command("rename table hidden to events")
    await audience.deeds.settle()
    found = await audience.evaluate(corp_id, leaf, now)
    assert found == await plainly(audience, corp_id, leaf, now)


@pytest.mark.parametrize(
    "window",
    [{"kind": "ever"}, {"kind": "before", "days": 3}, {"kind": "sliding", "days": 500}],
)
async def test_no_plan(window: dict[str, Any], world: World, audience: Engine) -> None:
    scene = await audience.scenes.of(world.corp_id, datetime(2026, 11, 20, tzinfo=UTC))
    told = {"leaf": "event", "kind": "page.viewed", "window": window}
    assert deeds.plan(Did.model_validate(told), scene) is None
