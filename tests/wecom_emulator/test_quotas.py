"""Frequency and concurrency in the emulator's time."""

import asyncio
import random
import time
from collections import Counter
from typing import Any

import httpx2
import pytest

from tests.wecom_emulator.corp import CORPID, SECRET, Emulator, open_emulator
from wecom_emulator.app import create_app
from wecom_emulator.clock import Clock
from wecom_emulator.limits import Limits
from wecom_emulator.quotas import begin_of, end_of_block

MARK = "externalcontact/mark_tag"
TAGS = "externalcontact/get_corp_tag_list"
NOON = 1_999_915_200  # 2033-05-17 12:00 in Shanghai


async def at(emulator: Emulator, now: float) -> None:
    await emulator.http.post("/emulator/clock", json={"now": now})
    await emulator.sign_in()


async def used(emulator: Emulator, path: str) -> Any:
    told = (await emulator.http.get("/emulator/quota", params={"path": path})).json()
    [row] = told["apis"]
    return row


async def test_a_minute_too_full_blocks_for_sixty_seconds() -> None:
    async with open_emulator(Limits(calls_a_minute=2)) as emulator:
        await at(emulator, NOON + 50)
        assert [await emulator.code("getcallbackip") for _ in range(4)] == [0, 0, 45009, 45009]
        await emulator.advance(30)
        # The next minute of the clock has begun, the block has not ended.
        assert await emulator.code("getcallbackip") == 45009
        assert await emulator.code("externalcontact/get_follow_user_list") == 0
        await emulator.advance(30)
        assert await emulator.code("getcallbackip") == 0
        row = await used(emulator, "getcallbackip")
        assert (row["lockouts"], row["exceeded"], row["blocked"]) == (1, 3, [])
        assert row["windows"]["minute"] == {"begins": NOON + 60, "used": 1, "most": 2}
        assert row["windows"]["hour"]["used"] == 3


async def test_an_hour_too_full_blocks_for_sixty_minutes() -> None:
    async with open_emulator(Limits(calls_an_hour=3)) as emulator:
        await at(emulator, NOON + 1800)
        assert [await emulator.code("getcallbackip") for _ in range(4)] == [0, 0, 0, 45009]
        await emulator.advance(3500)
        await emulator.sign_in()
        assert await emulator.code("getcallbackip") == 45009
        await emulator.advance(101)
        await emulator.sign_in()
        assert await emulator.code("getcallbackip") == 0
        row = await used(emulator, "getcallbackip")
        assert [(h["begins"], h["calls"], h["zero"], h["refused"]) for h in row["hours"]] == [
            (NOON, 3, 3, 1),
            (NOON + 3600, 1, 1, 1),
        ]


async def test_all_apps_of_a_corp_share_and_another_corp_does_not() -> None:
    async with open_emulator(Limits(calls_an_hour=3)) as emulator:
        await at(emulator, NOON)
        other = {"corpid": "ww2", "apps": [{"agentid": 1, "secret": "other"}]}
        await emulator.http.post("/emulator/corps", json=other)
        tokens = []
        for corpid, secret in ((CORPID, SECRET), (CORPID, "second"), ("ww2", "other")):
            got = await emulator.ask("gettoken", corpid=corpid, corpsecret=secret)
            tokens.append(got.json()["access_token"])
        codes = []
        for token in (tokens[0], tokens[1], tokens[0], tokens[1], tokens[2]):
            answer = await emulator.ask("getcallbackip", access_token=token)
            codes.append(answer.json()["errcode"])
        assert codes == [0, 0, 0, 45009, 0]


async def test_an_address_has_a_limit_over_all_corps() -> None:
    async with open_emulator(Limits(ip_calls_a_minute=2)) as emulator:
        await at(emulator, NOON)
        assert [await emulator.code("getcallbackip") for _ in range(3)] == [0, 0, 45009]
        told = (await emulator.http.get("/emulator/quota")).json()
        [locked] = told["addresses"]
        assert (locked["ip"], locked["path"]) == ("127.0.0.1", "/cgi-bin/getcallbackip")
        assert locked["until"] == pytest.approx(NOON + 60, abs=5)


async def test_tickets_have_their_own_numbers() -> None:
    limits = Limits(
        calls_of_api={"get_jsapi_ticket": {"hour": 3}},
        calls_of_api_and_app={"ticket/get": {"hour": 2}},
    )
    async with open_emulator(limits) as emulator:
        await at(emulator, NOON)
        assert [await emulator.code("get_jsapi_ticket") for _ in range(4)] == [0, 0, 0, 45009]
        own: dict[str, Any] = {"type": "agent_config"}
        assert [await emulator.code("ticket/get", **own) for _ in range(3)] == [0, 0, 45009]
        second = await emulator.ask("gettoken", corpid=CORPID, corpsecret="second")
        emulator.token = second.json()["access_token"]
        assert await emulator.code("ticket/get", **own) == 0
        assert await emulator.code("get_jsapi_ticket") == 45009


