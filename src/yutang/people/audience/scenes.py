"""What the words of a condition mean in a corp: its zone, who works where, which groups."""

import time
from dataclasses import replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.conditions.schemas import GroupWords, Scene

from .registry import rfm_run

KEPT_SECONDS: Final = 10.0
"""So long who works where may be older than it is."""

_ZONE: Final = text("select timezone from corps where id = :corp_id")
_DEPARTMENTS: Final = text(
    """
    with recursive tree as (
      select id as top, id from departments where corp_id = :corp_id
      union
      select t.top, d.id from tree t
      join departments d on d.corp_id = :corp_id and d.parent_id = t.id
    )
    select t.top as id, array_agg(distinct s.staff_id order by s.staff_id) as staff
    from tree t join staff_departments s on s.corp_id = :corp_id and s.department_id = t.id
    group by 1
    """
)
_STORES: Final = text(
    """
    with recursive tree as (
      select department_id as top, department_id as id from stores
      where corp_id = :corp_id and department_id is not null
      union
      select t.top, d.id from tree t
      join departments d on d.corp_id = :corp_id and d.parent_id = t.id
    )
    select w.id, array_agg(distinct w.staff_id order by w.staff_id) as staff
    from (
      select store_id as id, staff_id from store_staff where corp_id = :corp_id
      union
      select s.id, d.staff_id from stores s join tree t on t.top = s.department_id
      join staff_departments d on d.corp_id = :corp_id and d.department_id = t.id
      where s.corp_id = :corp_id
    ) w group by 1
    """
)
_GROUPS: Final = text(
    """
    select 'kind' as what, kind as word, array_agg(id order by id) as ids from group_chats
    where corp_id = :corp_id and kind is not null group by 2
    union all
    select 'tier', tier, array_agg(id order by id) from group_chats
    where corp_id = :corp_id and tier is not null group by 2
    union all
    select 'label', label, array_agg(group_id order by group_id) from group_labels
    where corp_id = :corp_id group by 2
    """
)
_FIELDS: Final = text(
    "select id, kind from fields where corp_id = :corp_id and archived_at is null order by id"
)


class Scenes:
    """Of all corps, each kept for some seconds."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._kept: dict[int, tuple[float, Scene]] = {}

    async def of(self, corp_id: int, now: datetime) -> Scene:
        """At a moment, floored to the minute."""
        now = now.replace(second=0, microsecond=0)
        until, scene = self._kept.get(corp_id, (0.0, None))
        if scene is None or time.monotonic() > until:
            async with self._runtime.database.owner() as session:
                scene = await _read(session, corp_id, now)
            self._kept[corp_id] = (time.monotonic() + KEPT_SECONDS, scene)
        return replace(scene, now=now)

    def forget(self, corp_id: int) -> None:
        """Read it again next time."""
        self._kept.pop(corp_id, None)


async def _read(session: AsyncSession, corp_id: int, now: datetime) -> Scene:
    asked = {"corp_id": corp_id}
    zone = await session.scalar(_ZONE, asked)
    words: dict[str, dict[str, tuple[int, ...]]] = {"kind": {}, "tier": {}, "label": {}}
    for row in await session.execute(_GROUPS, asked):
        words[row.what][row.word] = tuple(row.ids)
    return Scene(
        corp_id=corp_id,
        now=now,
        zone=ZoneInfo(zone or "Asia/Shanghai"),
        staff_of_departments={
            row.id: tuple(row.staff) for row in await session.execute(_DEPARTMENTS, asked)
        },
        staff_of_stores={row.id: tuple(row.staff) for row in await session.execute(_STORES, asked)},
        groups=GroupWords(words["kind"], words["tier"], words["label"]),
        rfm_run=await rfm_run(session, corp_id),
        fields={row.id: row.kind for row in await session.execute(_FIELDS, asked)},
    )
