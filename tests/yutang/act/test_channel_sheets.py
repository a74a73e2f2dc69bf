"""Pages for the print shop: true millimetres, a code that can be read, fonts inside."""

import io
import re
from collections.abc import AsyncIterator
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx2
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageDraw
from sqlalchemy import text

from tests.yutang.world import World, open_world

SIZES = {"badge": (86, 54), "table_card": (100, 150), "poster": (297, 420), "stand": (800, 1800)}
CONTENT = "https://work.weixin.qq.com/u/vc0c5d4a7a6f1e4a0f9d0f6d8f8a3e1b22"
WORDS = {"title": "南山店", "caption": "扫一扫，加顾问为好友"}


@pytest.fixture
async def world(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """One Yutang with an active code 1 and one still being made, its owner signed in."""
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        async with world.runtime.database.owner() as session:
            await session.execute(
                text(
                    "insert into channels"
                    " (corp_id, name, state, status, agent_id, created_by, qr_content)"
                    " values (:corp, '台卡', 'a', 'active', 1000002, 'x', :content),"
                    " (:corp, '还没有', 'b', 'creating', 1000002, 'x', null)"
                ),
                {"corp": world.corp_id, "content": CONTENT},
            )
        yield world


async def _sheet(world: World, kind: str, **query: str) -> httpx2.Response:
    return await world.http.get(f"/api/channels/1/sheet.{kind}", params=query)


def _read(image: Image.Image) -> str:
    image = image.convert("L")
    image.thumbnail((1500, 1500))
    found = zxingcpp.read_barcode(image)
    assert found is not None
    return found.text


@pytest.mark.parametrize("size", SIZES)
async def test_a_pdf_has_true_millimetres_and_carries_its_font(world: World, size: str) -> None:
    answer = await _sheet(world, "pdf", size=size, **WORDS)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert re.search(rb"/FontFile[23]?\b", answer.content) is not None
    with pypdfium2.PdfDocument(answer.content) as document:
        assert len(document) == 1
        page = document[0]
        assert tuple(round(points / 72 * 25.4, 2) for points in page.get_size()) == SIZES[size]
        assert _read(page.render(scale=1200 / page.get_height()).to_pil()) == CONTENT
        words = page.get_textpage().get_text_range().split()
    assert words == ["南山店", "扫一扫，加顾问为好友", "demo", "的公司"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_png_says_its_millimetres(world: World, size: str) -> None:
    answer = await _sheet(world, "png", size=size, **WORDS)
    assert answer.headers["content-type"] == "image/png"
    image = Image.open(io.BytesIO(answer.content))
    dots = image.info["dpi"][0]
    pixels = (image.width, image.height)
    assert [round(side / dots * 25.4) for side in pixels] == list(SIZES[size])
    assert _read(image) == CONTENT


def _paint(svg: ET.Element, scale: float) -> Image.Image:
    """The QR code of the SVG: the first path's runs, the shapes over it."""
    width, height = (float(side) for side in svg.attrib["viewBox"].split()[2:])
    image = Image.new("RGB", (round(width * scale), round(height * scale)), "white")
    pen = ImageDraw.Draw(image)
    path = next(e for e in svg if e.tag.endswith("path"))
    left, top, unit = (float(n) for n in re.findall(r"[\d.]+", path.attrib["transform"]))
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)", path.attrib["d"]):
        near = (left + int(x) * unit, top + int(y) * unit)
        far = (near[0] + int(length) * unit, near[1] + unit)
        pen.rectangle([round(place * scale) for place in (*near, *far)], fill=path.attrib["fill"])
    for shape in svg:
        if "rx" in shape.attrib and "x" in shape.attrib:
            x, y, w, h = (float(shape.attrib[k]) * scale for k in ("x", "y", "width", "height"))
            pen.rectangle((x, y, x + w, y + h), fill=shape.attrib["fill"])
    return image


@pytest.mark.parametrize("size", SIZES)
async def test_an_svg_has_millimetres_and_outlines_for_letters(world: World, size: str) -> None:
    answer = await _sheet(world, "svg", size=size, **WORDS)
    assert answer.headers["content-type"] == "image/svg+xml"
    svg = ET.fromstring(answer.text)  # noqa: S314 - our own
    width, height = SIZES[size]
    assert (svg.attrib["width"], svg.attrib["height"]) == (f"{width}mm", f"{height}mm")
    assert svg.attrib["aria-label"] == "南山店 · 扫一扫，加顾问为好友 · demo 的公司"
    assert not [e for e in svg.iter() if e.tag.endswith("text")]
    assert _read(_paint(svg, 1500 / height)) == CONTENT


async def test_what_cannot_be_printed_is_refused_in_words(world: World) -> None:
    emoji = await _sheet(world, "pdf", title="奶茶店🧋🧋")
    assert (emoji.status_code, emoji.json()["type"]) == (422, "channels.undrawable_text")
    assert emoji.json()["detail"] == "the font of the print lacks 🧋; leave it out"
    early = await world.http.get("/api/channels/2/sheet.pdf")
    assert (early.status_code, early.json()["type"]) == (409, "channels.no_qr_yet")
    unknown = await world.http.get("/api/channels/99/sheet.pdf")
    assert (unknown.status_code, unknown.json()["type"]) == (404, "channels.unknown")
    assert (await _sheet(world, "gif")).status_code == 422
    assert (await _sheet(world, "pdf", size="billboard")).status_code == 422


async def test_a_page_without_words_and_one_with_long_ones(world: World) -> None:
    bare = await _sheet(world, "png", size="badge")
    assert _read(Image.open(io.BytesIO(bare.content))) == CONTENT
    long = await _sheet(world, "png", size="badge", title="很" * 20, caption="长" * 30)
    image = Image.open(io.BytesIO(long.content)).convert("L")
    assert _read(image) == CONTENT
    # Nothing runs over the right edge: a line that is too long is set smaller.
    edge = image.crop((image.width - 20, image.height // 4, image.width, image.height))
    assert edge.getextrema() == (255, 255)
