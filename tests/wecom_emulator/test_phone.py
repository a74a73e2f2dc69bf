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
SERVED = (
    "app.js",
    "cards.css",
    "log.css",
    "opening.css",
    "page.css",
    "panel.css",
    "phone.css",
    "screens.css",
    "work.css",
)


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
    chinese, english = (
        set(re.findall(r"^  (\w+): \"", (PHONE / name).read_text("utf-8"), re.MULTILINE))
        for name in ("words_zh.js", "words_en.js")
    )
    assert chinese == english
    rest = "".join(p.read_text("utf-8") for p in PHONE.glob("*.js") if "words_" not in p.name)
    assert set(re.findall(r"\bt\(\"(\w+)\"", rest)) <= chinese
    # A word nobody says is one that nobody keeps right; some are put together from two parts.
    made = re.findall(r"`(\w+)\$\{", rest)
    said = set(re.findall(r"\w+", rest))
    assert [w for w in chinese if w not in said and not w.startswith(tuple(made))] == []
    # Names come from strangers: they may become text, never markup.
    assert "innerHTML" not in rest


async def met(http: httpx2.AsyncClient, name: str) -> str:
    """A new customer of ann's."""
    body = {"userid": "ann", "person": {"unionid": f"o-{name}", "name": name}}
    return str((await http.post(f"{BASE}/add", json=body)).json()["external_userid"])


