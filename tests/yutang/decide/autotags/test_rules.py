"""A rule by an event tags whom its condition finds, once, with its reason; undo takes it back."""

from typing import Any

from tests.yutang.world import read_all
from yutang.decide.autotags import judging
from yutang.decide.autotags import service as autotags

from .stage import DAILY, EVER, Stage, on, put, take, wears


def counts(run: Any) -> dict[tuple[int, str], int]:
    """Outcomes of a run by act."""
    return {(one["act"], one["outcome"]): one["count"] for one in run["outcomes"]}


async def test_a_rule_tags_after_an_event_and_undo_takes_it_off(stage: Stage) -> None:
    await stage.people(3)
    [paid] = await stage.group("购买", ["买过"])
    # What happened before it was switched on sets nothing off.
    await stage.happen("gift.claimed", 3, '{"gift_id": 7}')
    rule = await stage.rule(
        on("gift.claimed", {"prop": "gift_id", "is": "equals", "values": [7]}),
        put(paid),
        condition={
            "leaf": "event",
            "kind": "gift.claimed",
            "where": [],
            "window": EVER,
            "compare": {"is": "at_least", "n": 2},
        },
    )
    assert rule["enabled"] is True
    assert rule["sentence"]["zh"]
    assert rule["sentence"]["en"]
    await stage.happen("gift.claimed", 1, '{"gift_id": 7}')
    await stage.happen("gift.claimed", 1, '{"gift_id": 7}')
    await stage.happen("gift.claimed", 2, '{"gift_id": 7}')
    await stage.happen("gift.claimed", 3, '{"gift_id": 8}')
    await stage.hear()
    # 1 has two gifts by now, 2 one; 3 was about another gift.
    assert await stage.worn(paid) == [1]
    [(by, why)] = await stage.rows("select added_by, why from customer_tags where corp_id = :corp")
    assert (by, why) == (f"rule:{rule['id']}", "规则1")
    run = await stage.last_run(rule["id"])
    assert (run["cause"], run["state"], run["asked"], run["changed"], run["refused"]) == (
        "event", "running", 1, 1, 0,
    )  # fmt: skip
    assert counts(run) == {(0, "changed"): 1}
    page = await stage.call("GET", f"/runs/{run['id']}/changes", 200)
    [item] = page["items"]
    assert (item["customer"], item["what"], item["tag"]["name"], item["undone"]) == (
        {"id": 1, "name": "客1"}, "put", "买过", None,
    )  # fmt: skip
    life = await stage.world.http.get("/api/customers/1/timeline")
    tagged = [one for one in life.json()["items"] if one["kind"] == "tag.added"]
    assert [(one["who"], one["by"]) for one in tagged] == [("规则1", f"rule:{rule['id']}")]

    # Again: he wears it already, the hour's run goes on.
    await stage.happen("gift.claimed", 1, '{"gift_id": 7}')
    await stage.hear()
    again = await stage.last_run(rule["id"])
    assert (again["id"], again["asked"], again["changed"]) == (run["id"], 2, 1)
    assert counts(again) == {(0, "changed"): 1, (0, "already"): 1}

    undone = await stage.undo(run["id"])
    assert await stage.worn(paid) == []
    assert (undone["undo"]["taken_back"], undone["undo"]["changed_since"]) == (1, 0)
    assert undone["undo_until"] is None
    await stage.call("POST", f"/runs/{run['id']}/undo", 409)
    # The next event is another run's.
    await stage.happen("gift.claimed", 2, '{"gift_id": 7}')
    await stage.hear()
    assert await stage.worn(paid) == [2]
    assert (await stage.last_run(rule["id"]))["id"] != run["id"]


