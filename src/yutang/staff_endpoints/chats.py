"""The group beside whose chat the member's page is open."""

from typing import Annotated

from fastapi import APIRouter, Query

from yutang.kernel.web import CurrentRuntime
from yutang.people.groups import service as groups
from yutang.people.groups.schemas import OwnGroup

from .members import CurrentMember, MemberSession

router = APIRouter(prefix="/staff/chats", tags=["staff pages"])


@router.get("/group")
async def read_own_group(
    chat_id: Annotated[str, Query(min_length=1, max_length=100)],
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> OwnGroup:
    """What the sidebar shows in a group that the member owns or sits in.

    404 `groups.unknown`: none of his, or not read yet.
    """
    return await groups.read_own(session, member.corp_id, chat_id, runtime.clock())
