"""Templates that welcome into groups: their parts, whose they are, who reads them."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.sending import friend, impossible, media, received
from tests.wecom_emulator.corp import CORPID, Emulator, open_emulator
from wecom_emulator.limits import Limits

PATH = "externalcontact/group_welcome_template"
OK = {"errcode": 0, "errmsg": "ok"}
TEXT = {"content": "欢迎 %NICKNAME%，%NICKNAME%！"}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as one:
        yield one


async def added(emulator: Emulator, **body: Any) -> str:
    answer = await emulator.call(f"{PATH}/add", {"text": TEXT, **body})
    assert answer["errcode"] == 0, answer
    assert answer["template_id"].startswith("msg")
    return str(answer["template_id"])


async def test_of_several_parts_the_first_in_order_counts(emulator: Emulator) -> None:
    picture = await media(emulator)
    link = {"title": "店", "url": "https://a.example", "picurl": "https://p.example"}
    card = {"title": "店", "pic_media_id": picture, "appid": "wx1", "page": "p"}
    document = {"media_id": await media(emulator, "file", b"%PDF-1.7")}
    parts = {"file": document, "miniprogram": card, "link": link, "image": {"media_id": picture}}
    shown = {
        "image": {"pic_url": f"http://wecom.test/media/{picture}"},
        "link": link,
        "miniprogram": card,
        "file": document,
    }
    for kind in ("image", "link", "miniprogram", "file"):
        template_id = await added(emulator, **parts)
        told = await emulator.call(f"{PATH}/get", {"template_id": template_id})
        assert told == {**OK, "text": TEXT, kind: shown[kind]}
        del parts[kind]
    own = {"image": {"pic_url": "https://pic.example/1"}, "text": None}
    template_id = await added(emulator, **own)
    told = await emulator.call(f"{PATH}/get", {"template_id": template_id})
    assert told == {**OK, "image": {"pic_url": "https://pic.example/1"}}


async def test_it_is_replaced_and_deleted(emulator: Emulator) -> None:
    template_id = await added(emulator)
    assert (
        await emulator.call(
            f"{PATH}/edit",
            {"template_id": template_id, "link": {"title": "店", "url": "https://a.example"}},
        )
        == OK
    )
    told = await emulator.call(f"{PATH}/get", {"template_id": template_id})
    assert told == {**OK, "link": {"title": "店", "url": "https://a.example"}}
    assert await emulator.code(f"{PATH}/edit", {"template_id": template_id}) == 40058
    assert await emulator.call(f"{PATH}/del", {"template_id": template_id}) == OK
    for verb in ("get", "edit", "del"):
        body = {"template_id": template_id, "text": TEXT}
        assert await emulator.code(f"{PATH}/{verb}", body) == 40037
        assert await emulator.code(f"{PATH}/{verb}", {}) == 40036
        assert await emulator.code(f"{PATH}/{verb}", {"template_id": "m" * 65}) == 40036


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({}, 40058),
        ({"text": {"content": "x" * 3001}}, 40058),
        ({"text": "plain"}, 40058),
        ({"link": {"title": "鱼" * 43, "url": "u"}}, 40058),
        ({"link": {"title": "t"}}, 40058),
        ({"text": TEXT, "image": {"media_id": "3none"}}, 40007),
        ({"text": TEXT, "notify": 2}, 40058),
        ({"text": TEXT, "agentid": "first"}, 40058),
        ({"miniprogram": {"title": "t", "appid": "wx1", "page": "p"}}, 40058),
    ],
)
async def test_what_is_refused_is_not_in_the_library(body: dict[str, Any], errcode: int) -> None:
    async with open_emulator(Limits(group_welcomes=1)) as emulator:
        assert await emulator.code(f"{PATH}/add", body) == errcode
        template_id = await added(emulator)
        assert await emulator.code(f"{PATH}/add", {"text": TEXT}) == 41055
        await emulator.call(f"{PATH}/del", {"template_id": template_id})
        await added(emulator)


async def test_only_the_app_that_made_it_changes_it(emulator: Emulator) -> None:
    template_id = await added(emulator)
    await emulator.act("console/apps/2", may_call_contact=True)
    got = await emulator.ask("gettoken", corpid=CORPID, corpsecret="second")
    emulator.token = got.json()["access_token"]
    body = {"template_id": template_id, "text": {"content": "另一个"}}
    assert await emulator.code(f"{PATH}/edit", body) == 41058
    assert await emulator.code(f"{PATH}/del", body) == 41058
    assert (await emulator.call(f"{PATH}/get", body))["text"] == TEXT


async def test_who_joins_is_welcomed_by_name(emulator: Emulator) -> None:
    one, two = (
        await friend(emulator, name="小满"),
        await friend(emulator, unionid="o2", name="阿德"),
    )
    chat_id = (await emulator.act("groups", owner="ann", name="一"))["chat_id"]
    template_id = await added(emulator)
    quiet = await added(emulator, notify=0)
    todos = await emulator.tell("todos", userid="ann")
    assert [(row["kind"], row["template_id"]) for row in todos] == [("group_welcome", template_id)]
    assert await emulator.tell("todos", userid="bob") == []
    await emulator.act(f"groups/{chat_id}/join", external_userid=one)
    assert await received(emulator, one) == []
    welcome = f"groups/{chat_id}/welcome"
    assert (await impossible(emulator, welcome, template_id="msg0"))[0] == 404
    assert (await impossible(emulator, "groups/wr0/welcome", template_id=""))[0] == 404
    await emulator.act(welcome, template_id=template_id)
    assert await emulator.tell("todos", userid="ann") == []
    await emulator.act(f"groups/{chat_id}/join", external_userid=two)
    [got] = await emulator.tell("received", external_userid=two)
    assert (got["kind"], got["userid"], got["body"]["chat_id"]) == (
        "group_welcome",
        "ann",
        chat_id,
    )
    assert got["body"]["text"] == "欢迎 阿德，阿德！"
    await emulator.act(f"groups/{chat_id}/leave", external_userid=two)
    await emulator.act(welcome, template_id=quiet)
    await emulator.call(f"{PATH}/del", {"template_id": quiet})
    await emulator.act(f"groups/{chat_id}/join", external_userid=two)
    assert len(await received(emulator, two)) == 1
    await emulator.act(f"groups/{chat_id}/dismiss")
    assert (await impossible(emulator, welcome, template_id=template_id))[0] == 409
