"""What the page shows without asking WeCom, and what it can change."""

from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.sense.connection.roads import TOKEN, Connected
from tests.yutang.world import AES_KEY, App, add_corp, event_xml
from yutang.people.corps import service as corps

CONNECTION = "/api/wecom/connection"
OTHER_KEY = "4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws"


async def shown(connected: Connected) -> dict[str, Any]:
    """The connection as the page reads it."""
    await connected.world.api.door.refusals.flush()
    answer = await connected.world.http.get(CONNECTION)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_the_connection_is_shown_without_a_secret(connected: Connected) -> None:
    world = connected.world
    await world.call_back(event_xml(world.app.corpid, "change_contact", "update_user", UserID="a"))
    found = await shown(connected)
    assert (found["corpid"], found["address"]) == (world.app.corpid, "https://yutang.test")
    assert found["apps"] == [
        {
            "agent_id": app.agent_id,
            "callback_url": f"https://yutang.test{app.path}",
            "callback_token_set": True,
        }
        for app in world.apps
    ]
    assert found["last_callback_at"] is not None
    assert found["last_synced_at"] is None
    assert (found["refusals"], found["verify_files"]) == ([], [])
    for app in world.apps:
        for secret in (app.secret, app.token, AES_KEY):
            assert secret not in str(found)


async def test_new_keys_count_at_once_and_are_audited_without_themselves(
    connected: Connected,
) -> None:
    world = connected.world
    client = await corps.connect(world.runtime, world.corp_id, 1000002)
    await client.customers.follow_user_list()
    answer = await world.http.put(
        f"{CONNECTION}/apps/1000002",
        json={"secret": " newsecret ", "callback_token": "newtoken", "aes_key": OTHER_KEY},
    )
    assert answer.status_code == 204, answer.text
    renewed = App(world.app.corpid, 1000002, token="newtoken")
    xml = event_xml(world.app.corpid, "change_contact", "update_user", UserID="a")
    old = await world.call_back(xml)
    assert (old.status_code, old.content) == (403, b"signature")
    cipher = type(world.app.cipher)("newtoken", OTHER_KEY, world.app.corpid)
    encrypted = cipher.encrypt(b"1234567890123456789")
    query = {"msg_signature": cipher.sign("1", "n", encrypted), "timestamp": "1", "nonce": "n"}
    fresh = await world.http.get(renewed.path, params={**query, "echostr": encrypted.decode()})
    assert (fresh.status_code, fresh.content) == (200, b"1234567890123456789")
    await connected.check()
    assert {call.query["corpsecret"] for call in connected.roads.wecom.calls(TOKEN)[1:]} == {
        "newsecret",
        world.apps[1].secret,
    }
    async with world.runtime.database.owner() as session:
        entry = (
            await session.execute(
                text(
                    "select actor, target, after::text as after from audit_entries"
                    " where action = 'corp.app_keys_replaced'"
                )
            )
        ).one()
        tokens = await session.scalar(text("select count(*) from access_tokens"))
    assert entry.actor.startswith("user:")
    assert entry.target == "app:1000002"
    assert entry.after == '{"replaced": ["secret", "callback_token", "aes_key"]}'
    assert tokens == 0


async def test_wrong_keys_are_refused_and_change_nothing(
    connected: Connected, subtests: pytest.Subtests
) -> None:
    for body, code in (
        ({"aes_key": AES_KEY[:42]}, "corps.bad_callback_key"),
        ({"aes_key": AES_KEY[:42] + "$", "secret": "s"}, "corps.bad_callback_key"),
        ({"callback_token": "with blank"}, "corps.bad_callback_token"),
        ({"callback_token": "x" * 33, "aes_key": OTHER_KEY}, "corps.bad_callback_token"),
        ({}, "corps.nothing_to_replace"),
    ):
        with subtests.test(body=body, code=code):
            world = connected.world
            answer = await world.http.put(f"{CONNECTION}/apps/1000002", json=body)
            assert (answer.status_code, answer.json()["type"]) == (422, code)
            assert AES_KEY[:42] not in answer.text
            async with world.runtime.database.owner() as session:
                kept = await corps.read_app_secrets(session, world.runtime.vault, world.corp_id)
            assert (kept[0].secret, kept[0].callback_token, kept[0].aes_key) == (
                world.app.secret,
                world.app.token,
                AES_KEY,
            )


async def test_an_app_of_another_corp_cannot_be_changed(connected: Connected) -> None:
    await add_corp(connected.world.runtime, "other", (1000009,))
    answer = await connected.world.http.put(f"{CONNECTION}/apps/1000009", json={"secret": "s"})
    assert (answer.status_code, answer.json()["type"]) == (404, "corps.unknown")