async def test_nobody_is_judged_before_the_audience_has_read_his_event(stage: Stage) -> None:
    await stage.people(2)
    [tag] = await stage.group("购买", ["买过"])
    rule = await stage.rule(
        on("gift.claimed"),
        put(tag),
        condition={"leaf": "event", "kind": "gift.claimed", "where": [], "window": EVER},
    )
    await stage.engine.catch_up()
    await stage.happen("gift.claimed", 1)
    await read_all(stage.world.runtime, autotags.HEARING)
    # The engine has not read it: he waits, and nothing is said about him.
    assert await judging.judge(stage.world.runtime) == 0
    assert await stage.worn(tag) == []
    assert (await stage.call("GET", f"/{rule['id']}", 200))["waiting"] == 1
    # What changes beside the log must be read, too.
    await stage.engine.catch_up()
    await stage.do("update customers set company = '新' where corp_id = :corp and id = 1")
    await stage.do("update tag_rule_dues set wait_until = now() where corp_id = :corp")
    assert await judging.judge(stage.world.runtime) == 0
    await stage.engine.catch_up()
    await stage.do("update tag_rule_dues set wait_until = now() where corp_id = :corp")
    assert await judging.judge(stage.world.runtime) == 1
    assert await stage.worn(tag) == [1]
    assert (await stage.call("GET", f"/{rule['id']}", 200))["waiting"] == 0


async def test_a_killed_judge_is_followed_by_another_and_each_change_is_made_once(
    stage: Stage,
) -> None:
    await stage.people(3)
    [tag] = await stage.group("购买", ["买过"])
    rule = await stage.rule(on("gift.claimed"), put(tag))
    for one in (1, 2, 3):
        await stage.happen("gift.claimed", one)
    await read_all(stage.world.runtime, autotags.HEARING)
    # One took them and died: they come back when the lease is over.
    await stage.do(
        "update tag_rule_dues set wait_until = now() + interval '60 s' where corp_id = :corp"
    )
    assert await judging.judge(stage.world.runtime) == 0
    await stage.do("update tag_rule_dues set wait_until = now() where corp_id = :corp")
    assert await judging.judge(stage.world.runtime) == 3
    assert await judging.judge(stage.world.runtime) == 0
    assert await stage.worn(tag) == [1, 2, 3]
    assert await stage.rows("select count(*) from events where kind = 'tag.added'") == [(3,)]
    run = await stage.last_run(rule["id"])
    assert (run["asked"], run["changed"]) == (3, 3)


async def test_its_own_events_set_it_off_never_again_those_of_others_do(stage: Stage) -> None:
    await stage.people(2)
    one, two, three = await stage.group("甲", ["一", "二", "三"])
    # Its own tag is not what it waits for; whatever tag comes is.
    await stage.rule(on("tag.added"), put(one), status=422)
    first = await stage.rule(
        on("tag.added", {"prop": "tag_id", "is": "in", "values": [two]}), put(one)
    )
    second = await stage.rule(
        on("tag.added", {"prop": "tag_id", "is": "equals", "values": [one]}), put(three)
    )
    put_by_hand = await stage.world.http.post("/api/customers/1/tags", json={"tag_id": two})
    assert put_by_hand.status_code == 200
    await stage.hear()
    await stage.hear()
    assert [await stage.worn(tag) for tag in (one, two, three)] == [[1], [1], [1]]
    assert (await stage.last_run(first["id"]))["asked"] == 1
    assert (await stage.last_run(second["id"]))["asked"] == 1


async def test_circles_are_refused_with_their_chain_and_nothing_is_kept(stage: Stage) -> None:
    one, two = await stage.group("甲", ["一", "二"])
    by = {"prop": "tag_id", "is": "equals"}
    await stage.rule(on("tag.added", by | {"values": [one]}), put(two))
    refused = await stage.rule(on("tag.added", by | {"values": [two]}), put(one), status=422)
    assert refused["type"] == "tag_rules.loop"
    assert "规则2 (puts 一) → 规则1 (puts 二) → 规则2" in refused["detail"]
    assert len((await stage.call("GET", "", 200))["items"]) == 1
    # Switched off it is in nobody's way; the other then cannot be switched on.
    rules = (await stage.call("GET", "", 200))["items"]
    await stage.call("PUT", f"/{rules[0]['id']}/state", 200, {"enabled": False})
    await stage.rule(on("tag.added", by | {"values": [two]}), put(one))
    told = await stage.call("PUT", f"/{rules[0]['id']}/state", 422, {"enabled": True})
    assert told["type"] == "tag_rules.loop"


