"""Rule groups: made, changed, deleted, in levels."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORPID, SECRET, Emulator, open_emulator
from wecom_emulator.limits import Limits

AREA = "externalcontact/customer_strategy"
CREATE, EDIT, DELETE = f"{AREA}/create", f"{AREA}/edit", f"{AREA}/del"
GET, RANGE, LIST = f"{AREA}/get", f"{AREA}/get_range", f"{AREA}/list"
NEW: dict[str, Any] = {
    "strategy_name": "销售",
    "admin_list": ["ann"],
    "range": [{"type": 1, "userid": "ann"}, {"type": 2, "partyid": 2}],
}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with a second department and small limits."""
    limits = Limits(strategy_admins=2, strategy_nodes_a_call=3, strategy_nodes=4, strategy_depth=3)
    async with open_emulator(limits) as emulator:
        body = {
            "corpid": CORPID,
            "apps": [{"agentid": 1, "secret": SECRET}, {"agentid": 2, "secret": "second"}],
            "departments": [
                {"id": 2, "name": "销售", "parentid": 1},
                {"id": 3, "name": "南方", "parentid": 2},
            ],
            "staff": [{"userid": "cat", "name": "猫", "department": [3]}],
        }
        assert (await emulator.http.post("/emulator/corps", json=body)).status_code == 200
        yield emulator


async def make(emulator: Emulator, **changes: Any) -> int:
    return int((await emulator.call(CREATE, NEW | changes))["strategy_id"])


async def test_a_rule_group_has_all_privileges_that_nobody_took(emulator: Emulator) -> None:
    taken = {"share_customer": False, "contact_me": False}
    made = await make(emulator, privilege=taken)
    strategy = (await emulator.call(GET, {"strategy_id": made}))["strategy"]
    privilege = strategy.pop("privilege")
    assert strategy == {
        "strategy_id": made,
        "parent_id": 0,
        "strategy_name": "销售",
        "create_time": strategy["create_time"],
        "admin_list": ["ann"],
    }
    # What is basic cannot be taken.
    assert {name for name, given in privilege.items() if not given} == {"share_customer"}
    assert len(privilege) == 21
    child = await make(emulator, parent_id=made, privilege={"export_customer_list": False})
    told = (await emulator.call(GET, {"strategy_id": child}))["strategy"]
    assert (told["parent_id"], told["privilege"]) == (made, privilege)
    range_ = await emulator.call(RANGE, {"strategy_id": made})
    assert range_["range"] == NEW["range"]
    assert "next_cursor" not in range_


async def test_rule_groups_come_in_pages(emulator: Emulator) -> None:
    made = [await make(emulator) for _ in range(3)]
    first = await emulator.call(LIST, {"limit": 2})
    assert first["strategy"] == [{"strategy_id": id_} for id_ in made[:2]]
    rest = await emulator.call(LIST, {"limit": 2, "cursor": first["next_cursor"]})
    assert rest == {"errcode": 0, "errmsg": "ok", "strategy": [{"strategy_id": made[2]}]}
    assert await emulator.code(LIST, {"cursor": "2"}) == 50100
    page = await emulator.call(RANGE, {"strategy_id": made[0], "limit": 1})
    other = {"strategy_id": made[1], "cursor": page["next_cursor"]}
    assert await emulator.code(RANGE, other) == 50100


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"strategy_name": ""}, 40058),
        ({"strategy_name": 7}, 40058),
        ({"admin_list": []}, 40058),
        ({"admin_list": ["ann", "bob", "cat"]}, 40058),
        ({"admin_list": ["nobody"]}, 60111),
        ({"range": [{"type": 3}]}, 40058),
        ({"range": [{"userid": "ann"}]}, 40058),
        ({"range": [{"type": 1}]}, 40058),
        ({"range": [{"type": 2, "partyid": 404}]}, 60030),
        ({"range": [{"type": 1, "userid": "bob"}]}, 60030),
        ({"range": [{"type": 1, "userid": "ann"}] * 4}, 40058),
        ({"range": ["ann"]}, 40058),
        ({"privilege": {"share_customer": "no"}}, 40058),
        ({"privilege": []}, 40058),
        ({"parent_id": 404}, 40058),
    ],
)
async def test_a_rule_group_is_refused(
    emulator: Emulator, changes: dict[str, Any], errcode: int
) -> None:
    await emulator.act("console/apps/1", visible=["ann", "cat"], visible_departments=[2])
    assert await emulator.code(CREATE, NEW | changes) == errcode
    assert (await emulator.call(LIST, {}))["strategy"] == []


