"""What members and leaders are told of tasks; a task is done by a button in WeCom.

Knows tasks, their timeline and notices, so it stands above.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.jobs import clocked
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Answer, Button, Kind, NewNotice, Press, Words
from yutang.kernel.readers import Reader, Recorded
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.notes import service as notes
from yutang.people.notes.schemas import Author
from yutang.people.tasks.errors import ClosedTaskError, ProofNeededError, UnknownTaskError
from yutang.people.tasks.events import TaskGiven, TasksEscalated, TasksPooled
from yutang.people.tasks.schemas import Closing, put_in_words

GIVEN: Final = notices.register_kind(Kind("task_given", Words("有人给我任务", "Tasks given to me")))
DUE: Final = notices.register_kind(Kind("task_due", Words("任务快到期", "Tasks soon due")))
ESCALATED: Final = notices.register_kind(
    Kind("task_escalated", Words("我的人任务逾期", "Overdue tasks of my people"))
)
DONE: Final = Button("done", Words("已完成", "Done"))
TODAY: Final = "/m/today"
AHEAD: Final = timedelta(minutes=30)
BEHIND: Final = timedelta(hours=2)
"""Whoever was not told by then, for want of a worker, sees it on his day."""
NEWS: Final = timedelta(days=1)
CHUNK: Final = 1_000

_GIVEN = text(
    """
    select t.id, t.staff_id, t.title, t.words, t.due_at, t.customer_id, t.proof, o.timezone
    from tasks t
    join corps o on o.id = t.corp_id
    left join users u on u.corp_id = t.corp_id and u.staff_id = t.staff_id
    where t.corp_id = :corp_id and t.id = any(cast(:ids as bigint[])) and t.state = 'open'
      and t.created_by <> 'staff:' || t.staff_id
      and t.created_by <> coalesce('user:' || u.id, '')
    order by t.id
    """
)
_DUE = text(
    """
    select t.id, t.staff_id, t.title, t.words, t.due_at, t.customer_id, t.proof, o.timezone
    from tasks t
    join corps o on o.id = t.corp_id
    where t.corp_id = :corp_id and t.state = 'open' and not t.pooled
      and t.due_at > :first and t.due_at <= :last
      and not exists (
        select from notices n where n.corp_id = t.corp_id and n.receiver = 'staff:' || t.staff_id
          and n.source_key
              = 'task_due:' || t.id || ':' || floor(extract(epoch from t.due_at))::bigint)
      and (t.due_at, t.id) > (:after, :after_id)
    order by t.due_at, t.id limit :limit
    """
)


async def _follow(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Tell members of tasks that others gave them, leaders of what is late and what waits."""
    given: dict[int, list[int]] = {}
    newest = max(event.at for event in events)
    for event in events:
        # A new reader begins with the whole log, and yesterday's tasks are no news.
        if event.at < newest - NEWS:
            continue
        if event.kind == TaskGiven.kind:
            given.setdefault(event.corp_id, []).append(event.props["task_id"])
        else:
            notice = _of_leader(event)
            await notices.tell(session, event.corp_id, notice, now=event.at)
    for corp_id, ids in given.items():
        rows = await session.execute(_GIVEN, {"corp_id": corp_id, "ids": ids})
        told = [_of_member(row, GIVEN, f"task_given:{row.id}") for row in rows]
        await notices.tell(session, corp_id, *told, now=newest)


FOLLOWING: Final = Reader(
    "task_notices", frozenset(one.kind for one in (TaskGiven, TasksEscalated, TasksPooled)), _follow
)


def _of_leader(event: Recorded) -> NewNotice:
    count = event.props["tasks"]
    many = "task" if count == 1 else "tasks"
    if event.kind == TasksEscalated.kind:
        title = Words(
            f"你的团队有 {count} 个任务逾期太久", f"{count} {many} of your people are long overdue"
        )
    else:
        title = Words(
            f"{count} 个离职员工的任务等你分派", f"{count} {many} of leavers wait for you"
        )
    return NewNotice(
        kind=ESCALATED.name,
        key=f"{event.kind}:{event.id}",
        title=title,
        staff_ids=[event.props["leader_id"]],
        staff_link=TODAY,
        bundle=event.kind,
    )


def _of_member(row: Row[Any], kind: Kind, key: str) -> NewNotice:
    due_at = row.due_at.astimezone(ZoneInfo(row.timezone))
    told = put_in_words(row.words)
    return NewNotice(
        kind=kind.name,
        key=key,
        title=Words(told.zh, told.en) if told else row.title,
        body=Words(f"{due_at:%m-%d %H:%M} 到期", f"due {due_at:%m-%d %H:%M}"),
        staff_ids=[row.staff_id],
        staff_link=TODAY,
        customer_ids=[] if row.customer_id is None else [row.customer_id],
        ref=f"task:{row.id}",
        # What asks for proof is done on the page.
        buttons=[DONE] if row.proof == "none" else [],
    )


async def tell_due(runtime: Runtime, corp_id: int) -> int:
    """Tell members of tasks that are due soon, each once; returns how many were told."""
    now = runtime.clock()
    asked = {
        "corp_id": corp_id,
        "first": now - BEHIND,
        "last": now + AHEAD,
        "after": now - BEHIND,
        "after_id": 0,
        "limit": CHUNK,
    }
    told = 0
    while True:
        async with runtime.database.owner() as session:
            rows = (await session.execute(_DUE, asked)).all()
            told += await notices.tell(
                session,
                corp_id,
                *(
                    _of_member(row, DUE, f"task_due:{row.id}:{int(row.due_at.timestamp())}")
                    for row in rows
                ),
                now=now,
            )
        if len(rows) < CHUNK:
            return told
        asked |= {"after": rows[-1].due_at, "after_id": rows[-1].id}


@clocked("*/5 * * * *", "notices.tasks_due")
async def each_five_minutes(runtime: Runtime) -> None:
    """Members hear of what is due within half an hour."""
    async with runtime.database.owner() as session:
        corp_ids = await corps.every_corp(session)
    for corp_id in corp_ids:
        await tell_due(runtime, corp_id)


async def close_task(session: AsyncSession, press: Press) -> Answer:
    """The button of a task: it is done, unless that was said elsewhere."""
    task_id = int((press.ref or "task:0").removeprefix("task:"))
    closing = Closing(task_id, "done", staff_id=press.staff_id)
    author = Author(press.actor, press.name)
    try:
        await notes.close_follow_up(session, press.corp_id, closing, author, press.at)
    except ClosedTaskError:
        return Answer(Words("早已结束", "Closed already"))
    except UnknownTaskError:
        return Answer(Words("已不归你", "Not yours now"))
    except ProofNeededError:
        return Answer(Words("要先交凭证", "Needs proof"))
    return Answer(DONE.text)


for _kind in (GIVEN, DUE):
    notices.register_button(_kind.name, DONE.key, close_task)