async def test_a_segment_may_not_become_what_closes_a_circle(stage: Stage) -> None:
    one, two = await stage.group("度", ["一", "二"])
    facts = {"name": "留意", "kind": "kept", "tree": wears(two)}
    made = (await stage.world.http.post("/api/segments", json=facts)).json()
    entered = {"on": "segment", "segment_id": made["id"], "moved": "entered"}
    await stage.rule(entered, put(one))
    path, changed = f"/api/segments/{made['id']}", facts | {"version": made["version"]}
    refused = await stage.world.http.put(path, json=changed | {"tree": wears(two, one)})
    assert (refused.status_code, refused.json()["type"]) == (422, "tag_rules.loop")
    assert "规则1 (puts 一) → 规则1" in refused.json()["detail"]
    kept = (await stage.world.http.get(path)).json()
    assert (kept["version"], kept["tree"]) == (made["version"], made["tree"])
    # Switched off it minds nothing; then it cannot be switched on.
    [rule] = (await stage.call("GET", "", 200))["items"]
    await stage.call("PUT", f"/{rule['id']}/state", 200, {"enabled": False})
    told = await stage.world.http.put(path, json=changed | {"tree": wears(two, one)})
    assert told.status_code == 200, told.text
    told = await stage.call("PUT", f"/{rule['id']}/state", 422, {"enabled": True})
    assert told["type"] == "tag_rules.loop"


async def test_what_a_rule_may_not_do_is_said(stage: Stage) -> None:
    strict, other = await stage.group("级", ["一", "二"], exclusive=True)
    [secret] = await stage.group("财富", ["有钱"], sensitive=True)
    [ours] = await stage.group("我们的", ["新"], kind="wecom")
    [foreign] = await stage.group("后台的", ["老"], kind="wecom", maker="other")
    trigger, deal = on("order.paid"), {"do": "stage", "stage": "deal"}
    cases: list[tuple[str, int, dict[str, Any]]] = [
        ("tag_rules.apart", 422, {"acts": [put(strict), put(other)]}),
        ("tag_rules.apart", 422, {"acts": [put(strict), take(strict)]}),
        ("tag_rules.apart", 422, {"acts": [deal, deal | {"stage": None}]}),
        ("tags.reason_needed", 422, {"acts": [put(secret)]}),
        ("tag_rules.mirror_needed", 422, {"acts": [put(ours)]}),
        ("tags.locked", 409, {"acts": [put(foreign, mirror=True)]}),
        ("tags.unknown", 404, {"acts": [put(999_999)]}),
        ("tag_rules.unknown_kind", 422, {"trigger": on("order.eaten"), "acts": [put(strict)]}),
        ("tag_rules.bad_segment", 422, {"acts": [put(strict)], "trigger": {
            "on": "segment", "segment_id": 77, "moved": "left"}}),
        ("tag_rules.condition_needed", 422, {"trigger": DAILY, "acts": [put(strict)]}),
        ("tag_rules.keeps", 422, {"acts": [put(strict)], "keeps": True}),
        ("conditions.bad", 422, {"acts": [put(strict)], "condition": {"leaf": "nonsense"}}),
        ("segments.named", 422, {"acts": [put(strict)], "condition": {
            "leaf": "segment", "segment": 5}}),
        ("invalid", 422, {"acts": []}),
    ]  # fmt: skip
    for code, status, wrong in cases:
        draft = {"name": "不行", "trigger": trigger} | wrong
        told = await stage.call("POST", "", status, draft)
        assert told["type"] in {code, "request.invalid"}, (code, told)
    assert (await stage.call("GET", "", 200))["items"] == []
    assert await stage.rows("select count(*) from tag_rules where corp_id = :corp") == [(0,)]
    made = await stage.rule(trigger, put(secret), why="本人同意", enabled=False)
    same = {"name": made["name"], "trigger": trigger, "acts": [put(strict)]}
    assert (await stage.call("POST", "", 409, same))["type"] == "tag_rules.name_taken"
    old = same | {"name": "新名字", "version": made["version"] + 1}
    assert (await stage.call("PUT", f"/{made['id']}", 409, old))["type"] == "tag_rules.changed"
    new = await stage.call("PUT", f"/{made['id']}", 200, old | {"version": made["version"]})
    assert (new["name"], new["version"], new["why"]) == ("新名字", 2, None)
    await stage.call("DELETE", f"/{made['id']}", 204)
    await stage.call("GET", f"/{made['id']}", 404)
