"""Stages over HTTP."""

from fastapi import APIRouter, Depends

from yutang.kernel.web import CorpSession, CurrentPrincipal, needs

from . import service
from .schemas import StageList, StageNames

router = APIRouter(prefix="/stages", tags=["stages"])


@router.get("", dependencies=[Depends(needs("customers.read"))])
async def list_stages(principal: CurrentPrincipal, session: CorpSession) -> StageList:
    """The four stages in the corp's order; `name` null stands for the product's own name."""
    return StageList(items=await service.list_stages(session, principal.corp_id))


@router.put("", dependencies=[Depends(needs("fields.write"))])
async def rename_stages(
    wanted: StageNames, principal: CurrentPrincipal, session: CorpSession
) -> StageList:
    """Name and order the stages; each of the four once, else 422 `stages.bad_list`."""
    items = await service.rename_stages(session, principal.corp_id, wanted.items, principal.actor)
    return StageList(items=items)
