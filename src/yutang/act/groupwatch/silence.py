"""Silent groups: told once a spell, with a task for the owner, ended by themselves."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.groups import service as groups
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import ALARM, NewTask, TaskWords

from . import wording
from .events import GroupFellSilent, GroupSilenceEnded
from .schemas import ALARMS_AT_ONCE, SILENCE_SOURCE

NOTICE: Final = notices.register_kind(
    Kind("group_silence", Words("客户群安静了", "Groups that fell silent"))
)
DUE: Final = timedelta(days=2)
CHUNK: Final = 1_000
TALK_KNOWN: Final = 0.8
"""Of the days WeCom must have told so many, before it tells that nobody talked."""
_SOURCE: Final = "job:groupwatch.watch"
KEY: Final = "x.group_id || ':' || floor(extract(epoch from x.began_at))::bigint"
"""A task's source key, of a row `x` of group_silences."""
_BEGAN: Final = "greatest(g.last_joined_at, g.last_left_at, g.created_at, p.known_from)"
_FOUND = text(
    f"""
    with {groups.TALK_SQL}, quiet as (
      select g.id, g.name, g.people, g.owner_staff_id as staff_id, {_BEGAN} as began_at,
             case when k.silent and k.days >= :talk_known then 'silent' else 'unknown' end as talk
      from group_chats g
      join group_phases p on p.corp_id = g.corp_id and p.group_id = g.id
      join staff s on s.corp_id = g.corp_id and s.id = g.owner_staff_id and s.status = 'active'
      left join talk k on k.staff_id = g.owner_staff_id and {groups.KEPT_OWNER_SQL}
      where g.corp_id = :corp_id and g.state <> 'dismissed' and g.read_at is not null
        and g.people > 0 and {_BEGAN} <= :before and not coalesce(k.talking, false)
        and not exists (select from group_silences x
                        where x.corp_id = g.corp_id and x.group_id = g.id
                          and (x.ended_at is null or x.began_at = {_BEGAN}))
    ), busy as (
      select x.staff_id, count(*) as open from group_silences x
      where x.corp_id = :corp_id and x.ended_at is null group by x.staff_id
    ), placed as (
      select q.*, row_number() over (partition by q.staff_id order by q.people desc, q.id)
                  + coalesce(b.open, 0) as place
      from quiet q left join busy b on b.staff_id = q.staff_id
    )
    insert into group_silences (corp_id, group_id, began_at, staff_id, talk, told_at)
    select :corp_id, p.id, p.began_at, p.staff_id, p.talk, :now
    from placed p where p.place <= :most
    order by p.id limit :limit
    on conflict do nothing
    returning group_id, began_at, staff_id, talk,
      (select g.name from group_chats g where g.corp_id = :corp_id and g.id = group_id) as name
    """  # noqa: S608 - constants
)
_END = text(
    f"""
    with {groups.TALK_SQL}
    update group_silences x set ended_at = :now, ended_by = v.by
    from (
      select x.group_id, x.began_at,
             case when not :is_on then 'off'
                  when g.state = 'dismissed' then 'dismissed'
                  when greatest(g.last_joined_at, g.last_left_at) > x.began_at then 'moved'
                  else 'talks' end as by
      from group_silences x
      join group_chats g on g.corp_id = x.corp_id and g.id = x.group_id
      left join talk k on k.staff_id = g.owner_staff_id and {groups.KEPT_OWNER_SQL}
      where x.corp_id = :corp_id and x.ended_at is null
        and (not :is_on or g.state = 'dismissed' or coalesce(k.talking, false)
             or greatest(g.last_joined_at, g.last_left_at) > x.began_at)
      order by x.group_id limit :limit for update of x) v
    where x.corp_id = :corp_id and x.group_id = v.group_id and x.began_at = v.began_at
    returning x.group_id, x.began_at, x.ended_by
    """  # noqa: S608 - constants
)
_STALE = text(
    f"""
    select t.id from group_silences x
    join tasks t on t.corp_id = x.corp_id and t.source = :source and t.source_key = {KEY}
    where x.corp_id = :corp_id and x.ended_at > :recent and t.state = 'open' order by t.id
    """  # noqa: S608 - a constant
)
RECENT: Final = timedelta(days=30)


