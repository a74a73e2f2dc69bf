"""Welcomes as pages show them: their groups, and whom each waits for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.groups.schemas import GroupOwner, GroupRef

from . import contents, reaching, writing
from .asking import KEY
from .errors import UnknownWelcomeError
from .models import GroupWelcome
from .reaching import GROUPS, REACHED
from .schemas import (
    TASK_SOURCE,
    WELCOMES,
    GroupWelcomeList,
    GroupWelcomeRead,
    Library,
    WelcomeOwner,
    WelcomeOwners,
)

_STANDING: Final = f"""
    w as (select * from group_welcomes
          where corp_id = :corp_id and status <> 'deleted'
            and (cast(:id as bigint) is null or id = :id)),
    reached as materialized (
      select w.id as welcome_id, g.id as group_id, g.owner_staff_id as staff_id, g.owned,
             g.name, g.name_sort
      from w join groups g on {REACHED}),
    covered as materialized (
      select distinct o.welcome_id, o.staff_id, one as group_id
      from w join group_welcome_owners o
        on o.corp_id = w.corp_id and o.welcome_id = w.id and o.content_version = w.content_version
      cross join unnest(o.group_ids) one),
    last as materialized (
      select o.welcome_id, o.staff_id, o.asked_at, t.id as task_id, t.state, t.due_at, t.done_at,
             case when t.staff_id <> o.staff_id then h.name end as with_staff
      from w join group_welcome_owners o
        on o.corp_id = w.corp_id and o.welcome_id = w.id and o.content_version = w.content_version
      left join tasks t on t.corp_id = o.corp_id and t.source = :source and t.source_key = {KEY}
      left join staff h on h.corp_id = t.corp_id and h.id = t.staff_id
      where not exists (select from group_welcome_owners later
                        where later.corp_id = o.corp_id and later.welcome_id = o.welcome_id
                          and later.content_version = o.content_version
                          and later.staff_id = o.staff_id and later.round > o.round)),
    owners as materialized (
      select r.welcome_id, r.staff_id, count(*) as groups,
             count(*) filter (where c.group_id is null) as fresh
      from reached r
      left join covered c on c.welcome_id = r.welcome_id and c.staff_id = r.staff_id
                         and c.group_id = r.group_id
      where r.owned
      group by 1, 2)
    """  # noqa: S608 - constants
_COUNT = text(
    f"""
    with {GROUPS}, {_STANDING},
    shared as materialized (select group_id from reached group by 1 having count(*) > 1),
    contested as materialized (
      select r.welcome_id, count(*) as groups
      from reached r join shared x on x.group_id = r.group_id
      group by 1),
    totals as materialized (
      select welcome_id, count(*) as groups, count(*) filter (where not owned) as ownerless
      from reached group by 1),
    standing as materialized (
      select o.welcome_id, count(*) as owners,
             count(*) filter (where l.state = 'done' and o.fresh = 0) as applied,
             count(*) filter (where l.state = 'open') as waiting,
             count(*) filter (where l.state = 'dropped') as dropped,
             count(*) filter (where l.state is null or l.state = 'done' and o.fresh > 0)
               as not_asked
      from owners o
      left join last l on l.welcome_id = o.welcome_id and l.staff_id = o.staff_id
      group by 1)
    select w.id, coalesce(t.groups, 0) as groups, coalesce(t.ownerless, 0) as ownerless,
           coalesce(c.groups, 0) as contested, coalesce(s.owners, 0) as owners,
           coalesce(s.applied, 0) as applied, coalesce(s.waiting, 0) as waiting,
           coalesce(s.dropped, 0) as dropped, coalesce(s.not_asked, 0) as not_asked
    from w
    left join totals t on t.welcome_id = w.id
    left join contested c on c.welcome_id = w.id
    left join standing s on s.welcome_id = w.id
    """  # noqa: S608 - constants
)
_OWNERS = text(
    f"""
    with {GROUPS}, {_STANDING},
    named as materialized (
      select staff_id, json_agg(json_build_object('id', group_id, 'name', name) order by place)
        filter (where place <= 20) as shown
      from (select r.staff_id, r.group_id, r.name,
                   row_number() over (partition by r.staff_id order by r.name_sort, r.group_id)
                     as place
            from reached r where r.owned) each
      group by 1)
    select s.id, s.name, o.groups, o.fresh, l.asked_at, l.task_id, l.state, l.due_at, l.done_at,
           l.with_staff,
           n.shown
    from owners o
    join named n on n.staff_id = o.staff_id
    join staff s on s.corp_id = :corp_id and s.id = o.staff_id
    left join last l on l.staff_id = o.staff_id
    order by case l.state when 'open' then 0 when 'dropped' then 1 when 'done' then 3 else 2 end,
             o.groups desc, s.id
    limit 1000
    """  # noqa: S608 - constants
)
_LEFT = text(
    f"""
    with {GROUPS}, {_STANDING}
    select s.id, s.name, count(*) as groups
    from reached r join staff s on s.corp_id = :corp_id and s.id = r.staff_id
    where not r.owned
    group by 1, 2 order by 3 desc, 1 limit 200
    """  # noqa: S608 - constants
)


async def list_welcomes(
    session: AsyncSession, corp_id: int, spares: int, now: datetime
) -> GroupWelcomeList:
    """All welcomes, the newest first, and how full WeCom's library is."""
    found = await session.scalars(
        select(GroupWelcome)
        .where(GroupWelcome.corp_id == corp_id, GroupWelcome.status != "deleted")
        .order_by(GroupWelcome.id.desc())
    )
    return GroupWelcomeList(
        items=await _describe(session, corp_id, found.all(), None),
        library=await _library(session, corp_id, spares),
        as_of=now,
    )


