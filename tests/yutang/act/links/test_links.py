"""An acquisition link's life, and a visitor's way from a page of ours to a member."""

import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import httpx2
import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, picture, until
from tests.yutang.world import add_corp, event_xml
from yutang.people.visits.schemas import join_state, new_token
from yutang.sense.links import service as nightly

CREATE = "/cgi-bin/externalcontact/customer_acquisition/create_link"
GET = "/cgi-bin/externalcontact/get"
PHONE = {"User-Agent": "Mozilla/5.0 (iPhone) Mobile MicroMessenger/8.0", "Accept-Language": "zh-CN"}
DESK = {"User-Agent": "Mozilla/5.0 (X11; Linux)", "Accept-Language": "en"}
WELCOME = {"text": "你好", "text_nameless": "", "attachments": []}


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield loop


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
    return urlsplit(page["address"]).path


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


async def test_a_visitor_is_known_from_the_page_to_the_member(loop: Loop) -> None:
    http = loop.yutang.http
    link = await make_link(loop)
    assert (link["status"], link["kind"]) == ("active", "link")
    assert link["qr_content"] == f"{link['url']}?customer_channel={link['state']}"
    page = await make_page(loop, link)
    assert page["weight_bytes"] < 100_000
    address = await tapped(loop, page, "utm_source=red&utm_campaign=11&clickid=c-1")
    state = channel_in(address)
    assert address.startswith(link["url"])
    assert state.startswith(f"{link['state']}.")
    await loop.act("open", url=address, person={"unionid": "oa", "name": "林深"})
    [add] = await loop.ended(1, tags=1)
    # The add is the link's own: its welcome, its tag, its numbers.
    assert (add["outcome"], add["channel"]["id"]) == ("sent", link["id"])
    assert await loop.texts() == ["你好"]
    [follow] = await ask(loop, "select channel, customer_id from follows")
    assert follow[0] == link["state"]
    assert await ask(loop, "select first_channel from credits") == [(link["state"],)]
    [visit] = (await http.get(f"/api/links/{link['id']}/visits")).json()["items"]
    assert visit["customer"] == {"id": follow[1], "name": "林深"}
    assert visit["utm"] == {"source": "red", "campaign": "11"}
    assert visit["clicks"] == {"clickid": "c-1"}
    # Somebody else by the same address counts for the link, and is nobody's visit.
    await loop.act("open", url=address, person={"unionid": "ob", "name": "陈屿"})
    await loop.ended(2, tags=1)
    again = (await http.get(f"/api/links/{link['id']}")).json()
    assert (again["adds_total"], again["visits"], again["taps"], again["visit_adds"]) == (
        2,
        1,
        1,
        1,
    )
    [day] = (await http.get(f"/api/landing-pages/{page['id']}/days")).json()["items"]
    assert (day["source"], day["visits"], day["taps"], day["adds"]) == ("red", 1, 1, 1)
    # A callback that never came is made good by the night's reading, for the same person.
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(
            text("update visits set added_at = null, customer_id = null, staff_id = null")
        )
    await nightly.read_link_customers(loop.yutang.runtime, loop.yutang.corp_id)
    assert await ask(loop, "select customer_id from visits") == [(follow[1],)]
    # Nothing of it changes by another reading, nor by the callback once more.
    await nightly.read_link_customers(loop.yutang.runtime, loop.yutang.corp_id)
    xml = event_xml(
        loop.yutang.app.corpid,
        "change_external_contact",
        "add_external_contact",
        UserID="s0",
        ExternalUserID="wmnobody",
        State=state,
    )
    await loop.yutang.call_back(xml)
    await loop.settled()
    assert len((await http.get(f"/api/links/{link['id']}/visits")).json()["items"]) == 1
    assert await ask(loop, "select count(*) from visits") == [(1,)]


async def test_what_the_public_opens(loop: Loop) -> None:
    await _forged(loop)
    await _short_links(loop)
    await _pages(loop)


async def _forged(loop: Loop) -> None:
    """A token of nobody leads to the bare link and joins nothing."""
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


async def _pages(loop: Loop) -> None:
    """Both languages are one visit; on a desk the code is the visitor's own."""
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


async def _short_links(loop: Loop) -> None:
    """They lead where an operator said, are counted, end."""
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


async def test_a_links_life_and_what_is_refused(loop: Loop) -> None:
    await _life(loop)
    await _refused(loop)


