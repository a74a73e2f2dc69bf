"""The tag library over HTTP."""

from fastapi import APIRouter, Depends

from yutang.kernel.web import CorpSession, CurrentPrincipal, needs

from . import service
from .schemas import TagList

router = APIRouter(tags=["tags"], dependencies=[Depends(needs("tags.read"))])


@router.get("/tags")
async def list_tags(principal: CurrentPrincipal, session: CorpSession) -> TagList:
    """All living corp tags by group, in WeCom's order."""
    return TagList(items=await service.list_groups(session, principal.corp_id))
