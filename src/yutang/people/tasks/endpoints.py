"""The board of tasks over HTTP."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    KINDS,
    BoardTask,
    BulkAct,
    BulkOutcome,
    Closing,
    MemberTasksPage,
    NewTask,
    Reassignment,
    TaskAssignee,
    TaskChange,
    TaskClosing,
    TaskCounts,
    TaskDetail,
    TaskFilter,
    TaskGift,
    TaskKindList,
    TaskKindName,
    TaskKindRead,
    TaskPage,
    TaskState,
)

router = APIRouter(prefix="/tasks", tags=["tasks"], dependencies=[Depends(needs("tasks.read"))])
_WRITES = [Depends(needs("tasks.write"))]


@dataclass(frozen=True, slots=True)
class Members:
    """Whose tasks; all conditions hold."""

    staff_id: Annotated[int | None, Query(ge=1)] = None
    department_id: Annotated[int | None, Query(ge=1)] = None
    store_id: Annotated[int | None, Query(ge=1)] = None


@dataclass(frozen=True, slots=True)
class Asked(Members):
    """Which tasks. Days are the corp's: when open ones are due, when closed ones were closed."""

    state: TaskState = "open"
    kind: Annotated[str | None, Query(max_length=40)] = None
    overdue: bool = False
    escalated: bool = False
    pooled: bool = False
    priority: Annotated[int | None, Query(ge=0, le=2)] = None
    first: Annotated[date | None, Query(alias="from")] = None
    last: Annotated[date | None, Query(alias="to")] = None
    q: Annotated[str, Query(max_length=60)] = ""

    def filter(self) -> TaskFilter:
        """The same for the service."""
        return TaskFilter(
            state=self.state,
            kind=self.kind,
            overdue=self.overdue,
            escalated=self.escalated,
            pooled=self.pooled,
            priority=self.priority,
            staff_id=self.staff_id,
            department_id=self.department_id,
            store_id=self.store_id,
            first=self.first,
            last=self.last,
            q=self.q.strip(),
        )


Question = Annotated[Asked, Depends(Asked)]
Whose = Annotated[Members, Depends(Members)]
After = Annotated[str | None, Query(max_length=100)]
Limit = Annotated[int, Query(ge=1, le=100)]


def _of(whose: Members) -> TaskFilter:
    return TaskFilter(
        staff_id=whose.staff_id, department_id=whose.department_id, store_id=whose.store_id
    )


@router.get("")
async def list_tasks(
    asked: Question,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    after: After = None,
    limit: Limit = 50,
) -> TaskPage:
    """Tasks of the members you see: open ones by what is due first, closed ones newest first.

    `q` is the beginning of the title. 422 `tasks.bad_span`, `tasks.bad_cursor`.
    """
    return await service.list_tasks(
        session, principal.corp_id, asked.filter(), runtime.clock(), after, limit
    )


@router.get("/kinds")
async def list_task_kinds() -> TaskKindList:
    """Every kind that tasks can have, and what each asks to be shown when it is done."""
    return TaskKindList(
        items=[
            TaskKindRead(key=kind.key, name=TaskKindName(zh=kind.zh, en=kind.en), proof=kind.proof)
            for kind in KINDS.values()
        ]
    )


