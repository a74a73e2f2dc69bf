"""Tell how much room is left, and whom it concerns."""

import math
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any, Final, cast

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.corps import service as corps
from yutang.people.corps.schemas import Preferences

from . import repository
from .counting import LOADS, count_loads, count_room
from .errors import BadCursorError
from .jobs import RoomKind
from .models import RoomCount
from .schemas import (
    Left,
    QuotaEnd,
    RoomOverview,
    RoomRead,
    StaffRoom,
    StaffRoomCount,
    StaffRoomPage,
)
from .telling import tell_short

__all__ = (
    "LOADS",
    "count_loads",
    "count_room",
    "left",
    "list_staff_room",
    "read_room",
    "tell_short",
    "used",
    "warned",
)

_KINDS: Final[tuple[RoomKind, ...]] = ("customers", "codes", "tags", "links")


async def left(session: AsyncSession, corp_id: int, staff_ids: Collection[int]) -> dict[int, Left]:
    """How many customers each member can still take; every id is answered.

    Allocation and handover give nobody more than this. None: he was never counted, which means
    that nothing of his is known, not that his list is empty.
    """
    limit = (await corps.read_preferences(session, corp_id)).staff_customer_limit
    rows = await session.execute(repository.LEFT, {"corp_id": corp_id, "staff": list(staff_ids)})
    found = {row.staff_id: Left(left=max(0, limit - row.used), as_of=row.as_of) for row in rows}
    return {one: found.get(one, Left(left=None, as_of=None)) for one in staff_ids}


async def used(session: AsyncSession, corp_id: int, staff_ids: Collection[int]) -> dict[int, int]:
    """How many customers each member's list holds; who was never counted is left out."""
    rows = await session.execute(repository.LEFT, {"corp_id": corp_id, "staff": list(staff_ids)})
    return {row.staff_id: row.used for row in rows}


async def read_room(session: AsyncSession, corp_id: int) -> RoomOverview:
    """All ceilings, with the age of each number."""
    wanted = await corps.read_preferences(session, corp_id)
    rows = await session.scalars(select(RoomCount).where(RoomCount.corp_id == corp_id))
    kept = {row.kind: row for row in rows}
    links = kept.get("links")
    return RoomOverview(
        warn_share=wanted.warn_share,
        rooms=[_room(kind, kept.get(kind), wanted) for kind in _KINDS],
        link_quota=[
            QuotaEnd(left=part["left"], ends_at=datetime.fromtimestamp(part["ends"], UTC))
            for part in (links.detail.get("parts", []) if links is not None else [])
        ],
        link_customers=links.used if links is not None else None,
        staff=await _staff(session, corp_id, wanted),
    )


def _room(kind: RoomKind, row: RoomCount | None, wanted: Preferences) -> RoomRead:
    limit: int | None
    used: int | None
    if kind == "links":
        limit, used = _links(row)
    else:
        limits = {
            "customers": wanted.corp_customer_limit,
            "codes": wanted.code_limit,
            "tags": wanted.tag_limit,
        }
        limit, used = limits[kind], row.used if row is not None else None
    known = used is not None and limit is not None
    share = used / limit if used is not None and limit else None
    return RoomRead(
        kind=kind,
        used=used,
        limit=limit,
        left=max(0, limit - used) if used is not None and limit is not None else None,
        share=share,
        warned=share is not None and share >= wanted.warn_share,
        as_of=row.as_of if row is not None and known else None,
        reason=row.reason if row is not None else None,
    )


def _links(row: RoomCount | None) -> tuple[int | None, int | None]:
    """What there was after the last purchase, and what of it is used; both None if not known."""
    if row is None or row.left is None:
        return None, None
    had = max(row.left, int(row.detail.get("had", row.left)))
    return had, had - row.left


async def _staff(session: AsyncSession, corp_id: int, wanted: Preferences) -> StaffRoomCount:
    limit = wanted.staff_customer_limit
    row = (
        await session.execute(
            repository.SUMMARY,
            {"corp_id": corp_id, "limit": limit, "line": _line(wanted)},
        )
    ).one()
    return StaffRoomCount(
        limit=limit,
        counted=row.counted or None,
        warned=row.warned,
        full=row.full,
        as_of=row.as_of,
    )


def _line(wanted: Preferences) -> int:
    return math.ceil(wanted.staff_customer_limit * wanted.warn_share - 1e-9)


async def warned(session: AsyncSession, corp_id: int) -> tuple[int, datetime | None]:
    """How many ceilings and members are near their end, and by counts how old at most.

    For the list of what needs a person.
    """
    overview = await read_room(session, corp_id)
    short = [one for one in overview.rooms if one.warned]
    ages = [one.as_of for one in short if one.as_of is not None]
    if overview.staff.warned and overview.staff.as_of is not None:
        ages.append(overview.staff.as_of)
    return len(short) + overview.staff.warned, min(ages, default=None)


async def list_staff_room(
    session: AsyncSession,
    corp_id: int,
    *,
    query: str,
    only_warned: bool,
    after: str | None,
    limit: int,
) -> StaffRoomPage:
    """Members whose name or account begins with `query`, the fullest first. BadCursorError."""
    wanted = await corps.read_preferences(session, corp_id)
    more: list[str] = []
    asked: dict[str, Any] = {"corp_id": corp_id, "limit": limit + 1}
    if query:
        # starts_with is leakproof and keeps its index under row-level security; LIKE is not.
        more.append("and (starts_with(s.name, :query) or starts_with(s.account, lower(:query)))")
        asked["query"] = query
    if only_warned:
        more.append("and l.used >= :line")
        asked["line"] = _line(wanted)
    if after is not None:
        used, _, last = after.partition("~")
        if not (used.isascii() and used.isdigit() and last.isascii() and last.isdigit()):
            raise BadCursorError
        more.append("and (l.used, l.staff_id) < (:before, :before_id)")
        asked |= {"before": int(used), "before_id": int(last)}
    rows = (await session.execute(text(repository.PAGE.format(more=" ".join(more))), asked)).all()
    items = [_member(row, wanted) for row in rows[:limit]]
    end = items[-1] if items and len(rows) > limit else None
    return StaffRoomPage(items=items, next=f"{end.used}~{end.staff_id}" if end else None)


def _member(row: Any, wanted: Preferences) -> StaffRoom:
    limit = wanted.staff_customer_limit
    return StaffRoom(
        staff_id=row.staff_id,
        name=cast("str", row.name),
        account=row.account,
        status=row.status,
        friends=row.friends,
        used=row.used,
        limit=limit,
        left=max(0, limit - row.used),
        share=row.used / limit,
        warned=row.used >= _line(wanted),
        as_of=row.as_of,
    )
