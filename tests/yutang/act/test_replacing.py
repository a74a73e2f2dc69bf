"""A member's codes go on with others: all of them or none, and never with nobody."""

from typing import Any

from sqlalchemy import text

from tests.yutang.act.loop import Loop, until
from tests.yutang.act.test_channel_edit import UPDATE, loop

__all__ = ("loop",)


async def _ask(loop: Loop, method: str, path: str, status: int = 200, body: Any = None) -> Any:
    answer = await loop.yutang.http.request(method, f"/api/channels/of-staff/{path}", json=body)
    assert answer.status_code == status, answer.text
    return answer.json()


async def _staff_of(loop: Loop) -> dict[int, list[int]]:
    async with loop.yutang.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select channel_id, array_agg(staff_id order by staff_id) from channel_staff"
                " group by 1"
            )
        )
        return {row[0]: row[1] for row in rows}


async def test_who_left_is_replaced_in_all_his_codes_and_wecom_learns_of_it(loop: Loop) -> None:
    leaver, one, two = [member["id"] for member in loop.staff]
    alone = await loop.channel(name="台卡")
    shared = await loop.channel(name="门", staff_ids=[leaver, one])
    foreign = await loop.channel(name="别处", staff_ids=[two])
    await loop.act("staff/s0/resign")

    async def left() -> bool:
        read = (await loop.yutang.http.get(f"/api/channels/{alone['id']}")).json()
        return bool(read["staff"][0]["left"])

    await until(left)

    async def without_him() -> bool:
        ways = {way["state"]: sorted(way["user"]) for way in await loop.tell("contact_ways")}
        return ways[shared["state"]] == ["s1"]

    # He is out of the list that others hold too before anybody is put in his place.
    await until(without_him)
    seen = len(await loop.calls(UPDATE))
    codes = await _ask(loop, "GET", str(leaver))
    told = [
        (code["id"], code["sole"], [m["left"] for m in code["staff"]]) for code in codes["items"]
    ]
    assert told == [(alone["id"], True, [True]), (shared["id"], False, [True, False])]
    assert codes["more"] is False
    ids = [alone["id"], shared["id"]]
    before = await _staff_of(loop)
    for status, kind, body in (
        (422, "channels.unknown_staff", {"staff_ids": [leaver], "channel_ids": ids}),
        (422, "channels.unknown_staff", {"staff_ids": [two, 999], "channel_ids": ids}),
        (404, "channels.unknown", {"staff_ids": [two], "channel_ids": [*ids, foreign["id"]]}),
        (422, "request.invalid", {"staff_ids": [], "channel_ids": ids}),
    ):
        refused = await _ask(loop, "POST", f"{leaver}/replace", status, body)
        assert refused["type"] == kind
    await _ask(loop, "POST", "999/replace", 404, {"staff_ids": [two], "channel_ids": ids})
    await _ask(loop, "GET", "999", 404)
    assert await _staff_of(loop) == before

    wish = {"staff_ids": [two, one], "channel_ids": ids}
    assert await _ask(loop, "POST", f"{leaver}/replace", 200, wish) == {"channel_ids": ids}
    assert await _staff_of(loop) == {
        alone["id"]: [one, two],
        shared["id"]: [one, two],
        foreign["id"]: [two],
    }

    async def known() -> bool:
        ways = {way["state"]: sorted(way["user"]) for way in await loop.tell("contact_ways")}
        return ways[alone["state"]] == ways[shared["state"]] == ["s1", "s2"]

    await until(known)
    calls = (await loop.calls(UPDATE))[seen:]
    assert len(calls) == len(ids)
    async with loop.yutang.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select before, after from audit_entries where action = 'channel.updated'"
                " order by id"
            )
        )
        assert [tuple(row) for row in rows] == [
            ({"staff_ids": [leaver]}, {"staff_ids": [one, two]}),
            ({"staff_ids": [leaver, one]}, {"staff_ids": [one, two]}),
        ]
    assert (await _ask(loop, "GET", str(leaver)))["items"] == []
