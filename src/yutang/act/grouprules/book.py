"""The book of breaches as pages show it, and persons of a chat to write down."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access import service as access
from yutang.kernel.runtime import Runtime
from yutang.people.groups.schemas import GroupOwner
from yutang.people.staff import service as staff

from . import breaches, standing, wording
from .errors import BadCursorError, UnknownBreachError
from .schemas import (
    BREACH_SOURCE,
    BreachGroup,
    BreachKind,
    BreachPage,
    BreachRead,
    BreachState,
    ChatMember,
    ChatMembers,
)

FOUND: Final = 30
_SHOWN: Final = """
    select b.*, g.name as group_name, s.id as owner_id, s.name as owner_name,
           s.status = 'left' as owner_left, p.present,
           coalesce(nullif(c.name, ''), nullif(p.nickname, ''), p.name, '') as person_name,
           t.id as task_id
    from group_breaches b
    join group_chats g on (g.corp_id, g.id) = (b.corp_id, b.group_id)
    left join staff s on (s.corp_id, s.id) = (g.corp_id, g.owner_staff_id)
    left join customers c on (c.corp_id, c.id) = (b.corp_id, b.customer_id)
    left join lateral (
      select m.name, m.nickname, m.left_at is null as present from group_members m
      where (m.corp_id, m.group_id, m.customer_id) = (b.corp_id, b.group_id, b.customer_id)
      order by m.joined_at desc limit 1) p on true
    left join tasks t on t.corp_id = b.corp_id and t.source = :source
      and t.source_key = 'breach:' || b.id || ':' || b.state and t.state = 'open'
    where b.corp_id = :corp_id"""
_COUNT: Final = """
    select count(*) from group_breaches b
    join group_chats g on (g.corp_id, g.id) = (b.corp_id, b.group_id)
    where b.corp_id = :corp_id"""
_MEMBERS: Final = """
    select m.customer_id, coalesce(nullif(c.name, ''), m.name) as name, m.nickname
    from group_members m
    left join customers c on (c.corp_id, c.id) = (m.corp_id, m.customer_id)
    where m.corp_id = :corp_id and m.group_id = :group_id and m.left_at is null
      and m.customer_id is not null {more}
    order by m.joined_at desc, m.member limit :limit"""
_OFTEN = text(
    """
    select w.customer_id, breaches_of(:corp_id, w.customer_id, :since) as breaches
    from unnest(cast(:ids as bigint[])) as w(customer_id)
    """
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which breaches; every given condition holds."""

    states: tuple[BreachState, ...] = ()
    kinds: tuple[BreachKind, ...] = ()
    group_id: int | None = None
    customer_id: int | None = None
    owner_id: int | None = None


async def list_breaches(
    session: AsyncSession,
    runtime: Runtime,
    corp_id: int,
    wanted: Asked,
    after: str | None,
    limit: int,
) -> BreachPage:
    """One page of the groups you see, the newest first. Raises BadCursorError."""
    asked: dict[str, Any] = {"corp_id": corp_id, "source": BREACH_SOURCE, "limit": limit + 1}
    more = _wanted(wanted, asked)
    beyond = ""
    if after is not None:
        if not (after.isascii() and after.isdigit()):
            raise BadCursorError
        asked["after"] = int(after[:18])
        beyond = " and b.id < :after"
    statement = text(f"{_SHOWN}{more}{beyond} order by b.id desc limit :limit")
    rows = (await session.execute(statement, asked)).all()
    names = await _names(runtime, corp_id, rows)
    return BreachPage(
        items=[_told(row, names) for row in rows[:limit]],
        next=str(rows[limit - 1].id) if len(rows) > limit else None,
        total=await session.scalar(text(_COUNT + more), asked) or 0,
        settings=await breaches.read_settings(session, corp_id),
    )


async def read_breach(
    session: AsyncSession, runtime: Runtime, corp_id: int, breach_id: int
) -> BreachRead:
    """One; raises UnknownBreachError."""
    asked = {"corp_id": corp_id, "source": BREACH_SOURCE, "id": breach_id}
    row = (await session.execute(text(f"{_SHOWN} and b.id = :id"), asked)).one_or_none()
    if row is None:
        raise UnknownBreachError(breach_id)
    return _told(row, await _names(runtime, corp_id, [row]))


