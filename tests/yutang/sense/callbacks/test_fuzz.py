"""Noise at the callback door: never a 5xx, never a wait, nothing kept that is not WeCom's."""

import asyncio
import random
import time
from dataclasses import dataclass
from urllib.parse import quote_from_bytes, urlencode

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.world import App, World, add_corp
from yutang.sense.callbacks.door import BODY_BYTES
from yutang.wecom.callbacks import MAX_BYTES, parse
from yutang.wecom.errors import MalformedCallbackError

SECONDS = 5.0
"""WeCom waits so long for an answer."""
CHUNK = 16 * 1024
FUZZ = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NAMES = (
    "ToUserName",
    "FromUserName",
    "CreateTime",
    "MsgType",
    "MsgId",
    "AgentID",
    "Event",
    "ChangeType",
    "UserID",
    "ExternalUserID",
    "WelcomeCode",
    "State",
    "ChatId",
    "Id",
    "LinkId",
    "Item",
    "xml",
)


@dataclass(frozen=True)
class Answer:
    """What came back, and how much of the body was read for it."""

    status: int
    body: bytes
    read_bytes: int


async def knock(
    world: World, method: str, path: str, query: bytes = b"", body: bytes = b""
) -> Answer:
    """One request as the server hands it to the application, however odd."""
    chunks = [body[at : at + CHUNK] for at in range(0, len(body), CHUNK)] or [b""]
    read, status, answered = 0, 0, b""

    async def receive() -> dict[str, object]:
        nonlocal read
        chunk = chunks.pop(0) if chunks else b""
        read += len(chunk)
        return {"type": "http.request", "body": chunk, "more_body": bool(chunks)}

    async def send(message: dict[str, object]) -> None:
        nonlocal status, answered
        status = int(str(message.get("status", status)))
        part = message.get("body", b"")
        assert isinstance(part, bytes)
        answered += part

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode("utf-8", "surrogatepass"),
        "query_string": query,
        "headers": [],
        "client": ("127.0.0.1", 1),
        "server": ("yutang.test", 80),
        "scheme": "http",
        "http_version": "1.1",
    }
    async with asyncio.timeout(SECONDS):
        began = time.monotonic()
        await world.api(scope, receive, send)  # type: ignore[arg-type]
    assert time.monotonic() - began < SECONDS
    return Answer(status, answered, read)


async def deliver(world: World, app: App, inner: bytes) -> Answer:
    """An authentic callback around these bytes."""
    encrypted = app.cipher.encrypt(inner)
    query = {
        "msg_signature": app.cipher.sign("1", "nonce", encrypted),
        "timestamp": "1",
        "nonce": "nonce",
    }
    body = b"<xml><Encrypt><![CDATA[" + encrypted + b"]]></Encrypt></xml>"
    return await knock(world, "POST", app.path, urlencode(query).encode(), body)


async def rows(world: World) -> int:
    """How many callbacks are kept."""
    async with world.runtime.database.owner() as session:
        return int(await session.scalar(text("select count(*) from inbox")) or 0)


async def kept(world: World, inner: bytes, key: bytes | None) -> tuple[str, str]:
    """Status and reason of the callback, found by its name or by its text."""
    shown = inner.decode("utf-8", "replace").replace("\0", "\ufffd")
    found = text("select status, coalesce(reason, '') from inbox where xml = :xml")
    found = found.bindparams(xml=shown)
    if key is not None:
        found = text("select status, coalesce(reason, '') from inbox where key = :key")
        found = found.bindparams(key=key)
    async with world.runtime.database.owner() as session:
        row = (await session.execute(found)).first()
    assert row is not None
    return str(row[0]), str(row[1])


ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
CONTENTS = {
    "CreateTime": st.one_of(st.integers(-5, 10**14).map(str), st.just("١٢٣"), ANY_TEXT),
    "Event": st.sampled_from(["change_external_contact", "change_external_chat", "", "x"]),
    "ChangeType": st.sampled_from(["add_external_contact", "add_half_external_contact", "", "x"]),
}
"""What of all texts may matter; an add has a welcome, which is a row of its own."""


