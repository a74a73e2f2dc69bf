"""Tasks of owners for breaches: a word in private, or the removal."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import NewTask, TaskWords

from .schemas import BREACH_SOURCE, GROUP_BREACH
from .wording import BREACH

DUE: Final = timedelta(days=1)
NAME: Final = 12
"""Characters of a name in a title."""
# Who wrote down a first breach in his own group has the word before him: he needs no task.
_WANTED = text(
    """
    select b.id, b.customer_id, b.kind, b.state, g.name as group_name, s.id as staff_id,
           coalesce(nullif(c.name, ''), p.name, '') as person
    from group_breaches b
    join group_chats g on (g.corp_id, g.id) = (b.corp_id, b.group_id) and g.state <> 'dismissed'
    join staff s on (s.corp_id, s.id) = (g.corp_id, g.owner_staff_id) and s.status <> 'left'
    left join customers c on (c.corp_id, c.id) = (b.corp_id, b.customer_id)
    left join lateral (
      select m.name, m.left_at from group_members m
      where (m.corp_id, m.group_id, m.customer_id) = (b.corp_id, b.group_id, b.customer_id)
      order by m.joined_at desc limit 1) p on true
    where b.corp_id = :corp_id and b.customer_id = :customer_id
      and (b.state = 'to_remove' and p.left_at is null
           or b.state = 'told' and b.recorded_by <> 'staff:' || s.id)
    order by b.id
    """
)
_ENDED = text(
    """
    select t.id, b.state = 'removed' as done
    from tasks t
    left join group_breaches b on b.corp_id = t.corp_id
      and split_part(t.source_key, ':', 2) = b.id::text
      and b.customer_id = t.customer_id
    where t.corp_id = :corp_id and t.source = :source and t.state = 'open'
      and t.customer_id = :customer_id
      and (b.id is null or t.source_key <> 'breach:' || b.id || ':' || b.state)
    order by t.id
    """
)


async def give_tasks(session: AsyncSession, corp_id: int, customer_id: int, now: datetime) -> int:
    """Give owners what is to be done about one person; a repeat gives nothing."""
    rows = await session.execute(_WANTED, {"corp_id": corp_id, "customer_id": customer_id})
    return await tasks.add_tasks(
        session,
        corp_id,
        [
            NewTask(
                kind=GROUP_BREACH.key,
                staff_id=row.staff_id,
                title=_words(row),
                due_at=now + DUE,
                customer_id=row.customer_id,
                source=BREACH_SOURCE,
                source_key=f"breach:{row.id}:{row.state}",
            )
            for row in rows
        ],
        "system",
        now,
    )


async def ended_tasks(
    session: AsyncSession, corp_id: int, customer_id: int
) -> tuple[list[int], list[int]]:
    """Open tasks that are done, as WeCom told, and those that are for nothing any more."""
    asked = {"corp_id": corp_id, "customer_id": customer_id, "source": BREACH_SOURCE}
    rows = (await session.execute(_ENDED, asked)).all()
    return [row.id for row in rows if row.done], [row.id for row in rows if not row.done]


def _words(row: Row[Any]) -> TaskWords:
    told = {
        "kind": row.kind,
        "person": row.person[:NAME],
        "group": row.group_name[:NAME],
        "remove": int(row.state == "to_remove"),
    }
    return TaskWords(BREACH, told)
