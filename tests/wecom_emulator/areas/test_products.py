"""Product albums: fields, limits, whose they are."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.sending import attachment, media
from tests.wecom_emulator.corp import CORPID, Emulator, open_emulator
from wecom_emulator.limits import Limits

ADD = "externalcontact/add_product_album"
GET = "externalcontact/get_product_album"
LIST = "externalcontact/get_product_album_list"
UPDATE = "externalcontact/update_product_album"
DELETE = "externalcontact/delete_product_album"
OK = {"errcode": 0, "errmsg": "ok"}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as one:
        yield one


async def product(emulator: Emulator, **change: Any) -> dict[str, Any]:
    """A body that is good."""
    picture = {"type": "image", "image": {"media_id": await attachment(emulator, 2)}}
    return {
        "description": "活鱼",
        "price": 5_000_000,
        "product_sn": "AB12",
        "attachments": [picture],
    } | change


async def test_a_product_is_made_read_changed_and_deleted(emulator: Emulator) -> None:
    body = await product(emulator)
    answer = await emulator.call(ADD, body)
    product_id = answer["product_id"]
    assert answer == {**OK, "product_id": product_id}
    got = await emulator.call(GET, {"product_id": product_id})
    at = got["product"]["create_time"]
    assert got == {**OK, "product": {"product_id": product_id, **body, "create_time": at}}
    listed = await emulator.call(LIST, {})
    assert listed == {
        **OK,
        "product_list": [{"product_id": product_id, **body}],
        "next_cursor": "",
    }
    assert await emulator.call(UPDATE, {"product_id": product_id, "price": 100}) == OK
    got = await emulator.call(GET, {"product_id": product_id})
    assert (got["product"]["price"], got["product"]["description"]) == (100, "活鱼")
    assert await emulator.call(DELETE, {"product_id": product_id}) == OK
    for name in (GET, UPDATE, DELETE):
        assert await emulator.code(name, {"product_id": product_id}) == 41074
        assert await emulator.code(name, {"product_id": "pro0"}) == 41075
        assert await emulator.code(name, {}) == 41075
    assert (await emulator.call(LIST, {}))["product_list"] == []


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"description": ""}, 41087),
        ({"description": "鱼" * 301}, 41087),
        ({"description": None}, 41087),
        ({"price": -1}, 41086),
        ({"price": 5_000_001}, 41086),
        ({"price": "cheap"}, 41086),
        ({"price": None}, 41086),
        ({"product_sn": "A-1"}, 41085),
        ({"product_sn": "鱼"}, 41085),
        ({"product_sn": "A" * 129}, 41085),
        ({"product_sn": 12}, 41085),
        ({"attachments": []}, 41088),
        ({"attachments": None}, 41088),
        ({"attachments": [{"type": "image"}] * 10}, 41064),
        ({"attachments": [{"type": "video", "video": {}}]}, 41065),
        ({"attachments": [{"msgtype": "image", "image": {}}]}, 41065),
        ({"attachments": [{"type": "image", "image": {}}]}, 40058),
        ({"attachments": [{"type": "image", "image": {"media_id": "3none"}}]}, 40007),
    ],
)
async def test_what_is_refused_changes_nothing(
    emulator: Emulator, change: dict[str, Any], errcode: int
) -> None:
    body = await product(emulator)
    assert await emulator.code(ADD, body | change) == errcode
    assert (await emulator.call(LIST, {}))["product_list"] == []
    product_id = (await emulator.call(ADD, body))["product_id"]
    if all(value is not None for value in change.values()):
        assert await emulator.code(UPDATE, {"product_id": product_id} | change) == errcode
    got = (await emulator.call(GET, {"product_id": product_id}))["product"]
    assert {name: got[name] for name in body} == body


async def test_pictures_of_messages_are_none_of_albums(emulator: Emulator) -> None:
    for media_id in (await media(emulator), await attachment(emulator, 1)):
        picture = {"type": "image", "image": {"media_id": media_id}}
        body = await product(emulator, attachments=[picture])
        assert await emulator.code(ADD, body) == 41072


async def test_pages_and_the_number_of_albums() -> None:
    async with open_emulator(Limits(products=3)) as emulator:
        body = await product(emulator)
        for _ in range(3):
            assert await emulator.code(ADD, body) == 0
        assert await emulator.code(ADD, body) == 41202
        first = await emulator.call(LIST, {"limit": 2})
        rest = await emulator.call(LIST, {"limit": 2, "cursor": first["next_cursor"]})
        assert [len(page["product_list"]) for page in (first, rest)] == [2, 1]
        assert len((await emulator.call(LIST, {"limit": 101}))["product_list"]) == 3
        wrong = await emulator.call(LIST, {"cursor": "x"})
        assert (wrong["errcode"], wrong["product_list"]) == (50100, [])


async def test_only_the_app_that_made_it_changes_it(emulator: Emulator) -> None:
    product_id = (await emulator.call(ADD, await product(emulator)))["product_id"]
    await emulator.act("console/apps/2", may_call_contact=True)
    got = await emulator.ask("gettoken", corpid=CORPID, corpsecret="second")
    emulator.token = got.json()["access_token"]
    assert await emulator.code(UPDATE, {"product_id": product_id, "price": 1}) == 60011
    assert await emulator.code(DELETE, {"product_id": product_id}) == 60011
    assert (await emulator.call(GET, {"product_id": product_id}))["product"]["price"] == 5_000_000
