"""A member's card for people outside, as an app writes it and everybody reads it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORPID, SECRET, Emulator, open_emulator


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One that the contacts-sync app calls."""
    async with open_emulator() as one:
        apps = [{"agentid": 1, "secret": SECRET}, {"agentid": 2000002, "secret": "sync"}]
        await one.http.post("/emulator/corps", json={"corpid": CORPID, "apps": apps})
        got = await one.ask("gettoken", corpid=CORPID, corpsecret="sync")
        one.token = got.json()["access_token"]
        yield one


async def test_a_card_is_kept_as_it_was_written(emulator: Emulator) -> None:
    text = {"type": 0, "name": "电话", "text": {"value": "010-1"}}
    web = {"type": 1, "name": "官网", "web": {"url": "https://q.test", "title": "青禾"}}
    program = {
        "type": 2,
        "name": "商城",
        "miniprogram": {"appid": "wx1", "pagepath": "/index", "title": "逛逛"},
    }
    empty = {"type": 1, "name": "旧站", "web": {"url": "", "title": ""}}
    profile = {
        "external_corp_name": "青禾",
        "wechat_channels": {"nickname": "青禾频道"},
        "external_attr": [text, web, program, empty],
    }
    body = {"userid": "ann", "external_profile": profile}
    assert await emulator.code("user/update", body) == 0
    read = await emulator.call("user/get", userid="ann")
    assert read["external_profile"] == {
        "external_corp_name": "青禾",
        "wechat_channels": {"nickname": "青禾频道", "status": 1},
        "external_attr": [text, web, program],
    }


@pytest.mark.parametrize(
    ("profile", "errcode"),
    [
        ([], 40058),
        ({"external_corp_name": "别家"}, 41036),
        ({"wechat_channels": "x"}, 40058),
        ({"external_attr": {}}, 40058),
        ({"external_attr": [{"type": 3, "name": "a"}]}, 90100),
        ({"external_attr": [{"type": True, "name": "a"}]}, 90100),
        ({"external_attr": [{"type": [], "name": "a"}]}, 90100),
        ({"external_attr": [{"type": 0, "text": {"value": "a"}}]}, 40058),
        ({"external_attr": [{"type": 0, "name": "a", "text": {"value": "鱼" * 33}}]}, 90101),
        (
            {"external_attr": [{"type": 1, "name": "a", "web": {"url": "https://q.test"}}]},
            90102,
        ),
        (
            {"external_attr": [{"type": 1, "name": "a", "web": {"url": "q.test", "title": "q"}}]},
            90103,
        ),
        (
            {"external_attr": [{"type": 2, "name": "a", "miniprogram": {"title": "鱼" * 13}}]},
            90104,
        ),
        ({"external_attr": [{"type": 2, "name": "a", "miniprogram": {"title": "q"}}]}, 90105),
    ],
)
async def test_a_card_is_refused(emulator: Emulator, profile: Any, errcode: int) -> None:
    before = await emulator.call("user/get", userid="ann")
    body = {"userid": "ann", "external_profile": profile}
    assert await emulator.code("user/update", body) == errcode
    assert await emulator.call("user/get", userid="ann") == before
