"""A life is lived: as if people did it, with news to the app, and the world adds up after it."""

import asyncio
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, Emulator, open_emulator
from wecom_emulator.areas.broadcasts.state import Broadcasts
from wecom_emulator.life import invariants
from wecom_emulator.life.runner import Life
from wecom_emulator.limits import Limits

SHOP = """
name: test shop
days: 2
company: {stores: 2, staff: 2, store_name: "店{n}", userid: s}
habits:
  usual:
    confirms: {chance: 1, after: 20m ± 10m}
    accepts: {chance: 1, after: 10m ± 5m}
    answers: {chance: 1, after: 3m ± 2m}
    tags: 1
    remarks: 1
people:
  guest:
    half: 0.2
    talks: {chance: 1, messages: 1-2}
    buys: {chance: 0.5, after: 30m}
    complains: {chance: 0.3, after: 1h}
    joins:
      - group: fans
        chance: 0.8
        after: 20m
        talks: {chance: 0.5}
        leaves: {chance: 0.4, after: 2h}
    deletes: {chance: 0.3, after: 6h ± 5h}
    returns: {chance: 0.5, after: 1h}
    likes: 0.5
groups: {fans: {each: store, name: "{store}群"}}
codes:
  door: {kind: way, per_hour: {9-20: 3}}
  asking: {kind: way, each: member, skip_verify: false, per_hour: {10-12: 3}}
  net: {kind: link, each: company, state: ad, per_hour: {10-12: 3}}
  phone: {kind: phone, each: member, per_hour: {10-12: 3}}
broadcasts:
  - {day: 2, at: "10:00", text: hello all}
  - {day: 2, at: "11:00", text: hello groups, to: groups}
moments: [{day: 1, at: "15:00", text: look}]
tags: {deals: [bought, cross]}
marks: {bought: bought, complained: cross}
"""
ROOMY = Limits(tries=1)


async def begin(emulator: Emulator, **body: Any) -> dict[str, Any]:
    return await emulator.act("life", **{"yaml": SHOP, "seed": 5, "speed": "max", **body})


async def lived(emulator: Emulator, **body: Any) -> dict[str, Any]:
    """How a life was, once it is over."""
    await begin(emulator, **body)
    async with asyncio.timeout(60):
        while (told := await emulator.tell("life", rows=0))["running"]:
            await asyncio.sleep(0.01)
    return dict(told)


def life_of(emulator: Emulator) -> Life:
    [life] = emulator.app.state.world.lives.values()
    assert isinstance(life, Life)
    return life


async def test_a_life_ends_with_a_world_that_adds_up() -> None:
    async with open_emulator(ROOMY) as emulator:
        told = await lived(emulator)
        judged = await emulator.tell("life/check")

    assert told["status"] == "finished", told
    assert told["share"] == 1.0
    assert told["refused"] == {}
    counts = told["counts"]
    for do in ("arrive", "say", "join", "leave", "speak", "delete", "accept", "answer"):
        assert counts[do]["done"] > 0, do
    for do in ("confirm", "post", "like", "tag", "remark"):
        assert counts[do]["done"] > 0, do
    assert judged["ok"], judged
    assert all(row["looked_at"] > 0 for row in judged["invariants"])


async def test_a_life_is_repeatable_to_the_act() -> None:
    rows = []
    for _ in range(2):
        async with open_emulator(ROOMY) as emulator:
            await lived(emulator)
            acts = await emulator.tell("life/acts")
            # Groups and links have new ids each time, as in WeCom.
            rows.append([(r["index"], r["at"], r["do"], r["outcome"]) for r in acts])

    assert rows[0] == rows[1]
    assert len(rows[0]) > 300


async def test_the_app_hears_of_all_and_the_api_shows_it() -> None:
    async with open_emulator(ROOMY) as emulator:
        told = await lived(emulator)
        async with asyncio.timeout(60):
            while any(r["outcome"] == "under way" for r in await emulator.tell("callbacks")):
                await asyncio.sleep(0.05)
        changes = [row["change_type"] for row in await emulator.tell("callbacks")]
        ways = await emulator.tell("contact_ways")
        groups = await emulator.tell("groups")
        members = {m["userid"] for m in await emulator.tell("staff")}

        since = life_of(emulator).stage.base
        await emulator.sign_in()
        numbers = await emulator.call(
            "externalcontact/get_user_behavior_data",
            {
                "userid": sorted(members),
                "start_time": int(since),
                "end_time": int(since) + 86400,
            },
        )

    assert numbers["errcode"] == 0, numbers
    adds = sum(life_of(emulator).stage.ledger.adds.values())
    assert changes.count("add_external_contact") == adds
    assert changes.count("del_follow_user") == told["counts"]["delete"]["done"]
    assert sum(day["new_contact_cnt"] for day in numbers["behavior_data"]) == adds
    assert members == {"ann", "bob", "s00001", "s00002", "s00003", "s00004"}
    assert [way["state"] for way in ways].count("asking") == 4
    assert {group["name"] for group in groups} == {"店1群", "店2群"}