async def test_a_day_and_a_month() -> None:
    limits = Limits(calls_of_api={"getcallbackip": {"day": 2, "month": 5}})
    async with open_emulator(limits) as emulator:
        await at(emulator, NOON)
        assert [await emulator.code("getcallbackip") for _ in range(3)] == [0, 0, 45009]
        await at(emulator, NOON + 12 * 3600 - 60)
        assert await emulator.code("getcallbackip") == 45009
        await at(emulator, NOON + 12 * 3600 + 1)
        assert [await emulator.code("getcallbackip") for _ in range(2)] == [0, 0]
        await at(emulator, NOON + 36 * 3600 + 1)
        assert [await emulator.code("getcallbackip") for _ in range(2)] == [0, 45009]
        await at(emulator, NOON + 20 * 24 * 3600)
        assert await emulator.code("getcallbackip") == 45009
        await at(emulator, NOON + 33 * 24 * 3600)
        assert await emulator.code("getcallbackip") == 0


def test_windows_are_those_of_shanghai() -> None:
    assert begin_of("day", NOON) == NOON - 12 * 3600
    assert begin_of("month", NOON) == NOON - 12 * 3600 - 16 * 24 * 3600
    assert end_of_block("day", NOON) == NOON + 12 * 3600
    assert end_of_block("month", NOON) == NOON + 30 * 24 * 3600
    assert (end_of_block("minute", NOON), end_of_block("hour", NOON)) == (NOON + 60, NOON + 3600)


async def test_debug_cuts_an_api_to_five_a_minute() -> None:
    async with open_emulator() as emulator:
        await at(emulator, NOON)
        codes = [await emulator.code("getcallbackip", debug=1) for _ in range(6)]
        assert codes == [0] * 5 + [45009]
        assert await emulator.code("getcallbackip") == 0


async def test_a_good_sign_in_code_counts_nowhere() -> None:
    async with open_emulator(Limits(calls_an_hour=1)) as emulator:
        await at(emulator, NOON)
        for _ in range(3):
            code = (await emulator.act("oauth", userid="ann"))["code"]
            assert await emulator.code("auth/getuserinfo", code=code) == 0
        assert await emulator.code("auth/getuserinfo", code="wrong") == 40029
        assert await emulator.code("auth/getuserinfo", code="wrong") == 45009


async def test_zero_is_without_end() -> None:
    async with open_emulator(Limits(calls_a_minute=0, calls_an_hour=0)) as emulator:
        assert [await emulator.code("getcallbackip") for _ in range(20)] == [0] * 20
        row = await used(emulator, "/cgi-bin/getcallbackip")
        assert (row["windows"], sum(hour["zero"] for hour in row["hours"])) == ({}, 20)


async def friends(emulator: Emulator, count: int) -> list[dict[str, Any]]:
    """Bodies that mark one tag for each of `count` customers."""
    made = await emulator.call(
        "externalcontact/add_corp_tag", {"group_name": "g", "tag": [{"name": "a"}]}
    )
    tag = made["tag_group"]["tag"][0]["id"]
    added = [
        await emulator.act("add", userid="ann", person={"unionid": f"o{number}"})
        for number in range(count)
    ]
    return [
        {"userid": "ann", "external_userid": a["external_userid"], "add_tag": [tag]} for a in added
    ]


async def test_one_pair_is_tagged_by_one_call_at_a_time() -> None:
    async with open_emulator() as emulator:
        [first, second] = await friends(emulator, 2)
        await emulator.fault(kind="latency", value=0.2, path=f"/cgi-bin/{MARK}")
        codes = await asyncio.gather(
            emulator.code(MARK, first), emulator.code(MARK, first), emulator.code(MARK, second)
        )
        assert sorted(codes) == [0, 0, 45035]
        assert await emulator.code(MARK, first) == 0
        row = await used(emulator, MARK)
        assert (row["refused_parallel"], row["in_flight"], row["most_in_flight"]) == (1, 0, 2)


async def test_how_many_at_a_time_is_a_limit_of_each_api() -> None:
    async with open_emulator(Limits(parallel_of_api={TAGS: 2})) as emulator:
        await emulator.fault(kind="latency", value=0.2, path=f"/cgi-bin/{TAGS}")
        codes = await asyncio.gather(*(emulator.code(TAGS, {}) for _ in range(4)))
        assert sorted(codes) == [0, 0, 45033, 45033]


async def test_limits_are_lowered_while_it_runs() -> None:
    async with open_emulator() as emulator:
        await at(emulator, NOON)
        told = (await emulator.http.get("/emulator/limits")).json()
        assert (told["calls_a_minute"], told["calls_of_api"]["get_jsapi_ticket"]) == (
            10_000,
            {"hour": 400},
        )
        lowered = {"calls_a_minute": 1, "calls_of_api": {"get_jsapi_ticket": {"hour": 2}}}
        after = (await emulator.http.post("/emulator/limits", json=lowered)).json()
        assert after == {
            **told,
            "calls_a_minute": 1,
            "calls_of_api": {**told["calls_of_api"], "get_jsapi_ticket": {"hour": 2}},
        }
        assert [await emulator.code("getcallbackip") for _ in range(2)] == [0, 45009]


