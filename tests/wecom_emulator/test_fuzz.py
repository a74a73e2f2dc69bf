"""Whatever comes, WeCom answers in its envelope: no 5xx, no hang, no memory without end."""

import asyncio
import json
import re
import time
from typing import Any

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.wecom_emulator.corp import CORP, CORPID, Emulator, open_emulator
from tests.wecom_emulator.junk import SOURCE, Junk, deep, words_of
from wecom_emulator import control
from wecom_emulator.areas import AREAS, VERBS
from wecom_emulator.limits import Limits
from wecom_emulator.state import ADAPTER

BODIES_OF_A_PATH = 4
FREE = Limits(
    calls_a_minute=0,
    calls_an_hour=0,
    ip_calls_a_minute=0,
    ip_calls_an_hour=0,
    journal_bytes=1 << 20,
)
SECONDS = 5.0
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
PATHS = [(area, path) for area, verbs in sorted(AREAS.items()) for path in sorted(verbs)]
RAW = (
    b"",
    b"null",
    b"[]",
    b'"text"',
    b"{",
    b"\xff\xfe\x00",
    b'{"userid":"\\ud800"}',
    b'{"limit":1e999,"offset":-1e999}',
    b'{"limit":99999999999999999999999999999999}',
    b'{"a":1,"a":{"a":[]}}',
    deep(200),
    deep(100_000),
    b"[" * 200_000,
    b'{"userid":"' + b"x" * 1_000_000 + b'"}',
    b" " * 3_000_000,
)


async def inhabit(emulator: Emulator) -> list[Any]:
    """Some life, and the ids of it."""
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    other = await emulator.act("add", userid="bob", person={"unionid": "o2"})
    tags = {"group_name": "g", "tag": [{"name": "a"}]}
    made = (await emulator.call("externalcontact/add_corp_tag", tags))["tag_group"]
    chat_id = (await emulator.act("groups", owner="ann", name="g"))["chat_id"]
    await emulator.act(f"groups/{chat_id}/join", external_userid=friend["external_userid"])
    people = [friend["external_userid"], other["external_userid"], friend["welcome_code"]]
    ids = [made["group_id"], made["tag"][0]["id"], chat_id, await emulator.way()]
    return ["ann", "bob", *people, *ids, 1, 2, 1_700_000_000, int(time.time())]


def check(answer: httpx2.Response, path: str) -> int | None:
    """The envelope; tells the errcode, None of a file."""
    assert answer.status_code == 200, path
    if not answer.headers["content-type"].startswith("application/json"):
        assert path in {"media/get", "media/get/jssdk"}
        return None
    told = answer.json()
    assert type(told["errcode"]) is int, path
    assert isinstance(told["errmsg"], str), path
    assert answer.headers["error-code"] == str(told["errcode"])
    return int(told["errcode"])


async def ask(emulator: Emulator, method: str, path: str, **sent: Any) -> int | None:
    """One call, within its time."""
    sent["params"] = {**sent.get("params", {}), "access_token": emulator.token}
    async with asyncio.timeout(SECONDS):
        return check(await emulator.http.request(method, f"/cgi-bin/{path}", **sent), path)


async def require_health(emulator: Emulator) -> None:
    """It still answers, what it keeps can be kept, and the journal holds no more than it may."""
    assert await emulator.code("externalcontact/get_follow_user_list") == 0
    state = emulator.app.state.world.state
    again = ADAPTER.validate_json(ADAPTER.dump_json(state))
    assert list(again.corps[CORPID].persons) == list(state.corps[CORPID].persons)
    journal = await emulator.http.get("/emulator/journal")
    assert len(journal.content) < 8 << 20


@pytest.mark.slow
async def test_every_path_takes_junk() -> None:
    async with open_emulator(FREE) as emulator:
        known = await inhabit(emulator)
        words = {area: words_of(f"areas/{area}") for area in AREAS}
        good = 0
        for area, path in PATHS:
            for number in range(BODIES_OF_A_PATH):
                junk = Junk((path, number), words[area], known)
                sent: dict[str, Any] = {"params": junk.query()}
                if VERBS[path].method == "POST":
                    body = json.dumps(junk.fields(), ensure_ascii=bool(number % 2))
                    sent["content"] = body.encode("utf-8", "replace")
                good += await ask(emulator, VERBS[path].method, path, **sent) == 0
        # Else the junk would be refused at the door and prove nothing.
        assert good > BODIES_OF_A_PATH
        await require_health(emulator)


