"""What a member does with the customer of the chat, and what is not his to do."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop
from tests.yutang.staff_browser import Browser, open_browser


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Yutang and the emulator, read once."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


@pytest.fixture
async def browser(loop: Loop) -> AsyncIterator[Browser]:
    """The browser of the member s0, who stands in the channel codes."""
    async with open_browser(loop) as browser:
        await browser.sign_in("s0")
        yield browser


async def add_friend(loop: Loop, member: int = 0) -> str:
    """A customer of one member."""
    async with loop.working():
        channel = await loop.channel(staff_ids=[loop.staff[member]["id"]], tag_ids=[])
        friend = str((await loop.scan(channel, "林小满"))["external_userid"])
        await loop.ended(1)
    return friend


async def act(browser: Browser, method: str, path: str, body: Any = None) -> httpx2.Response:
    return await browser.http.request(method, f"/api/staff/{path}", json=body)


async def read(browser: Browser, path: str) -> dict[str, Any]:
    answer = await browser.http.get(f"/api/staff/{path}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_stage_tag_note_and_follow_up_are_the_members_own(
    loop: Loop, browser: Browser
) -> None:
    friend = await add_friend(loop)
    path = f"customers/{friend}"
    before = await read(browser, path)
    assert (before["stage"], [one["key"] for one in before["stages"]]) == (
        None,
        ["potential", "intent", "deal", "repeat"],
    )
    assert (await act(browser, "PUT", f"{path}/stage", {"stage": "intent"})).status_code == 204
    tag = loop.tags[0]
    put = await act(browser, "POST", f"{path}/tags", {"tag_id": tag["id"]})
    assert put.status_code == 204, put.text
    note = await act(browser, "POST", f"{path}/notes", {"text": "宝宝 8 个月"})
    assert (note.status_code, note.json()["author_name"]) == (201, "员工0")
    soon = (loop.yutang.runtime.clock() + timedelta(minutes=1)).isoformat()
    followed = await act(
        browser,
        "POST",
        f"{path}/follow-ups",
        {"outcome": "interested", "text": "周二到店", "next_at": soon, "next_title": "提醒到店"},
    )
    assert followed.status_code == 201, followed.text

    found = await read(browser, path)
    assert (found["stage"], [t["name"] for t in found["tags"]]) == ("intent", [tag["name"]])
    assert (found["tags"][0]["by"], found["tags"][0]["mirrored"]) == ("staff", False)
    assert [note["text"] for note in found["notes"]["items"]] == ["周二到店", "宝宝 8 个月"]
    (task,) = found["tasks"]
    assert (task["title"], task["staff_name"]) == ("提醒到店", "员工0")
    today = (await read(browser, "tasks"))["items"]
    assert [(one["customer_name"], one["external_id"]) for one in today] == [("林小满", friend)]
    kinds = {entry["kind"] for entry in (await read(browser, f"{path}/timeline"))["items"]}
    assert {"stage.changed", "tag.added", "note.added"} <= kinds

    async with open_browser(loop) as other:
        await other.sign_in("s1")
        refused = await act(other, "POST", f"tasks/{task['id']}/close", {"state": "done"})
        assert (refused.status_code, refused.json()["type"]) == (404, "tasks.unknown")
    closed = await act(browser, "POST", f"tasks/{task['id']}/close", {"state": "done"})
    assert closed.status_code == 204
    assert (await read(browser, "tasks"))["items"] == []
    gone = await act(browser, "DELETE", f"{path}/tags/{tag['id']}")
    assert gone.status_code == 204
    assert (await read(browser, path))["tags"] == []


async def test_a_refusal_is_written_down_with_its_reason_and_taken_back(
    loop: Loop, browser: Browser
) -> None:
    friend = await add_friend(loop)
    path = f"customers/{friend}"
    bare = await act(browser, "PUT", f"{path}/refusal", {"refused": True, "reason": " x "})
    assert bare.status_code == 422
    assert (await read(browser, path))["marketing_refused_at"] is None

    said = {"refused": True, "reason": "聊天里说不要再发"}
    for _ in range(2):
        assert (await act(browser, "PUT", f"{path}/refusal", said)).status_code == 204
    assert (await read(browser, path))["marketing_refused_at"] is not None
    back = {"refused": False, "reason": "到店又勾选了同意"}
    assert (await act(browser, "PUT", f"{path}/refusal", back)).status_code == 204
    assert (await read(browser, path))["marketing_refused_at"] is None
    life = (await read(browser, f"{path}/timeline?kind=marketing"))["items"]
    assert [entry["kind"] for entry in life] == ["marketing.allowed", "marketing.refused"]
    async with loop.yutang.runtime.database.owner() as session:
        kept = await session.execute(
            text("select actor, action, after->>'reason' as reason from audit_entries"
                 " where action like 'customer.%marketing' order by id")
        )  # fmt: skip
        by = f"staff:{loop.staff[0]['id']}"
        assert kept.all() == [
            (by, "customer.refused_marketing", said["reason"]),
            (by, "customer.allowed_marketing", back["reason"]),
        ]


async def test_a_member_reads_the_link_under_which_his_customer_refuses(
    loop: Loop, browser: Browser
) -> None:
    path = f"customers/{await add_friend(loop)}"
    link = str((await read(browser, f"{path}/refuse-link"))["refuse_link"])
    customer_id = (await read(browser, path))["id"]
    told = await loop.yutang.http.get(f"/api/privacy/customers/{customer_id}")
    assert link == told.json()["refuse_link"]

    page = link.removeprefix(loop.yutang.runtime.settings.address)
    sent = await loop.yutang.http.post(page, data={"act": "refuse"})
    assert sent.status_code == 303, sent.text
    assert (await read(browser, path))["marketing_refused_at"] is not None


async def test_what_a_member_who_left_had_to_do_falls_to_who_follows_the_customer_up(
    loop: Loop, browser: Browser
) -> None:
    friend = await add_friend(loop)
    path = f"customers/{friend}"
    customer_id = (await read(browser, path))["id"]
    later = (loop.yutang.runtime.clock() + timedelta(days=1)).isoformat()
    given = await loop.yutang.http.post(
        f"/api/customers/{customer_id}/follow-ups",
        json={
            "outcome": "reached",
            "next_at": later,
            "next_title": "送样品",
            "staff_id": loop.staff[1]["id"],
        },
    )
    assert given.status_code == 201, given.text
    assert (await read(browser, path))["tasks"] == []

    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(
            text("update staff set status = 'left' where id = :id"), {"id": loop.staff[1]["id"]}
        )
    (task,) = (await read(browser, path))["tasks"]
    assert (task["title"], task["staff_left"], task["staff_name"]) == ("送样品", True, "员工1")
    whole = (await loop.yutang.http.get(f"/api/customers/{customer_id}")).json()
    assert [one["staff_left"] for one in (*whole["tasks"], *whole["follows"])] == [True, False]
    refused = await act(browser, "POST", f"tasks/{task['id']}/close", {"state": "done"})
    assert (refused.status_code, refused.json()["type"]) == (404, "tasks.unknown")
    over = {"outcome": "reached", "text": "样品送到", "closes": task["id"]}
    taken = await act(browser, "POST", f"{path}/follow-ups", over)
    assert taken.status_code == 201, taken.text
    assert (await read(browser, path))["tasks"] == []


async def test_fields_are_written_and_questions_become_values(loop: Loop, browser: Browser) -> None:
    friend = await add_friend(loop)
    path = f"customers/{friend}"
    api = loop.yutang.http
    made = []
    for field in (
        {"name": "宝宝月龄", "kind": "number", "group": "宝宝", "unit": "个月"},
        {"name": "内部评语", "kind": "text", "seen_by": [], "edited_by": []},
    ):
        answer = await api.post("/api/fields", json=field)
        assert answer.status_code == 201, answer.text
        made.append(answer.json())
    sheet = (await read(browser, path))["fields"]
    assert [cell["field"]["name"] for cell in sheet] == ["宝宝月龄"]
    field_id = sheet[0]["field"]["id"]
    wrong = await act(browser, "PATCH", f"{path}/values", {"values": {field_id: "八"}})
    assert (wrong.status_code, wrong.json()["type"]) == (422, "attributes.bad_value")
    right = await act(browser, "PATCH", f"{path}/values", {"values": {field_id: "8"}})
    assert right.json()["items"][0]["value"]["value"] == "8"

    asked = await api.post(
        "/api/question-sets",
        json={"name": "新客三问", "questions": [{"text": "几个月了", "field_id": field_id}]},
    )
    assert asked.status_code == 201, asked.text
    (one,) = (await read(browser, "question-sets"))["items"]
    key = one["questions"][0]["key"]
    given = {"version": one["version"], "answers": {key: "9"}}
    answered = await act(browser, "POST", f"{path}/answers/{one['id']}", given)
    assert answered.status_code == 204, answered.text
    assert (await read(browser, path))["fields"][0]["value"]["value"] == "9"


async def test_nothing_is_done_to_another_members_customer_or_from_another_site(
    loop: Loop, browser: Browser
) -> None:
    friend = await add_friend(loop, member=1)
    path = f"customers/{friend}"
    for method, call, body in (
        ("PUT", "stage", {"stage": "deal"}),
        ("POST", "tags", {"tag_id": loop.tags[0]["id"]}),
        ("DELETE", f"tags/{loop.tags[0]['id']}", None),
        ("POST", "notes", {"text": "x"}),
        ("POST", "follow-ups", {"outcome": "reached"}),
        ("PATCH", "values", {"values": {"1": "x"}}),
        ("PUT", "refusal", {"refused": True, "reason": "said so"}),
        ("GET", "refuse-link", None),
        ("GET", "timeline", None),
    ):
        refused = await act(browser, method, f"{path}/{call}", body)
        assert (refused.status_code, refused.json()["type"]) == (404, "customers.not_yours"), call
    async with open_browser(loop) as owner:
        await owner.sign_in("s1")
        owner.http.headers["Origin"] = "https://evil.test"
        forged = await act(owner, "PUT", f"{path}/stage", {"stage": "deal"})
        assert (forged.status_code, forged.json()["type"]) == (403, "access.csrf")
        owner.http.headers["Origin"] = "http://yutang.test"
        assert (await act(owner, "PUT", f"{path}/stage", {"stage": "deal"})).status_code == 204
    async with loop.yutang.runtime.database.owner() as session:
        kept = (await session.execute(text("select before, after, by from stage_history"))).all()
        assert [(row.before, row.after, row.by) for row in kept] == [
            (None, "deal", f"staff:{loop.staff[1]['id']}")
        ]
