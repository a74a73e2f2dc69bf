"""Moments: what is sent, read page by page, and refused."""

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import (
    NEVER,
    READ,
    WRITE,
    Act,
    Verb,
    collect,
    refused_by_wecom,
    refused_here,
)
from yutang.wecom.attachments import ImageAttachment, MomentLink, VideoAttachment
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ForbiddenError,
    FrequencyError,
    InvalidParameterError,
    InvalidRequestError,
    MediaError,
    NothingToSendError,
    NotPublishedError,
    NotReadyError,
    QuotaError,
    RefusedError,
    TextTooLongError,
    TooManyError,
    UnknownIdError,
    UnknownTagError,
)
from yutang.wecom.moments import NewMoment
from yutang.wecom.strategies import NewStrategy, Privilege, StrategyRange

AREA = "/cgi-bin/externalcontact"
DAY = 86_400
VERBS = {
    "add": Verb(
        lambda wecom: wecom.moments.add_task(
            NewMoment(
                "秋茶",
                [ImageAttachment("p1"), ImageAttachment("p2")],
                senders=["gao"],
                departments=[4, 9],
                tag_ids=["etA"],
            )
        ),
        f"{AREA}/add_moment_task",
        NEVER,
        {
            "text": {"content": "秋茶"},
            "attachments": [
                {"msgtype": "image", "image": {"media_id": "p1"}},
                {"msgtype": "image", "image": {"media_id": "p2"}},
            ],
            "visible_range": {
                "sender_list": {"user_list": ["gao"], "department_list": [4, 9]},
                "external_contact_list": {"tag_list": ["etA"]},
            },
        },
    ),
    "add_link": Verb(
        lambda wecom: wecom.moments.add_task(
            NewMoment(attachments=[MomentLink("https://shop.test", "c1", "秋茶")], senders=["gao"])
        ),
        f"{AREA}/add_moment_task",
        NEVER,
        {
            "attachments": [
                {
                    "msgtype": "link",
                    "link": {"title": "秋茶", "url": "https://shop.test", "media_id": "c1"},
                }
            ],
            "visible_range": {"sender_list": {"user_list": ["gao"]}},
        },
    ),
    "add_film": Verb(
        lambda wecom: wecom.moments.add_task(
            NewMoment(attachments=[VideoAttachment("f1")], tag_ids=["etA"])
        ),
        f"{AREA}/add_moment_task",
        NEVER,
        {
            "attachments": [{"msgtype": "video", "video": {"media_id": "f1"}}],
            "visible_range": {"external_contact_list": {"tag_list": ["etA"]}},
        },
    ),
    "add_text": Verb(
        lambda wecom: wecom.moments.add_task(NewMoment("秋茶")),
        f"{AREA}/add_moment_task",
        NEVER,
        {"text": {"content": "秋茶"}},
    ),
    "add_untitled_link": Verb(
        lambda wecom: wecom.moments.add_task(NewMoment("a", [MomentLink("https://s.test", "c1")])),
        f"{AREA}/add_moment_task",
        NEVER,
        {
            "text": {"content": "a"},
            "attachments": [
                {"msgtype": "link", "link": {"url": "https://s.test", "media_id": "c1"}}
            ],
        },
    ),
    "result": Verb(
        lambda wecom: wecom.moments.task_result("job1"),
        f"{AREA}/get_moment_task_result",
        READ,
        query={"jobid": "job1"},
    ),
    "cancel": Verb(
        lambda wecom: wecom.moments.cancel("momA"),
        f"{AREA}/cancel_moment_task",
        WRITE,
        {"moment_id": "momA"},
    ),
    "list": Verb(
        lambda wecom: collect(wecom.moments.list(DAY, 31 * DAY, creator="gao", filter_type=1)),
        f"{AREA}/get_moment_list",
        READ,
        {
            "start_time": 86_400,
            "end_time": 2_678_400,
            "creator": "gao",
            "filter_type": 1,
            "limit": 20,
        },
    ),
    "tasks": Verb(
        lambda wecom: collect(wecom.moments.tasks("momA")),
        f"{AREA}/get_moment_task",
        READ,
        {"moment_id": "momA", "limit": 1000},
    ),
    "customers": Verb(
        lambda wecom: collect(wecom.moments.customers("momA", "gao")),
        f"{AREA}/get_moment_customer_list",
        READ,
        {"moment_id": "momA", "userid": "gao", "limit": 1000},
    ),
    "seen_by": Verb(
        lambda wecom: collect(wecom.moments.seen_by("momA", "gao")),
        f"{AREA}/get_moment_send_result",
        READ,
        {"moment_id": "momA", "userid": "gao", "limit": 5000},
    ),
    "reactions": Verb(
        lambda wecom: wecom.moments.reactions("momA", "gao"),
        f"{AREA}/get_moment_comments",
        READ,
        {"moment_id": "momA", "userid": "gao"},
    ),
    "strategies": Verb(
        lambda wecom: collect(wecom.moment_strategies.list()),
        f"{AREA}/moment_strategy/list",
        READ,
        {"limit": 1000},
    ),
    "strategy": Verb(
        lambda wecom: wecom.moment_strategies.get(3),
        f"{AREA}/moment_strategy/get",
        READ,
        {"strategy_id": 3},
    ),
    "strategy_range": Verb(
        lambda wecom: collect(wecom.moment_strategies.range(3)),
        f"{AREA}/moment_strategy/get_range",
        READ,
        {"strategy_id": 3, "limit": 1000},
    ),
    "strategy_create": Verb(
        lambda wecom: wecom.moment_strategies.create(
            NewStrategy(
                "华东",
                ["gao"],
                StrategyRange(["yu"], [4]),
                privilege=Privilege(send_moment=False, manage_moment_cover_and_sign=True),
            )
        ),
        f"{AREA}/moment_strategy/create",
        NEVER,
        {
            "strategy_name": "华东",
            "admin_list": ["gao"],
            "privilege": {"send_moment": False, "manage_moment_cover_and_sign": True},
            "range": [{"type": 1, "userid": "yu"}, {"type": 2, "partyid": 4}],
        },
    ),
    "strategy_edit": Verb(
        lambda wecom: wecom.moment_strategies.edit(3, name="华北"),
        f"{AREA}/moment_strategy/edit",
        WRITE,
        {"strategy_id": 3, "strategy_name": "华北"},
    ),
    "strategy_delete": Verb(
        lambda wecom: wecom.moment_strategies.delete(3),
        f"{AREA}/moment_strategy/del",
        WRITE,
        {"strategy_id": 3},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_a_job_from_its_start_to_its_end(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{AREA}/add_moment_task", {"errcode": 0, "jobid": "job1"})
    done = {
        "errcode": 0,
        "errmsg": "ok",
        "moment_id": "momA",
        "invalid_sender_list": {"user_list": ["ghost"], "department_list": ["77"]},
        "invalid_external_contact_list": {"tag_list": ["etX"]},
    }
    server.answer(
        f"{AREA}/get_moment_task_result",
        {"errcode": 0, "status": 1, "type": "add_moment_task", "result": None},
        {"errcode": 0, "status": 3, "type": "add_moment_task", "result": done},
    )
    assert await wecom.moments.add_task(NewMoment("秋茶")) == "job1"
    begun = await wecom.moments.task_result("job1")
    assert (begun.status, begun.result.moment_id) == (1, "")
    ended = await wecom.moments.task_result("job1")
    assert (ended.status, ended.type, ended.result.moment_id) == (3, "add_moment_task", "momA")
    assert ended.result.invalid_sender_list.user_list == ("ghost",)
    assert ended.result.invalid_sender_list.department_list == (77,)
    assert ended.result.invalid_external_contact_list.tag_list == ("etX",)


async def test_moments_of_two_pages(server: Miniature, wecom: WeCom) -> None:
    full = {
        "moment_id": "momA",
        "creator": "gao",
        "create_time": 1_770_300_000,
        "create_type": 1,
        "visible_type": 0,
        "text": {"content": "秋茶"},
        "image": [{"media_id": "p1"}, {"media_id": "p2"}],
        "video": {"media_id": "f1", "thumb_media_id": "t1"},
        "link": {"title": "店", "url": "https://shop.test"},
        "location": {"latitude": "31.2", "longitude": 121.5, "name": "上海"},
    }
    path = f"{AREA}/get_moment_list"
    server.answer(
        path,
        {"errcode": 0, "moment_list": [full], "next_cursor": "c"},
        {"errcode": 0, "moment_list": [{"moment_id": "momB", "create_time": "1770300009"}]},
    )
    first, second = await collect(wecom.moments.list(0, DAY))
    assert (first.moment_id, first.creator, first.create_type) == ("momA", "gao", 1)
    assert [picture.media_id for picture in first.image] == ["p1", "p2"]
    assert (first.video.thumb_media_id, first.link.url) == ("t1", "https://shop.test")
    assert (first.location.latitude, first.location.longitude) == ("31.2", "121.5")
    assert (second.moment_id, second.creator, second.create_time) == ("momB", "", 1_770_300_009)
    assert [call.json().get("cursor") for call in server.calls(path)] == [None, "c"]


async def test_who_posted_who_may_see_and_who_liked(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        f"{AREA}/get_moment_task",
        {"errcode": 0, "task_list": [{"userid": "gao", "publish_status": 1}], "next_cursor": "c"},
        {"errcode": 0, "task_list": [{"userid": "yu", "publish_status": 0}]},
    )
    tasks = await collect(wecom.moments.tasks("momA"))
    assert [(task.userid, task.publish_status) for task in tasks] == [("gao", 1), ("yu", 0)]
    server.answer(
        f"{AREA}/get_moment_customer_list",
        {"errcode": 0, "customer_list": [{"userid": "gao", "external_userid": "wmA"}]},
    )
    (chosen,) = await collect(wecom.moments.customers("momA", "gao"))
    assert (chosen.userid, chosen.external_userid) == ("gao", "wmA")
    server.answer(
        f"{AREA}/get_moment_send_result",
        {"errcode": 0, "customer_list": [{"external_userid": "wmA"}], "next_cursor": "c"},
        {"errcode": 0, "customer_list": [{"external_userid": "wmB"}]},
    )
    assert await collect(wecom.moments.seen_by("momA", "gao")) == ["wmA", "wmB"]
    server.answer(
        f"{AREA}/get_moment_comments",
        {
            "errcode": 0,
            "comment_list": [{"external_userid": "wmA", "create_time": 1_770_300_007}],
            "like_list": [{"userid": "yu", "create_time": "1770300008"}],
        },
    )
    found = await wecom.moments.reactions("momA", "gao")
    assert [(row.external_userid, row.create_time) for row in found.comment_list] == [
        ("wmA", 1_770_300_007)
    ]
    assert [(row.userid, row.create_time) for row in found.like_list] == [("yu", 1_770_300_008)]


async def test_the_privileges_of_a_rule_group(server: Miniature, wecom: WeCom) -> None:
    privilege = {"view_moment_list": True, "send_moment": False}
    server.answer(
        f"{AREA}/moment_strategy/get",
        {"errcode": 0, "strategy": {"strategy_id": 3, "privilege": privilege}},
    )
    found = (await wecom.moment_strategies.get(3)).privilege
    assert (found.view_moment_list, found.send_moment) == (True, False)
    assert found.manage_moment_cover_and_sign is None


def add(moment: NewMoment) -> Act:
    return lambda wecom: wecom.moments.add_task(moment)


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (add(NewMoment()), NothingToSendError),
        (add(NewMoment("a" * 2001)), TextTooLongError),
        (add(NewMoment("茶" * 1334)), TextTooLongError),
        (add(NewMoment("a", [ImageAttachment("p")] * 10)), TooManyError),
        (add(NewMoment("a", [VideoAttachment("f")] * 2)), TooManyError),
        (add(NewMoment("a", [MomentLink("https://e.test", "c")] * 2)), TooManyError),
        (add(NewMoment("a", [ImageAttachment("p"), VideoAttachment("f")])), InvalidRequestError),
        (add(NewMoment("a", [ImageAttachment(pic_url="https://p.test")])), InvalidRequestError),
        (add(NewMoment("a", senders=["s"] * 100_001)), TooManyError),
        (lambda wecom: collect(wecom.moments.list(0, 30 * DAY + 1)), InvalidRequestError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("add", 41078, QuotaError),
        ("add", 41089, InvalidParameterError),
        ("add", 41210, QuotaError),
        ("add", 41211, ForbiddenError),
        ("add", 40068, UnknownTagError),
        ("add", 41072, MediaError),
        ("add", 45009, FrequencyError),
        ("result", 40088, UnknownIdError),
        ("result", 40089, UnknownIdError),
        ("cancel", 41060, UnknownIdError),
        ("cancel", 41067, InvalidParameterError),
        ("tasks", 41079, NotReadyError),
        ("customers", 41061, NotPublishedError),
        ("seen_by", 41062, NotPublishedError),
        ("reactions", 41059, InvalidParameterError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
