"""The product album: what is sent, read page by page, and refused."""

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
    InvalidParameterError,
    InvalidRequestError,
    MediaError,
    NothingToSendError,
    QuotaError,
    RefusedError,
    TextTooLongError,
    TooManyError,
    UnknownIdError,
)

AREA = "/cgi-bin/externalcontact"
PICTURES = [
    {"type": "image", "image": {"media_id": "p1"}},
    {"type": "image", "image": {"media_id": "p2"}},
]
VERBS = {
    "add": Verb(
        lambda wecom: wecom.products.add("白茶 250 克", 12_800, ["p1", "p2"], number="TEA250"),
        f"{AREA}/add_product_album",
        NEVER,
        {
            "description": "白茶 250 克",
            "price": 12_800,
            "product_sn": "TEA250",
            "attachments": PICTURES,
        },
    ),
    "add_plain": Verb(
        lambda wecom: wecom.products.add("茶样", 0, ["p1"]),
        f"{AREA}/add_product_album",
        NEVER,
        {"description": "茶样", "price": 0, "attachments": PICTURES[:1]},
    ),
    "get": Verb(
        lambda wecom: wecom.products.get("prA"),
        f"{AREA}/get_product_album",
        READ,
        {"product_id": "prA"},
    ),
    "list": Verb(
        lambda wecom: collect(wecom.products.list()),
        f"{AREA}/get_product_album_list",
        READ,
        {"limit": 100},
    ),
    "update": Verb(
        lambda wecom: wecom.products.update("prA", price=9900),
        f"{AREA}/update_product_album",
        WRITE,
        {"product_id": "prA", "price": 9900},
    ),
    "update_all": Verb(
        lambda wecom: wecom.products.update(
            "prA", description="红茶", price=1, number="", media_ids=["p1"]
        ),
        f"{AREA}/update_product_album",
        WRITE,
        {
            "product_id": "prA",
            "description": "红茶",
            "price": 1,
            "product_sn": "",
            "attachments": PICTURES[:1],
        },
    ),
    "delete": Verb(
        lambda wecom: wecom.products.delete("prA"),
        f"{AREA}/delete_product_album",
        WRITE,
        {"product_id": "prA"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_products_are_read(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{AREA}/add_product_album", {"errcode": 0, "product_id": "prA"})
    assert await wecom.products.add("茶", 1, ["p1"]) == "prA"
    product = {
        "product_id": "prA",
        "description": "白茶",
        "price": "12800",
        "product_sn": "TEA250",
        "create_time": 1_770_300_000,
        "attachments": [*PICTURES, {"type": "hologram"}],
        "stock": 4,
    }
    server.answer(f"{AREA}/get_product_album", {"errcode": 0, "product": product})
    found = await wecom.products.get("prA")
    assert (found.product_id, found.description, found.price) == ("prA", "白茶", 12_800)
    assert (found.product_sn, found.create_time) == ("TEA250", 1_770_300_000)
    assert [picture.image.media_id for picture in found.attachments] == ["p1", "p2", ""]
    path = f"{AREA}/get_product_album_list"
    server.answer(
        path,
        {"errcode": 0, "product_list": [product], "next_cursor": "c"},
        {"errcode": 0, "product_list": [{"product_id": "prB"}]},
    )
    assert [row.product_id for row in await collect(wecom.products.list())] == ["prA", "prB"]
    assert [call.json() for call in server.calls(path)] == [
        {"limit": 100},
        {"limit": 100, "cursor": "c"},
    ]


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.products.add("", 1, ["p1"]), NothingToSendError),
        (lambda wecom: wecom.products.add("茶" * 301, 1, ["p1"]), TextTooLongError),
        (lambda wecom: wecom.products.add("茶", 5_000_001, ["p1"]), InvalidRequestError),
        (lambda wecom: wecom.products.add("茶", -1, ["p1"]), InvalidRequestError),
        (lambda wecom: wecom.products.add("茶", 1, []), TooManyError),
        (lambda wecom: wecom.products.add("茶", 1, ["p"] * 10), TooManyError),
        (lambda wecom: wecom.products.add("茶", 1, ["p1"], number="x" * 129), TextTooLongError),
        (lambda wecom: wecom.products.add("茶", 1, ["p1"], number="a-1"), InvalidRequestError),
        (lambda wecom: wecom.products.add("茶", 1, ["p1"], number="茶1"), InvalidRequestError),
        (lambda wecom: wecom.products.update("prA"), NothingToSendError),
        (lambda wecom: wecom.products.update("prA", media_ids=[]), TooManyError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("add", 41202, QuotaError),
        ("add", 41072, MediaError),
        ("add", 41064, InvalidParameterError),
        ("add", 41073, InvalidParameterError),
        ("add", 41085, InvalidParameterError),
        ("add", 41086, InvalidParameterError),
        ("add", 41087, InvalidParameterError),
        ("add", 41088, InvalidParameterError),
        ("get", 41074, UnknownIdError),
        ("update", 41075, UnknownIdError),
        ("delete", 41075, UnknownIdError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
