"""Event kinds over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    Decided,
    Decision,
    KindChange,
    KindDetail,
    KindList,
    NewKind,
    PropertyChange,
    Quarantine,
)

router = APIRouter(
    prefix="/event-kinds", tags=["event kinds"], dependencies=[Depends(needs("settings.read"))]
)
_WRITES = [Depends(needs("settings.write"))]
Name = Annotated[str, Path(min_length=1, max_length=140)]


@router.get("")
async def list_event_kinds(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> KindList:
    """Every kind with its volume of 30 days, and the names that are understood without asking."""
    return await service.list_kinds(runtime, session, principal.corp_id, runtime.clock())


@router.post("", status_code=201, dependencies=_WRITES)
async def add_event_kind(
    new: NewKind, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> KindDetail:
    """Make a kind of the corp's own: `custom.` and its name.

    404 `consents.purpose`, 409 `kinds.taken`, `kinds.too_many`.
    """
    corp_id = principal.corp_id
    name = await service.add_kind(runtime, session, corp_id, new, principal.actor)
    return await service.read_kind(runtime, session, corp_id, name, runtime.clock())


@router.get("/quarantine")
async def read_event_quarantine(principal: CurrentPrincipal, runtime: CurrentRuntime) -> Quarantine:
    """What waits for a decision, in heaps that one decision is about, with masked examples."""
    # Sealed, so the app's role does not read it.
    async with runtime.database.owner() as session:
        return await service.read_quarantine(runtime, session, principal.corp_id, runtime.clock())


@router.post("/quarantine/decisions", dependencies=_WRITES)
async def decide_about_events(
    decision: Decision, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> Decided:
    """Decide about a heap; its events are released or deleted within seconds.

    404 `kinds.unknown_heap`, `kinds.unknown`, 409 `kinds.taken`, `kinds.too_many`,
    422 `kinds.bad_decision`.
    """
    async with runtime.database.owner() as session:
        return await service.decide(
            runtime, session, principal.corp_id, decision, principal.actor, runtime.clock()
        )


@router.get("/{name}")
async def read_event_kind(
    name: Name, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> KindDetail:
    """A kind with its properties. 404 `kinds.unknown`."""
    return await service.read_kind(runtime, session, principal.corp_id, name, runtime.clock())


@router.put("/{name}", dependencies=_WRITES)
async def change_event_kind(
    name: Name,
    change: KindChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> KindDetail:
    """Change a kind. 404 `kinds.unknown`, `consents.purpose`, 422 `kinds.bad_decision`."""
    corp_id = principal.corp_id
    await service.change_kind(runtime, session, corp_id, name, change, principal.actor)
    return await service.read_kind(runtime, session, corp_id, name, runtime.clock())


@router.put("/{name}/properties", dependencies=_WRITES)
async def change_event_property(
    name: Name,
    change: PropertyChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> KindDetail:
    """Say what becomes of a property; another type opens the kind's next version.

    404 `kinds.unknown`, `kinds.unknown_property`, `consents.purpose`, 422 `kinds.bad_decision`.
    """
    corp_id = principal.corp_id
    await service.change_property(runtime, session, corp_id, name, change, principal.actor)
    return await service.read_kind(runtime, session, corp_id, name, runtime.clock())
