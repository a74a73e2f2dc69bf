"""Rows of groups, read and written by sets."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import NULL, copy_in, number, spelled
from yutang.people.customers import service as customers

from .stays import Seat, Seats

Key = tuple[int, str]
Row = tuple[int, str, Seat]
"""A stay with its group and member."""

_MAKE = text(
    """
    insert into group_chats (corp_id, chat_id, created_at)
    select :corp_id, v.chat_id, v.at
    from unnest(cast(:chat_ids as text[]), cast(:times as timestamptz[])) as v(chat_id, at)
    where not exists (select from group_chats g
                      where g.corp_id = :corp_id and g.chat_id = v.chat_id)
    order by v.chat_id
    on conflict do nothing returning id
    """
)
_LOCK = text(
    """
    select g.*, exists (select from group_happenings h
                        where h.corp_id = g.corp_id and h.group_id = g.id
                          and h.kind = 'created') as is_told
    from group_chats g
    where g.corp_id = :corp_id and g.chat_id = any(cast(:chat_ids as text[]))
    order by g.id for update of g
    """
)
_SEATS = """
    select m.group_id, m.member, m.joined_at, m.left_at, m.left_how, m.scene, m.code_state,
           i.account as inviter, m.nickname, m.name, m.is_admin
    from group_members m
    left join staff i on (i.corp_id, i.id) = (m.corp_id, m.inviter_staff_id)
    where m.corp_id = :corp_id and {which}
    order by m.group_id, m.member, m.joined_at
