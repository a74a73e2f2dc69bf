"""Ids turned into others."""

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import READ, Verb, refused_by_wecom, refused_here
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidParameterError,
    RefusedError,
    TooManyError,
    UnknownCustomerError,
    UnknownGroupError,
)
from yutang.wecom.external_ids import TemporarySource, TemporaryUser

AREA = "/cgi-bin/externalcontact"
VERBS = {
    "openid": Verb(
        lambda wecom: wecom.external_ids.openid("wmT1"),
        f"{AREA}/convert_to_openid",
        READ,
        {"external_userid": "wmT1"},
    ),
    "from_service": Verb(
        lambda wecom: wecom.external_ids.from_service("wmP1", 1000021),
        f"{AREA}/from_service_external_userid",
        READ,
        {"external_userid": "wmP1", "source_agentid": 1000021},
    ),
    "from_temporary": Verb(
        lambda wecom: wecom.external_ids.from_temporary(
            TemporarySource.FORM, TemporaryUser.UPSTREAM_DOWNSTREAM, ["t1", "t2"]
        ),
        "/cgi-bin/idconvert/convert_tmp_external_userid",
        READ,
        {"business_type": 2, "user_type": 3, "tmp_external_userid_list": ["t1", "t2"]},
    ),
    "chat_id": Verb(
        lambda wecom: wecom.external_ids.chat_id("oG1"),
        f"{AREA}/opengid_to_chatid",
        READ,
        {"opengid": "oG1"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_what_comes_back(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{AREA}/convert_to_openid", {"errcode": 0, "openid": "oWx1", "x": 1})
    server.answer(f"{AREA}/from_service_external_userid", {"errcode": 0, "external_userid": "wmC1"})
    server.answer(f"{AREA}/opengid_to_chatid", {"errcode": 0, "chat_id": "wrC1"})
    ids = wecom.external_ids
    assert await ids.openid("wmT1") == "oWx1"
    assert await ids.from_service("wmP1", 1000021) == "wmC1"
    assert await ids.chat_id("oG1") == "wrC1"


async def test_temporary_ids_of_customers_and_of_others(server: Miniature, wecom: WeCom) -> None:
    results = [
        {"tmp_external_userid": "t1", "external_userid": "wmT1"},
        {"tmp_external_userid": "t2", "corpid": "ww9", "userid": "he", "extra": None},
    ]
    server.answer(
        "/cgi-bin/idconvert/convert_tmp_external_userid",
        {"errcode": 0, "results": results, "invalid_tmp_external_userid_list": ["t3"]},
        {"errcode": 0},
    )
    source, user = TemporarySource.MEETING, TemporaryUser.CUSTOMER
    found = await wecom.external_ids.from_temporary(source, user, ["t1", "t2", "t3"])
    one, two = found.results
    assert (one.external_userid, one.corpid) == ("wmT1", "")
    assert (two.external_userid, two.corpid, two.userid) == ("", "ww9", "he")
    assert found.invalid_tmp_external_userid_list == ("t3",)
    nothing = await wecom.external_ids.from_temporary(source, user, ["t4"])
    assert (nothing.results, nothing.invalid_tmp_external_userid_list) == ((), ())


@pytest.mark.parametrize("count", [0, 101])
async def test_how_many_temporary_ids_are_not_sent(
    server: Miniature, wecom: WeCom, count: int
) -> None:
    await refused_here(
        server,
        wecom,
        lambda client: client.external_ids.from_temporary(
            TemporarySource.SMART_SHEET, TemporaryUser.LINKED_CORP, ["t"] * count
        ),
        TooManyError,
    )


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("openid", 40096, UnknownCustomerError),
        ("openid", 41056, InvalidParameterError),
        ("openid", 846000, ForbiddenError),
        ("from_service", 40096, UnknownCustomerError),
        ("from_service", 48002, ForbiddenError),
        ("from_temporary", 40058, InvalidParameterError),
        ("chat_id", 90509, UnknownGroupError),
        ("chat_id", 90511, UnknownGroupError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
