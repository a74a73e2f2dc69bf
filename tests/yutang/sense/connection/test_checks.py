"""Each thing that can be wrong with a connection is found, named, and hides no other."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.sense.connection.roads import (
    ADDRESSES,
    FOLLOWERS,
    TOKEN,
    Asgi,
    Connected,
    Receive,
    Scope,
    Send,
    answering,
    changing,
    dumps,
    refuse,
)
from tests.yutang.wecom.miniature import Reply
from yutang.sense.connection import selftest

FIRST, SECOND = 1000002, 1000003


def short(found: dict[str, Any]) -> tuple[str, str]:
    """What a row of the page turns on."""
    return found["status"], found["code"]


async def test_where_all_is_well_every_check_says_so(connected: Connected) -> None:
    wecom = connected.roads.wecom
    wecom.answers[TOKEN] = _queue(*[_dated(seconds=0)] * 2)
    wecom.valid_tokens.add("t")
    found = await connected.check()
    keys = (
        "token",
        "trusted_ip",
        "visible_range",
        "customer_contact",
        "contacts",
        "callback",
        "js_sdk",
    )
    assert list(found) == [
        *((key, app) for app in (FIRST, SECOND) for key in keys),
        ("clock", None),
        ("quotas", None),
    ]
    assert {short(one) for one in found.values()} == {("ok", "ok")}
    assert found["customer_contact", FIRST]["facts"] == {"members": 2}
    assert [call.query["corpsecret"] for call in wecom.calls(TOKEN)] == [
        app.secret for app in connected.world.apps
    ]


@pytest.mark.parametrize("errcode", [40001, 40013, 40091])
async def test_a_refused_token_is_told_by_its_code(connected: Connected, errcode: int) -> None:
    connected.roads.wecom.answer(TOKEN, refuse(errcode), refuse(errcode))
    found = await connected.check()
    assert short(found["token", FIRST]) == ("failed", f"wecom.{errcode}")
    assert short(found["customer_contact", FIRST]) == ("unknown", "needs.token")
    assert short(found["trusted_ip", FIRST]) == ("unknown", "needs.token")
    assert short(found["callback", FIRST]) == ("ok", "ok")


@pytest.mark.parametrize("errcode", [48002, 60011])
async def test_a_refused_customer_contact_is_told_by_its_code(
    connected: Connected, errcode: int
) -> None:
    connected.roads.wecom.answers[FOLLOWERS] = _queue(refuse(errcode))
    found = await connected.check()
    assert short(found["customer_contact", FIRST]) == ("failed", f"wecom.{errcode}")
    assert short(found["token", FIRST]) == ("ok", "ok")
    assert short(found["trusted_ip", FIRST]) == ("ok", "ok")
    assert short(found["callback", FIRST]) == ("ok", "ok")


@pytest.mark.parametrize("where", [TOKEN, ADDRESSES, FOLLOWERS])
async def test_an_untrusted_address_is_named(connected: Connected, where: str) -> None:
    connected.roads.wecom.answers[where] = _queue(refuse(60020), refuse(60020))
    found = await connected.check()
    trusted = found["trusted_ip", FIRST]
    assert short(trusted) == ("failed", "wecom.60020")
    assert trusted["facts"] == {"errcode": 60020, "ip": "203.0.113.7"}
    if where != ADDRESSES:
        assert short(found["customer_contact", FIRST]) == ("unknown", "needs.trusted_ip")
    assert short(found["callback", FIRST]) == ("ok", "ok")


async def test_any_other_refusal_keeps_its_code(connected: Connected) -> None:
    connected.roads.wecom.answer(TOKEN, refuse(43009), refuse(43009))
    found = await connected.check()
    assert short(found["token", FIRST]) == ("failed", "wecom.refused")
    assert found["token", FIRST]["facts"] == {"errcode": 43009, "errmsg": "no"}


async def test_nobody_with_customer_contact_is_a_failure(connected: Connected) -> None:
    connected.roads.wecom.answers[FOLLOWERS] = _queue({"errcode": 0, "follow_user": []})
    found = await connected.check()
    assert short(found["customer_contact", FIRST]) == ("failed", "contact.nobody")


async def test_what_is_no_wecom_is_told(connected: Connected) -> None:
    connected.roads.wecom.answer(TOKEN, Reply(b"<html>", 502), Reply(b"<html>", 502))
    found = await connected.check()
    assert short(found["token", FIRST]) == ("failed", "wecom.not_wecom")
    assert short(found["trusted_ip", FIRST]) == ("unknown", "needs.answer")
    assert short(found["clock", None]) == ("unknown", "needs.answer")


@pytest.mark.parametrize(
    ("minutes", "code"), [(-6, "clock.off"), (6, "clock.off"), (4, "ok"), (-4, "ok")]
)
async def test_a_clock_is_off_beyond_five_minutes(
    connected: Connected, minutes: int, code: str
) -> None:
    connected.roads.wecom.valid_tokens.add("t")
    reply = _dated(seconds=minutes * 60)
    connected.roads.wecom.answers[TOKEN] = _queue(reply, reply)
    clock = (await connected.check())["clock", None]
    assert clock["code"] == code
    assert clock["facts"]["seconds"] == pytest.approx(-minutes * 60, abs=15)


async def test_a_wrong_signature_at_our_own_address_is_told(connected: Connected) -> None:
    """A proxy that decodes `+` twice leaves a text that was never signed."""
    home = connected.world.api

    async def blank_for_plus(scope: Scope, receive: Receive, send: Send) -> None:
        query = scope["query_string"].replace(b"%2B", b"+")
        await home({**scope, "query_string": query}, receive, send)

    connected.roads.proxy = blank_for_plus
    found = await connected.check()
    assert short(found["callback", FIRST]) == ("failed", "callback.signature")
    assert found["callback", FIRST]["facts"]["status"] == 403
    assert short(found["token", FIRST]) == ("ok", "ok")


CHANGES: Sequence[tuple[Callable[[bytes], bytes], str]] = (
    (lambda body: b"\xef\xbb\xbf" + body, "bom"),
    (lambda body: b'"' + body + b'"', "quotes"),
    (lambda body: body + b"\n", "newline"),
    (lambda _: b"<html>hello</html>", "page"),
    (lambda _: b"", "empty"),
    (lambda body: body[::-1] + b"x", "other"),
)


async def test_a_body_changed_on_its_way_is_told(
    connected: Connected, subtests: pytest.Subtests
) -> None:
    for change, name in CHANGES:
        with subtests.test(name):
            connected.roads.proxy = changing(connected.world.api, change)
            found = await connected.check()
            assert short(found["callback", SECOND]) == ("failed", "callback.body_changed")
            assert found["callback", SECOND]["facts"]["change"] == name


async def _sleeps(_: Scope, __: Receive, ___: Send) -> None:
    await asyncio.sleep(30)


@pytest.mark.parametrize(
    ("proxy", "code", "fact"),
    [
        (_sleeps, "callback.timeout", ("seconds", 0.2)),
        (answering(b"Bad Gateway", 502), "callback.status", ("status", 502)),
        (answering(b"", 301), "callback.status", ("status", 301)),
        (answering(b"receiver", 403), "callback.receiver", ("status", 403)),
        (answering(b"unknown_app", 404), "callback.unknown_app", ("status", 404)),
    ],
)
async def test_an_address_that_does_not_answer_as_wanted_is_told(
    connected: Connected,
    monkeypatch: pytest.MonkeyPatch,
    proxy: Asgi,
    code: str,
    fact: tuple[str, float],
) -> None:
    monkeypatch.setattr(selftest, "GIVE_UP_SECONDS", 0.2)
    connected.roads.proxy = proxy
    callback = (await connected.check())["callback", FIRST]
    assert short(callback) == ("failed", code)
    assert callback["facts"][fact[0]] == fact[1]
    assert callback["facts"]["url"] == f"https://yutang.test{connected.world.app.path}"


async def test_a_slow_answer_is_a_time_out_even_when_it_is_right(
    connected: Connected, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def late(scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(0.3)
        await connected.world.api(scope, receive, send)

    monkeypatch.setattr(selftest, "WECOM_SECONDS", 0.2)
    connected.roads.proxy = late
    assert short((await connected.check())["callback", FIRST]) == ("failed", "callback.timeout")


async def test_a_kept_key_of_the_wrong_length_closes_its_own_door_only(
    connected: Connected,
) -> None:
    world = connected.world
    short_key = world.runtime.vault.seal("tooshort", "corp_apps.aes_key")
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("update corp_apps set sealed_aes_key = :key where agent_id = :agent"),
            {"key": short_key, "agent": FIRST},
        )
    found = await connected.check()
    assert short(found["callback", FIRST]) == ("failed", "callback.key_length")
    assert found["callback", FIRST]["facts"]["characters"] == 8
    assert short(found["callback", SECOND]) == ("ok", "ok")
    answer = await world.http.get(world.app.path, params={"echostr": "x"})
    assert (answer.status_code, answer.content) == (503, b"key_length")


async def test_only_who_may_change_settings_may_check(connected: Connected) -> None:
    async with connected.world.runtime.database.owner() as session:
        await session.execute(text("update users set role = 'operator'"))
    answer = await connected.world.http.post("/api/wecom/connection/checks")
    assert answer.status_code == 403
    assert connected.roads.wecom.requests == []


def _dated(*, seconds: float) -> Reply:
    """A token whose answer was given at another moment."""
    moment = datetime.now(UTC) + timedelta(seconds=seconds)
    return Reply(
        dumps({"errcode": 0, "access_token": "t", "expires_in": 7200}),
        headers={"date": format_datetime(moment, usegmt=True)},
    )


def _queue(*answers: Any) -> Any:
    return deque(answers)
