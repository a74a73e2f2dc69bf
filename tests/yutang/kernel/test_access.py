"""Sign-in, lock-out, CSRF, permissions, sessions, the second factor."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import httpx2
import pyotp
import pytest
from sqlalchemy import select, text, update

from tests.yutang.world import PASSWORD, World
from yutang.kernel.access import rates
from yutang.kernel.access import service as access
from yutang.kernel.access.models import SignInRate


async def test_sign_in_tells_who_and_where(world: World) -> None:
    answer = await world.sign_in()
    assert answer.status_code == 200
    body = answer.json()
    assert (body["user"]["login"], body["user"]["role"]) == ("demo", "owner")
    assert body["corp"] == {
        "id": world.corp_id,
        "name": "demo 的公司",
        "timezone": "Asia/Shanghai",
    }
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert (await world.http.get("/api/session")).json() == body


async def test_unknown_login_and_wrong_password_look_alike(world: World) -> None:
    unknown = await world.sign_in("nobody", "whatever it is")
    wrong = await world.sign_in("demo", "whatever it is")
    assert unknown.status_code == wrong.status_code == 401
    assert unknown.json() == wrong.json()


async def test_eight_wrong_passwords_lock_the_account(world: World) -> None:
    for _ in range(access.ATTEMPTS_BEFORE_LOCK):
        assert (await world.sign_in(password="wrong wrong")).status_code == 401
    locked = await world.sign_in()
    assert (locked.status_code, locked.json()["type"]) == (429, "access.locked_out")


async def test_a_change_needs_the_csrf_token(world: World) -> None:
    await world.sign_in()
    world.http.headers["X-CSRF-Token"] = "forged"
    refused = await world.http.post(
        "/api/session/password", json={"current": PASSWORD, "new": "another password"}
    )
    assert (refused.status_code, refused.json()["type"]) == (403, "access.csrf")
    assert (await world.sign_in()).status_code == 200


async def test_a_new_password_ends_the_other_sessions(world: World) -> None:
    await world.sign_in()
    first = world.http.cookies["yutang_session"]
    world.http.cookies.clear()
    await world.sign_in()
    short = await world.http.post(
        "/api/session/password", json={"current": PASSWORD, "new": "short"}
    )
    assert (short.status_code, short.json()["type"]) == (422, "access.weak_password")
    changed = await world.http.post(
        "/api/session/password", json={"current": PASSWORD, "new": "another password"}
    )
    assert changed.status_code == 204
    assert (await world.http.get("/api/session")).status_code == 200
    world.http.cookies.clear()
    world.http.cookies.set("yutang_session", first)
    assert (await world.http.get("/api/session")).status_code == 401
    assert (await world.sign_in()).status_code == 401
    assert (await world.sign_in(password="another password")).status_code == 200


async def test_signing_out_and_expiry_end_a_session(world: World) -> None:
    await world.sign_in()
    assert (await world.http.delete("/api/session")).status_code == 204
    assert (await world.http.get("/api/session")).status_code == 401
    await world.sign_in()
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("update user_sessions set expires_at = now() - interval '1 second'")
        )
    assert (await world.http.get("/api/session")).status_code == 401


@pytest.mark.parametrize(
    ("role", "path", "status"),
    [
        ("operator", "/api/channels", 200),
        ("operator", "/api/callbacks", 403),
        ("manager", "/api/adds", 200),
        ("staff", "/api/adds", 403),
        ("auditor", "/api/callbacks", 200),
        ("auditor", "/api/adds", 403),
        ("nonsense", "/api/adds", 403),
    ],
)
async def test_a_role_may_what_it_holds_and_nothing_else(
    world: World, role: str, path: str, status: int
) -> None:
    async with world.runtime.database.owner() as session:
        await access.add_user(
            session, world.corp_id, login="li", name="李", role=role, password=PASSWORD
        )
    await world.sign_in("li")
    assert (await world.http.get(path)).status_code == status


async def test_passwords_and_tokens_are_kept_as_hashes_only(world: World) -> None:
    await world.sign_in()
    token = world.http.cookies["yutang_session"]
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text("select u::text || s::text from users u join user_sessions s on s.user_id = u.id")
        )
        dump = "".join(rows.scalars())
    assert PASSWORD not in dump
    assert token not in dump


async def test_the_session_lasts_fourteen_days(world: World) -> None:
    await world.sign_in()
    async with world.runtime.database.owner() as session:
        life = await session.scalar(text("select expires_at - created_at from user_sessions"))
    assert abs(life - timedelta(days=14)) < timedelta(minutes=1)


def stand_still(world: World, at: datetime) -> None:
    """The clock of this Yutang says `at` from now on."""
    object.__setattr__(world.runtime, "clock", lambda: at)


@asynccontextmanager
async def browser(world: World, **headers: str) -> AsyncIterator[httpx2.AsyncClient]:
    """Another browser, that nobody is signed in with."""
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=world.api), base_url="http://yutang.test"
    ) as http:
        http.headers.update(headers)
        yield http


async def enter(http: httpx2.AsyncClient, **given: str) -> httpx2.Response:
    """Sign in with that browser."""
    answer = await http.post("/api/session", json={"login": "demo", "password": PASSWORD} | given)
    if answer.status_code == 200:
        http.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
    return answer


async def test_sessions_are_told_and_ended_one_by_one_or_all_others(world: World) -> None:
    start = world.runtime.clock()
    stand_still(world, start)
    await world.sign_in()
    async with browser(world, **{"User-Agent": "Phone " + "x" * 400}) as phone:
        await enter(phone)
        stand_still(world, start + timedelta(seconds=59))
        await phone.get("/api/session/sessions")
        stand_still(world, start + timedelta(seconds=61))
        await world.http.get("/api/session/sessions")
        mine, other = (await world.http.get("/api/session/sessions")).json()["items"]
        assert (mine["is_current"], mine["means"], mine["ip"]) == (True, "password", "127.0.0.1")
        assert datetime.fromisoformat(mine["seen_at"]) == start + timedelta(seconds=61)
        assert not other["is_current"]
        assert other["agent"].startswith("Phone xx")
        assert len(other["agent"]) == 300
        # Seen again within the minute: not written again.
        assert datetime.fromisoformat(other["seen_at"]) == start
        strange = await world.http.delete(f"/api/session/sessions/{other['id'] + 99}")
        assert (strange.status_code, strange.json()["type"]) == (404, "access.unknown_session")
        ended = await world.http.delete(f"/api/session/sessions/{other['id']}")
        assert ended.status_code == 204
        assert (await phone.get("/api/session")).status_code == 401
        await enter(phone)
        assert (await phone.delete("/api/session/sessions")).status_code == 204
        assert len((await phone.get("/api/session/sessions")).json()["items"]) == 1
    assert (await world.http.get("/api/session")).status_code == 401


async def test_a_second_factor_is_asked_for_once_it_was_proved(world: World) -> None:
    now = world.runtime.clock()
    stand_still(world, now)
    await world.sign_in()
    http = world.http
    wrong = await http.post("/api/session/second-factor", json={"password": "somebody else"})
    assert (wrong.status_code, wrong.json()["type"]) == (401, "access.wrong_credentials")
    offered = await http.post("/api/session/second-factor", json={"password": PASSWORD})
    assert offered.headers["Cache-Control"] == "no-store"
    secret = offered.json()["secret"]
    assert offered.json()["uri"].startswith("otpauth://totp/Yutang:demo?secret=")
    assert offered.json()["picture"].startswith("data:image/svg+xml")
    app = pyotp.TOTP(secret)
    # Offered only: nothing is asked for yet.
    assert (await world.sign_in()).status_code == 200
    refused = await http.post("/api/session/second-factor/confirm", json={"code": "é00000"})
    assert (refused.status_code, refused.json()["type"]) == (401, "access.wrong_code")
    proved = await http.post(
        "/api/session/second-factor/confirm", json={"code": app.at(now - timedelta(seconds=30))}
    )
    codes = proved.json()["codes"]
    assert len(set(codes)) == 10
    async with world.runtime.database.owner() as session:
        dump = str((await session.execute(text("select u::text from users u"))).all())
        dump += str((await session.execute(text("select r::text from recovery_codes r"))).all())
    assert secret not in dump
    assert codes[0] not in dump

    async with browser(world) as other:
        needed = await enter(other)
        assert (needed.status_code, needed.json()["type"]) == (401, "access.code_needed")
        for spent in (app.at(now - timedelta(seconds=30)), "000000", "abcde-fghjk"):
            guess = await enter(other, code=spent)
            assert (guess.status_code, guess.json()["type"]) == (401, "access.wrong_code")
        code = app.at(now)
        assert (await enter(other, code=f"{code[:3]} {code[3:]}")).status_code == 200
        assert (await enter(other, code=code)).json()["type"] == "access.wrong_code"
        assert (await enter(other, code=codes[3].upper())).status_code == 200
        assert (await enter(other, code=codes[3])).json()["type"] == "access.wrong_code"
        user = (await other.get("/api/session")).json()["user"]
        assert (user["second_factor"], user["recovery_codes"]) == (True, 9)
        renewed = await other.post(
            "/api/session/second-factor/recovery-codes", json={"password": PASSWORD}
        )
        assert (await enter(other, code=codes[4])).json()["type"] == "access.wrong_code"
        end = {"password": PASSWORD, "code": "000000"}
        kept = await other.post("/api/session/second-factor/off", json=end)
        assert (kept.status_code, kept.json()["type"]) == (401, "access.wrong_code")
        gone = await other.post(
            "/api/session/second-factor/off", json=end | {"code": renewed.json()["codes"][0]}
        )
        assert gone.status_code == 204
        assert (await enter(other)).status_code == 200


async def test_guessed_codes_lock_and_the_right_password_between_does_not_forgive(
    world: World,
) -> None:
    now = world.runtime.clock()
    stand_still(world, now)
    await world.sign_in()
    offered = await world.http.post("/api/session/second-factor", json={"password": PASSWORD})
    app = pyotp.TOTP(offered.json()["secret"])
    await world.http.post("/api/session/second-factor/confirm", json={"code": app.at(now)})
    async with browser(world) as thief:
        for _ in range(access.ATTEMPTS_BEFORE_LOCK):
            assert (await enter(thief)).json()["type"] == "access.code_needed"
            assert (await enter(thief, code="000000")).json()["type"] == "access.wrong_code"
        locked = await enter(thief, code=app.at(now + timedelta(seconds=30)))
        assert (locked.status_code, locked.json()["type"]) == (429, "access.locked_out")


async def test_failures_of_one_login_and_of_one_address_have_to_wait(world: World) -> None:
    now = world.runtime.clock()
    stand_still(world, now)
    for _ in range(rates.TRIES_OF_LOGIN):
        assert (await world.sign_in("nobody", "whatever")).status_code == 401
    refused = await world.sign_in("NOBODY", "whatever")
    assert (refused.status_code, refused.json()["type"]) == (429, "access.too_many_tries")
    assert refused.headers["Retry-After"] == "600"
    # Others of the same address go on, and what was right costs nothing.
    for _ in range(3):
        assert (await world.sign_in()).status_code == 200
    async with world.runtime.database.owner() as session:
        for bucket in rates.buckets("somebody", "127.0.0.1"):
            if bucket.limit == rates.TRIES_OF_ADDRESS:
                tries = await session.scalar(
                    select(SignInRate.tries).where(SignInRate.key_hash == bucket.key_hash)
                )
                assert tries == rates.TRIES_OF_LOGIN + 1
                await session.execute(update(SignInRate).values(tries=rates.TRIES_OF_ADDRESS))
    assert (await world.sign_in("somebody", "whatever")).status_code == 429
    stand_still(world, now + rates.WINDOW)
    assert (await world.sign_in()).status_code == 200
    async with world.runtime.database.owner() as session:
        left = (await session.scalars(select(SignInRate.tries))).all()
    assert sorted(left) == [0, 0]


def test_a_household_of_ipv6_counts_as_one() -> None:
    def of(ip: str) -> set[bytes]:
        return {one.key_hash for one in rates.buckets("x", ip)}

    assert of("2001:db8:1:2::7") == of("2001:db8:1:2:ffff::1")
    assert of("2001:db8:1:2::7") != of("2001:db8:1:3::7")
    assert len(of("")) == 1