async def test_refusals_are_counted_by_app_and_reason(connected: Connected) -> None:
    world = connected.world
    stranger = App(world.app.corpid, world.app.agent_id)
    for _ in range(3):
        await world.call_back("<xml></xml>", stranger)
    await world.http.post(f"/callbacks/wecom/{world.app.corpid}/77", content=b"<xml/>")
    for number in range(50):
        await world.http.post(f"/callbacks/wecom/wwnobody{number}/1", content=b"<xml/>")
    refusals = (await shown(connected))["refusals"]
    assert [
        (row["agent_id"], row["reason"], row["count"], row["path"])
        for row in sorted(refusals, key=lambda row: -row["count"])
    ] == [
        (None, "unknown_app", 50, "/callbacks/wecom/wwnobody49/1"),
        (1000002, "signature", 3, world.app.path),
        (None, "unknown_app", 1, f"/callbacks/wecom/{world.app.corpid}/77"),
    ]
    await world.call_back("<xml></xml>", stranger)
    again = (await shown(connected))["refusals"][0]
    assert (again["reason"], again["count"]) == ("signature", 4)
    assert again["first_at"] < again["last_at"]


async def test_a_check_of_our_own_is_no_refusal(connected: Connected) -> None:
    async def refused(scope: Any, receive: Any, send: Any) -> None:
        query = scope["query_string"].replace(b"nonce=", b"nonce=9")
        await connected.world.api({**scope, "query_string": query}, receive, send)

    connected.roads.proxy = refused
    assert (await connected.check())["callback", 1000002]["code"] == "callback.signature"
    assert (await shown(connected))["refusals"] == []


async def test_where_corps_share_a_roof_none_sees_a_stranger_of_the_others(
    connected: Connected,
) -> None:
    await add_corp(connected.world.runtime, "other", (1000009,))
    await connected.world.http.post("/callbacks/wecom/wwnobody/1", content=b"<xml/>")
    assert (await shown(connected))["refusals"] == []


NAME = "WW_verify_aB3dE6gH9jK2mN5p.txt"


async def upload(connected: Connected, name: str, content: str) -> Any:
    """Upload one file."""
    return await connected.world.http.post(
        f"{CONNECTION}/verify-files", json={"name": name, "content": content}
    )


async def test_a_domain_file_is_served_at_the_root_until_it_is_deleted(
    connected: Connected,
) -> None:
    http = connected.world.http
    assert (await upload(connected, NAME, "aB3dE6gH9jK2mN5p")).status_code == 204
    served = await http.get(f"/{NAME}")
    assert (served.status_code, served.text) == (200, "aB3dE6gH9jK2mN5p")
    assert served.headers["content-type"] == "text/plain; charset=utf-8"
    assert (await upload(connected, NAME, "other")).status_code == 204
    assert (await http.get(f"/{NAME}")).text == "other"
    [file] = (await shown(connected))["verify_files"]
    assert (file["name"], file["url"], file["bytes"]) == (NAME, f"https://yutang.test/{NAME}", 5)
    assert (await http.delete(f"{CONNECTION}/verify-files/{NAME}")).status_code == 204
    assert (await http.get(f"/{NAME}")).status_code == 404
    gone = await http.delete(f"{CONNECTION}/verify-files/{NAME}")
    assert (gone.status_code, gone.json()["type"]) == (404, "connection.unknown_verify_file")


async def test_what_is_no_domain_file_is_refused(
    connected: Connected, subtests: pytest.Subtests
) -> None:
    for name, content in (
        ("index.html", "x"),
        ("WW_verify_a.txt.html", "x"),
        ("../WW_verify_a.txt", "x"),
        ("WW_verify_.txt", "x"),
        (NAME, ""),
        (NAME, " \n"),
        (NAME, "x" * 1025),
        (NAME, "汉字"),
        (NAME, "a\0b"),
    ):
        with subtests.test(name=name, content=content):
            answer = await upload(connected, name, content)
            assert (answer.status_code, answer.json()["type"]) == (
                422,
                "connection.bad_verify_file",
            )
            assert (await shown(connected))["verify_files"] == []


async def test_a_file_of_another_corp_is_neither_replaced_nor_deleted(
    connected: Connected,
) -> None:
    world = connected.world
    await upload(connected, NAME, "first")
    await add_corp(world.runtime, "other", (1000009,))
    await world.sign_in("other")
    answer = await upload(connected, NAME, "second")
    assert (answer.status_code, answer.json()["type"]) == (409, "connection.verify_file_taken")
    assert (await world.http.delete(f"{CONNECTION}/verify-files/{NAME}")).status_code == 404
    assert (await world.http.get(f"/{NAME}")).text == "first"


async def test_an_operator_does_not_see_the_connection(connected: Connected) -> None:
    async with connected.world.runtime.database.owner() as session:
        await session.execute(text("update users set role = 'operator'"))
    assert (await connected.world.http.get(CONNECTION)).status_code == 403
