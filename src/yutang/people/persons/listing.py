"""Reads of conflicts, of a person's ids and of his merges."""

import base64
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.customers import service as customers

from . import moving
from .errors import BadCursorError, UnknownConflictError
from .schemas import (
    Candidate,
    ConflictPage,
    ConflictRead,
    IdRead,
    MergeRead,
    PersonIds,
    State,
)

PHONE_CONTEXT: Final = "customer_identities.phone"
OPEN_COUNTED: Final = 1_000
DEVICES_SHOWN: Final = 20
MERGES_SHOWN: Final = 100
_SHORT: Final = 12

_COLUMNS = (
    "id, a, b, a_id, b_id, why, state, decision, said, at, last_said, last_at, times,"
    " decided_by, decided_at"
)
_PAGE = """
    select {columns} from identity_conflicts
    where corp_id = :corp_id and state = any(cast(:states as text[]))
      and (cast(:customer_id as bigint) is null or a_id = :customer_id or b_id = :customer_id)
      and id < :before
    order by id desc limit :rows
"""
_CONFLICTS = text(_PAGE.format(columns=_COLUMNS))
_ONE = text(
    f"select {_COLUMNS} from identity_conflicts"  # noqa: S608 - columns of ours
    " where corp_id = :corp_id and id = :conflict_id"
)
_OPEN = text(
    f"""
    select count(*) from (
      select from identity_conflicts where corp_id = :corp_id and state = 'open'
        and (cast(:customer_id as bigint) is null or a_id = :customer_id or b_id = :customer_id)
      limit {OPEN_COUNTED}) found
    """  # noqa: S608 - a number of ours
)
_PEOPLE = text(
    """
    select c.id, c.name, c.state,
           exists (select from follows f where f.corp_id = :corp_id and f.customer_id = c.id)
             as has_relations
    from customers c where c.corp_id = :corp_id and c.id = any(:ids)
    """
)
_IDS = """
    select i.{column} as customer_id, i.kind, i.value, i.sealed, i.claimed, i.created_at,
           exists (select from identity_decisions d
                   where d.corp_id = :corp_id and d.key = i.kind || ':' || i.value
                     and d.kind = 'shared' and d.undone_at is null) as shared,
           row_number() over (partition by i.{column}, i.kind = 'device'
                              order by i.created_at desc, i.value) as nth,
           count(*) over (partition by i.{column}, i.kind = 'device') as all
    from customer_identities i
    where i.corp_id = :corp_id and i.{column} = any(:ids)
"""
_FOUND = """
    select * from ({ids}) found where kind <> 'device' or nth <= {most}
    order by customer_id, array_position(
      array['external', 'unionid', 'member_number', 'phone', 'openid', 'device'], kind),
      created_at, value
"""
_OF_PEOPLE = text(_FOUND.format(ids=_IDS.format(column="customer_id"), most=DEVICES_SHOWN))
_OF_PARTS = text(_FOUND.format(ids=_IDS.format(column="home_id"), most=DEVICES_SHOWN))
_VALUES = text(
    """
    select i.kind || ':' || i.value as key, i.sealed
    from unnest(cast(:kinds as text[]), cast(:values as text[])) as v(kind, value)
    join customer_identities i on i.corp_id = :corp_id and i.kind = v.kind and i.value = v.value
    """
)
_BARS = text(
    """
    select v.id,
      exists (select from follows f where f.corp_id = :corp_id and f.customer_id = v.id) as related,
      exists (select from customer_identities i where i.corp_id = :corp_id
              and i.customer_id = v.id and i.kind = 'external') as external,
      exists (select from erasures e where e.corp_id = :corp_id and e.customer_id = v.id
              and e.state in ('queued', 'running')) as erased
    from unnest(cast(:ids as bigint[])) as v(id)
    """
)
_MERGES = text(
    f"""
    select id, from_id, into_id, at, by, why, undone_at, undone_by from person_merges
    where corp_id = :corp_id and (into_id = any(:ids) or from_id = :customer_id)
    order by id desc limit {MERGES_SHOWN}
    """  # noqa: S608 - a number of ours
)


