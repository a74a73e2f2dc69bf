"""Callbacks: sealed so that a stranger reads them, tried three times, spoiled on demand."""

import asyncio
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from tests.wecom_emulator.corp import AES_KEY, CALLBACK, CORP, CORPID, TOKEN, open_emulator
from wecom_emulator.limits import Limits

FAST = Limits(pause_seconds=0.01)


def fields(xml: str) -> dict[str, str]:
    """The elements of an event."""
    root = ET.fromstring(xml)  # noqa: S314 - our own emulator wrote it
    return {element.tag: element.text or "" for element in root}


async def test_a_stranger_can_read_an_add() -> None:
    async with open_emulator() as emulator:
        config_id = await emulator.way(state="渠道]]>1")
        scanned = await emulator.act(
            "scan", config_id=config_id, person={"unionid": "o1", "name": "客"}
        )
        [row] = await emulator.delivered(1)
        [xml] = emulator.receiver.xml
    told = fields(xml)
    assert told.pop("CreateTime").isdigit()
    assert told == {
        "ToUserName": CORPID,
        "FromUserName": "sys",
        "MsgType": "event",
        "Event": "change_external_contact",
        "ChangeType": "add_external_contact",
        "UserID": scanned["userid"],
        "ExternalUserID": scanned["external_userid"],
        "State": "渠道]]>1",
        "WelcomeCode": scanned["welcome_code"],
    }
    assert (row["tries"], row["statuses"], row["outcome"]) == (1, [200], "delivered")


async def test_three_tries_and_no_more() -> None:
    async with open_emulator(FAST) as emulator:
        emulator.receiver.status = 500
        await emulator.act("add", userid="ann", person={"unionid": "o1"})
        [row] = await emulator.delivered(1)
        assert (row["tries"], row["statuses"]) == (3, [500, 500, 500])
        assert row["outcome"] == "given up"
        assert len(set(emulator.receiver.xml)) == 1
        assert len(emulator.receiver.xml) == 3
        emulator.receiver.status = 200
        await emulator.act("add", userid="ann", person={"unionid": "o2"})
        _, row = await emulator.delivered(2)
        assert (row["tries"], row["outcome"]) == (1, "delivered")


async def test_a_callback_that_does_not_verify_is_refused() -> None:
    async with open_emulator() as emulator:
        callback = {"url": CALLBACK, "token": "other", "encoding_aes_key": AES_KEY, "verify": True}
        body: dict[str, Any] = {"corpid": CORPID, "apps": [{"agentid": 9, "secret": "x"}]}
        broken = callback | {"url": "http://receiver.test/elsewhere"}
        refused = await emulator.http.post("/emulator/corps", json=body | {"callback": broken})
        assert refused.status_code == 400
        assert refused.json() == {"error": "the callback failed: HTTP 404"}
        told = (await emulator.http.get(CORP)).json()
        assert [app["agentid"] for app in told["apps"]] == [1, 2]


async def test_a_dropped_callback_never_arrives() -> None:
    async with open_emulator(FAST) as emulator:
        await emulator.fault(kind="drop_callback", count=1)
        await emulator.act("add", userid="ann", person={"unionid": "o1"})
        second = await emulator.act("add", userid="ann", person={"unionid": "o2"})
        await emulator.delivered(1)
        [xml] = emulator.receiver.xml
        assert fields(xml)["ExternalUserID"] == second["external_userid"]


async def test_only_the_callback_of_the_fault_is_doubled() -> None:
    async with open_emulator(FAST) as emulator:
        other = {"url": f"{CALLBACK}?app=2", "token": TOKEN, "encoding_aes_key": AES_KEY}
        body = {
            "corpid": CORPID,
            "apps": [{"agentid": 1, "secret": "a"}, {"agentid": 2, "secret": "b"}],
            "callback": other | {"agentid": 2},
        }
        assert (await emulator.http.post("/emulator/corps", json=body)).status_code == 200
        await emulator.fault(kind="duplicate_callback", value=2, path=CALLBACK)
        await emulator.act("add", userid="ann", person={"unionid": "o1"})
        async with asyncio.timeout(60):
            while len(emulator.receiver.xml) < 4:
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.2)
        first, second = await emulator.delivered(2)
        assert (first["agentid"], first["statuses"]) == (1, [200, 200, 200])
        assert (second["agentid"], second["statuses"]) == (2, [200])
        assert len(set(emulator.receiver.xml)) == 1


async def test_who_leaves_and_comes_back_keeps_his_id_and_gets_a_new_code() -> None:
    async with open_emulator(FAST) as emulator:
        person = {"unionid": "o1", "name": "归人"}
        first = await emulator.act("add", userid="ann", person=person)
        twice = await emulator.act("add", userid="ann", person=person)
        assert twice["welcome_code"] is None
        await emulator.act(
            "unfollow", userid="ann", external_userid=first["external_userid"], by="staff"
        )
        gone = await emulator.call("externalcontact/get", external_userid=first["external_userid"])
        assert gone["errcode"] == 84061
        again = await emulator.act("add", userid="ann", person=person)
        assert again["external_userid"] == first["external_userid"]
        assert again["welcome_code"] not in {None, first["welcome_code"]}
        other = await emulator.act("add", userid="bob", person=person)
        assert other["external_userid"] == first["external_userid"]
        await emulator.delivered(4)
        changes = [fields(xml)["ChangeType"] for xml in emulator.receiver.xml]
        assert sorted(changes) == ["add_external_contact"] * 3 + ["del_external_contact"]


async def test_the_state_file_brings_everything_back(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "state.json"
    async with open_emulator(state_file=file) as emulator:
        config_id = await emulator.way()
        scanned = await emulator.act("scan", config_id=config_id, person={"unionid": "o1"})
        await emulator.advance(5000)
        people = await emulator.tell("people")
        moment = (await emulator.http.post("/emulator/clock", json={})).json()["now"]
    assert [path.name for path in file.parent.iterdir()] == ["state.json"]
    async with open_emulator(state_file=file) as emulator:
        assert await emulator.tell("people") == people
        assert [w["config_id"] for w in await emulator.tell("contact_ways")] == [config_id]
        [code] = await emulator.tell("welcome_codes")
        assert code["welcome_code"] == scanned["welcome_code"]
        again = (await emulator.http.post("/emulator/clock", json={})).json()["now"]
        assert 0 <= again - moment < 10


async def test_a_seed_makes_the_same_people() -> None:
    wanted = {"customers": 30, "tag_groups": 2, "groups": 1, "seed": 7}

    async def filled(**changes: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        async with open_emulator() as emulator:
            # Ends in a fixed second, since relations begin so many seconds before now.
            await emulator.http.post("/emulator/clock", json={"now": 2_000_000_000.5})
            counts = await emulator.act("populate", **wanted | changes)
            again = await emulator.act("populate", **wanted | changes)
            assert again == counts
            assert emulator.receiver.xml == []
            return counts, await emulator.tell("people")

    counts, people = await filled()
    assert counts == {"customers": 30, "tag_groups": 2, "groups": 1}
    assert len(people) == 30
    assert await filled() == (counts, people)
    other_counts, others = await filled(seed=8)
    assert other_counts == counts
    assert {p["unionid"] for p in others}.isdisjoint(p["unionid"] for p in people)
