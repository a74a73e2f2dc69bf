"""Faults of API calls: before the effect and after it, by chance and by path."""

import time
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest

from tests.wecom_emulator.corp import CORPID, Emulator, open_emulator

ADD = "externalcontact/add_contact_way"
WAY = {"type": 1, "scene": 2, "user": ["ann"]}
IPS = "/cgi-bin/getcallbackip"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as emulator:
        yield emulator


@pytest.mark.parametrize(("when", "ways"), [("before", 0), ("after", 1)])
@pytest.mark.parametrize("kind", ["http", "errcode"])
async def test_a_fault_strikes_before_or_after_the_effect(
    emulator: Emulator, kind: str, when: str, ways: int
) -> None:
    value = 503 if kind == "http" else -1
    await emulator.fault(kind=kind, value=value, path=f"/cgi-bin/{ADD}", when=when, count=1)
    answer = await emulator.ask(ADD, WAY, access_token=emulator.token)
    told = answer.status_code if kind == "http" else answer.json()["errcode"]
    assert told == value
    assert len(await emulator.tell("contact_ways")) == ways
    [row] = (await emulator.http.get("/emulator/quota", params={"path": ADD})).json()["apis"] or [
        {"hours": [{"calls": 0, "zero": 0, "done": 0}]}
    ]
    [hour] = row["hours"]
    assert (hour["calls"], hour["zero"], hour["done"]) == (ways, 0, ways)
    entry = (await emulator.http.get("/emulator/journal")).json()[-1]
    assert entry["done"] is (when == "after")
    assert entry["errcode"] == (f"http {value}" if kind == "http" else value)


@pytest.mark.parametrize(("when", "ways"), [("before", 0), ("after", 1)])
async def test_a_connection_hangs_and_drops(emulator: Emulator, when: str, ways: int) -> None:
    await emulator.fault(kind="hang", value=0.2, path=f"/cgi-bin/{ADD}", when=when)
    began = time.monotonic()
    with pytest.raises(httpx2.RemoteProtocolError):
        await emulator.call(ADD, WAY)
    assert 0.2 <= time.monotonic() - began < 30
    assert len(await emulator.tell("contact_ways")) == ways
    assert (await emulator.http.get("/emulator/journal")).json()[-1]["errcode"] == "dropped"


async def test_what_wecom_refuses_has_no_effect_for_a_fault_to_follow(emulator: Emulator) -> None:
    await emulator.fault(kind="http", value=502, path=f"/cgi-bin/{ADD}", when="after")
    assert await emulator.code(ADD, {**WAY, "user": ["nobody"]}) == 60111
    assert await emulator.tell("contact_ways") == []


async def test_a_late_answer_comes_after_its_effect(emulator: Emulator) -> None:
    await emulator.fault(kind="latency", value=0.2, path=f"/cgi-bin/{ADD}", when="after")
    began = time.monotonic()
    assert await emulator.code(ADD, WAY) == 0
    assert time.monotonic() - began >= 0.2


async def test_a_prefix_takes_a_family_and_a_path_one(emulator: Emulator) -> None:
    await emulator.fault(kind="errcode", value=45033, prefix="/cgi-bin/externalcontact/")
    assert await emulator.code("externalcontact/get_follow_user_list") == 45033
    assert await emulator.code("crm/get_customer_contacts") == 45033
    assert await emulator.code("getcallbackip") == 0
    [fault] = (await emulator.http.get("/emulator/faults")).json()
    assert (fault["struck"], fault["prefix"]) == (2, "/cgi-bin/externalcontact/")
    await emulator.http.delete("/emulator/faults")
    assert await emulator.code("externalcontact/get_follow_user_list") == 0


async def test_chance_is_the_same_for_the_same_seed(emulator: Emulator) -> None:
    corp = (await emulator.http.get(f"/emulator/corps/{CORPID}")).json()

    async def codes(seed: int) -> list[int]:
        await emulator.http.post("/emulator/reset", json={"seed": seed})
        apps = [{"agentid": a["agentid"], "secret": a["secret"]} for a in corp["apps"]]
        await emulator.http.post("/emulator/corps", json={"corpid": CORPID, "apps": apps})
        await emulator.sign_in()
        await emulator.fault(kind="errcode", value=-1, path=IPS, share=0.3)
        await emulator.fault(kind="errcode", value=45009, path=IPS, share=0.5)
        return [await emulator.code("getcallbackip") for _ in range(200)]

    first = await codes(7)
    assert await codes(7) == first
    assert await codes(8) != first
    assert 30 < first.count(-1) < 90
    assert 40 < first.count(45009) < 100
    assert first.count(0) > 30


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "rain"},
        {"kind": ["http"]},
        {"kind": "errcode"},
        {"kind": "http", "value": 99},
        {"kind": "http", "value": 10**30},
        {"kind": "hang", "value": -1},
        {"kind": "latency", "value": 1e12},
        {"kind": "hang", "share": 1.5},
        {"kind": "hang", "share": "often"},
        {"kind": "hang", "when": "later"},
        {"kind": "drop_callback", "when": "after"},
        {"kind": "hang", "count": -2},
        {"kind": "hang", "seconds": 3},
    ],
)
async def test_a_fault_that_makes_no_sense_is_refused(
    emulator: Emulator, wrong: dict[str, Any]
) -> None:
    answer = await emulator.http.post("/emulator/faults", json=wrong)
    assert (answer.status_code, list(answer.json())) == (400, ["error"])
    assert (await emulator.http.get("/emulator/faults")).json() == []


async def test_callbacks_fail_by_chance_too(emulator: Emulator) -> None:
    await emulator.fault(kind="drop_callback", prefix="http://receiver.test/", share=0.5)
    for number in range(40):
        await emulator.act("add", userid="ann", person={"unionid": f"o{number}"})
    [fault] = (await emulator.http.get("/emulator/faults")).json()
    assert 8 < fault["struck"] < 32
    await emulator.delivered(40 - fault["struck"])
