"""Tokens: what a program may do that comes with one."""

from datetime import timedelta

from sqlalchemy import text

from tests.yutang.kernel.tokening import make_token, program
from tests.yutang.world import PASSWORD, World
from yutang.kernel.access import service as access

VIEW = {"page": "customers", "name": "新客", "filters": {}, "columns": []}


async def add_manager(world: World, departments: list[int]) -> int:
    """A manager `mina` who may make service tokens and sees some departments."""
    async with world.runtime.database.owner() as session:
        user = await access.add_user(
            session, world.corp_id, login="mina", name="米娜", role="manager", password=PASSWORD
        )
        role = await session.scalar(
            text(
                "insert into roles (corp_id, name, based_on, permissions, created_by) values"
                " (:corp, '店长', 'manager', '{customers.read,tokens.write}', 'user:1')"
                " returning id"
            ),
            {"corp": world.corp_id},
        )
        user.role_id = role
        for number in (1, 2, 3):
            await session.execute(
                text(
                    "insert into departments (corp_id, id, name, parent_id) values"
                    " (:corp, :id, 'd' || :id, case when :id = 3 then 2 end)"
                ),
                {"corp": world.corp_id, "id": number},
            )
            staff = await session.scalar(
                text(
                    "insert into staff (corp_id, account, name, status)"
                    " values (:corp, 's' || :id, 's', 'active') returning id"
                ),
                {"corp": world.corp_id, "id": number},
            )
            await session.execute(
                text(
                    "insert into staff_departments (corp_id, staff_id, department_id)"
                    " values (:corp, :staff, :id)"
                ),
                {"corp": world.corp_id, "staff": staff, "id": number},
            )
        for number in departments:
            await session.execute(
                text("insert into user_scopes values (:corp, :user, 'department', :id)"),
                {"corp": world.corp_id, "user": user.id, "id": number},
            )
        return user.id


async def test_a_personal_token_acts_as_its_person_and_no_further(world: World) -> None:
    await world.sign_in()
    token = await make_token(world, "customers.read")
    async with program(world, token) as http:
        listed = await http.get("/api/customers")
        assert (listed.status_code, listed.json()["items"]) == (200, [])
        # No CSRF token is asked of it; a change within its permissions is done.
        assert (await http.post("/api/views", json=VIEW)).status_code == 201
        refused = await http.get("/api/channels")
        assert (refused.status_code, refused.json()["type"]) == (403, "access.forbidden")
        # A cookie beside it counts for nothing, and no token makes another or signs out.
        http.cookies.set("yutang_session", world.http.cookies["yutang_session"])
        assert (await http.get("/api/channels")).status_code == 403
        for call in (
            http.get("/api/tokens"),
            http.post("/api/tokens", json={"name": "x", "permissions": ["customers.read"]}),
            http.delete("/api/session"),
        ):
            answer = await call
            assert (answer.status_code, answer.json()["type"]) == (403, "access.in_person")
    async with world.runtime.database.owner() as session:
        kept = (await session.execute(text("select * from api_tokens"))).mappings().one()
        assert token.rpartition("_")[2] not in str(dict(kept))
        assert kept["last_used_at"] is not None
        entries = await session.execute(
            text("select actor, target, after from audit_entries where action = 'token.made'")
        )
        [entry] = entries.all()
        assert entry.target == f"token:{kept['id']}"
        assert token not in str(entry.after)


