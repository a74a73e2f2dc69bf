"""What tests of links and pages do."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
from sqlalchemy import text

from tests.yutang.act.loop import Loop, until

PHONE = {"User-Agent": "Mozilla/5.0 (iPhone) Mobile MicroMessenger/8.0", "Accept-Language": "zh-CN"}
WELCOME = {"text": "你好", "text_nameless": "", "attachments": []}


async def post_link(loop: Loop, **changes: Any) -> httpx2.Response:
    """Ask for a link of the first member with a tag and a welcome."""
    body: dict[str, Any] = {
        "name": "信息流",
        "staff_ids": [loop.staff[0]["id"]],
        "tag_ids": [loop.tags[0]["id"]],
        "welcome": WELCOME,
    }
    return await loop.yutang.http.post("/api/links", json=body | changes)


async def make_link(loop: Loop, **changes: Any) -> dict[str, Any]:
    """A link that WeCom has answered for."""
    made = await post_link(loop, **changes)
    assert made.status_code == 201, made.text
    return await answered(loop, made.json()["id"])


async def answered(loop: Loop, link_id: int) -> dict[str, Any]:
    """The link once WeCom answered."""

    async def check() -> dict[str, Any] | None:
        found = (await loop.yutang.http.get(f"/api/links/{link_id}")).json()
        return found if found["status"] in {"active", "failed"} else None

    return await until(check)


async def make_page(loop: Loop, link: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A landing page whose button is the link."""
    body = {
        "name": "双十一",
        "template": "offer",
        "zh": {"title": "加顾问，领护肤指南", "points": ["一对一答疑"]},
        "channel_id": link["id"],
        "opens": "https",
    } | changes
    made = await loop.yutang.http.post("/api/landing-pages", json=body)
    assert made.status_code == 201, made.text
    return dict(made.json())


def path_of(page: dict[str, Any]) -> str:
    """Its path here."""
    return str(urlsplit(page["address"]).path)


async def tapped(loop: Loop, page: dict[str, Any], query: str) -> str:
    """Somebody opens the page with that query and taps the button; where he is led."""
    shown = await loop.yutang.http.get(f"{path_of(page)}?{query}", headers=PHONE)
    assert shown.status_code == 200, shown.text
    href = shown.text.split('class="go" href="', 1)[1].split('"', 1)[0]
    led = await loop.yutang.http.get(href, headers=PHONE)
    assert led.status_code == 302, led.text
    return str(led.headers["location"])


def channel_in(address: str) -> str:
    """The customer_channel of an address."""
    return str(parse_qs(urlsplit(address).query)["customer_channel"][0])


async def ask(loop: Loop, sql: str, **given: Any) -> list[tuple[Any, ...]]:
    """Rows, by the owner of the database."""
    async with loop.yutang.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(sql), given)]