async def test_a_second_life_of_the_same_people_adds_nobody_twice() -> None:
    async with open_emulator(ROOMY) as emulator:
        first = await lived(emulator)
        again = await lived(emulator)
        judged = await emulator.tell("life/check")
        corp = (await emulator.http.get(CORP)).json()

    assert (first["status"], again["status"]) == ("finished", "finished")
    # Each comes again, and is known already.
    assert again["people"] == first["people"] == len(corp["customers"])
    assert len(corp["groups"]) == 2
    assert len(corp["contact_ways"]) == 6
    assert judged["ok"], judged


async def test_a_life_in_the_worlds_time_can_be_stopped_and_another_begun() -> None:
    slow = "name: slow\ncompany: {existing: true}\ncodes: {a: {kind: phone, per_hour: 3600}}\n"
    async with open_emulator(ROOMY) as emulator:
        await begin(emulator, yaml=slow, speed=60)
        async with asyncio.timeout(60):
            while (told := await emulator.tell("life"))["people"] < 5:
                await asyncio.sleep(0.02)
        twice = await emulator.http.post(f"{CORP}/life", json={"scenario": "shop"})
        other = await emulator.act("life", name="other", yaml=slow, speed=60)
        stopped = await emulator.http.delete(f"{CORP}/life")
        again = await emulator.http.delete(f"{CORP}/life")
        names = (await emulator.tell("life"))["names"]
        await emulator.http.delete(f"{CORP}/life", params={"name": "other"})
        clock = (await emulator.http.get("/emulator/clock")).json()

    assert told["running"]
    assert told["acts_per_second"] < 1000
    assert (twice.status_code, twice.json()["error"]) == (
        409,
        "slow is being lived; DELETE it first",
    )
    assert other["status"] == "running"
    assert stopped.json()["status"] == "stopped"
    assert again.status_code == 409
    assert names == ["life", "other"]
    assert clock["rate"] == 60


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "give scenario"),
        ({"scenario": "nowhere"}, "no scenario nowhere"),
        ({"scenario": {"name": "a", "days": 0}}, "scenario: days: "),
        ({"yaml": "name: a\nday: 1\n"}, "scenario, line 2: day: no such field"),
        ({"yaml": "name: a\n", "speed": 0}, "speed is max, or above 0"),
        ({"yaml": "name: a\n", "speed": "fast"}, "missing or wrong"),
        ({"yaml": "name: a\n", "seed": "x"}, "missing or wrong"),
    ],
)
async def test_a_wrong_life_is_refused_and_does_not_begin(body: dict[str, Any], said: str) -> None:
    async with open_emulator(ROOMY) as emulator:
        answer = await emulator.http.post(f"{CORP}/life", json=body)
        told = await emulator.tell("life")

    assert answer.status_code == 400
    assert answer.json()["error"].startswith(said)
    assert told == {"running": False, "status": "none", "names": []}


async def test_what_is_no_life_is_not_found() -> None:
    async with open_emulator(ROOMY) as emulator:
        answers = [await emulator.http.get(f"{CORP}/life/{what}") for what in ("acts", "check")]
        answers.append(await emulator.http.delete(f"{CORP}/life"))
        shown = (await emulator.http.get("/emulator/scenarios")).json()

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert {row["name"]: row["members"] for row in shown} == {
        "bank": 5000,
        "codeday": None,
        "gentle": None,
        "groupday": None,
        "restaurants": 2000,
        "shop": 3,
        "viral": 8,
    }


async def test_a_script_is_done_at_its_moments_with_the_answers_it_got() -> None:
    async with open_emulator(ROOMY) as emulator:
        config_id = await emulator.way()
        scan = {"config_id": config_id, "person": {"unionid": "o1"}, "half": True}
        script = [
            {"at": 0, "do": "scan", "body": scan, "id": "a"},
            {"at": 30, "do": "complete", "of": "a"},
            {"at": 31, "do": "complete", "of": "a"},
            {"at": 32, "do": "scan", "body": {"config_id": "none"}, "id": "b"},
            {"at": 33, "do": "complete", "of": "b"},
            {"at": 34, "do": "switches", "body": {}},
            {"at": 35, "do": "scan", "body": {"config_id": config_id, "person": "nobody"}},
            {"at": 36, "do": "say", "body": {"from": 1}},
        ]
        scenario = {"name": "s", "company": {"existing": True}, "script": script}
        await begin(emulator, yaml=None, scenario=scenario)
        await life_of(emulator).ended()
        rows = await emulator.tell("life/acts")

    assert [(row["row"], row["at"], row["outcome"]) for row in rows] == [
        (0, 0.0, "done"),
        (1, 30.0, "done"),
        (2, 31.0, "refused"),
        (3, 32.0, "refused"),
        (4, 33.0, "missed"),
        (5, 34.0, "refused"),
        (6, 35.0, "refused"),
        (7, 36.0, "refused"),
    ]
    assert rows[0]["answer"]["relation"] == "half"
    assert rows[1]["answer"]["relation"] == "whole"
    assert rows[3]["why"] == "no contact way none"
    assert rows[5]["why"] == "no act switches"
    assert rows[6]["why"].startswith("missing or wrong: ")


