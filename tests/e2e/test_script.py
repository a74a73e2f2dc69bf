"""The scans of a check, lived by an emulator: what comes of each step reaches its add."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from wecom_emulator.testing import EmulatedWeCom, serve
from yutang.cli.demo.clients import DriverError, EmulatorDoor
from yutang.cli.demo.company import make_demo
from yutang.cli.demo.results import Add
from yutang.cli.demo.running import begin_life
from yutang.cli.demo.scenario import Kind, Visit, plan
from yutang.cli.demo.script import Step, play, script, steps_of


@asynccontextmanager
async def a_door(emulated: EmulatedWeCom) -> AsyncIterator[EmulatorDoor]:
    door = EmulatorDoor(emulated.url, emulated.company.corpid)
    try:
        yield door
    finally:
        await door.close()


async def played(emulated: EmulatedWeCom, config_id: str, adds: Sequence[Add]) -> int:
    """Play the visits of these adds; returns how often progress was shown."""
    shown: list[int] = []
    async with a_door(emulated) as door:
        await play(door, "scans", steps_of(adds, config_id), lambda: shown.append(1))
    return len(shown)


def a_way(emulated: EmulatedWeCom) -> str:
    body = {"type": 2, "scene": 2, "user": ["ann", "bob"], "skip_verify": True}
    return str(emulated.call("externalcontact/add_contact_way", body)["config_id"])


def test_a_script_holds_each_step_at_its_moment() -> None:
    add = Add(Visit(number=3, kind=Kind.HALF, name="王芳", unionid="o1", at_seconds=1.5))

    told = script([Step(add, "scan", 1.5, {"config_id": "c"}), Step(add, "complete", 2.5, {})])

    assert told["scenario"]["script"] == [
        {"at": 1.5, "do": "scan", "body": {"config_id": "c"}, "id": "scan 3"},
        {"at": 2.5, "do": "complete", "body": {}, "of": "scan 3"},
    ]


async def test_every_visit_of_a_plan_is_scanned_and_completed() -> None:
    adds = [Add(visit) for visit in plan(40, 7, 100, "run")]
    with serve() as emulated:
        shown = await played(emulated, a_way(emulated), adds)

        people = {row["unionid"]: row for row in emulated.tell("people", limit=100)}
        changes = [event["ChangeType"] for event in emulated.events(10)]
    halves = [add for add in adds if add.visit.complete_after_seconds is not None]
    assert shown > 1
    assert [add.problem for add in adds] == [None] * 40
    for add in adds:
        [relation] = people[add.visit.unionid]["relations"]
        assert (relation["userid"], relation["state"]) == (add.userid, "whole")
        assert relation["external_userid"] == add.external_userid
        assert len(add.codes) == (2 if add in halves else 1)
    assert changes.count("add_half_external_contact") == len(halves) == 5
    assert changes.count("add_external_contact") == 40


async def test_a_scan_that_is_refused_is_the_problem_of_its_add() -> None:
    adds = [Add(visit) for visit in plan(20, 7, 100, "run")]
    with serve() as emulated:
        await played(emulated, "gone", adds)

    assert {add.problem for add in adds} == {"the scan was refused: no contact way gone"}


async def test_an_emulator_that_leaves_acts_out_is_no_endless_wait() -> None:
    adds = [Add(visit) for visit in plan(5, 7, 100, "run")]
    with serve() as emulated:
        # A company without anybody in it cannot be lived in.
        corp = {"corpid": "ww0", "apps": [{"agentid": 1, "secret": "s"}]}
        emulated.http.post("/emulator/corps", json=corp)
        async with a_door(emulated) as door:
            door.corpid = "ww0"
            with pytest.raises(DriverError, match="left out 5 of 5 acts: failed: ww0 has no"):
                await play(door, "scans", steps_of(adds, "c"), lambda: None)


async def test_a_demo_lives_gently_and_other_people_come_at_each_start() -> None:
    seeds = []
    for _ in range(2):
        with serve() as emulated:
            demo = make_demo().model_copy(update={"corpid": emulated.company.corpid})

            await begin_life(demo, emulated.url)

            life = emulated.tell("life")
            seeds.append(life["seed"])
            assert (life["running"], life["speed"], life["days"]) == (True, 1.0, 366)
            emulated.advance(2 * 3600)
            for _ in range(200):
                if emulated.tell("life")["people"] > 3:
                    break
                await asyncio.sleep(0.05)
            # Nobody made a code, so members added whom they met.
            people = emulated.tell("people", limit=1000)
            assert {row["relations"][0]["add_way"] for row in people} == {2}
    assert seeds[0] != seeds[1]
