"""Customers and groups handed over, at work and after leaving."""

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import (
    NEVER,
    READ,
    Act,
    Verb,
    collect,
    refused_by_wecom,
    refused_here,
)
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ConcurrencyError,
    ForbiddenError,
    FrequencyError,
    HandoverRefusedError,
    InvalidRequestError,
    QuotaError,
    RefusedError,
    StaffNotReadyError,
    TextTooLongError,
    TooManyError,
    UnknownCustomerError,
    UnknownGroupError,
)

AREA = "/cgi-bin/externalcontact"
PAIR = {"handover_userid": "old", "takeover_userid": "new"}
VERBS = {
    "transfer": Verb(
        lambda wecom: wecom.handover.transfer("old", "new", ["wm1", "wm2"], message="以后找小新"),
        f"{AREA}/transfer_customer",
        NEVER,
        {**PAIR, "external_userid": ["wm1", "wm2"], "transfer_success_msg": "以后找小新"},
    ),
    "transfer_without_words": Verb(
        lambda wecom: wecom.handover.transfer("old", "new", ["wm1"]),
        f"{AREA}/transfer_customer",
        NEVER,
        {**PAIR, "external_userid": ["wm1"]},
    ),
    "results": Verb(
        lambda wecom: collect(wecom.handover.results("old", "new")),
        f"{AREA}/transfer_result",
        READ,
        PAIR,
    ),
    "groups": Verb(
        lambda wecom: wecom.handover.transfer_groups(["wr1", "wr2"], "new"),
        f"{AREA}/groupchat/onjob_transfer",
        NEVER,
        {"chat_id_list": ["wr1", "wr2"], "new_owner": "new"},
    ),
    "unassigned": Verb(
        lambda wecom: collect(wecom.handover.unassigned()),
        f"{AREA}/get_unassigned_list",
        READ,
        {"page_size": 1000},
    ),
    "resigned": Verb(
        lambda wecom: wecom.handover.transfer_resigned("old", "new", ["wm1"]),
        f"{AREA}/resigned/transfer_customer",
        NEVER,
        {**PAIR, "external_userid": ["wm1"]},
    ),
    "resigned_results": Verb(
        lambda wecom: collect(wecom.handover.resigned_results("old", "new")),
        f"{AREA}/resigned/transfer_result",
        READ,
        PAIR,
    ),
    "resigned_groups": Verb(
        lambda wecom: wecom.handover.transfer_resigned_groups(["wr1"], "new"),
        f"{AREA}/groupchat/transfer",
        NEVER,
        {"chat_id_list": ["wr1"], "new_owner": "new"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_what_befell_each_customer(server: Miniature, wecom: WeCom) -> None:
    rows = [
        {"external_userid": "wm1", "errcode": 0},
        {"external_userid": "wm2", "errcode": "40128", "reason": "twice"},
        {"external_userid": "wm3", "errcode": 40096},
        {"external_userid": "wm4"},
    ]
    for path in (f"{AREA}/transfer_customer", f"{AREA}/resigned/transfer_customer"):
        server.answer(path, {"errcode": 0, "customer": rows}, {"errcode": 0})
    begun = await wecom.handover.transfer("old", "new", ["wm1", "wm2", "wm3", "wm4"])
    assert [(row.external_userid, row.errcode) for row in begun] == [
        ("wm1", 0),
        ("wm2", 40128),
        ("wm3", 40096),
        ("wm4", 0),
    ]
    reasons = [row.refusal() for row in begun]
    assert [type(reason) for reason in reasons] == [
        type(None),
        HandoverRefusedError,
        UnknownCustomerError,
        type(None),
    ]
    assert reasons[1] is not None
    assert reasons[1].path == f"{AREA}/transfer_customer"
    resigned = await wecom.handover.transfer_resigned("old", "new", ["wm1"])
    reason = resigned[1].refusal()
    assert reason is not None
    assert (reason.errcode, reason.path) == (40128, f"{AREA}/resigned/transfer_customer")
    assert await wecom.handover.transfer("old", "new", ["wm1"]) == ()


@pytest.mark.parametrize("name", ["results", "resigned_results"])
async def test_results_of_all_pages(server: Miniature, wecom: WeCom, name: str) -> None:
    waiting = {"external_userid": "wm1", "status": "2", "takeover_time": "1770086400"}
    refused = {"external_userid": "wm1", "status": 3, "takeover_time": 0}
    server.answer(
        VERBS[name].path,
        {"errcode": 0, "customer": [waiting], "next_cursor": "m"},
        {"errcode": 0, "customer": [refused, {"external_userid": "wm2", "new": 1}]},
    )
    found = await collect(getattr(wecom.handover, name)("old", "new"))
    assert [(row.external_userid, row.status, row.takeover_time) for row in found] == [
        ("wm1", 2, 1770086400),
        ("wm1", 3, 0),
        ("wm2", 0, 0),
    ]
    assert [call.json() for call in server.calls(VERBS[name].path)] == [
        PAIR,
        {**PAIR, "cursor": "m"},
    ]


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("groups", 90502, HandoverRefusedError),
        ("groups", 90501, UnknownGroupError),
        ("groups", 90504, HandoverRefusedError),
        ("resigned_groups", 90500, HandoverRefusedError),
        ("resigned_groups", 90507, HandoverRefusedError),
        ("resigned_groups", 90508, HandoverRefusedError),
    ],
)
async def test_groups_that_stayed(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    path = VERBS[name].path
    failed = {"chat_id": "wr2", "errcode": str(errcode), "errmsg": "stays"}
    server.answer(
        path, {"errcode": 0, "failed_chat_list": [failed]}, {"errcode": 0, "failed_chat_list": []}
    )
    act = {
        "groups": wecom.handover.transfer_groups,
        "resigned_groups": wecom.handover.transfer_resigned_groups,
    }[name]
    (stayed,) = await act(["wr1", "wr2"], "new")
    reason = stayed.refusal()
    assert (stayed.chat_id, type(reason), reason.errcode) == ("wr2", family, errcode)
    assert (reason.errmsg, reason.path) == ("stays", path)
    assert await act(["wr1"], "new") == ()


async def test_unassigned_customers_of_all_pages(server: Miniature, wecom: WeCom) -> None:
    row = {"handover_userid": "old", "external_userid": "wm1", "dimission_time": "1769000000"}
    path = f"{AREA}/get_unassigned_list"
    server.answer(
        path,
        {"errcode": 0, "info": [row], "is_last": False, "next_cursor": "k"},
        {"errcode": 0, "info": [{"external_userid": "wm2"}], "is_last": True, "next_cursor": ""},
    )
    found = await collect(wecom.handover.unassigned())
    assert [(one.handover_userid, one.external_userid, one.dimission_time) for one in found] == [
        ("old", "wm1", 1769000000),
        ("", "wm2", 0),
    ]
    assert [call.json() for call in server.calls(path)] == [
        {"page_size": 1000},
        {"page_size": 1000, "cursor": "k"},
    ]


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.handover.transfer("a", "b", []), TooManyError),
        (lambda wecom: wecom.handover.transfer("a", "b", ["wm"] * 101), TooManyError),
        (
            lambda wecom: wecom.handover.transfer("a", "b", ["wm"], message="长" * 201),
            TextTooLongError,
        ),
        (lambda wecom: wecom.handover.transfer_resigned("a", "b", []), TooManyError),
        (lambda wecom: wecom.handover.transfer_resigned("a", "b", ["wm"] * 101), TooManyError),
        (lambda wecom: wecom.handover.transfer_groups([], "b"), TooManyError),
        (lambda wecom: wecom.handover.transfer_groups(["wr"] * 101, "b"), TooManyError),
        (lambda wecom: wecom.handover.transfer_resigned_groups([], "b"), TooManyError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("resigned", 40097, HandoverRefusedError),
        ("transfer", 40098, StaffNotReadyError),
        ("transfer", 40099, QuotaError),
        ("transfer", 40100, HandoverRefusedError),
        ("transfer", 40128, HandoverRefusedError),
        ("transfer", 40129, HandoverRefusedError),
        ("transfer", 40130, HandoverRefusedError),
        ("transfer", 40131, HandoverRefusedError),
        ("transfer", 40143, HandoverRefusedError),
        ("transfer", 40205, HandoverRefusedError),
        ("transfer", 60011, ForbiddenError),
        ("transfer", 45035, ConcurrencyError),
        ("groups", 90503, HandoverRefusedError),
        ("groups", 45009, FrequencyError),
        ("unassigned", 48002, ForbiddenError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
