"""The client walks through the emulator, which shares no code with it; callbacks walk back."""

import asyncio
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest
from PIL import Image
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from wecom_emulator.app import create_app
from yutang.wecom.attachments import ImageAttachment, LinkAttachment
from yutang.wecom.callbacks import parse, scan
from yutang.wecom.client import WeCom
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.crypto import CallbackCipher, extract_encrypt
from yutang.wecom.errors import (
    AlreadyChattingError,
    CredentialsError,
    InvalidCodeError,
    MediaError,
    NotFriendError,
    UnknownContactWayError,
    UnknownTagError,
    WelcomeGoneError,
)
from yutang.wecom.events import CustomerAdded, Event, StaffRemoved, TagChanged, typed
from yutang.wecom.tags import NewTag
from yutang.wecom.tokens import Credentials, MemoryTokenStore
from yutang.wecom.transport import Transport

CORP, SECRET = "ww0123456789abcdef", "app-secret"
CIPHER = CallbackCipher("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", CORP)
BASE = "http://emulator.test"
CONTROL = f"{BASE}/emulator/corps/{CORP}"


@dataclass
class Inbox:
    """Receives callbacks as the door would: opens them, keeps the plain XML."""

    documents: list[bytes] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one callback."""
        request = Request(scope, receive)
        query = request.query_params
        encrypted = extract_encrypt(await request.body())
        self.documents.append(
            CIPHER.open(query["msg_signature"], query["timestamp"], query["nonce"], encrypted)
        )
        self.arrived.set()
        await PlainTextResponse("success")(scope, receive, send)

    async def events(self, count: int) -> list[Event]:
        """Return the first events, as soon as there are so many."""
        async with asyncio.timeout(60):
            while len(self.documents) < count:
                self.arrived.clear()
                await self.arrived.wait()
        for document in self.documents:
            assert scan(document).key == parse(document).dedup_key(CORP)
        return [typed(parse(document)) for document in self.documents]


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
async def http(inbox: Inbox) -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(inbox)) as back:
        emulator = create_app(callback_client=back)
        async with (
            emulator.router.lifespan_context(emulator),
            httpx2.AsyncClient(transport=httpx2.ASGITransport(emulator)) as client,
        ):
            yield client


@pytest.fixture
async def wecom(http: httpx2.AsyncClient) -> WeCom:
    made = await http.post(
        f"{BASE}/emulator/corps",
        json={
            "corpid": CORP,
            "name": "鱼塘",
            "apps": [{"agentid": 1000002, "secret": SECRET}],
            "callback": {
                "url": "http://yutang.test/callbacks",
                "token": CIPHER.token,
                "encoding_aes_key": CIPHER.encoding_aes_key,
            },
            "departments": [
                {"id": 1, "name": "总部", "parentid": 0, "order": 1},
                {"id": 2, "name": "销售", "parentid": 1, "order": 2},
            ],
            "staff": [
                {"userid": "alice", "name": "Alice", "department": [1]},
                {"userid": "bob", "name": "Bob", "department": [2]},
            ],
        },
    )
    assert made.status_code == 200
    return WeCom(
        Transport(BASE, http, MemoryTokenStore(), Credentials(CORP, SECRET), backoff_seconds=0.0)
    )


def png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(buffer, "PNG")
    return buffer.getvalue()


async def control(http: httpx2.AsyncClient, act: str, **told: object) -> dict[str, Any]:
    answer = await http.post(f"{CONTROL}/{act}", json=told)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def scanned(http: httpx2.AsyncClient, wecom: WeCom) -> dict[str, Any]:
    way = await wecom.contact_ways.add(NewContactWay(["alice"], state="fair"))
    person = {"name": "林", "unionid": "o-lin"}
    return await control(http, "scan", config_id=way.config_id, person=person)


async def test_contact_ways_live_and_die(wecom: WeCom) -> None:
    made = await wecom.contact_ways.add(NewContactWay(["alice", "bob"], state="s", remark="展会"))
    way = await wecom.contact_ways.get(made.config_id)
    assert (way.state, way.remark, way.user, way.type) == ("s", "展会", ("alice", "bob"), 2)
    assert (await wecom.qr_picture(way.qr_code)).startswith(b"\x89PNG")
    await wecom.contact_ways.update(made.config_id, userids=["bob"], state="t")
    changed = await wecom.contact_ways.get(made.config_id)
    assert (changed.state, changed.user, changed.remark) == ("t", ("bob",), "展会")
    assert [found async for found in wecom.contact_ways.config_ids()] == [made.config_id]
    await wecom.contact_ways.delete(made.config_id)
    assert [found async for found in wecom.contact_ways.config_ids()] == []
    with pytest.raises(UnknownContactWayError):
        await wecom.contact_ways.delete(made.config_id)


# The emulator leaves the spooled upload of a form to the garbage collector, which warns.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_scan_becomes_a_customer_who_is_tagged_and_welcomed_once(
    http: httpx2.AsyncClient, wecom: WeCom, inbox: Inbox
) -> None:
    add = await scanned(http, wecom)
    (event,) = await inbox.events(1)
    assert event == CustomerAdded(
        CORP, event.created_at, "alice", add["external_userid"], "fair", add["welcome_code"]
    )
    assert isinstance(event, CustomerAdded)
    picture = await wecom.media.upload("image", "鱼.png", png(), "image/png")
    link = LinkAttachment("新品", "https://shop.test/1")
    code = event.welcome_code or ""
    await wecom.welcome.send(code, "你好", [ImageAttachment(picture.media_id), link])
    with pytest.raises(AlreadyChattingError):
        await wecom.welcome.send(code, "你好")
    group = await wecom.tags.add([NewTag("VIP"), NewTag("展会")], group_name="来源")
    tag_ids = [tag.id for tag in group.tag]
    await wecom.tags.mark("alice", event.external_userid, add=tag_ids)
    await wecom.tags.mark("alice", event.external_userid, remove=tag_ids[:1])
    await wecom.customers.remark("alice", event.external_userid, remark="林总")
    detail = await wecom.customers.get(event.external_userid)
    assert (detail.external_contact.name, detail.external_contact.unionid) == ("林", "o-lin")
    (follow,) = detail.follow_user
    assert (follow.userid, follow.state, follow.remark) == ("alice", "fair", "林总")
    assert [(tag.tag_id, tag.tag_name, tag.group_name) for tag in follow.tags] == [
        (tag_ids[1], "展会", "来源")
    ]
    pages = [page async for page in wecom.customers.batch_by_user(["alice", "bob"])]
    rows = [row for page in pages for row in page.external_contact_list]
    assert [(row.follow_info.userid, list(row.follow_info.tag_id)) for row in rows] == [
        ("alice", tag_ids[1:])
    ]
    assert await wecom.customers.list_ids("alice") == (event.external_userid,)
    assert await wecom.customers.list_ids("bob") == ()
    received = (await http.get(f"{CONTROL}/received")).json()
    assert [one["kind"] for one in received] == ["welcome"]


async def test_old_and_invented_codes_and_pictures_are_refused(
    http: httpx2.AsyncClient, wecom: WeCom
) -> None:
    add = await scanned(http, wecom)
    with pytest.raises(WelcomeGoneError):
        await wecom.welcome.send("invented", "你好")
    with pytest.raises(MediaError):
        await wecom.welcome.send(add["welcome_code"], "你好", [ImageAttachment("invented")])
    await http.post(f"{BASE}/emulator/clock", json={"advance_seconds": 21})
    with pytest.raises(WelcomeGoneError):
        await wecom.welcome.send(add["welcome_code"], "你好")
    assert (await http.get(f"{CONTROL}/received")).json() == []


async def test_who_deletes_the_member_stays_readable_who_is_deleted_not(
    http: httpx2.AsyncClient, wecom: WeCom, inbox: Inbox
) -> None:
    add = await scanned(http, wecom)
    pair = {"userid": "alice", "external_userid": add["external_userid"]}
    await control(http, "unfollow", **pair, by="customer")
    _, left = await inbox.events(2)
    assert left == StaffRemoved(CORP, left.created_at, "alice", add["external_userid"])
    assert await wecom.customers.list_ids("alice") == (add["external_userid"],)
    await control(http, "unfollow", **pair, by="staff")
    with pytest.raises(NotFriendError):
        await wecom.tags.mark("alice", add["external_userid"], add=["any"])


async def test_a_group_of_tags_made_in_the_console_is_as_many_events(
    http: httpx2.AsyncClient, wecom: WeCom, inbox: Inbox
) -> None:
    made = await control(http, "console/tags", group_name="兴趣", tags=["钓鱼", "爬山"])
    events = await inbox.events(3)
    assert {event.id for event in events if isinstance(event, TagChanged)} == {
        made["group_id"],
        *made["tag_ids"],
    }
    assert len({scan(document).key for document in inbox.documents}) == 3
    (group,) = await wecom.tags.list()
    assert (group.group_name, {tag.name for tag in group.tag}) == ("兴趣", {"钓鱼", "爬山"})
    with pytest.raises(UnknownTagError):
        await wecom.tags.delete(tag_ids=["invented"])


async def test_members_and_departments(wecom: WeCom) -> None:
    departments = await wecom.contacts.departments()
    assert {(found.id, found.name, found.parentid) for found in departments} == {
        (1, "总部", 0),
        (2, "销售", 1),
    }
    below = await wecom.contacts.users(1, fetch_child=True)
    assert {(user.userid, user.name, user.status) for user in below} == {
        ("alice", "Alice", 1),
        ("bob", "Bob", 1),
    }
    assert [user.userid for user in await wecom.contacts.users_simple(2)] == ["bob"]
    assert (await wecom.contacts.user("bob")).department == (2,)
    assert set(await wecom.customers.follow_user_list()) == {"alice", "bob"}


async def test_groups_and_sign_in(http: httpx2.AsyncClient, wecom: WeCom) -> None:
    made = await control(http, "groups", owner="alice", name="鱼友")
    await control(http, f"groups/{made['chat_id']}/join", external_userid="wm01")
    assert [row.chat_id async for row in wecom.groups.list(["alice"])] == [made["chat_id"]]
    group = await wecom.groups.get(made["chat_id"])
    assert (group.name, group.owner) == ("鱼友", "alice")
    assert {member.userid for member in group.member_list} == {"alice", "wm01"}
    code = (await control(http, "oauth", userid="alice"))["code"]
    assert (await wecom.auth.userinfo(code)).userid == "alice"
    with pytest.raises(InvalidCodeError):
        await wecom.auth.userinfo(code)


async def test_an_expired_token_is_renewed_unseen(http: httpx2.AsyncClient, wecom: WeCom) -> None:
    await wecom.contacts.departments()
    await http.post(f"{BASE}/emulator/clock", json={"advance_seconds": 7300})
    assert len(await wecom.contacts.departments()) == 2
    journal = (await http.get(f"{BASE}/emulator/journal")).json()
    assert [call["path"].removeprefix("/cgi-bin/") for call in journal] == [
        "gettoken",
        "department/list",
        "department/list",
        "gettoken",
        "department/list",
    ]


async def test_a_busy_wecom_is_asked_again(http: httpx2.AsyncClient, wecom: WeCom) -> None:
    path = "/cgi-bin/department/list"
    fault = {"path": path, "kind": "errcode", "value": -1, "count": 2}
    assert (await http.post(f"{BASE}/emulator/faults", json=fault)).status_code == 200
    assert len(await wecom.contacts.departments()) == 2
    assert len((await http.get(f"{BASE}/emulator/journal", params={"path": path})).json()) == 3


async def test_a_wrong_secret_is_told(http: httpx2.AsyncClient, wecom: WeCom) -> None:
    assert await wecom.customers.list_ids("alice") == ()
    stranger = Transport(BASE, http, MemoryTokenStore(), Credentials(CORP, "wrong"))
    with pytest.raises(CredentialsError):
        await WeCom(stranger).contacts.departments()
