"""A stranger's library opens the emulator's callbacks and calls its API."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from wechatpy.enterprise.crypto import WeChatCrypto

from wecom_emulator.app import create_app
from wecom_emulator.limits import Limits

TOKEN, KEY, CORPID = "QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "ww0123456789abcdef"
BASE = f"/emulator/corps/{CORPID}"


class Receiver:
    """Somebody's callback address, which opens what comes with wechatpy."""

    def __init__(self) -> None:
        self.status = 200
        self.tries = 0
        self.opened: list[str] = []
        self.app = Starlette(routes=[Route("/cb", self.take, methods=["POST"])])

    async def take(self, request: Request) -> Response:
        """Open one callback."""
        self.tries += 1
        if self.status == 200:
            query = request.query_params
            crypto = WeChatCrypto(TOKEN, KEY, CORPID)
            xml = crypto.decrypt_message(
                (await request.body()).decode(),
                query["msg_signature"],
                query["timestamp"],
                query["nonce"],
            )
            self.opened.append(xml if isinstance(xml, str) else xml.decode())
        return PlainTextResponse("success", self.status)


@pytest.fixture
def receiver() -> Receiver:
    """An address that takes everything."""
    return Receiver()


@pytest.fixture
async def emulator(receiver: Receiver, tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    """An emulator with one corp."""
    callbacks = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=receiver.app))
    app = create_app(
        state_file=tmp_path / "state.json",
        callback_client=callbacks,
        limits=Limits(pause_seconds=0.01, calls_a_minute=50),
    )
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=app), base_url="http://emulator"
        ) as http,
    ):
        made = await http.post(
            "/emulator/corps",
            json={
                "corpid": CORPID,
                "name": "青禾",
                "apps": [{"agentid": 1000002, "secret": "s3cret"}],
                "callback": {"url": "http://receiver/cb", "token": TOKEN, "encoding_aes_key": KEY},
                "departments": [{"id": 1, "name": "总部", "parentid": 0, "order": 1}],
                "staff": [{"userid": "alice", "name": "周可欣", "department": [1]}],
            },
        )
        assert made.status_code == 200
        yield http


