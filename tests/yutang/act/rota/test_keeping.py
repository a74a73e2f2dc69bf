"""WeCom's list is kept as the rota says: after adds, absences, leavings and by the clock."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from tests.yutang.people.orders.stage import add_customers
from yutang.act.rota import keeping
from yutang.people.room import service as room

UPDATE = "/cgi-bin/externalcontact/update_contact_way"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield loop


async def _listed(loop: Loop, channel: dict[str, Any]) -> list[str]:
    """Whom WeCom picks from."""
    token = await loop.wecom.get(
        "/cgi-bin/gettoken",
        params={"corpid": loop.yutang.app.corpid, "corpsecret": loop.yutang.app.secret},
    )
    read = await loop.wecom.post(
        "/cgi-bin/externalcontact/get_contact_way",
        params={"access_token": token.json()["access_token"]},
        json={"config_id": channel["config_id"]},
    )
    return sorted(read.json()["contact_way"]["user"])


async def _becomes(loop: Loop, channel: dict[str, Any], *accounts: str) -> None:
    async def check() -> bool:
        return await _listed(loop, channel) == sorted(accounts)

    await until(check)


async def _rules(loop: Loop, channel: dict[str, Any], **rules: Any) -> None:
    read = (await loop.yutang.http.get(f"/api/channels/{channel['id']}/rota")).json()
    body: dict[str, Any] = {"hours": [], "day_cap": None, "caps": [], "stand_in_ids": []}
    answer = await loop.yutang.http.put(
        f"/api/channels/{channel['id']}/rota", json=body | rules | {"version": read["version"]}
    )
    assert answer.status_code == 200, answer.text


async def _roster(loop: Loop, channel: dict[str, Any]) -> Any:
    return (await loop.yutang.http.get(f"/api/channels/{channel['id']}/roster")).json()


async def _befriend(loop: Loop, staff_id: int, many: int) -> None:
    """So many customers of one member."""
    own = range(1_000_000, 1_000_000 + many)
    async with loop.yutang.runtime.database.owner() as session:
        await add_customers(session, loop.yutang.corp_id, *own)
        await session.execute(
            text(
                "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
                " select :corp, id, :staff, 'friend', now(), now()"
                " from generate_series(cast(:first as bigint), :last) as id"
            ),
            {
                "corp": loop.yutang.corp_id,
                "staff": staff_id,
                "first": own[0],
                "last": own[-1],
            },
        )


async def test_wecom_learns_of_caps_absences_leavings_and_hours(loop: Loop) -> None:
    http = loop.yutang.http
    ids = [member["id"] for member in loop.staff]
    channel = await loop.channel(staff_ids=ids[:2], tag_ids=[], welcome=None)
    assert await _listed(loop, channel) == ["s0", "s1"]

    # A cap is reached by the second add; the half and the whole of one person are one.
    await _rules(loop, channel, day_cap=1, stand_in_ids=[ids[2]])
    for n in range(8):
        before = await _listed(loop, channel)
        if before == ["s2"]:
            break
        scanned = await loop.scan(channel, f"客{n}")
        await _becomes(loop, channel, *(set(before) - {scanned["userid"]} or {"s2"}))
    assert await _listed(loop, channel) == ["s2"]

    async def kept() -> dict[str, Any] | None:
        # That WeCom said yes is written a moment after it did.
        found = await _roster(loop, channel)
        return None if found["waits"] else found

    roster = await until(kept)
    assert roster["fallback"] == "stand_in"
    assert [(one["reason"], one["on"]) for one in roster["members"]] == [
        ("capped", False), ("capped", False), (None, True),
    ]  # fmt: skip
    shot = (await http.get(f"/api/channels/{channel['id']}/overshoot")).json()
    assert (shot["hits"], shot["median"], shot["p99"], len(shot["days"])) == (2, 0, 0, 1)
    assert 0 < shot["median_seconds"] < 60
    # Every update says the state: without it WeCom would no longer say who came through here.
    assert {call["body"]["state"] for call in await loop.calls(UPDATE)} == {channel["state"]}

    # Off duty, said once, tells WeCom once; back again as well.
    await _rules(loop, channel)
    await _becomes(loop, channel, "s0", "s1")
    await http.put(f"/api/duties/{ids[0]}", json={"off": True})
    await _becomes(loop, channel, "s1")
    await http.put(f"/api/duties/{ids[0]}", json={"off": False})
    await _becomes(loop, channel, "s0", "s1")

    # Until a moment: the clock brings him back.
    until_then = datetime.now(UTC) + timedelta(minutes=30)
    away = {"off": True, "until": until_then.isoformat()}
    await http.put(f"/api/duties/{ids[0]}", json=away)
    await _becomes(loop, channel, "s1")
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(
            text("update staff_duties set off_until = now() - interval '1 second'")
        )
    await keeping.each_minute(loop.yutang.runtime)
    await _becomes(loop, channel, "s0", "s1")
    assert (await http.get("/api/duties")).json()["items"] == []

    # Whose list is full is taken out, whoever counts him and however often: it is counted anew
    # by the worker too, after those who came above.
    await _befriend(loop, ids[1], 5_000)
    assert await room.count_loads(loop.yutang.runtime, loop.yutang.corp_id) == len(ids)
    await keeping.each_minute(loop.yutang.runtime)
    await _becomes(loop, channel, "s0")
    assert (await _roster(loop, channel))["members"][1]["reason"] == "full"

    # Who left is out, and with nobody else by the rules the code is still not without staff.
    await loop.act("staff/s0/resign")
    await _becomes(loop, channel, "s1")
    assert (await _roster(loop, channel))["fallback"] == "everybody"


async def test_a_refusal_stands_on_the_code_and_the_next_yes_clears_it(loop: Loop) -> None:
    ids = [member["id"] for member in loop.staff]
    channel = await loop.channel(staff_ids=ids[:2], tag_ids=[], welcome=None)
    await loop.fault("errcode", 41054, UPDATE, count=1)
    await loop.yutang.http.put(f"/api/duties/{ids[0]}", json={"off": True})

    async def refused() -> Any:
        roster = await _roster(loop, channel)
        return roster if roster["refused"] else None

    roster = await until(refused)
    assert "41054" in roster["refused"]
    assert roster["waits"]
    assert await _listed(loop, channel) == ["s0", "s1"]
    await loop.yutang.http.put(f"/api/duties/{ids[1]}", json={"off": True})
    await loop.yutang.http.put(f"/api/duties/{ids[1]}", json={"off": False})
    await _becomes(loop, channel, "s1")

    async def cleared() -> bool:
        return (await _roster(loop, channel))["refused"] is None

    await until(cleared)
