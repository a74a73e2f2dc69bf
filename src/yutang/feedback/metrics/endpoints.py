"""The day's numbers over HTTP."""

from datetime import date

from fastapi import APIRouter, Depends

from yutang.kernel.web import CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import AddSummary

router = APIRouter(tags=["adds"], dependencies=[Depends(needs("adds.read"))])


@router.get("/adds/summary")
async def summarise_adds(
    principal: CurrentPrincipal, runtime: CurrentRuntime, on: date | None = None
) -> AddSummary:
    """A day's adds by outcome (default: the corp's today), and how the inbox stands now."""
    async with runtime.database.owner() as session:
        return await service.summarise_adds(session, principal.corp_id, on, runtime.clock())
