"""The phone: its page, what it asks, and that its words and its script hold together."""

import io
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from PIL import Image

import wecom_emulator
from wecom_emulator.app import create_app

CORPID = "ww00000000000000aa"
BASE = f"/emulator/corps/{CORPID}"
PHONE = Path(wecom_emulator.__file__).parent / "phone"
SERVED = ("app.js", "cards.css", "log.css", "page.css", "phone.css")


@pytest.fixture
async def emulator() -> AsyncIterator[httpx2.AsyncClient]:
    """A corp of one member, without a receiver of callbacks."""
    app = create_app()
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=app), base_url="http://emulator.test"
        ) as http,
    ):
        corp = {
            "corpid": CORPID,
            "name": "青禾",
            "apps": [{"agentid": 1000002, "secret": "s"}],
            "departments": [{"id": 1, "name": "总部"}],
            "staff": [{"userid": "ann", "name": "周可欣"}],
        }
        assert (await http.post("/emulator/corps", json=corp)).status_code == 200
        query = {"corpid": CORPID, "corpsecret": "s"}
        got = await http.get("/cgi-bin/gettoken", params=query)
        http.params = httpx2.QueryParams({"access_token": got.json()["access_token"]})
        yield http


async def wecom(http: httpx2.AsyncClient, name: str, body: dict[str, Any]) -> dict[str, Any]:
    """A call of WeCom's API that must not be refused."""
    answer = (await http.post(f"/cgi-bin/externalcontact/{name}", json=body)).json()
    assert answer["errcode"] == 0, answer
    return dict(answer)


async def chat(http: httpx2.AsyncClient, external_userid: str) -> dict[str, Any]:
    """The only chat on the phone of a person."""
    query = {"external_userid": external_userid}
    [found] = (await http.get(f"{BASE}/phone", params=query)).json()["chats"]
    return dict(found)


async def test_a_picture_of_a_code_is_scanned_and_the_chat_grows(
    emulator: httpx2.AsyncClient,
) -> None:
    body = {"type": 1, "scene": 2, "state": "fair", "user": ["ann"]}
    way = await wecom(emulator, "add_contact_way", body)
    picture = await emulator.get(way["qr_code"])
    read = (await emulator.post("/emulator/read_qr", content=picture.content)).json()
    assert read == {"content": f"https://work.weixin.qq.com/u/vc{way['config_id']}"}
    person = {"unionid": "o1", "name": "林小满"}
    scanned = {"qr": read["content"], "person": person}
    friend = (await emulator.post(f"{BASE}/scan", json=scanned)).json()
    external = friend["external_userid"]
    first = await chat(emulator, external)
    assert (first["userid"], first["name"], first["state"]) == ("ann", "周可欣", "whole")
    assert (first["channel"], first["items"]) == ("fair", [])
    link = {"title": "喂养对照表", "url": "https://example.com/1"}
    welcome = {
        "welcome_code": friend["welcome_code"],
        "text": {"content": "你好"},
        "attachments": [{"msgtype": "link", "link": link}],
    }
    await wecom(emulator, "send_welcome_msg", welcome)
    said = {"from": external, "to": "ann", "msgtype": "text", "text": {"content": "在吗"}}
    assert (await emulator.post(f"{BASE}/say", json=said)).status_code == 200
    items = (await chat(emulator, external))["items"]
    assert [(i["mine"], i["kind"], i.get("text"), i.get("content")) for i in items] == [
        (False, "text", "你好", None),
        (False, "link", None, link),
        (True, "text", "在吗", None),
    ]
    left = {"userid": "ann", "external_userid": external, "by": "customer"}
    assert (await emulator.post(f"{BASE}/unfollow", json=left)).status_code == 200
    gone = await chat(emulator, external)
    assert (gone["state"], gone["items"]) == ("one_sided", items)
    await emulator.post(f"{BASE}/scan", json=scanned)
    back = await chat(emulator, external)
    assert (back["state"], back["items"]) == ("whole", items)