async def act(http: httpx2.AsyncClient, path: str, **body: Any) -> dict[str, Any]:
    """Something a person does."""
    answer = await http.post(f"{BASE}/{path}", json=body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def tell(http: httpx2.AsyncClient, path: str, **query: Any) -> Any:
    """What the control API tells of the corp."""
    answer = await http.get(f"{BASE}/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_who_scans_into_a_group_reads_what_is_said_from_then_on(
    emulator: httpx2.AsyncClient,
) -> None:
    first, second = await met(emulator, "王果果妈"), await met(emulator, "林小满")
    group = (await act(emulator, "groups", owner="ann", name="妈妈群", members=[first]))["chat_id"]
    body = {"scene": 2, "remark": "立牌", "chat_id_list": [group], "state": "desk"}
    way = await wecom(emulator, "groupchat/add_join_way", body)
    [code] = await tell(emulator, "join_ways", q="立")
    assert (code["config_id"], code["groups"], code["members"]) == (
        way["config_id"],
        ["妈妈群"],
        2,
    )
    assert await tell(emulator, "join_ways", q="没有") == []
    await act(emulator, "say", **{"from": first, "chat_id": group, "text": "早"})
    await emulator.post("/emulator/clock", json={"advance_seconds": 3600})
    person = {"unionid": "o-林小满", "name": "林小满"}
    assert (await act(emulator, "scan", config_id=way["config_id"], person=person))[
        "chat_id"
    ] == group
    await act(emulator, "say", **{"from": "ann", "chat_id": group, "text": "欢迎"})
    [row] = (await tell(emulator, "phone", external_userid=second))["groups"]
    assert (row["name"], row["members"], row["last"]["text"]) == ("妈妈群", 3, "欢迎")
    assert [one["name"] for one in row["faces"]] == ["周可欣", "王果果妈", "林小满"]
    seen = await tell(emulator, "group_chat", chat_id=group, who=second)
    assert [(i["kind"], i["mine"], i.get("text")) for i in seen["items"]] == [
        ("joined", True, None),
        ("text", False, "欢迎"),
    ]
    assert (seen["items"][0]["scene"], seen["items"][1]["who"]["name"]) == (3, "周可欣")
    mine = await tell(emulator, "group_chat", chat_id=group, who="ann")
    assert [(i["kind"], i.get("name") or i["text"]) for i in mine["items"]] == [
        ("opened", "周可欣"),
        ("joined", "王果果妈"),
        ("text", "早"),
        ("joined", "林小满"),
        ("text", "欢迎"),
    ]
    # An hour passed between the two in here, and no time outside.
    early, late = mine["items"][2], mine["items"][4]
    assert 3600 <= late["clock"] - early["clock"] < 3700
    assert late["at"] - early["at"] < 100
    await act(emulator, f"groups/{group}/leave", external_userid=second)
    assert (await tell(emulator, "phone", external_userid=second))["groups"] == []
    query = {"chat_id": group, "who": second}
    assert (await emulator.get(f"{BASE}/group_chat", params=query)).status_code == 404
    left = (await tell(emulator, "group_chat", chat_id=group, who="ann"))["items"][-1]
    assert (left["kind"], left["name"]) == ("left", "林小满")


async def test_what_a_customer_received_is_told_newest_first_with_its_place(
    emulator: httpx2.AsyncClient,
) -> None:
    external = await met(emulator, "林小满")
    group = (await act(emulator, "groups", owner="ann", name="妈妈群", members=[external]))[
        "chat_id"
    ]
    await act(emulator, "say", **{"from": "ann", "to": external, "text": "你好"})
    await act(emulator, "broadcasts", userid="ann", text="上新", external_userid=[external])
    await act(
        emulator, "broadcasts", userid="ann", text="答疑", chat_type="group", chat_ids=[group]
    )
    await act(emulator, "moments", userid="ann", text="秋天")
    got = await tell(emulator, "phone/received", external_userid=external)
    assert [(r["kind"], r["group"], r["parts"][0]["text"]) for r in got["rows"]] == [
        ("moment", None, "秋天"),
        ("group_broadcast", "妈妈群", "答疑"),
        ("broadcast", None, "上新"),
        ("message", None, "你好"),
    ]
    assert {r["name"] for r in got["rows"]} == {"周可欣"}
    newest = await tell(emulator, "phone/received", external_userid=external, limit=1)
    assert (newest["total"], [r["kind"] for r in newest["rows"]]) == (4, ["moment"])
    # What came by a broadcast stands in its chat; Moments and words of a group do not.
    [chat_] = (await tell(emulator, "phone", external_userid=external))["chats"]
    assert [item["text"] for item in chat_["items"]] == ["你好", "上新"]
    query = {"external_userid": "wm-nobody"}
    assert (await emulator.get(f"{BASE}/phone/received", params=query)).status_code == 404


async def test_a_call_is_told_with_its_answer_and_how_long_it_took(
    emulator: httpx2.AsyncClient,
) -> None:
    await emulator.post("/emulator/faults", json={"kind": "latency", "value": 0.05, "count": 1})
    await wecom(emulator, "add_contact_way", {"type": 1, "scene": 2, "user": ["ann"]})
    refused = await emulator.get("/cgi-bin/externalcontact/get", params={"external_userid": "x"})
    rows = (await emulator.get("/emulator/journal", params={"limit": 2})).json()
    assert [(r["path"].split("/")[-1], r["errcode"] == 0) for r in rows] == [
        ("add_contact_way", True),
        ("get", False),
    ]
    assert rows[1]["number"] == rows[0]["number"] + 1
    assert 50 <= rows[0]["ms"] < 5000
    one = (await emulator.get(f"/emulator/journal/{rows[1]['number']}")).json()
    assert one == rows[1] | {"answer": refused.json()}
    assert (await emulator.get("/emulator/journal/999999")).status_code == 404


async def test_the_clock_tells_its_rate_and_how_far_ahead_it_is(
    emulator: httpx2.AsyncClient,
) -> None:
    told = (await emulator.get("/emulator/clock")).json()
    assert (told["rate"], round(told["ahead"])) == (1.0, 0)
    await emulator.post("/emulator/clock", json={"advance_seconds": 86400, "rate": 60})
    told = (await emulator.get("/emulator/clock")).json()
    assert (told["rate"], told["ahead"] // 86400) == (60.0, 1)


async def test_one_fault_is_cleared_and_the_others_stay(emulator: httpx2.AsyncClient) -> None:
    ids = [
        (await emulator.post("/emulator/faults", json={"kind": "errcode", "value": code})).json()
        for code in (45009, -1)
    ]
    await emulator.delete("/emulator/faults", params={"id": ids[0]["id"]})
    left = (await emulator.get("/emulator/faults")).json()
    assert [(each["id"], each["value"]) for each in left] == [(ids[1]["id"], -1)]
    await emulator.delete("/emulator/faults")
    assert (await emulator.get("/emulator/faults")).json() == []
