"""Landing pages and short links, as anybody opens them."""

import io
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import text

from tests.yutang.act.links.doing import PHONE, ask, channel_in, make_link, make_page, path_of
from tests.yutang.act.loop import Loop, picture
from yutang.people.visits.schemas import join_state, new_token

pytestmark = pytest.mark.asyncio(loop_scope="module")
DESK = {"User-Agent": "Mozilla/5.0 (X11; Linux)", "Accept-Language": "en"}


async def test_a_token_of_nobody_leads_to_the_bare_link_and_joins_nothing(
    shared_loop: Loop,
) -> None:
    loop = shared_loop
    http = loop.yutang.http
    link, other = await make_link(loop), await make_link(loop, name="另一条")
    page, twin = await make_page(loop, link), await make_page(loop, other)
    shown = await http.get(path_of(page), headers=PHONE)
    token = shown.text.split("/go?v=", 1)[1].split('"', 1)[0]
    for given in ("", "x" * 22, "../../etc", token + "x"):
        led = await http.get(f"{path_of(page)}/go", params={"v": given}, headers=PHONE)
        assert channel_in(led.headers["location"]) == link["state"]
    # A token of one page is nobody's on another, and brings no visit to another's channel.
    led = await http.get(f"{path_of(twin)}/go", params={"v": token}, headers=PHONE)
    assert channel_in(led.headers["location"]) == other["state"]
    grafted = join_state(other["state"], token)
    for name, state in (("嫁接", grafted), ("编造", join_state(link["state"], new_token()))):
        await loop.act(
            "open",
            url=f"{other['url']}?customer_channel={state}",
            person={"unionid": f"o{name}", "name": name},
        )
    adds = await loop.ended(2, tags=1)
    assert {add["channel"]["id"] for add in adds} == {link["id"], other["id"]}
    assert await ask(loop, "select count(*) from visits where added_at is not null") == [(0,)]
    # 65 bytes: WeCom cuts, and what is left of a foreign channel stays as it is.
    await loop.act(
        "open", url=other["url"], customer_channel="z" * 65, person={"unionid": "oz", "name": "长"}
    )
    await loop.settled()
    assert ("z" * 64,) in await ask(loop, "select channel from follows")


async def test_both_languages_are_one_visit_and_a_desks_code_is_the_visitors_own(
    shared_loop: Loop,
) -> None:
    loop = shared_loop
    http = loop.yutang.http
    link = await make_link(loop)
    uploaded = await http.post("/api/files", files={"file": ("a.png", picture(), "image/png")})
    page = await make_page(
        loop,
        link,
        template="guide",
        opens="scheme",
        file_id=uploaded.json()["id"],
        zh={"title": "<b>护肤", "person": "小满", "role": "顾问", "points": ["<script>x</script>"]},
        en={"title": "Skin care", "person": "Man"},
    )
    path = path_of(page)
    shown = await http.get(path, headers=PHONE)
    assert "script-src" not in shown.headers["content-security-policy"]
    assert "default-src 'none'" in shown.headers["content-security-policy"]
    assert "<script>" not in shown.text
    assert "&lt;b&gt;护肤" in shown.text
    assert "set-cookie" not in shown.headers
    token = shown.text.split("/go?v=", 1)[1].split('"', 1)[0]
    # The other language is the same visit; a preview is nobody's.
    turned = await http.get(path, params={"lang": "en", "v": token}, headers=PHONE)
    assert "Skin care" in turned.text
    assert token in turned.text
    await http.get(path, params={"preview": "1"}, headers=PHONE)
    counted = "select count(*) from visits where page_id = :id"
    assert await ask(loop, counted, id=page["id"]) == [(1,)]
    # On a desk the code holds the visitor's own link; from another browser the scheme opens WeChat.
    desk = await http.get(path, headers=DESK)
    code = desk.text.split('class="code" src="', 1)[1].split('"', 1)[0]
    drawn = await http.get(code)
    read = zxingcpp.read_barcode(Image.open(io.BytesIO(drawn.content)))
    assert read is not None
    assert channel_in(read.text).startswith(f"{link['state']}.")
    led = await http.get(f"{path}/go", params={"v": token}, headers=DESK)
    assert led.headers["location"].startswith("weixin://biz/ww/profile/https%3A%2F%2F")
    assert channel_in(unquote(led.headers["location"])) == join_state(link["state"], token)
    small = await http.get(f"{path}/picture.webp")
    assert small.headers["content-type"] == "image/webp"
    weight = len(desk.content) + len(drawn.content) + len(small.content)
    assert weight < 100_000
    assert abs(weight - page["weight_bytes"]) < 1_500
    # Closed, it is not there.
    body = {**{k: page[k] for k in ("name", "template", "zh", "en", "opens", "file_id")}}
    body |= {"channel_id": link["id"], "is_open": False, "version": page["version"]}
    closed = await http.put(f"/api/landing-pages/{page['id']}", json=body)
    assert closed.status_code == 200, closed.text
    assert (await http.get(path, headers=PHONE)).status_code == 404
    assert (await http.get(f"{path}/go", headers=PHONE)).status_code == 404
    stale = await http.put(f"/api/landing-pages/{page['id']}", json=body)
    assert (stale.status_code, stale.json()["type"]) == (409, "landings.changed_meanwhile")


async def test_short_links_lead_where_an_operator_said_are_counted_and_end(
    shared_loop: Loop,
) -> None:
    loop = shared_loop
    http = loop.yutang.http
    link = await make_link(loop)
    page = await make_page(loop, link)

    async def shorten(**target: Any) -> dict[str, Any]:
        made = await http.post("/api/short-links", json={"name": "卡片", **target})
        assert made.status_code == 201, made.text
        return dict(made.json()["items"][0])

    for target, start in (
        ({"page_id": page["id"]}, f"{path_of(page)}?utm_source=sms"),
        ({"channel_id": link["id"]}, f"{link['url']}?customer_channel={link['state']}."),
        ({"url": "https://shop.example.com/a?b=1"}, "https://shop.example.com/a?b=1"),
    ):
        short = await shorten(**target)
        led = await http.get(
            urlsplit(short["address"]).path,
            params={"utm_source": "sms", "url": "https://evil.example.com"},
        )
        assert led.status_code == 302
        assert led.headers["location"].startswith(start)
        assert "customer_channel" in led.headers["location"] or "evil" not in start
    qr = await http.get(f"/api/short-links/{short['id']}/qr.png")
    read = zxingcpp.read_barcode(Image.open(io.BytesIO(qr.content)))
    assert read is not None
    assert read.text == short["address"]
    shown = (await http.get("/api/short-links")).json()["items"]
    assert [(one["opens"], one["opens_today"]) for one in shown] == [(1, 1)] * 3
    sources = "select utm->>'source' from visits where short_link_id is not null"
    assert await ask(loop, sources) == [("sms",)]
    # Over, deleted and never made.
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(
            text("update short_links set expires_at = now() - interval '1 s' where id = :id"),
            {"id": short["id"]},
        )
    path = urlsplit(short["address"]).path
    assert (await http.get(path)).status_code == 410
    assert (await http.delete(f"/api/short-links/{short['id']}")).status_code == 204
    assert (await http.get(path)).status_code == 404
    assert (await http.get("/s/nothing1")).status_code == 404
