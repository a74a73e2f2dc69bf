"""Effects whose answer was lost, over HTTP."""

from fastapi import APIRouter, Depends

from yutang.kernel.web import CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import Decision, DeedList

router = APIRouter(prefix="/wecom/deeds", tags=["connection"])


@router.get("", dependencies=[Depends(needs("settings.read"))])
async def list_deeds(principal: CurrentPrincipal, runtime: CurrentRuntime) -> DeedList:
    """Calls of WeCom whose answer was lost and whose effect is not known, oldest first.

    `unknown` and `sending` are looked up by the job that asked; `undecided` wait for a person who
    looks in WeCom's console: its lists did not tell within 15 minutes, or more than one fits.
    """
    async with runtime.database.owner() as session:
        return await service.list_open(session, principal.corp_id)


@router.post(
    "/{deed_id}/decision", status_code=204, dependencies=[Depends(needs("settings.write"))]
)
async def decide_deed(
    deed_id: int, body: Decision, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Say what WeCom's console shows: made (with its id where known), or not made.

    What was not made is asked for again when its feature next tries. 404 `deeds.unknown`; 409
    `deeds.nothing_to_decide`; 422 `deeds.missing_id`, `deeds.taken_result`.
    """
    async with runtime.database.owner() as session:
        await service.decide(
            session,
            principal.corp_id,
            deed_id,
            made=body.made,
            result_id=body.result_id,
            actor=principal.actor,
            now=runtime.clock(),
        )
