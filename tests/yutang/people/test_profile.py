"""One customer, asked and written as the admin does it: fields, stage, notes, answers, refusal."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from tests.yutang.world import PASSWORD, World, add_corp, open_world
from yutang.kernel.access import service as access
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival, Person, RelationFacts, Watcher
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import Relation, TagFacts, TagGroupFacts
from yutang.people.tasks import service as tasks

NOW = datetime.now(UTC)
ONE = "/api/customers/1"


@pytest.fixture
async def shop(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """One corp with one friend of alice and bob, its owner signed in."""
    async with open_world(dsn, tmp_path) as world:
        async with world.runtime.database.owner() as session:
            await tags.mirror_library(
                session,
                world.corp_id,
                [TagGroupFacts("g1", "来源", 1, (TagFacts("t1", "台卡", 1),))],
                NOW - timedelta(days=3),
            )
            for account in ("alice", "bob"):
                facts = RelationFacts(
                    added_at=NOW - timedelta(days=2),
                    add_way=1,
                    phones=("13800006627",),
                    wecom_tag_ids=("t1",),
                    remark=f"{account} 的",
                )
                arrival = Arrival(
                    account=account,
                    external_id="wm1",
                    half=False,
                    at=NOW - timedelta(days=2),
                    channel=None,
                    source="test",
                    person=Person("林小满"),
                    facts=facts,
                )
                await customers.record_arrivals(
                    session, world.runtime.vault, world.corp_id, [arrival], NOW
                )
            for role in ("manager", "auditor"):
                await access.add_user(
                    session,
                    world.corp_id,
                    login=role,
                    name="周店长",
                    role=role,
                    password=PASSWORD,
                    sees_all=True,
                )
        await world.sign_in()
        yield world


async def ask(world: World, method: str, path: str, status: int, body: Any = None) -> Any:
    """The answer of a call that must end so."""
    answer = await world.http.request(method, path, json=body)
    assert answer.status_code == status, answer.text
    return answer.json() if answer.content else None


async def life(world: World, *kinds: str) -> list[dict[str, Any]]:
    """His timeline of these kinds."""
    query = "&".join(f"kind={kind}" for kind in kinds)
    items: list[dict[str, Any]] = (await ask(world, "GET", f"{ONE}/timeline?{query}", 200))["items"]
    return items


async def rows(world: World, sql: str) -> Sequence[Any]:
    """What the database holds."""
    async with world.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(sql))]


async def test_fields_are_made_written_and_told(shop: World) -> None:
    text_field = {"name": "小名", "kind": "text", "rules": {"max_length": 10}}
    nick = (await ask(shop, "POST", "/api/fields", 201, text_field))["id"]
    options = [{"label": "一段"}, {"label": "二段"}]
    milk = await ask(
        shop, "POST", "/api/fields", 201, {"name": "奶粉", "kind": "one_of", "options": options}
    )
    money = {"name": "预算", "kind": "money", "is_sensitive": True}
    budget = (await ask(shop, "POST", "/api/fields", 201, money))["id"]
    taken = await ask(shop, "POST", "/api/fields", 409, text_field)
    assert taken["type"] == "attributes.name_taken"
    for wrong in (
        {"name": "错", "kind": "yes_no", "options": options},
        {"name": "错", "kind": "text", "rules": {"most": 3}},
        {"name": "错", "kind": "number", "rules": {"least": 3, "most": 1}},
        {"name": "错", "kind": "one_of", "options": [{"label": "a,b"}]},
        {"name": "错", "kind": "text", "seen_by": [], "edited_by": ["staff"]},
    ):
        assert (await ask(shop, "POST", "/api/fields", 422, wrong))[
            "type"
        ] == "attributes.bad_field"

    written = {"values": {str(nick): "一宝", str(milk["id"]): "二段"}}
    sheet = (await ask(shop, "PATCH", f"{ONE}/values", 200, written))["items"]
    assert [cell["value"] and cell["value"]["value"] for cell in sheet] == ["一宝", "o2", None]
    refused = {"values": {str(nick): "这个名字有十一个字这么长", str(milk["id"]): "一段"}}
    told = await ask(shop, "PATCH", f"{ONE}/values", 422, refused)
    assert told["detail"] == "「小名」: at most 10 characters fit, these are 12"
    secret = {"values": {str(budget): "8000.50"}}
    missing = await ask(shop, "PATCH", f"{ONE}/values", 409, secret)
    assert missing["type"] == "attributes.consent_missing"
    consent = {"purpose": "sensitive", "source": "门店登记表", "given_at": NOW.isoformat()}
    await ask(shop, "POST", f"{ONE}/consents", 201, consent)
    await ask(shop, "PATCH", f"{ONE}/values", 200, secret)
    profile = await ask(shop, "GET", ONE, 200)
    assert [cell["value"] and cell["value"]["value"] for cell in profile["fields"]] == [
        "一宝",
        "o2",
        "8000.50",
    ]
    assert profile["consents"][0]["source"] == "门店登记表"
    entries = await life(shop, "attribute")
    assert {e["field"]["name"]: (e["field"]["told"], e["field"]["after"]) for e in entries} == {
        "预算": (False, None),
        "小名": (False, None),
        "奶粉": (True, ["二段"]),
    }
    assert entries[0]["who"] == "周岚"

    changed = milk | {"options": [milk["options"][0] | {"label": "1 段"}], "seen_by": ["manager"]}
    changed["edited_by"] = []
    again = await ask(shop, "PUT", f"/api/fields/{milk['id']}", 200, changed)
    assert [(o["key"], o["label"], o["archived"]) for o in again["options"]] == [
        ("o1", "1 段", False),
        ("o2", "二段", True),
    ]
    late = await ask(shop, "PUT", f"/api/fields/{milk['id']}", 409, changed)
    assert late["type"] == "attributes.changed_meanwhile"
    await ask(shop, "DELETE", f"{ONE}/consents/sensitive", 200)
    await ask(shop, "POST", f"/api/fields/{nick}/archive", 200)
    profile = await ask(shop, "GET", ONE, 200)
    assert [
        (c["field"]["name"], c["value"] and c["value"]["value"]) for c in profile["fields"]
    ] == [
        ("奶粉", "o2"),
        ("预算", None),
    ]
    await ask(shop, "PUT", "/api/fields/order", 204, {"ids": [budget, milk["id"]]})
    await ask(shop, "POST", f"/api/fields/{nick}/restore", 200)
    await shop.sign_in("manager")
    profile = await ask(shop, "GET", ONE, 200)
    assert [(c["field"]["name"], c["may_edit"]) for c in profile["fields"]] == [
        ("小名", True),
        ("预算", True),
        ("奶粉", False),
    ]
    assert (await ask(shop, "POST", "/api/fields", 403, text_field))["type"] == "access.forbidden"
    await ask(shop, "PATCH", f"{ONE}/values", 403, {"values": {str(milk["id"]): "o1"}})


async def test_a_stage_is_set_once_with_its_history(shop: World) -> None:
    assert [s["key"] for s in (await ask(shop, "GET", "/api/stages", 200))["items"]] == [
        "potential",
        "intent",
        "deal",
        "repeat",
    ]
    names = [{"key": key, "name": None} for key in ("intent", "potential", "deal", "repeat")]
    names[2] = {"key": "deal", "name": "已下单"}
    kept = await ask(shop, "PUT", "/api/stages", 200, {"items": names})
    assert kept["items"][2] == {"key": "deal", "name": "已下单"}
    twice = {"items": [names[0], *names[:3]]}
    assert (await ask(shop, "PUT", "/api/stages", 422, twice))["type"] == "stages.bad_list"

    await ask(shop, "PUT", f"{ONE}/stage", 204, {"stage": "intent", "why": "来店试用"})
    await ask(shop, "PUT", f"{ONE}/stage", 204, {"stage": "intent"})
    await ask(shop, "PUT", f"{ONE}/stage", 204, {"stage": None})
    await ask(shop, "PUT", f"{ONE}/stage", 422, {"stage": "won"})
    await ask(shop, "PUT", "/api/customers/99/stage", 404, {"stage": "deal"})
    assert await rows(shop, "select before, after, why from stage_history order by id") == [
        (None, "intent", "来店试用"),
        ("intent", None, ""),
    ]
    assert [(e["before"], e["after"], e["who"]) for e in await life(shop, "stage")] == [
        ("intent", None, "周岚"),
        (None, "intent", "周岚"),
    ]
    async with shop.runtime.database.corp(shop.corp_id) as session:
        moved = await customers.set_stage(
            session, shop.corp_id, [1, 1, 99], "deal", "bulk:7", "", NOW
        )
    assert moved == [1]
    assert (await ask(shop, "GET", ONE, 200))["stage"] == "deal"


async def test_notes_and_follow_ups_become_tasks(shop: World) -> None:
    note = await ask(shop, "POST", f"{ONE}/notes", 201, {"text": " 喜欢靠窗 👶 ", "pinned": True})
    assert (note["text"], note["author_name"], note["pinned"]) == ("喜欢靠窗 👶", "周岚", True)
    await ask(shop, "POST", f"{ONE}/notes", 422, {"text": "长" * 2001})
    await ask(shop, "POST", "/api/customers/99/notes", 404, {"text": "谁"})
    soon = datetime.now(UTC) + timedelta(seconds=1)
    follow_up = {
        "text": "问了奶粉",
        "outcome": "interested",
        "next_at": soon.isoformat(),
        "staff_id": 1,
    }
    past = follow_up | {"next_at": (NOW - timedelta(days=1)).isoformat()}
    refused = await ask(shop, "POST", f"{ONE}/follow-ups", 422, past)
    assert refused["type"] == "tasks.bad_due_time"
    unknown = await ask(shop, "POST", f"{ONE}/follow-ups", 422, follow_up | {"staff_id": 99})
    assert unknown["type"] == "tasks.unknown_assignee"
    assert await rows(shop, "select count(*) from notes where kind = 'follow_up'") == [(0,)]
    recorded = await ask(shop, "POST", f"{ONE}/follow-ups", 201, follow_up)
    profile = await ask(shop, "GET", ONE, 200)
    (task,) = profile["tasks"]
    assert (task["id"], task["title"], task["staff_name"]) == (
        recorded["task_id"],
        "问了奶粉",
        "alice",
    )
    async with shop.runtime.database.corp(shop.corp_id) as session:
        mine = await tasks.today(session, shop.corp_id, 1, soon + timedelta(hours=1))
        assert [(t.customer_name, t.external_id, t.overdue) for t in mine] == [
            ("林小满", "wm1", True)
        ]
        assert await tasks.today(session, shop.corp_id, 2, soon) == []
        assert await tasks.today(session, shop.corp_id, 1, soon - timedelta(days=2)) == []
    done = {"text": "", "outcome": "no_answer", "closes": task["id"]}
    await ask(shop, "POST", f"{ONE}/follow-ups", 201, done)
    again = await ask(shop, "POST", f"{ONE}/tasks/{task['id']}/close", 409, {"state": "dropped"})
    assert again["type"] == "tasks.closed"
    entries = await life(shop, "follow_up", "note")
    assert [(e["kind"], e["outcome"]) for e in entries] == [
        ("follow_up.recorded", "no_answer"),
        ("follow_up.closed", "done"),
        ("follow_up.recorded", "interested"),
        ("note.added", None),
    ]
    assert entries[3]["note"]["text"] == "喜欢靠窗 👶"

    await shop.sign_in("manager")
    foreign = await ask(shop, "PATCH", f"{ONE}/notes/{note['id']}", 403, {"text": "改"})
    assert foreign["type"] == "notes.foreign"
    await ask(shop, "DELETE", f"{ONE}/notes/{note['id']}", 403)
    await ask(shop, "PATCH", f"{ONE}/notes/{note['id']}", 200, {"pinned": False})
    await shop.sign_in()
    await ask(shop, "PATCH", f"{ONE}/notes/{note['id']}", 200, {"text": "喜欢安静"})
    await ask(shop, "DELETE", f"{ONE}/notes/{note['id']}", 204)
    await ask(shop, "DELETE", f"{ONE}/notes/{note['id']}", 404)
    assert (await life(shop, "note"))[0]["note"] is None
    assert await rows(
        shop, "select text, deleted_by, edited_at is not null from notes where kind = 'note'"
    ) == [("喜欢安静", "user:1", True)]
    assert "note.deleted" in {
        row[0] for row in await rows(shop, "select action from audit_entries")
    }


async def test_answers_become_values_and_stay_readable(shop: World) -> None:
    baby = (await ask(shop, "POST", "/api/fields", 201, {"name": "宝宝生日", "kind": "date"}))["id"]
    new = {
        "name": "初次了解",
        "questions": [
            {"text": "宝宝哪天出生？", "field_id": baby, "required": True},
            {"text": "最看重什么？", "kind": "choices", "options": ["口味", "价格"]},
            {"text": "还想说什么？", "kind": "text"},
        ],
    }
    (made,) = (await ask(shop, "POST", "/api/question-sets", 201, new))["items"]
    path = f"{ONE}/answers/{made['id']}"
    for wrong, problem in (
        ({"q2": ["口味"]}, "this one needs an answer"),
        ({"q1": "2026-02-30"}, "there is no 2026-02-30"),
        ({"q1": "2026-02-03", "q2": ["香味"]}, "香味 is none of its options (口味、价格)"),
    ):
        told = await ask(shop, "POST", path, 422, {"version": 1, "answers": wrong})
        assert problem in told["detail"]
    assert await rows(shop, "select count(*) from field_values") == [(0,)]
    given = {"version": 1, "answers": {"q1": "2026年2月3日", "q2": ["价格", "口味"]}}
    await ask(shop, "POST", path, 201, given)
    assert await rows(shop, "select day::text, source from field_values") == [
        ("2026-02-03", f"questions:{made['id']}")
    ]
    questions = made["questions"]
    questions[0]["text"] = "宝宝多大？"
    change: dict[str, Any] = {
        "name": "初次了解",
        "version": 1,
        "questions": [questions[0], questions[2]],
    }
    change["questions"].append({"text": "从哪里知道我们？", "kind": "text"})
    (changed,) = (await ask(shop, "PUT", f"/api/question-sets/{made['id']}", 200, change))["items"]
    assert (changed["version"], [q["key"] for q in changed["questions"]]) == (2, ["q1", "q3", "q4"])
    old = await ask(shop, "POST", path, 409, given)
    assert old["type"] == "questions.changed_meanwhile"
    await ask(shop, "POST", path, 201, {"version": 2, "answers": {"q1": "2026-02-04"}})
    await ask(shop, "POST", f"/api/question-sets/{made['id']}/archive", 200)
    second, first = (await ask(shop, "GET", f"{ONE}/answers", 200))["items"]
    assert [(item["question"], item["told"]) for item in first["items"]] == [
        ("宝宝哪天出生？", ["2026-02-03"]),
        ("最看重什么？", ["口味", "价格"]),
        ("还想说什么？", None),
    ]
    assert (second["version"], second["items"][0]["question"]) == (2, "宝宝多大？")
    assert [e["question_set"] for e in await life(shop, "questions")] == ["初次了解"] * 2


async def test_refusal_and_phones_are_on_record(shop: World) -> None:
    refusal = {"refused": True, "reason": "电话里说不要再发"}
    await ask(shop, "PUT", f"{ONE}/refusal", 204, refusal)
    await ask(shop, "PUT", f"{ONE}/refusal", 204, refusal)
    profile = await ask(shop, "GET", ONE, 200)
    assert profile["marketing_refused_through"] == "user:1"
    assert profile["phones"] == ["138 **** 6627"]
    await ask(shop, "PUT", f"{ONE}/refusal", 204, {"refused": False, "reason": "又同意了"})
    assert [e["kind"] for e in await life(shop, "marketing")] == [
        "marketing.allowed",
        "marketing.refused",
    ]
    assert (await ask(shop, "POST", f"{ONE}/phone", 200)) == {"phones": ["13800006627"]}
    await shop.sign_in("manager")
    await ask(shop, "POST", f"{ONE}/phone", 403)
    actions = await rows(
        shop,
        "select action, after->>'reason' from audit_entries"
        " where target = 'customer:1' order by id",
    )
    assert actions == [
        ("customer.refused_marketing", "电话里说不要再发"),
        ("customer.allowed_marketing", "又同意了"),
        ("customer.phones_opened", None),
    ]
    await shop.sign_in("auditor")
    await ask(shop, "GET", ONE, 403)


async def test_private_tags_and_what_is_not_known_are_told(shop: World) -> None:
    async with shop.runtime.database.owner() as session:
        staff_id = (await rows(shop, "select id from staff where account = 'alice'"))[0][0]
        mine = {Relation(1, staff_id): [("我的", "爱喝茶")]}
        await tags.record_private(session, shop.corp_id, mine, NOW)
    profile = await ask(shop, "GET", ONE, 200)
    [private] = profile["private_tags"]
    assert (private["staff_id"], private["group"], private["name"]) == (staff_id, "我的", "爱喝茶")
    assert "爱喝茶" not in {tag["name"] for tag in profile["tags"]}
    told = profile["activation"]
    assert (told["activated"], told["messages_at_least"], told["reason"]) == (
        None,
        None,
        "no_source",
    )


async def test_the_profile_takes_few_statements_and_stays_in_its_corp(shop: World) -> None:
    for number in range(5):
        await ask(shop, "POST", "/api/fields", 201, {"name": f"字段{number}", "kind": "text"})
    other, _ = await add_corp(shop.runtime, "other", (7,))
    said: list[str] = []
    engine = shop.runtime.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *a: said.append(a[2]))
    async with shop.runtime.database.corp(shop.corp_id) as session:
        said.clear()
        profile = await customers.read_profile(
            session, shop.runtime.vault, shop.corp_id, 1, Watcher("owner"), NOW
        )
    assert len(said) <= 8, "\n".join(said)
    assert [tag.name for tag in profile.tags] == ["台卡"]
    assert [follow.remark for follow in profile.follows] == ["alice 的", "bob 的"]
    async with shop.runtime.database.corp(shop.corp_id) as session:
        own = await customers.read_profile(
            session, shop.runtime.vault, shop.corp_id, 1, Watcher("staff", 2, "bob"), NOW
        )
    assert [follow.remark for follow in own.follows] == ["", "bob 的"]
    await shop.sign_in("other")
    for path in ("", "/timeline", "/values", "/stage", "/phone", "/refusal"):
        method, body = {
            "/values": ("PATCH", {"values": {"1": "x"}}),
            "/stage": ("PUT", {"stage": "deal"}),
            "/phone": ("POST", None),
            "/refusal": ("PUT", {"refused": True, "reason": "不要"}),
        }.get(path, ("GET", None))
        assert (await ask(shop, method, f"{ONE}{path}", 404, body))["type"] == "customers.unknown"
    assert other != shop.corp_id
