"""Sign-in, lock-out, CSRF, permissions."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.yutang.world import PASSWORD, World
from yutang.kernel.access import service as access


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
