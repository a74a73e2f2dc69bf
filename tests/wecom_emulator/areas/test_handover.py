"""Customers handed to another member: 24 hours, a yes or a no, and what the apps are told."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, CORPID, SECRET, Emulator, open_emulator
from wecom_emulator.limits import Limits

AREA = "externalcontact"
TRANSFER, RESULT = f"{AREA}/transfer_customer", f"{AREA}/transfer_result"
UNASSIGNED = f"{AREA}/get_unassigned_list"
RESIGNED, RESIGNED_RESULT = (
    f"{AREA}/resigned/transfer_customer",
    f"{AREA}/resigned/transfer_result",
)
DAY = 24 * 3600
ANN_TO_BOB = {"handover_userid": "ann", "takeover_userid": "bob"}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with a third member."""
    async with open_emulator(Limits(pause_seconds=0.01, transfer_customers=3)) as emulator:
        body = {
            "corpid": CORPID,
            "apps": [{"agentid": 1, "secret": SECRET}],
            "staff": [{"userid": "cat", "name": "猫"}],
        }
        assert (await emulator.http.post("/emulator/corps", json=body)).status_code == 200
        yield emulator


async def friend(emulator: Emulator, unionid: str = "o1", userid: str = "ann") -> str:
    added = await emulator.act("add", userid=userid, person={"unionid": unionid})
    return str(added["external_userid"])


async def pass_days(emulator: Emulator, days: float) -> None:
    await emulator.advance(days * DAY)
    await emulator.sign_in()


async def transfer(emulator: Emulator, *external: str, **more: Any) -> list[int]:
    got = await emulator.call(TRANSFER, {**ANN_TO_BOB, "external_userid": external, **more})
    assert got["errcode"] == 0
    assert [row["external_userid"] for row in got["customer"]] == list(external)
    return [row["errcode"] for row in got["customer"]]


async def results(emulator: Emulator, **more: Any) -> list[tuple[str, int, int]]:
    got = await emulator.call(RESULT, ANN_TO_BOB | more)
    assert (got["errcode"], got["next_cursor"]) == (0, "")
    return [(r["external_userid"], r["status"], r["takeover_time"]) for r in got["customer"]]


async def followers(emulator: Emulator, external: str) -> list[str]:
    detail = await emulator.call(f"{AREA}/get", external_userid=external)
    return [follow["userid"] for follow in detail["follow_user"]]


async def told(emulator: Emulator, count: int) -> list[tuple[str, ...]]:
    """Change, member and what else matters of each event."""
    return [
        (
            row["change_type"],
            *re.findall(r"<UserID><!\[CDATA\[(\w+)\]\]>", row["xml"]),
            *re.findall(r"<(?:Source|FailReason)><!\[CDATA\[(\w+)\]\]>", row["xml"]),
        )
        for row in await emulator.delivered(count)
    ]


async def test_a_customer_changes_hands_after_a_day(emulator: Emulator) -> None:
    lin = await friend(emulator)
    now = (await emulator.http.post("/emulator/clock", json={})).json()["now"]
    assert await transfer(emulator, lin, transfer_success_msg="以后找小博") == [0]
    [(external, status, due)] = await results(emulator)
    assert (external, status) == (lin, 2)
    assert due - now - DAY in {0, 1}
    await emulator.advance(DAY - 60)
    await emulator.sign_in()
    assert await followers(emulator, lin) == ["ann"]
    await emulator.advance(61)
    assert await followers(emulator, lin) == ["bob"]
    [(external, status, at)] = await results(emulator)
    assert (external, status) == (lin, 1)
    assert 0 <= at - due <= 2
    assert await told(emulator, 3) == [
        ("add_external_contact", "ann"),
        ("add_external_contact", "bob"),
        ("del_external_contact", "ann", "DELETE_BY_TRANSFER"),
    ]
    detail = await emulator.call(f"{AREA}/get", external_userid=lin)
    [follow] = detail["follow_user"]
    assert (follow["add_way"], follow["oper_userid"], "state" in follow) == (202, "ann", False)
    [got] = await emulator.tell("received", external_userid=lin)
    assert (got["userid"], got["kind"], got["body"]["text"]) == ("bob", "transfer", "以后找小博")


