"""The fixtures that other projects test with, in a project of their own."""

from typing import Any

import httpcore2  # noqa: F401 - see below
import httpx2
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from wechatpy.enterprise.crypto import WeChatCrypto

from wecom_emulator.testing import (
    Company,
    EmulatorError,
    Setup,
    open_in_process,
    read_event,
    serve,
)

# httpx2 imports httpcore2 late. A pytest inside this one forgets afterwards what it imported, and a
# second import has other errors than those that httpx2 knows; so it is here before.

pytest_plugins = ["pytester"]
PLUGIN = ("-p", "wecom_emulator.pytest_plugin", "-p", "no:randomly", "-p", "no:xdist")


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project that knows nothing of this one."""
    pytester.makeini("[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function")
    return pytester


def test_another_projects_tests_have_a_wecom(project: pytest.Pytester) -> None:
    project.makepyfile(
        """
        import pytest

        def test_a_friend_and_its_event(wecom_emulator):
            friend = wecom_emulator.add("ann", name="小满", unionid="o1")
            [event] = wecom_emulator.events()
            assert event["ChangeType"] == "add_external_contact"
            assert event["WelcomeCode"] == friend["welcome_code"]
            hello = {"welcome_code": friend["welcome_code"], "text": {"content": "你好"}}
            assert wecom_emulator.call("externalcontact/send_welcome_msg", hello)["errcode"] == 0
            [got] = wecom_emulator.tell("received", external_userid=friend["external_userid"])
            assert got["body"]["text"] == "你好"
            [row] = wecom_emulator.journal("externalcontact/send_welcome_msg")
            assert row["body"] == hello

        @pytest.mark.wecom_emulator(
            limits={"calls_of_api": {"getcallbackip": {"minute": 1}}},
            switches={"hint_form": "old"},
            staff=[{"userid": "cat"}],
            name="鱼塘",
        )
        def test_it_is_set_up_by_a_mark(wecom_emulator):
            assert wecom_emulator.tell()["staff"] == ["cat"]
            assert wecom_emulator.tell()["name"] == "鱼塘"
            codes = [wecom_emulator.call("getcallbackip")["errcode"] for _ in range(2)]
            assert codes == [0, 45009]
            wecom_emulator.lower(calls_of_api={"getcallbackip": {"minute": 0}})
            wecom_emulator.advance(61)
            codes = [wecom_emulator.call("getcallbackip")["errcode"] for _ in range(3)]
            assert codes == [0, 0, 0]
            wecom_emulator.fault("http", value=502, path="/cgi-bin/getcallbackip", count=1)
            with pytest.raises(Exception, match="fault"):
                wecom_emulator.call("getcallbackip")

        @pytest.mark.parametrize("round", [1, 2])
        def test_each_has_its_own(wecom_emulator, round):
            assert wecom_emulator.tell()["customers"] == []
            wecom_emulator.add("ann")
            assert len(wecom_emulator.tell()["customers"]) == 1

        async def test_in_the_process(open_wecom_emulator):
            async with open_wecom_emulator(corpid="ww77") as wecom:
                await wecom.act("add", userid="bob", person={"unionid": "o2"})
                [event] = await wecom.events()
                assert (event["ToUserName"], event["UserID"]) == ("ww77", "bob")
        """
    )
    project.runpytest_inprocess(*PLUGIN).assert_outcomes(passed=5)


def test_the_words_of_a_served_one() -> None:
    with serve(Setup(company=Company(staff=({"userid": "dora"},)))) as wecom:
        assert httpx2.get(f"{wecom.url}/healthz").text == "ok"
        way = {"type": 1, "scene": 2, "user": ["dora"], "state": "s"}
        config_id = wecom.call("externalcontact/add_contact_way", way)["config_id"]
        assert wecom.scan(config_id, name="客")["state"] == "s"
        with pytest.raises(EmulatorError, match="no member nobody"):
            wecom.add("nobody")
        with pytest.raises(EmulatorError, match="no answer within 1 s"):
            wecom.connect("http://127.0.0.1:9/callback")


@pytest.fixture
def caught() -> tuple[Starlette, list[dict[str, Any]]]:
    """An app that receives callbacks, and what it received."""
    events: list[dict[str, Any]] = []
    company = Company()
    crypto = WeChatCrypto(company.token, company.encoding_aes_key, company.corpid)

    async def callback(request: Request) -> Response:
        query = request.query_params
        signed = (query["msg_signature"], query["timestamp"], query["nonce"])
        if request.method == "GET":
            return Response(crypto.check_signature(*signed, query["echostr"]))
        plain = crypto.decrypt_message(await request.body(), *signed)
        events.append(read_event(plain if isinstance(plain, str) else plain.decode()))
        return Response("")

    return Starlette(routes=[Route("/wecom", callback, methods=["GET", "POST"])]), events


async def test_an_app_in_the_process_gets_its_callbacks(
    caught: tuple[Starlette, list[dict[str, Any]]],
) -> None:
    app, events = caught
    company = Company(callback_url="http://app.test/wecom")
    async with open_in_process(Setup(company=company, rate=60), callback_app=app) as wecom:
        added = await wecom.act("add", userid="ann", person={"unionid": "o1"})
        assert await wecom.events() == events
        assert [event["ExternalUserID"] for event in events] == [added["external_userid"]]
        before = (await wecom.control("clock"))["now"]
        after = (await wecom.control("clock", advance_seconds=100))["now"]
        assert 100 <= after - before < 700
        client = httpx2.AsyncClient(transport=wecom.transport, base_url="http://wecom.test")
        async with client:
            assert (await client.get("/healthz")).text == "ok"
