"""The day's numbers over HTTP."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent

from yutang.kernel.access.errors import SignedOutError
from yutang.kernel.tokens.errors import TokenRefusedError
from yutang.kernel.web import CurrentPrincipal, CurrentRuntime, identify, needs

from . import service
from .live import LiveNumbers
from .schemas import AddSummary, Overview

router = APIRouter(tags=["adds"], dependencies=[Depends(needs("adds.read"))])


@router.get("/adds/summary")
async def summarise_adds(
    principal: CurrentPrincipal, runtime: CurrentRuntime, on: date | None = None
) -> AddSummary:
    """A day's adds by outcome (default: the corp's today), and how the inbox stands now."""
    async with service.open_numbers(runtime, principal.corp_id, principal.seer) as session:
        return await service.summarise_adds(session, principal.corp_id, on, runtime.clock())


@router.get("/overview")
async def read_overview(
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    days: Annotated[int, Query(ge=2, le=90)] = 14,
) -> Overview:
    """The last days by channel code, what needs a person, and how far a new company has come."""
    async with service.open_numbers(runtime, principal.corp_id, principal.seer) as session:
        return await service.read_overview(session, principal.corp_id, days, runtime.clock())


@router.get("/live", response_class=EventSourceResponse)
async def follow_today(
    request: Request, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> AsyncIterator[ServerSentEvent]:
    """Server-sent events `today`: today's summary now and whenever it changes, once a second.

    Ends with `signed_out` when the session ends.
    """
    live = runtime.once(LiveNumbers, lambda: LiveNumbers(runtime))
    async for summary in live.summaries(principal.corp_id, principal.seer):
        if summary is not None:
            yield ServerSentEvent(event="today", data=summary)
            continue
        try:
            await identify(request, runtime)
        except (SignedOutError, TokenRefusedError):
            yield ServerSentEvent(event="signed_out", data={})
            return
        # A proxy between us cuts what stays silent.
        yield ServerSentEvent(comment="here")