async def find_members(
    session: AsyncSession, corp_id: int, chat_id: str, q: str, now: datetime
) -> ChatMembers:
    """Persons in the group of a chat by part of name or nickname, and how often each broke rules.

    Raises UnknownGroupError.
    """
    group_id = await standing.find_chat(session, corp_id, chat_id)
    asked: dict[str, Any] = {"corp_id": corp_id, "group_id": group_id, "limit": FOUND}
    more = ""
    if q:
        asked["q"] = q.lower()
        more = (
            " and (strpos(lower(m.name), :q) > 0 or strpos(lower(m.nickname), :q) > 0"
            " or strpos(lower(c.name), :q) > 0)"
        )
    rows = (await session.execute(text(_MEMBERS.format(more=more)), asked)).all()
    settings = await breaches.read_settings(session, corp_id)
    often = {
        row.customer_id: row.breaches
        for row in await session.execute(
            _OFTEN,
            {
                "corp_id": corp_id,
                "ids": [row.customer_id for row in rows],
                "since": now - timedelta(days=settings.window_days),
            },
        )
    }
    return ChatMembers(
        items=[
            ChatMember(
                customer_id=row.customer_id,
                name=row.name,
                nickname=row.nickname,
                breaches=often.get(row.customer_id, 0),
            )
            for row in rows
        ]
    )


def _wanted(wanted: Asked, asked: dict[str, Any]) -> str:
    more = ""
    if wanted.states:
        asked["states"] = list(wanted.states)
        more += " and b.state = any(cast(:states as text[]))"
    if wanted.kinds:
        asked["kinds"] = list(wanted.kinds)
        more += " and b.kind = any(cast(:kinds as text[]))"
    for name, column in (
        ("group_id", "b.group_id"),
        ("customer_id", "b.customer_id"),
        ("owner_id", "g.owner_staff_id"),
    ):
        if (value := getattr(wanted, name)) is not None:
            asked[name] = value
            more += f" and {column} = :{name}"
    return more


async def _names(runtime: Runtime, corp_id: int, rows: list[Row[Any]] | Any) -> dict[str, str]:
    """Names of accounts and members by actor; a token stays what it is."""
    actors = {row.recorded_by for row in rows} | {row.forgiven_by for row in rows}
    told = [one.partition(":") for one in actors if one is not None]
    users = {int(number) for kind, _, number in told if kind == "user" and number.isdigit()}
    members = {int(number) for kind, _, number in told if kind == "staff" and number.isdigit()}
    async with runtime.database.owner() as session:
        called = await access.names_of(session, corp_id, users)
        named = await staff.names_by_ids(session, corp_id, sorted(members))
    return {f"user:{one}": name for one, name in called.items()} | {
        f"staff:{one}": name for one, name in named.items()
    }


def _told(row: Row[Any], names: dict[str, str]) -> BreachRead:
    owner = None
    if row.owner_id is not None:
        owner = GroupOwner(id=row.owner_id, name=row.owner_name, left=row.owner_left)
    person = row.person_name
    return BreachRead(
        id=row.id,
        group=BreachGroup(id=row.group_id, name=row.group_name, owner=owner),
        customer_id=row.customer_id,
        person_name=person,
        kind=row.kind,
        note=row.note,
        at=row.at,
        recorded_by=names.get(row.recorded_by, row.recorded_by),
        ordinal=row.ordinal,
        window_days=row.window_days,
        remove_from=row.remove_from,
        state=row.state,
        present=bool(row.present),
        removed_at=row.removed_at,
        forgiven_at=row.forgiven_at,
        forgiven_by=None
        if row.forgiven_by is None
        else names.get(row.forgiven_by, row.forgiven_by),
        forgiven_why=row.forgiven_why,
        word=wording.private_word(row.kind, person, row.group_name)
        if row.state == "told"
        else None,
        announcement=wording.announcement(row.kind, person, row.ordinal)
        if row.state in {"to_remove", "removed"}
        else None,
        task_id=row.task_id,
    )
