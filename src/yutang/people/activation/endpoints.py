"""Activation and silence over HTTP."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, needs

from . import service
from .schemas import ActivationReport, ReportKey, SilencePage, SilenceRead

router = APIRouter(tags=["customers"], dependencies=[Depends(needs("customers.read"))])


@router.get("/activation")
async def summarise_activation(
    principal: CurrentPrincipal,
    session: CorpSession,
    first: Annotated[date, Query(alias="from")],
    last: Annotated[date, Query(alias="to")],
    by: ReportKey = "day",
) -> ActivationReport:
    """How many of those added in a span sent the corp's number of messages, by day or otherwise.

    What WeCom does not tell is neither: `adds` less `known`. 422 `activation.bad_span` for more
    than 92 days.
    """
    return await service.read_report(session, principal.corp_id, first, last, by)


@router.get("/silence")
async def read_silence(principal: CurrentPrincipal, session: CorpSession) -> SilenceRead:
    """How many friends are silent, among how many that can be judged, and what tells of them."""
    return await service.read_silence(session, principal.corp_id)


@router.get("/silences")
async def list_silences(
    principal: CurrentPrincipal,
    session: CorpSession,
    customer: Annotated[int | None, Query(ge=1)] = None,
    which: Annotated[Literal["open", "all"], Query()] = "open",
    after: str | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> SilencePage:
    """Times of silence, the newest first; `customer` asks for one customer's history."""
    return await service.list_silences(
        session,
        principal.corp_id,
        customer_id=customer,
        open_only=which == "open",
        after=after,
        limit=limit,
    )
