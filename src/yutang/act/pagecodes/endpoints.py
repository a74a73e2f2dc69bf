"""Page codes over HTTP. What they share with direct codes is below /channels."""

import asyncio
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    AssignmentPage,
    PageCodeCreate,
    PageCodeMade,
    PageCodeRead,
    PageCodeUpdate,
    PageResults,
    PageSimulation,
    PageSimulationWish,
)

router = APIRouter(prefix="/page-codes", tags=["page codes"])
READS = [Depends(needs("channels.read"))]
WRITES = [Depends(needs("channels.write"))]


@router.post("", status_code=201, dependencies=WRITES)
async def create_page_code(
    body: PageCodeCreate,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> PageCodeMade:
    """Make a page code: its page works at once, WeCom's ways of its members are made one by one.

    The channel is `creating` until all are there. 422 `page_codes.strange_member`,
    `page_codes.bad_fallback`; 409 `page_codes.no_room`; and what a direct code is refused for.
    """
    return await service.create_page_code(
        session, principal.corp_id, body, principal.actor, runtime.settings.address
    )


@router.post("/simulation", dependencies=READS)
async def simulate_rule(
    body: PageSimulationWish, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> PageSimulation:
    """Play a day through: who would get how many. Nothing is kept.

    The same seed gives the same day; the rule picks by the same code as for true visitors.
    """
    async with runtime.database.corp(principal.corp_id) as session:
        facts = await service.prepare_simulation(session, principal.corp_id, body, runtime.clock())
    return await asyncio.to_thread(service.run_simulation, body, *facts)


@router.get("/{channel_id}", dependencies=READS)
async def read_page_code(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> PageCodeRead:
    """The rule, the page's address, and how each member stands today; 404 `page_codes.unknown`."""
    return await service.read_page_code(
        session, principal.corp_id, channel_id, runtime.clock(), runtime.settings.address
    )


@router.put("/{channel_id}", dependencies=WRITES)
async def update_page_code(
    channel_id: int,
    body: PageCodeUpdate,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> PageCodeRead:
    """Change a page code; its print stays valid, the rule counts at once.

    409 `channels.changed_meanwhile` where `version` is not the channel's newest.
    """
    await service.update_page_code(session, principal.corp_id, channel_id, body, principal.actor)
    return await service.read_page_code(
        session, principal.corp_id, channel_id, runtime.clock(), runtime.settings.address
    )


@router.get("/{channel_id}/results", dependencies=READS)
async def read_results(
    channel_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    start: Annotated[date | None, Query(alias="from")] = None,
    stop: Annotated[date | None, Query(alias="to")] = None,
) -> PageResults:
    """Scans, who was shown and who was added, by day and by member, both days included.

    By default the 30 days to today, at most 366; 422 `channels.bad_span`.
    """
    return await service.read_results(
        session, principal.corp_id, channel_id, runtime.clock(), start=start, stop=stop
    )


@router.get("/{channel_id}/assignments", dependencies=READS)
async def list_assignments(
    channel_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> AssignmentPage:
    """Who was shown lately and whether the place was taken; visitors are named by nothing."""
    return await service.list_assignments(
        session, principal.corp_id, channel_id, runtime.clock(), after=after, limit=limit
    )
