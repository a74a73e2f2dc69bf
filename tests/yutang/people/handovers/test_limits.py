"""What WeCom does not allow: seen in the preview, or taken as it comes, never as a surprise."""

from collections import Counter
from typing import Any

from sqlalchemy import text

from .stage import DAY, FIRST, GIVER, SECOND, THIRD, Stage, external


def why(preview: dict[str, Any], what: str = "customers") -> dict[str, int]:
    """Reasons by number."""
    return {one["reason"]: one["count"] for one in preview[what]["cannot"]}


async def test_a_full_taker_passes_on_and_the_last_leaves_over(stage: Stage) -> None:
    await stage.befriend(GIVER, 9)
    stage.corp.staff[FIRST].customer_limit = 1
    stage.corp.staff[SECOND].verified = False
    stage.corp.staff[THIRD].customer_limit = 0
    handover_id = await stage.begin(FIRST, SECOND, THIRD, rule="load")
    await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert {key: n for key, n in read["customers"].items() if n} == {"waiting": 1, "full": 8}
    blocked = {one["staff"]["account"]: one["blocked"] for one in read["takers"]}
    assert blocked == {FIRST: "no_room", SECOND: "taker_not_ready", THIRD: "no_room"}
    people = await stage.people(handover_id)
    full = [one for one in people.values() if one["state"] == "full"]
    assert {(one["reason"], one["errcode"]) for one in full} == {("no_room", 40099)}
    assert stage.attempts() == {2: 1}
    stage.corp.staff[THIRD].customer_limit = None
    other = {"takers": [{"staff_id": stage.staff[THIRD]}]}
    before = await stage.rows("select count(*) from handovers")
    would = await stage.ask("POST", f"/{handover_id}/retry/preview", 200, other)
    assert (would["customers"]["matching"], would["customers"]["can"]) == (8, 8)
    assert [(one["staff"]["id"], one["customers"]) for one in would["takers"]] == [
        (stage.staff[THIRD], 8)
    ]
    assert {"day_wait", "twice_in_90", "capacity"} < set(would["rules_said"])
    same = await stage.ask("POST", f"/{handover_id}/retry/preview", 200, {})
    assert len(same["takers"]) == 3
    assert await stage.rows("select count(*) from handovers") == before
    again = await stage.ask("POST", f"/{handover_id}/retry", 201, other)
    assert (again["retry_of"], again["customers"]["planned"]) == (handover_id, 8)
    await stage.carry_on(again["id"])
    await stage.pass_time(DAY + 60)
    for _ in range(2):
        await stage.carry_on(handover_id)
        await stage.carry_on(again["id"])
    assert stage.attempts() == {1: 9}
    assert (await stage.read(again["id"]))["customers"]["accepted"] == 8
    await stage.ask("POST", f"/{again['id']}/retry", 409, {})
    refused = await stage.ask("POST", f"/{again['id']}/retry/preview", 409, {})
    assert refused["type"] == "handovers.nothing_to_retry"


async def test_who_finds_no_room_after_the_day_gets_a_task(stage: Stage) -> None:
    ids = await stage.befriend(GIVER, 3)
    handover_id = await stage.begin(FIRST)
    await stage.carry_on(handover_id)
    await stage.decide(ids[0], accept=False)
    stage.corp.staff[FIRST].customer_limit = 1
    async with stage.world.runtime.database.owner() as session:
        await session.execute(
            text("update customers set marketing_refused_at = now() where id = :id"), {"id": ids[0]}
        )
    await stage.pass_time(DAY + 60)
    await stage.carry_on(handover_id)
    await stage.carry_on(handover_id)
    people = await stage.people(handover_id)
    assert Counter(one["state"] for one in people.values()) == {
        "accepted": 1,
        "full": 1,
        "refused": 1,
    }
    [full] = [one for one in people.values() if one["state"] == "full"]
    tasks = await stage.rows("select id, customer_id, staff_id, source_key from tasks")
    assert [(t.customer_id, t.staff_id) for t in tasks] == [
        (full["customer"]["id"], stage.staff[FIRST])
    ]
    assert (full["task_id"], full["reason"]) == (tasks[0].id, "full_at_the_end")
    # Kept as a code, it is said whole in each language; a person's own words stay his.
    path = f"/api/tasks/{tasks[0].id}"
    task = (await stage.world.http.get(path)).json()
    note = "您好，我是ANN，接替GIVER为您服务，有事随时找我"
    assert task["title"] == f"再加好友，附言：{note}"
    assert task["words"] == {
        "zh": f"再加好友，附言：{note}",
        "en": f"Add as a friend again and send along: {note}",
    }
    changed = await stage.world.http.patch(path, json={"title": "打个电话"})
    assert changed.status_code == 200, changed.text
    assert (changed.json()["title"], changed.json()["words"]) == ("打个电话", None)


async def test_twice_in_90_days_is_known_before_and_said_by_wecom(stage: Stage) -> None:
    [one] = await stage.befriend(GIVER, 1)
    there = await stage.begin(FIRST)
    await stage.carry_on(there)
    await stage.decide(one, accept=True)
    await stage.carry_on(there)
    # Two takeovers within one second could not be told apart.
    await stage.pass_time(60)
    back = {"from_staff_id": stage.staff[FIRST], "takers": [{"staff_id": stage.staff[GIVER]}]}
    made = await stage.ask("POST", "", 201, stage.wish() | back | {"name": "回"})
    await stage.carry_on(made["id"])
    await stage.decide(one, accept=True)
    await stage.carry_on(made["id"])
    assert (await stage.read(made["id"]))["customers"]["accepted"] == 1
    preview = await stage.ask("POST", "/preview", body=stage.wish(FIRST))
    assert (preview["customers"]["can"], why(preview)) == (0, {"twice_in_90_days": 1})
    assert "twice_in_90" in preview["rules_said"]
    await stage.ask("POST", "", 409, stage.wish(FIRST, name="三"))
    # Of two tries that were none of ours only WeCom knows.
    await stage.rows("delete from handover_people returning 1")
    third = await stage.begin(FIRST)
    await stage.carry_on(third)
    person = (await stage.people(third))[one]
    assert (person["state"], person["reason"], person["errcode"]) == (
        "failed",
        "twice_in_90_days",
        40128,
    )
    assert (await stage.read(third))["state"] == "done"


