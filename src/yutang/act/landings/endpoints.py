"""Landing pages and short links over HTTP, for who makes them."""

import asyncio

from fastapi import APIRouter, Depends, Response

from yutang.act.acquisition import service as acquisition
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    LandingDays,
    PageChange,
    PageList,
    PageRead,
    PageWish,
    ShortLinkList,
    ShortLinkWish,
)

router = APIRouter(tags=["landings"], dependencies=[Depends(needs("channels.read"))])
_WRITES = [Depends(needs("channels.write"))]
_CODE_PIXELS = 600


@router.get("/landing-pages")
async def list_pages(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> PageList:
    """Landing pages with their visits, taps and adds, the newest first."""
    address = runtime.settings.address
    return await service.list_pages(session, principal.corp_id, address, runtime.clock())


@router.post("/landing-pages", status_code=201, dependencies=_WRITES)
async def create_page(
    body: PageWish, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> PageRead:
    """Make a landing page; its address works at once.

    422 `landings.no_link` where the button is no acquisition link, `landings.picture_too_large`;
    404 `channels.unknown`, `files.unknown`.
    """
    page_id = await service.create_page(runtime, principal.corp_id, body, principal.actor)
    return await _read(principal, runtime, page_id)


@router.get("/landing-pages/{page_id}")
async def read_landing_page(
    page_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> PageRead:
    """One landing page; 404 `landings.unknown_page`."""
    return await _read(principal, runtime, page_id)


@router.put("/landing-pages/{page_id}", dependencies=_WRITES)
async def update_page(
    page_id: int, body: PageChange, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> PageRead:
    """Change a landing page; its address stays. 409 `landings.changed_meanwhile`."""
    await service.update_page(runtime, principal.corp_id, page_id, body, principal.actor)
    return await _read(principal, runtime, page_id)


@router.delete("/landing-pages/{page_id}", status_code=204, dependencies=_WRITES)
async def delete_page(
    page_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Take a landing page off: its address shows nothing any more."""
    now = runtime.clock()
    await service.delete_page(session, principal.corp_id, page_id, principal.actor, now)


@router.get("/landing-pages/{page_id}/days")
async def read_page_days(
    page_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> LandingDays:
    """Visits of the last 30 days by day and source."""
    return await service.read_days(session, principal.corp_id, page_id, runtime.clock())


@router.get("/short-links")
async def list_short_links(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ShortLinkList:
    """Short links with how often they were opened, the newest first."""
    address = runtime.settings.address
    return await service.list_short_links(session, principal.corp_id, address, runtime.clock())


@router.post("/short-links", status_code=201, dependencies=_WRITES)
async def create_short_link(
    body: ShortLinkWish, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ShortLinkList:
    """Make a short link; answers all of them.

    422 `landings.bad_target` for what is no public https address, `landings.already_over`;
    404 `landings.unknown_page`, `channels.unknown`.
    """
    now, address = runtime.clock(), runtime.settings.address
    await service.create_short_link(session, principal.corp_id, body, principal.actor, now)
    return await service.list_short_links(session, principal.corp_id, address, now)


@router.delete("/short-links/{short_link_id}", status_code=204, dependencies=_WRITES)
async def delete_short_link(
    short_link_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Take a short link off; its address is never given again."""
    now = runtime.clock()
    await service.delete_short_link(session, principal.corp_id, short_link_id, principal.actor, now)


@router.get(
    "/short-links/{short_link_id}/qr.png",
    response_class=Response,
    responses={200: {"content": {"image/png": {}}}},
)
async def read_short_link_qr(
    short_link_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> Response:
    """The short link as a code; 404 `landings.unknown_short_link`."""
    async with runtime.database.corp(principal.corp_id, principal.seer) as session:
        address = await service.short_address(
            session, principal.corp_id, short_link_id, runtime.settings.address
        )
    drawn = await asyncio.to_thread(acquisition.draw_png, address, _CODE_PIXELS)
    return Response(drawn, media_type="image/png")


async def _read(principal: CurrentPrincipal, runtime: CurrentRuntime, page_id: int) -> PageRead:
    async with runtime.database.corp(principal.corp_id, principal.seer) as session:
        return await service.read_page(
            session, principal.corp_id, page_id, runtime.settings.address, runtime.clock()
        )
