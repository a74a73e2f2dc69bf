"""One task a set and owner: which notices and names he sets; ended by what WeCom shows."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import WORDINGS, NewTask, TaskTitle, TaskWords

from .schemas import GROUP_RULES, TASK_SOURCE
from .statements import STANDING, UNDONE

DUE: Final = timedelta(days=3)
LINK: Final = "/m/group-rules"
KEY: Final = "o.set_id || ':' || o.ask_version || ':' || o.staff_id || ':' || o.round"
"""A task's source key, of a row `o` of group_rule_owners."""
_WANTED = text(
    f"""
    with {STANDING},
    todo as (
      select g.set_id, g.ask_version, g.set_name, g.owner_staff_id as staff_id,
             array_agg(g.id order by g.id) as ids,
             count(*) filter (where g.notice_state in ('differs', 'empty')) as notices,
             count(*) filter (where g.name_state = 'wrong') as names
      from standing g where g.owned and {UNDONE} group by 1, 2, 3, 4),
    had as (
      select o.set_id, o.ask_version, o.staff_id, max(o.round) as round,
             array_agg(distinct one) as ids
      from group_rule_owners o, unnest(o.group_ids) one
      where o.corp_id = :corp_id group by 1, 2, 3)
    select n.*, coalesce(h.round, 0) as round, t.state
    from todo n
    left join had h on (h.set_id, h.ask_version, h.staff_id)
                     = (n.set_id, n.ask_version, n.staff_id)
    left join tasks t on t.corp_id = :corp_id and t.source = :source
      and t.source_key = n.set_id || ':' || n.ask_version || ':' || n.staff_id || ':' || h.round
    where h.staff_id is null or not n.ids <@ h.ids
    order by n.set_id, n.staff_id
    """  # noqa: S608 - constants
)
_WIDEN = text(
    """
    update group_rule_owners o
    set group_ids = array(select distinct one
                          from unnest(o.group_ids || cast(v.ids as bigint[])) one order by 1)
    from json_to_recordset(cast(:rows as json))
      as v(set_id bigint, ask_version bigint, staff_id bigint, round int, ids text)
    where o.corp_id = :corp_id and o.set_id = v.set_id and o.ask_version = v.ask_version
      and o.staff_id = v.staff_id and o.round = v.round
    """
)
_ASK = text(
    """
    insert into group_rule_owners
      (corp_id, set_id, ask_version, staff_id, round, group_ids, asked_at)
    select :corp_id, v.set_id, v.ask_version, v.staff_id, v.round, cast(v.ids as bigint[]), :now
    from json_to_recordset(cast(:rows as json))
      as v(set_id bigint, ask_version bigint, staff_id bigint, round int, ids text)
    """
)
# From the key of the task: the other way round each owner's key is put together and looked for.
_OPEN: Final = """
    opened as materialized (
      select t.id, o.set_id, o.ask_version, o.staff_id, o.group_ids
      from tasks t
      cross join lateral (select string_to_array(t.source_key, ':')::bigint[] as key) k
      join group_rule_owners o
        on o.corp_id = t.corp_id and o.set_id = k.key[1] and o.ask_version = k.key[2]
       and o.staff_id = k.key[3] and o.round = k.key[4]
      where t.corp_id = :corp_id and t.source = :source and t.state = 'open')"""
_ENDED = text(
    f"""
    with {STANDING},{_OPEN},
    owners as materialized (
      select g.set_id, g.ask_version, g.owner_staff_id as staff_id,
             bool_or({UNDONE}) as todo, array_agg(g.id) as ids
      from standing g group by 1, 2, 3)
    select t.id, coalesce(w.ids && t.group_ids, false) as done
    from opened t
    left join owners w on (w.set_id, w.ask_version, w.staff_id)
                        = (t.set_id, t.ask_version, t.staff_id)
    where w.todo is distinct from true
    order by t.id
    """  # noqa: S608 - constants
)


async def ask_owners(session: AsyncSession, corp_id: int, now: datetime) -> int:
    """Give a task to each owner who has none for these groups; returns how many were given.

    Groups that come while his task is open are put to it; later ones are another task.
    """
    asked = {"corp_id": corp_id, "group_id": None, "source": TASK_SOURCE}
    rows = (await session.execute(_WANTED, asked)).all()
    wider = [row for row in rows if row.state == "open"]
    fresh = [row for row in rows if row.state != "open"]
    if wider:
        await session.execute(_WIDEN, {"corp_id": corp_id, "rows": _json(wider, 0)})
    if not fresh:
        return 0
    await session.execute(_ASK, {"corp_id": corp_id, "now": now, "rows": _json(fresh, 1)})
    return await tasks.add_tasks(
        session,
        corp_id,
        [
            NewTask(
                kind=GROUP_RULES.key,
                staff_id=row.staff_id,
                title=TaskWords(
                    SET_RIGHT,
                    {"name": row.set_name, "notices": row.notices, "names": row.names},
                ),
                due_at=now + DUE,
                link=LINK,
                source=TASK_SOURCE,
                source_key=f"{row.set_id}:{row.ask_version}:{row.staff_id}:{row.round + 1}",
            )
            for row in fresh
        ],
        "system",
        now,
    )


async def ended_tasks(session: AsyncSession, corp_id: int) -> tuple[list[int], list[int]]:
    """Open tasks that are done, as WeCom shows, and those that nobody need do any more."""
    asked = {"corp_id": corp_id, "group_id": None, "source": TASK_SOURCE}
    rows = (await session.execute(_ENDED, asked)).all()
    return [row.id for row in rows if row.done], [row.id for row in rows if not row.done]


def _set_right(told: Mapping[str, Any]) -> TaskTitle:
    notices, names = told["notices"], told["names"]
    zh = [f"{notices} 个群的公告要改" if notices else "", f"{names} 个群名要改" if names else ""]
    en = [
        f"{notices} notices to change" if notices else "",
        f"{names} group names to change" if names else "",
    ]
    return TaskTitle(
        zh=f"群规「{told['name']}」：{'，'.join(one for one in zh if one)}",
        en=f"Group rules “{told['name']}”: {', '.join(one for one in en if one)}",
    )


SET_RIGHT: Final = "group_rules_set_right"
WORDINGS[SET_RIGHT] = _set_right


def _json(rows: Sequence[Row[Any]], more: int) -> str:
    return json.dumps(
        [
            {
                "set_id": row.set_id,
                "ask_version": row.ask_version,
                "staff_id": row.staff_id,
                "round": row.round + more,
                "ids": "{" + ",".join(map(str, row.ids)) + "}",
            }
            for row in rows
        ]
    )