async def test_a_token_ends_by_time_by_revoking_and_with_its_person(world: World) -> None:
    await world.sign_in()
    owner = await make_token(world, "customers.read", expires_in_days=2)
    user_id = await add_manager(world, [2])
    await world.sign_in("mina")
    token = await make_token(world, "customers.read")
    async with program(world, token) as http:
        assert (await http.get("/api/customers")).status_code == 200
        [listed] = (await world.http.get("/api/tokens")).json()["items"]
        assert (listed["state"], listed["created_by"], listed["scopes"]) == ("live", "米娜", None)
        assert "token" not in listed
        # Another's token is not hers to end.
        other = int(owner.split("_")[1])
        assert (await world.http.delete(f"/api/tokens/{other}")).status_code == 404
        async with world.runtime.database.owner() as session:
            await session.execute(
                text("update users set disabled_at = now() where id = :id"), {"id": user_id}
            )
        shut = await http.get("/api/customers")
        assert (shut.status_code, shut.json()["type"]) == (401, "access.token_refused")
        assert shut.headers["www-authenticate"] == 'Bearer error="invalid_token"'
    async with program(world, owner) as http:
        assert (await http.get("/api/customers")).status_code == 200
        await world.sign_in()
        assert (await world.http.delete(f"/api/tokens/{other}")).status_code == 204
        assert (await world.http.delete(f"/api/tokens/{other}")).status_code == 204
        assert (await http.get("/api/customers")).status_code == 401
    async with world.runtime.database.owner() as session:
        # The hands of the clock.
        await session.execute(
            text("update api_tokens set revoked_at = null, expires_at = now() where id = :id"),
            {"id": other},
        )
    for bad in (owner, owner[:-1] + "!", f"yt_{other}_{'a' * 43}", "yt_99_" + "a" * 43, "", "x"):
        async with program(world, bad) as http:
            assert (await http.get("/api/customers")).status_code == 401, bad


async def test_a_service_token_is_no_wider_than_its_maker(world: World) -> None:
    await add_manager(world, [2])
    await world.sign_in("mina")

    async def ask(permissions: list[str], *departments: int) -> tuple[int, str]:
        scopes = [{"kind": "department", "ref_id": number} for number in departments]
        answer = await world.http.post(
            "/api/tokens/services",
            json={
                "name": "BI",
                "permissions": permissions,
                "scopes": scopes or [{"kind": "corp"}],
            },
        )
        return answer.status_code, answer.json().get("type", "")

    assert await ask(["customers.read"]) == (403, "tokens.too_wide")
    assert await ask(["customers.read"], 1) == (403, "tokens.too_wide")
    assert await ask(["customers.read"], 2, 1) == (403, "tokens.too_wide")
    assert await ask(["customers.read"], 9) == (422, "tokens.unknown_scope")
    assert await ask(["customers.write"], 3) == (403, "tokens.too_wide")
    assert await ask(["customers.wrong"], 3) == (422, "tokens.unknown_permission")
    async with world.runtime.database.owner() as session:
        counted = "select count(*) from users where kind = 'service'"
        assert await session.scalar(text(counted)) == 0
    token = await make_token(world, "customers.read", scopes=[{"kind": "department", "ref_id": 3}])
    async with program(world, token) as http:
        assert (await http.get("/api/customers")).status_code == 200
        [listed] = (await world.http.get("/api/tokens", params={"kind": "service"})).json()["items"]
        assert listed["scopes"] == [{"kind": "department", "ref_id": 3}]
        assert (await world.http.get("/api/tokens")).json()["items"] == []
        # A program's account is no person: neither lists nor pickers of people know it.
        async with world.runtime.database.owner() as session:
            program_id = await session.scalar(text("select id from users where kind = 'service'"))
        await world.sign_in()
        people = (await world.http.get("/api/users", params={"limit": 100})).json()
        assert program_id not in {one["id"] for one in people["items"]}
        assert people["total"] == len(people["items"])
        assert (await world.http.get(f"/api/users/{program_id}")).status_code == 404
        await world.sign_in("mina")
        await world.http.delete(f"/api/tokens/{listed['id']}")
        assert (await http.get("/api/customers")).status_code == 401
    async with world.runtime.database.owner() as session:
        ended = "select disabled_at is not null from users where kind = 'service'"
        assert await session.scalar(text(ended)) is True


async def test_use_is_written_once_a_minute(world: World) -> None:
    await world.sign_in()
    async with program(world, await make_token(world, "customers.read")) as http:
        seen = text("select last_used_at, last_used_ip, xmin::text from api_tokens")
        for _ in range(3):
            assert (await http.get("/api/customers")).status_code == 200
        async with world.runtime.database.owner() as session:
            first = (await session.execute(seen)).one()
            await session.execute(
                text("update api_tokens set last_used_at = last_used_at - interval '61 s'")
            )
        await http.get("/api/customers")
        await http.get("/api/customers")
        async with world.runtime.database.owner() as session:
            second = (await session.execute(seen)).one()
    assert second.last_used_at - first.last_used_at < timedelta(minutes=1)
    assert second.xmin != first.xmin
    assert first.last_used_ip == "127.0.0.1"
