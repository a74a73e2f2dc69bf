"""Broadcasts that WeCom refuses: nothing is made and nobody has anything to do."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.sending import (
    DAY,
    FEBRUARY,
    friend,
    impossible,
    media,
    png,
    send_file,
    travel,
)
from tests.wecom_emulator.areas.test_broadcasts import (
    ADD,
    CANCEL,
    LIST,
    OLD_RESULTS,
    REMIND,
    RESULTS,
    TASKS,
    TEXT,
    made,
)
from tests.wecom_emulator.corp import Emulator, open_emulator
from wecom_emulator.limits import Limits


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One on a Monday in February."""
    async with open_emulator() as one:
        await travel(one, FEBRUARY)
        yield one


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"chat_type": None}, 40058),
        ({"chat_type": "both"}, 86214),
        ({"end_time": FEBRUARY - 90}, 40058),
        ({"end_time": FEBRUARY + 32 * DAY}, 40058),
        ({"start_time": "soon"}, 40058),
        ({"filter_type": 3}, 40058),
        ({"cursor": "x"}, 50100),
    ],
)
async def test_a_list_that_cannot_be(
    emulator: Emulator, change: dict[str, Any], errcode: int
) -> None:
    window = {"chat_type": "single", "start_time": FEBRUARY - 60, "end_time": FEBRUARY + 60}
    answer = await emulator.call(LIST, window | change)
    assert (answer["errcode"], answer["group_msg_list"]) == (errcode, [])


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"external_userid": None}, 40058),
        ({"text": None}, 40058),
        ({"text": "plain"}, 40058),
        ({"text": {"content": "x" * 4001}}, 40058),
        ({"text": {"content": "鱼" * 1334}}, 40058),
        ({"external_userid": ["1234"]}, 40096),
        ({"external_userid": ["wm-nobody"]}, 41048),
        ({"external_userid": [1]}, 40058),
        ({"external_userid": {"a": 1}}, 40058),
        ({"sender": "nobody"}, 60111),
        ({"sender": 7}, 40058),
        ({"chat_type": "other"}, 86214),
        ({"allow_select": "yes"}, 40058),
        ({"tag_filter": []}, 40058),
        ({"tag_filter": {"group_list": [{"tag_list": []}]}}, 40058),
        ({"tag_filter": {"group_list": [{"tag_list": ["a"] * 101}]}}, 40058),
        ({"attachments": [{"msgtype": "link", "link": {"url": "u", "title": "t"}}] * 10}, 41064),
        ({"attachments": [{"msgtype": "song", "song": {}}]}, 41065),
        ({"attachments": [{"msgtype": "link", "image": {}}]}, 41065),
        ({"attachments": [{"msgtype": ["link"]}]}, 41065),
        ({"attachments": ["link"]}, 40058),
        ({"attachments": [{"msgtype": "link", "link": {"title": "t"}}]}, 40058),
        ({"attachments": [{"msgtype": "link", "link": {"title": "鱼" * 43, "url": "u"}}]}, 40058),
        ({"attachments": [{"msgtype": "image", "image": {"media_id": "3none"}}]}, 40007),
        ({"attachments": [{"msgtype": "image", "image": {}}]}, 40058),
    ],
)
async def test_what_is_refused_makes_nothing(
    emulator: Emulator, change: dict[str, Any], errcode: int
) -> None:
    one = await friend(emulator)
    answer = await emulator.call(ADD, {"text": TEXT, "external_userid": [one]} | change)
    assert (answer["errcode"], answer["fail_list"]) == (errcode, [])
    assert await emulator.tell("todos", userid="ann") == []


async def test_the_numbers_of_recipients_are_limits() -> None:
    async with open_emulator(Limits(broadcast_customers=1, broadcast_groups=1)) as emulator:
        one = await friend(emulator)
        assert await emulator.code(ADD, {"text": TEXT, "external_userid": [one, one]}) == 40058
        group = {"text": TEXT, "chat_type": "group", "sender": "ann", "chat_id_list": ["a", "b"]}
        assert await emulator.code(ADD, group) == 40058


async def test_only_members_whom_the_app_sees_send(emulator: Emulator) -> None:
    one, two = await friend(emulator, "ann"), await friend(emulator, "bob", "o2")
    await emulator.act("console/apps/1", visible=["bob"])
    answer = await emulator.call(ADD, {"text": TEXT, "external_userid": [one, two]})
    assert answer["fail_list"] == [one]
    assert await emulator.code(ADD, {"text": TEXT, "sender": "ann"}) == 60011


async def test_media_for_elsewhere_and_of_another_time_is_refused(emulator: Emulator) -> None:
    one, picture = await friend(emulator), await media(emulator)
    document = await media(emulator, "file", b"%PDF-1.7")
    body: dict[str, Any] = {"text": TEXT, "external_userid": [one]}

    async def with_picture(media_id: str) -> int:
        image = {"msgtype": "image", "image": {"media_id": media_id}}
        return await emulator.code(ADD, body | {"attachments": [image]})

    assert await with_picture(picture) == 0
    assert await with_picture(document) == 40007
    await emulator.act("switches", linked_miniprograms="wx1 wx2", expired_media=40145)
    card = {"title": "店", "pic_media_id": picture, "appid": "wx3", "page": "p"}
    mini = {"msgtype": "miniprogram", "miniprogram": card}
    assert await emulator.code(ADD, body | {"attachments": [mini]}) == 90206
    card["appid"] = "wx2"
    assert await emulator.code(ADD, body | {"attachments": [mini]}) == 0
    await emulator.advance(3 * DAY + 1)
    await emulator.sign_in()
    assert await with_picture(picture) == 40145


@pytest.mark.parametrize("name", [TASKS, RESULTS, REMIND, CANCEL, OLD_RESULTS])
async def test_a_msgid_is_needed_and_known(emulator: Emulator, name: str) -> None:
    assert await emulator.code(name, {}) == 41046
    assert await emulator.code(name, {"msgid": "msg-unknown"}) == 41047


async def test_acts_that_cannot_be(emulator: Emulator) -> None:
    msgid = await made(emulator, external_userid=[await friend(emulator)])
    assert (await impossible(emulator, "confirm", userid="bob", msgid=msgid))[0] == 409
    assert (await impossible(emulator, "confirm", userid="ann", msgid="msg1"))[0] == 404
    assert (await impossible(emulator, "confirm", userid="ann"))[0] == 400
    assert (await impossible(emulator, "broadcasts", userid="bob", text="空"))[0] == 409
    assert (await impossible(emulator, "broadcasts", userid="ann"))[0] == 400
    no_type = {"userid": "ann", "text": "x", "chat_type": "all"}
    assert (await impossible(emulator, "broadcasts", **no_type))[0] == 400
    assert len(await emulator.tell("todos", userid="ann")) == 1


async def test_a_picture_by_address_may_have_to_be_one_of_ours(emulator: Emulator) -> None:
    one = await friend(emulator)
    address = (await send_file(emulator, "media/uploadimg", png())).json()["url"]
    temporary = f"http://wecom.test/media/{await media(emulator)}"

    async def shown(url: str) -> int:
        image = {"msgtype": "image", "image": {"pic_url": url}}
        return await emulator.code(ADD, {"external_userid": [one], "attachments": [image]})

    foreign = ["https://elsewhere.example/a.png", f"https://elsewhere.example{address}", temporary]
    assert [await shown(url) for url in foreign] == [0, 0, 0]
    await emulator.act("switches", foreign_pictures=False)
    assert await shown(address) == 0
    assert [await shown(url) for url in foreign] == [40007, 40007, 41072]