async def test_nothing_of_a_refused_act_stays() -> None:
    scenario = (
        "name: full\ncompany: {staff: 1, userid: s, customer_limit: 3}\n"
        "codes: {a: {kind: phone, each: member, per_hour: {9-12: 20}}}\n"
    )
    async with open_emulator(ROOMY) as emulator:
        told = await lived(emulator, yaml=scenario)
        people = await emulator.tell("people", limit=500)
        judged = await emulator.tell("life/check")

    assert told["counts"]["arrive"]["done"] == len(people) == 3
    assert told["counts"]["arrive"]["refused"] > 20
    assert list(told["refused"]) == ["arrive: s00001 has as many customers as a member may have"]
    assert judged["ok"], judged


async def test_existing_codes_and_groups_are_used_once_they_are_there() -> None:
    scenario = (
        "name: guests\ncompany: {existing: true}\ngroups: {any: {existing: true}}\n"
        "people: {a: {joins: [{group: any, chance: 1, after: 1m}]}}\n"
        "codes: {a: {kind: existing, each: company, per_hour: 2}}\n"
    )
    async with open_emulator(ROOMY) as emulator:
        none = await lived(emulator, yaml=scenario)
        # Days have passed: the token of before is no good any more.
        await emulator.sign_in()
        config_id = await emulator.way()
        group = await emulator.act("groups", owner="ann", name="g")
        some = await lived(emulator, yaml=scenario)
        people = await emulator.tell("people", limit=500)
        [told] = await emulator.tell("groups", chat_id=group["chat_id"])
        judged = await emulator.tell("life/check")

    assert config_id
    assert set(none["counts"]["arrive"]) == {"missed"}
    assert some["counts"]["arrive"]["done"] == len(people) > 20
    assert all(row["relations"][0]["channel"] == "st" for row in people)
    assert len(told["members"]) == 1 + some["counts"]["join"]["done"]
    assert judged["ok"], judged


async def test_who_never_confirms_never_does_and_who_leaves_does_nothing_more() -> None:
    scenario = (
        "name: never\ndays: 2\ncompany: {staff: 4, userid: s}\n"
        "habits: {gone: {confirms: {chance: 0}, resigns: {chance: 1, day: 1}}}\n"
        "codes: {a: {per_hour: {6-9: 30}}}\n"
        "broadcasts: [{day: 1, at: '08:59', text: hi}]\n"
    )
    async with open_emulator(ROOMY) as emulator:
        told = await lived(emulator, yaml=scenario)
        judged = await emulator.tell("life/check")
        staff = {m["userid"] for m in await emulator.tell("staff")}
        [broadcast] = life_of(emulator).stage.corp.of(Broadcasts).kept.values()

    assert told["counts"]["confirm"] == {"missed": 4}
    assert told["counts"]["resign"] == {"done": 4}
    assert staff == {"ann", "bob"}
    assert all(task.status == 0 for task in broadcast.tasks.values())
    assert judged["ok"], judged


async def test_a_company_without_members_cannot_be_lived_in() -> None:
    async with open_emulator(ROOMY) as emulator:
        emulator.app.state.world.corp("ww0123456789abcdef").staff.clear()
        told = await lived(emulator, yaml="name: a\ncompany: {existing: true}\n")

    assert told["status"].startswith("failed: ww0123456789abcdef has no members")


async def test_a_reset_ends_it() -> None:
    async with open_emulator(ROOMY) as emulator:
        await begin(emulator, speed=1)
        life = life_of(emulator)
        await emulator.http.post("/emulator/reset", json={})
        async with asyncio.timeout(60):
            await life.ended()

    assert life.status == "stopped"


async def test_each_invariant_finds_what_breaks_it() -> None:
    async with open_emulator(ROOMY) as emulator:
        await lived(emulator)
        stage = life_of(emulator).stage
        corp = stage.corp
        assert all(row["ok"] for row in invariants.judge(stage))

        index = next(i for i, got in enumerate(corp.received) if got.kind == "broadcast")
        corp.received.append(corp.received[index])
        seen = next(i for i, got in enumerate(corp.received) if got.kind == "moment")
        corp.received.append(corp.received[seen])
        chat_id = next(iter(stage.ledger.seats))
        lost = next(who for who in corp.groups[chat_id].members if who in stage.known)
        del corp.groups[chat_id].members[lost]
        stage.ledger.adds[next(iter(stage.ledger.adds))] += 1
        stage.ledger.losses[next(iter(stage.ledger.losses))] += 1
        pair, partings = next(iter(stage.ledger.partings.items()))
        partings[0].received, partings[0].again = 0, None
        visitor = next(iter(stage.visitors.values()))
        corp.relations[visitor.external_userid].pop(visitor.met)
        rows = invariants.judge(stage)

    assert pair
    assert [row["name"] for row in rows if row["ok"]] == []
    assert all(row["first"] for row in rows)
