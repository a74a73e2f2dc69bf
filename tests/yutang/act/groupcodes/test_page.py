"""The address that never changes: what its visitor finds, in both languages, and how it is seen."""

import base64
import re
from datetime import timedelta
from urllib.parse import quote

import httpx2

from tests.yutang.act.groupcodes.stage import Codes, qr
from yutang.act.acquisition import service as acquisition
from yutang.kernel.clock import utc_now


async def visit(codes: Codes, link: str, **query: str) -> httpx2.Response:
    """Somebody opens it."""
    return await codes.world.http.get(link, params=query)


def held(page: httpx2.Response) -> str:
    """What the code on a page holds."""
    [picture] = re.findall(r"data:image/png;base64,([A-Za-z0-9+/=]+)", page.text)
    return acquisition.qr.decode(base64.b64decode(picture))


async def test_way_then_picture_then_staff_then_an_honest_word(codes: Codes) -> None:
    await codes.group("甲")
    [(channel,)] = await codes.run(
        "insert into channels (corp_id, name, state, status, agent_id, created_by, qr_content)"
        " values (:corp, '员工码', 'yt1', 'active', 1, 'test', 'https://work.example/staff')"
        " returning id"
    )
    code = await codes.code(["甲"], scan_size=1, fallback_channel_id=channel, title="来 <聊>")
    page = await visit(codes, code["link"])
    assert (page.status_code, held(page)) == (200, code["qr_content"])
    assert "img-src data:" in page.headers["Content-Security-Policy"]
    assert len(page.content) < 40_000
    assert "来 &lt;聊&gt;" in page.text
    # In a demo phone's frame a tap stands for the long press; elsewhere the picture leads nowhere.
    assert "read.html" not in page.text
    framed = await codes.world.http.get(code["link"], headers={"Sec-Fetch-Dest": "iframe"})
    pressed = f"http://wecom.test/phone/read.html?qr={quote(code['qr_content'], safe='')}"
    assert f'<a href="{pressed}"><img' in framed.text
    assert "frame-ancestors http://wecom.test;" in framed.headers["Content-Security-Policy"]
    english = await visit(codes, code["link"], lang="en")
    assert "Scan the code below to join a group of" in english.text

    path = f"/api/group-codes/{code['id']}/pictures"
    for content in ("https://weixin.example/g/1", "https://weixin.example/g/2"):
        sent = await codes.world.http.post(
            path, files={"file": ("a.png", qr(content), "image/png")}, data={"most": "2"}
        )
        assert sent.status_code == 201, sent.text
    await codes.fill("甲", 1, code["state"], first=1)
    await codes.settle(code["id"])
    page = await visit(codes, code["link"])
    assert held(page) == "https://weixin.example/g/1"
    assert "过后再打开这一页就是新的" in page.text
    await visit(codes, code["link"])
    # Of no known group: after so many who saw it the next one is shown.
    assert held(await visit(codes, code["link"])) == "https://weixin.example/g/2"
    [first, second] = (await codes.ask("GET", path.removeprefix("/api")))["items"]
    assert [(one["state"], one["shown"]) for one in (first, second)] == [
        ("full", 2),
        ("current", 1),
    ]
    await codes.ask("DELETE", f"{path.removeprefix('/api')}/{second['id']}", 204)
    page = await visit(codes, code["link"])
    assert held(page) == "https://work.example/staff"
    assert "先加" in page.text
    await codes.run("update channels set status = 'deleted'")
    page = await visit(codes, code["link"])
    assert "data:image" not in page.text
    assert "已经收到提醒" in page.text
    days = await codes.ask("GET", f"/group-codes/{code['id']}/statistics")
    assert days["views"] == {"way": 3, "picture": 3, "staff": 1, "none": 1}
    assert (days["totals"]["views"], days["days"][-1]["views"]) == (8, 8)
    assert (await codes.read(code["id"]))["views_today"] == 8
    lost = await visit(codes, "/g/abcdefghijkl")
    assert lost.status_code == 404
    assert "这个群活码不再使用" in lost.text


async def test_a_picture_of_a_known_group_counts_who_came(codes: Codes) -> None:
    await codes.group("甲")
    code = await codes.code([])
    path = f"/api/group-codes/{code['id']}/pictures"
    data = {"most": "2", "group_id": str(codes.groups["甲"])}
    sent = await codes.world.http.post(
        path, files={"file": ("a.png", qr("https://weixin.example/g/1"), "image/png")}, data=data
    )
    assert sent.status_code == 201, sent.text
    await codes.fill("甲", 1, None, first=1)
    await codes.tend()
    [one] = (await codes.ask("GET", path.removeprefix("/api")))["items"]
    assert (one["state"], one["joined"], one["group"]["name"]) == ("current", 1, "甲")
    await codes.fill("甲", 1, None, first=2)
    await codes.tend()
    [one] = (await codes.ask("GET", path.removeprefix("/api")))["items"]
    assert (one["state"], one["joined"]) == ("full", 2)


async def test_what_is_no_code_and_what_lasts_too_long_is_refused(codes: Codes) -> None:
    code = await codes.code([])
    path = f"/api/group-codes/{code['id']}/pictures"
    late = (utc_now() + timedelta(days=8)).isoformat()
    past = (utc_now() - timedelta(minutes=1)).isoformat()
    good = qr("x")
    for content, data, problem in (
        (b"no picture", {}, "groupcodes.unreadable_picture"),
        (good, {"expires_at": late}, "groupcodes.bad_expiry"),
        (good, {"expires_at": past}, "groupcodes.bad_expiry"),
        (good, {"group_id": "99999"}, "groupcodes.unknown_groups"),
    ):
        answer = await codes.world.http.post(
            path, files={"file": ("a.png", content, "image/png")}, data=data
        )
        assert (answer.status_code, answer.json()["type"]) == (422, problem)
    assert await codes.run("select count(*) from group_code_pictures") == [(0,)]
    for kind in ("qr.png", "qr.svg", "sheet.png?size=badge"):
        drawn = await codes.world.http.get(f"/api/group-codes/{code['id']}/{kind}")
        assert drawn.status_code == 200, drawn.text
    printed = await codes.world.http.get(f"/api/group-codes/{code['id']}/qr.png")
    assert acquisition.qr.decode(printed.content) == code["link"]
