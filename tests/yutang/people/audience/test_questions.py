"""Samples, profiles, overlaps, and why somebody is in or out."""

from collections import Counter
from collections.abc import Iterable
from random import Random
from typing import Any

from tests.yutang.people.audience.test_engine import EVERYBODY, people, tag, wear
from tests.yutang.people.audience.test_persons import did, happen
from tests.yutang.people.audience.test_truth import write
from tests.yutang.world import World
from yutang.people.audience import service
from yutang.people.audience.engine import Engine
from yutang.people.audience.questions import TOP
from yutang.people.audience.schemas import Share, Spread


async def test_what_a_tree_s_people_are_like(world: World, audience: Engine) -> None:
    runtime, corp_id = world.runtime, world.corp_id
    await people(world, *range(1, 31))
    for statement in (
        (
            "update customers set gender = 1 + id % 2,"
            " stage = case when id % 3 = 0 then 'deal' end,"
            " first_added_channel = case when id <= 25 then 'c' || id end where corp_id = :c"
        ),
        "update customers set gender = 0 where corp_id = :c and id = 30",
        (
            "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
            " values"
            " (:c, 1, 8, 'friend', :now, :now), (:c, 2, 8, 'deleted_by_staff', :now, :now)"
        ),
        (
            "insert into fields (corp_id, id, name, kind, seen_by, edited_by, created_by)"
            " overriding system value values (:c, 1, '城市', 'text', '{}', '{}', 'user:1')"
        ),
        (
            "insert into field_values (corp_id, customer_id, field_id, word, changed_by, source,"
            " changed_at) values (:c, 1, 1, '上海', 'u', 'hand', :now),"
            " (:c, 2, 1, '上海', 'u', 'hand', :now), (:c, 3, 1, '杭州', 'u', 'hand', :now)"
        ),
    ):
        await write(world, statement)
    await wear(world, 5, 1, 2, 3)
    await audience.catch_up()
    found = await service.profile(runtime, corp_id, EVERYBODY, None)
    assert found.total == 30
    assert found.gender.top == [Share(key="2", count=15), Share(key="1", count=14)]
    assert (found.gender.none, found.stage.none) == (1, 20)
    assert found.stage.top == [Share(key="deal", count=10)]
    assert found.state.top == [Share(key="friend", count=30)]
    assert (len(found.channel.top), found.channel.rest, found.channel.none) == (20, 5, 5)
    assert found.staff.top == [Share(key="7", count=30), Share(key="8", count=1)]
    assert found.city is not None
    assert (found.city.top[0], found.city.none) == (Share(key="上海", count=2), 27)
    few = await service.profile(runtime, corp_id, tag("any", 5), [8])
    assert few.total == 2
    assert few.staff.top == [Share(key="7", count=2), Share(key="8", count=1)]

    some = await service.sample(runtime, corp_id, EVERYBODY, None, 5, seed=1)
    assert len(some) == 5
    assert some == await service.sample(runtime, corp_id, EVERYBODY, None, 5, seed=1)
    assert some != await service.sample(runtime, corp_id, EVERYBODY, None, 5, seed=2)
    assert await service.sample(runtime, corp_id, tag("any", 5), [8], 5) == [1, 2]
    shares = await service.crosstab(runtime, corp_id, did("note.added"), [8])
    assert [(one.tag_id, one.both, one.tag_total) for one in shares] == [(5, 0, 2)]


