"""Where readings of WeCom stand, and what they found to differ."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, status

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import DriftKind, DriftPage, SyncRead, SyncWanted

router = APIRouter(prefix="/sync", tags=["sync"])


@router.get("", dependencies=[Depends(needs("settings.read"))])
async def read_sync(principal: CurrentPrincipal, runtime: CurrentRuntime) -> SyncRead:
    """Readings under way with progress, rate and end, the last ones, and when the next one is.

    Asks WeCom nothing; to be asked anew every few seconds.
    """
    async with runtime.database.owner() as session:
        return await service.read_sync(session, runtime, principal.corp_id)


@router.post("", status_code=status.HTTP_202_ACCEPTED, dependencies=[Depends(needs("sync.run"))])
async def start_sync(
    wanted: SyncWanted, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Read everything, or compare only; a job does it, and this answers at once.

    409 `sync.already_reading` while one is asked for or under way.
    """
    async with runtime.database.owner() as session:
        await service.ask(session, principal.corp_id, wanted.mode, principal.actor)


@router.get("/drifts", dependencies=[Depends(needs("settings.read"))])
async def list_drifts(
    session: CorpSession,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    kind: DriftKind | None = None,
    run_id: Annotated[int | None, Query(ge=1)] = None,
    after: Annotated[str | None, Query(max_length=20)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> DriftPage:
    """What readings found to differ from what callbacks had told, newest first.

    What reading cannot find is not among them: that a customer deleted a member whose callback
    was lost, for WeCom goes on showing him.
    """
    return await service.list_drifts(
        session,
        principal.corp_id,
        runtime.clock(),
        kind=kind,
        run_id=run_id,
        after=after,
        limit=limit,
    )
