"""What the callback door takes, and what it refuses."""

import base64
from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy import text

from tests.yutang.world import App, World, add_corp, event_xml
from yutang.sense.callbacks import service

CONTACT = "change_external_contact"


async def stored(world: World) -> list[tuple[str, str, str]]:
    """Event, change and status of what the inbox holds, in order."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text("select event, change_type, status from inbox order by id")
        )
        return [(row.event, row.change_type, row.status) for row in rows]


def add_xml(world: World, person: str = "wm1", **fields: str) -> str:
    """An add of `person`."""
    return event_xml(
        world.app.corpid,
        CONTACT,
        "add_external_contact",
        at=1_700_000_000,
        UserID="alice",
        ExternalUserID=person,
        **fields,
    )


async def test_saving_the_address_in_wecom_is_answered_with_the_plain_text(world: World) -> None:
    encrypted = world.app.cipher.encrypt(b"1616140317555161061")
    answer = await world.http.get(
        world.app.path,
        params={
            "msg_signature": world.app.cipher.sign("7", "n", encrypted),
            "timestamp": "7",
            "nonce": "n",
            "echostr": encrypted.decode(),
        },
    )
    assert (answer.status_code, answer.content) == (200, b"1616140317555161061")


async def test_an_add_is_stored_with_its_welcome(world: World) -> None:
    answer = await world.call_back(add_xml(world, WelcomeCode="CODE", State="yt1"))
    assert (answer.status_code, answer.content) == (200, b"success")
    assert await stored(world) == [(CONTACT, "add_external_contact", "waiting")]
    async with world.runtime.database.owner() as session:
        row = (
            await session.execute(
                text("select account, external_id, half, channel, code, outcome from welcomes")
            )
        ).one()
    assert tuple(row) == ("alice", "wm1", False, "yt1", "CODE", "due")


async def test_the_same_event_through_two_apps_counts_once(world: World) -> None:
    """Each app gets its own code and AgentID for the same add; the first one stands."""
    first, second = world.apps
    await world.call_back(add_xml(world, WelcomeCode="ONE", AgentID="1000002"), first)
    await world.call_back(add_xml(world, WelcomeCode="TWO", AgentID="1000003"), second)
    assert len(await stored(world)) == 1
    async with world.runtime.database.owner() as session:
        codes = await session.execute(text("select agent_id, code from welcomes"))
        assert [tuple(row) for row in codes] == [(1000002, "ONE")]


async def test_a_retry_of_wecom_counts_once(world: World) -> None:
    for _ in range(3):
        answer = await world.call_back(add_xml(world, WelcomeCode="CODE"))
        assert answer.status_code == 200
    assert len(await stored(world)) == 1


async def test_what_differs_only_in_an_id_is_not_lost(world: World) -> None:
    """A group and its 50 tags, two joins and three links' messages, all in one second."""
    corpid = world.app.corpid
    events = [
        event_xml(
            corpid,
            "change_external_tag",
            "create",
            at=5,
            Id=f"et{i}",
            TagType="tag_group" if i == 0 else "tag",
        )
        for i in range(51)
    ]
    events += [
        event_xml(
            corpid,
            "change_external_chat",
            "update",
            at=5,
            ChatId="wr1",
            UpdateDetail="add_member",
            JoinScene="3",
            MemChangeCnt="1",
            LastMemVer="a",
            CurMemVer=version,
        )
        for version in ("b", "c")
    ]
    events += [
        event_xml(
            corpid,
            "customer_acquisition",
            "message_from_customer",
            at=5,
            LinkId="ca1",
            ChatKey=key,
        )
        for key in ("k1", "k2", "k3")
    ]
    for xml in [*events, *events]:
        assert (await world.call_back(xml)).status_code == 200
    assert len(await stored(world)) == 56


async def test_equal_events_of_two_corps_are_two(world: World) -> None:
    _, apps = await add_corp(world.runtime, "other", (1000002,))
    await world.call_back(event_xml("x", CONTACT, "edit_external_contact", at=5, UserID="a"))
    await world.call_back(
        event_xml("x", CONTACT, "edit_external_contact", at=5, UserID="a"), apps[0]
    )
    assert len(await stored(world)) == 2


def _bad_signature(app: App, sealed: bytes) -> tuple[str, bytes]:
    return app.cipher.sign("2", "n", sealed), sealed


def _broken_base64(app: App, _: bytes) -> tuple[str, bytes]:
    broken = b"this is no base64 !!!"
    return app.cipher.sign("1", "n", broken), broken


def _wrong_padding(app: App, sealed: bytes) -> tuple[str, bytes]:
    raw = bytearray(base64.b64decode(sealed))
    raw[-1] ^= 0xFF
    broken = base64.b64encode(bytes(raw))
    return app.cipher.sign("1", "n", broken), broken


def _truncated(app: App, sealed: bytes) -> tuple[str, bytes]:
    broken = base64.b64encode(base64.b64decode(sealed)[:24])
    return app.cipher.sign("1", "n", broken), broken


def _other_corp(app: App, _: bytes) -> tuple[str, bytes]:
    other = App("wwother000000000", app.agent_id, token=app.token)
    sealed = other.cipher.encrypt(b"<xml></xml>")
    return app.cipher.sign("1", "n", sealed), sealed


