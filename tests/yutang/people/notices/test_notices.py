"""From what is told to what a member reads in WeCom, with the emulator on the other side."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from typing_extensions import override

from tests.yutang.act.loop import Loop, open_loop, until
from tests.yutang.world import PASSWORD, add_corp
from yutang.kernel.clock import utc_now
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.runtime import Runtime
from yutang.people.notices import service as door
from yutang.people.notices.planning import A_DAY, A_MINUTE

KIND = notices.register_kind(Kind("test_only", Words("试试", "A test")))
SEND = "/cgi-bin/message/send"
NIGHT = (utc_now() + timedelta(days=1)).replace(hour=15, minute=0, second=0, microsecond=0)
"""Tomorrow, 23:00 in Shanghai: what is changed over HTTP is changed before it."""


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides; no worker runs unless a test starts it."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


def at(loop: Loop, moment: datetime) -> Runtime:
    """The same process at another time."""
    return replace(loop.yutang.runtime, clock=lambda: moment)


async def tell(loop: Loop, *told: NewNotice, now: datetime) -> int:
    """Tell in a transaction of its own."""
    async with loop.yutang.runtime.database.owner() as session:
        return await notices.tell(session, loop.yutang.corp_id, *told, now=now)


async def read_by(loop: Loop, userid: str) -> list[dict[str, Any]]:
    """What a member has of the app."""
    found = await loop.tell("app_messages", userid=userid)
    assert isinstance(found, list), found
    return found


async def states(loop: Loop) -> dict[str, int]:
    """How many notices stand how, with why."""
    async with loop.yutang.runtime.database.owner() as session:
        rows = await session.execute(
            text("select state, reason, count(*) from notices group by 1, 2 order by 1, 2")
        )
        return {f"{row[0]} {row[1] or ''}".strip(): row[2] for row in rows}


async def told_of_tasks(loop: Loop) -> int:
    """How many cards of tasks were sent."""
    async with loop.yutang.runtime.database.owner() as session:
        found = await session.scalar(
            text("select count(*) from notices where ref is not null and state = 'sent'")
        )
    return int(found or 0)


def new(key: str, staff_ids: list[int], **more: Any) -> NewNotice:
    """A notice of the test's kind."""
    return NewNotice(kind=KIND.name, key=key, title=f"标题 {key}", staff_ids=staff_ids, **more)


async def test_what_waits_becomes_one_message_and_a_retry_tells_nobody_twice(loop: Loop) -> None:
    corp_id, (one, two, _) = loop.yutang.corp_id, [row["id"] for row in loop.staff]
    me = (await loop.yutang.http.get("/api/session")).json()["user"]["id"]
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(
            text("update users set staff_id = :staff where id = :id"), {"staff": two, "id": me}
        )
    noon = NIGHT - timedelta(hours=11)
    told = [
        new("a", [one, two, 999_999], body="第一条"),
        new("b", [one], bundle="same"),
        new("c", [one], bundle="same"),
        # The member and his account are one person; a customer may be called anything.
        NewNotice(
            kind=KIND.name,
            key="d",
            title='<a href="https://evil.test">点</a>',
            staff_ids=[two],
            user_ids=[me],
            link="/customers/1",
        ),
    ]
    assert await tell(loop, *told, now=noon) == 5
    assert await tell(loop, *told, now=noon + timedelta(minutes=1)) == 0
    # They wait for others of the same person.
    assert await door.deliver(at(loop, noon + timedelta(seconds=5))) == 0
    await door.deliver(at(loop, noon + timedelta(seconds=21)))
    [first] = await read_by(loop, "s0")
    lines = first["body"]["content"].split("\n")
    assert lines[:3] == ["你有 3 条新通知：", "· 标题 a", "· 标题 c（共 2 条）"]
    assert lines[-1].startswith('<a href="http://yutang.test/m/notices?corp=')
    [second] = await read_by(loop, "s1")
    assert '· <a href="http://yutang.test/customers/1">＜a href=' in second["body"]["content"]
    assert await states(loop) == {"sent": 5}
    # Read in the product, by the account as by the member.
    page = (await loop.yutang.http.get("/api/notices")).json()
    assert [(row["title"]["zh"], row["state"]) for row in page["items"]][1] == ("标题 a", "sent")
    assert page["unread"] == 2
    left = await loop.yutang.http.post("/api/notices/read", json={"until": page["items"][0]["id"]})
    assert left.json() == {"unread": 0}
    # A member who wants none of a kind by WeCom has it in the product; who wants none has none.
    wanted = {"doors": {KIND.name: "inbox"}}
    chosen = await loop.yutang.http.patch("/api/notices/choices", json=wanted)
    assert [row["own"] for row in chosen.json()["kinds"] if row["kind"] == KIND.name] == ["inbox"]
    assert await tell(loop, new("e", [two]), now=noon) == 1
    await loop.yutang.http.patch("/api/notices/choices", json={"doors": {KIND.name: "off"}})
    assert await tell(loop, new("f", [two]), now=noon) == 0
    bad = await loop.yutang.http.patch("/api/notices/choices", json={"doors": {"no_such": "off"}})
    assert (bad.status_code, bad.json()["type"]) == (422, "notices.unknown_kind")
    assert await states(loop) == {"none": 1, "sent": 5}
    await _another_tenant(loop, corp_id, one)


