"""What was sent, promised and ruled outlives a restart."""

import asyncio
import hashlib
from pathlib import Path
from typing import Any

import httpx2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.wecom_emulator.areas.sending import attachment, friend, media
from tests.wecom_emulator.corp import CORP, Emulator, open_emulator
from wecom_emulator.app import create_app

BASE = "externalcontact"


async def _everything(emulator: Emulator) -> list[tuple[str, dict[str, Any] | None]]:
    """One of each, half done; the calls that tell of them."""
    one, picture = await friend(emulator), await media(emulator)
    chat_id = (await emulator.act("groups", owner="ann", name="一"))["chat_id"]
    image = {"msgtype": "image", "image": {"media_id": picture}}
    body = {"text": {"content": "店"}, "external_userid": [one], "attachments": [image]}
    msgid = (await emulator.call(f"{BASE}/add_msg_template", body))["msgid"]
    await emulator.act("confirm", userid="ann", msgid=msgid)
    job = await emulator.call(f"{BASE}/add_moment_task", {"text": {"content": "鱼"}})
    told = await emulator.call(f"{BASE}/get_moment_task_result", jobid=job["jobid"])
    moment = {"moment_id": told["result"]["moment_id"], "userid": "ann"}
    await emulator.act("confirm", **moment)
    await emulator.act(f"moments/{moment['moment_id']}/react", external_userid=one)
    template = await emulator.call(
        f"{BASE}/group_welcome_template/add", {"text": {"content": "欢迎"}}
    )
    await emulator.act(f"groups/{chat_id}/welcome", template_id=template["template_id"])
    album = {"type": "image", "image": {"media_id": await attachment(emulator, 2)}}
    product = {"description": "鱼", "price": 1, "attachments": [album]}
    made = await emulator.call(f"{BASE}/add_product_album", product)
    rule = {
        "rule_name": "一",
        "word_list": ["x"],
        "intercept_type": 1,
        "applicable_range": {"user_list": ["ann"]},
    }
    ruled = await emulator.call(f"{BASE}/add_intercept_rule", rule)
    return [
        (f"{BASE}/get_groupmsg_task", {"msgid": msgid}),
        (f"{BASE}/get_groupmsg_send_result", {"msgid": msgid, "userid": "ann"}),
        (f"{BASE}/get_moment_task", moment),
        (f"{BASE}/get_moment_comments", moment),
        (f"{BASE}/get_moment_send_result", moment),
        (f"{BASE}/group_welcome_template/get", {"template_id": template["template_id"]}),
        (f"{BASE}/get_product_album", {"product_id": made["product_id"]}),
        (f"{BASE}/get_intercept_rule", {"rule_id": ruled["rule_id"]}),
        (f"{BASE}/get_intercept_rule_list", None),
    ]


async def test_all_of_it_is_there_after_a_restart(tmp_path: Path) -> None:
    state_file = tmp_path / "state.json"
    async with open_emulator(state_file=state_file) as emulator:
        calls = await _everything(emulator)
        before = [await emulator.call(name, body) for name, body in calls]
        assert [answer["errcode"] for answer in before] == [0] * len(calls)
        album = (await emulator.http.get(CORP)).json()
    async with open_emulator(state_file=state_file) as emulator:
        assert [await emulator.call(name, body) for name, body in calls] == before
        after = (await emulator.http.get(CORP)).json()
        for name in ("broadcasts", "moments", "group_welcomes", "products", "intercept_rules"):
            assert after[name] == album[name]
            assert len(after[name]) == 1
        # The scene of a file and the template of a group are kept as well.
        chat_id, one = after["groups"][0], after["customers"][0]
        await emulator.act(f"groups/{chat_id}/join", external_userid=one)
        rows = await emulator.tell("received", external_userid=one)
        assert [row["kind"] for row in rows] == ["broadcast", "moment", "group_welcome"]
        [product] = (await emulator.call(f"{BASE}/get_product_album_list", {}))["product_list"]
        body = {"attachments": [{"msgtype": "image", **product["attachments"][0]}]}
        assert await emulator.code(f"{BASE}/add_moment_task", body) == 41072


async def _never(_: httpx2.Request) -> httpx2.Response:
    await asyncio.Event().wait()
    return httpx2.Response(500)


async def test_a_fetch_that_a_restart_cut_short_is_begun_again(tmp_path: Path) -> None:
    state_file, content = tmp_path / "state.json", b"%PDF-1.7 prices"
    async with open_emulator(state_file=state_file) as emulator:
        world = emulator.app.state.world
        await world.http.aclose()
        world.http = httpx2.AsyncClient(transport=httpx2.MockTransport(_never))
        body = {
            "scene": 1,
            "type": "file",
            "filename": "a.pdf",
            "url": "http://localhost/a.pdf",
            "md5": hashlib.md5(content, usedforsecurity=False).hexdigest(),
        }
        jobid = (await emulator.call("media/upload_by_url", body))["jobid"]

    async def serve(_: Request) -> Response:
        return Response(content)

    files = Starlette(routes=[Route("/a.pdf", serve), Route("/callback", serve, methods=["POST"])])
    client = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=files))
    app = create_app(state_file=state_file, callback_client=client)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=app), base_url="http://wecom.test"
        ) as http,
    ):
        again = Emulator(app, http, emulator.receiver)
        await again.sign_in()
        told = await again.call("media/get_upload_by_url_result", {"jobid": jobid})
        assert told["status"] == 1
        await again.advance(121)
        await again.call("media/get_upload_by_url_result", {"jobid": jobid})
        await again.delivered(1)
        told = await again.call("media/get_upload_by_url_result", {"jobid": jobid})
        assert (told["status"], told["detail"]["errcode"]) == (2, 0)
