"""A channel code's life: made by WeCom, drawn, refused, deleted; what is invalid leaves nothing."""

import base64
import io
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from tests.yutang.world import add_corp

ADD = "/cgi-bin/externalcontact/add_contact_way"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield loop


async def test_the_picture_holds_what_wecoms_holds(loop: Loop) -> None:
    channel = await loop.channel()
    assert channel["status"] == "active"
    assert channel["qr_content"] == f"https://work.weixin.qq.com/u/vc{channel['config_id']}"
    address = f"/api/channels/{channel['id']}"
    png = await loop.yutang.http.get(f"{address}/qr.png?size=300")
    assert (png.status_code, png.headers["content-type"]) == (200, "image/png")
    image = Image.open(io.BytesIO(png.content))
    assert image.width == image.height >= 300
    read = zxingcpp.read_barcode(image)
    assert read is not None
    assert read.text == channel["qr_content"]
    teal = (0x0B, 0x7A, 0x75)
    middle, rim = image.width // 2, round(image.width * 0.425)
    assert image.convert("RGB").getpixel((rim, middle)) == teal
    svg = await loop.yutang.http.get(f"{address}/qr.svg")
    assert (svg.status_code, svg.headers["content-type"]) == (200, "image/svg+xml")
    found = re.search(r'<image [^>]*href="data:image/png;base64,([^"]+)"', svg.text)
    assert found is not None
    logo = Image.open(io.BytesIO(base64.b64decode(found[1])))
    assert (logo.width, logo.height) == (512, 512)


async def test_a_refused_code_fails_with_the_reason(loop: Loop) -> None:
    await loop.fault("errcode", 40058, ADD, count=1)
    channel = await loop.channel()
    assert (channel["status"], channel["config_id"], channel["qr_content"]) == (
        "failed",
        None,
        None,
    )
    assert "40058" in channel["error"]
    assert await loop.tell("contact_ways") == []
    picture = await loop.yutang.http.get(f"/api/channels/{channel['id']}/qr.png")
    assert (picture.status_code, picture.json()["type"]) == (409, "channels.no_qr_yet")


async def test_a_deleted_code_is_gone_at_wecom_and_here(loop: Loop) -> None:
    kept = await loop.channel(name="留下")
    channel = await loop.channel()
    assert len(await loop.tell("contact_ways")) == 2
    address = f"/api/channels/{channel['id']}"
    assert (await loop.yutang.http.delete(address)).status_code == 204

    async def gone() -> bool:
        return (await loop.yutang.http.get(address)).status_code == 404

    await until(gone)
    assert [w["config_id"] for w in await loop.tell("contact_ways")] == [kept["config_id"]]
    again = await loop.yutang.http.delete(address)
    assert (again.status_code, again.json()["type"]) == (404, "channels.unknown")
    assert [c["id"] for c in (await loop.yutang.http.get("/api/channels")).json()["items"]] == [
        kept["id"]
    ]


async def _staff_of_another_corp(loop: Loop) -> int:
    other, _ = await add_corp(loop.yutang.runtime, "other", (1000002,))
    async with loop.yutang.runtime.database.owner() as session:
        found = await session.scalar(
            text(
                "insert into staff (corp_id, account, name)"
                " values (:corp, 's0', '别家') returning id"
            ),
            {"corp": other},
        )
    return int(str(found))


async def test_what_is_invalid_is_refused_and_nothing_is_written(
    loop: Loop, subtests: pytest.Subtests
) -> None:
    strangers = [loop.staff[0]["id"], await _staff_of_another_corp(loop)]
    for changes, status, code, detail in (
        ({"staff_ids": strangers}, 422, "channels.unknown_staff", "these members are not here"),
        ({"tag_ids": [999_999]}, 422, "channels.unknown_tag", "these tags are not here"),
        (
            {"welcome": {"text": "你好 {name}"}},
            422,
            "channels.nameless_missing",
            "the text holds {name}: write the nameless variant too",
        ),
        (
            {"welcome": {"text": "鱼" * 1334}},
            422,
            "channels.welcome_too_long",
            "the text has 4,002 bytes; WeCom takes 4,000",
        ),
        (
            {"welcome": {"text": "x" * 3880 + "{name}", "text_nameless": "x"}},
            422,
            "channels.welcome_too_long",
            "the text has 3,886 bytes",
        ),
        ({"welcome": {"text": ""}}, 422, "channels.welcome_empty", "a welcome needs a text"),
        (
            {"welcome": {"attachments": [{"kind": "image", "file_id": 999_999}]}},
            404,
            "files.unknown",
            "there is no file 999999 here; upload the picture again",
        ),
        (
            {
                "welcome": {
                    "attachments": [
                        {"kind": "link", "title": "鱼" * 43, "url": "https://a.example"}
                    ]
                }
            },
            422,
            "channels.link_too_long",
            "the link's title has 129 bytes; WeCom takes 128",
        ),
    ):
        with subtests.test(detail):
            refused = await loop.post_channel(**changes)
            problem = refused.json()
            assert (refused.status_code, problem["type"]) == (status, code)
            assert detail in problem["detail"]
            assert (await loop.yutang.http.get("/api/channels")).json()["items"] == []
            async with loop.yutang.runtime.database.owner() as session:
                written = await session.scalars(
                    text(
                        "select action from audit_entries where action like 'channel.%'"
                        " union all select 'channel' from channels"
                        " union all select 'staff' from channel_staff"
                    )
                )
                assert list(written) == []
            assert await loop.calls(ADD) == []


async def test_a_text_of_exactly_4000_bytes_is_taken(loop: Loop) -> None:
    channel = await loop.channel(welcome={"text": "x" * 4000})
    await loop.scan(channel, "长文")
    [add] = await loop.ended(1, tags=2)
    assert add["outcome"] == "sent"
    assert await loop.texts() == ["x" * 4000]
