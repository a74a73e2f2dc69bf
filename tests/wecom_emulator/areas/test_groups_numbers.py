"""Numbers of groups and of members, which add up to what happened."""

import random
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.test_groups import (
    BY_DAY,
    DAY,
    MIDNIGHT,
    STATISTIC,
    open_group,
    person,
    three_members,
)
from tests.wecom_emulator.corp import Emulator

BEHAVIOR = "externalcontact/get_user_behavior_data"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with three members in two departments, at five in the afternoon."""
    async with three_members() as emulator:
        yield emulator


async def live_two_days(emulator: Emulator) -> str:
    """Two groups of ann and one of bob; words, leavers, a dismissed group; then the next day."""
    first = await open_group(emulator, members=["wm-1", "wm-2"])
    bobs = await open_group(emulator, "bob")
    await emulator.act("say", **{"from": "wm-1", "chat_id": first, "content": "在吗"})
    await emulator.act("say", **{"from": "ann", "chat_id": first, "content": "在"})
    await emulator.act("say", **{"from": "ann", "chat_id": first, "content": "请讲"})
    await emulator.advance(DAY)
    second = await open_group(emulator, members=["wm-3"])
    await emulator.act(f"groups/{first}/leave", external_userid="wm-2")
    await emulator.act(f"groups/{first}/join", external_userid="wm-4")
    await emulator.act(f"groups/{second}/dismiss")
    await emulator.act(f"groups/{bobs}/invite", by="bob", members=["wm-5"])
    await emulator.advance(DAY)
    await emulator.sign_in()
    return first


def numbers(data: dict[str, int]) -> tuple[int, ...]:
    return tuple(
        data[name]
        for name in (
            "new_chat_cnt",
            "chat_total",
            "chat_has_msg",
            "new_member_cnt",
            "member_total",
            "member_has_msg",
            "msg_total",
        )
    )


async def test_numbers_by_day_are_what_happened(emulator: Emulator) -> None:
    await live_two_days(emulator)
    window = {"day_begin_time": MIDNIGHT + 5, "day_end_time": MIDNIGHT + 2 * DAY}
    got = await emulator.call(BY_DAY, window)
    # The day that is under way is not counted.
    assert [item["stat_time"] for item in got["items"]] == [MIDNIGHT, MIDNIGHT + DAY]
    assert [numbers(item["data"]) for item in got["items"]] == [
        (2, 2, 1, 4, 4, 2, 3),
        (1, 2, 1, 4, 5, 2, 3),
    ]
    bob = {"owner_filter": {"userid_list": ["bob"]}}
    got = await emulator.call(BY_DAY, window | bob)
    assert [numbers(item["data"])[3:5] for item in got["items"]] == [(1, 1), (1, 2)]


async def test_numbers_by_owner_are_sorted_and_paged(emulator: Emulator) -> None:
    await live_two_days(emulator)
    window = {"day_begin_time": MIDNIGHT, "day_end_time": MIDNIGHT + DAY}
    got = await emulator.call(STATISTIC, window)
    assert (got["total"], got["next_offset"]) == (2, 2)
    assert [(item["owner"], numbers(item["data"])) for item in got["items"]] == [
        ("ann", (2, 1, 1, 6, 3, 2, 3)),
        ("bob", (1, 1, 0, 2, 2, 0, 0)),
    ]
    page = await emulator.call(STATISTIC, window | {"order_asc": 1, "limit": 1})
    assert (page["total"], page["next_offset"], page["items"][0]["owner"]) == (2, 1, "bob")
    rest = await emulator.call(STATISTIC, window | {"order_asc": 1, "limit": 1, "offset": 1})
    assert (rest["next_offset"], rest["items"][0]["owner"]) == (2, "ann")
    one = await emulator.call(STATISTIC, {"day_begin_time": MIDNIGHT, "order_by": 4})
    assert [numbers(item["data"])[4] for item in one["items"]] == [3, 1]


async def test_numbers_stay_with_whose_the_group_was(emulator: Emulator) -> None:
    first = await live_two_days(emulator)
    await emulator.act(f"groups/{first}/invite", by="ann", members=["cat"])
    await emulator.act(f"groups/{first}/change_owner", userid="cat")
    await emulator.advance(DAY)
    await emulator.sign_in()
    for begin, owner in ((MIDNIGHT + DAY, "ann"), (MIDNIGHT + 2 * DAY, "cat")):
        body = {"day_begin_time": begin, "order_by": 4}
        got = await emulator.call(STATISTIC, body)
        assert got["items"][0]["owner"] == owner


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"day_begin_time": "soon"},
        {"day_begin_time": -5},
        {"day_begin_time": 10**30},
        {"day_begin_time": MIDNIGHT - 181 * DAY},
        {"day_begin_time": MIDNIGHT - 40 * DAY, "day_end_time": MIDNIGHT - DAY},
        {"day_begin_time": MIDNIGHT - DAY, "day_end_time": MIDNIGHT - 2 * DAY},
    ],
)
async def test_windows_are_refused(emulator: Emulator, body: dict[str, Any]) -> None:
    for path in (STATISTIC, BY_DAY):
        got = await emulator.call(path, body)
        assert (got["errcode"], got["items"]) == (40058, [])
    renamed = {
        name: body[old]
        for name, old in (("start_time", "day_begin_time"), ("end_time", "day_end_time"))
        if old in body
    }
    assert await emulator.code(BEHAVIOR, {"userid": ["ann"]} | renamed) == 40058


@pytest.mark.parametrize(
    "more", [{"order_by": 5}, {"order_asc": 2}, {"limit": 1001}, {"limit": 0}, {"offset": -1}]
)
async def test_orders_and_pages_of_numbers_are_refused(
    emulator: Emulator, more: dict[str, Any]
) -> None:
    assert await emulator.code(STATISTIC, {"day_begin_time": MIDNIGHT - DAY} | more) == 40058


async def test_behavior_is_what_members_did(emulator: Emulator) -> None:
    lin, mo = await person(emulator, "林"), await person(emulator, "莫")
    way = await emulator.way(type=1, user=["ann"])
    scanned = await emulator.act("scan", config_id=way, person={"unionid": "扫"})
    for sender, to, after in (
        (lin, "ann", 0),
        ("ann", lin, 600),
        ("ann", lin, 60),
        (mo, "ann", 0),
        ("ann", scanned["external_userid"], 0),
    ):
        await emulator.advance(after)
        await emulator.act("say", **{"from": sender, "to": to, "content": "好"})
    await emulator.act("unfollow", userid="ann", external_userid=mo, by="customer")
    await emulator.act("unfollow", userid="ann", external_userid=lin, by="staff")
    zhou = await person(emulator, "周", "cat")
    await emulator.advance(DAY)
    await emulator.sign_in()
    window = {"start_time": MIDNIGHT, "end_time": MIDNIGHT + DAY}
    got = await emulator.call(BEHAVIOR, {"userid": ["ann"]} | window)
    assert got["behavior_data"] == [
        {
            "stat_time": MIDNIGHT,
            "new_apply_cnt": 2,
            "new_contact_cnt": 3,
            "chat_cnt": 2,
            "message_cnt": 3,
            "reply_percentage": 50.0,
            "avg_reply_time": 10,
            "negative_feedback_cnt": 1,
        }
    ]
    both = await emulator.call(BEHAVIOR, {"userid": ["ann"], "partyid": [2]} | window)
    assert both["behavior_data"][0]["new_contact_cnt"] == 4
    quiet = await emulator.call(BEHAVIOR, {"userid": ["cat"]} | window)
    assert "reply_percentage" not in quiet["behavior_data"][0]
    assert "avg_reply_time" not in quiet["behavior_data"][0]
    assert zhou
    # Who comes back is new again; the first time is not forgotten.
    await person(emulator, "林")
    await emulator.advance(DAY)
    await emulator.sign_in()
    got = await emulator.call(
        BEHAVIOR, {"userid": ["ann"]} | {"start_time": MIDNIGHT, "end_time": MIDNIGHT + DAY}
    )
    assert [row["new_contact_cnt"] for row in got["behavior_data"]] == [3, 1]


async def test_a_generated_company_counts_as_well(emulator: Emulator) -> None:
    await emulator.act("populate", seed=3, customers=200)
    body = {
        "userid": ["ann", "bob"],
        "start_time": MIDNIGHT - 30 * DAY,
        "end_time": MIDNIGHT - DAY,
    }
    got = await emulator.call(BEHAVIOR, body)
    assert len(got["behavior_data"]) == 30
    counted = sum(row["new_contact_cnt"] for row in got["behavior_data"])
    people = await emulator.tell("people", limit=1000)
    wanted = sum(
        MIDNIGHT - 30 * DAY <= relation["createtime"] < MIDNIGHT
        for row in people
        for relation in row["relations"]
        if relation["userid"] in {"ann", "bob"}
    )
    assert counted == wanted > 0


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({}, 40058),
        ({"userid": [], "partyid": []}, 40058),
        ({"userid": "ann"}, 40058),
        ({"userid": ["ann", "bob", "cat"]}, 40058),
        ({"partyid": [1, 2, 3]}, 40058),
        ({"partyid": ["x"]}, 40058),
        ({"userid": ["nobody"]}, 40003),
        ({"userid": ["bob"]}, 60011),
        ({"partyid": [404]}, 60011),
        ({"partyid": [1]}, 60011),
    ],
)
async def test_behavior_is_refused(emulator: Emulator, body: dict[str, Any], errcode: int) -> None:
    await emulator.act("console/apps/1", visible=["ann"], visible_departments=[2])
    window = {"start_time": MIDNIGHT - DAY, "end_time": MIDNIGHT - DAY}
    got = await emulator.call(BEHAVIOR, window | body)
    assert (got["errcode"], got["behavior_data"]) == (errcode, [])


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_numbers_of_any_days_are_those_counted_by_hand(emulator: Emulator, seed: int) -> None:
    chance = random.Random(seed)
    living: dict[str, set[str]] = {}
    spoken: dict[str, list[str]] = {}
    counted: list[tuple[int, ...]] = []
    for day in range(5):
        chats, joins = 0, 0
        for number in range(8):
            what = chance.choice(["open", "join", "join", "leave", "say", "say", "dismiss"])
            if what == "open" or not living:
                chat_id = await open_group(emulator, chance.choice(["ann", "bob"]))
                living[chat_id] = set()
                chats, joins = chats + 1, joins + 1
                continue
            chat_id = chance.choice(list(living))
            people = living[chat_id]
            if what == "join":
                who = f"wm-{day}-{number}"
                await emulator.act(f"groups/{chat_id}/join", external_userid=who)
                people.add(who)
                joins += 1
            elif what == "leave" and people:
                who = people.pop()
                await emulator.act(f"groups/{chat_id}/leave", external_userid=who)
            elif what == "say" and people:
                who = chance.choice(sorted(people))
                await emulator.act("say", **{"from": who, "chat_id": chat_id, "content": "嗨"})
                spoken.setdefault(chat_id, []).append(who)
            elif what == "dismiss":
                await emulator.act(f"groups/{chat_id}/dismiss")
                del living[chat_id]
        counted.append(
            (
                chats,
                len(living),
                len(spoken),
                joins,
                sum(1 + len(people) for people in living.values()),
                sum(len(set(who)) for who in spoken.values()),
                sum(map(len, spoken.values())),
            )
        )
        await emulator.advance(DAY)
        await emulator.sign_in()
    window = {"day_begin_time": MIDNIGHT, "day_end_time": MIDNIGHT + 4 * DAY}
    by_day = await emulator.call(BY_DAY, window)
    assert [numbers(item["data"]) for item in by_day["items"]] == counted
    # Over owners and over all days together they add up to the same.
    by_owner = await emulator.call(STATISTIC, window)
    rows = [numbers(item["data"]) for item in by_owner["items"]]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    new = [sum(row[0] for row in counted), sum(row[3] for row in counted)]
    last = counted[-1]
    assert sums == [new[0], last[1], last[2], new[1], *last[4:]]
