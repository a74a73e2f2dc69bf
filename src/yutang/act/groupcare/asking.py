"""Ask each owner to choose a welcome for his groups: one task a content and owner."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import WORDINGS, NewTask, TaskTitle, TaskWords
from yutang.wecom.group_welcomes import NICKNAME

from .models import GroupWelcome
from .reaching import GROUPS, REACHED
from .schemas import GROUP_WELCOME, TASK_SOURCE

DUE: Final = timedelta(days=3)
BEGINNING: Final = 12
"""Characters of the text by which an owner knows it: WeCom shows no name of ours."""
KEY: Final = "o.welcome_id || ':' || o.content_version || ':' || o.staff_id || ':' || o.round"
"""A task's source key, of a row `o` of group_welcome_owners."""
_WANTED = text(
    f"""
    with {GROUPS},
    w as (select * from group_welcomes where corp_id = :corp_id and id = :id),
    now as (select g.owner_staff_id as staff_id, array_agg(g.id order by g.id) as ids
            from groups g cross join w where g.owned and {REACHED} group by 1),
    had as (select o.staff_id, max(o.round) as round,
                   array_agg(distinct one) as ids
            from group_welcome_owners o cross join w, unnest(o.group_ids) one
            where o.corp_id = :corp_id and o.welcome_id = w.id
              and o.content_version = w.content_version
            group by 1)
    select n.staff_id, n.ids, coalesce(h.round, 0) as round, t.state
    from now n
    left join had h on h.staff_id = n.staff_id
    left join tasks t on t.corp_id = :corp_id and t.source = :source
      and t.source_key = :id || ':' || (select content_version from w)
                         || ':' || n.staff_id || ':' || h.round
    where h.staff_id is null or not n.ids <@ h.ids
    order by n.staff_id
    """  # noqa: S608 - two constants
)
_WIDEN = text(
    """
    update group_welcome_owners o
    set group_ids = array(select distinct one
                          from unnest(o.group_ids || cast(v.ids as bigint[])) one order by 1)
    from json_to_recordset(cast(:rows as json)) as v(staff_id bigint, round int, ids text)
    where o.corp_id = :corp_id and o.welcome_id = :id and o.content_version = :content
      and o.staff_id = v.staff_id and o.round = v.round
    """
)
_ASK = text(
    """
    insert into group_welcome_owners
      (corp_id, welcome_id, content_version, staff_id, round, group_ids, asked_at)
    select :corp_id, :id, :content, v.staff_id, v.round, cast(v.ids as bigint[]), :now
    from json_to_recordset(cast(:rows as json)) as v(staff_id bigint, round int, ids text)
    """
)
_STALE = text(
    f"""
    with {GROUPS},
    w as (select * from group_welcomes where corp_id = :corp_id and id = :id)
    select t.id
    from group_welcome_owners o
    cross join w
    join tasks t on t.corp_id = o.corp_id and t.source = :source and t.source_key = {KEY}
    where o.corp_id = :corp_id and o.welcome_id = :id and t.state = 'open'
      and (o.content_version <> w.content_version or w.status in ('gone', 'deleting', 'deleted')
           or o.staff_id not in (select g.owner_staff_id from groups g cross join w
                                 where g.owned and {REACHED}))
    order by t.id
    """  # noqa: S608 - constants
)


async def ask_owners(session: AsyncSession, welcome: GroupWelcome, now: datetime) -> int:
    """Give a task to each owner who has none for these groups; returns how many were given.

    Groups that come while his task is open are put to it; later ones are another task.
    """
    keys = {"corp_id": welcome.corp_id, "id": welcome.id}
    rows = (await session.execute(_WANTED, keys | {"source": TASK_SOURCE})).all()
    wider = [row for row in rows if row.state == "open"]
    fresh = [row for row in rows if row.state != "open"]
    told = keys | {"content": welcome.content_version}
    await session.execute(_WIDEN, told | {"rows": _json(wider, 0)})
    await session.execute(_ASK, told | {"rows": _json(fresh, 1), "now": now})
    return await tasks.add_tasks(
        session,
        welcome.corp_id,
        [
            NewTask(
                kind=GROUP_WELCOME.key,
                staff_id=row.staff_id,
                title=words_of(welcome, len(row.ids)),
                due_at=now + DUE,
                source=TASK_SOURCE,
                source_key=f"{welcome.id}:{welcome.content_version}:{row.staff_id}:{row.round + 1}",
            )
            for row in fresh
        ],
        "system",
        now,
    )


async def stale_tasks(session: AsyncSession, corp_id: int, welcome_id: int) -> list[int]:
    """Open tasks for what is chosen no more: an older content, a lost template, others' groups."""
    asked = {"corp_id": corp_id, "id": welcome_id, "source": TASK_SOURCE}
    return list(await session.scalars(_STALE, asked))


def _choose(told: Mapping[str, Any]) -> TaskTitle:
    name, start, groups = told["name"], told["start"], told["groups"]
    which, this = (f"「{start}」", f"“{start}”") if start else ("它", "it")
    many = "group" if groups == 1 else "groups"
    return TaskTitle(
        zh=f"入群欢迎语「{name}」：群设置→入群欢迎语→选{which}，共 {groups} 个群",
        en=f"Group welcome “{name}”: group settings → welcome → choose {this}, {groups} {many}",
    )


CHOOSE: Final = "group_welcome_choose"
WORDINGS[CHOOSE] = _choose


def words_of(welcome: GroupWelcome, groups: int) -> TaskWords:
    """The steps, with what the owner looks for."""
    start = " ".join(welcome.text.replace(NICKNAME, "").split())[:BEGINNING]
    return TaskWords(CHOOSE, {"name": welcome.name, "start": start, "groups": groups})


def _json(rows: Sequence[Row[Any]], more: int) -> str:
    return json.dumps(
        [
            {
                "staff_id": row.staff_id,
                "round": row.round + more,
                "ids": "{" + ",".join(map(str, row.ids)) + "}",
            }
            for row in rows
        ]
    )