async def read_welcome(session: AsyncSession, corp_id: int, welcome_id: int) -> GroupWelcomeRead:
    """One; raises UnknownWelcomeError."""
    found = await session.get(GroupWelcome, (corp_id, welcome_id))
    if found is None or found.status == "deleted":
        raise UnknownWelcomeError(welcome_id)
    told = await _describe(session, corp_id, [found], welcome_id)
    if not told:
        raise UnknownWelcomeError(welcome_id)
    return told[0]


async def list_owners(session: AsyncSession, corp_id: int, welcome_id: int) -> WelcomeOwners:
    """Owners you see and how far each is, those it waits for first; raises UnknownWelcomeError."""
    await read_welcome(session, corp_id, welcome_id)
    asked = {"corp_id": corp_id, "id": welcome_id, "source": TASK_SOURCE}
    rows = (await session.execute(_OWNERS, asked)).all()
    gone = (await session.execute(_LEFT, asked)).all()
    return WelcomeOwners(
        items=[
            *(_owner(row) for row in rows),
            *(
                WelcomeOwner(
                    owner=GroupOwner(id=row.id, name=row.name, left=True),
                    standing="owner_left",
                    groups=[],
                    count=row.groups,
                    fresh=0,
                    task_id=None,
                    with_staff=None,
                    asked_at=None,
                    due_at=None,
                    done_at=None,
                )
                for row in gone
            ),
        ]
    )


def _owner(row: Row[Any]) -> WelcomeOwner:
    owner = GroupOwner(id=row.id, name=row.name, left=False)
    match row.state:
        case "open":
            standing = "waiting"
        case "dropped":
            standing = "dropped"
        case "done" if row.fresh == 0:
            standing = "applied"
        case _:
            standing = "not_asked"
    return WelcomeOwner.model_validate(
        {
            "owner": owner,
            "standing": standing,
            "groups": [GroupRef(id=one["id"], name=one["name"], owner=owner) for one in row.shown],
            "count": row.groups,
            "fresh": row.fresh if row.asked_at is not None else 0,
            "task_id": row.task_id,
            "with_staff": row.with_staff,
            "asked_at": row.asked_at,
            "due_at": row.due_at,
            "done_at": row.done_at,
        }
    )


async def _describe(
    session: AsyncSession, corp_id: int, rows: Sequence[GroupWelcome], only: int | None
) -> list[GroupWelcomeRead]:
    asked = {"corp_id": corp_id, "id": only, "source": TASK_SOURCE}
    counts = {row.id: row._asdict() for row in await session.execute(_COUNT, asked)}
    reaches = await reaching.name_all(session, corp_id, rows)
    names = await contents.file_names(session, corp_id, rows)
    # One that was deleted after `rows` had been read is not counted any more.
    return [
        GroupWelcomeRead.model_validate(
            {
                **{
                    name: getattr(row, name)
                    for name in (
                        *("name", "text", "attachment", "status", "problem", "said"),
                        *("template_id", "version", "created_at", "changed_at", "checked_at"),
                    )
                },
                **counts[row.id],
                "reach": reaches[row.id],
                "file_name": names.get(contents.file_of(contents.part_of(row.attachment)) or 0),
            }
        )
        for row in rows
        if row.id in counts
    ]


async def _library(session: AsyncSession, corp_id: int, spares: int) -> Library:
    """Others' templates are in no list: what was over when WeCom said that it is full."""
    row = (
        await session.execute(
            select(GroupWelcome.full_at, GroupWelcome.full_with)
            .where(GroupWelcome.corp_id == corp_id, GroupWelcome.full_at.is_not(None))
            .order_by(GroupWelcome.full_at.desc())
            .limit(1)
        )
    ).one_or_none()
    return Library(
        most=WELCOMES,
        ours=await writing.count_kept(session, corp_id),
        spares=spares,
        elsewhere=None if row is None else max(WELCOMES - (row.full_with or 0), 0),
        elsewhere_at=None if row is None else row.full_at,
    )
