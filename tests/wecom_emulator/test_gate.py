"""What stands before the areas: tokens, apps, addresses, methods, bodies, scope."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, CORPID, SECRET, Emulator, open_emulator
from wecom_emulator.areas import VERBS
from wecom_emulator.limits import Limits
from wecom_emulator.scope import ALIASES, OUTSIDE, PREFIX, RETIRED, api_of, is_outside

FOLLOWERS = "externalcontact/get_follow_user_list"
TAGS = "externalcontact/get_corp_tag_list"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as emulator:
        yield emulator


async def get_token(emulator: Emulator, secret: str = SECRET) -> int:
    answer = await emulator.ask("gettoken", corpid=CORPID, corpsecret=secret)
    return int(answer.json()["errcode"])


async def test_a_stopped_app_gets_no_token_and_its_token_no_answer(emulator: Emulator) -> None:
    await emulator.act("console/apps/1", stopped=True)
    assert await get_token(emulator) == 40001
    assert await emulator.code("getcallbackip") == 50003
    assert await get_token(emulator, "second") == 0
    await emulator.act("console/apps/1", stopped=False)
    assert await emulator.code("getcallbackip") == 0


@pytest.mark.parametrize(
    ("trusted", "errcode"),
    [
        (["127.0.0.1"], 0),
        (["10.0.0.1", "127.0.0.0/8"], 0),
        (["10.0.0.1", "fe80::/10"], 60020),
        ([], 60020),
        (None, 0),
    ],
)
async def test_an_app_is_called_from_its_trusted_addresses(
    emulator: Emulator, trusted: list[str] | None, errcode: int
) -> None:
    await emulator.act("console/apps/1", trusted_ips=trusted)
    answer = await emulator.call("getcallbackip")
    assert answer["errcode"] == errcode
    if errcode:
        assert answer["errmsg"].startswith("not allow to access from your ip, hint: [")
        assert "from ip: 127.0.0.1" in answer["errmsg"]


async def test_a_proxy_is_believed_only_where_a_switch_says_so(emulator: Emulator) -> None:
    await emulator.act("console/apps/1", trusted_ips=["203.0.113.7"])

    async def ask() -> Any:
        answer = await emulator.http.get(
            "/cgi-bin/getcallbackip",
            params={"access_token": emulator.token},
            headers={"X-Forwarded-For": "203.0.113.7, 10.0.0.1"},
        )
        return answer.json()

    assert (await ask())["errcode"] == 60020
    await emulator.act("switches", trust_forwarded_for=True)
    assert (await ask())["errcode"] == 0
    refused = await emulator.call("getcallbackip")
    assert (refused["errcode"], "from ip: 127.0.0.1" in refused["errmsg"]) == (60020, True)


async def test_permissions_come_and_go_in_the_console(emulator: Emulator) -> None:
    await emulator.act("console/apps/1", may_call_contact=False)
    assert await emulator.code(FOLLOWERS) == 48002
    assert await emulator.code("getcallbackip") == 0
    await emulator.act("console/apps/1", may_call_contact=True, withdrawn=True)
    assert await emulator.code(FOLLOWERS) == 48006
    assert await emulator.code("getcallbackip") == 48006
    await emulator.act("console/apps/1", withdrawn=False, unauthorised=["externalcontact/get_f"])
    assert await emulator.code(FOLLOWERS) == 48001
    assert await emulator.code(TAGS, {}) == 0
    await emulator.act("console/apps/2", may_call_contact=True)
    second = await emulator.ask("gettoken", corpid=CORPID, corpsecret="second")
    emulator.token = second.json()["access_token"]
    assert await emulator.code(FOLLOWERS) == 0


async def test_a_token_ends_in_the_console(emulator: Emulator) -> None:
    assert await emulator.act("console/apps/1/tokens", kind="revoke") == {"ended": 1}
    assert await emulator.code("getcallbackip") == 40014
    assert await emulator.act("console/apps/1/tokens", kind="revoke") == {"ended": 0}
    await emulator.sign_in()
    first = emulator.token
    await emulator.act("console/apps/1/tokens", kind="expire")
    assert await emulator.code("getcallbackip") == 42001
    await emulator.sign_in()
    assert emulator.token != first
    assert await emulator.code("getcallbackip") == 0


async def test_what_is_told_of_a_tokens_life_is_a_switch(emulator: Emulator) -> None:
    await emulator.advance(1000)
    query: dict[str, Any] = {"corpid": CORPID, "corpsecret": SECRET}
    assert 6190 <= (await emulator.ask("gettoken", **query)).json()["expires_in"] <= 6200
    await emulator.act("switches", lifetime_told="whole")
    again = (await emulator.ask("gettoken", **query)).json()
    assert (again["access_token"], again["expires_in"]) == (emulator.token, 7200)


async def test_an_address_with_too_many_wrong_secrets_is_locked_out() -> None:
    async with open_emulator(Limits(wrong_secrets_an_hour=3)) as emulator:
        assert [await get_token(emulator, "wrong") for _ in range(4)] == [40001] * 3 + [45009]
        assert await get_token(emulator) == 45009
        assert await emulator.code("getcallbackip") == 0
        quota = (await emulator.http.get("/emulator/quota")).json()
        [locked] = quota["addresses"]
        assert (locked["ip"], locked["path"]) == ("127.0.0.1", "/cgi-bin/gettoken")
        await emulator.advance(3500)
        assert await get_token(emulator) == 45009
        await emulator.advance(101)
        assert await get_token(emulator) == 0
        assert await get_token(emulator, "wrong") == 40001


async def test_the_hint_has_two_forms(emulator: Emulator) -> None:
    new = (await emulator.call("externalcontact/get", external_userid="wm0"))["errmsg"]
    assert re.search(r"hint: \[\d{25}\], from ip: 127\.0\.0\.1, more info at", new)
    await emulator.act("switches", hint_form="old")
    old = (await emulator.call("externalcontact/get", external_userid="wm0"))["errmsg"]
    assert re.search(r"hint: \[\d{10}_\d{1,3}_[0-9a-f]{32}\], from ip: 127\.0\.0\.1, ", old)
    assert old.endswith("https://open.work.weixin.qq.com/devtool/query?e=40096")


async def test_the_names_of_before_2019_still_answer(emulator: Emulator) -> None:
    added = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    old = await emulator.call("crm/get_external_contact", external_userid=added["external_userid"])
    new = await emulator.call("externalcontact/get", external_userid=added["external_userid"])
    assert (old["errcode"], old) == (0, new)
    listed = await emulator.call("crm/get_external_contact_list", userid="ann")
    assert listed["external_userid"] == [added["external_userid"]]
    quota = (await emulator.http.get("/emulator/quota?path=crm/get_external_contact")).json()
    [used] = quota["apis"]
    assert used["path"] == "/cgi-bin/externalcontact/get"
    assert used["windows"]["hour"]["used"] == 2


def test_every_old_name_leads_somewhere() -> None:
    assert [old for old, new in ALIASES.items() if new not in {*VERBS, *RETIRED}] == []


async def test_what_is_not_maintained_any_more_says_so(emulator: Emulator) -> None:
    assert [await emulator.code(path, {}) for path in RETIRED] == [48005] * len(RETIRED)
    assert await emulator.code("crm/transfer_external_contact", {}) == 48005


@pytest.mark.parametrize("outside", OUTSIDE, ids=lambda each: each.begins)
async def test_what_is_out_of_scope_says_so_in_the_envelope(
    emulator: Emulator, outside: Any
) -> None:
    answer = await emulator.ask(f"{outside.begins}some_call", {"a": 1})
    assert (answer.status_code, answer.json()["errcode"]) == (200, 48002)
    assert answer.json()["errmsg"].startswith("api forbidden, hint: [")
    assert answer.headers["error-code"] == "48002"
    [row] = (await emulator.http.get("/emulator/journal")).json()[-1:]
    assert (row["path"], row["errcode"]) == (f"{PREFIX}{outside.begins}some_call", 48002)


def test_nothing_in_scope_is_called_outside() -> None:
    assert [path for path in VERBS if is_outside(path) or path in RETIRED] == []
    assert api_of("/cgi-bin/kf/send_msg") == "kf/send_msg"
    assert is_outside("kf/send_msg")


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
async def test_an_unknown_path_is_not_found(emulator: Emulator, method: str) -> None:
    query = {"access_token": emulator.token}
    answer = await emulator.http.request(method, "/cgi-bin/no/such_call", params=query)
    assert (answer.status_code, answer.content) == (404, b"")


@pytest.mark.parametrize(
    ("method", "sent", "errcode"),
    [
        ("GET", {}, 41037),
        ("PUT", {"json": {"type": 1, "scene": 2, "user": ["ann"]}}, 41037),
        ("POST", {"data": {"type": "1", "scene": "2"}}, 41037),
        ("POST", {"content": b"{'type': 1}"}, 41037),
        ("POST", {"content": b"[1, 2]"}, 41037),
        ("POST", {"content": b"\xff\xfe{}"}, 41037),
        ("POST", {"content": b""}, 41037),
    ],
)
async def test_what_is_no_json_is_missing(
    emulator: Emulator, method: str, sent: dict[str, Any], errcode: int
) -> None:
    answer = await emulator.http.request(
        method,
        "/cgi-bin/externalcontact/add_contact_way",
        params={"access_token": emulator.token},
        **sent,
    )
    assert (answer.status_code, answer.json()["errcode"]) == (200, errcode)
    assert await emulator.tell("contact_ways") == []


async def test_bad_json_is_passed_over_or_refused_by_a_switch(emulator: Emulator) -> None:
    query = {"access_token": emulator.token}

    async def ask() -> Any:
        return (await emulator.http.post(f"/cgi-bin/{TAGS}", params=query, content=b"{oops")).json()

    warned = await ask()
    assert (warned["errcode"], warned["errmsg"]) == (0, "ok. Warning: wrong json format. ")
    assert warned["tag_group"] == []
    await emulator.act("switches", bad_json="refuse")
    assert (await ask())["errcode"] == 40058
    assert (await emulator.call(TAGS))["errcode"] == 40058
    assert (await emulator.call(TAGS, {}))["errmsg"] == "ok"


async def test_escapes_are_refused_by_a_switch(emulator: Emulator) -> None:
    async def ask(raw: bytes) -> int:
        answer = await emulator.http.post(
            "/cgi-bin/externalcontact/add_corp_tag",
            params={"access_token": emulator.token},
            content=raw,
        )
        return int(answer.json()["errcode"])

    escaped = rb'{"group_name": "\u9c7c", "tag": [{"name": "a"}]}'
    await emulator.act("switches", escapes_refused=True)
    assert await ask(escaped) == 40033
    assert (await emulator.call(TAGS, {}))["tag_group"] == []
    assert await ask('{"group_name": "鱼\\\\u", "tag": [{"name": "a\\tb"}]}'.encode()) == 0
    await emulator.act("switches", escapes_refused=False)
    assert await ask(escaped) == 0
    [first, second] = (await emulator.call(TAGS, {}))["tag_group"]
    assert {first["group_name"], second["group_name"]} == {"鱼\\u", "鱼"}


async def test_a_body_that_is_too_large_is_refused() -> None:
    async with open_emulator(Limits(body_bytes=1000, upload_bytes=5000)) as emulator:
        assert await emulator.code(TAGS, {"tag_id": ["x" * 2000]}) == 40206
        assert await emulator.code(TAGS, {"tag_id": ["x" * 10]}) != 40206
        answer = await emulator.http.post(
            "/cgi-bin/media/upload",
            params={"access_token": emulator.token, "type": "file"},
            files={"media": ("a.txt", b"x" * 10_000, "text/plain")},
        )
        assert answer.json()["errcode"] == 40206


async def test_the_journal_keeps_what_fits() -> None:
    async with open_emulator(Limits(journal_bytes=50_000, journal_rows=1000)) as emulator:
        for number in range(60):
            await emulator.call(TAGS, {"group_id": [f"{number:04}" + "x" * 2000]})
        rows = (await emulator.http.get("/emulator/journal")).json()
        bodies = [row["body"]["group_id"][0][:4] for row in rows]
        assert 10 <= len(bodies) < 25
        assert bodies == [f"{number:04}" for number in range(60 - len(bodies), 60)]
        await emulator.http.post("/emulator/limits", json={"journal_rows": 3})
        rows = (await emulator.http.get("/emulator/journal")).json()
        assert [row["body"]["group_id"][0][:4] for row in rows] == ["0057", "0058", "0059"]
        large = "y" * 20_000
        await emulator.call(TAGS, {"group_id": [large]})
        rows = (await emulator.http.get("/emulator/journal")).json()
        assert (rows[-1]["body"], rows[-1]["corpid"]) == (None, CORPID)


async def test_a_new_apps_settings_outlive_an_update_of_the_corp(emulator: Emulator) -> None:
    await emulator.act("console/apps/2", may_call_contact=True, redirect_domain="a.example")
    await emulator.act("console/staff/ann", verified=False, customer_limit=3)
    body = {
        "corpid": CORPID,
        "apps": [{"agentid": 1, "secret": SECRET}, {"agentid": 2, "secret": "third"}],
        "staff": [{"userid": "ann", "name": "安安"}],
    }
    assert (await emulator.http.post("/emulator/corps", json=body)).status_code == 200
    told = (await emulator.http.get(CORP)).json()
    first, second = told["apps"]
    assert (first["may_call_contact"], second["may_call_contact"]) == (True, True)
    assert (second["secret"], second["redirect_domain"]) == ("third", "a.example")
    ann = next(m for m in await emulator.tell("staff") if m["userid"] == "ann")
    assert (ann["name"], ann["verified"], ann["customer_limit"]) == ("安安", False, 3)
