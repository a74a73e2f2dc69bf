"""Role × door × record, generated from the API itself: denied by default, and nothing changed."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from sqlalchemy import text

from tests.yutang.rights.conftest import SHOP, Company
from tests.yutang.world import World, add_corp
from yutang.bootstrap import metadata
from yutang.kernel.access import permissions as access
from yutang.kernel.web import Needs
from yutang.staff_endpoints.members import get_member

# One's own: sign-in and account, what one is told, pages of a member.
OWN = ("/api/session", "/api/notices", "/api/staff/", "/api/tokens")
# Who asks how often is counted, and who signed in.
COUNTED = {"call_rates", "idempotency_keys", "sign_in_rates", "user_sessions", "users"}


def doors(world: World) -> Iterator[Any]:
    """Every route below /api that a person or a token can knock at, as it was mounted."""
    for route in walk(world.api.framework.router.routes):
        if route.path.startswith("/api/") and route.include_in_schema:
            yield route


def walk(routes: Any) -> Iterator[Any]:
    """Routes with what they depend on; routers are opened."""
    for route in routes:
        if hasattr(route, "effective_candidates"):
            yield from walk(route.effective_candidates())
        elif hasattr(route, "dependant"):
            yield route


def keys(route: Any) -> list[str]:
    """`GET /api/…` and so on."""
    return [f"{method} {route.path}" for method in sorted(route.methods - {"HEAD"})]


def asked(dependant: Dependant) -> Iterator[object]:
    """Everything a route depends on, at any depth."""
    for one in dependant.dependencies:
        yield one.call
        yield from asked(one)


def permissions(route: Any) -> set[str]:
    """What a door demands before its own code runs."""
    return {one.permission for one in asked(route.dependant) if isinstance(one, Needs)}


def is_of_members(route: Any) -> bool:
    """A page of a member: he sees himself and his own customers, whatever his role."""
    return get_member in list(asked(route.dependant))


async def snapshot(world: World) -> dict[str, tuple[int, str | None]]:
    """How many rows each table has and what they add up to."""
    names = sorted(set(metadata.tables) - COUNTED)
    async with world.runtime.database.owner() as session:
        return {
            name: tuple(
                (
                    await session.execute(
                        text(f"select count(*), sum(hashtext(t::text))::text from {name} t")  # noqa: S608
                    )
                ).one()
            )
            for name in names
        }


def address(route: Any, **ids: int) -> str:
    """Its path with ids in it: those given, else one that is nobody's."""
    return re.sub(
        r"\{(\w+)(:\w+)?\}", lambda found: str(ids.get(found[1], 987_654_321)), route.path
    )


async def knock(world: World, method: str, path: str) -> tuple[int, str]:
    """Status and type of what the door answers to an empty body."""
    answer = await world.http.request(method, path, json={})
    kind = answer.headers.get("content-type", "").partition(";")[0]
    code = answer.json().get("type", "") if kind == "application/problem+json" else ""
    return answer.status_code, code


def test_every_door_demands_something(company: Company) -> None:
    unguarded = [
        key
        for route in doors(company.world)
        if not permissions(route) and not is_of_members(route)
        for key in keys(route)
    ]
    assert [key for key in unguarded if not key.split()[1].startswith(OWN)] == []
    named = {name for route in doors(company.world) for name in permissions(route)}
    assert named <= set(access.PERMISSIONS)


@pytest.mark.timeout(300)
async def test_who_lacks_a_permission_is_refused_and_nothing_changes(company: Company) -> None:
    world = company.world
    roles = [role for role in access.ROLES if role != "owner"]
    for role in roles:
        await company.person(role, role)
    for role in roles:
        await company.sign_in(role)
        before = await snapshot(world)
        held = access.ROLES[role] - (frozenset() if role in access.SEES_ALL else access.WHOLE_CORP)
        for route in doors(world):
            lacking = permissions(route) - held
            for key in keys(route) if lacking else []:
                method = key.split()[0]
                refused = await knock(world, method, address(route))
                assert refused == (403, "access.forbidden"), (role, key, refused)
        assert await snapshot(world) == before
    world.http.cookies.clear()
    before = await snapshot(world)
    for route in doors(world):
        for key in keys(route) if permissions(route) else []:
            status, code = await knock(world, key.split()[0], address(route))
            assert (status, code) == (401, "access.signed_out"), key
    assert await snapshot(world) == before


@pytest.mark.timeout(300)
async def test_a_record_of_others_is_never_reached(company: Company) -> None:
    """Every door that names a customer, with one of another shop and one of another company."""
    world = company.world
    await company.everything("shop", department=[SHOP])
    await add_corp(world.runtime, "rival", (1000010,))
    foreign = company.customers["wm0003"]
    walked, reached = 0, []
    for login in ("shop", "rival"):
        await company.sign_in(login)
        before = await snapshot(world)
        for route in doors(world):
            if "{customer_id}" not in route.path or is_of_members(route):
                continue
            for key in keys(route):
                status, _ = await knock(world, key.split()[0], address(route, customer_id=foreign))
                if status not in {403, 404, 409, 422}:
                    reached.append((login, key, status))
                walked += 1
        assert await snapshot(world) == before
    assert reached == []
    assert walked > 20
