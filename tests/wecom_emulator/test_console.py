"""What an administrator does in WeCom's console, and how many customers fit."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, Emulator, open_emulator
from wecom_emulator.limits import Limits

SEND = "externalcontact/send_welcome_msg"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as emulator:
        yield emulator


async def test_the_corp_shows_what_the_console_set(emulator: Emulator) -> None:
    wanted = {
        "visible": ["ann"],
        "visible_departments": [1],
        "may_call_contact": False,
        "trusted_ips": ["10.0.0.0/8"],
        "stopped": True,
        "withdrawn": True,
        "unauthorised": ["media/"],
        "trusted_domains": ["scrm.example"],
        "redirect_domain": "scrm.example",
    }
    told = await emulator.act("console/apps/2", **wanted)
    assert {name: told[name] for name in wanted} == wanted
    corp = (await emulator.http.get(CORP)).json()
    assert corp["apps"][1] == told
    assert (corp["apps"][0]["may_call_contact"], corp["apps"][0]["trusted_ips"]) == (True, None)
    assert corp["contact_scale"] == 50_000
    assert corp["switches"]["bad_json"] == "warn"


@pytest.mark.parametrize(
    ("path", "wrong", "status"),
    [
        ("console/apps/9", {"stopped": True}, 404),
        ("console/apps/x", {"stopped": True}, 404),
        ("console/apps/1", {"stopped": 1}, 400),
        ("console/apps/1", {"stopped": True, "no_such": 1}, 400),
        ("console/apps/1", {"visible": ["nobody"]}, 404),
        ("console/apps/1", {"visible": "ann"}, 400),
        ("console/apps/1", {"visible_departments": [77]}, 404),
        ("console/apps/1", {"visible_departments": ["1"]}, 400),
        ("console/apps/1", {"stopped": True, "trusted_ips": ["nowhere"]}, 400),
        ("console/apps/1", {"redirect_domain": None}, 400),
        ("console/apps/1/tokens", {"kind": "burn"}, 400),
        ("console/apps/9/tokens", {}, 404),
        ("console/staff/nobody", {"verified": False}, 404),
        ("console/staff/ann", {"status": 5}, 400),
        ("console/staff/ann", {"verified": False, "status": True}, 400),
        ("console/staff/ann", {"customer_limit": -1}, 400),
        ("console/staff/ann", {"console_welcome": ["hello"]}, 400),
        ("console/corp", {"contact_scale": "large"}, 400),
        ("console/corp", {"name": "x"}, 400),
        ("switches", {"no_such": True}, 400),
        ("switches", {"medical": False, "hint_form": 3}, 400),
    ],
)
async def test_a_wrong_act_changes_nothing(
    emulator: Emulator, path: str, wrong: dict[str, Any], status: int
) -> None:
    before = ((await emulator.http.get(CORP)).json(), await emulator.tell("staff"))
    answer = await emulator.http.post(f"{CORP}/{path}", json=wrong)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])
    assert ((await emulator.http.get(CORP)).json(), await emulator.tell("staff")) == before
    assert await emulator.code("getcallbackip") == 0


async def test_a_new_status_is_told(emulator: Emulator) -> None:
    await emulator.act("console/staff/ann", status=2)
    await emulator.act("console/staff/ann", status=2)
    [row] = await emulator.delivered(1)
    assert (row["event"], row["change_type"]) == ("change_contact", "update_user")
    [xml] = emulator.receiver.xml
    assert "<UserID><![CDATA[ann]]></UserID><Status>2</Status>" in xml


async def test_a_welcome_of_the_console_leaves_no_code(emulator: Emulator) -> None:
    await emulator.act("console/staff/ann", console_welcome="欢迎光临")
    added = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    assert added["welcome_code"] is None
    [got] = await emulator.tell("received")
    assert (got["kind"], got["body"]["text"]) == ("welcome", "欢迎光临")
    await emulator.delivered(1)
    assert "WelcomeCode" not in emulator.receiver.xml[0]
    other = await emulator.act("add", userid="bob", person={"unionid": "o1"})
    assert other["welcome_code"] is not None
    await emulator.act("console/staff/ann", console_welcome="")
    again = await emulator.act("add", userid="ann", person={"unionid": "o2"})
    hello = {"welcome_code": again["welcome_code"], "text": {"content": "你好"}}
    assert await emulator.code(SEND, hello) == 0


async def add(emulator: Emulator, userid: str, number: int) -> int:
    answer = await emulator.http.post(
        f"{CORP}/add", json={"userid": userid, "person": {"unionid": f"o{number}"}}
    )
    return answer.status_code


async def test_a_full_member_takes_nobody(emulator: Emulator) -> None:
    await emulator.act("console/staff/ann", customer_limit=2)
    assert [await add(emulator, "ann", n) for n in range(3)] == [200, 200, 409]
    # Who is refused is not known afterwards, who was here stays.
    people = await emulator.tell("people")
    assert len(people) == 2
    assert await add(emulator, "ann", 1) == 200
    assert await add(emulator, "bob", 2) == 200
    listed = await emulator.call("externalcontact/list", userid="ann")
    await emulator.act(
        "unfollow", userid="ann", external_userid=listed["external_userid"][0], by="customer"
    )
    assert await add(emulator, "ann", 2) == 409
    await emulator.act(
        "unfollow", userid="ann", external_userid=listed["external_userid"][1], by="staff"
    )
    assert await add(emulator, "ann", 2) == 200
    assert await add(emulator, "ann", 3) == 409
    await emulator.act("console/staff/ann", customer_limit=None)
    assert await add(emulator, "ann", 3) == 200


async def test_a_code_leads_to_who_has_room(emulator: Emulator) -> None:
    await emulator.act("console/staff/ann", customer_limit=0)
    config_id = await emulator.way()
    for number in range(8):
        got = await emulator.act("scan", config_id=config_id, person={"unionid": f"o{number}"})
        assert got["userid"] == "bob"
    await emulator.act("console/staff/bob", customer_limit=8)
    full = {"config_id": config_id, "person": {"unionid": "o9"}}
    assert (await emulator.http.post(f"{CORP}/scan", json=full)).status_code == 409
    assert len(await emulator.tell("people")) == 8


async def test_a_full_corp_takes_only_whom_it_has(emulator: Emulator) -> None:
    await emulator.act("console/corp", contact_scale=2)
    assert [await add(emulator, "ann", n) for n in range(3)] == [200, 200, 409]
    assert await add(emulator, "bob", 0) == 200
    answer = await emulator.http.post(
        f"{CORP}/add", json={"userid": "bob", "person": {"unionid": "o7"}}
    )
    assert "610023" in answer.json()["error"]
    await emulator.act("console/corp", contact_scale=None)
    assert await add(emulator, "ann", 2) == 200


async def test_the_usual_room_is_a_limit() -> None:
    async with open_emulator(Limits(customers_of_a_member=1, contact_scale=2)) as emulator:
        assert [await add(emulator, "ann", n) for n in range(2)] == [200, 409]
        assert [await add(emulator, "bob", n) for n in (5, 6)] == [200, 409]


async def test_a_populated_corp_has_room_for_more() -> None:
    async with open_emulator(Limits(customers_of_a_member=10, contact_scale=20)) as emulator:
        await emulator.act("populate", customers=60, seed=1)
        assert await add(emulator, "ann", 1) == 200
        assert (await emulator.http.get(CORP)).json()["contact_scale"] == 120


async def test_reads_right_after_an_add_do_not_know_it_yet(emulator: Emulator) -> None:
    await emulator.act("switches", consistent_after_seconds=2)
    added = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    external = added["external_userid"]
    remark = {"userid": "ann", "external_userid": external, "remark": "r"}
    assert await emulator.code("externalcontact/get", external_userid=external) == 84061
    assert await emulator.code("externalcontact/list", userid="ann") == 84061
    assert await emulator.code("externalcontact/remark", remark) == 84061
    await emulator.advance(2.1)
    assert await emulator.code("externalcontact/get", external_userid=external) == 0
    assert await emulator.code("externalcontact/list", userid="ann") == 0
    assert await emulator.code("externalcontact/remark", remark) == 0


async def test_members_without_a_licence_are_named_and_show_nobody(emulator: Emulator) -> None:
    batch = "externalcontact/batch/get_by_user"
    for userid, unionid in (("ann", "o1"), ("ann", "o2"), ("bob", "o3")):
        await emulator.act("add", userid=userid, person={"unionid": unionid})
    shown = await emulator.act("console/staff/ann", licensed=False)
    assert shown["licensed"] is False
    page = await emulator.call(batch, {"userid_list": ["ann", "bob"]})
    assert [one["follow_info"]["userid"] for one in page["external_contact_list"]] == ["bob"]
    assert page["fail_info"] == {"unlicensed_userid_list": ["ann"]}
    alone = await emulator.call(batch, {"userid_list": ["ann"]})
    assert (alone["errcode"], alone["external_contact_list"]) == (701008, [])
    await emulator.act("console/staff/ann", licensed=True)
    page = await emulator.call(batch, {"userid_list": ["ann", "bob"]})
    assert len(page["external_contact_list"]) == 3
    assert page["fail_info"] == {"unlicensed_userid_list": []}