async def test_of_random_people_a_profile_says_what_plain_counting_says(
    world: World, audience: Engine
) -> None:
    chance = Random(11)
    crowd: dict[int, dict[str, Any]] = {
        one: {
            "gender": chance.choice([0, 1, 2]),
            "stage": chance.choice([None, "deal", "repeat", "intent"]),
            "channel": chance.choice([None, "", *(f"码{n}" for n in range(40))]),
            "city": chance.choice([None, *(f"市{n}" for n in range(30))]),
            "members": chance.sample(range(8, 13), chance.randrange(4)),
        }
        for one in range(1, 301)
    }
    await people(world, *crowd)
    await write(
        world,
        "insert into fields (corp_id, id, name, kind, seen_by, edited_by, created_by)"
        " overriding system value values (:c, 1, 'City', 'text', '{}', '{}', 'user:1')",
    )
    told = {key: [one[key] for one in crowd.values()] for key in ("gender", "stage", "channel")}
    await write(
        world,
        "update customers c set gender = t.gender, stage = t.stage, first_added_channel = t.channel"
        " from unnest(cast(:ids as bigint[]), cast(:gender as int[]), cast(:stage as text[]),"
        " cast(:channel as text[])) t (id, gender, stage, channel)"
        " where c.corp_id = :c and c.id = t.id",
        ids=list(crowd), **told,
    )  # fmt: skip
    lived = {one: his["city"] for one, his in crowd.items() if his["city"] is not None}
    await write(
        world,
        "insert into field_values (corp_id, customer_id, field_id, word, changed_by, source,"
        " changed_at) select :c, id, 1, city, 'u', 'hand', :now"
        " from unnest(cast(:ids as bigint[]), cast(:cities as text[])) t (id, city)",
        ids=list(lived), cities=list(lived.values()),
    )  # fmt: skip
    ties = [(one, member) for one, his in crowd.items() for member in his["members"]]
    await write(
        world,
        "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
        " select :c, id, staff, 'half', :now, :now"
        " from unnest(cast(:ids as bigint[]), cast(:staff as bigint[])) t (id, staff)",
        ids=[one for one, _ in ties], staff=[member for _, member in ties],
    )  # fmt: skip
    some = chance.sample(sorted(crowd), 200)
    await wear(world, 5, *some)
    await audience.catch_up()
    found = await service.profile(world.runtime, world.corp_id, tag("any", 5), None)

    def plainly(values: Iterable[Any], *none: str) -> Spread:
        counts = Counter("" if one is None else str(one) for one in values)
        unknown = sum(counts.pop(one, 0) for one in none)
        ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        top = [Share(key=key, count=n) for key, n in ranked[:TOP]]
        return Spread(top=top, rest=sum(n for _, n in ranked[TOP:]), none=unknown)

    assert found.total == 200
    assert found.gender == plainly((crowd[one]["gender"] for one in some), "0")
    assert found.stage == plainly((crowd[one]["stage"] for one in some), "")
    assert found.state == plainly("friend" for _ in some)
    assert found.channel == plainly((crowd[one]["channel"] for one in some), "")
    assert found.channel.rest > 0
    assert found.city == plainly((crowd[one]["city"] for one in some), "")
    assert found.staff == plainly(member for one in some for member in (7, *crowd[one]["members"]))


async def test_why_somebody_is_in_or_out(world: World, audience: Engine) -> None:
    runtime, corp_id = world.runtime, world.corp_id
    await people(world, 1, 2)
    await wear(world, 5, 1)
    await happen(world, "note.added", 1, 1)
    await write(
        world,
        "insert into orders (corp_id, source, number, customer_id, status, placed_at, paid_at,"
        " bought_at, amount_fen, told_at) values (:c, 'shop', 'A', 1, 'paid', :now, :now, :now,"
        " 5000, :now)",
    )
    await audience.catch_up()
    parts: list[dict[str, Any]] = [
        tag("any", 5),
        {**did("note.added"), "compare": {"is": "at_least", "n": 2}},
        {"leaf": "orders", "compare": {"is": "at_least", "n": 2}, "window": {"kind": "ever"}},
    ]
    tree = {"op": "all", "of": parts}
    tested = await service.explain(runtime, corp_id, tree, 1, None)
    assert tested is not None
    assert (tested.holds, [one.holds for one in tested.children]) == (False, [True, True, False])
    assert all(one.facts for one in tested.children)
    # It says of everybody what the bitmaps say.
    for customer_id in (1, 2):
        for part in parts:
            told = await service.explain(runtime, corp_id, part, customer_id, None)
            assert told is not None
            assert told.holds == (customer_id in await audience.evaluate(corp_id, part))
    assert await service.explain(runtime, corp_id, tree, 1, [8]) is None
    assert await service.explain(runtime, corp_id, tree, 99, None) is None
