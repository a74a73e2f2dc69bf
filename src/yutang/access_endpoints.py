"""Accounts, roles and scopes over HTTP: whom they see is named by people's departments and stores.

Every act is refused with 403 where it would give more than one holds oneself, or touch somebody
who holds more (`access.beyond_own`, `access.scope_beyond_own`, `access.holds_more`).
"""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access import service as access
from yutang.kernel.access.schemas import (
    MOST,
    Account,
    NewPerson,
    NewRole,
    PersonChange,
    PersonFacts,
    RoleChange,
    RoleList,
    RoleRead,
    SessionList,
)
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef
from yutang.people.stores import service as stores
from yutang.people.stores.schemas import Question

router = APIRouter(tags=["access"], dependencies=[Depends(needs("users.read"))])
Id = Annotated[int, Path(ge=1, le=MOST)]
_MAY_WRITE = Depends(needs("users.write"))


class ScopeRead(BaseModel):
    """Whose customers, by name."""

    kind: Literal["corp", "department", "store"]
    ref_id: int
    name: str | None
    """Null of the corp, and of what does not exist any more."""


class PersonRead(Account):
    """An account with whom it sees and which member it is, by name."""

    scopes: list[ScopeRead]
    member: StaffRef | None


class PersonPage(BaseModel):
    """One page; `next` goes into `after`; `total` counts all pages."""

    items: list[PersonRead]
    next: str | None
    total: int


class Invited(BaseModel):
    """A person with his first password, which is shown this once and must be changed."""

    person: PersonRead
    first_password: str | None
    """Null where he signs in by WeCom only."""


class FirstPassword(BaseModel):
    """Shown this once; whoever signs in with it must choose another one."""

    first_password: str


class ScopeChoices(BaseModel):
    """What you may give of a kind; at most as many as were asked for."""

    items: list[ScopeRead]


async def _named(
    session: AsyncSession, corp_id: int, people: Sequence[PersonFacts]
) -> list[PersonRead]:
    given = [scope for person in people for scope in person.scopes]
    names = {
        ("department", department.id): department.name
        for department in await staff.list_departments(session, corp_id)
    } | {
        ("store", store_id): name
        for store_id, name in (
            await stores.names_by_ids(
                session, corp_id, {one.ref_id for one in given if one.kind == "store"}
            )
        ).items()
    }
    linked = await staff.staff_by_ids(
        session, corp_id, {one.staff_id for one in people if one.staff_id is not None}
    )
    members = {one.id: StaffRef(id=one.id, name=one.name, account=one.account) for one in linked}
    return [
        PersonRead(
            **person.model_dump(exclude={"scopes"}),
            scopes=[
                ScopeRead(kind=one.kind, ref_id=one.ref_id, name=names.get((one.kind, one.ref_id)))
                for one in person.scopes
            ],
            member=members.get(person.staff_id) if person.staff_id is not None else None,
        )
        for person in people
    ]


