"""Groups in lists, and all of them together."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import staff_in_scope
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers

from . import repository
from .errors import BadCursorError
from .schemas import (
    SCANNED_UP_TO,
    GroupFilter,
    GroupLabelRead,
    GroupLabels,
    GroupPage,
    GroupRow,
    GroupSummary,
    Sort,
)

WEEK: Final = timedelta(days=7)
FRESH: Final = timedelta(seconds=5)
_NEVER: Final = "'epoch'::timestamptz"
_KEYS: Final = {
    "name": ("g.name_sort", "text"),
    "people": ("g.people", "bigint"),
    "created_at": ("g.created_at", "timestamptz"),
    "joined_7": ("coalesce(r.joined, 0)", "bigint"),
    "left_7": ("coalesce(r.gone, 0)", "bigint"),
    "last_joined_at": (f"coalesce(g.last_joined_at, {_NEVER})", "timestamptz"),
}
_NOBODY: Final = (
    "select null::bigint as group_id, 0::bigint as joined, 0::bigint as gone where false"
)


async def list_groups(
    session: AsyncSession,
    corp_id: int,
    wanted: GroupFilter,
    sort: Sort,
    now: datetime,
    after: str | None,
    limit: int,
) -> GroupPage:
    """One page. Raises BadCursorError."""
    column = sort.removeprefix("-")
    key, kind = _KEYS[column]
    asked: dict[str, Any] = {"corp_id": corp_id, "limit": limit + 1}
    more = _conditions(session, wanted, now, asked)
    if after is not None:
        more += _beyond(after, key, kind, asked, down=sort.startswith("-"))
    recent = repository.RECENT if column in {"joined_7", "left_7"} else _NOBODY
    if ":week" in recent:
        asked["week"] = now - WEEK
    statement = repository.PAGE.format(
        recent=recent, key=key, more=more, way="desc" if sort.startswith("-") else "asc"
    )
    page = (await session.execute(text(statement), asked)).all()
    ids = [row.id for row in page[:limit]]
    found = await _rows(session, corp_id, ids, now)
    last = page[limit - 1] if len(page) > limit else None
    return GroupPage(
        items=[found[one] for one in ids if one in found],
        next=None if last is None else f"{_spelled(last.key)}~{last.id}",
    )


async def count_groups(
    session: AsyncSession, corp_id: int, wanted: GroupFilter, now: datetime
) -> int:
    """How many match."""
    asked: dict[str, Any] = {"corp_id": corp_id}
    more = _conditions(session, wanted, now, asked)
    return await session.scalar(text(repository.COUNT.format(more=more)), asked) or 0


async def matching_ids(
    session: AsyncSession, corp_id: int, wanted: GroupFilter, now: datetime, limit: int
) -> list[int]:
    """Those that match, by name, at most so many."""
    asked: dict[str, Any] = {"corp_id": corp_id, "limit": limit}
    more = _conditions(session, wanted, now, asked)
    statement = (
        f"select g.id from group_chats g where g.corp_id = :corp_id {more}"  # noqa: S608 - own texts
        " order by g.name_sort, g.id limit :limit"
    )
    return list(await session.scalars(text(statement), asked))


async def read_summary(
    session: AsyncSession, runtime: Runtime, corp_id: int, now: datetime
) -> GroupSummary:
    """All living groups together; of a whole corp up to `FRESH` old, for that reads every stay."""
    if staff_in_scope(session) is not None:
        return await _sum(session, corp_id, now)
    shelf: dict[int, GroupSummary] = runtime.once("group sums", dict)
    kept = shelf.get(corp_id)
    if kept is None or not kept.as_of <= now < kept.as_of + FRESH:
        kept = shelf[corp_id] = await _sum(session, corp_id, now)
    return kept


async def _sum(session: AsyncSession, corp_id: int, now: datetime) -> GroupSummary:
    asked: dict[str, Any] = {"corp_id": corp_id, "week": now - WEEK, "full": SCANNED_UP_TO}
    more = repository.seen(session, asked)
    mine = repository.seen(session, asked, "m.group_id")
    statement = repository.SUMMARY.format(more=more, recent=repository.RECENT, mine=mine)
    row = (await session.execute(text(statement), asked)).mappings().one()
    told = {name: value or 0 for name, value in row.items() if name != "read_at"}
    return GroupSummary(**told, read_at=row["read_at"], as_of=now)


async def list_labels(session: AsyncSession, corp_id: int) -> GroupLabels:
    """All labels."""
    rows = await session.execute(text(repository.LABELS), {"corp_id": corp_id})
    return GroupLabels(items=[GroupLabelRead.model_validate(row) for row in rows.mappings()])


async def _rows(
    session: AsyncSession, corp_id: int, ids: list[int], now: datetime
) -> dict[int, GroupRow]:
    values = {"corp_id": corp_id, "ids": ids, "week": now - WEEK}
    rows = await session.execute(text(repository.ROWS), values)
    return {row["id"]: GroupRow.model_validate(row) for row in rows.mappings()}


def _spelled(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _beyond(after: str, key: str, kind: str, asked: dict[str, Any], *, down: bool) -> str:
    value, _, number = after.rpartition("~")
    if not (number.isascii() and number.isdecimal() and len(number) < len(str(2**63))):
        raise BadCursorError
    asked["after_id"] = int(number)
    try:
        if kind == "timestamptz":
            asked["after"] = datetime.fromisoformat(value)
            if asked["after"].tzinfo is None:
                raise BadCursorError
        else:
            asked["after"] = int(value) if kind == "bigint" else value
    except ValueError as error:
        raise BadCursorError from error
    return f" and ({key}, g.id) {'<' if down else '>'} (cast(:after as {kind}), :after_id)"


def _conditions(
    session: AsyncSession, wanted: GroupFilter, now: datetime, asked: dict[str, Any]
) -> str:
    found = [
        *_of_profile(wanted, asked),
        *_of_size(wanted, now, asked),
        *_of_name(wanted, asked),
    ]
    if wanted.owner_ids:
        asked["owners"] = list(wanted.owner_ids)
        found.append("g.owner_staff_id = any(cast(:owners as bigint[]))")
    if wanted.department_id is not None:
        asked["department_id"] = wanted.department_id
        found.append(f"g.owner_staff_id in {repository.TREE}")
    if wanted.states:
        asked["states"] = list(wanted.states)
        found.append("g.state = any(cast(:states as text[]))")
    else:
        found.append("g.state <> 'dismissed'")
    return "".join(f" and {one}" for one in found) + repository.seen(session, asked)


def _of_profile(wanted: GroupFilter, asked: dict[str, Any]) -> list[str]:
    found = []
    for column, values in (("kind", wanted.kinds), ("tier", wanted.tiers)):
        if values:
            asked[f"{column}s"] = list(values)
            found.append(f"coalesce(g.{column}, 'none') = any(cast(:{column}s as text[]))")
    if wanted.unsorted:
        found.append("(g.kind is null or g.tier is null)")
    if wanted.phases:
        asked["phases"] = list(wanted.phases)
        found.append(repository.PHASED)
    if wanted.label:
        asked["label"] = wanted.label
        found.append(
            "exists (select from group_labels l where l.corp_id = g.corp_id"
            " and l.group_id = g.id and l.label = :label)"
        )
    return found


def _of_size(wanted: GroupFilter, now: datetime, asked: dict[str, Any]) -> list[str]:
    found = []
    if wanted.people_min is not None:
        asked["people_min"] = wanted.people_min
        found.append("g.people >= :people_min")
    if wanted.people_max is not None:
        asked["people_max"] = wanted.people_max
        found.append("g.people <= :people_max")
    if wanted.full:
        asked["full"] = SCANNED_UP_TO
        found.append("g.people + g.staff >= :full")
    if wanted.quiet_days is not None:
        asked["quiet"] = now - timedelta(days=wanted.quiet_days)
        found.append("greatest(g.last_joined_at, g.last_left_at, g.created_at) < :quiet")
    return found


def _of_name(wanted: GroupFilter, asked: dict[str, Any]) -> list[str]:
    """Part of the name, how it sounds, or the whole chat id."""
    if not wanted.q:
        return []
    asked["q"] = wanted.q
    asked["grams"] = customers.query_grams(wanted.q)
    ways = ["g.chat_id = :q", "g.grams @> cast(:grams as text[])"]
    if tokens := customers.query_tokens(wanted.q):
        asked["tokens"] = tokens
        ways.append("g.grams @> cast(:tokens as text[])")
    return [f"({' or '.join(ways)})"]
