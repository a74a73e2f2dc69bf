"""The welcome message: its parts, its code, the archive's consent before it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.sending import impossible, media, received
from tests.wecom_emulator.corp import Emulator, open_emulator

SEND = "externalcontact/send_welcome_msg"
OK = {"errcode": 0, "errmsg": "ok"}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as one:
        yield one


async def added(emulator: Emulator, unionid: str = "o1") -> tuple[str, str]:
    """A new customer and his code."""
    told = await emulator.act("add", userid="ann", person={"unionid": unionid})
    return told["external_userid"], told["welcome_code"]


async def test_a_welcome_of_several_parts_arrives_whole(emulator: Emulator) -> None:
    one, code = await added(emulator)
    picture = await media(emulator)
    link = {"title": "店", "url": "https://a.example", "desc": "新", "unknown": "x"}
    body = {
        "welcome_code": code,
        "text": {"content": "你好"},
        "attachments": [
            {"msgtype": "image", "image": {"media_id": picture, "pic_url": "https://p.example"}},
            {"msgtype": "link", "link": link},
        ],
    }
    assert await emulator.call(SEND, body) == OK
    [got] = await emulator.tell("received", external_userid=one)
    assert (got["kind"], got["userid"]) == ("welcome", "ann")
    # The media_id wins over the address.
    assert got["body"] == {
        "welcome_code": code,
        "text": "你好",
        "attachments": [
            {
                "msgtype": "image",
                "image": {"media_id": picture, "url": f"http://wecom.test/media/{picture}"},
            },
            {
                "msgtype": "link",
                "link": {"title": "店", "url": "https://a.example", "desc": "新"},
            },
        ],
    }
    assert await emulator.code(SEND, body) == 41051


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"text": None}, 40058),
        ({"text": {"content": 5}}, 40058),
        ({"text": {"content": "鱼" * 1334}}, 40058),
        ({"attachments": {"msgtype": "link"}}, 40058),
        ({"attachments": [{"msgtype": "file", "file": {}}]}, 40058),
        ({"attachments": [{"msgtype": "voice", "voice": {"media_id": "3"}}]}, 41065),
        ({"attachments": [{"link": {"title": "t", "url": "u"}}]}, 41065),
        ({"attachments": [{"msgtype": "link", "link": {"title": "t", "url": 1}}]}, 40058),
        ({"attachments": [{"msgtype": "link", "link": {"title": "t", "url": "u"}}] * 10}, 41064),
        ({"attachments": [{"msgtype": "video", "video": {"media_id": "3none"}}]}, 40007),
        ({"welcome_code": None}, 41049),
        ({"welcome_code": "unknown"}, 41050),
    ],
)
async def test_what_is_refused_uses_no_code(
    emulator: Emulator, change: dict[str, Any], errcode: int
) -> None:
    one, code = await added(emulator)
    good = {"welcome_code": code, "text": {"content": "你好"}}
    assert await emulator.code(SEND, good | change) == errcode
    assert await received(emulator, one) == []
    assert await emulator.code(SEND, good) == 0


async def test_with_the_archive_a_customer_agrees_first(emulator: Emulator) -> None:
    await emulator.act("switches", archive_consent=True)
    one, code = await added(emulator)
    body = {"welcome_code": code, "text": {"content": "你好"}}
    assert await emulator.code(SEND, body) == 41053
    assert await received(emulator, one) == []
    agreed = await emulator.act("consent", userid="ann", external_userid=one)
    assert agreed["welcome_code"] not in {None, code}
    log = await emulator.delivered(2)
    assert [row["change_type"] for row in log] == ["add_external_contact", "msg_audit_approved"]
    assert f"<WelcomeCode><![CDATA[{agreed['welcome_code']}]]></WelcomeCode>" in log[1]["xml"]
    assert await emulator.code(SEND, body | {"welcome_code": agreed["welcome_code"]}) == 0
    again = {"userid": "ann", "external_userid": one}
    assert (await impossible(emulator, "consent", **again))[0] == 409


async def test_who_was_welcomed_before_agrees_without_a_code(emulator: Emulator) -> None:
    one, code = await added(emulator)
    assert await emulator.code(SEND, {"welcome_code": code, "text": {"content": "你好"}}) == 0
    agreed = await emulator.act("consent", userid="ann", external_userid=one)
    assert agreed == {"welcome_code": None}
    log = await emulator.delivered(2)
    assert "WelcomeCode" not in log[1]["xml"]
    await emulator.act("unfollow", userid="ann", external_userid=one, by="staff")
    gone = {"userid": "ann", "external_userid": one}
    assert (await impossible(emulator, "consent", **gone))[0] == 409
