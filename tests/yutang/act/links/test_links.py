"""An acquisition link's life, and a visitor's way from a page of ours to a member."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.links.doing import (
    PHONE,
    answered,
    ask,
    channel_in,
    make_link,
    make_page,
    path_of,
    post_link,
    tapped,
)
from tests.yutang.act.loop import Loop, until
from tests.yutang.world import add_corp, event_xml
from yutang.act.links import service as links
from yutang.kernel.clock import today, utc_now
from yutang.sense.links import service as nightly

CREATE = "/cgi-bin/externalcontact/customer_acquisition/create_link"
STATISTIC = "/cgi-bin/externalcontact/customer_acquisition/statistic"


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
    await _counted(loop, link["id"])
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


async def _counted(loop: Loop, link_id: int) -> None:
    """What WeCom counts stands beside our own adds; a refusal is told and hides nothing."""
    http, path = loop.yutang.http, f"/api/links/{link_id}"
    before = (await http.get(path)).json()["counts"]
    assert set(before.values()) == {None}
    assert (await http.post(f"{path}/count")).status_code == 202

    async def counts() -> dict[str, Any] | None:
        found = dict((await http.get(path)).json()["counts"])
        return found if found["as_of"] else None

    told = await until(counts)
    assert (told["opened"], told["won"], told["adds"], told["refused"]) == (2, 2, 2, None)
    day = today(utc_now(), "Asia/Shanghai")
    assert (told["first"], told["last"]) == (str(day - timedelta(days=29)), str(day))
    await loop.fault("errcode", 48002, STATISTIC, count=1)
    assert await links.count_links(loop.yutang.runtime, loop.yutang.corp_id) == 0
    refused = await counts()
    assert refused is not None
    assert refused.pop("refused").startswith("48002: ")
    assert told == refused | {"refused": None}
    assert await links.count_links(loop.yutang.runtime, loop.yutang.corp_id) == 1
    assert (await http.get(path)).json()["counts"]["refused"] is None
    assert (await http.post("/api/links/987654/count")).status_code == 404


@pytest.mark.asyncio(loop_scope="module")
async def test_what_is_refused_leaves_nothing(shared_loop: Loop) -> None:
    loop = shared_loop
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
    plain = await loop.channel(staff_ids=[first])
    page = {"name": "x", "template": "event", "zh": {"title": "x"}, "opens": "https"}
    refused = await http.post("/api/landing-pages", json=page | {"channel_id": plain["id"]})
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
    await loop.yutang.sign_in()
    async with loop.yutang.runtime.database.owner() as session:
        for table in ("staff_departments where department_id", "departments where id"):
            await session.execute(text(f"delete from {table} = 77"))  # noqa: S608 - as listed
        await session.execute(text("delete from staff where account ~ '^m[0-9]+$'"))
    await _delete(loop, link["id"])


@pytest.mark.asyncio(loop_scope="module")
async def test_a_link_is_refused_made_unavailable_lost_made_anew_deleted(
    shared_loop: Loop,
) -> None:
    loop = shared_loop
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
    await _delete(loop, link["id"])
    assert await loop.tell("acquisition_links") == []


async def _delete(loop: Loop, link_id: int) -> None:
    """Delete a link; wait until WeCom has, too."""
    http = loop.yutang.http
    assert (await http.delete(f"/api/links/{link_id}")).status_code == 204

    async def gone() -> bool:
        return (await http.get(f"/api/links/{link_id}")).status_code == 404

    await until(gone)
