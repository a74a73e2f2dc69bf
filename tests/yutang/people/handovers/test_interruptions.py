"""Answers that get lost, workers that die, callbacks that come late or twice: nobody twice."""

import asyncio
import contextlib
from collections import Counter

import pytest

from tests.yutang.world import add_corp, event_xml
from yutang.people.handovers import service as handovers
from yutang.wecom.errors import UnknownOutcomeError

from .stage import (
    ASK,
    ASK_RESIGNED,
    DAY,
    FIRST,
    GIVER,
    GROUPS,
    RESULTS,
    SECOND,
    THIRD,
    Stage,
    external,
)


async def test_a_lost_answer_is_looked_up_before_anything_is_asked_again(stage: Stage) -> None:
    await stage.befriend(GIVER, 150)
    handover_id = await stage.begin(FIRST)
    await stage.fault(ASK)
    await stage.carry_on(handover_id)
    assert len(await stage.calls(ASK)) == 2
    assert stage.attempts() == {2: 150}
    assert (await stage.read(handover_id))["customers"]["waiting"] == 150
    assert await stage.rows("select 1 from handover_people where tries > 1") == []


async def test_who_was_not_taken_is_asked_for_again_and_nobody_else(stage: Stage) -> None:
    await stage.befriend(GIVER, 5)
    handover_id = await stage.begin(FIRST)
    await stage.fault(ASK, when="before")
    await stage.fault(RESULTS, 3)
    with pytest.raises(UnknownOutcomeError):
        await handovers.carry_on(stage.runtime, stage.corp_id, handover_id)
    states = await stage.rows("select distinct state from handover_people")
    assert [row.state for row in states] == ["asking"]
    assert (await stage.read(handover_id))["customers"]["planned"] == 5
    await stage.carry_on(handover_id)
    assert stage.attempts() == {2: 5}
    assert (await stage.read(handover_id))["customers"]["waiting"] == 5


async def test_a_worker_killed_in_a_call_leaves_nothing_unclear(stage: Stage) -> None:
    await stage.befriend(GIVER, 250)
    handover_id = await stage.begin(FIRST, SECOND)
    await stage.fault(ASK, kind="latency", value=20.0, when="after")
    task = asyncio.create_task(handovers.carry_on(stage.runtime, stage.corp_id, handover_id))
    while not stage.attempts():
        await asyncio.sleep(0.01)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    states = Counter(row.state for row in await stage.rows("select state from handover_people"))
    assert states == {"asking": 100, "planned": 150}
    await stage.wecom.delete("/emulator/faults")
    await stage.carry_on(handover_id)
    assert stage.attempts() == {2: 250}
    await stage.pass_time(DAY + 60)
    for _ in range(2):
        await stage.carry_on(handover_id)
    assert (await stage.read(handover_id))["customers"]["accepted"] == 250
    assert stage.attempts() == {1: 250}


async def test_callbacks_tell_at_once_late_and_twice_and_each_end_is_one(stage: Stage) -> None:
    ids = await stage.befriend(GIVER, 4)
    handover_id = await stage.begin(FIRST)
    await stage.carry_on(handover_id)
    await stage.decide(ids[0], accept=True)
    await stage.decide(ids[1], accept=False)
    await stage.read_inbox()
    due = await stage.rows("select 1 from handovers where next_check_at <= now()")
    assert len(due) == 1
    await stage.carry_on(handover_id)
    people = await stage.people(handover_id)
    assert [people[one]["state"] for one in ids] == ["accepted", "refused", "waiting", "waiting"]
    # The third goes over while no callback comes through; WeCom tells it later, and twice.
    await stage.fault(None, 2, kind="drop_callback", when="before")
    await stage.decide(ids[2], accept=True)
    await stage.carry_on(handover_id)
    assert (await stage.people(handover_id))[ids[2]]["state"] == "accepted"
    at = int(stage.now().timestamp()) + 40
    corpid = stage.world.app.corpid
    for shift in (0, 1):
        for change, userid, more in (
            ("add_external_contact", FIRST, {}),
            ("del_external_contact", GIVER, {"Source": "DELETE_BY_TRANSFER"}),
        ):
            told = {"UserID": userid, "ExternalUserID": external(ids[2])} | more
            xml = event_xml(corpid, "change_external_contact", change, at + shift, **told)
            await stage.world.call_back(xml)
    await stage.read_inbox()
    await stage.carry_on(handover_id)
    events = await stage.rows(
        "select customer_id, kind, count(*) as n from events where customer_id is not null"
        " and kind like 'relation.%' group by 1, 2 order by 1, 2"
    )
    assert [tuple(row) for row in events] == [
        (ids[0], "relation.ended", 1),
        (ids[0], "relation.handed_over", 1),
        (ids[1], "relation.transfer_failed", 1),
        (ids[2], "relation.ended", 1),
        (ids[2], "relation.handed_over", 1),
    ]
    losses = await stage.rows("select 1 from losses")
    credit = await stage.rows("select first_added_staff_id from customers where id = :i", i=ids[2])
    assert (losses, credit[0].first_added_staff_id) == ([], None)
    assert len(await stage.rows("select 1 from tasks")) == 1


