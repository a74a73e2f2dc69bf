"""Welcomes over HTTP."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import Clock, GreetingChange, GreetingList, GreetingRead, NewGreeting, WhichGreeting

router = APIRouter(tags=["welcomes"], dependencies=[Depends(needs("adds.read"))])
_WRITES = [Depends(needs("welcomes.write"))]


@router.get("/welcomes")
async def list_greetings(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GreetingList:
    """All welcomes: the corp's, departments', codes'; and the pictures WeCom was given to keep."""
    return await service.list_greetings(session, principal.corp_id, runtime.clock())


@router.post("/welcomes", status_code=201, dependencies=_WRITES)
async def create_greeting(
    body: NewGreeting, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GreetingRead:
    """Make a welcome; it counts from the next add on.

    404 `welcomes.unknown_reach`, `files.unknown`; 409 `welcomes.overlap`, `welcomes.too_many`;
    422 `welcomes.bad_reach`, `welcomes.bad_hours`, `welcomes.unknown_place`,
    `welcomes.fallback_missing`, `welcomes.named_nameless`, `welcomes.wrong_file`,
    `channels.welcome_empty`, `channels.nameless_missing`, `channels.welcome_too_long`,
    `channels.link_too_long`.
    """
    now = runtime.clock()
    made = await service.create_greeting(session, principal.corp_id, body, principal.actor, now)
    return await service.read_greeting(session, principal.corp_id, made, now)


@router.get("/welcomes/which")
async def which_applies(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    staff_id: Annotated[int, Query(ge=1)],
    at: Clock,
    channel_id: Annotated[int | None, Query(ge=1)] = None,
    standing: Literal["new", "returning"] = "new",
) -> WhichGreeting:
    """Which welcome goes out when a member is added `at` (hh:mm) through a code, and why.

    404 `welcomes.unknown_reach`.
    """
    return await service.which_applies(
        session,
        principal.corp_id,
        runtime.clock(),
        staff_id=staff_id,
        channel_id=channel_id,
        at=at,
        standing=standing,
    )


@router.get("/welcomes/{greeting_id}")
async def read_greeting(
    greeting_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GreetingRead:
    """One welcome; 404 `welcomes.unknown`."""
    return await service.read_greeting(session, principal.corp_id, greeting_id, runtime.clock())


@router.put("/welcomes/{greeting_id}", dependencies=_WRITES)
async def change_greeting(
    greeting_id: int,
    body: GreetingChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GreetingRead:
    """Change a welcome; it counts from the next add on. 409 `welcomes.changed_meanwhile`."""
    now = runtime.clock()
    await service.change_greeting(
        session, principal.corp_id, greeting_id, body, principal.actor, now
    )
    return await service.read_greeting(session, principal.corp_id, greeting_id, now)


@router.delete("/welcomes/{greeting_id}", status_code=204, dependencies=_WRITES)
async def delete_greeting(
    greeting_id: int, principal: CurrentPrincipal, session: CorpSession
) -> None:
    """Delete a welcome: the next one on the way applies. 404 `welcomes.unknown`."""
    await service.delete_greeting(session, principal.corp_id, greeting_id, principal.actor)
