"""Acquisition links: their fields, pages and limits, and whose they are."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.codes import impossible
from tests.wecom_emulator.areas.links import (
    BASE,
    CREATE,
    CUSTOMERS,
    DELETE,
    GET,
    LIST,
    NOW,
    STATISTIC,
    UPDATE,
    link,
    told,
)
from tests.wecom_emulator.corp import CORP, CORPID, Emulator, open_emulator
from wecom_emulator.limits import Limits


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One at a moment that is known, with few uses and few people behind a link."""
    limits = Limits(acquisition_links=3, members_of_a_link=2, acquisition_quota=22)
    async with open_emulator(limits) as one:
        await one.http.post("/emulator/clock", json={"now": NOW})
        await one.sign_in()
        yield one


async def test_a_link_is_made_read_changed_and_deleted(emulator: Emulator) -> None:
    made = await emulator.call(
        CREATE,
        {
            "link_name": "展会",
            "range": {"user_list": ["ANN", "ann"], "department_list": [1]},
            "priority_option": {"priority_type": 2, "priority_userid_list": ["bob"]},
        },
    )
    link_id = made["link"]["link_id"]
    url = f"https://work.weixin.qq.com/ca/{link_id}"
    assert link_id.startswith("ca")
    create_time = made["link"]["create_time"]
    assert abs(create_time - NOW) < 60
    assert made["link"] == {
        "link_id": link_id,
        "link_name": "展会",
        "url": url,
        "create_time": create_time,
    }
    read = await emulator.call(GET, {"link_id": link_id})
    assert read == {
        "errcode": 0,
        "errmsg": "ok",
        "link": {
            "link_name": "展会",
            "url": url,
            "create_time": create_time,
            "skip_verify": True,
            "mark_source": True,
        },
        "range": {"user_list": ["ann"], "department_list": [1]},
        "priority_option": {"priority_type": 2, "priority_userid_list": ["bob"]},
    }
    change = {"link_id": link_id, "link_name": "新", "skip_verify": False}
    assert await emulator.call(UPDATE, change) == {"errcode": 0, "errmsg": "ok"}
    changed = await emulator.call(GET, {"link_id": link_id})
    assert changed["link"] == read["link"] | {"link_name": "新", "skip_verify": False}
    assert (changed["range"], changed["priority_option"]) == (
        read["range"],
        read["priority_option"],
    )
    whole = {"link_id": link_id, "range": {"user_list": ["bob"]}, "priority_option": {}}
    assert await emulator.code(UPDATE, whole) == 0
    rest = await emulator.call(GET, {"link_id": link_id})
    assert rest["range"] == {"user_list": ["bob"], "department_list": []}
    assert "priority_option" not in rest
    assert await emulator.call(DELETE, {"link_id": link_id}) == {"errcode": 0, "errmsg": "ok"}
    assert await emulator.code(GET, {"link_id": link_id}) == 40058
    # What an app deletes itself it is not told of.
    assert await emulator.delivered(0) == []


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"link_name": "鱼" * 31}, 40058),
        ({"link_name": 5}, 40058),
        ({"range": {}}, 40058),
        ({"range": []}, 40058),
        ({"range": {"user_list": "ann"}}, 40058),
        ({"range": {"user_list": ["nobody"]}}, 60111),
        ({"range": {"department_list": [9]}}, 60011),
        ({"range": {"user_list": ["ann"] * 3}}, 40058),
        ({"priority_option": {"priority_type": 3}}, 40058),
        ({"priority_option": {"priority_userid_list": ["bob"]}}, 40058),
        ({"priority_option": {"priority_type": 2}}, 40058),
        ({"priority_option": {"priority_type": 2, "priority_userid_list": ["x"]}}, 60111),
        ({"skip_verify": "no"}, 40058),
    ],
)
async def test_a_refused_link_changes_nothing(
    emulator: Emulator, changes: dict[str, Any], errcode: int
) -> None:
    link_id = await link(emulator)
    before = await emulator.call(GET, {"link_id": link_id})
    body = {"link_name": "展会", "range": {"user_list": ["ann"]}} | changes
    assert await emulator.code(CREATE, body) == errcode
    assert await emulator.code(UPDATE, body | {"link_id": link_id}) == errcode
    assert await emulator.call(GET, {"link_id": link_id}) == before
    assert (await emulator.call(LIST, {}))["link_id_list"] == [link_id]