async def _another_tenant(loop: Loop, corp_id: int, foreign: int) -> None:
    """Another corp tells no member of this one, reads nothing of it, and cannot pose as it."""
    runtime = loop.yutang.runtime
    other, _ = await add_corp(runtime, "other", (1000002,))
    async with runtime.database.corp(other) as session:
        assert await notices.tell(session, other, new("x", [foreign])) == 0
        assert (await session.execute(text("select * from notices"))).all() == []
    with pytest.raises(DBAPIError, match="not the one of this transaction"):
        async with runtime.database.corp(other) as session:
            await notices.tell(session, corp_id, new("x", [foreign]))
    await loop.yutang.sign_in("other", PASSWORD)
    assert (await loop.yutang.http.get("/api/notices")).json()["items"] == []


async def test_quiet_hours_pass_only_what_is_urgent_and_can_be_changed(loop: Loop) -> None:
    one = loop.staff[0]["id"]
    await tell(loop, new("calm", [one]), new("now", [one], urgent=True), now=NIGHT)
    await door.deliver(at(loop, NIGHT + timedelta(minutes=1)))
    assert [row["body"]["content"].split("\n")[0] for row in await read_by(loop, "s0")] == [
        "标题 now"
    ]
    async with loop.yutang.runtime.database.owner() as session:
        [due_at] = await session.scalars(text("select due_at from notices where reason = 'quiet'"))
    assert due_at == NIGHT + timedelta(hours=9)
    assert await door.deliver(at(loop, due_at - timedelta(minutes=1))) == 0
    rules = (await loop.yutang.http.get("/api/notices/rules")).json()
    assert (rules["quiet_from"], rules["quiet_to"]) == ("22:00:00", "08:00:00")
    change = {"version": rules["version"], "quiet_to": "07:00", "doors": {KIND.name: "inbox"}}
    changed = await loop.yutang.http.patch("/api/notices/rules", json=change)
    assert (changed.json()["quiet_to"], changed.json()["doors"][KIND.name]) == ("07:00:00", "inbox")
    stale = await loop.yutang.http.patch("/api/notices/rules", json=change)
    assert (stale.status_code, stale.json()["type"]) == (409, "notices.rules_changed")
    await door.deliver(at(loop, due_at - timedelta(minutes=30)))
    assert len(await read_by(loop, "s0")) == 2


