"""What is behind a member's task about his groups."""

from typing import Annotated

from fastapi import APIRouter, Query

from yutang.act.groupcodes import service as groupcodes
from yutang.act.groupwatch import service as groupwatch
from yutang.act.groupwatch.schemas import OwnerSheet, SheetKind
from yutang.kernel.web import CurrentRuntime

from .members import CurrentMember, MemberSession

router = APIRouter(prefix="/staff/watch", tags=["staff pages"])


@router.get("")
async def read_own_sheet(
    kind: Annotated[SheetKind, Query()],
    of: Annotated[int, Query(ge=1)],
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> OwnerSheet:
    """Why the member was asked, text to paste, and whom it is about, with who is done.

    `of` is the group of a silence, the plan of doubles, the renewal, or the group code whose next
    group is to be opened. 404 `groups.unknown`, `groupwatch.unknown_plan`,
    `groupwatch.unknown_renewal`, `groupcodes.unknown`.
    """
    now = runtime.clock()
    if kind == "group_code":
        return await groupcodes.read_sheet(session, member.corp_id, member.staff_id, of)
    if kind == "doubles":
        # In which of another's groups a person stays he must be told; the plan's rows are his own.
        async with runtime.database.owner() as owner:
            return await groupwatch.read_sheet(
                owner, member.corp_id, member.staff_id, kind, of, now
            )
    return await groupwatch.read_sheet(session, member.corp_id, member.staff_id, kind, of, now)
