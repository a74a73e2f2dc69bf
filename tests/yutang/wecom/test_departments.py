"""Departments and ids of members: what is sent, read and refused."""

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
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    NameTakenError,
    NothingToSendError,
    QuotaError,
    RefusedError,
    TextTooLongError,
    TooManyError,
    UnknownIdError,
)

DEPARTMENT = "/cgi-bin/department"
VERBS = {
    "create": Verb(
        lambda wecom: wecom.departments.create("华东", 1, name_en="East", order=7, id_=12),
        f"{DEPARTMENT}/create",
        NEVER,
        {"name": "华东", "name_en": "East", "parentid": 1, "order": 7, "id": 12},
    ),
    "update": Verb(
        lambda wecom: wecom.departments.update(12, parent_id=4),
        f"{DEPARTMENT}/update",
        WRITE,
        {"id": 12, "parentid": 4},
    ),
    "delete": Verb(
        lambda wecom: wecom.departments.delete(12),
        f"{DEPARTMENT}/delete",
        READ,
        query={"id": "12"},
    ),
    "get": Verb(
        lambda wecom: wecom.departments.get(12), f"{DEPARTMENT}/get", READ, query={"id": "12"}
    ),
    "ids": Verb(
        lambda wecom: wecom.departments.ids(4),
        f"{DEPARTMENT}/simplelist",
        READ,
        query={"id": "4"},
    ),
    "all_ids": Verb(lambda wecom: wecom.departments.ids(), f"{DEPARTMENT}/simplelist", READ),
    "to_provider": Verb(
        lambda wecom: wecom.member_ids.to_provider(["gao"]),
        "/cgi-bin/batch/userid_to_openuserid",
        READ,
        {"userid_list": ["gao"]},
    ),
    "from_provider": Verb(
        lambda wecom: wecom.member_ids.from_provider(["woA"], 1_000_009),
        "/cgi-bin/batch/openuserid_to_userid",
        READ,
        {"open_userid_list": ["woA"], "source_agentid": 1_000_009},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_departments_and_ids_are_read(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{DEPARTMENT}/create", {"errcode": 0, "errmsg": "created", "id": 12})
    department = {"id": 12, "name": "华东", "name_en": "East", "department_leader": ["gao"]}
    server.answer(f"{DEPARTMENT}/get", {"errcode": 0, "department": department})
    places = [{"id": 12, "parentid": 1, "order": 7}]
    server.answer(f"{DEPARTMENT}/simplelist", {"errcode": 0, "department_id": places})
    assert await wecom.departments.create("华东", 1) == 12
    assert (await wecom.departments.get(12)).department_leader == ("gao",)
    (place,) = await wecom.departments.ids()
    assert (place.id, place.parentid, place.order) == (12, 1, 7)
    pair = {"userid": "gao", "open_userid": "woA"}
    server.answer(
        "/cgi-bin/batch/userid_to_openuserid",
        {"errcode": 0, "open_userid_list": [pair], "invalid_userid_list": ["ghost"]},
    )
    server.answer(
        "/cgi-bin/batch/openuserid_to_userid",
        {"errcode": 0, "userid_list": [pair], "invalid_open_userid_list": ["woX"]},
    )
    outward = await wecom.member_ids.to_provider(["gao", "ghost"])
    assert outward.open_userid_list[0].open_userid == "woA"
    assert outward.invalid_userid_list == ("ghost",)
    inward = await wecom.member_ids.from_provider(["woA", "woX"], 1_000_009)
    assert inward.userid_list[0].userid == "gao"
    assert inward.invalid_open_userid_list == ("woX",)


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.departments.create("", 1), NothingToSendError),
        (lambda wecom: wecom.departments.create("长" * 65, 1), TextTooLongError),
        (lambda wecom: wecom.departments.create("a:b", 1), InvalidRequestError),
        (lambda wecom: wecom.departments.create("a", 1, id_=1), InvalidRequestError),
        (lambda wecom: wecom.departments.update(4), NothingToSendError),
        (lambda wecom: wecom.departments.update(4, name_en="a|b?"), InvalidRequestError),
        (lambda wecom: wecom.member_ids.to_provider([]), TooManyError),
        (lambda wecom: wecom.member_ids.from_provider(["w"] * 1001, 7), TooManyError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("create", 60008, NameTakenError),
        ("create", 60004, UnknownIdError),
        ("create", 81002, QuotaError),
        ("create", 60125, InvalidParameterError),
        ("update", 60003, UnknownIdError),
        ("update", 60010, InvalidParameterError),
        ("delete", 60005, InvalidParameterError),
        ("delete", 60006, InvalidParameterError),
        ("delete", 60007, InvalidParameterError),
        ("get", 60011, ForbiddenError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