async def list_conflicts(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    states: Sequence[State],
    after: str | None,
    limit: int,
    customer_id: int | None = None,
) -> ConflictPage:
    """The newest first. Raises BadCursorError."""
    asked = {"corp_id": corp_id, "customer_id": customer_id}
    rows = (
        await session.execute(
            _CONFLICTS,
            asked | {"states": list(states), "before": _place(after), "rows": limit + 1},
        )
    ).all()
    return ConflictPage(
        items=await _describe(session, vault, corp_id, rows[:limit]),
        next=_cursor(rows[limit - 1].id) if len(rows) > limit else None,
        open=await session.scalar(_OPEN, asked) or 0,
    )


async def read_conflict(
    session: AsyncSession, vault: Vault, corp_id: int, conflict_id: int
) -> ConflictRead:
    """One of them. Raises UnknownConflictError."""
    rows = (await session.execute(_ONE, {"corp_id": corp_id, "conflict_id": conflict_id})).all()
    if not rows:
        raise UnknownConflictError(conflict_id)
    return (await _describe(session, vault, corp_id, rows))[0]


async def count_open(session: AsyncSession, corp_id: int) -> int:
    """How many conflicts wait for somebody, up to 1,000."""
    return await session.scalar(_OPEN, {"corp_id": corp_id, "customer_id": None}) or 0


def _cursor(conflict_id: int) -> str:
    return base64.urlsafe_b64encode(str(conflict_id).encode()).decode().rstrip("=")


def _place(after: str | None) -> int:
    if after is None:
        return 2**62
    try:
        told = base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)).decode("ascii")
    except ValueError as error:
        raise BadCursorError from error
    if not told.isdigit() or int(told) >= 2**62:
        raise BadCursorError
    return int(told)


async def _describe(
    session: AsyncSession, vault: Vault, corp_id: int, rows: Sequence[Any]
) -> list[ConflictRead]:
    pairs = [(row.a_id, row.b_id) for row in rows]
    people = await _candidates(session, vault, corp_id, {one for pair in pairs for one in pair})
    keys = {key for row in rows for key in (row.a, row.b)}
    shown = await _shown(session, vault, corp_id, keys)
    bars = await why_not(session, corp_id, pairs)
    found = []
    for row in rows:
        kind, claiming = row.b.partition(":")[0], row.a.partition(":")[0]
        found.append(
            ConflictRead.model_validate(
                {
                    "id": row.id,
                    "kind": kind,
                    "value": shown.get(row.b, _masked(kind, row.b.partition(":")[2])),
                    "claimed_by": claiming,
                    "claimed_by_value": shown.get(
                        row.a, _masked(claiming, row.a.partition(":")[2])
                    ),
                    "claimant": people.get(row.a_id) or _nobody(row.a_id),
                    "holder": people.get(row.b_id) or _nobody(row.b_id),
                    "why": row.why,
                    "state": row.state,
                    "decision": row.decision,
                    "said": row.said,
                    "at": row.at,
                    "last_said": row.last_said,
                    "last_at": row.last_at,
                    "times": max(1, row.times),
                    "decided_by": row.decided_by,
                    "decided_at": row.decided_at,
                    "no_merge": bars[(row.a_id, row.b_id)],
                }
            )
        )
    return found


def _nobody(customer_id: int) -> Candidate:
    """Who was erased, or made a part of the other, since."""
    return Candidate(id=customer_id, name="", state="gone", has_relations=False, ids=[])


async def _candidates(
    session: AsyncSession, vault: Vault, corp_id: int, ids: Collection[int]
) -> dict[int, Candidate]:
    if not ids:
        return {}
    told = await ids_by_person(session, vault, corp_id, ids)
    rows = await session.execute(_PEOPLE, {"corp_id": corp_id, "ids": sorted(ids)})
    return {
        row.id: Candidate(
            id=row.id,
            name=row.name,
            state=row.state,
            has_relations=row.has_relations,
            ids=told.get(row.id, []),
        )
        for row in rows
    }