async def test_wecoms_limits_are_kept_a_minute_and_a_day(loop: Loop) -> None:
    one, two = loop.staff[0]["id"], loop.staff[1]["id"]
    noon = utc_now() + timedelta(days=1)
    noon = noon.replace(hour=4, minute=0, second=0, microsecond=0)
    await loop.wecom.post("/emulator/clock", json={"now": int(noon.timestamp())})

    async def empty(moment: datetime) -> None:
        while await door.deliver(at(loop, moment)):
            pass

    moment = noon
    for n in range(A_MINUTE + 10):
        moment = noon + timedelta(seconds=n)
        await tell(loop, new(f"now {n:02}", [one], urgent=True), now=moment)
        # Two processes at once count what the other made.
        await asyncio.gather(empty(moment), empty(moment))
    assert await states(loop) == {"sent": A_MINUTE, "waiting minute": 10}
    assert len(await read_by(loop, "s0")) == A_MINUTE
    await loop.wecom.post("/emulator/clock", json={"advance_seconds": 90})
    await empty(moment + timedelta(seconds=62))
    # What waited became one message.
    assert await states(loop) == {"sent": A_MINUTE + 10}
    assert len(await read_by(loop, "s0")) == A_MINUTE + 1
    async with loop.yutang.runtime.database.owner() as session:
        used = await session.scalar(text("select used from notice_days"))
        assert used == A_MINUTE + 1
        await session.execute(text("update notice_days set used = :n"), {"n": A_DAY * 3 - 1})
    # The corp's day is nearly over: one of two members is told, the other waits for the next day.
    await tell(loop, new("last", [one, two]), now=moment + timedelta(minutes=5))
    await empty(moment + timedelta(minutes=6))
    assert await states(loop) == {"sent": A_MINUTE + 11, "waiting corp_day": 1}
    async with loop.yutang.runtime.database.owner() as session:
        due_at = await session.scalar(text("select due_at from notices where state = 'waiting'"))
    assert due_at == noon.replace(hour=16)