@pytest.mark.slow
async def test_every_path_takes_every_method_and_what_is_no_json() -> None:
    async with open_emulator(FREE) as emulator:
        await inhabit(emulator)
        for number, (_, path) in enumerate(PATHS):
            for method in METHODS:
                raw = RAW[(number + METHODS.index(method)) % len(RAW)]
                await ask(emulator, method, path, content=raw)
        path = "externalcontact/get_corp_tag_list"
        for raw in RAW:
            assert await ask(emulator, "POST", path, content=raw) in {0, 40058, 40206}
        await require_health(emulator)


@pytest.mark.slow
async def test_uploads_take_junk() -> None:
    uploads = [path for path in VERBS if "upload" in path]
    async with open_emulator(FREE) as emulator:
        for path in uploads:
            for kind in ("image", "voice", "video", "file", "", "鱼"):
                for content in (b"", b"x", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, b"\xff\xd8\xff" * 9):
                    for name in ("a.png", "../../a\r\n", "鱼" * 100, ""):
                        files = {"media": (name, content, "image/png")}
                        query = {"type": kind, "media_type": kind, "attachment_type": "9"}
                        await ask(emulator, "POST", path, params=query, files=files)
            for raw in (b"", b"--x", b"--x\r\n\r\n--x--", b"\0" * 1000):
                headers = {"content-type": "multipart/form-data; boundary=x"}
                await ask(emulator, "POST", path, content=raw, headers=headers)
            headers = {"content-type": "multipart/form-data"}
            await ask(emulator, "POST", path, content=b"x", headers=headers)
        await require_health(emulator)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["ann", "bob", "text", "image", 1, 2, 100]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_an_area_takes_what_hypothesis_thinks_of(data: st.DataObject) -> None:
    area = data.draw(st.sampled_from(sorted(AREAS)))
    words = st.sampled_from(words_of(f"areas/{area}") or ["name"])
    body = data.draw(st.dictionaries(words, JSON, max_size=8))
    query = data.draw(st.dictionaries(words, st.text(max_size=20), max_size=3))

    async def attack() -> None:
        async with open_emulator(FREE) as emulator:
            for path, verb in AREAS[area].items():
                sent = {"json": body} if verb.method == "POST" else {"params": query}
                await ask(emulator, verb.method, path, **sent)
            await require_health(emulator)

    asyncio.run(attack())


CONTROL = sorted(
    (method, route.path)
    for route in control.ROUTES
    for method in (route.methods or set()) - {"HEAD"}
    if route.path not in {"/emulator/reset", "/emulator/{path:path}"}
)


def fill(route: str, junk: Junk, known: list[Any]) -> str:
    """The path of a route, with something in each of its places."""
    names = [str(each) for each in ("ann", "1", "鱼", *known)]
    return re.sub(r"\{[^}]*\}", lambda _: junk.chance.choice(names), route)


@pytest.mark.slow
async def test_the_control_api_takes_junk() -> None:
    words = sorted({*words_of("control"), *words_of(".")})
    async with open_emulator(FREE) as emulator:
        known = await inhabit(emulator)
        refused = 0
        for method, route in CONTROL:
            for number in range(6):
                junk = Junk((method, route, number), words, known)
                path = fill(route.replace("/emulator/corps/{corpid}", CORP), junk, known)
                body = json.dumps(junk.fields()).encode()
                async with asyncio.timeout(SECONDS):
                    answer = await emulator.http.request(
                        method, path, params=junk.query(), content=body if number else RAW[11]
                    )
                assert answer.status_code < 500, (method, path, body[:300])
                if answer.status_code != 200:
                    assert list(answer.json()) == ["error"], (method, path)
                    refused += 1
            await emulator.http.delete("/emulator/faults")
        assert refused > len(CONTROL)
        assert (await emulator.http.get(CORP)).status_code == 200
        ADAPTER.validate_json(ADAPTER.dump_json(emulator.app.state.world.state))


def test_the_words_are_the_areas_own() -> None:
    assert SOURCE.name == "wecom_emulator"
    assert {"userid", "external_userid", "remark"} <= set(words_of("areas/customers"))
    first = Junk(1, ["a", "b"], ["ann"])
    assert first.fields() == Junk(1, ["a", "b"], ["ann"]).fields()