async def test_a_customer_says_yes_or_no_before(emulator: Emulator) -> None:
    lin, mo = await friend(emulator, "o1"), await friend(emulator, "o2")
    assert await transfer(emulator, lin, mo) == [0, 0]
    yes = await emulator.act(f"transfers/{lin}", accept=True)
    no = await emulator.act(f"transfers/{mo}", accept=False)
    assert (yes["status"], no["status"], no["takeover_time"]) == (1, 3, 0)
    assert await followers(emulator, lin) == ["bob"]
    assert await followers(emulator, mo) == ["ann"]
    assert (await told(emulator, 5))[2:] == [
        ("add_external_contact", "bob"),
        ("del_external_contact", "ann", "DELETE_BY_TRANSFER"),
        ("transfer_fail", "bob", "customer_refused"),
    ]
    for external in (lin, mo, "wm404"):
        answer = await emulator.http.post(f"{CORP}/transfers/{external}", json={"accept": True})
        assert answer.status_code == 409
    assert await transfer(emulator, mo) == [0]
    answer = await emulator.http.post(f"{CORP}/transfers/{mo}", json={"accept": "yes"})
    assert answer.status_code == 400
    # When its time has come nothing happens a second time; a new attempt is a row of its own.
    await pass_days(emulator, 2)
    assert [status for _, status, _ in await results(emulator)] == [1, 3, 1]


async def test_who_deleted_the_old_one_refused(emulator: Emulator) -> None:
    lin = await friend(emulator)
    assert await transfer(emulator, lin) == [0]
    await emulator.act("unfollow", userid="ann", external_userid=lin, by="customer")
    await pass_days(emulator, 1.1)
    assert await results(emulator) == [(lin, 3, 0)]
    assert (await told(emulator, 3))[2] == ("transfer_fail", "bob", "customer_refused")


async def test_friends_of_both_are_told_less(emulator: Emulator) -> None:
    lin = await friend(emulator)
    await friend(emulator, "o1", "bob")
    assert await transfer(emulator, lin) == [0]
    await pass_days(emulator, 1.1)
    assert await followers(emulator, lin) == ["bob"]
    assert (await told(emulator, 3))[2:] == [("del_external_contact", "ann", "DELETE_BY_TRANSFER")]
    # Back to whom he was taken from: no add is told either.
    back = {"handover_userid": "bob", "takeover_userid": "ann", "external_userid": [lin]}
    assert (await emulator.call(TRANSFER, back))["customer"][0]["errcode"] == 0
    await emulator.act(f"transfers/{lin}", accept=True)
    assert await followers(emulator, lin) == ["ann"]
    assert (await told(emulator, 4))[3:] == [("del_external_contact", "bob", "DELETE_BY_TRANSFER")]


async def test_a_list_that_is_full_takes_nobody(emulator: Emulator) -> None:
    lin, mo = await friend(emulator, "o1"), await friend(emulator, "o2")
    await emulator.act("console/staff/bob", customer_limit=1)
    assert await transfer(emulator, lin, mo) == [0, 40099]
    # He fills up while the 24 hours run.
    await friend(emulator, "o3", "bob")
    await pass_days(emulator, 1.1)
    assert await results(emulator) == [(lin, 4, 0)]
    assert await followers(emulator, lin) == ["ann"]
    assert (await told(emulator, 4))[3] == ("transfer_fail", "bob", "customer_limit_exceed")


async def test_what_speaks_against_one_customer(emulator: Emulator) -> None:
    lin, mo = await friend(emulator, "o1"), await friend(emulator, "o2", "cat")
    assert await transfer(emulator, "wm404", mo, lin) == [40096, 40131, 0]
    assert await transfer(emulator, lin) == [40129]
    assert await transfer(emulator, lin, lin) == [40129, 40129]
    await emulator.act("unfollow", userid="ann", external_userid=lin, by="staff")
    assert await transfer(emulator, lin) == [40131]