async def test_a_child_stays_within_its_parent(emulator: Emulator) -> None:
    top = await make(emulator)
    for range_ in ([{"type": 1, "userid": "bob"}], [{"type": 2, "partyid": 1}]):
        assert await emulator.code(CREATE, NEW | {"parent_id": top, "range": range_}) == 40058
    within = [{"type": 1, "userid": "cat"}, {"type": 2, "partyid": 3}]
    second = await make(emulator, parent_id=top, range=within)
    third = await make(emulator, parent_id=second, range=within)
    deeper = NEW | {"parent_id": third, "range": within}
    assert await emulator.code(CREATE, deeper) == 40058
    add = {"strategy_id": third, "range_add": [{"type": 1, "userid": "ann"}]}
    assert await emulator.code(EDIT, add) == 40058
    assert len((await emulator.call(LIST, {}))["strategy"]) == 3
    # Who goes takes along all that hangs below.
    assert await emulator.code(DELETE, {"strategy_id": second}) == 0
    assert (await emulator.call(LIST, {}))["strategy"] == [{"strategy_id": top}]


async def test_a_rule_group_is_changed_by_what_is_named(emulator: Emulator) -> None:
    made = await make(emulator, privilege={"rapid_reply": False})
    edit = {
        "strategy_id": made,
        "strategy_name": "售前",
        "admin_list": ["bob"],
        "range_add": [{"type": 1, "userid": "bob"}],
        "range_del": [{"type": 2, "partyid": 2}],
    }
    assert await emulator.code(EDIT, edit) == 0
    told = (await emulator.call(GET, {"strategy_id": made}))["strategy"]
    assert (told["strategy_name"], told["admin_list"]) == ("售前", ["bob"])
    assert told["privilege"]["rapid_reply"] is False
    range_ = (await emulator.call(RANGE, {"strategy_id": made}))["range"]
    assert range_ == [{"type": 1, "userid": "ann"}, {"type": 1, "userid": "bob"}]
    assert await emulator.code(EDIT, {"strategy_id": made, "privilege": {}}) == 0
    told = (await emulator.call(GET, {"strategy_id": made}))["strategy"]
    assert all(told["privilege"].values())
    grow = [{"type": 2, "partyid": id_} for id_ in (1, 2, 3)]
    assert await emulator.code(EDIT, {"strategy_id": made, "range_add": grow}) == 40058
    assert (await emulator.call(RANGE, {"strategy_id": made}))["range"] == range_


async def test_an_app_sees_only_its_own(emulator: Emulator) -> None:
    made = await make(emulator)
    await emulator.act("console/apps/2", may_call_contact=True)
    got = await emulator.ask("gettoken", corpid=CORPID, corpsecret="second")
    emulator.token = got.json()["access_token"]
    assert (await emulator.call(LIST, {}))["strategy"] == []
    for path in (GET, RANGE, EDIT, DELETE):
        assert await emulator.code(path, {"strategy_id": made}) == 40058
        assert await emulator.code(path, {}) == 40058
    assert await emulator.code(CREATE, NEW | {"parent_id": made}) == 40058


async def test_rule_groups_are_made_one_after_the_other(emulator: Emulator) -> None:
    await emulator.fault(kind="latency", value=0.2, path=f"/cgi-bin/{CREATE}")
    codes = await asyncio.gather(*(emulator.code(CREATE, NEW) for _ in range(3)))
    assert sorted(codes) == [0, 45033, 45033]
    assert len((await emulator.call(LIST, {}))["strategy"]) == 1
