"""One group: its facts, who is and was in it, its life; and the groups of one customer."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.customers import service as customers

from . import repository
from .errors import BadCursorError, UnknownGroupError
from .listing import WEEK
from .schemas import (
    CustomerGroup,
    CustomerGroups,
    GroupDetail,
    GroupHappening,
    GroupLife,
    GroupStay,
    GroupStayPage,
    MemberFilter,
    OwnGroup,
)

_ROLES: Final = ("owner", "admin", "staff", "person")
_OWN_NEWEST: Final = 5
_TOLD: Final = ("at", "kind", "count", "person", "staff", "name", "scene", "left_how")
_PLACE_PARTS: Final = 3
_EXISTS = text("select id from group_chats where corp_id = :corp_id and id = :group_id")


async def read_group(
    session: AsyncSession, corp_id: int, group_id: int, now: datetime
) -> GroupDetail:
    """One group. Raises UnknownGroupError."""
    values = {"corp_id": corp_id, "group_id": group_id, "week": now - WEEK}
    row = (await session.execute(text(repository.DETAIL), values)).mappings().one_or_none()
    if row is None:
        raise UnknownGroupError(group_id)
    return GroupDetail.model_validate(row)


async def demand_group(session: AsyncSession, corp_id: int, group_id: int) -> None:
    """Raise UnknownGroupError unless the corp has it and who asks may see it."""
    values = {"corp_id": corp_id, "group_id": group_id}
    if await session.scalar(_EXISTS, values) is None:
        raise UnknownGroupError(group_id)


async def list_stays(
    session: AsyncSession,
    corp_id: int,
    group_id: int,
    wanted: MemberFilter,
    after: str | None,
    limit: int,
) -> GroupStayPage:
    """One page of who is, or was, in it. Raises UnknownGroupError, BadCursorError."""
    await demand_group(session, corp_id, group_id)
    asked: dict[str, Any] = {"corp_id": corp_id, "group_id": group_id, "limit": limit + 1}
    more = _wanted(wanted, asked)
    if after is not None:
        more += _beyond(after, asked)
    statement = repository.STAYS.format(more=more, order="k.rank, m.joined_at, m.member")
    rows = (await session.execute(text(statement), asked)).mappings().all()
    last = rows[limit - 1] if len(rows) > limit else None
    return GroupStayPage(
        items=[_stay(row) for row in rows[:limit]],
        next=None if last is None else _stay_place(last),
    )


async def read_life(
    session: AsyncSession, corp_id: int, group_id: int, before: str | None, limit: int
) -> GroupLife:
    """One page of a group's life, newest first. Raises UnknownGroupError, BadCursorError."""
    await demand_group(session, corp_id, group_id)
    place = _place(before)
    values = {"corp_id": corp_id, "group_id": group_id, "limit": limit + 1, **place}
    rows = (await session.execute(text(repository.LIFE), values)).mappings().all()
    last = rows[limit - 1] if len(rows) > limit else None
    return GroupLife(
        items=[_happening(row) for row in rows[:limit]],
        next=None if last is None else _line_place(last),
    )


async def groups_of_customer(
    session: AsyncSession, corp_id: int, customer_id: int
) -> CustomerGroups:
    """His stays, as far as who asks sees the groups. Raises UnknownCustomerError."""
    await customers.demand_known(session, corp_id, customer_id)
    values = {"corp_id": corp_id, "customer_id": customer_id}
    rows = await session.execute(text(repository.OF_CUSTOMER), values)
    return CustomerGroups(items=[CustomerGroup.model_validate(row) for row in rows.mappings()])


async def read_own(session: AsyncSession, corp_id: int, chat_id: str, now: datetime) -> OwnGroup:
    """A group beside its chat, for a member who is in it or owns it. Raises UnknownGroupError."""
    group_id = await session.scalar(
        text("select id from group_chats where corp_id = :corp_id and chat_id = :chat_id"),
        {"corp_id": corp_id, "chat_id": chat_id},
    )
    if group_id is None:
        raise UnknownGroupError(chat_id)
    group = await read_group(session, corp_id, group_id, now)
    statement = repository.STAYS.format(
        more=" and m.left_at is null and m.staff_id is null", order="m.joined_at desc, m.member"
    )
    values = {"corp_id": corp_id, "group_id": group_id, "limit": _OWN_NEWEST}
    rows = await session.execute(text(statement), values)
    told = group.model_dump(include={*OwnGroup.model_fields})
    return OwnGroup(
        **told,
        newest=[_stay(row) for row in rows.mappings()],
        in_scope=group.owner is not None and group.state != "dismissed",
    )


def _wanted(wanted: MemberFilter, asked: dict[str, Any]) -> str:
    more = ""
    if wanted.present is not None:
        more += f" and m.left_at is {'' if wanted.present else 'not '}null"
    if wanted.role is not None:
        more += f" and k.rank = {_ROLES.index(wanted.role)}"
    if wanted.own_role == "customer":
        more += " and m.customer_id is not null and r.role is null and o.staff_id is null"
    elif wanted.own_role is not None:
        asked["own_role"] = wanted.own_role
        more += " and r.role = :own_role"
    if wanted.friend is not None:
        more += " and m.customer_id is not null"
        more += f" and {'' if wanted.friend else 'not '}{repository.FRIEND}"
    if wanted.q:
        asked["q"] = wanted.q.lower()
        more += " and (strpos(lower(m.name), :q) > 0 or strpos(lower(m.nickname), :q) > 0)"
    return more


def _beyond(after: str, asked: dict[str, Any]) -> str:
    rank, _, rest = after.partition("~")
    moment, _, member = rest.partition("~")
    if rank not in {"0", "1", "2", "3"} or not member:
        raise BadCursorError
    asked |= {"after_rank": int(rank), "after": _moment(moment), "after_member": member}
    return " and (k.rank, m.joined_at, m.member) > (:after_rank, :after, :after_member)"


def _moment(value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise BadCursorError from error
    if moment.tzinfo is None:
        raise BadCursorError
    return moment


def _place(before: str | None) -> Mapping[str, Any]:
    if before is None:
        return {"at": None, "source": 0, "id": 0}
    parts = before.split("~")
    if len(parts) != _PLACE_PARTS or not all(one.isascii() and one.isdigit() for one in parts[1:]):
        raise BadCursorError
    return {"at": _moment(parts[0]), "source": int(parts[1][:1]), "id": int(parts[2][:18])}


def _stay(row: RowMapping) -> GroupStay:
    return GroupStay.model_validate({**row, "role": _ROLES[row["rank"]]})


def _stay_place(row: RowMapping) -> str:
    return f"{row['rank']}~{row['joined_at'].isoformat()}~{row['member']}"


def _line_place(row: RowMapping) -> str:
    return f"{row['at'].isoformat()}~{row['source']}~{row['id']}"


def _happening(row: RowMapping) -> GroupHappening:
    props: dict[str, Any] = row["props"] or {}
    told = {name: row[name] for name in _TOLD}
    actor = row["actor"] if row["actor"] != "wecom" else None
    return GroupHappening.model_validate(
        {**told, "actor": actor, "before": props.get("before"), "after": props.get("after")}
    )