@pytest.mark.parametrize(
    ("spoil", "status", "reason"),
    [
        (_bad_signature, 403, b"signature"),
        (_broken_base64, 400, b"decryption"),
        (_wrong_padding, 400, b"decryption"),
        (_truncated, 400, b"decryption"),
        (_other_corp, 403, b"receiver"),
    ],
)
async def test_what_is_not_authentic_is_refused_and_not_stored(
    world: World,
    spoil: Callable[[App, bytes], tuple[str, bytes]],
    status: int,
    reason: bytes,
) -> None:
    sealed = world.app.cipher.encrypt(add_xml(world).encode())
    signature, body = spoil(world.app, sealed)
    answer = await world.http.post(
        world.app.path,
        params={"msg_signature": signature, "timestamp": "1", "nonce": "n"},
        content=b"<xml><Encrypt><![CDATA[" + body + b"]]></Encrypt></xml>",
    )
    assert (answer.status_code, answer.content) == (status, reason)
    assert await stored(world) == []


@pytest.mark.parametrize(
    ("method", "path", "content", "status", "reason"),
    [
        ("POST", "", b"no envelope at all", 400, b"envelope"),
        ("POST", "", b"", 400, b"envelope"),
        ("POST", "", b"x" * (10 * 1024 * 1024), 413, b"too_large"),
        ("POST", "9", b"<xml/>", 404, b"unknown_app"),
        ("PUT", "", b"<xml/>", 405, b"method"),
    ],
)
async def test_what_is_no_callback_is_refused(
    world: World, method: str, path: str, content: bytes, status: int, reason: bytes
) -> None:
    answer = await world.http.request(method, world.app.path + path, content=content)
    assert (answer.status_code, answer.content) == (status, reason)
    assert await stored(world) == []


async def test_an_endless_body_is_refused_before_its_end(world: World) -> None:
    async def flood() -> AsyncIterator[bytes]:
        for _ in range(1000):
            yield b"x" * 65536

    answer = await world.http.post(world.app.path, content=flood())
    assert (answer.status_code, answer.content) == (413, b"too_large")


async def test_an_entity_bomb_is_kept_as_it_came_and_never_expanded(world: World) -> None:
    bomb = (
        '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        "<xml><Event>&b;</Event></xml>"
    )
    assert (await world.call_back(bomb)).status_code == 200
    assert await stored(world) == [("", "", "dead")]
    async with world.runtime.database.owner() as session:
        row = (await session.execute(text("select xml, reason from inbox"))).one()
    assert row.xml == bomb
    assert row.reason.startswith("unreadable")


async def test_secrets_in_a_stored_callback_are_not_shown(world: World) -> None:
    await world.call_back(add_xml(world, WelcomeCode="VERYSECRET"))
    await world.sign_in()
    shown = (await world.http.get("/api/callbacks")).text
    assert "VERYSECRET" not in shown
    assert "•••" in shown


async def test_who_may_opens_one_as_it_came_and_is_audited(world: World) -> None:
    await world.call_back(add_xml(world, WelcomeCode="VERYSECRET"))
    await world.sign_in()
    page = (await world.http.get("/api/callbacks")).json()
    assert page["kept_days"] == 30
    [row] = page["items"]
    raw = (await world.http.get(f"/api/callbacks/{row['id']}/raw")).json()
    assert "VERYSECRET" in raw["xml"]
    audited = text("select actor, action, target from audit_entries order by id desc limit 1")
    async with world.runtime.database.owner() as session:
        assert tuple((await session.execute(audited)).one()) == (
            "user:1",
            "callback.opened",
            f"callback:{row['id']}",
        )
        await session.execute(text("update users set role = 'auditor'"))
    refused = await world.http.get(f"/api/callbacks/{row['id']}/raw")
    assert (refused.status_code, "VERYSECRET" in refused.text) == (403, False)


async def test_another_corps_callback_is_unknown(world: World) -> None:
    await world.call_back(add_xml(world))
    await add_corp(world.runtime, "other", (1,))
    await world.sign_in("other")
    async with world.runtime.database.owner() as session:
        callback_id = await session.scalar(text("select id from inbox"))
    answer = await world.http.get(f"/api/callbacks/{callback_id}/raw")
    assert (answer.status_code, answer.json()["type"]) == (404, "callbacks.unknown")


async def test_only_what_is_done_and_old_is_forgotten(world: World) -> None:
    for number, (status, days) in enumerate(
        [("done", 31), ("done", 29), ("dead", 400), ("kept", 400), ("waiting", 400)]
    ):
        await world.call_back(add_xml(world, f"wm{number}"))
        async with world.runtime.database.owner() as session:
            await session.execute(
                text(
                    "update inbox set status = :status,"
                    " handled_at = now() - make_interval(days => :days)"
                    " where id = (select max(id) from inbox)"
                ),
                {"status": status, "days": days},
            )
    assert await service.forget_handled(world.runtime) == 1
    async with world.runtime.database.owner() as session:
        left = await session.scalars(text("select status from inbox order by id"))
        assert list(left) == ["done", "dead", "kept", "waiting"]