async def watch_silence(runtime: Runtime, corp_id: int) -> tuple[int, int]:
    """Returns how many groups fell silent, and how many spells ended. Safe to repeat."""
    wanted = await corps.preferences_of(runtime, corp_id)
    now = runtime.clock()
    days = wanted.group_silence_days
    window = groups.talk_window(now, days)
    ended = await _end(runtime, corp_id, now, window, is_on=wanted.group_silence)
    if not wanted.group_silence:
        return 0, ended
    told = 0
    while True:
        async with runtime.database.owner() as session:
            asked = {
                "corp_id": corp_id,
                "now": now,
                "before": now - timedelta(days=days),
                "talk_known": days * TALK_KNOWN,
                "most": ALARMS_AT_ONCE,
                "limit": CHUNK,
                **window,
            }
            rows = (await session.execute(_FOUND, asked)).all()
            await _tell(session, corp_id, rows, days, wanted.group_silence_tell, now)
        told += len(rows)
        if len(rows) < CHUNK:
            break
    tasks.forget_sums(runtime, corp_id)
    return told, ended


async def _tell(
    session: AsyncSession,
    corp_id: int,
    rows: Sequence[Row[Any]],
    days: int,
    whom: str,
    now: datetime,
) -> None:
    new = [
        NewTask(
            kind=ALARM.key,
            staff_id=row.staff_id,
            title=TaskWords(wording.SILENCE, {"name": row.name[: wording.NAME], "days": days}),
            due_at=now + DUE,
            link=f"/m/watch/silence/{row.group_id}",
            source=SILENCE_SOURCE,
            source_key=_key(row),
        )
        for row in rows
    ]
    await tasks.add_tasks(session, corp_id, new, "system", now)
    changes = [
        audit.Change(f"group_chat:{row.group_id}", None, {"days": days, "talk": row.talk})
        for row in rows
    ]
    await audit.record_many(
        session, corp_id, actor="system", action="groupwatch.fell_silent", changes=changes
    )
    events = [
        GroupFellSilent(group_id=row.group_id, staff_id=row.staff_id, talk=row.talk) for row in rows
    ]
    await append(session, corp_id, [_new(event, now) for event in events])
    if whom == "nobody":
        return
    leaders: dict[int, int] = {}
    if whom == "leader":
        leaders = await tasks.leaders_of(session, corp_id, [row.staff_id for row in rows])
    told = [
        NewNotice(
            kind=NOTICE.name,
            key=f"{SILENCE_SOURCE}:{_key(row)}",
            title=_title(row.name, days),
            body=_body(row.talk),
            staff_ids=[leaders.get(row.staff_id, row.staff_id)],
            link=f"/groups/{row.group_id}",
            staff_link=f"/m/watch/silence/{row.group_id}",
            bundle=SILENCE_SOURCE,
        )
        for row in rows
    ]
    await notices.tell(session, corp_id, *told, now=now)


async def _end(
    runtime: Runtime, corp_id: int, now: datetime, window: dict[str, Any], *, is_on: bool
) -> int:
    count = 0
    while True:
        async with runtime.database.owner() as session:
            asked = {"corp_id": corp_id, "now": now, "is_on": is_on, "limit": CHUNK, **window}
            rows = (await session.execute(_END, asked)).all()
            changes = [
                audit.Change(f"group_chat:{row.group_id}", None, {"by": row.ended_by})
                for row in rows
            ]
            await audit.record_many(
                session, corp_id, actor="system", action="groupwatch.silence_ended", changes=changes
            )
            events = [
                _new(GroupSilenceEnded(group_id=row.group_id, by=row.ended_by), now) for row in rows
            ]
            await append(session, corp_id, events)
        count += len(rows)
        if len(rows) < CHUNK:
            break
    async with runtime.database.owner() as session:
        asked = {"corp_id": corp_id, "source": SILENCE_SOURCE, "recent": now - RECENT}
        ids = list(await session.scalars(_STALE, asked))
    await tasks.end_tasks(runtime, corp_id, "drop", ids, "群里又有动静，或不再看这个群")
    return count


def _new(event: GroupFellSilent | GroupSilenceEnded, now: datetime) -> NewEvent:
    return NewEvent(customer_id=None, at=now, actor="system", source=_SOURCE, event=event)


def _key(row: Row[Any]) -> str:
    return f"{row.group_id}:{int(row.began_at.timestamp())}"


def _title(name: str, days: int) -> Words:
    shown = name[:20]
    return Words(
        f"「{shown or '未命名的群'}」{days} 天没有动静",
        f"Nothing moved in {shown or 'a group without a name'} for {days} days",
    )


def _body(talk: str) -> Words:
    if talk == "silent":
        return Words(
            "没有人进出；企业微信说群主的群这些天都没有人说话。话术已经备好，点开就能复制。",
            "Nobody came or left, and WeCom says that no group of the owner talked. Text is ready"
            " to be copied.",
        )
    return Words(
        "没有人进出；群里有没有人说话，企业微信没有按群告诉。话术已经备好，点开就能复制。",
        "Nobody came or left; whether anybody talks WeCom does not tell by group. Text is ready to"
        " be copied.",
    )