class Deaf(httpx2.AsyncBaseTransport):
    """WeCom gets the message, and its answer never arrives."""

    def __init__(self, wecom: httpx2.AsyncClient) -> None:
        self.wecom = wecom._transport  # noqa: SLF001 - the emulator, below the client
        self.sent = asyncio.Event()

    @override
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Pass it on; of a message wait for ever."""
        answer = await self.wecom.handle_async_request(request)
        if request.url.path == SEND:
            self.sent.set()
            await asyncio.Event().wait()
        return answer


async def test_a_process_killed_after_sending_does_not_send_twice(loop: Loop) -> None:
    one = loop.staff[0]["id"]
    # A past one: the gateway that lives on has the real clock and needs its buckets behind it.
    noon = NIGHT - timedelta(days=2, hours=11)
    deaf = Deaf(loop.wecom)
    async with httpx2.AsyncClient(transport=deaf, base_url="http://wecom.test") as http:
        dying = replace(loop.yutang.runtime, http=http, _memo={}, clock=lambda: noon)
        await tell(loop, new("once", [one], urgent=True), now=noon)
        task = asyncio.create_task(door.deliver(dying))
        await deaf.sent.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert await states(loop) == {"sending": 1}
    # Another process leaves it alone until the lease is over, then asks in the very same words.
    assert await door.deliver(at(loop, noon + timedelta(seconds=30))) == 0
    await door.deliver(at(loop, noon + timedelta(seconds=61)))
    assert await states(loop) == {"sent": 1}
    assert len(await loop.calls(SEND)) == 2
    assert len(await read_by(loop, "s0")) == 1
    # A refusal says why; who is not in the app's range is told apart from who is.
    await loop.fault("errcode", 48002, SEND, 1)
    await tell(loop, new("refused", [one], urgent=True), now=noon + timedelta(minutes=2))
    await door.deliver(at(loop, noon + timedelta(minutes=2)))
    assert await states(loop) == {"sent": 1, "refused no_permission: 48002": 1}
    async with loop.yutang.runtime.database.owner() as session:
        ghost = await session.scalar(
            text(
                "insert into staff (corp_id, account, name) values (:corp, 'ghost', '影')"
                " returning id"
            ),
            {"corp": loop.yutang.corp_id},
        )
    assert ghost is not None
    await tell(loop, new("both", [one, ghost], urgent=True), now=noon + timedelta(minutes=3))
    await door.deliver(at(loop, noon + timedelta(minutes=3)))
    assert await states(loop) == {
        "sent": 2,
        "refused no_permission: 48002": 1,
        "refused not_in_range": 1,
    }
    # Hours later nobody knows any more whether it arrived, and it is not sent a second time.
    await loop.fault("http", 500, SEND, 10)
    await tell(loop, new("lost", [one], urgent=True), now=noon + timedelta(minutes=4))
    await door.deliver(at(loop, noon + timedelta(minutes=4)))
    await door.deliver(at(loop, noon + timedelta(hours=4, minutes=4)))
    assert (await states(loop))["unknown no_answer"] == 1


async def test_a_button_in_wecom_closes_the_task_and_the_card_says_who_did_it(loop: Loop) -> None:
    world, (one, _, _) = loop.yutang, [row["id"] for row in loop.staff]
    # Whoever tests by night is not to wait for the morning.
    day = {"version": 0, "quiet_from": "00:00", "quiet_to": "00:00"}
    assert (await world.http.patch("/api/notices/rules", json=day)).status_code == 200
    gift = {
        "staff_id": one,
        "title": "给小满回电话",
        "due_at": (utc_now() + timedelta(hours=3)).isoformat(),
    }
    made = await world.http.post("/api/tasks", json=gift)
    assert made.status_code == 201, made.text
    task_id = made.json()["id"]
    async with loop.working(ahead_seconds=60):

        async def carded() -> dict[str, Any] | None:
            found = [row for row in await read_by(loop, "s0") if row["msgtype"] == "template_card"]
            return found[0] if found else None

        card = await until(carded)
        assert card["body"]["main_title"]["title"] == "给小满回电话"
        await loop.act("cards/click", userid="s0", msgid=card["msgid"], key="done")

        async def changed() -> dict[str, Any] | None:
            found = await carded()
            return found if found and found["body"].get("replace_text") else None

        after = await until(changed)
        assert after["body"]["replace_text"] == "已完成"
        assert after["body"]["main_title"]["desc"].startswith("已完成 · 员工0 · ")
        async with world.runtime.database.owner() as session:
            row = await session.execute(
                text("select state, done_by from tasks where id = :id"), {"id": task_id}
            )
            assert tuple(row.one()) == ("done", f"staff:{one}")
            row = await session.execute(
                text("select answer, answered_by, read_at is not null from notices")
            )
            assert tuple(row.one()) == ("已完成", "员工0", True)
        # A task that was closed on the page: its button says so, and nothing else happens.
        late = await world.http.post("/api/tasks", json=gift | {"title": "再打一次"})
        await until(lambda: at_least(loop, 2))
        closing = {"state": "dropped"}
        closed = await world.http.post(f"/api/tasks/{late.json()['id']}/close", json=closing)
        assert closed.status_code == 200, closed.text
        card = next(
            row
            for row in await read_by(loop, "s0")
            if row["body"].get("main_title", {}).get("title") == "再打一次"
        )
        await loop.act("cards/click", userid="s0", msgid=card["msgid"], key="done")

        async def answered() -> bool:
            rows = await read_by(loop, "s0")
            return any(row["body"].get("replace_text") == "早已结束" for row in rows)

        await until(answered)
        async with world.runtime.database.owner() as session:
            dropped = await session.scalar(
                text("select state from tasks where id = :id"), {"id": late.json()["id"]}
            )
        assert dropped == "dropped"


async def at_least(loop: Loop, cards: int) -> bool:
    """Whether so many cards of tasks were sent."""
    return await told_of_tasks(loop) >= cards
