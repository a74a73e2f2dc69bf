"""A member's own notices."""

from typing import Annotated

from fastapi import APIRouter, Query

from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import NoticePage, ReadThese, UnreadCount
from yutang.kernel.web import CurrentRuntime

from .members import CurrentMember, MemberSession

router = APIRouter(prefix="/staff/notices", tags=["staff pages"])


@router.get("")
async def list_own_notices(
    member: CurrentMember,
    session: MemberSession,
    *,
    unread: bool = False,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> NoticePage:
    """What the member was told in the last 30 days, the newest first."""
    own = notices.receivers(None, member.staff_id)
    return await notices.list_notices(
        session, member.corp_id, own, unread=unread, after=after, limit=limit
    )


@router.post("/read")
async def mark_own_read(
    body: ReadThese, member: CurrentMember, session: MemberSession, runtime: CurrentRuntime
) -> UnreadCount:
    """Mark some read, or all up to and with `until`."""
    own = notices.receivers(None, member.staff_id)
    left = await notices.mark_read(session, member.corp_id, own, body, runtime.clock())
    return UnreadCount(unread=left)