async def test_names_ranges_and_priority_have_their_own_refusals(emulator: Emulator) -> None:
    assert await emulator.code(CREATE, {"range": {"user_list": ["ann"]}}) == 40058
    body = {"link_name": "展会", "range": {"user_list": ["ann"]}}
    priority = body | {"priority_option": {"priority_type": 1}}
    await emulator.act("switches", priority_option=False)
    assert await emulator.code(CREATE, priority) == 41200
    await emulator.act("switches", business_category=False)
    assert await emulator.code(CREATE, priority) == 41305
    assert await emulator.code(CREATE, body) == 0
    await emulator.act("console/apps/1", visible=["bob"])
    assert await emulator.code(CREATE, body) == 60011
    await emulator.act("console/apps/1", visible=None)
    for _ in range(2):
        await link(emulator)
    assert await emulator.code(CREATE, body) == 41095
    assert len((await emulator.call(LIST, {}))["link_id_list"]) == 3


async def test_too_many_people_behind_a_link(emulator: Emulator) -> None:
    staff = [{"userid": "cai", "name": "蔡"}]
    await emulator.http.post(
        "/emulator/corps",
        json={"corpid": CORPID, "staff": staff, "apps": [{"agentid": 1, "secret": "x"}]},
    )
    body = {"link_name": "展会", "range": {"department_list": [1]}}
    assert await emulator.code(CREATE, body) == 40058


async def test_links_come_in_pages_and_are_their_own_apps(emulator: Emulator) -> None:
    mine = [await link(emulator) for _ in range(3)]
    first = await emulator.call(LIST, {"limit": 2})
    assert first["link_id_list"] == mine[:2]
    rest = await emulator.call(LIST, {"limit": 2, "cursor": first["next_cursor"]})
    assert (rest["link_id_list"], rest["next_cursor"]) == (mine[2:], "")
    wrong = await emulator.call(LIST, {"cursor": "x"})
    assert (wrong["errcode"], wrong["link_id_list"]) == (50100, [])
    await emulator.act("console/apps/2", may_call_contact=True)
    got = await emulator.ask("gettoken", corpid=CORPID, corpsecret="second")
    emulator.token = got.json()["access_token"]
    assert (await emulator.call(LIST, {}))["link_id_list"] == []
    for verb in (GET, UPDATE, DELETE, CUSTOMERS, STATISTIC):
        assert await emulator.code(verb, {"link_id": mine[0]}) == 40058
    assert await emulator.code(GET, {}) == 40058
    assert await emulator.code(f"{BASE}_app/get_permit") == 846000


async def test_a_link_behind_which_nobody_is_left(emulator: Emulator) -> None:
    link_id, other = await link(emulator), await link(emulator, range={"user_list": ["bob"]})
    await emulator.act("console/staff/ann", status=2)
    log = await emulator.delivered(2)
    [row] = [row for row in log if row["change_type"] == "link_unavailable"]
    assert f"<LinkId><![CDATA[{link_id}]]></LinkId>" in row["xml"]
    assert (await emulator.call(LIST, {}))["link_id_list"] == [other]
    assert "unavailable" in await impossible(
        emulator, "open", link_id=link_id, person={"unionid": "o1"}
    )
    change = {"link_id": link_id, "range": {"user_list": ["bob"]}}
    assert await emulator.code(UPDATE, change) == 0
    assert (await emulator.act("open", link_id=link_id, person={"unionid": "o1"}))["userid"] == (
        "bob"
    )
    await emulator.act("staff/bob/resign")
    log = await emulator.delivered(2 + 3 + 1 + 2)
    assert [row["change_type"] for row in log].count("link_unavailable") == 3


async def test_somebody_deletes_a_link_in_the_console(emulator: Emulator) -> None:
    link_id, other = await link(emulator), await link(emulator)
    await emulator.act(f"links/{link_id}/delete")
    await emulator.act(f"links/{other}/fail")
    assert await told(emulator, 2) == ["delete_link", "link_unavailable"]
    assert await emulator.code(GET, {"link_id": link_id}) == 40058
    assert [
        (row["link_id"], row["available"]) for row in await emulator.tell("acquisition_links")
    ] == [(other, False)]
    for wrong, status in ((f"links/{link_id}/fail", 404), (f"links/{other}/paint", 404)):
        answer = await emulator.http.post(f"{CORP}/{wrong}", json={})
        assert (answer.status_code, list(answer.json())) == (status, ["error"])
    for strange in (
        '{"uses": 1, "expire_date": 1}',
        '{"uses": 1e999, "expire_date": 2000900000}',
        '{"uses": 1, "expire_date": 1e999}',
        '{"uses": -1, "expire_date": 2000900000}',
    ):
        answer = await emulator.http.post(f"{CORP}/acquisition_quota", content=strange)
        assert (answer.status_code, list(answer.json())) == (400, ["error"])
