"""Runs over many: by the clock and by wish, kept in step, killed amid, taken back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from tests.yutang.world import World, add_corp
from yutang.decide.autotags import book, clockwork, running, undoing
from yutang.decide.autotags import service as autotags
from yutang.people.audience import service as audience

from .stage import DAILY, NOW, Stage, put, take, wears

WOMEN: dict[str, Any] = {
    "leaf": "attribute",
    "name": "gender",
    "test": {"is": "equals", "values": ["female"]},
}
EVERYBODY: dict[str, Any] = {"leaf": "attribute", "name": "created_at", "test": {"is": "known"}}


def outcomes(run: Any) -> dict[tuple[int, str], int]:
    """Outcomes of a run by act."""
    return {(one["act"], one["outcome"]): one["count"] for one in run["outcomes"]}


async def test_a_run_now_of_a_chunk_after_another_and_the_way_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "CHUNK", 3)
    monkeypatch.setattr(undoing, "CHUNK", 3)
    await stage.people(8)
    low, high = await stage.group("级", ["低", "高"], exclusive=True)
    [old] = await stage.group("别的", ["旧"])
    await stage.wear(low, 1, 2, 3)
    await stage.wear(old, 4)
    await stage.wear(high, 5)
    await stage.do("update customers set stage = 'intent' where corp_id = :corp and id = 6")
    rule = await stage.rule(
        DAILY,
        put(high),
        take(old),
        {"do": "stage", "stage": "deal"},
        condition=EVERYBODY,
        enabled=False,
    )
    run = await stage.run(rule["id"])
    assert (run["state"], run["asked"], run["done"], run["changed"]) == ("ended", 8, 8, 8)
    assert outcomes(run) == {
        (0, "changed"): 7, (0, "already"): 1, (1, "changed"): 1, (1, "not_worn"): 7,
        (2, "changed"): 8,
    }  # fmt: skip
    assert (run["refused"], run["refusals"]) == (0, [])
    assert await stage.worn(high) == list(range(1, 9))
    assert (await stage.worn(low), await stage.worn(old)) == ([], [])
    # One changes it by hand: that stays.
    http = stage.world.http
    assert (await http.delete(f"/api/customers/1/tags/{high}")).status_code == 200
    assert (await http.delete(f"/api/customers/2/tags/{high}")).status_code == 200
    assert (await http.post("/api/customers/2/tags", json={"tag_id": high})).status_code == 200
    assert (await http.post("/api/customers/4/tags", json={"tag_id": old})).status_code == 200
    assert (await http.put("/api/customers/7/stage", json={"stage": "repeat"})).status_code == 204
    undone = await stage.undo(run["id"])
    # 7 tags put, 3 given up, 1 taken, 8 stages.
    assert undone["undo"]["taken_back"] == 5 + 2 + 0 + 7
    assert undone["undo"]["changed_since"] == 2 + 1 + 1 + 1
    assert await stage.worn(high) == [2, 5]
    # 1 has lost both since, which is no change of the low one: it comes back with who put it.
    assert await stage.worn(low) == [1, 3]
    assert await stage.rows(
        "select customer_id, added_by, why, added_at from customer_tags"
        " where corp_id = :corp and tag_id = :tag order by 1",
        tag=low,
    ) == [(1, "user:1", "看出来的", NOW), (3, "user:1", "看出来的", NOW)]
    assert await stage.worn(old) == [4]
    stages = await stage.rows("select id, stage from customers where corp_id = :corp order by id")
    assert stages == [(n, {6: "intent", 7: "repeat"}.get(n)) for n in range(1, 9)]
    page = await stage.call("GET", f"/runs/{run['id']}/changes?limit=200", 200)
    states = [item["undone"] for item in page["items"]]
    assert (states.count("taken_back"), states.count("changed_since")) == (14, 5)


async def test_a_killed_run_and_a_killed_way_back_go_on_where_they_stood(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "CHUNK", 4)
    monkeypatch.setattr(undoing, "CHUNK", 4)
    await stage.people(10)
    [tag] = await stage.group("甲", ["一"])
    rule = await stage.rule(DAILY, put(tag), condition=EVERYBODY)
    await stage.engine.catch_up()
    run_id = (await stage.call("POST", f"/{rule['id']}/run", 202))["id"]
    await stage.call("POST", f"/{rule['id']}/run", 409)
    runtime, corp_id = stage.world.runtime, stage.corp_id
    assert await running.find_people(runtime, corp_id, run_id)
    assert await running.step(runtime, corp_id, run_id)
    # Cut here, and amid the second chunk, whose transaction goes with it.
    write_down = book.write_down

    async def cut(*args: Any, **more: Any) -> None:
        await write_down(*args, **more)
        message = "killed"
        raise RuntimeError(message)

    with monkeypatch.context() as patch:
        patch.setattr(book, "write_down", cut)
        with pytest.raises(RuntimeError, match="killed"):
            await running.carry_on(runtime, corp_id, run_id)
    assert await stage.worn(tag) == [1, 2, 3, 4]
    # Who comes later is not of this run.
    await stage.people(11, first=11)
    await stage.engine.catch_up()
    await running.carry_on(runtime, corp_id, run_id)
    await running.carry_on(runtime, corp_id, run_id)
    run = await stage.call("GET", f"/runs/{run_id}", 200)
    assert (run["state"], run["asked"], run["done"], run["changed"]) == ("ended", 10, 10, 10)
    assert await stage.worn(tag) == list(range(1, 11))
    told = "select count(*) from events where corp_id = :corp and kind = :kind"
    assert await stage.rows(told, kind="tag.added") == [(10,)]

    await stage.call("POST", f"/runs/{run_id}/undo", 202)
    assert await undoing.step(runtime, corp_id, run_id)
    assert await stage.worn(tag) == [5, 6, 7, 8, 9, 10]
    await undoing.carry_on(runtime, corp_id, run_id)
    await undoing.carry_on(runtime, corp_id, run_id)
    assert await stage.worn(tag) == []
    assert await stage.rows(told, kind="tag.removed") == [(10,)]
    undo = (await stage.call("GET", f"/runs/{run_id}", 200))["undo"]
    assert (undo["taken_back"], undo["changed_since"]) == (10, 0)


async def test_who_no_longer_fits_loses_what_the_rule_put_and_nothing_else(stage: Stage) -> None:
    await stage.people(6)
    [tag] = await stage.group("性别", ["女"])
    await stage.wear(tag, 5)
    # WeCom's 2 is a woman: the even numbers of `people`, by id % 2 + 1.
    await stage.do(
        "update customers set gender = 3 - gender where corp_id = :corp and id in (5, 6)"
    )
    women = [
        row[0]
        for row in await stage.rows(
            "select id from customers where corp_id = :corp and gender = 2 order by id"
        )
    ]
    rule = await stage.rule(DAILY, put(tag), condition=WOMEN, keeps=True)
    first = await stage.run(rule["id"])
    assert first["asked"] == 3
    assert await stage.worn(tag) == sorted({*women, 5})
    await stage.do("update customers set gender = 1 where corp_id = :corp")
    draft = {"name": "性别女", "trigger": DAILY, "condition": WOMEN, "keeps": True}
    await stage.engine.catch_up()
    told = await stage.call(
        "POST", f"/dry-run?rule_id={rule['id']}", 200, draft | {"acts": [put(tag)]}
    )
    assert (told["found"], told["changes"], told["leaving"]) == (0, 0, 3)
    second = await stage.run(rule["id"])
    assert (second["asked"], second["changed"], outcomes(second)) == (3, 3, {(1, "changed"): 3})
    # 5 wore it by hand before.
    assert await stage.worn(tag) == [5]
    undone = await stage.undo(second["id"])
    assert undone["undo"]["taken_back"] == 3
    assert await stage.worn(tag) == sorted({*women, 5})


async def test_by_the_clock_of_the_corps_zone_once_each_moment(stage: Stage) -> None:
    await stage.people(1)
    [tag] = await stage.group("甲", ["一"])
    rule = await stage.rule(DAILY, put(tag), condition=EVERYBODY)
    runtime = stage.world.runtime
    zone = ZoneInfo("Asia/Shanghai")
    at = datetime.fromisoformat(rule["next_at"]).astimezone(zone)
    assert (at.hour, at.minute) == (3, 0)
    assert await autotags.look_at_the_clock(runtime) == 0
    runtime = replace(runtime, clock=lambda: at + timedelta(minutes=2))
    assert await autotags.look_at_the_clock(runtime) == 1
    assert await autotags.look_at_the_clock(runtime) == 0
    run = await stage.last_run(rule["id"])
    assert (run["cause"], run["state"], run["asked_by"]) == ("schedule", "waiting", "system")
    await stage.engine.catch_up()
    await running.carry_on(runtime, stage.corp_id, run["id"])
    # Three days asleep: the moment that was missed is made up for once.
    runtime = replace(runtime, clock=lambda: at + timedelta(days=3, hours=5))
    assert await autotags.look_at_the_clock(runtime) == 1
    assert await autotags.look_at_the_clock(runtime) == 0
    weekly = {"every": "week", "hour": 9, "weekday": 2}
    monday = datetime(2027, 3, 1, 12, tzinfo=zone)
    assert clockwork.latest(weekly, monday, zone) == datetime(2027, 2, 24, 9, tzinfo=zone)
    assert clockwork.following(weekly, monday, zone) == datetime(2027, 3, 3, 9, tzinfo=zone)
    # Where clocks are put forward at 2, the day still has one such moment.
    berlin = ZoneInfo("Europe/Berlin")
    spring = datetime(2027, 3, 28, 12, tzinfo=UTC)
    daily = {"every": "day", "hour": 2}
    assert clockwork.latest(daily, spring, berlin) == datetime(2027, 3, 28, 1, tzinfo=UTC)


async def ann_knows(stage: Stage, *ids: int) -> None:
    """A member whose friends these people are."""
    [(member,)] = await stage.rows(
        "insert into staff (corp_id, account, name, status)"
        " values (:corp, 'ann', 'ann', 'active') returning id"
    )
    await stage.do(
        "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
        " select :corp, one, :member, 'friend', now(), now()"
        " from unnest(cast(:ids as bigint[])) as one",
        member=member,
        ids=list(ids),
    )


async def test_what_a_member_had_put_comes_back_each_with_its_own_reason(stage: Stage) -> None:
    await stage.people(2)
    [theirs] = await stage.group("企微", ["客"], kind="wecom")
    await ann_knows(stage, 1, 2)
    await stage.do(
        "insert into follow_tags (corp_id, customer_id, staff_id, tag_id, added_by, added_at, why)"
        " select corp_id, customer_id, staff_id, :tag, 'user:1', now(), '理由' || customer_id"
        " from follows where corp_id = :corp",
        tag=theirs,
    )
    rule = await stage.rule(DAILY, take(theirs, mirror=True), condition=EVERYBODY)
    run = await stage.run(rule["id"])
    assert outcomes(run) == {(0, "changed"): 2}
    assert (await stage.undo(run["id"]))["undo"]["taken_back"] == 2
    worn = "select customer_id, why from follow_tags where corp_id = :corp order by 1"
    assert await stage.rows(worn) == [(1, "理由1"), (2, "理由2")]


async def test_what_is_refused_is_told_with_whom(stage: Stage) -> None:
    await stage.people(3)
    [theirs] = await stage.group("企微", ["客"], kind="wecom")
    [ours] = await stage.group("甲", ["一"])
    await ann_knows(stage, 1)
    rule = await stage.rule(
        DAILY, put(theirs, mirror=True), put(ours), condition=EVERYBODY, why="看出来的"
    )
    await stage.do("update tags set archived_at = now() where corp_id = :corp and id = :t", t=ours)
    run = await stage.run(rule["id"])
    assert outcomes(run) == {
        (0, "changed"): 1, (0, "lost"): 2, (1, "tags.archived"): 3,
    }  # fmt: skip
    assert run["refused"] == 5
    assert [(one["reason"], one["count"]) for one in run["refusals"]] == [
        ("tags.archived", 3), ("lost", 2),
    ]  # fmt: skip
    assert run["refusals"][1]["sample"] == [{"id": 2, "name": "客2"}, {"id": 3, "name": "客3"}]
    # WeCom is told by the run that takes what quota is over.
    assert await stage.rows(
        "select customer_id, added_by, why, extract(year from push_at) from follow_tags"
    ) == [(1, f"rule:{rule['id']}", "看出来的", 9999)]
    undone = await stage.undo(run["id"])
    assert undone["undo"]["taken_back"] == 1
    assert await stage.rows("select count(*) from follow_tags") == [(0,)]


async def test_a_dry_run_counts_and_names_and_changes_nothing(stage: Stage) -> None:
    await stage.people(6)
    one, two = await stage.group("级", ["一", "二"], exclusive=True)
    await stage.wear(two, 2, 4)
    await stage.happen("gift.claimed", 2)
    await stage.happen("gift.claimed", 3)
    await stage.engine.catch_up()
    draft = {
        "name": "试",
        "trigger": {"on": "event", "kind": "gift.claimed", "where": []},
        "acts": [put(two)],
        "condition": wears(one, how="none"),
    }
    told = await stage.call("POST", "/dry-run", 200, draft)
    assert {key: told[key] for key in ("found", "universe", "looked_at", "changes", "days")} == {
        "found": 2, "universe": 6, "looked_at": 2, "changes": 1, "days": 7,
    }  # fmt: skip
    assert (outcomes(told), told["sample"]) == (
        {(0, "changed"): 1, (0, "already"): 1}, [{"id": 3, "name": "客3"}],
    )  # fmt: skip
    loop = draft | {"trigger": DAILY, "condition": wears(two)}
    assert (await stage.call("POST", "/dry-run", 422, loop))["type"] == "tag_rules.loop"
    assert await stage.worn(two) == [2, 4]
    assert await stage.rows("select count(*) from tag_rules") == [(0,)]
    # Without the engine there are words, and rules can still be written.
    audience.desk(stage.world.runtime).engine = None
    assert (await stage.call("POST", "/dry-run", 503, draft))["type"] == "audience.away"
    made = await stage.rule(DAILY, put(two), condition=wears(one, how="none"))
    run_id = (await stage.call("POST", f"/{made['id']}/run", 202))["id"]
    with pytest.raises(running.NotYetError):
        await running.carry_on(stage.world.runtime, stage.corp_id, run_id)
    run = await stage.call("POST", f"/runs/{run_id}/stop", 200)
    assert (run["state"], run["changed"]) == ("stopped", 0)
    assert run["error"]


@pytest.mark.parametrize(
    ("people", "chunk"), [(400, 200), pytest.param(10_000, 5_000, marks=pytest.mark.proof)]
)
async def test_ten_thousand_people_are_few_statements(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, people: int, chunk: int
) -> None:
    monkeypatch.setattr(running, "CHUNK", chunk)
    await stage.people(people)
    low, high = await stage.group("级", ["低", "高"], exclusive=True)
    rule = await stage.rule(
        DAILY, put(high), take(low), {"do": "stage", "stage": "deal"}, condition=EVERYBODY
    )
    await stage.engine.catch_up()
    run_id = (await stage.call("POST", f"/{rule['id']}/run", 202))["id"]
    statements: list[str] = []
    engine = stage.world.runtime.database.engine.sync_engine

    def count(_a: Any, _b: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    await running.carry_on(stage.world.runtime, stage.corp_id, run_id)
    event.remove(engine, "before_cursor_execute", count)
    assert len(await stage.worn(high)) == people
    # Three acts in two chunks; each takes its transaction's own few as well.
    assert len(statements) <= 75, len(statements)


async def test_two_companies(stage: Stage) -> None:
    await stage.people(2)
    [tag] = await stage.group("甲", ["一"])
    rule = await stage.rule(DAILY, put(tag), condition=EVERYBODY)
    run = await stage.run(rule["id"])
    world = stage.world
    corp_id, apps = await add_corp(world.runtime, "other", (1_000_009,))
    other = World(world.runtime, world.api, world.http, corp_id, apps)
    await other.sign_in("other")
    theirs = Stage(other, stage.engine, other.corp_id)
    assert (await theirs.call("GET", "", 200))["items"] == []
    for method, path, body in (
        ("GET", f"/{rule['id']}", None),
        ("GET", f"/{rule['id']}/runs", None),
        ("GET", f"/runs/{run['id']}", None),
        ("GET", f"/runs/{run['id']}/changes", None),
        ("POST", f"/runs/{run['id']}/undo", None),
        ("POST", f"/{rule['id']}/run", None),
        ("PUT", f"/{rule['id']}/state", {"enabled": False}),
        ("DELETE", f"/{rule['id']}", None),
    ):
        assert (await theirs.call(method, path, 404, body))["type"].startswith("tag_rules.unknown")
    await theirs.rule(DAILY, put(tag), condition=EVERYBODY, status=404)
    assert await stage.worn(tag) == [1, 2]