async def test_a_reset_brings_back_the_limits_and_the_pace_it_was_started_with() -> None:
    app = create_app(limits=Limits(calls_an_hour=9), rate=60)
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://wecom.test") as http:
        await http.post("/emulator/limits", json={"calls_an_hour": 3})
        assert (await http.post("/emulator/clock", json={"rate": 2})).json()["rate"] == 2
        await http.post("/emulator/reset", json={})
        assert (await http.get("/emulator/limits")).json()["calls_an_hour"] == 9
        assert (await http.post("/emulator/clock", json={})).json()["rate"] == 60


@pytest.mark.parametrize(
    "wrong",
    [
        {"calls_a_minute": -1},
        {"calls_a_minute": "many"},
        {"calls_a_minute": True},
        {"no_such_limit": 1},
        {"calls_of_api": {"gettoken": {"fortnight": 3}}},
        {"calls_of_api": {"gettoken": 3}},
        {"parallel_of_api": {"gettoken": None}},
        {"uncounted": "message/send"},
        {"answer_seconds": 1e300},
        {"calls_an_hour": 5, "tags": None},
    ],
)
async def test_an_unfit_limit_changes_nothing(wrong: dict[str, Any]) -> None:
    async with open_emulator() as emulator:
        before = (await emulator.http.get("/emulator/limits")).json()
        answer = await emulator.http.post("/emulator/limits", json=wrong)
        assert (answer.status_code, list(answer.json())) == (400, ["error"])
        assert (await emulator.http.get("/emulator/limits")).json() == before


async def test_a_fast_clock_lives_an_hour_in_a_moment() -> None:
    limits = Limits(calls_of_api={"getcallbackip": {"hour": 1}})
    async with open_emulator(limits) as emulator:
        await at(emulator, NOON)
        rate = {"rate": 36_000}
        assert (await emulator.http.post("/emulator/clock", json=rate)).json()["rate"] == 36_000
        assert [await emulator.code("getcallbackip") for _ in range(2)] == [0, 45009]
        began = time.monotonic()
        async with asyncio.timeout(60):
            while await emulator.code("getcallbackip") != 0:
                await asyncio.sleep(0.01)
                await emulator.sign_in()
        assert time.monotonic() - began < 30
        for wrong in ({"rate": 0}, {"rate": -1}, {"rate": 1e9}, {"now": 1e300}, {"rate": "fast"}):
            assert (await emulator.http.post("/emulator/clock", json=wrong)).status_code == 400


def test_a_clock_that_changes_its_rate_does_not_jump() -> None:
    clock = Clock(offset=1000)
    assert clock.offset == pytest.approx(1000, abs=1e-4)
    before = clock.now()
    clock.rate = 100
    assert clock.now() == pytest.approx(before, abs=5)
    time.sleep(0.05)
    assert clock.now() - before >= 5
    assert clock.real(50) == 0.5
    clock.rate = 1
    later = clock.now()
    time.sleep(0.02)
    assert 0.02 <= clock.now() - later < 1
    clock.offset = -50.0
    assert clock.now() == pytest.approx(time.time() - 50, abs=1)


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_what_is_told_of_use_agrees_with_the_journal(seed: int) -> None:
    paths = ("getcallbackip", "externalcontact/get_follow_user_list", TAGS)
    chance = random.Random(seed)
    async with open_emulator(Limits(calls_a_minute=9, calls_an_hour=40)) as emulator:
        # Nothing but these calls: what went before counts as well.
        await at(emulator, NOON + 1000)
        for kind, value, when in (
            ("errcode", -1, "before"),
            ("errcode", 45033, "after"),
            ("http", 502, "before"),
            ("http", 503, "after"),
        ):
            prefix = "/cgi-bin/externalcontact/"
            await emulator.fault(kind=kind, value=value, when=when, prefix=prefix, share=0.1)
        for _ in range(250):
            path = chance.choice(paths)
            body: dict[str, Any] | None = {} if path == TAGS else None
            await emulator.ask(path, body, access_token=emulator.token)
            if chance.random() < 0.15:
                await emulator.advance(chance.choice((7, 61, 900)))
                await emulator.sign_in()
        journal = (await emulator.http.get("/emulator/journal")).json()
        for path in paths:
            row = await used(emulator, path)
            rows = [entry for entry in journal if entry["path"] == f"/cgi-bin/{path}"]
            for hour in row["hours"]:
                mine = [e for e in rows if e["clock"] // 3600 * 3600 == hour["begins"]]
                assert hour["zero"] == sum(e["errcode"] == 0 for e in mine)
                assert hour["done"] == sum(e["done"] for e in mine)
                assert hour["refused"] == sum(e["errcode"] == 45009 for e in mine)
                assert hour["zero"] <= hour["done"] == hour["calls"] <= 40
            assert row["exceeded"] == sum(e["errcode"] == 45009 for e in rows)
            admitted = Counter(e["clock"] // 60 for e in rows if e["done"])
            assert max(admitted.values()) <= 9
            assert row["windows"]["minute"]["used"] <= 9
        assert any(row["errcode"] == 45009 for row in journal)
