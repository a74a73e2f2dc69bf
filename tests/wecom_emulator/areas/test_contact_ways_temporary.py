"""Temporary contact ways: what they carry, and chats that end with a word to the customer."""

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
from PIL import Image

from tests.wecom_emulator.areas.codes import DAY, impossible
from tests.wecom_emulator.corp import Emulator, open_emulator

ADD, GET, UPDATE = (f"externalcontact/{verb}_contact_way" for verb in ("add", "get", "update"))
CLOSE = "externalcontact/close_temp_chat"
SINGLE = {"type": 1, "scene": 2, "user": ["ann"]}
TEMPORARY = SINGLE | {"is_temp": True}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as one:
        yield one


async def read(emulator: Emulator, config_id: str) -> dict[str, Any]:
    answer = await emulator.call(GET, {"config_id": config_id})
    return dict(answer["contact_way"])


async def upload(emulator: Emulator) -> str:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(picture, "PNG")
    answer = await emulator.http.post(
        "/cgi-bin/media/upload",
        params={"access_token": emulator.token, "type": "image"},
        files={"media": ("花.png", picture.getvalue(), "image/png")},
    )
    return str(answer.json()["media_id"])


async def test_a_temporary_way_says_what_it_is(emulator: Emulator) -> None:
    media_id = await upload(emulator)
    conclusions = {
        "text": {"content": "再见"},
        "image": {"media_id": media_id},
        "link": {"title": "店", "url": "https://example.com"},
    }
    made = await emulator.call(ADD, TEMPORARY | {"unionid": "o1", "conclusions": conclusions})
    way = await read(emulator, made["config_id"])
    assert {
        name: way[name] for name in ("is_temp", "expires_in", "chat_expires_in", "unionid")
    } == {
        "is_temp": True,
        "expires_in": 7 * DAY,
        "chat_expires_in": DAY,
        "unionid": "o1",
    }
    # Of an image and a link the image is used, shown by its address.
    assert way["conclusions"] == {
        "text": {"content": "再见"},
        "image": {"pic_url": f"http://wecom.test/media/{media_id}"},
    }
    picture = await emulator.http.get(way["conclusions"]["image"]["pic_url"])
    assert picture.content.startswith(b"\x89PNG")
    update = {
        "config_id": made["config_id"],
        "chat_expires_in": 60,
        "conclusions": {
            "miniprogram": {
                "title": "商城",
                "pic_media_id": media_id,
                "appid": "wx1",
                "page": "index.html",
            }
        },
    }
    assert await emulator.code(UPDATE, update) == 0
    changed = await read(emulator, made["config_id"])
    assert changed == way | {
        "chat_expires_in": 60,
        "conclusions": {"miniprogram": update["conclusions"]["miniprogram"]},
    }
    await emulator.advance(7 * DAY + 1)
    await emulator.sign_in()
    assert await emulator.code(UPDATE, update) == 41044
    assert "expired" in await impossible(
        emulator, "scan", config_id=made["config_id"], person={"unionid": "o1"}
    )
    assert await emulator.tell("people") == []


async def test_only_some_may_make_temporary_ones(emulator: Emulator) -> None:
    await emulator.act("switches", bound_developer=False)
    assert await emulator.code(ADD, TEMPORARY | {"unionid": "o1"}) == 41057
    assert await emulator.code(ADD, SINGLE | {"unionid": "o1"}) == 0
    await emulator.act("switches", medical=False)
    assert await emulator.code(ADD, TEMPORARY) == 48001
    assert len(await emulator.tell("contact_ways")) == 1


async def temporary_friend(emulator: Emulator, **changes: Any) -> dict[str, str]:
    body = TEMPORARY | {"conclusions": {"text": {"content": "再见"}}} | changes
    made = await emulator.call(ADD, body)
    met = await emulator.act("scan", config_id=made["config_id"], person={"unionid": "o1"})
    return {"userid": met["userid"], "external_userid": met["external_userid"]}


async def words(emulator: Emulator) -> list[tuple[str, str]]:
    return [(got["kind"], got["body"]["text"]) for got in await emulator.tell("received")]


async def test_an_app_ends_a_temporary_chat_and_the_customer_is_told(emulator: Emulator) -> None:
    pair = await temporary_friend(emulator)
    assert await emulator.call(CLOSE, pair) == {"errcode": 0, "errmsg": "ok"}
    assert await words(emulator) == [("conclusion", "再见")]
    detail = await emulator.code("externalcontact/get", external_userid=pair["external_userid"])
    assert detail == 84061
    assert await emulator.code(CLOSE, pair) == 84061
    assert len(await emulator.delivered(1)) == 1


async def test_an_ordinary_friendship_cannot_be_ended_by_an_app(emulator: Emulator) -> None:
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    pair = {"userid": "ann", "external_userid": friend["external_userid"]}
    assert await emulator.code(CLOSE, pair) == 84061
    assert await emulator.code(CLOSE, pair | {"userid": ""}) == 40003
    assert await emulator.code(CLOSE, pair | {"userid": "nobody"}) == 60111
    assert await emulator.code(CLOSE, pair | {"external_userid": "wm4"}) == 40096
    assert await emulator.code(CLOSE, {"userid": "ann"}) == 41035
    got = await emulator.call("externalcontact/get", external_userid=friend["external_userid"])
    assert got["errcode"] == 0
    assert await words(emulator) == []


async def test_a_temporary_chat_ends_by_itself(emulator: Emulator) -> None:
    await emulator.act("switches", events_for_api_changes=True)
    pair = await temporary_friend(emulator, chat_expires_in=3600)
    get: dict[str, Any] = {"external_userid": pair["external_userid"]}
    await emulator.advance(3500)
    assert await emulator.code("externalcontact/get", **get) == 0
    await emulator.advance(200)
    assert await emulator.code("externalcontact/get", **get) == 84061
    assert await words(emulator) == [("conclusion", "再见")]
    log = await emulator.delivered(2)
    assert [row["change_type"] for row in log] == ["add_external_contact", "del_external_contact"]


async def test_the_time_of_a_chat_begins_when_the_member_confirms(emulator: Emulator) -> None:
    pair = await temporary_friend(emulator, chat_expires_in=3600, skip_verify=False)
    await emulator.advance(3000)
    await emulator.act("complete", **pair)
    await emulator.advance(3000)
    get: dict[str, Any] = {"external_userid": pair["external_userid"]}
    assert await emulator.code("externalcontact/get", **get) == 0
    await emulator.advance(700)
    assert await emulator.code("externalcontact/get", **get) == 84061


async def test_a_later_friendship_of_the_two_outlives_the_chat(emulator: Emulator) -> None:
    pair = await temporary_friend(emulator, chat_expires_in=3600)
    await emulator.act("unfollow", **pair, by="staff")
    await emulator.act("add", userid="ann", person={"unionid": "o1"})
    await emulator.advance(3700)
    assert await emulator.code("externalcontact/get", external_userid=pair["external_userid"]) == 0
    assert await emulator.code(CLOSE, pair) == 84061
    assert await words(emulator) == []


async def test_a_temporary_code_may_be_one_persons(emulator: Emulator) -> None:
    made = await emulator.call(ADD, TEMPORARY | {"unionid": "o1"})
    way = {"config_id": made["config_id"]}
    assert "somebody else" in await impossible(emulator, "scan", **way, person={"unionid": "o2"})
    assert await emulator.tell("people") == []
    met = await emulator.act("scan", **way, person={"unionid": "o1"})
    assert met["relation"] == "whole"
