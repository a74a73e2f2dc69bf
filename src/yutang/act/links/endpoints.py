"""Acquisition links over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.act.acquisition.schemas import Narrow, Status
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    AttributedVisits,
    LinkCreate,
    LinkOverview,
    LinkPage,
    LinkRead,
    LinkUpdate,
    PriceWish,
    SourceDays,
)

router = APIRouter(prefix="/links", tags=["links"], dependencies=[Depends(needs("channels.read"))])
_WRITES = [Depends(needs("channels.write"))]


@router.get("")
async def list_links(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    q: Annotated[str, Query(max_length=60)] = "",
    status: Annotated[list[Status] | None, Query()] = None,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> LinkPage:
    """Acquisition links, newest first, with their adds of the last 14 days."""
    narrow = Narrow(q.strip(), status or ())
    now = runtime.clock()
    return await service.list_links(session, principal.corp_id, now, narrow, after, limit)


@router.post("", status_code=201, dependencies=_WRITES)
async def create_link(
    body: LinkCreate, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> LinkRead:
    """Make a link: `creating` until WeCom made it, then `active`.

    422 `links.nobody`, `links.too_many`, `links.unknown_department`, `links.no_priority_members`,
    `channels.unknown_staff` and the faults of a welcome; 404 `files.unknown`.
    """
    channel_id = await service.create_link(session, principal.corp_id, body, principal.actor)
    return await service.read_link(session, principal.corp_id, channel_id, runtime.clock())


@router.get("/overview")
async def read_overview(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> LinkOverview:
    """The quota of links: left, when parts of it lapse, what it cost."""
    return await service.read_overview(session, principal.corp_id, runtime.clock())


@router.put("/price", status_code=204, dependencies=_WRITES)
async def set_price(
    body: PriceWish, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Say what one use of the quota costs, in cents; null: no longer."""
    now = runtime.clock()
    await service.set_price(session, principal.corp_id, body.cents, principal.actor, now)


@router.get("/{channel_id}")
async def read_link(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> LinkRead:
    """One link; 404 `links.unknown`."""
    return await service.read_link(session, principal.corp_id, channel_id, runtime.clock())


@router.put("/{channel_id}", dependencies=_WRITES)
async def update_link(
    channel_id: int,
    body: LinkUpdate,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> LinkRead:
    """Change a link; its address stays. 409 `channels.changed_meanwhile`; else as making one."""
    await service.update_link(session, principal.corp_id, channel_id, body, principal.actor)
    return await service.read_link(session, principal.corp_id, channel_id, runtime.clock())


@router.post("/{channel_id}/retry", dependencies=_WRITES)
async def retry_link(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> LinkRead:
    """Ask WeCom once more for what failed; 409 `channels.nothing_to_retry`.

    Of a link that somebody deleted in WeCom another one is made, with another address.
    """
    await service.retry_link(session, principal.corp_id, channel_id, principal.actor)
    return await service.read_link(session, principal.corp_id, channel_id, runtime.clock())


@router.post("/{channel_id}/count", status_code=202, dependencies=_WRITES)
async def count_link(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> LinkRead:
    """Ask WeCom soon for the clicks and new customers of the last 30 days; 404 `links.unknown`."""
    link = await service.read_link(session, principal.corp_id, channel_id, runtime.clock())
    await service.ask_count(session, principal.corp_id, channel_id)
    return link


@router.delete("/{channel_id}", status_code=204, dependencies=_WRITES)
async def delete_link(channel_id: int, principal: CurrentPrincipal, session: CorpSession) -> None:
    """Delete a link: its address stops working, its customers and their tags stay."""
    await service.delete_link(session, principal.corp_id, channel_id, principal.actor)


@router.get("/{channel_id}/visits")
async def list_attributed(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession
) -> AttributedVisits:
    """The 50 newest customers of a channel whose visit is known; 404 `channels.unknown`."""
    return await service.list_attributed(session, principal.corp_id, channel_id)


@router.get("/{channel_id}/days")
async def list_days(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> SourceDays:
    """Visits that led to a channel in the last 30 days, by day and source."""
    return await service.list_days(session, principal.corp_id, channel_id, runtime.clock())
