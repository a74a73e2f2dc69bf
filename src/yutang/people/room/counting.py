"""Count anew: members' lists, the corp's customers and tags, its codes and links in WeCom."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.readers import Reader, Recorded
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers.events import (
    RelationAdded,
    RelationEnded,
    RelationHalfAdded,
    RelationHandedOver,
)
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.client import WeCom
from yutang.wecom.errors import RefusedError

from . import repository
from .jobs import RoomKind

MEMBERS_AT_ONCE: Final = 200
CUSTOMERS_AT_ONCE: Final = 100_000
_SINCE: Final = 1_625_846_400
"""2021-07-10: WeCom lists no older contact way."""
MOVES: Final = frozenset(
    one.kind for one in (RelationAdded, RelationEnded, RelationHalfAdded, RelationHandedOver)
)
"""Events after which a member's list is longer or shorter."""


async def recount_moved(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Count the lists of those anew whose customers came or went.

    Counted, not added up: whatever order events come in, the number is that of the relations.
    """
    moved: dict[int, set[int]] = {}
    for event in events:
        told = {event.props.get(name) for name in ("staff_id", "from_staff_id", "to_staff_id")}
        moved.setdefault(event.corp_id, set()).update(one for one in told if isinstance(one, int))
    for corp_id in sorted(moved):
        await _count_loads(session, corp_id, sorted(moved[corp_id]), None)


# A member's whole list is counted: once for all who came to him within some seconds.
LOADS = Reader("room.loads", MOVES, recount_moved, gather_seconds=3.0)


async def _count_loads(
    session: AsyncSession, corp_id: int, staff_ids: Sequence[int], now: datetime | None
) -> None:
    await session.execute(
        repository.COUNT_LOADS, {"corp_id": corp_id, "staff": list(staff_ids), "now": now}
    )


async def count_loads(runtime: Runtime, corp_id: int) -> int:
    """Count the list of every member anew, chunk by chunk; returns how many members."""
    after, counted = 0, 0
    while True:
        async with runtime.database.owner() as session:
            ids = list(
                await session.scalars(
                    repository.MEMBERS,
                    {"corp_id": corp_id, "after": after, "limit": MEMBERS_AT_ONCE},
                )
            )
            if not ids:
                return counted
            await _count_loads(session, corp_id, ids, runtime.clock())
        after, counted = ids[-1], counted + len(ids)


async def count_room(runtime: Runtime, corp_id: int, kinds: Sequence[RoomKind]) -> None:
    """Count these ceilings anew; what WeCom refuses keeps its last number and the reason.

    Raises NoQuotaError, and what is no refusal.
    """
    if "customers" in kinds:
        await _keep(runtime, corp_id, "customers", await _friends(runtime, corp_id))
    if "tags" in kinds:
        async with runtime.database.owner() as session:
            tags = await session.scalar(repository.TAGS, {"corp_id": corp_id})
        await _keep(runtime, corp_id, "tags", int(tags or 0))
    if {"codes", "links"} & set(kinds):
        client = await corps.connect(runtime, corp_id, urgency=Urgency.BULK)
        if "codes" in kinds:
            await _read_codes(runtime, corp_id, client)
        if "links" in kinds:
            await _read_links(runtime, corp_id, client)


async def _friends(runtime: Runtime, corp_id: int) -> int:
    """Persons who are friends of at least one member, chunk by chunk of ids."""
    async with runtime.database.owner() as session:
        upto = int(await session.scalar(repository.KNOWN, {"corp_id": corp_id}) or 0)
    friends = 0
    for after in range(0, upto, CUSTOMERS_AT_ONCE):
        async with runtime.database.owner() as session:
            found = await session.scalar(
                repository.COUNT_FRIENDS,
                {"corp_id": corp_id, "after": after, "upto": after + CUSTOMERS_AT_ONCE},
            )
        friends += int(found or 0)
    return friends


async def _read_codes(runtime: Runtime, corp_id: int, client: WeCom) -> None:
    """Contact ways as WeCom lists them; it has no list of join ways."""
    ways = 0
    try:
        async for _ in client.contact_ways.config_ids(_SINCE, int(runtime.clock().timestamp())):
            ways += 1
    except NoQuotaError:
        raise
    except RefusedError as error:
        await _keep(runtime, corp_id, "codes", None, reason=_reason(error))
        return
    await _keep(runtime, corp_id, "codes", ways)


async def _read_links(runtime: Runtime, corp_id: int, client: WeCom) -> None:
    try:
        quota = await client.acquisition_links.quota()
    except NoQuotaError:
        raise
    except RefusedError as error:
        await _keep(runtime, corp_id, "links", None, reason=_reason(error))
        return
    async with runtime.database.owner() as session:
        former = (await session.execute(repository.LINKS, {"corp_id": corp_id})).one_or_none()
    had = quota.balance
    if former is not None and former.left is not None and had <= former.left:
        # Nothing was bought since: the share is of what there was to begin with.
        had = max(had, int(former.detail.get("had", 0)))
    detail = {
        "had": had,
        "parts": [
            {"left": part.balance, "ends": part.expire_date}
            for part in sorted(quota.quota_list, key=lambda part: part.expire_date)
            if part.balance
        ],
    }
    await _keep(runtime, corp_id, "links", quota.total, left=quota.balance, detail=detail)


def _reason(error: RefusedError) -> str:
    return f"{error.errcode}: {error.errmsg}"[:200]


async def _keep(
    runtime: Runtime,
    corp_id: int,
    kind: RoomKind,
    used: int | None,
    *,
    left: int | None = None,
    detail: dict[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    async with runtime.database.owner() as session:
        await session.execute(
            repository.KEEP,
            {
                "corp_id": corp_id,
                "kind": kind,
                "used": used,
                "left": left,
                "detail": json.dumps(detail or {}),
                "reason": reason,
                "now": runtime.clock(),
            },
        )