async def _shown(
    session: AsyncSession, vault: Vault, corp_id: int, keys: Iterable[str]
) -> dict[str, str]:
    """Ids as the page may show them."""
    pairs = [key.split(":", 1) for key in sorted(keys)]
    rows = await session.execute(
        _VALUES,
        {
            "corp_id": corp_id,
            "kinds": [kind for kind, _ in pairs],
            "values": [value for _, value in pairs],
        },
    )
    return {row.key: _told(vault, *row.key.split(":", 1), row.sealed) for row in rows}


def _told(vault: Vault, kind: str, value: str, sealed: bytes | None) -> str:
    if kind == "phone" and sealed is not None:
        return customers.mask_phone(vault.unseal(sealed, PHONE_CONTEXT))
    return _masked(kind, value)


def _masked(kind: str, value: str) -> str:
    if kind == "phone":
        return "••••"
    if kind == "device" and len(value) > _SHORT:
        return f"{value[:4]}…{value[-4:]}"
    return value


async def ids_by_person(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    ids: Collection[int],
    *,
    of_part: bool = False,
) -> dict[int, list[IdRead]]:
    """What each is recognised by; with `of_part`, what came with who was merged away."""
    found: dict[int, list[IdRead]] = {}
    asked = {"corp_id": corp_id, "ids": sorted(ids)}
    for row in await session.execute(_OF_PARTS if of_part else _OF_PEOPLE, asked):
        found.setdefault(row.customer_id, []).append(
            IdRead(
                kind=row.kind,
                value=_told(vault, row.kind, row.value, row.sealed),
                given=not row.claimed,
                shared=row.shared,
                since=row.created_at,
            )
        )
    return found


async def why_not(
    session: AsyncSession, corp_id: int, pairs: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], str | None]:
    """Why these two cannot be made one person; None where they can."""
    ids = sorted({one for pair in pairs for one in pair})
    rows = await session.execute(_BARS, {"corp_id": corp_id, "ids": ids})
    told = {row.id: row for row in rows}

    def of(one: int, other: int) -> str | None:
        two = [told[one], told[other]]
        if any(row.erased for row in two):
            return "being_erased"
        if all(row.related for row in two):
            return "both_related"
        return "both_external" if all(row.external for row in two) else None

    return {pair: of(*pair) for pair in pairs}


async def ids_of(session: AsyncSession, vault: Vault, corp_id: int, customer_id: int) -> PersonIds:
    """All that somebody is recognised by, and who he was merged of. Raises UnknownCustomerError."""
    now = (await customers.current_ids(session, corp_id, [customer_id]))[customer_id]
    await customers.demand_known(session, corp_id, now)
    parts = await customers.parts_of(session, corp_id, now)
    ids = (await ids_by_person(session, vault, corp_id, [now])).get(now, [])
    asked = {"corp_id": corp_id, "ids": parts, "customer_id": now}
    merges = [
        MergeRead(**dict(row._mapping), moved=await moving.rows_of(session, corp_id, row.id))  # noqa: SLF001 - its public name
        for row in await session.execute(_MERGES, asked)
    ]
    devices = sum(1 for one in ids if one.kind == "device")
    return PersonIds(
        customer_id=now,
        ids=ids,
        more=max(0, await _count_devices(session, corp_id, now) - devices),
        merges=merges,
        conflicts=await session.scalar(_OPEN, {"corp_id": corp_id, "customer_id": now}) or 0,
    )


_DEVICES = text(
    "select count(*) from customer_identities"
    " where corp_id = :corp_id and customer_id = :customer_id and kind = 'device'"
)


async def _count_devices(session: AsyncSession, corp_id: int, customer_id: int) -> int:
    asked = {"corp_id": corp_id, "customer_id": customer_id}
    return await session.scalar(_DEVICES, asked) or 0
