"""Handovers as people are told of them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef

from . import repository
from .choosing import midnight
from .errors import BadCursorError, UnknownHandoverError
from .models import Handover
from .planning import GROUPS_A_DAY
from .schemas import (
    GroupState,
    HandedCustomerName,
    HandedGroup,
    HandedGroupName,
    HandedGroupPage,
    HandedPerson,
    HandedPersonPage,
    HandoverGroups,
    HandoverPage,
    HandoverPeople,
    HandoverRead,
    PersonState,
    State,
    TakerStanding,
)
from .wording import say

DIGITS: Final = 18
"""No id of a bigint has more."""
_SHOWN_AS: Final = {"asking": "planned"}
"""A call under way: whether WeCom took it is not known yet."""
_GROUP_SHOWN_AS: Final = {"asking": "planned", "asked": "planned", "waiting": "planned"}


async def read_handover(session: AsyncSession, corp_id: int, handover_id: int) -> HandoverRead:
    """One of them. Raises UnknownHandoverError."""
    row = await session.get(Handover, (corp_id, handover_id))
    if row is None:
        raise UnknownHandoverError(handover_id)
    [read] = await _describe(session, corp_id, [row])
    return read


async def list_handovers(
    session: AsyncSession,
    corp_id: int,
    state: State | None,
    giver_id: int | None,
    after: str | None,
    limit: int,
) -> HandoverPage:
    """Newest first. Raises BadCursorError."""
    asked = select(Handover).where(Handover.corp_id == corp_id)
    if state is not None:
        asked = asked.where(Handover.state == state)
    if giver_id is not None:
        asked = asked.where(Handover.from_staff_id == giver_id)
    if after is not None:
        asked = asked.where(Handover.id < _place(after))
    rows = list(await session.scalars(asked.order_by(Handover.id.desc()).limit(limit + 1)))
    shown = rows[:limit]
    return HandoverPage(
        items=await _describe(session, corp_id, shown),
        next=str(shown[-1].id) if len(rows) > limit else None,
    )


def _place(after: str) -> int:
    if not (after.isascii() and after.isdigit() and len(after) <= DIGITS):
        raise BadCursorError
    return int(after)


async def _describe(
    session: AsyncSession, corp_id: int, rows: Sequence[Handover]
) -> list[HandoverRead]:
    if not rows:
        return []
    asked = {"corp_id": corp_id, "ids": [row.id for row in rows]}
    people: defaultdict[int, dict[tuple[int | None, str], int]] = defaultdict(dict)
    for row in await session.execute(repository.PEOPLE_BY_TAKER, asked):
        people[row.handover_id][row.taker_staff_id, row.state] = row.number
    groups: defaultdict[int, dict[tuple[int | None, str], int]] = defaultdict(dict)
    for row in await session.execute(repository.GROUPS_BY_TAKER, asked):
        groups[row.handover_id][row.taker_staff_id, row.state] = row.number
    takers: defaultdict[int, list[Any]] = defaultdict(list)
    for row in await session.execute(repository.TAKERS_OF, asked):
        takers[row.handover_id].append(row)
    settles = {
        row.handover_id: row.at for row in await session.execute(repository.LAST_SETTLES, asked)
    }
    members = {
        one.id: StaffRef(id=one.id, name=one.name, account=one.account)
        for one in await staff.staff_by_ids(session, corp_id, {row.from_staff_id for row in rows})
    }
    return [
        _read(row, members, takers[row.id], people[row.id], groups[row.id], settles.get(row.id))
        for row in rows
    ]


def _read(
    row: Handover,
    members: dict[int, StaffRef],
    takers: Sequence[Any],
    people: dict[tuple[int | None, str], int],
    groups: dict[tuple[int | None, str], int],
    settles_at: datetime | None,
) -> HandoverRead:
    by_state: Counter[str] = Counter()
    for (_, state), count in people.items():
        by_state[_SHOWN_AS.get(state, state)] += count
    # Who was erased has no row any more, and was one of them all the same.
    by_state["excluded"] += max(0, row.people - by_state.total())
    chats: Counter[str] = Counter()
    for (_, state), count in groups.items():
        chats[_GROUP_SHOWN_AS.get(state, state)] += count
    return HandoverRead(
        id=row.id,
        name=row.name,
        mode=row.mode,  # type: ignore[arg-type] # the table checks the word
        from_=members[row.from_staff_id],
        state=row.state,  # type: ignore[arg-type] # as above
        reason=row.reason,
        reason_say=say(row.reason, row.errcode),
        errcode=row.errcode,
        created_by=row.created_by,
        created_by_name=row.created_by_name,
        created_at=row.created_at,
        ended_at=row.ended_at,
        message=row.message,
        rule=row.rule,  # type: ignore[arg-type] # as above
        retry_of=row.retry_of,
        takers=[_taker(one, people, groups) for one in takers],
        customers=HandoverPeople(**{key: by_state[key] for key in HandoverPeople.model_fields}),
        groups=HandoverGroups(**{key: chats[key] for key in HandoverGroups.model_fields}),
        calls=row.calls,
        checked_at=row.checked_at,
        next_check_at=row.next_check_at,
        eta=_eta(row, by_state, chats, settles_at),
        notes=_notes(by_state, chats),
    )


def _taker(
    one: Any,
    people: dict[tuple[int | None, str], int],
    groups: dict[tuple[int | None, str], int],
) -> TakerStanding:
    mine: Counter[str] = Counter()
    for (taker, state), count in people.items():
        if taker == one.staff_id:
            mine[state] += count
    chats: Counter[str] = Counter()
    for (taker, state), count in groups.items():
        if taker == one.staff_id:
            chats[state] += count
    return TakerStanding(
        staff=StaffRef(id=one.staff_id, name=one.name, account=one.account),
        planned=mine.total(),
        accepted=mine["accepted"],
        waiting=mine["asked"] + mine["waiting"],
        refused=mine["refused"],
        full=mine["full"],
        failed=mine["failed"],
        groups=chats.total(),
        groups_done=chats["done"],
        blocked=one.blocked,
    )


def _eta(
    row: Handover, people: Counter[str], groups: Counter[str], settles_at: datetime | None
) -> datetime | None:
    if row.next_check_at is None:
        return None
    moments = [settles_at] if settles_at is not None else []
    if people["planned"]:
        moments.append(max(row.next_check_at, row.created_at) + timedelta(days=1))
    if groups["planned"]:
        days = (groups["planned"] - 1) // GROUPS_A_DAY
        moments.append(midnight(row.next_check_at) + timedelta(days=days))
    return max(moments, default=row.next_check_at)


def _notes(people: Counter[str], groups: Counter[str]) -> list[str]:
    notes = ["refused_may_mean_deleted"] if people["refused"] else []
    if groups["planned"] and groups["done"]:
        notes.append("groups_next_day")
    return notes


async def list_people(
    session: AsyncSession,
    corp_id: int,
    handover_id: int,
    state: PersonState | None,
    taker_id: int | None,
    after: str | None,
    limit: int,
) -> HandedPersonPage:
    """Its customers by id. Raises UnknownHandoverError, BadCursorError."""
    rows = await _page(
        session, repository.PEOPLE_PAGE, corp_id, handover_id, state, taker_id, after, limit
    )
    shown = rows[:limit]
    return HandedPersonPage(
        items=[
            HandedPerson(
                customer=HandedCustomerName(id=row.customer_id, name=row.name or ""),
                settles_at=row.settles_at,
                task_id=row.task_id,
                **_facts(row),
            )
            for row in shown
        ],
        next=str(shown[-1].customer_id) if len(rows) > limit else None,
    )


async def list_groups(
    session: AsyncSession,
    corp_id: int,
    handover_id: int,
    state: GroupState | None,
    taker_id: int | None,
    after: str | None,
    limit: int,
) -> HandedGroupPage:
    """Its groups by id. Raises UnknownHandoverError, BadCursorError."""
    rows = await _page(
        session, repository.GROUP_PAGE, corp_id, handover_id, state, taker_id, after, limit
    )
    shown = rows[:limit]
    return HandedGroupPage(
        items=[
            HandedGroup(group=HandedGroupName(id=row.group_id, name=row.name or ""), **_facts(row))
            for row in shown
        ],
        next=str(shown[-1].group_id) if len(rows) > limit else None,
    )


async def _page(
    session: AsyncSession,
    statement: str,
    corp_id: int,
    handover_id: int,
    state: str | None,
    taker_id: int | None,
    after: str | None,
    limit: int,
) -> Sequence[Any]:
    if await session.get(Handover, (corp_id, handover_id)) is None:
        raise UnknownHandoverError(handover_id)
    asked: dict[str, Any] = {
        "corp_id": corp_id,
        "handover_id": handover_id,
        "after": 0 if after is None else _place(after),
        "limit": limit + 1,
    }
    more = ""
    if state is not None:
        more, asked["state"] = "and p.state = :state", state
    if taker_id is not None:
        more, asked["taker"] = f"{more} and p.taker_staff_id = :taker", taker_id
    return (await session.execute(text(statement.format(more=more)), asked)).all()


def _facts(row: Any) -> dict[str, Any]:
    """What people and groups have in common."""
    return {
        "taker": StaffRef(id=row.taker_staff_id, name=row.taker_name, account=row.account)
        if row.taker_staff_id is not None
        else None,
        "state": row.state,
        "reason": row.reason or None,
        "say": say(row.reason, row.errcode),
        "errcode": row.errcode,
        "asked_at": row.asked_at,
        "settled_at": row.settled_at,
    }