@router.get("/counts")
async def count_tasks(
    whose: Whose, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> TaskCounts:
    """How the tasks of these members stand, by kind; of the whole company up to 5 seconds old."""
    return await service.count_tasks(
        session, runtime, principal.corp_id, _of(whose), runtime.clock()
    )


@router.get("/members")
async def list_task_members(
    whose: Whose,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    after: After = None,
    limit: Limit = 50,
) -> MemberTasksPage:
    """Members by how many tasks are overdue; of the whole company up to 5 seconds old."""
    return await service.list_members(
        session, runtime, principal.corp_id, _of(whose), runtime.clock(), after, limit
    )


@router.post("", status_code=201, dependencies=_WRITES)
async def give_task(
    gift: TaskGift, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> BoardTask:
    """Give a member a task, or put it into his pool for him to hand out.

    422 `tasks.bad_due_time`, `tasks.bad_link`, `tasks.unknown_kind`, `tasks.unknown_assignee`,
    `tasks.foreign_assignee`, `tasks.unknown_customer`.
    """
    now = runtime.clock()
    task_id = await service.give_task(
        session,
        principal.corp_id,
        NewTask(
            kind=gift.kind,
            staff_id=gift.staff_id,
            title=gift.title,
            due_at=gift.due_at,
            customer_id=gift.customer_id,
            priority=gift.priority,
            link=gift.link,
            proof=gift.proof,
            pooled=gift.pooled,
        ),
        principal.actor,
        now,
    )
    service.forget_sums(runtime, principal.corp_id)
    return await service.find_task(session, principal.corp_id, task_id, now)


@router.post("/bulk", dependencies=_WRITES)
async def act_on_many_tasks(
    act: BulkAct, asked: Question, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> BulkOutcome:
    """One act on `ids`, or without them on everything that matches the address (at most 10,000).

    In chunks of 500, each whole: asked again after an error it goes on. `dry_run` only tells.
    422 `tasks.too_many`, `tasks.unknown_assignee`, `tasks.foreign_assignee`, `tasks.bad_span`.
    """
    outcome = await service.act_on_many(
        runtime, principal.corp_id, principal.seer, act, asked.filter(), principal.actor
    )
    service.forget_sums(runtime, principal.corp_id)
    return outcome


@router.get("/{task_id}")
async def read_task(
    task_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> TaskDetail:
    """A task with what became of it. 404 `tasks.unknown`."""
    return await service.read_task(runtime, principal.corp_id, principal.seer, task_id)


@router.patch("/{task_id}", dependencies=_WRITES)
async def change_task(
    task_id: int,
    change: TaskChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> BoardTask:
    """Change what an open task says; a new moment takes an escalation back.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `tasks.bad_due_time`, `tasks.bad_link`.
    """
    now = runtime.clock()
    await service.change_task(session, principal.corp_id, task_id, change, principal.actor, now)
    service.forget_sums(runtime, principal.corp_id)
    return await service.find_task(session, principal.corp_id, task_id, now)


@router.post("/{task_id}/reassign", dependencies=_WRITES)
async def reassign_task(
    task_id: int,
    to: TaskAssignee,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> BoardTask:
    """Give an open task to another member, or into a leader's pool; he begins anew.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `tasks.unknown_assignee`,
    `tasks.foreign_assignee`.
    """
    await service.reassign_task(
        session,
        principal.corp_id,
        task_id,
        Reassignment(to.staff_id, pooled=to.pooled),
        principal.actor,
    )
    service.forget_sums(runtime, principal.corp_id)
    return await service.find_task(session, principal.corp_id, task_id, runtime.clock())


@router.post("/{task_id}/close", dependencies=_WRITES)
async def close_board_task(
    task_id: int,
    end: TaskClosing,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> BoardTask:
    """Say that a task is done, or dropped.

    404 `tasks.unknown`, 409 `tasks.closed`, `tasks.proof_needed`.
    """
    now = runtime.clock()
    # Only what is on the asker's board.
    await service.find_task(session, principal.corp_id, task_id, now)
    closing = Closing(task_id, end.state, end.result, proof_text=end.proof_text)
    await service.close_task(session, principal.corp_id, closing, principal.actor, now)
    service.forget_sums(runtime, principal.corp_id)
    return await service.find_task(session, principal.corp_id, task_id, now)


@router.get("/{task_id}/proof", response_class=Response)
async def read_task_proof(
    task_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> Response:
    """The picture that shows what was done. 404 `tasks.unknown`, `tasks.no_proof`."""
    media_type, content = await service.read_proof(
        session, runtime.settings.home, principal.corp_id, task_id
    )
    return Response(
        content,
        media_type=media_type,
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"},
    )