async def test_stopped_in_the_midst_those_asked_go_on(stage: Stage) -> None:
    await stage.befriend(GIVER, 120)
    handover_id = await stage.begin(FIRST)
    await stage.fault(ASK, kind="latency", value=0.4, when="before", count=1)
    task = asyncio.create_task(handovers.carry_on(stage.runtime, stage.corp_id, handover_id))
    while not await stage.rows("select 1 from handover_people where state = 'asking'"):
        await asyncio.sleep(0.01)
    stopped = await stage.ask("POST", f"/{handover_id}/stop", body={})
    assert (stopped["state"], stopped["customers"]["excluded"]) == ("stopped", 20)
    await task
    assert stage.attempts() == {2: 100}
    assert (await stage.ask("POST", f"/{handover_id}/stop", 409, {}))["type"] == (
        "handovers.not_now"
    )
    await stage.pass_time(DAY + 60)
    for _ in range(2):
        await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert (read["state"], read["customers"]["accepted"]) == ("stopped", 100)
    assert read["next_check_at"] is None
    again = await stage.ask("POST", f"/{handover_id}/retry", 201, {})
    assert again["customers"]["planned"] == 20


async def test_a_leaver_s_customers_go_by_the_other_way(stage: Stage) -> None:
    ids = await stage.befriend(GIVER, 3)
    await stage.resign(GIVER)
    handover_id = await stage.begin(FIRST)
    await stage.fault(ASK_RESIGNED)
    await stage.carry_on(handover_id)
    await stage.decide(ids[1], accept=False)
    await stage.pass_time(DAY + 60)
    for _ in range(2):
        await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert (read["mode"], read["state"]) == ("resigned", "done")
    assert (read["customers"]["accepted"], read["customers"]["refused"]) == (2, 1)
    assert len(await stage.calls(ASK_RESIGNED)) == 1
    # WeCom tells nobody's deletion of who left: the result alone ends the relation.
    ended = await stage.rows(
        "select customer_id from follows where state = 'transferred' order by 1"
    )
    assert [row.customer_id for row in ended] == [ids[0], ids[2]]


async def test_groups_go_at_once_300_a_day_and_a_lost_answer_is_looked_up(stage: Stage) -> None:
    groups = await stage.found(GIVER, 310)
    wish = {"customers": None, "groups": {"all": True}, "rule": "load"}
    preview = await stage.ask("POST", "/preview", body=stage.wish(FIRST, SECOND, **wish))
    assert (preview["groups"]["can"], preview["groups"]["days"], preview["calls"]) == (310, 2, 4)
    handover_id = await stage.begin(FIRST, SECOND, **wish)
    await stage.fault(GROUPS)
    await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert (read["groups"]["done"], read["groups"]["planned"], read["state"]) == (
        300,
        10,
        "waiting",
    )
    assert read["notes"] == ["groups_next_day"]
    await stage.pass_time(DAY)
    stage.corp.groups["wrgiver000009"].dismissed = True
    await stage.carry_on(handover_id)
    read = await stage.read(handover_id)
    assert read["state"] == "done"
    owners = Counter(one.owner for one in stage.corp.groups.values() if not one.dismissed)
    ours = Counter(
        row.account
        for row in await stage.rows(
            "select s.account, g.chat_id from group_chats g join staff s on s.id = owner_staff_id"
        )
        if not stage.corp.groups[row.chat_id].dismissed
    )
    assert owners == ours
    page = await stage.ask("GET", f"/{handover_id}/groups?limit=200")
    assert (len(page["items"]), page["next"]) == (200, str(groups[199]))
    told = await stage.rows("select count(*) as n from events where kind = 'group.owner_changed'")
    assert told[0].n == read["groups"]["done"]


async def test_others_neither_see_nor_use_a_handover(stage: Stage) -> None:
    await stage.befriend(GIVER, 2)
    handover_id = await stage.begin(FIRST)
    csv = await stage.world.http.get(f"/api/handovers/{handover_id}/result.csv?language=en")
    assert csv.text.splitlines()[1].startswith("1,客户1,ANN,planned")
    await add_corp(stage.world.runtime, "rival", (1000010,))
    await stage.world.sign_in("rival")
    for method, path in (
        ("GET", ""),
        ("GET", "/people"),
        ("GET", "/groups"),
        ("GET", "/result.csv"),
        ("POST", "/stop"),
        ("POST", "/retry"),
    ):
        refused = await stage.ask(method, f"/{handover_id}{path}", 404, {})
        assert refused["type"] == "handovers.unknown"
    await stage.ask("GET", f"/staff/{stage.staff[GIVER]}", 404)
    await stage.ask("POST", "/preview", 404, stage.wish(THIRD))
    assert (await stage.ask("GET", ""))["items"] == []
    assert (await stage.ask("GET", "/leavers"))["items"] == []