async def call(http: httpx2.AsyncClient, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """Call WeCom's API as the app."""
    token = await http.get("/cgi-bin/gettoken", params={"corpid": CORPID, "corpsecret": "s3cret"})
    answer = await http.post(
        f"/cgi-bin/{path}", params={"access_token": token.json()["access_token"]}, json=body
    )
    found: dict[str, Any] = answer.json()
    return found


async def make_way(http: httpx2.AsyncClient) -> str:
    """A contact way of alice."""
    answer = await call(
        http,
        "externalcontact/add_contact_way",
        {"type": 1, "scene": 2, "state": "yt1", "user": ["alice"]},
    )
    assert answer["errcode"] == 0
    return str(answer["config_id"])


async def scan(http: httpx2.AsyncClient, config_id: str, **more: Any) -> dict[str, Any]:
    """A person scans."""
    body = {"config_id": config_id, "person": {"unionid": "u1", "name": "林小满"}, **more}
    found: dict[str, Any] = (await http.post(f"{BASE}/scan", json=body)).json()
    return found


async def settle(receiver: Receiver, count: int) -> None:
    """Wait until so many tries came."""
    async with asyncio.timeout(60):
        while receiver.tries < count:
            await asyncio.sleep(0.01)


async def test_a_stranger_opens_the_callback_of_an_add(
    emulator: httpx2.AsyncClient, receiver: Receiver
) -> None:
    friend = await scan(emulator, await make_way(emulator))
    await settle(receiver, 1)
    xml = receiver.opened[0]
    assert "<ChangeType><![CDATA[add_external_contact]]></ChangeType>" in xml
    assert f"<ExternalUserID><![CDATA[{friend['external_userid']}]]>" in xml
    assert f"<WelcomeCode><![CDATA[{friend['welcome_code']}]]>" in xml
    assert "<State><![CDATA[yt1]]></State>" in xml


async def test_a_receiver_that_fails_gets_three_tries(
    emulator: httpx2.AsyncClient, receiver: Receiver
) -> None:
    receiver.status = 500
    await scan(emulator, await make_way(emulator))
    await settle(receiver, 3)
    await asyncio.sleep(0.1)
    log = (await emulator.get(f"{BASE}/callbacks")).json()
    assert [(row["statuses"], row["outcome"]) for row in log] == [([500, 500, 500], "given up")]


async def test_a_welcome_code_works_once_and_for_20_seconds(emulator: httpx2.AsyncClient) -> None:
    way = await make_way(emulator)
    path = "externalcontact/send_welcome_msg"
    code = (await scan(emulator, way))["welcome_code"]
    body = {"welcome_code": code, "text": {"content": "你好"}}
    assert (await call(emulator, path, body))["errcode"] == 0
    assert (await call(emulator, path, body))["errcode"] == 41051
    assert (await call(emulator, path, {**body, "welcome_code": "x"}))["errcode"] == 41050
    other = await scan(emulator, way, person={"unionid": "u2"})
    await emulator.post("/emulator/clock", json={"advance_seconds": 21})
    late = await call(emulator, path, {**body, "welcome_code": other["welcome_code"]})
    assert late["errcode"] == 41050
    received = (await emulator.get(f"{BASE}/received")).json()
    assert [(one["kind"], one["body"]["text"]) for one in received] == [("welcome", "你好")]


async def test_a_half_add_gets_a_second_code_only_if_the_first_was_not_used(
    emulator: httpx2.AsyncClient,
) -> None:
    way = await make_way(emulator)
    for unionid, used in (("u1", True), ("u2", False)):
        half = await scan(emulator, way, half=True, person={"unionid": unionid})
        if used:
            body = {"welcome_code": half["welcome_code"], "text": {"content": "你好"}}
            await call(emulator, "externalcontact/send_welcome_msg", body)
        pair = {"userid": "alice", "external_userid": half["external_userid"]}
        whole = (await emulator.post(f"{BASE}/complete", json=pair)).json()
        assert (whole["welcome_code"] is None) is used


async def test_leaving_and_coming_back_keeps_the_id(emulator: httpx2.AsyncClient) -> None:
    way = await make_way(emulator)
    first = await scan(emulator, way)
    pair = {"userid": "alice", "external_userid": first["external_userid"], "by": "customer"}
    assert (await emulator.post(f"{BASE}/unfollow", json=pair)).status_code == 200
    again = await scan(emulator, way)
    assert again["external_userid"] == first["external_userid"]
    assert again["welcome_code"] not in {None, first["welcome_code"]}


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({"scene": 2, "user": ["alice"]}, 41037),
        ({"type": 1, "user": ["alice"]}, 41038),
        ({"type": 9, "scene": 2, "user": ["alice"]}, 41039),
        ({"type": 1, "scene": 2, "user": []}, 41041),
        ({"type": 1, "scene": 2, "user": ["nobody"]}, 60111),
        ({"type": 1, "scene": 2, "user": ["alice"], "state": "x" * 31}, 40058),
    ],
)
async def test_a_contact_way_is_refused_as_wecom_refuses(
    emulator: httpx2.AsyncClient, body: dict[str, Any], errcode: int
) -> None:
    answer = await call(emulator, "externalcontact/add_contact_way", body)
    assert answer["errcode"] == errcode
    assert re.search(r", hint: \[\d+\], from ip: .*devtool/query\?e=\d+$", answer["errmsg"])
    corp = (await emulator.get(BASE)).json()
    assert corp["contact_ways"] == []


async def test_tokens_expire_and_quotas_end(emulator: httpx2.AsyncClient) -> None:
    query = {"corpid": CORPID, "corpsecret": "s3cret"}
    token = (await emulator.get("/cgi-bin/gettoken", params=query)).json()["access_token"]
    path = "/cgi-bin/externalcontact/get_follow_user_list"
    codes = [
        (await emulator.get(path, params={"access_token": token})).json()["errcode"]
        for _ in range(51)
    ]
    assert codes == [0] * 50 + [45009]
    await emulator.post("/emulator/clock", json={"advance_seconds": 7201})
    refused = await emulator.get(path, params={"access_token": token})
    assert (refused.json()["errcode"], refused.json()["follow_user"]) == (42001, [])
    wrong = await emulator.get("/cgi-bin/gettoken", params={**query, "corpsecret": "no"})
    assert wrong.json()["errcode"] == 40001
    assert (await emulator.get(path)).json()["errcode"] == 41001


async def test_everything_survives_a_restart(emulator: httpx2.AsyncClient, tmp_path: Path) -> None:
    friend = await scan(emulator, await make_way(emulator))
    async with asyncio.timeout(60):
        while friend["external_userid"] not in (
            (tmp_path / "state.json").read_text() if (tmp_path / "state.json").exists() else ""
        ):
            await asyncio.sleep(0.05)
    again = create_app(state_file=tmp_path / "state.json")
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=again), base_url="http://again"
    ) as http:
        assert (await http.get(BASE)).json() == (await emulator.get(BASE)).json()
