"""Who uses a tag, over HTTP: tags (people) with the codes that put them on (act)."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import ChannelRef
from yutang.kernel.web import CorpSession, CurrentPrincipal, needs

router = APIRouter(prefix="/tags", tags=["tags"], dependencies=[Depends(needs("tags.read"))])


class TagUses(BaseModel):
    """What stops working, or works differently, without these tags."""

    channels: list[ChannelRef]
    """Channel codes that put any of them on people."""


@router.get("/uses")
async def list_tag_uses(
    principal: CurrentPrincipal,
    session: CorpSession,
    tag_id: Annotated[list[int], Query(min_length=1, max_length=500)],
) -> TagUses:
    """Where these tags are used; to be read before one is deleted or merged."""
    found = await acquisition.channels_with_tags(session, principal.corp_id, tag_id)
    return TagUses(channels=list(found.values()))
