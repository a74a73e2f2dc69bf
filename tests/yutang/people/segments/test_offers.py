"""What conditions can be made of, what none can be, and segments ready made."""

from typing import Any

import pytest

from tests.yutang.people.segments.stage import code, rows, tag
from tests.yutang.world import World


@pytest.mark.usefixtures("audience")
async def test_what_can_be_chosen_and_what_is_ready_made(world: World) -> None:
    await world.sign_in()
    http = world.http
    leaves = (await http.get("/api/segments/leaves")).json()
    assert {one["key"] for one in leaves["leaves"]} >= {"tag", "event", "orders", "segment"}
    gender = next(one for one in leaves["fields"] if one["name"] == "gender")
    assert "equals" in gender["tests"]
    kinds = {one["kind"]: one for one in leaves["events"]}
    assert {one["name"] for one in kinds["segment.entered"]["properties"]} == {
        "segment_id",
        "run",
    }
    schema = (await http.get("/api/segments/language")).json()
    assert "Node" in schema["$defs"]
    templates = (await http.get("/api/segments/templates")).json()["items"]
    assert len(templates) >= 15
    for one in templates:
        counted = await http.post("/api/segments/count", json={"tree": one["tree"]})
        assert (counted.status_code, counted.json().get("count")) == (200, 0), (
            one["key"],
            counted.text,
        )
        said = (await http.post("/api/segments/sentence", json={"tree": one["tree"]})).json()
        assert said["zh"]
        assert said["en"]


BAD: dict[str, dict[str, Any]] = {
    "5,000 leaves": {"op": "any", "of": [tag(one) for one in range(1, 5_001)]},
    "a window of 100 years": {
        "leaf": "orders",
        "window": {"kind": "absolute", "from": "1950-01-01", "to": "2050-01-01"},
    },
    "36,500 days": {"leaf": "orders", "window": {"kind": "sliding", "days": 36_500}},
    "a run of one's own": {"leaf": "members", "segment": 1, "run": 1},
    "a mark of one's own": {"op": "all", "of": [tag(5)], "segment": 1},
    "no such leaf": {"leaf": "'; drop table customers; --"},
    "SQL for an id": {"leaf": "tag", "how": "any", "tags": ["1) or (1=1"]},
    "nothing": {},
}


async def test_bad_conditions_are_refused_and_nothing_is_written(world: World) -> None:
    await world.sign_in()
    for name, tree in BAD.items():
        for path, body in (
            ("/api/segments", {"name": name, "kind": "kept", "tree": tree}),
            ("/api/segments/count", {"tree": tree}),
            ("/api/segments/sentence", {"tree": tree}),
        ):
            answer = await world.http.post(path, json=body)
            assert code(answer) == (422, "conditions.bad"), (name, answer.text)
    assert await rows(world, "select count(*) from segments where corp_id = :c") == [(0,)]


async def test_what_is_wrong_is_told_in_the_language_of_the_reader(world: World) -> None:
    await world.sign_in()
    tree = {"op": "any", "of": [tag(5), {"leaf": "silence", "days": 9_000}]}
    told = {}
    for language in ("", "zh-CN", "en", "fr"):
        answer = await world.http.post(
            "/api/segments/count", json={"tree": tree}, headers={"Accept-Language": language}
        )
        told[language] = answer.json()["detail"], answer.json()["errors"]
    english = "is 9000; at most 3,650 is possible"
    assert told["en"] == (
        f"condition 2, `days`: {english}",
        [{"field": "1.days", "message": english}],
    )
    assert told["zh-CN"] == (
        "第 2 个条件的「天数」：是 9000，太大；最大 3,650",
        [{"field": "1.days", "message": "是 9000，太大；最大 3,650"}],
    )
    assert told["fr"] == told[""] == told["en"]
    # Who has no words in Chinese answers in English, as before.
    other = await world.http.get("/api/segments/0", headers={"Accept-Language": "zh"})
    assert (other.status_code, other.json()["detail"]) == (404, "there is no segment 0")
    assert "errors" not in other.json()
