"""A member's day: whom he gained, how each welcome ended, what he has to do."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import AddPage
from yutang.kernel.web import CurrentRuntime
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import TodayTask
from yutang.people.welcomes.schemas import WantedAdds

from .members import CurrentMember, MemberSession

router = APIRouter(prefix="/staff", tags=["staff pages"])


class OwnAddPage(AddPage):
    """One page of the member's adds, newest first; `adds` and `sent` count the whole day."""

    on: date
    adds: int
    sent: int


@router.get("/adds")
async def list_own_adds(
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
    on: date | None = None,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> OwnAddPage:
    """The member's adds of a day (default: the corp's today) and how each welcome ended."""
    now = runtime.clock()
    page = await acquisition.list_adds(
        session,
        member.corp_id,
        now,
        WantedAdds(account=member.account, before_id=after, limit=limit),
        on=on,
    )
    adds, sent = await acquisition.count_adds_of(session, member.corp_id, member.account, on, now)
    start, _ = await acquisition.day_span(session, member.corp_id, on, now)
    return OwnAddPage(
        items=page.items, next=page.next, as_of=page.as_of, on=start.date(), adds=adds, sent=sent
    )


class TodayTasks(BaseModel):
    """What the member has to do before the corp's day ends, overdue ones first.

    At the end, with `mine` false, what those he leads are late with for too long.
    """

    items: list[TodayTask]


@router.get("/tasks")
async def list_own_tasks(
    member: CurrentMember, session: MemberSession, runtime: CurrentRuntime
) -> TodayTasks:
    """The member's open tasks that are due today or overdue, and his pool's, at most 200 each.

    Then at most 50 that were escalated to him.
    """
    items = await tasks.today(session, member.corp_id, member.staff_id, runtime.clock())
    return TodayTasks(items=items)
