"""Rules of a code: what is taken, what is refused and changes nothing, what is put on record."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.act.rota.stage import Member, write_code
from tests.yutang.world import World, add_corp

MORNING = {"staff_id": None, "weekday": 1, "start": 540, "stop": 720}
NOTHING: dict[str, Any] = {"hours": [], "day_cap": None, "caps": [], "stand_in_ids": []}


async def _code(world: World, *more: Member) -> tuple[str, dict[str, int]]:
    async with world.runtime.database.owner() as session:
        members = [Member("a"), Member("b"), *more]
        channel_id, ids = await write_code(session, world.corp_id, members)
    return f"/api/channels/{channel_id}", ids


async def _stray(world: World, account: str, status: str = "active") -> int:
    async with world.runtime.database.owner() as session:
        found = await session.scalar(
            text(
                "insert into staff (corp_id, account, name, status)"
                " values (:corp, :account, :account, :status) returning id"
            ),
            {"corp": world.corp_id, "account": account, "status": status},
        )
    assert isinstance(found, int)
    return found


async def _audit(world: World) -> list[Any]:
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select action, target, before, after from audit_entries"
                " where action like 'rota.%' order by id"
            )
        )
        return [tuple(row) for row in rows]


async def _refused(answer: httpx2.Response, status: int, kind: str) -> str:
    assert (answer.status_code, answer.json()["type"]) == (status, kind), answer.text
    return str(answer.json().get("detail"))


async def test_rules_are_kept_and_bad_ones_change_nothing(world: World) -> None:
    await world.sign_in()
    code, ids = await _code(world)
    helper, leaver = await _stray(world, "c"), await _stray(world, "gone", "left")
    other, _ = await add_corp(world.runtime, "other", (1000009,))
    async with world.runtime.database.owner() as session:
        foreign = await session.scalar(
            text("insert into staff (corp_id, account, name) values (:c, 'x', 'x') returning id"),
            {"c": other},
        )
    http = world.http
    read = (await http.get(f"{code}/rota")).json()
    assert {name: read[name] for name in NOTHING} == NOTHING
    assert (read["version"], read["warnings"], read["timezone"]) == (0, [], "Asia/Shanghai")

    own = {"staff_id": ids["a"], "weekday": 7, "start": 1200, "stop": 1560}
    rules = {
        "hours": [MORNING, own],
        "day_cap": 20,
        "caps": [{"staff_id": ids["b"], "day_cap": 0}],
        "stand_in_ids": [helper],
        "version": 0,
    }
    put = await http.put(f"{code}/rota", json=rules)
    assert put.status_code == 200, put.text
    told = put.json()
    assert (told["version"], told["day_cap"], told["hours"]) == (1, 20, [MORNING, own])
    assert [one["name"] for one in told["stand_ins"]] == ["c"]
    # Monday 9–12 is b's, Sunday 20 to Monday 2 a's own: 9 of 168 hours.
    assert told["warnings"] == [
        {"kind": "cap_zero", "staff_ids": [ids["b"]], "minutes": 0},
        {"kind": "gaps", "staff_ids": [], "minutes": (168 - 9) * 60},
    ]

    over = MORNING | {"start": 700, "stop": 800}
    past_sunday = {"staff_id": ids["a"], "weekday": 1, "start": 60, "stop": 180}
    for kind, change in (
        ("rota.overlap", {"hours": [MORNING, over]}),
        ("rota.overlap", {"hours": [own, past_sunday]}),
        ("rota.not_in_list", {"caps": [{"staff_id": foreign, "day_cap": 5}]}),
        ("rota.not_in_list", {"hours": [MORNING | {"staff_id": leaver}]}),
        ("rota.two_caps", {"caps": [{"staff_id": ids["a"], "day_cap": n} for n in (1, 2)]}),
        ("rota.bad_stand_in", {"stand_in_ids": [leaver]}),
        ("rota.bad_stand_in", {"stand_in_ids": [foreign]}),
        ("rota.bad_stand_in", {"stand_in_ids": [ids["a"]]}),
        ("rota.bad_stand_in", {"stand_in_ids": [helper, helper]}),
        ("request.invalid", {"day_cap": -1}),
        ("request.invalid", {"hours": [MORNING | {"stop": 540}]}),
        ("request.invalid", {"hours": [MORNING | {"weekday": 8}]}),
        ("request.invalid", {"stand_in_ids": [helper] * 21}),
    ):
        answer = await http.put(f"{code}/rota", json=NOTHING | {"version": 1} | change)
        await _refused(answer, 422, kind)
    said = await http.put(f"{code}/rota", json=NOTHING | {"version": 1, "hours": [MORNING, over]})
    assert "Monday 09:00–12:00 and Monday 11:40–13:20" in said.json()["detail"]
    await _refused(await http.put(f"{code}/rota", json=rules), 409, "rota.changed_meanwhile")
    assert (await http.get(f"{code}/rota")).json() == told
    same = await http.put(f"{code}/rota", json=rules | {"version": 1})
    assert same.json()["version"] == 1

    entries = await _audit(world)
    assert [entry[:2] for entry in entries] == [
        ("rota.changed", code.replace("/api/channels/", "channel:"))
    ]
    assert entries[0][3]["hours"] == ["* 1 09:00-12:00", f"{ids['a']} 7 20:00-+02:00"]
    for path in ("/api/channels/999999/rota", "/api/channels/999999/roster"):
        await _refused(await http.get(path), 404, "rota.unknown_channel")


async def test_of_who_left_the_list_nothing_is_said_and_nothing_lost(world: World) -> None:
    await world.sign_in()
    code, ids = await _code(world)
    caps = [{"staff_id": ids["a"], "day_cap": 3}, {"staff_id": ids["b"], "day_cap": 4}]
    await world.http.put(f"{code}/rota", json=NOTHING | {"caps": caps, "version": 0})
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("delete from channel_staff where staff_id = :staff"), {"staff": ids["b"]}
        )
    read = (await world.http.get(f"{code}/rota")).json()
    assert read["caps"] == caps[:1]
    # What was read can be sent back as it is.
    again = await world.http.put(
        f"{code}/rota",
        json={name: read[name] for name in NOTHING} | {"version": 1, "day_cap": 9},
    )
    assert again.status_code == 200, again.text


async def test_off_duty_until_a_moment_or_until_back(world: World) -> None:
    await world.sign_in()
    code, ids = await _code(world)
    leaver = await _stray(world, "gone", "left")
    http = world.http
    duty = f"/api/duties/{ids['a']}"
    assert (await http.get(duty)).json() == {
        "off": False, "off_since": None, "off_until": None, "codes": 1,
    }  # fmt: skip
    soon = (datetime.now(UTC) + timedelta(hours=2)).isoformat()
    past = (datetime.now(UTC) - timedelta(hours=2)).isoformat()
    await _refused(await http.put(duty, json={"off": True, "until": past}), 422, "rota.past")
    for stranger in (leaver, 999_999):
        answer = await http.put(f"/api/duties/{stranger}", json={"off": True})
        await _refused(answer, 404, "rota.unknown_member")
        await _refused(await http.get(f"/api/duties/{stranger}"), 404, "rota.unknown_member")
    assert await _audit(world) == []

    off = (await http.put(duty, json={"off": True, "until": soon})).json()
    assert (off["off"], datetime.fromisoformat(off["off_until"])) == (
        True, datetime.fromisoformat(soon),
    )  # fmt: skip
    await http.put(duty, json={"off": True, "until": soon})
    listed = (await http.get("/api/duties")).json()["items"]
    assert [(one["name"], one["by_himself"]) for one in listed] == [("a", False)]
    roster = (await http.get(f"{code}/roster")).json()
    assert [(one["name"], one["on"], one["reason"]) for one in roster["members"]] == [
        ("a", False, "off_duty"), ("b", True, None),
    ]  # fmt: skip
    assert roster["next_change_at"] == roster["members"][0]["off_until"]

    # With the second one off as well nobody is left, and a code is never without staff.
    await http.put(f"/api/duties/{ids['b']}", json={"off": True})
    roster = (await http.get(f"{code}/roster")).json()
    assert roster["fallback"] == "everybody"
    assert [one["on"] for one in roster["members"]] == [True, True]
    back = (await http.put(duty, json={"off": False})).json()
    assert (back["off"], back["off_until"]) == (False, None)
    assert [entry[:2] for entry in await _audit(world)] == [
        ("rota.duty_changed", f"staff:{ids[name]}") for name in "aba"
    ]


async def test_of_two_who_give_the_first_rules_at_once_one_is_told(world: World) -> None:
    await world.sign_in()
    code, _ = await _code(world)
    wishes = [NOTHING | {"version": 0, "day_cap": cap} for cap in (1, 2)]
    answers = await asyncio.gather(*(world.http.put(f"{code}/rota", json=wish) for wish in wishes))
    taken, told = sorted(answers, key=lambda answer: answer.status_code)
    assert taken.status_code == 200, taken.text
    await _refused(told, 409, "rota.changed_meanwhile")
    assert (await world.http.get(f"{code}/rota")).json() == taken.json()
