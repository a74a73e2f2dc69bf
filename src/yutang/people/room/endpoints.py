"""Room left over HTTP."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from yutang.kernel.jobs import enqueue
from yutang.kernel.web import CorpSession, CurrentPrincipal, needs

from . import service
from .jobs import CountLoads, CountRoom
from .schemas import RoomOverview, StaffRoomPage

router = APIRouter(prefix="/room", tags=["room"])


@router.get("", dependencies=[Depends(needs("settings.read"))])
async def read_room(principal: CurrentPrincipal, session: CorpSession) -> RoomOverview:
    """What is used of WeCom's ceilings: customers, codes, tags, links, and members' lists.

    Kept counts: each says when it was true. Never asks WeCom.
    """
    return await service.read_room(session, principal.corp_id)


@router.get("/staff", dependencies=[Depends(needs("settings.read"))])
async def list_staff_room(
    principal: CurrentPrincipal,
    session: CorpSession,
    q: Annotated[str, Query(max_length=64)] = "",
    which: Literal["all", "warned"] = "all",
    after: str | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> StaffRoomPage:
    """Members by how full their lists are, the fullest first; `q` begins a name or account."""
    return await service.list_staff_room(
        session,
        principal.corp_id,
        query=q.strip(),
        only_warned=which == "warned",
        after=after,
        limit=limit,
    )


@router.post("/count", status_code=202, dependencies=[Depends(needs("settings.write"))])
async def count_again(principal: CurrentPrincipal, session: CorpSession) -> None:
    """Count everything anew in the background, and ask WeCom for what only it knows."""
    await enqueue(
        session,
        CountRoom(corp_id=principal.corp_id),
        CountLoads(corp_id=principal.corp_id),
    )