@st.composite
def leaves(draw: st.DrawFn) -> str:
    """An element with a text: escaped, raw, or in CDATA."""
    name = draw(
        st.one_of(st.sampled_from(NAMES), st.from_regex(r"[A-Za-z_.\-]{1,8}", fullmatch=True))
    )
    content = draw(CONTENTS.get(name, ANY_TEXT))
    form = draw(st.sampled_from(["cdata", "raw", "attribute", "open"]))
    if form == "cdata":
        return f"<{name}><![CDATA[{content}]]></{name}>"
    if form == "attribute":
        return f'<{name} a="{content}">{content}</{name}>'
    return f"<{name}>{content}</{name}>" if form == "raw" else f"<{name}>{content}"


@st.composite
def trees(draw: st.DrawFn) -> str:
    """A document of leaves, some nested, some twice, perhaps with a head it must not have."""
    inner = "".join(draw(st.lists(leaves(), max_size=8)))
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 14, 15, 16, 200]))):
        inner = f"<Item>{inner}</Item>"
    head = draw(
        st.sampled_from(
            [
                "",
                "",
                "",
                "\ufeff",
                '<?xml version="1.0" encoding="utf-16"?>',
                '<?xml version="1.0" encoding="gbk"?>',
                "<!-- hello -->",
                '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
                '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
                "<?php ?>",
            ]
        )
    )
    return f"{head}<xml>{inner}{draw(st.sampled_from(['', '', '&b;', '&#0;', '&#55296;']))}</xml>"


ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-32", "gb18030")


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """A tree in some encoding, with bytes exchanged, cut off or put in."""
    document = bytearray(draw(trees()).encode(draw(st.sampled_from(ENCODINGS))))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, max(len(document) - 1, 0)))
        document[at:at] = draw(
            st.sampled_from([b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbf\xbf", b"&", b"]]>"])
        )
    return bytes(
        document[: draw(st.integers(0, len(document)))] if draw(st.booleans()) else document
    )


INNER = st.one_of(st.binary(max_size=300), trees().map(str.encode), spoiled())


@FUZZ
@given(inner=INNER)
async def test_whatever_is_sealed_as_wecom_seals_is_kept(world: World, inner: bytes) -> None:
    answer = await deliver(world, world.app, inner)
    assert (answer.status, answer.body) == (200, b"success")
    try:
        key = parse(inner).dedup_key(world.app.corpid)
    except MalformedCallbackError:
        status, reason = await kept(world, inner, None)
        assert (status, reason.startswith("unreadable: ")) == ("dead", True)
    else:
        assert await kept(world, inner, key) == ("waiting", "")