async def _refused(loop: Loop) -> None:
    """What is wrong leaves nothing."""
    http = loop.yutang.http
    link = await make_link(loop)
    first = loop.staff[0]["id"]
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(
            text("insert into departments (corp_id, id, name, parent_id) values (:c, 77, '大', 1)"),
            {"c": loop.yutang.corp_id},
        )
        await session.execute(
            text(
                "with many as (insert into staff (corp_id, account, name)"
                " select :c, 'm' || n, 'm' || n from generate_series(1, 501) n returning id)"
                " insert into staff_departments (corp_id, staff_id, department_id)"
                " select :c, id, 77 from many"
            ),
            {"c": loop.yutang.corp_id},
        )
    changes: dict[str, Any]
    for changes, code in (
        ({"staff_ids": []}, "links.nobody"),
        ({"staff_ids": [], "department_ids": [77]}, "links.too_many"),
        ({"department_ids": [4711]}, "links.unknown_department"),
        ({"priority": "list"}, "links.no_priority_members"),
        ({"staff_ids": [987654]}, "channels.unknown_staff"),
        ({"staff_ids": list(range(1, 502))}, "request.invalid"),
    ):
        refused = await post_link(loop, **changes)
        assert refused.status_code == 422, refused.text
        assert refused.json()["type"] == code
    wrong: dict[str, Any]
    for wrong in (
        {"url": "javascript:alert(1)"},
        {"url": "http://shop.example.com"},
        {"url": "https://a@evil.example.com"},
        {"url": "https://localhost"},
        {"url": "//evil.example.com"},
        {"url": "https://shop.example.com\\@evil.example.com"},
    ):
        refused = await http.post("/api/short-links", json={"name": "坏", **wrong})
        assert (refused.status_code, refused.json()["type"]) == (422, "landings.bad_target")
    both = {"name": "坏", "url": "https://a.example.com", "channel_id": link["id"]}
    assert (await http.post("/api/short-links", json=both)).status_code == 422
    over = {"name": "坏", "url": "https://a.example.com", "expires_at": "2020-01-01T00:00:00Z"}
    refused = await http.post("/api/short-links", json=over)
    assert refused.json()["type"] == "landings.already_over"
    # A code is no button; a link is not changed as if it were a code.
    code = await loop.channel(staff_ids=[first])
    page = {"name": "x", "template": "event", "zh": {"title": "x"}, "opens": "https"}
    refused = await http.post("/api/landing-pages", json=page | {"channel_id": code["id"]})
    assert (refused.status_code, refused.json()["type"]) == (422, "landings.no_link")
    body = {"name": "改", "staff_ids": [first], "version": 1}
    refused = await http.put(f"/api/channels/{link['id']}", json=body)
    assert (refused.status_code, refused.json()["type"]) == (409, "channels.of_another_kind")
    assert await ask(loop, "select count(*) from short_links") == [(0,)]
    assert await ask(loop, "select count(*) from landing_pages") == [(0,)]
    living = "select count(*) from channels where kind = 'link' and status <> 'deleted'"
    assert await ask(loop, living) == [(1,)]
    # Another company sees and touches none of it.
    mine = await make_page(loop, link)
    await add_corp(loop.yutang.runtime, "other", (1000002,))
    await loop.yutang.sign_in("other")
    for method, path in (
        ("GET", f"/api/links/{link['id']}"),
        ("DELETE", f"/api/links/{link['id']}"),
        ("GET", f"/api/landing-pages/{mine['id']}"),
        ("DELETE", f"/api/landing-pages/{mine['id']}"),
        ("GET", f"/api/links/{link['id']}/visits"),
    ):
        assert (await http.request(method, path)).status_code == 404
    stolen = page | {"opens": "qr", "channel_id": link["id"]}
    assert (await http.post("/api/landing-pages", json=stolen)).status_code == 404
    stolen = {"name": "偷", "page_id": mine["id"]}
    assert (await http.post("/api/short-links", json=stolen)).status_code == 404
    assert (await http.get(path_of(mine), headers=PHONE)).status_code == 200


async def _life(loop: Loop) -> None:
    """Refused, made, unavailable, lost, made anew, deleted."""
    http = loop.yutang.http
    await loop.fault("errcode", 41200, CREATE, count=1)
    failed = await make_link(loop, priority="corp")
    assert failed["status"] == "failed"
    assert "41200" in failed["error"]
    body = {
        "name": "换人",
        "staff_ids": [loop.staff[1]["id"]],
        "department_ids": [1],
        "version": failed["version"],
    }
    assert (await http.put(f"/api/links/{failed['id']}", json=body)).status_code == 200
    link = await answered(loop, failed["id"])
    assert (link["status"], link["department_ids"], link["priority"]) == ("active", [1], "none")
    [there] = await loop.tell("acquisition_links")
    assert there["link_name"] == f"换人 {link['state'][-8:]}"
    # Nobody behind it can be added: told, and over once the range is changed.
    await loop.act(f"links/{there['link_id']}/fail")

    async def unavailable() -> dict[str, Any] | None:
        read = (await http.get(f"/api/links/{link['id']}")).json()
        return read if read["unavailable_at"] else None

    read = await until(unavailable)
    body |= {"department_ids": [], "version": read["version"]}
    assert (await http.put(f"/api/links/{link['id']}", json=body)).status_code == 200
    assert (await answered(loop, link["id"]))["unavailable_at"] is None
    # Deleted by somebody in WeCom: trying again makes another one.
    await loop.act(f"links/{there['link_id']}/delete")

    async def lost() -> bool:
        read = (await http.get(f"/api/links/{link['id']}")).json()
        return bool(read["status"] == "failed")

    await until(lost)
    assert (await http.post(f"/api/links/{link['id']}/retry")).status_code == 200
    anew = await answered(loop, link["id"])
    assert (anew["status"], anew["state"]) == ("active", link["state"])
    assert anew["url"] != link["url"]
    notices = [row[0] for row in await ask(loop, "select distinct kind from notices")]
    assert "link_lost" in notices
    # Quota: price, cost, warning.
    assert (await http.put("/api/links/price", json={"cents": 350})).status_code == 204
    person = {"unionid": "oa", "name": "林深"}
    await loop.act("open", url=anew["qr_content"], person=person)
    await loop.settled()
    await loop.act("acquisition_quota", uses=10, expire_date=4_000_000_000, set=True)

    async def low() -> dict[str, Any] | None:
        found = (await http.get("/api/links/overview")).json()
        return found if found["room"]["left"] == 10 else None

    overview = await until(low)
    assert (overview["adds_today"], overview["price_cents"]) == (1, 350)
    assert overview["cost_cents_14_days"] == 350
    assert overview["won"] == 1

    async def told() -> bool:
        return ("link_quota",) in await ask(loop, "select distinct kind from notices")

    await until(told)
    assert (await http.delete(f"/api/links/{link['id']}")).status_code == 204

    async def gone() -> bool:
        return bool(await loop.tell("acquisition_links") == [])

    await until(gone)
    assert (await http.get(f"/api/links/{link['id']}")).status_code == 404