async def test_twice_in_ninety_days_and_no_more(emulator: Emulator) -> None:
    lin = await friend(emulator)
    back = {"handover_userid": "bob", "takeover_userid": "ann", "external_userid": [lin]}
    assert await transfer(emulator, lin) == [0]
    await emulator.act(f"transfers/{lin}", accept=False)
    assert await transfer(emulator, lin) == [0]
    await emulator.act(f"transfers/{lin}", accept=True)
    await pass_days(emulator, 30)
    assert (await emulator.call(TRANSFER, back))["customer"][0]["errcode"] == 0
    await emulator.act(f"transfers/{lin}", accept=True)
    await pass_days(emulator, 30)
    assert await transfer(emulator, lin) == [40128]
    await pass_days(emulator, 32)
    assert await transfer(emulator, lin) == [0]


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"handover_userid": ""}, 40058),
        ({"handover_userid": "nobody"}, 60111),
        ({"takeover_userid": "nobody"}, 60111),
        ({"takeover_userid": "ann"}, 40130),
        ({"takeover_userid": "ANN"}, 40130),
        ({"external_userid": None}, 41035),
        ({"external_userid": []}, 41035),
        ({"external_userid": "wm1"}, 40058),
        ({"external_userid": [1]}, 40058),
        ({"external_userid": ["wm1"] * 4}, 40058),
        ({"transfer_success_msg": "鱼" * 201}, 40058),
        ({"takeover_userid": "cat"}, 60011),
    ],
)
async def test_a_handover_is_refused(
    emulator: Emulator, changes: dict[str, Any], errcode: int
) -> None:
    lin = await friend(emulator)
    await emulator.act("console/apps/1", visible=["ann", "bob"])
    body = {**ANN_TO_BOB, "external_userid": [lin], **changes}
    got = await emulator.call(TRANSFER, body)
    assert (got["errcode"], got["customer"]) == (errcode, [])
    assert await emulator.tell("transfers") == []


@pytest.mark.parametrize(
    ("userid", "changes", "errcode"),
    [
        ("bob", {"verified": False}, 40098),
        ("bob", {"contact": False}, 84074),
        ("bob", {"status": 4}, 41054),
        ("bob", {"signed_in_lately": False}, 40205),
        ("ann", {"signed_in_lately": False}, 40205),
        ("ann", {"banned": True}, 40143),
        ("ann", {"contact": False}, 84074),
    ],
)
async def test_members_who_cannot_hand_over(
    emulator: Emulator, userid: str, changes: dict[str, Any], errcode: int
) -> None:
    lin = await friend(emulator)
    await emulator.act(f"console/staff/{userid}", **changes)
    body = {**ANN_TO_BOB, "external_userid": [lin]}
    assert await emulator.code(TRANSFER, body) == errcode
    assert await emulator.tell("transfers") == []


async def test_results_come_in_pages_of_one_pair(emulator: Emulator) -> None:
    lin = await friend(emulator)
    assert await transfer(emulator, lin) == [0]
    assert await results(emulator, takeover_userid="cat") == []
    for body in ({}, {"handover_userid": "ann"}, {"takeover_userid": "bob"}):
        got = await emulator.call(RESULT, body)
        assert (got["errcode"], got["customer"]) == (40058, [])
    assert await emulator.code(RESULT, ANN_TO_BOB | {"cursor": "1"}) == 50100
    assert await emulator.code(RESULT, ANN_TO_BOB | {"handover_userid": "nobody"}) == 60111
    await emulator.act("console/apps/1", visible=["ann"])
    assert await emulator.code(RESULT, ANN_TO_BOB) == 60011


async def test_what_a_leaver_left_is_assigned(emulator: Emulator) -> None:
    lin, mo = await friend(emulator, "o1"), await friend(emulator, "o2")
    body = {**ANN_TO_BOB, "external_userid": [lin, mo, "wm404"]}
    assert await emulator.code(RESIGNED, body) == 40097
    await emulator.act("staff/ann/resign")
    assert await emulator.code(TRANSFER, {**ANN_TO_BOB, "external_userid": [lin]}) == 60111
    listed = await emulator.call(UNASSIGNED, {})
    assert {row["external_userid"] for row in listed["info"]} == {lin, mo}
    assert {row["handover_userid"] for row in listed["info"]} == {"ann"}
    assert all(row["dimission_time"] > 0 for row in listed["info"])
    assert (listed["is_last"], listed["next_cursor"]) == (True, "")
    got = await emulator.call(RESIGNED, body)
    assert [row["errcode"] for row in got["customer"]] == [0, 0, 40096]
    assert [r["errcode"] for r in (await emulator.call(RESIGNED, body))["customer"]][:2] == [
        40129,
        40129,
    ]
    assert (await emulator.call(UNASSIGNED, {}))["info"] == []
    await emulator.act(f"transfers/{mo}", accept=False)
    assert [row["external_userid"] for row in (await emulator.call(UNASSIGNED, {}))["info"]] == [mo]
    await pass_days(emulator, 1.1)
    assert await followers(emulator, lin) == ["bob"]
    done = await emulator.call(RESIGNED_RESULT, ANN_TO_BOB)
    assert [(row["external_userid"], row["status"]) for row in done["customer"]] == [
        (lin, 1),
        (mo, 3),
    ]
    assert await results(emulator) == []
    events = await told(emulator, 5)
    assert events[2] == ("delete_user", "ann")
    assert events[3:] == [
        ("transfer_fail", "bob", "customer_refused"),
        ("add_external_contact", "bob"),
    ]