"""
_SEATS_OF = text(
    _SEATS.format(
        which="(m.group_id, m.member) in (select * from unnest(cast(:groups as bigint[]),"
        " cast(:members as text[])))"
    )
)
# Who is there, and who was to its end: that may move.
_SEATS_WHOLE = text(
    _SEATS.format(
        which="m.group_id = any(cast(:groups as bigint[]))"
        " and (m.left_at is null or m.left_how = 'dismissed')"
    )
)
_CLEAR = text(
    """
    delete from group_members m
    using unnest(cast(:groups as bigint[]), cast(:members as text[]),
                 cast(:times as timestamptz[])) as v(group_id, member, at)
    where m.corp_id = :corp_id and m.group_id = v.group_id and m.member = v.member
      and m.joined_at = v.at
    """
)
_FACES = text(
    """
    with v as (
      select * from json_to_recordset(cast(:rows as json)) as v(
        id bigint, name text, name_sort text, grams text[], owner_staff_id bigint, state text,
        notice text, created_at timestamptz, version text, read_at timestamptz,
        due_at timestamptz, news_at timestamptz, dismissed_at timestamptz)
    ), counted as (
      select v.id,
             count(*) filter (where m.left_at is null and m.customer_id is not null) as people,
             count(*) filter (where m.left_at is null and m.staff_id is not null) as staff,
             max(m.joined_at) filter (where m.customer_id is not null) as last_joined_at,
             max(m.left_at) filter (where m.customer_id is not null) as last_left_at
      from v left join group_members m on m.corp_id = :corp_id and m.group_id = v.id
      group by v.id
    )
    update group_chats g
    set name = v.name, name_sort = coalesce(v.name_sort, g.name_sort),
        grams = coalesce(v.grams, g.grams), owner_staff_id = v.owner_staff_id, state = v.state,
        notice = v.notice, created_at = v.created_at, version = v.version, read_at = v.read_at,
        due_at = v.due_at, news_at = v.news_at, dismissed_at = v.dismissed_at,
        people = c.people, staff = c.staff, last_joined_at = c.last_joined_at,
        last_left_at = c.last_left_at, updated_at = now()
    from v join counted c using (id)
    where g.corp_id = :corp_id and g.id = v.id
    """
)
_REMEMBER = text(
    """
    insert into group_happenings (corp_id, group_id, at, kind, actor, props)
    select :corp_id, v.group_id, v.at, v.kind, 'wecom', v.props
    from json_to_recordset(cast(:rows as json))
      as v(group_id bigint, at timestamptz, kind text, props jsonb)
    """
)
_STAYS = (
    "corp_id, group_id, member, staff_id, customer_id, joined_at, scene, code_state,"
    " inviter_staff_id, nickname, name, is_admin, left_at, left_how"
)


@dataclass(slots=True)
class Face:
    """A group's own row, locked."""

    id: int
    chat_id: str
    name: str
    owner_staff_id: int | None
    state: str
    notice: str
    created_at: datetime
    version: str
    read_at: datetime | None
    due_at: datetime | None
    news_at: datetime | None
    dismissed_at: datetime | None
    is_told: bool
    """That it was made stands in its life."""
    is_new: bool
    """Made just now, so that nothing of it is here."""
    was_called: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that WeCom told of a group itself."""

    group_id: int
    at: datetime
    kind: str
    before: Any = None
    after: Any = None


async def lock(
    session: AsyncSession, corp_id: int, chats: Mapping[str, datetime]
) -> dict[str, Face]:
    """Rows of these groups, made where there are none, locked to the end."""
    values = {"corp_id": corp_id, "chat_ids": list(chats), "times": list(chats.values())}
    made = set(await session.scalars(_MAKE, values))
    rows = await session.execute(_LOCK, {"corp_id": corp_id, "chat_ids": list(chats)})
    return {
        row.chat_id: Face(
            id=row.id,
            chat_id=row.chat_id,
            name=row.name,
            owner_staff_id=row.owner_staff_id,
            state=row.state,
            notice=row.notice,
            created_at=row.created_at,
            version=row.version,
            read_at=row.read_at,
            due_at=row.due_at,
            news_at=row.news_at,
            dismissed_at=row.dismissed_at,
            is_told=row.is_told,
            is_new=row.id in made,
            was_called=row.name,
        )
        for row in rows
    }


async def seats(
    session: AsyncSession,
    corp_id: int,
    members: Mapping[int, Collection[str]],
    *,
    whole: Collection[int],
) -> dict[int, dict[str, Seats]]:
    """All stays of these members in these groups, and in `whole` groups of all who are there."""
    found: dict[Key, dict[datetime, Seat]] = {}
    pairs = [(group_id, one) for group_id, names in members.items() for one in sorted(names)]
    asked: list[tuple[Any, dict[str, Any]]] = []
    if pairs:
        values = {"groups": [one for one, _ in pairs], "members": [one for _, one in pairs]}
        asked.append((_SEATS_OF, values))
    if whole:
        asked.append((_SEATS_WHOLE, {"groups": sorted(whole)}))
    for statement, values in asked:
        for row in await session.execute(statement, {"corp_id": corp_id, **values}):
            seat = Seat(*row[2:])
            found.setdefault((row.group_id, row.member), {})[seat.joined_at] = seat
    told: dict[int, dict[str, Seats]] = {}
    for (group_id, member), by_time in found.items():
        told.setdefault(group_id, {})[member] = tuple(by_time[at] for at in sorted(by_time))
    return told


async def put(
    session: AsyncSession,
    corp_id: int,
    old: Sequence[Row],
    new: Sequence[Row],
    persons: Mapping[str, int],
    members: Mapping[str, int],
) -> None:
    """Put `new` stays in the place of `old` ones."""
    if old:
        values = {
            "corp_id": corp_id,
            "groups": [group_id for group_id, _, _ in old],
            "members": [member for _, member, _ in old],
            "times": [seat.joined_at for _, _, seat in old],
        }
        await session.execute(_CLEAR, values)
    lines = (
        "\t".join(
            (
                str(corp_id),
                str(group_id),
                spelled(member),
                number(None if member in persons else members[member]),
                number(persons.get(member)),
                seat.joined_at.isoformat(),
                number(seat.scene),
                spelled(seat.code_state),
                number(members[seat.inviter] if seat.inviter else None),
                spelled(seat.nickname),
                spelled(seat.name),
                "t" if seat.is_admin else "f",
                seat.left_at.isoformat() if seat.left_at else NULL,
                spelled(seat.left_how),
            )
        )
        for group_id, member, seat in new
    )
    await copy_in(session, "group_members", _STAYS, lines)


async def put_faces(session: AsyncSession, corp_id: int, faces: Sequence[Face]) -> None:
    """Write the groups' own rows and count who is there."""
    rows = [
        {
            "id": face.id,
            "name": face.name,
            "name_sort": customers.sort_key(face.name) if face.name != face.was_called else None,
            "grams": customers.grams(face.name) if face.name != face.was_called else None,
            "owner_staff_id": face.owner_staff_id,
            "state": face.state,
            "notice": face.notice,
            "created_at": face.created_at.isoformat(),
            "version": face.version,
            **{
                name: moment.isoformat() if moment is not None else None
                for name, moment in (
                    ("read_at", face.read_at),
                    ("due_at", face.due_at),
                    ("news_at", face.news_at),
                    ("dismissed_at", face.dismissed_at),
                )
            },
        }
        for face in faces
    ]
    await session.execute(_FACES, {"corp_id": corp_id, "rows": json.dumps(rows)})


async def remember(session: AsyncSession, corp_id: int, happenings: Sequence[Happening]) -> None:
    """Append to the groups' lives."""
    rows = [
        {
            "group_id": one.group_id,
            "at": one.at.isoformat(),
            "kind": one.kind,
            "props": {"before": one.before, "after": one.after}
            if (one.before, one.after) != (None, None)
            else {},
        }
        for one in happenings
    ]
    if rows:
        await session.execute(_REMEMBER, {"corp_id": corp_id, "rows": json.dumps(rows)})