async def test_who_left_more_than_a_year_ago_hands_nothing_over(stage: Stage) -> None:
    await stage.befriend(GIVER, 2)
    await stage.resign(GIVER)
    stage.corp.leavers[GIVER].left_at -= 400 * DAY
    refused = await stage.ask("POST", "", 422, stage.wish(FIRST, name="离", message="您好"))
    assert refused["type"] == "handovers.message_on_job_only"
    handover_id = await stage.begin(FIRST)
    await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert (read["mode"], read["state"], read["customers"]["failed"]) == ("resigned", "done", 2)
    people = await stage.people(handover_id)
    assert {(one["reason"], one["errcode"]) for one in people.values()} == {
        ("no_login_for_a_year", 40205)
    }
    async with stage.world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into handover_leavers (corp_id, staff_id, left_at)"
                " values (:c, :s, now() - interval '400 days')"
            ),
            {"c": stage.corp_id, "s": stage.staff[GIVER]},
        )
    preview = await stage.ask("POST", "/preview", body=stage.wish(FIRST))
    assert why(preview) == {"leaver_too_long": 2}
    assert "leaver_year" in preview["rules_said"]


async def test_a_preview_splits_within_room_and_says_why_not(stage: Stage) -> None:
    ids = await stage.befriend(GIVER, 10)
    await stage.befriend(FIRST, 3)
    async with stage.world.runtime.database.owner() as session:
        for statement in (
            "update follows set state = 'half' where customer_id = 1",
            "delete from customer_identities where customer_id = 2",
            "update customers set stage = 'deal' where id in (3, 4, 5)",
        ):
            await session.execute(text(statement))
    wish = stage.wish(FIRST, SECOND, rule="load")
    preview = await stage.ask("POST", "/preview", body=wish)
    assert preview["customers"]["matching"] == 10
    assert why(preview) == {"erased": 1, "half_added": 1}
    takers = [(t["customers"], t["has"], t["room_left"], t["over"]) for t in preview["takers"]]
    assert takers == [(3, 3, 4997, 0), (5, 0, 5000, 0)]
    assert (preview["leftover"], preview["calls"]) == (0, 2)
    assert preview["eta_seconds"] >= DAY
    wish["customers"] = {"stage": ["deal"]}
    assert (await stage.ask("POST", "/preview", body=wish))["customers"]["can"] == 3
    wish["customers"] = {"customer_ids": [ids[5], 11, 999]}
    picked = await stage.ask("POST", "/preview", body=wish)
    assert (picked["customers"]["can"], why(picked)) == (1, {"not_follower": 2})
    wish |= {"rule": "store", "customers": {"all": True}}
    nowhere = await stage.ask("POST", "/preview", body=wish)
    assert (nowhere["leftover"], why(nowhere)["no_taker_in_store"]) == (8, 8)
    wish |= {"rule": "share", "takers": [{"staff_id": stage.staff[SECOND]}]}
    stage.corp.persons.pop(external(ids[9]), None)
    async with stage.world.runtime.database.owner() as session:
        await session.execute(text("update staff set status = 'inactive' where account = 'bob'"))
    idle = await stage.ask("POST", "/preview", body=wish)
    assert (idle["takers"][0]["ready"], why(idle)["taker_not_ready"]) == (False, 8)


async def test_what_makes_no_sense_is_refused_and_changes_nothing(stage: Stage) -> None:
    await stage.befriend(GIVER, 1)
    for body, code in (
        (stage.wish(GIVER), "handovers.same_member"),
        (stage.wish(FIRST, FIRST), "handovers.double_taker"),
        (stage.wish(FIRST) | {"customers": None}, "handovers.nothing_chosen"),
        (stage.wish() | {"takers": [{"staff_id": 999}]}, "handovers.unknown_taker"),
        (
            stage.wish() | {"takers": [{"staff_id": stage.staff[FIRST], "share": 0}]},
            "handovers.no_share",
        ),
    ):
        for path, more in (("/preview", {}), ("", {"name": "甲"})):
            refused = await stage.ask("POST", path, 422, body | more)
            assert refused["type"] == code
    unknown = stage.wish(FIRST) | {"from_staff_id": 999}
    assert (await stage.ask("POST", "/preview", 404, unknown))["type"] == "handovers.unknown_giver"
    empty = stage.wish(FIRST, name="空") | {"customers": {}}
    assert (await stage.ask("POST", "", 409, empty))["type"] == "handovers.nobody"
    await stage.ask("POST", "/preview", 422, stage.wish(FIRST, message="长" * 201))
    for path in ("/7", "/7/people", "/7/groups", "/7/result.csv"):
        assert (await stage.ask("GET", path, 404))["type"] == "handovers.unknown"
    for path in ("/7/stop", "/7/retry", "/7/retry/preview"):
        assert (await stage.ask("POST", path, 404, {}))["type"] == "handovers.unknown"
    assert await stage.rows("select 1 from handovers") == []