async def test_unassigned_customers_come_in_pages(emulator: Emulator) -> None:
    made = {await friend(emulator, f"o{n}") for n in range(3)}
    await friend(emulator, "o9", "bob")
    await emulator.act("staff/ann/resign")
    first = await emulator.call(UNASSIGNED, {"page_size": 2})
    assert (len(first["info"]), first["is_last"]) == (2, False)
    rest = await emulator.call(UNASSIGNED, {"page_size": 2, "cursor": first["next_cursor"]})
    assert (rest["is_last"], rest["next_cursor"]) == (True, "")
    rows = [*first["info"], *rest["info"]]
    assert {row["external_userid"] for row in rows} == made
    numbered = await emulator.call(UNASSIGNED, {"page_size": 2, "page_id": 1})
    assert (numbered["info"], "next_cursor" in numbered) == (rest["info"], False)
    wins = {"page_size": 2, "page_id": 0, "cursor": first["next_cursor"]}
    assert (await emulator.call(UNASSIGNED, wins))["info"] == rest["info"]
    for wrong, errcode in (
        ({"cursor": "2"}, 50100),
        ({"page_id": -1}, 40058),
        ({"page_size": "two"}, 40058),
    ):
        got = await emulator.call(UNASSIGNED, wrong)
        assert (got["errcode"], got["info"]) == (errcode, [])
    await emulator.act("console/apps/1", visible=["bob"])
    assert (await emulator.call(UNASSIGNED, {}))["info"] == []


async def test_a_leaver_of_long_ago_is_too_late(emulator: Emulator) -> None:
    lin = await friend(emulator)
    await emulator.act("staff/ann/resign")
    await pass_days(emulator, 366)
    body = {**ANN_TO_BOB, "external_userid": [lin]}
    assert await emulator.code(RESIGNED, body) == 40205
    assert await emulator.code(RESIGNED, body | {"handover_userid": "nobody"}) == 60111
    assert await emulator.code(RESIGNED_RESULT, ANN_TO_BOB | {"handover_userid": "bob"}) == 40097


async def test_a_taker_who_leaves_meanwhile_takes_nobody(emulator: Emulator) -> None:
    lin = await friend(emulator)
    assert await transfer(emulator, lin) == [0]
    await emulator.act("staff/bob/resign")
    await pass_days(emulator, 1.1)
    assert await followers(emulator, lin) == ["ann"]
    [row] = await emulator.tell("transfers")
    assert row["status"] == 3
    # Nobody is there whom the news of it could name.
    assert (await told(emulator, 2))[1] == ("delete_user", "bob")


async def test_a_handover_under_way_survives_a_restart(tmp_path: Any) -> None:
    state_file = tmp_path / "state.json"
    async with open_emulator(state_file=state_file) as emulator:
        lin = await friend(emulator)
        assert await transfer(emulator, lin) == [0]
    async with open_emulator(state_file=state_file) as emulator:
        await pass_days(emulator, 1.1)
        assert await followers(emulator, lin) == ["bob"]
        assert [status for _, status, _ in await results(emulator)] == [1]


async def test_a_giver_who_leaves_meanwhile_is_not_named(emulator: Emulator) -> None:
    lin = await friend(emulator)
    assert await transfer(emulator, lin) == [0]
    await emulator.act("staff/ann/resign")
    assert (await emulator.call(UNASSIGNED, {}))["info"] == []
    await pass_days(emulator, 1.1)
    assert await followers(emulator, lin) == ["bob"]
    assert (await told(emulator, 3))[1:] == [
        ("delete_user", "ann"),
        ("add_external_contact", "bob"),
    ]


async def test_the_phone_knows_who_was_handed_over(emulator: Emulator) -> None:
    lin = await friend(emulator)
    assert await transfer(emulator, lin, transfer_success_msg="以后找小博") == [0]
    await emulator.act(f"transfers/{lin}", accept=True)
    chats = (await emulator.tell("phone", external_userid=lin))["chats"]
    assert [(chat["userid"], chat["state"], chat["ended_by"]) for chat in chats] == [
        ("ann", "gone", "transfer"),
        ("bob", "whole", ""),
    ]
    assert [item["text"] for item in chats[1]["items"]] == ["以后找小博"]