@router.get("/users")
async def list_people(
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    q: Annotated[str, Query(max_length=64)] = "",
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> PersonPage:
    """Accounts of people by id; `q` is a part of a name or login."""
    async with runtime.database.owner() as session:
        found, total = await access.people.list_people(session, principal, q.strip(), after, limit)
        items = await _named(session, principal.corp_id, found)
    return PersonPage(
        items=items, next=str(items[-1].id) if len(items) == limit else None, total=total
    )


@router.post("/users", status_code=201, dependencies=[_MAY_WRITE])
async def invite_person(
    body: NewPerson, response: Response, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> Invited:
    """Make an account; answers its first password, this once.

    409 `access.login_taken`, `access.member_taken`; 422 `access.unknown_member`,
    `access.unknown_scope`, `access.no_door`; 404 `access.unknown_role`.
    """
    async with runtime.database.owner() as session:
        person, password = await access.people.invite(session, principal, body)
        (read,) = await _named(session, principal.corp_id, [person])
    response.headers["Cache-Control"] = "no-store"
    return Invited(person=read, first_password=password)


@router.get("/users/{user_id}")
async def read_person(
    user_id: Id, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> PersonRead:
    """One account; 404 `access.unknown_person`."""
    async with runtime.database.owner() as session:
        person = await access.people.read_person(session, principal, user_id)
        (read,) = await _named(session, principal.corp_id, [person])
    return read


@router.patch("/users/{user_id}", dependencies=[_MAY_WRITE])
async def change_person(
    user_id: Id, body: PersonChange, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> PersonRead:
    """Change what is named; it holds from the person's next request on.

    409 `access.last_owner`, and what inviting refuses.
    """
    async with runtime.database.owner() as session:
        person = await access.people.change_person(session, principal, user_id, body)
        (read,) = await _named(session, principal.corp_id, [person])
    return read


@router.post("/users/{user_id}/disable", dependencies=[_MAY_WRITE])
async def disable_person(
    user_id: Id, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> PersonRead:
    """Shut him out and end his sessions at once; 409 `access.last_owner`, `access.oneself`."""
    async with runtime.database.owner() as session:
        person = await access.people.disable(session, principal, user_id, runtime.clock())
        (read,) = await _named(session, principal.corp_id, [person])
    return read


@router.post("/users/{user_id}/enable", dependencies=[_MAY_WRITE])
async def enable_person(
    user_id: Id, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> PersonRead:
    """Let him in again."""
    async with runtime.database.owner() as session:
        person = await access.people.enable(session, principal, user_id)
        (read,) = await _named(session, principal.corp_id, [person])
    return read


@router.post("/users/{user_id}/password", dependencies=[_MAY_WRITE])
async def reset_password(
    user_id: Id, response: Response, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> FirstPassword:
    """A new first password, shown this once; ends his sessions and a lock-out."""
    async with runtime.database.owner() as session:
        password = await access.people.reset_password(session, principal, user_id)
    response.headers["Cache-Control"] = "no-store"
    return FirstPassword(first_password=password)


@router.delete("/users/{user_id}/second-factor", status_code=204, dependencies=[_MAY_WRITE])
async def reset_second_factor(
    user_id: Id, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """For who lost his phone and his recovery codes; nothing happens where none is on."""
    async with runtime.database.owner() as session:
        user = await access.people.demand_may_change(session, principal, user_id)
        if user.sealed_totp_secret is not None:
            await access.second_factor.take_away(session, user, principal.actor)


@router.get("/users/{user_id}/sessions")
async def list_sessions(
    user_id: Id, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SessionList:
    """His signed-in browsers, last seen first (to the minute)."""
    async with runtime.database.owner() as session:
        await access.people.read_person(session, principal, user_id)
        return SessionList(
            items=await access.list_sessions(
                session, user_id, runtime.clock(), principal.session_id
            )
        )


@router.delete("/users/{user_id}/sessions", status_code=204, dependencies=[_MAY_WRITE])
async def end_sessions(user_id: Id, principal: CurrentPrincipal, runtime: CurrentRuntime) -> None:
    """Sign him out everywhere; of your own, the one that asks stays."""
    async with runtime.database.owner() as session:
        await access.people.demand_may_change(session, principal, user_id)
        await access.end_sessions(
            session, principal.corp_id, user_id, principal.actor, but=principal.session_id
        )


@router.delete("/users/{user_id}/sessions/{session_id}", status_code=204, dependencies=[_MAY_WRITE])
async def end_session(
    user_id: Id, session_id: Id, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Sign one of his browsers out; 404 `access.unknown_session`."""
    async with runtime.database.owner() as session:
        await access.people.demand_may_change(session, principal, user_id)
        await access.end_sessions(
            session, principal.corp_id, user_id, principal.actor, only=session_id
        )


@router.get("/scopes")
async def list_scopes(
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    corp: CorpSession,
    kind: Literal["department", "store"],
    q: Annotated[str, Query(max_length=64)] = "",
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> ScopeChoices:
    """Departments (`q` a part of the name) or open stores (`q` a beginning) that you may give."""
    async with runtime.database.owner() as session:
        held = await access.scopes.held_by(session, principal)
    wanted = q.strip()
    if kind == "department":
        departments = await staff.list_departments(corp, principal.corp_id)
        found = [
            (one.id, one.name)
            for one in departments
            if wanted.lower() in one.name.lower() and (held is None or one.id in held.departments)
        ][:limit]
    else:
        page = await stores.list_stores(corp, principal.corp_id, Question(q=wanted), "", limit)
        ids = [one.id for one in page.items]
        async with runtime.database.owner() as session:
            mine = await access.scopes.givable_stores(session, principal.corp_id, held, ids)
        found = [(one.id, one.name) for one in page.items if one.id in mine]
    return ScopeChoices(
        items=[ScopeRead(kind=kind, ref_id=ref_id, name=name) for ref_id, name in found]
    )


@router.get("/roles")
async def list_roles(principal: CurrentPrincipal, runtime: CurrentRuntime) -> RoleList:
    """Built-in roles, the corp's own, and every permission."""
    async with runtime.database.owner() as session:
        return await access.roles.list_roles(session, principal)


@router.post("/roles", status_code=201, dependencies=[_MAY_WRITE])
async def make_role(
    body: NewRole, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> RoleRead:
    """Make a role; 409 `access.role_name_taken`, 422 `access.unknown_permission`."""
    async with runtime.database.owner() as session:
        return await access.roles.make_role(session, principal, body)


@router.patch("/roles/{role_id}", dependencies=[_MAY_WRITE])
async def change_role(
    role_id: Id, body: RoleChange, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> RoleRead:
    """Change what is named; it holds at once for everybody who has the role."""
    async with runtime.database.owner() as session:
        return await access.roles.change_role(session, principal, role_id, body)


@router.delete("/roles/{role_id}", status_code=204, dependencies=[_MAY_WRITE])
async def remove_role(role_id: Id, principal: CurrentPrincipal, runtime: CurrentRuntime) -> None:
    """Remove a role that nobody has; 409 `access.role_in_use`."""
    async with runtime.database.owner() as session:
        await access.roles.remove_role(session, principal, role_id)
