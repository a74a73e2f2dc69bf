"""What links tell of customers' messages, from WeCom's callback to who is silent."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from yutang.kernel.clock import today, utc_now
from yutang.kernel.runtime import Runtime
from yutang.people.activation import service as activation
from yutang.people.corps import service as corps
from yutang.people.losses import service as losses
from yutang.people.room import service as room
from yutang.sense.callbacks.links import KEY_GONE
from yutang.sense.links import service as links
from yutang.wecom.acquisition_links import LinkRange

INFO = "/cgi-bin/externalcontact/customer_acquisition/get_chat_info"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides; the test starts the worker."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


def ahead(loop: Loop, span: timedelta) -> Runtime:
    """The same process at a later time."""
    return replace(loop.yutang.runtime, clock=lambda: utc_now() + span)


async def make_link(loop: Loop) -> str:
    """A link of the first member."""
    client = await corps.connect(loop.yutang.runtime, loop.yutang.corp_id)
    made = await client.acquisition_links.create("直播间", LinkRange(userids=("s0",)))
    return made.link_id


async def come(loop: Loop, link_id: str, name: str) -> tuple[str, int]:
    """Somebody comes through the link; WeCom's id and ours."""
    person = {"unionid": f"o{name}", "name": name}
    opened = await loop.act("open", link_id=link_id, person=person)
    return opened["external_userid"], await known(loop, name)


async def known(loop: Loop, name: str) -> int:
    """Our id of the customer, once he is a friend."""

    async def find() -> int | None:
        page = (await loop.yutang.http.get("/api/customers", params={"q": name})).json()
        return next((row["id"] for row in page["items"] if row["state"] == "friend"), None)

    return await until(find)


async def say(loop: Loop, external_id: str, times: int) -> None:
    """The customer writes to the first member."""
    for _ in range(times):
        await loop.act("say", **{"from": external_id, "to": "s0", "msgtype": "text", "text": "嗯"})


async def told(loop: Loop, customer_id: int) -> tuple[bool | None, int | None, str | None]:
    """Whether he is activated, by how many messages, or why that is not known."""
    read = (await loop.yutang.http.get(f"/api/customers/{customer_id}/activation")).json()
    return read["activated"], read["messages_at_least"], read["reason"]


async def test_messages_activate_and_their_absence_becomes_silence(loop: Loop) -> None:
    async with loop.working():
        never, never_id = await _activation(loop)
    await _silence(loop, never, never_id)


async def _activation(loop: Loop) -> tuple[str, int]:
    """Three come through a link and write as often as they like; returns who never does."""
    link_id = await make_link(loop)
    often, often_id = await come(loop, link_id, "小满")
    once, once_id = await come(loop, link_id, "橙子")
    never, never_id = await come(loop, link_id, "陈屿")
    await loop.act("add", userid="s1", person={"unionid": "osz", "name": "林深"})
    other_id = await known(loop, "林深")
    await say(loop, often, 3)
    await say(loop, once, 1)
    await loop.settled()
    assert await told(loop, often_id) == (True, 3, None)
    assert await told(loop, once_id) == (False, 1, None)
    assert await told(loop, never_id) == (None, None, "no_source")
    assert await told(loop, other_id) == (None, None, "no_source")
    # WeCom's own list of the link's customers tells of who never wrote.
    assert await links.read_link_customers(loop.yutang.runtime, loop.yutang.corp_id) == 3
    assert await told(loop, never_id) == (False, 0, None)
    day = str(today(utc_now(), "Asia/Shanghai"))
    for by, rows in (("day", 1), ("staff", 2), ("channel", 1)):
        report = await loop.yutang.http.get(
            "/api/activation", params={"from": day, "to": day, "by": by}
        )
        shares = report.json()
        total = shares["total"]
        assert (total["adds"], total["known"], total["activated"]) == (4, 3, 1)
        assert len(shares["rows"]) == rows
    assert [(s["source"], s["state"]) for s in shares["sources"]][:2] == [
        ("archive", "absent"),
        ("links", "telling"),
    ]
    # A key that WeCom has forgotten is no poison: what it stood for is lost, and said.
    await loop.fault("errcode", 41201, INFO, 1)
    await say(loop, once, 2)
    await loop.settled()
    assert await told(loop, once_id) == (False, 1, None)
    async with loop.yutang.runtime.database.owner() as session:
        reasons = await session.execute(
            text("select status, reason from inbox where change_type = 'message_from_customer'")
        )
        assert ("done", KEY_GONE) in [tuple(row) for row in reasons]
    return never, never_id


