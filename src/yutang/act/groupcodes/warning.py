"""Tell before a code's groups run out, and have somebody open the next one."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access import service as access
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import ERRAND, NewTask, TaskWords

from . import repository, wording
from .events import GroupCodeRanLow
from .models import GroupCode
from .recording import Turn, record
from .schemas import TASK_SOURCE

LOW: Final = notices.register_kind(
    Kind("group_code_low", Words("群活码快用完了", "Group codes that run out"))
)
PICTURE_SOON: Final = timedelta(days=1)
DUE: Final = timedelta(days=1)
NAME: Final = 24
"""Characters of a group's name in a task's title."""
_RANK: Final = {None: 0, "low": 1, "out": 2}


async def warn(session: AsyncSession, corp_id: int, now: datetime) -> None:
    """Tell who makes codes of what got worse, once a state; ask for the next groups."""
    rows = (await session.execute(repository.LEVELS, {"corp_id": corp_id})).all()
    worse = [row for row in rows if _RANK[row.level] > _RANK[row.before]]
    asked = {"corp_id": corp_id, "now": now, "soon": now + PICTURE_SOON}
    expiring = (await session.execute(repository.EXPIRING, asked)).all()
    if worse or expiring:
        users = await access.users_who_may(session, corp_id, "channels.write")
        told = [_of_level(row, users) for row in worse]
        told += [_of_picture(row, users) for row in expiring]
        await notices.tell(session, corp_id, *told, now=now)
    if worse:
        turns = [
            Turn(
                row.id,
                {"level": row.before},
                {"level": row.level},
                GroupCodeRanLow(
                    code_id=row.id,
                    level=row.level,
                    open_groups=row.open_groups,
                    places=int(row.places),
                ),
            )
            for row in worse
        ]
        await record(session, corp_id, "group_code.ran_low", turns, now)
    await _ask(session, corp_id, now)


def _of_level(row: Row[Any], users: list[int]) -> NewNotice:
    if row.level == "out":
        title = Words(f"群活码「{row.name}」没有群可进了", f"Group code {row.name} ran out")
        body = Words(
            "队列里的群都满了或解散了。加一个群，扫码的人马上就能进。",
            "All groups of its queue are full or dismissed. Add one, and the next scan gets in.",
        )
    else:
        title = Words(
            f"群活码「{row.name}」只剩 {row.open_groups} 个群、{int(row.places)} 个位置",
            f"Group code {row.name}: {row.open_groups} open groups, {int(row.places)} places left",
        )
        body = Words(
            "用完之前加新的群，印出去的码不变。",
            "Add groups before it runs out; what is printed stays the same.",
        )
    return NewNotice(
        kind=LOW.name,
        key=f"group_code:{row.id}:{row.round}:{row.level}",
        title=title,
        body=body,
        user_ids=users,
        link=f"/group-codes/{row.id}",
        bundle="group_code_low",
    )


def _of_picture(row: Row[Any], users: list[int]) -> NewNotice:
    return NewNotice(
        kind=LOW.name,
        key=f"group_code_picture:{row.id}",
        title=Words(
            f"群活码「{row.name}」有一张群二维码不到一天就过期",
            f"A group picture of group code {row.name} expires within a day",
        ),
        body=Words(
            "在企业微信里重新保存这个群的二维码，上传一张新的。",
            "Save the group's code in WeCom once more and upload the new picture.",
        ),
        user_ids=users,
        link=f"/group-codes/{row.code_id}?tab=pictures",
        bundle="group_code_low",
    )


async def _ask(session: AsyncSession, corp_id: int, now: datetime) -> None:
    """One task for each name that is next, ready to be pasted."""
    asked = {"corp_id": corp_id, "source": TASK_SOURCE}
    rows = (await session.execute(repository.WAITING_FOR_NEXT, asked)).all()
    new = [
        NewTask(
            kind=ERRAND.key,
            staff_id=row.opener_staff_id,
            title=TaskWords(
                wording.OPEN, {"name": f"{row.room_base_name}{row.next_number}"[-NAME:]}
            ),
            due_at=now + DUE,
            priority=1,
            link=f"/m/watch/group_code/{row.id}",
            source=TASK_SOURCE,
            source_key=f"{row.id}:{row.next_number}",
        )
        for row in rows
    ]
    if new:
        await tasks.add_tasks(session, corp_id, new, "system", now)


async def tell_failed(session: AsyncSession, code: GroupCode, now: datetime) -> None:
    """WeCom refused a code's list: who makes codes is told, once for this list."""
    users = await access.users_who_may(session, code.corp_id, "channels.write")
    groups = ",".join(map(str, code.wanted_groups))
    notice = NewNotice(
        kind=LOW.name,
        key=f"group_code_failed:{code.id}:{code.version}:{groups}",
        title=Words(
            f"企业微信没有接受群活码「{code.name}」的群", f"WeCom refused groups of {code.name}"
        ),
        body=Words(
            "原来的群照常能进。打开看看原因，改好后重试。",
            "Who scans still gets into the groups before. Open it to see why, and try again.",
        ),
        user_ids=users,
        link=f"/group-codes/{code.id}",
        bundle="group_code_low",
    )
    await notices.tell(session, code.corp_id, notice, now=now)
