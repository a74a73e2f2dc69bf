"""The inbox over HTTP, for people."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import CallbackPage, RawCallback, ReplayRequest, ReplayResult

router = APIRouter(prefix="/callbacks", tags=["callbacks"])


@router.get("", dependencies=[Depends(needs("callbacks.read"))])
async def list_callbacks(
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    status: Literal["waiting", "done", "kept", "dead"] | None = None,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> CallbackPage:
    """Stored callbacks, newest first, with codes and contact data hidden."""
    # The inbox stands outside row-level security: the owner's session, and the corp by name.
    async with runtime.database.owner() as session:
        return await service.list_callbacks(
            session,
            principal.corp_id,
            status,
            after,
            limit,
            kept_days=runtime.settings.callback_days,
        )


@router.get("/{callback_id}/raw", dependencies=[Depends(needs("callbacks.raw"))])
async def open_callback(
    callback_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> RawCallback:
    """One callback as it came, codes and contact data included; opening it is audited.

    404 `callbacks.unknown`.
    """
    async with runtime.database.owner() as session:
        return await service.open_callback(session, principal.corp_id, callback_id, principal.actor)


@router.post("/replay", dependencies=[Depends(needs("callbacks.replay"))])
async def replay_callbacks(
    body: ReplayRequest, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> ReplayResult:
    """Handle dead or kept callbacks once more, in their old order."""
    async with runtime.database.owner() as session:
        count = await service.replay_callbacks(
            session, principal.corp_id, body.ids, principal.actor, runtime.clock()
        )
    return ReplayResult(replayed=count)