async def _silence(loop: Loop, never: str, never_id: int) -> None:
    """Two months later: silent is only of whom a source would have told."""
    later = ahead(loop, timedelta(days=61))
    await links.read_link_customers(later, loop.yutang.corp_id)
    tally = await activation.judge_silence(later, loop.yutang.corp_id)
    assert tally is not None
    assert (tally.friends, tally.judged, tally.silent) == (4, 1, 1)
    read = (await loop.yutang.http.get("/api/silence")).json()
    assert (read["friends"], read["judged"], read["silent"]) == (4, 1, 1)
    [row] = (await loop.yutang.http.get("/api/silences")).json()["items"]
    assert (row["customer_id"], row["customer_name"], row["ended_at"]) == (never_id, "陈屿", None)
    async with loop.yutang.runtime.database.owner() as session:
        # What was asked for at the later time would be judged by the worker's clock.
        await session.execute(text("delete from procrastinate.procrastinate_jobs"))
    async with loop.working():
        await say(loop, never, 1)
        await loop.settled()
    assert (await loop.yutang.http.get("/api/silences")).json()["items"] == []
    history = await loop.yutang.http.get(
        "/api/silences", params={"customer": never_id, "which": "all"}
    )
    assert [one["why_ended"] for one in history.json()["items"]] == ["sign"]
    async with loop.yutang.runtime.database.owner() as session:
        found = await session.execute(
            text("select silent_since, last_active_at from customers where id = :id"),
            {"id": never_id},
        )
        since, active = found.one()
    assert since is None
    assert active is not None


async def test_who_was_deleted_is_told_once_and_room_is_counted(loop: Loop) -> None:
    async with loop.working():
        await _told_and_counted(loop)


async def _told_and_counted(loop: Loop) -> None:
    corp_id = loop.yutang.corp_id
    gone = {}
    for name in ("小满", "橙子", "陈屿"):
        met = await loop.act("add", userid="s0", person={"unionid": f"o{name}", "name": name})
        gone[name] = met["external_userid"]
        await known(loop, name)
    assert await losses.tell_losses(loop.yutang.runtime, corp_id) == 0
    await loop.act("unfollow", external_userid=gone["小满"], userid="s0", by="customer")
    await loop.act("unfollow", external_userid=gone["橙子"], userid="s0", by="customer")
    await loop.act("unfollow", external_userid=gone["陈屿"], userid="s0", by="staff")
    day = str(today(utc_now(), "Asia/Shanghai"))

    async def lost() -> bool:
        params = {"from": day, "to": day}
        total = (await loop.yutang.http.get("/api/losses/summary", params=params)).json()["total"]
        overview = (await loop.yutang.http.get("/api/adds/summary")).json()
        return bool(total["persons"] == overview["losses"] == 3)

    await until(lost)
    # An hour that is over is told once, and becomes a message like any other notice.
    later = ahead(loop, timedelta(hours=2))
    assert await losses.tell_losses(later, corp_id) == 1
    assert await losses.tell_losses(ahead(loop, timedelta(hours=4)), corp_id) == 0
    async with loop.yutang.runtime.database.owner() as session:
        rows = await session.execute(text("select title, title_en, body, kind from notices"))
        [(title, title_en, body, kind)] = [tuple(row) for row in rows]
    assert title.endswith("有 2 位客户删除了你")
    assert title_en.startswith("2 customers deleted you")
    assert body.startswith("小满、橙子。")
    assert kind == "losses"

    staff_id = loop.staff[0]["id"]

    async def counted() -> bool:
        async with loop.yutang.runtime.database.owner() as session:
            found = await room.left(session, corp_id, [staff_id, 999])
        # WeCom keeps who deleted the member in his list: two of three still take room.
        return (found[staff_id].left, found[999].left) == (4998, None)

    await until(counted)
    await loop.channel()
    await make_link(loop)
    await room.count_room(loop.yutang.runtime, corp_id, ("customers", "codes", "tags", "links"))
    read = (await loop.yutang.http.get("/api/room")).json()
    rooms = {one["kind"]: (one["used"], one["limit"], one["reason"]) for one in read["rooms"]}
    assert rooms["customers"] == (0, 50_000, None)
    assert rooms["codes"] == (1, 500_000, None)
    assert rooms["tags"] == (10, 10_000, None)
    used, had, reason = rooms["links"]
    assert (used, reason) == (0, None)
    assert had == sum(part["left"] for part in read["link_quota"]) > 0
    # What WeCom refuses keeps its number and its age, with the reason.
    await loop.fault("errcode", 48002, "/cgi-bin/externalcontact/customer_acquisition_quota", 1)
    await room.count_room(loop.yutang.runtime, corp_id, ("links",))
    again = (await loop.yutang.http.get("/api/room")).json()["rooms"][3]
    assert (again["limit"], again["as_of"]) == (had, read["rooms"][3]["as_of"])
    assert again["reason"].startswith("48002")
