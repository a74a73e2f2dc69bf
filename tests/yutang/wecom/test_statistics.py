"""Statistics of groups and members."""

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import READ, Act, Verb, collect, refused_by_wecom, refused_here
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    NothingToSendError,
    RefusedError,
    TooManyError,
    UnknownStaffError,
)
from yutang.wecom.statistics import GroupOrder

DAY = 86_400
AREA = "/cgi-bin/externalcontact"
BY_OWNER = f"{AREA}/groupchat/statistic"
BY_DAY = f"{AREA}/groupchat/statistic_group_by_day"
BEHAVIOR = f"{AREA}/get_user_behavior_data"
VERBS = {
    "by_owner": Verb(
        lambda wecom: collect(wecom.statistics.groups_by_owner(DAY)),
        BY_OWNER,
        READ,
        {"day_begin_time": DAY, "limit": 1000, "offset": 0},
    ),
    "by_owner_full": Verb(
        lambda wecom: collect(
            wecom.statistics.groups_by_owner(
                DAY, 31 * DAY, owners=["tang"], order=GroupOrder.NEW_MEMBERS, ascending=True
            )
        ),
        BY_OWNER,
        READ,
        {
            "day_begin_time": DAY,
            "day_end_time": 31 * DAY,
            "owner_filter": {"userid_list": ["tang"]},
            "order_by": 3,
            "order_asc": 1,
            "limit": 1000,
            "offset": 0,
        },
    ),
    "by_day": Verb(
        lambda wecom: wecom.statistics.groups_by_day(DAY, 2 * DAY, owners=["tang"]),
        BY_DAY,
        READ,
        {
            "day_begin_time": DAY,
            "day_end_time": 2 * DAY,
            "owner_filter": {"userid_list": ["tang"]},
        },
    ),
    "behavior": Verb(
        lambda wecom: wecom.statistics.behavior(DAY, DAY, userids=["tang"]),
        BEHAVIOR,
        READ,
        {"userid": ["tang"], "start_time": DAY, "end_time": DAY},
    ),
    "behavior_of_departments": Verb(
        lambda wecom: wecom.statistics.behavior(DAY, 31 * DAY, userids=["tang"], departments=[6]),
        BEHAVIOR,
        READ,
        {"userid": ["tang"], "partyid": [6], "start_time": DAY, "end_time": 31 * DAY},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


COUNTS = {
    "new_chat_cnt": 1,
    "chat_total": "12",
    "chat_has_msg": 5,
    "new_member_cnt": 7,
    "member_total": 310,
    "member_has_msg": 22,
    "msg_total": "480",
    "migrate_trainee_chat_cnt": 2,
    "later_cnt": 9,
}


async def test_owners_of_all_pages(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        BY_OWNER,
        {
            "errcode": 0,
            "total": 3,
            "next_offset": 2,
            "items": [{"owner": "tang", "data": COUNTS}, {"owner": "fan", "data": {}}],
        },
        {"errcode": 0, "total": "3", "next_offset": "3", "items": [{"owner": "gao"}]},
    )
    tang, fan, gao = await collect(wecom.statistics.groups_by_owner(DAY))
    assert (tang.owner, fan.owner, gao.owner) == ("tang", "fan", "gao")
    assert tang.data.model_dump() == {
        "new_chat_cnt": 1,
        "chat_total": 12,
        "chat_has_msg": 5,
        "new_member_cnt": 7,
        "member_total": 310,
        "member_has_msg": 22,
        "msg_total": 480,
        "migrate_trainee_chat_cnt": 2,
    }
    assert set(fan.data.model_dump().values()) == {0}
    assert [call.json()["offset"] for call in server.calls(BY_OWNER)] == [0, 2]


async def test_an_offset_that_stands_still_ends_the_walk(server: Miniature, wecom: WeCom) -> None:
    server.answer(BY_OWNER, {"errcode": 0, "total": 9, "items": [{"owner": "tang"}]})
    assert len(await collect(wecom.statistics.groups_by_owner(DAY))) == 1
    assert len(server.calls(BY_OWNER)) == 1


async def test_days_of_groups(server: Miniature, wecom: WeCom) -> None:
    days = [{"stat_time": "1769011200", "data": COUNTS}, {"stat_time": 1769097600}]
    server.answer(BY_DAY, {"errcode": 0, "items": days}, {"errcode": 0})
    first, second = await wecom.statistics.groups_by_day(1769011200, 1769097600)
    assert (first.stat_time, first.data.msg_total) == (1769011200, 480)
    assert (second.stat_time, second.data.msg_total) == (1769097600, 0)
    assert await wecom.statistics.groups_by_day(DAY) == ()


async def test_days_of_members(server: Miniature, wecom: WeCom) -> None:
    busy = {
        "stat_time": 1769011200,
        "new_apply_cnt": "4",
        "new_contact_cnt": 3,
        "chat_cnt": 20,
        "message_cnt": 80,
        "reply_percentage": "62.5",
        "avg_reply_time": 7,
        "negative_feedback_cnt": 1,
    }
    idle = {"stat_time": 1769097600, "reply_percentage": "", "mood": "calm"}
    server.answer(BEHAVIOR, {"errcode": 0, "behavior_data": [busy, idle]}, {"errcode": 0})
    first, second = await wecom.statistics.behavior(1769011200, 1769097600, userids=["tang"])
    assert (first.new_apply_cnt, first.new_contact_cnt, first.chat_cnt) == (4, 3, 20)
    assert (first.message_cnt, first.negative_feedback_cnt) == (80, 1)
    assert (first.reply_percentage, first.avg_reply_time) == (62.5, 7.0)
    assert (second.reply_percentage, second.avg_reply_time, second.chat_cnt) == (None, None, 0)
    assert await wecom.statistics.behavior(DAY, DAY, departments=[1]) == ()


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (
            lambda wecom: collect(wecom.statistics.groups_by_owner(DAY, 0)),
            InvalidRequestError,
        ),
        (
            lambda wecom: collect(wecom.statistics.groups_by_owner(DAY, 31 * DAY + 1)),
            InvalidRequestError,
        ),
        (
            lambda wecom: collect(wecom.statistics.groups_by_owner(DAY, owners=["a"] * 101)),
            TooManyError,
        ),
        (lambda wecom: wecom.statistics.groups_by_day(DAY, 0), InvalidRequestError),
        (lambda wecom: wecom.statistics.groups_by_day(DAY, owners=["a"] * 101), TooManyError),
        (lambda wecom: wecom.statistics.behavior(DAY, DAY), NothingToSendError),
        (lambda wecom: wecom.statistics.behavior(DAY, 0, userids=["a"]), InvalidRequestError),
        (lambda wecom: wecom.statistics.behavior(DAY, DAY, userids=["a"] * 101), TooManyError),
        (lambda wecom: wecom.statistics.behavior(DAY, DAY, departments=[1] * 101), TooManyError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("by_owner", 81017, InvalidParameterError),
        ("by_day", 40058, InvalidParameterError),
        ("behavior", 60011, ForbiddenError),
        ("behavior", 40003, UnknownStaffError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