@settings(FUZZ, max_examples=25)
@given(
    name=st.sampled_from(NAMES),
    size=st.sampled_from([3_000, 60_000, 190_000, 196_000, 200_000, 400_000]),
    alphabet=st.sampled_from(["a", "abcdefghijklmnopqrstuvwxyz0123456789", "商务", "<", "&]"]),
    seed=st.integers(0, 2**32),
)
async def test_the_largest_ones_are_kept_and_larger_ones_are_refused(
    world: World, name: str, size: int, alphabet: str, seed: int
) -> None:
    # What repeats is stored small: only a text without order fills an index.
    letters = random.Random(seed).choices(alphabet, k=size // len(alphabet[0].encode()))
    content = "".join(letters)
    head = (
        "<Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType>"
        "<CreateTime>1770000000</CreateTime>"
    )
    inner = f"<xml>{head}<Nonce>{seed}</Nonce><{name}>{content}</{name}></xml>".encode()
    assert len(inner) < MAX_BYTES
    before = await rows(world)
    answer = await deliver(world, world.app, inner)
    assert answer.read_bytes <= BODY_BYTES + CHUNK
    if len(inner) * 4 // 3 > BODY_BYTES:
        assert (answer.status, answer.body) == (413, b"too_large")
        assert await rows(world) == before
    else:
        # An id that no index takes must not keep out what is written in the same breath.
        assert (answer.status, answer.body) == (200, b"success")
        assert await rows(world) >= before


async def test_an_id_that_is_none_is_a_dead_letter(world: World) -> None:
    head = "<Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType>"
    for name in ("UserID", "ExternalUserID", "State", "ChatId", "Id", "LinkId"):
        for count, status in ((256, "waiting"), (257, "dead")):
            inner = f"<xml>{head}<{name}>{'x' * count}</{name}></xml>".encode()
            assert (await deliver(world, world.app, inner)).status == 200
            assert (await kept(world, inner, None))[0] == status


SIGNED = ("msg_signature", "timestamp", "nonce", "echostr")
QUERIES = st.one_of(
    st.binary(max_size=200),
    st.dictionaries(st.sampled_from(SIGNED), st.binary(max_size=60)).map(
        lambda found: b"&".join(f"{k}={quote_from_bytes(v)}".encode() for k, v in found.items())
    ),
    st.integers(17, 400).map(lambda count: b"&".join([b"nonce=1"] * count)),
)
BODIES = st.one_of(
    st.binary(max_size=400),
    trees().map(str.encode),
    st.binary(max_size=400).map(lambda body: b"<xml><Encrypt>" + body + b"</Encrypt></xml>"),
    st.integers(200_000, 700_000).map(lambda size: b"<xml><Encrypt>" + b"A" * size),
)


@FUZZ
@given(
    method=st.sampled_from(["GET", "POST", "POST", "PUT", "HEAD", "DELETE", "Ж"]),
    query=QUERIES,
    body=BODIES,
    end=st.sampled_from(["", "/", "9", "/../1000003", "\0", "\ud800", "%00"]),
)
async def test_noise_is_refused_and_not_kept(
    world: World, method: str, query: bytes, body: bytes, end: str
) -> None:
    answer = await knock(world, method, world.app.path + end, query, body)
    assert 400 <= answer.status < 500
    assert answer.read_bytes <= BODY_BYTES + CHUNK
    assert await rows(world) == 0


async def test_what_is_sealed_for_one_is_refused_by_all_others(world: World) -> None:
    """Another corp, another app of the corp, and apps that nobody has."""
    _, [stranger] = await add_corp(world.runtime, "other", (1000002,))
    first, second = world.apps
    doors = [first, second, stranger]
    for sealer in doors:
        encrypted = sealer.cipher.encrypt(b"<xml><Event>x</Event></xml>")
        query = {
            "msg_signature": sealer.cipher.sign("1", "n", encrypted),
            "timestamp": "1",
            "nonce": "n",
        }
        body = b"<xml><Encrypt>" + encrypted + b"</Encrypt></xml>"
        paths = [door.path for door in doors if door is not sealer]
        paths += [f"{sealer.path}9", f"/callbacks/wecom/{sealer.corpid}", "/callbacks/wecom/"]
        for path in paths:
            answer = await knock(world, "POST", path, urlencode(query).encode(), body)
            assert answer.status in {403, 404}
            echo = {**query, "echostr": encrypted.decode()}
            answer = await knock(world, "GET", path, urlencode(echo).encode())
            assert answer.status in {403, 404}
    assert await rows(world) == 0


@FUZZ
@given(echo=st.binary(max_size=300), sealed=st.booleans(), signed=st.booleans())
async def test_only_an_echo_that_wecom_sealed_comes_back(
    world: World, echo: bytes, *, sealed: bool, signed: bool
) -> None:
    cipher = world.app.cipher
    given_text = cipher.encrypt(echo) if sealed else echo
    signature = cipher.sign("1", "n", given_text) if signed else "0" * 40
    query = urlencode(
        {"msg_signature": signature, "timestamp": "1", "nonce": "n", "echostr": given_text}
    )
    answer = await knock(world, "GET", world.app.path, query.encode())
    if sealed and signed:
        assert (answer.status, answer.body) == (200, echo)
    else:
        assert 400 <= answer.status < 500
    assert await rows(world) == 0
