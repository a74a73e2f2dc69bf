"""Tags of the corp and of rule groups, which share their bodies and their checks."""

from typing import Any

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import (
    NEVER,
    READ,
    WRITE,
    Act,
    Verb,
    refused_by_wecom,
    refused_here,
)
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ConcurrencyError,
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    NameTakenError,
    NotFriendError,
    NothingToSendError,
    QuotaError,
    RefusedError,
    TextTooLongError,
    UnknownCustomerError,
    UnknownTagError,
)
from yutang.wecom.tags import NewTag

AREA = "/cgi-bin/externalcontact"
VERBS = {
    "list": Verb(
        lambda wecom: wecom.tags.list(tag_ids=["et1"], group_ids=["et9"]),
        f"{AREA}/get_corp_tag_list",
        READ,
        {"tag_id": ["et1"], "group_id": ["et9"]},
    ),
    "add": Verb(
        lambda wecom: wecom.tags.add(
            [NewTag("高"), NewTag("低", 4294967295)], group_name="意向", order=0
        ),
        f"{AREA}/add_corp_tag",
        NEVER,
        {
            "group_name": "意向",
            "order": 0,
            "tag": [{"name": "高", "order": 0}, {"name": "低", "order": 4294967295}],
        },
    ),
    "edit": Verb(
        lambda wecom: wecom.tags.edit("et1", name="很高", order=9),
        f"{AREA}/edit_corp_tag",
        WRITE,
        {"id": "et1", "name": "很高", "order": 9},
    ),
    "delete": Verb(
        lambda wecom: wecom.tags.delete(group_ids=["et9"]),
        f"{AREA}/del_corp_tag",
        WRITE,
        {"tag_id": [], "group_id": ["et9"]},
    ),
    "mark": Verb(
        lambda wecom: wecom.tags.mark("fan", "wmT1", remove=["et1", "st2"]),
        f"{AREA}/mark_tag",
        WRITE,
        {"userid": "fan", "external_userid": "wmT1", "remove_tag": ["et1", "st2"]},
    ),
    "strategy_list": Verb(
        lambda wecom: wecom.strategy_tags.list(strategy_id=5, group_ids=["st9"]),
        f"{AREA}/get_strategy_tag_list",
        READ,
        {"strategy_id": 5, "group_id": ["st9"]},
    ),
    "strategy_list_all": Verb(
        lambda wecom: wecom.strategy_tags.list(), f"{AREA}/get_strategy_tag_list", READ, {}
    ),
    "strategy_add": Verb(
        lambda wecom: wecom.strategy_tags.add(5, [NewTag("东", 3)], group_id="st9"),
        f"{AREA}/add_strategy_tag",
        NEVER,
        {"strategy_id": 5, "group_id": "st9", "tag": [{"name": "东", "order": 3}]},
    ),
    "strategy_edit": Verb(
        lambda wecom: wecom.strategy_tags.edit("st1", order=0),
        f"{AREA}/edit_strategy_tag",
        WRITE,
        {"id": "st1", "order": 0},
    ),
    "strategy_delete": Verb(
        lambda wecom: wecom.strategy_tags.delete(tag_ids=["st1"]),
        f"{AREA}/del_strategy_tag",
        WRITE,
        {"tag_id": ["st1"], "group_id": []},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


GROUPS: list[dict[str, Any]] = [
    {
        "group_id": "et9",
        "group_name": "意向",
        "create_time": "1769000000",
        "order": "4294967295",
        "deleted": False,
        "strategy_id": "5",
        "color": "red",
        "tag": [
            {"id": "et1", "name": "高", "create_time": "1769000001", "order": 2, "deleted": True},
            {"id": "et2", "name": "低", "order": ""},
        ],
    },
    {"group_id": "et8", "tag": None},
]


async def test_a_library_is_read(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{AREA}/get_corp_tag_list", {"errcode": 0, "tag_group": GROUPS}, {"errcode": 0})
    server.answer(f"{AREA}/get_strategy_tag_list", {"errcode": 0, "tag_group": GROUPS})
    first, second = await wecom.tags.list()
    assert (first.create_time, first.order, first.deleted) == (1769000000, 4294967295, False)
    assert [(tag.id, tag.order, tag.deleted) for tag in first.tag] == [
        ("et1", 2, True),
        ("et2", 0, False),
    ]
    assert (second.group_id, second.group_name, second.tag) == ("et8", "", ())
    assert await wecom.tags.list() == ()
    ruled, plain = await wecom.strategy_tags.list()
    assert (ruled.strategy_id, ruled.group_name, ruled.tag[0].name) == (5, "意向", "高")
    assert (plain.strategy_id, plain.tag) == (0, ())


async def test_only_new_tags_come_back(server: Miniature, wecom: WeCom) -> None:
    made = {"group_id": "st9", "strategy_id": 5, "tag": [{"id": "st1", "name": "东"}]}
    server.answer(f"{AREA}/add_strategy_tag", {"errcode": 0, "tag_group": made})
    server.answer(f"{AREA}/add_corp_tag", {"errcode": 0})
    group = await wecom.strategy_tags.add(5, [NewTag("东")], group_name="区域")
    assert (group.strategy_id, group.group_id, group.tag[0].id) == (5, "st9", "st1")
    assert (await wecom.tags.add([NewTag("东")], group_id="et9")).tag == ()


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.tags.add([NewTag("")], group_id="g"), NothingToSendError),
        (lambda wecom: wecom.tags.add([NewTag("x")], group_name="长" * 31), TextTooLongError),
        (lambda wecom: wecom.tags.add([NewTag("x", -1)], group_id="g"), InvalidRequestError),
        (lambda wecom: wecom.tags.add([NewTag("x", 2**32)], group_id="g"), InvalidRequestError),
        (
            lambda wecom: wecom.tags.add([NewTag("x")], group_name="g", order=-1),
            InvalidRequestError,
        ),
        (lambda wecom: wecom.tags.edit("t", order=2**32), InvalidRequestError),
        (lambda wecom: wecom.strategy_tags.add(5, [], group_id="g"), NothingToSendError),
        (lambda wecom: wecom.strategy_tags.add(5, [NewTag("x")]), NothingToSendError),
        (lambda wecom: wecom.strategy_tags.edit("t", name="长" * 31), TextTooLongError),
        (lambda wecom: wecom.strategy_tags.delete(), NothingToSendError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("add", 40071, NameTakenError),
        ("add", 40072, InvalidParameterError),
        ("add", 40126, QuotaError),
        ("add", 40068, UnknownTagError),
        ("edit", 40071, NameTakenError),
        ("edit", 40068, UnknownTagError),
        ("edit", 81011, ForbiddenError),
        ("delete", 40068, UnknownTagError),
        ("delete", 40063, InvalidParameterError),
        ("mark", 40068, UnknownTagError),
        ("mark", 41110, UnknownTagError),
        ("mark", 41111, InvalidParameterError),
        ("mark", 40144, QuotaError),
        ("mark", 84061, NotFriendError),
        ("mark", 40096, UnknownCustomerError),
        ("mark", 45033, ConcurrencyError),
        ("mark", 45035, ConcurrencyError),
        ("strategy_list", 60030, ForbiddenError),
        ("strategy_add", 40071, NameTakenError),
        ("strategy_add", 40126, QuotaError),
        ("strategy_edit", 40068, UnknownTagError),
        ("strategy_delete", 40068, UnknownTagError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
