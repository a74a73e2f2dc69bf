"""Old pools over HTTP."""

from fastapi import APIRouter, Depends, Response

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import NewPools, PoolBoard, PoolChange

router = APIRouter(
    prefix="/old-pools", tags=["old pools"], dependencies=[Depends(needs("channels.read"))]
)
WRITES = [Depends(needs("channels.write"))]


@router.get("")
async def read_old_pools(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> PoolBoard:
    """Old accounts and groups with their codes, and who came from each; estimates are guesses."""
    return await service.read_board(session, principal.corp_id, runtime.clock())


@router.post("", status_code=202, dependencies=WRITES)
async def add_old_pools(
    body: NewPools, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> PoolBoard:
    """Enter a list; each gets a direct code and a tag of its name in the background.

    All of them or none. 409 `old_pools.names_taken`, 422 `old_pools.unknown_staff`.
    """
    await service.add_pools(session, principal.corp_id, body, principal.actor)
    return await service.read_board(session, principal.corp_id, runtime.clock())


@router.post("/retry", status_code=202, dependencies=WRITES)
async def retry_old_pools(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> PoolBoard:
    """Try once more what could not be made. 409 `old_pools.nothing_failed`."""
    await service.retry_failed(session, principal.corp_id, principal.actor)
    return await service.read_board(session, principal.corp_id, runtime.clock())


@router.get(
    "/codes.zip",
    response_class=Response,
    responses={200: {"content": {"application/zip": {}}}},
)
async def download_codes(principal: CurrentPrincipal, runtime: CurrentRuntime) -> Response:
    """Pictures of the first 200 codes, named by their old account or group."""
    content = await service.zip_codes(runtime, principal.corp_id, principal.seer)
    return Response(
        content,
        media_type="application/zip",
        headers={"Content-Disposition": 'attachment; filename="old-pools.zip"'},
    )


@router.patch("/{pool_id}", status_code=204, dependencies=WRITES)
async def change_old_pool(
    pool_id: int, body: PoolChange, principal: CurrentPrincipal, session: CorpSession
) -> None:
    """Estimate anew how many people are there. 404 `old_pools.unknown`."""
    await service.change_estimate(
        session, principal.corp_id, pool_id, body.estimate, principal.actor
    )


@router.delete("/{pool_id}", status_code=204, dependencies=WRITES)
async def forget_old_pool(pool_id: int, principal: CurrentPrincipal, session: CorpSession) -> None:
    """Take one off the list; its code, its tag and who came stay. 404 `old_pools.unknown`."""
    await service.forget_pool(session, principal.corp_id, pool_id, principal.actor)
