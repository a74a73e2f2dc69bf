"""Rules against words: what is sent, read in both documented shapes, and refused."""

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
from yutang.wecom.intercepts import Intercept, Nodes, Semantics

AREA = "/cgi-bin/externalcontact"
SALES = Nodes(["gao"], [4])


def add(
    name: str = "私下转账", words: tuple[str, ...] = ("加我微信",), nodes: Nodes = SALES
) -> Act:
    return lambda wecom: wecom.intercepts.add(name, words, intercept=Intercept.WARN, nodes=nodes)


VERBS = {
    "add": Verb(
        lambda wecom: wecom.intercepts.add(
            "私下转账",
            ["加我微信", "转账"],
            intercept=Intercept.BLOCK,
            nodes=SALES,
            semantics=[Semantics.PHONE_NUMBER, Semantics.RED_PACKET],
        ),
        f"{AREA}/add_intercept_rule",
        NEVER,
        {
            "rule_name": "私下转账",
            "word_list": ["加我微信", "转账"],
            "semantics_list": [1, 3],
            "intercept_type": 1,
            "applicable_range": {"user_list": ["gao"], "department_list": [4]},
        },
    ),
    "add_plain": Verb(
        add(nodes=Nodes(departments=[4])),
        f"{AREA}/add_intercept_rule",
        NEVER,
        {
            "rule_name": "私下转账",
            "word_list": ["加我微信"],
            "intercept_type": 2,
            "applicable_range": {"department_list": [4]},
        },
    ),
    "list": Verb(lambda wecom: wecom.intercepts.list(), f"{AREA}/get_intercept_rule_list", READ),
    "get": Verb(
        lambda wecom: wecom.intercepts.get("r1"),
        f"{AREA}/get_intercept_rule",
        READ,
        {"rule_id": "r1"},
    ),
    "update": Verb(
        lambda wecom: wecom.intercepts.update(
            "r1",
            name="转账",
            words=["转账"],
            intercept=Intercept.WARN,
            semantics=[],
            add=Nodes(["yu"]),
            remove=Nodes(departments=[4]),
        ),
        f"{AREA}/update_intercept_rule",
        WRITE,
        {
            "rule_id": "r1",
            "rule_name": "转账",
            "word_list": ["转账"],
            "intercept_type": 2,
            "extra_rule": {"semantics_list": []},
            "add_applicable_range": {"user_list": ["yu"]},
            "remove_applicable_range": {"department_list": [4]},
        },
    ),
    "update_one": Verb(
        lambda wecom: wecom.intercepts.update("r1", semantics=[Semantics.EMAIL_ADDRESS]),
        f"{AREA}/update_intercept_rule",
        WRITE,
        {"rule_id": "r1", "extra_rule": {"semantics_list": [2]}},
    ),
    "delete": Verb(
        lambda wecom: wecom.intercepts.delete("r1"),
        f"{AREA}/del_intercept_rule",
        WRITE,
        {"rule_id": "r1"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


@pytest.mark.parametrize(
    "where",
    [
        {"semantics_list": [1, 3]},
        {"extra_rule": {"semantics_list": [1, 3]}},
        {"semantics_list": [], "extra_rule": {"semantics_list": ["1", "3"]}},
    ],
)
async def test_a_rule_is_read(server: Miniature, wecom: WeCom, where: dict[str, Any]) -> None:
    rule = {
        "rule_id": 17,
        "rule_name": "私下转账",
        "word_list": ["转账"],
        "intercept_type": 1,
        "applicable_range": {"user_list": ["gao"], "department_list": [4]},
        "create_time": 1_770_300_000,
        **where,
    }
    server.answer(f"{AREA}/get_intercept_rule", {"errcode": 0, "rule": rule})
    found = await wecom.intercepts.get("17")
    assert (found.rule_id, found.rule_name, found.word_list) == ("17", "私下转账", ("转账",))
    assert (found.semantics_list, found.intercept_type) == ((1, 3), 1)
    assert found.applicable_range.user_list == ("gao",)
    assert found.applicable_range.department_list == (4,)
    server.answer(f"{AREA}/add_intercept_rule", {"errcode": 0, "rule_id": 17})
    assert await add()(wecom) == "17"


async def test_rules_of_which_little_is_told(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{AREA}/get_intercept_rule", {"errcode": 0, "rule": {"extra_rule": None}})
    found = await wecom.intercepts.get("r1")
    assert (found.rule_id, found.semantics_list, found.word_list) == ("", (), ())
    rows = [{"rule_id": "r1", "rule_name": "a", "create_time": 1_770_300_000}, {"rule_id": 2}]
    server.answer(f"{AREA}/get_intercept_rule_list", {"errcode": 0, "rule_list": rows})
    listed = await wecom.intercepts.list()
    assert [(row.rule_id, row.rule_name) for row in listed] == [("r1", "a"), ("2", "")]


def test_nodes_are_counted() -> None:
    with pytest.raises(TooManyError):
        Nodes(["u"] * 1001)
    with pytest.raises(TooManyError):
        Nodes(departments=[1] * 1001)


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (add(name=""), NothingToSendError),
        (add(name="长" * 21), TextTooLongError),
        (add(words=()), NothingToSendError),
        (add(words=("",)), NothingToSendError),
        (add(words=("长" * 33,)), TextTooLongError),
        (add(words=("词",) * 301), TooManyError),
        (add(nodes=Nodes()), NothingToSendError),
        (lambda wecom: wecom.intercepts.update("r1"), NothingToSendError),
        (lambda wecom: wecom.intercepts.update("r1", words=[]), NothingToSendError),
        (lambda wecom: wecom.intercepts.update("r1", add=Nodes()), NothingToSendError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("add", 41069, QuotaError),
        ("add", 41076, QuotaError),
        ("add", 41068, InvalidParameterError),
        ("add", 41077, NameTakenError),
        ("add", 41083, InvalidParameterError),
        ("add", 41084, InvalidParameterError),
        ("add", 60011, ForbiddenError),
        ("get", 41070, UnknownIdError),
        ("update", 41071, UnknownIdError),
        ("delete", 41070, UnknownIdError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