async def test_files_and_cards_arrive_with_their_names_and_stay(
    emulator: httpx2.AsyncClient,
) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(buffer, "PNG")
    media = {}
    for kind, name, content in (
        ("image", "a.png", buffer.getvalue()),
        ("file", "价目表.pdf", b"%PDF-1.7"),
    ):
        answer = await emulator.post(
            "/cgi-bin/media/upload", params={"type": kind}, files={"media": (name, content)}
        )
        media[kind] = answer.json()["media_id"]
    friend = (
        await emulator.post(f"{BASE}/add", json={"userid": "ann", "person": {"unionid": "o1"}})
    ).json()
    card = {"title": "新客礼", "pic_media_id": media["image"], "appid": "wx1", "page": "i.html"}
    attachments = [
        {"msgtype": "miniprogram", "miniprogram": card},
        {"msgtype": "file", "file": {"media_id": media["file"]}},
    ]
    welcome = {"welcome_code": friend["welcome_code"], "attachments": attachments}
    await wecom(emulator, "send_welcome_msg", welcome)
    await emulator.post("/emulator/clock", json={"advance_seconds": 4 * 24 * 3600})
    [mini, file] = (await chat(emulator, friend["external_userid"]))["items"]
    assert (mini["kind"], mini["content"]["media_url"]) == (
        "miniprogram",
        f"/media/{media['image']}",
    )
    assert (file["content"]["name"], file["content"]["bytes"]) == ("价目表.pdf", 8)
    # WeCom forgets it after three days; who received it keeps it.
    assert (await emulator.get(mini["content"]["media_url"])).content == buffer.getvalue()
    query = {"external_userid": friend["external_userid"], "userid": "ann"}
    seen = (await emulator.get(f"{BASE}/desk/chat", params=query)).json()["items"]
    assert [(item["mine"], item["content"]) for item in seen] == [
        (True, mini["content"]),
        (True, file["content"]),
    ]


async def test_what_holds_no_code_is_refused(emulator: httpx2.AsyncClient) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(buffer, "PNG")
    for content, status in ((b"no picture", 400), (buffer.getvalue(), 404)):
        answer = await emulator.post("/emulator/read_qr", content=content)
        assert (answer.status_code, list(answer.json())) == (status, ["error"])
    large = await emulator.post("/emulator/read_qr", content=b"x" * ((10 << 20) + 1))
    assert large.status_code == 413
    unknown = await emulator.get(f"{BASE}/phone", params={"external_userid": "wm-nobody"})
    assert unknown.status_code == 404


async def test_a_call_that_is_not_here_says_so(emulator: httpx2.AsyncClient) -> None:
    answer = await emulator.post(f"{BASE}/moments/mom1/share", json={})
    assert answer.status_code == 404
    assert answer.json() == {
        "error": f"POST {BASE}/moments/mom1/share is no call of this emulator's control API"
    }


async def test_every_file_of_the_page_is_served(emulator: httpx2.AsyncClient) -> None:
    page = await emulator.get("/")
    asked = set(re.findall(r'(?:src|href)="(/phone/[^"]+)"', page.text))
    assert asked == {f"/phone/{name}" for name in SERVED}
    scripts = sorted(path.name for path in PHONE.glob("*.js"))
    imported = {
        name
        for script in scripts
        for name in re.findall(r'from "\./([^"]+)"', (PHONE / script).read_text("utf-8"))
    }
    assert imported <= set(scripts)
    for path in [*asked, *(f"/phone/{script}" for script in scripts)]:
        assert (await emulator.get(path)).status_code == 200


def test_both_languages_have_the_same_words_and_all_that_are_used() -> None:
    words = (PHONE / "words.js").read_text("utf-8")
    chinese, english = (
        set(re.findall(r"^  (\w+): \"", part, re.MULTILINE))
        for part in words.split("export const lang")[0].split("const EN")
    )
    assert chinese == english
    rest = "".join(p.read_text("utf-8") for p in PHONE.glob("*.js") if p.name != "words.js")
    assert set(re.findall(r'\bt\("(\w+)"', rest)) <= chinese
    # Names come from strangers: they may become text, never markup.
    assert "innerHTML" not in rest
