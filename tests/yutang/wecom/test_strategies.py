"""Rule groups of customer contact."""

import asyncio

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
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ConcurrencyError,
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    NothingToSendError,
    RefusedError,
    TooManyError,
)
from yutang.wecom.strategies import NewStrategy, Privilege, StrategyRange

AREA = "/cgi-bin/externalcontact/customer_strategy"
SOUTH = NewStrategy("南区", ["gao"], StrategyRange(["ma"], [8]))
VERBS = {
    "list": Verb(
        lambda wecom: collect(wecom.strategies.list()), f"{AREA}/list", READ, {"limit": 1000}
    ),
    "get": Verb(lambda wecom: wecom.strategies.get(5), f"{AREA}/get", READ, {"strategy_id": 5}),
    "range": Verb(
        lambda wecom: collect(wecom.strategies.range(5)),
        f"{AREA}/get_range",
        READ,
        {"strategy_id": 5, "limit": 1000},
    ),
    "create": Verb(
        lambda wecom: wecom.strategies.create(SOUTH),
        f"{AREA}/create",
        NEVER,
        {
            "strategy_name": "南区",
            "admin_list": ["gao"],
            "range": [{"type": 1, "userid": "ma"}, {"type": 2, "partyid": 8}],
        },
    ),
    "create_below": Verb(
        lambda wecom: wecom.strategies.create(
            NewStrategy(
                "广州",
                ["gao", "luo"],
                StrategyRange(departments=[81]),
                parent_id=5,
                privilege=Privilege(share_customer=False, rapid_reply=True),
            )
        ),
        f"{AREA}/create",
        NEVER,
        {
            "parent_id": 5,
            "strategy_name": "广州",
            "admin_list": ["gao", "luo"],
            "privilege": {"share_customer": False, "rapid_reply": True},
            "range": [{"type": 2, "partyid": 81}],
        },
    ),
    "edit": Verb(
        lambda wecom: wecom.strategies.edit(
            5,
            name="华南",
            admins=["luo"],
            privilege=Privilege(send_group_msg=False),
            add=StrategyRange(["he"]),
            remove=StrategyRange(["ma"], [8]),
        ),
        f"{AREA}/edit",
        WRITE,
        {
            "strategy_id": 5,
            "strategy_name": "华南",
            "admin_list": ["luo"],
            "privilege": {"send_group_msg": False},
            "range_add": [{"type": 1, "userid": "he"}],
            "range_del": [{"type": 1, "userid": "ma"}, {"type": 2, "partyid": 8}],
        },
    ),
    "rename": Verb(
        lambda wecom: wecom.strategies.edit(5, name="华南"),
        f"{AREA}/edit",
        WRITE,
        {"strategy_id": 5, "strategy_name": "华南"},
    ),
    "delete": Verb(
        lambda wecom: wecom.strategies.delete(5), f"{AREA}/del", WRITE, {"strategy_id": 5}
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_ids_and_nodes_of_all_pages(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        f"{AREA}/list",
        {"errcode": 0, "strategy": [{"strategy_id": 5}, {"strategy_id": "6"}], "next_cursor": "a"},
        {"errcode": 0, "strategy": [{"strategy_id": 7}]},
    )
    staff = {"type": 1, "userid": "ma"}
    server.answer(
        f"{AREA}/get_range",
        {"errcode": 0, "range": [staff], "next_cursor": "b"},
        {"errcode": 0, "range": [{"type": "2", "partyid": "8", "future": 1}]},
    )
    assert await collect(wecom.strategies.list()) == [5, 6, 7]
    nodes = await collect(wecom.strategies.range(5))
    assert [(node.type, node.userid, node.partyid) for node in nodes] == [(1, "ma", 0), (2, "", 8)]
    assert [call.json().get("cursor") for call in server.calls(f"{AREA}/list")] == [None, "a"]
    assert server.calls(f"{AREA}/get_range")[1].json() == {
        "strategy_id": 5,
        "limit": 1000,
        "cursor": "b",
    }


async def test_one_is_read_whole(server: Miniature, wecom: WeCom) -> None:
    privilege = {"view_customer_list": True, "share_customer": False, "manage_customer_tag": 1}
    strategy = {
        "strategy_id": "5",
        "parent_id": 0,
        "strategy_name": "南区",
        "create_time": "1769000000",
        "admin_list": ["gao", "luo"],
        "privilege": {**privilege, "invented_later": True},
    }
    server.answer(f"{AREA}/get", {"errcode": 0, "strategy": strategy}, {"errcode": 0})
    found = await wecom.strategies.get(5)
    assert (found.strategy_id, found.parent_id, found.create_time) == (5, 0, 1769000000)
    assert (found.strategy_name, found.admin_list) == ("南区", ("gao", "luo"))
    assert found.privilege == Privilege(
        view_customer_list=True, share_customer=False, manage_customer_tag=True
    )
    assert found.privilege.rapid_reply is None
    assert (await wecom.strategies.get(5)).admin_list == ()


async def test_the_id_of_a_new_one(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{AREA}/create", {"errcode": 0, "strategy_id": "31"})
    assert await wecom.strategies.create(SOUTH) == 31


async def test_one_change_at_a_time(server: Miniature, wecom: WeCom) -> None:
    await wecom.auth.jsapi_ticket()
    server.delay_seconds, server.most_in_flight = 0.01, 0
    await asyncio.gather(
        wecom.strategies.create(SOUTH),
        wecom.strategies.edit(5, name="北区"),
        wecom.strategies.create(SOUTH),
    )
    assert server.most_in_flight == 1
    assert (len(server.calls(f"{AREA}/create")), len(server.calls(f"{AREA}/edit"))) == (2, 1)


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (
            lambda wecom: wecom.strategies.create(NewStrategy("", ["a"], StrategyRange(["b"]))),
            NothingToSendError,
        ),
        (
            lambda wecom: wecom.strategies.create(NewStrategy("n", [], StrategyRange(["b"]))),
            TooManyError,
        ),
        (
            lambda wecom: wecom.strategies.create(
                NewStrategy("n", ["a"] * 21, StrategyRange(["b"]))
            ),
            TooManyError,
        ),
        (
            lambda wecom: wecom.strategies.create(NewStrategy("n", ["a"], StrategyRange())),
            TooManyError,
        ),
        (
            lambda wecom: wecom.strategies.create(
                NewStrategy("n", ["a"], StrategyRange(["b"] * 60, [1] * 41))
            ),
            TooManyError,
        ),
        (lambda wecom: wecom.strategies.edit(5), NothingToSendError),
        (lambda wecom: wecom.strategies.edit(5, add=StrategyRange()), NothingToSendError),
        (lambda wecom: wecom.strategies.edit(5, admins=[]), TooManyError),
        (lambda wecom: wecom.strategies.edit(5, admins=["a"] * 21), TooManyError),
        (
            lambda wecom: wecom.strategies.edit(
                5, add=StrategyRange(["a"] * 60), remove=StrategyRange(["b"] * 41)
            ),
            TooManyError,
        ),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("create", 60030, ForbiddenError),
        ("create", 60011, ForbiddenError),
        ("create_below", 40058, InvalidParameterError),
        ("create", 45035, ConcurrencyError),
        ("edit", 60030, ForbiddenError),
        ("list", 50100, InvalidParameterError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
