"""Who uses a tag, over HTTP: tags (people) with codes (act) and rules (decide) that put them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import ChannelRef
from yutang.decide.autotags import service as autotags
from yutang.decide.autotags.schemas import RuleRef
from yutang.kernel.web import CorpSession, CurrentPrincipal, needs

router = APIRouter(prefix="/tags", tags=["tags"], dependencies=[Depends(needs("tags.read"))])


class TagUses(BaseModel):
    """What stops working, or works differently, without these tags."""

    channels: list[ChannelRef]
    """Channel codes that put any of them on people."""
    rules: list[RuleRef]
    """Rules that put them on, or take them off."""


@router.get("/uses")
async def list_tag_uses(
    principal: CurrentPrincipal,
    session: CorpSession,
    tag_id: Annotated[list[int], Query(min_length=1, max_length=500)],
) -> TagUses:
    """Where these tags are used; to be read before one is deleted or merged."""
    found = await acquisition.channels_with_tags(session, principal.corp_id, tag_id)
    return TagUses(
        channels=list(found.values()),
        rules=await autotags.rules_with_tags(session, principal.corp_id, tag_id),
    )
