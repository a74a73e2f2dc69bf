"""Keep the register of touchpoints; tell its gaps and what came of each."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast, get_args

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.errors import UnknownChannelError
from yutang.act.gifts import service as gifts
from yutang.kernel import audit
from yutang.kernel.db import staff_in_scope
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff
from yutang.people.stores import service as stores

from .counting import Coded, costs_by_month, read_funnels, shared_ones, silent_since
from .errors import (
    BadTouchpointError,
    TooManyTouchpointsError,
    TouchpointChangedError,
    UnknownTouchpointError,
)
from .importing import import_sheet, template, told
from .models import Touchpoint
from .schemas import (
    SILENT_DAYS,
    TOUCHPOINTS,
    Funnel,
    Gap,
    GapCount,
    Kind,
    Named,
    NewTouchpoint,
    Owner,
    Standing,
    TouchpointChange,
    TouchpointList,
    TouchpointRead,
)
from .sheets import FORM

__all__ = (
    "FORM",
    "archive_touchpoint",
    "change_touchpoint",
    "costs_by_month",
    "create_touchpoint",
    "import_sheet",
    "list_touchpoints",
    "read_touchpoint",
    "template",
)

_STATES = text(
    "select id, name, state from channels where corp_id = :corp_id and id = any(:ids)"
    " and status not in ('deleting', 'deleted')"
)
_FIELDS = tuple(NewTouchpoint.model_fields)


async def list_touchpoints(
    session: AsyncSession,
    corp_id: int,
    now: datetime,
    *,
    query: str = "",
    kind: Kind | None = None,
    gap: Gap | None = None,
    standing: Standing = "now",
    silent_days: int = SILENT_DAYS,
) -> TouchpointList:
    """All that match, the newest first, with gaps and numbers."""
    statement = select(Touchpoint).where(Touchpoint.corp_id == corp_id)
    rows = (await session.scalars(statement.order_by(Touchpoint.id.desc()).limit(5_000))).all()
    wanted = [row for row in rows if (row.archived_at is None) == (standing == "now")]
    read = await _describe(session, corp_id, wanted, now, silent_days)
    counted = Counter(gap for one in read for gap in one.gaps)
    items = [
        one
        for one in read
        if query.lower() in f"{one.name}\n{one.place}\n{one.hook_text}".lower()
        and (kind is None or one.kind == kind)
        and (gap is None or gap in one.gaps)
    ]
    return TouchpointList(
        items=items,
        total=len(items),
        gaps=[GapCount(gap=one, touchpoints=counted[one]) for one in get_args(Gap)],
        silent_days=silent_days,
        as_of=now,
    )


async def read_touchpoint(
    session: AsyncSession, corp_id: int, touchpoint_id: int, now: datetime
) -> TouchpointRead:
    """One of them; raises UnknownTouchpointError."""
    await session.flush()
    row = await session.get(Touchpoint, (corp_id, touchpoint_id), populate_existing=True)
    if row is None:
        raise UnknownTouchpointError(touchpoint_id)
    return (await _describe(session, corp_id, [row], now, SILENT_DAYS))[0]


async def create_touchpoint(
    session: AsyncSession, corp_id: int, new: NewTouchpoint, actor: str
) -> int:
    """Put one into the register; its id. Raises BadTouchpointError, TooManyTouchpointsError."""
    await _check(session, corp_id, new)
    living = await session.scalar(
        select(func.count()).where(Touchpoint.corp_id == corp_id, Touchpoint.archived_at.is_(None))
    )
    if (living or 0) >= TOUCHPOINTS:
        raise TooManyTouchpointsError(TOUCHPOINTS)
    row = Touchpoint(corp_id=corp_id, created_by=actor, **new.model_dump())
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="touchpoint.created",
        target=f"touchpoint:{row.id}",
        after=new.model_dump(mode="json"),
    )
    return row.id


async def change_touchpoint(
    session: AsyncSession, corp_id: int, touchpoint_id: int, change: TouchpointChange, actor: str
) -> None:
    """Make it what the body says.

    Raises UnknownTouchpointError, TouchpointChangedError, BadTouchpointError.
    """
    row = await _locked(session, corp_id, touchpoint_id)
    if row.version != change.version:
        raise TouchpointChangedError(row.version, change.version)
    await _check(session, corp_id, change, row)
    before = {name: told(getattr(row, name)) for name in _FIELDS}
    for name in _FIELDS:
        setattr(row, name, getattr(change, name))
    row.version += 1
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="touchpoint.changed",
        target=f"touchpoint:{touchpoint_id}",
        before=before,
        after={name: told(getattr(row, name)) for name in _FIELDS},
    )


async def archive_touchpoint(
    session: AsyncSession,
    corp_id: int,
    touchpoint_id: int,
    actor: str,
    now: datetime,
    *,
    archived: bool,
) -> None:
    """Put it away, or take it out again; nothing of it is lost. Raises UnknownTouchpointError."""
    row = await _locked(session, corp_id, touchpoint_id)
    if (row.archived_at is not None) == archived:
        return
    row.archived_at = now if archived else None
    row.version += 1
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="touchpoint.archived" if archived else "touchpoint.restored",
        target=f"touchpoint:{touchpoint_id}",
    )


async def _locked(session: AsyncSession, corp_id: int, touchpoint_id: int) -> Touchpoint:
    row = await session.scalar(
        select(Touchpoint)
        .where(Touchpoint.corp_id == corp_id, Touchpoint.id == touchpoint_id)
        .with_for_update()
    )
    if row is None:
        raise UnknownTouchpointError(touchpoint_id)
    return row


async def _check(
    session: AsyncSession, corp_id: int, new: NewTouchpoint, row: Touchpoint | None = None
) -> None:
    """Raise BadTouchpointError. What it has already is in nobody's way."""
    if new.ends_on is not None and new.ends_on < new.starts_on:
        message = "the last day is before the first"
        raise BadTouchpointError(message)
    if (new.hook == "text") != bool(new.hook_text) or (new.hook == "gift") != (
        new.gift_id is not None
    ):
        message = "say what the customer gets: a text, or one of the gifts, or nothing"
        raise BadTouchpointError(message)
    changed = {name: getattr(row, name, None) != getattr(new, name) for name in _FIELDS}
    if new.channel_id is not None and changed["channel_id"]:
        try:
            _ = await acquisition.states_of(session, corp_id, [new.channel_id])
        except UnknownChannelError as error:
            raise BadTouchpointError(error.detail) from error
    known: dict[str, Any] = {
        "gift_id": gifts.names_of,
        "owner_id": staff.names_by_ids,
        "store_id": stores.names_by_ids,
    }
    for name, names in known.items():
        wanted = getattr(new, name)
        if wanted is not None and changed[name] and not await names(session, corp_id, [wanted]):
            message = f"there is no {name.removesuffix('_id')} {wanted} here; choose another"
            raise BadTouchpointError(message)


async def _describe(
    session: AsyncSession,
    corp_id: int,
    rows: Sequence[Touchpoint],
    now: datetime,
    silent_days: int,
) -> list[TouchpointRead]:
    zone = (await corps.describe(session, corp_id)).timezone
    ids = {row.channel_id for row in rows if row.channel_id is not None}
    states = {
        row.id: row.state
        for row in await session.execute(_STATES, {"corp_id": corp_id, "ids": list(ids)})
    }
    channels = await acquisition.channels_by_id(session, corp_id, ids)
    owners = {
        one.id: Owner(id=one.id, name=one.name, account=one.account, left=one.status == "left")
        for one in await staff.staff_by_ids(
            session, corp_id, {r.owner_id for r in rows if r.owner_id}
        )
    }
    gift_ids = {row.gift_id for row in rows if row.gift_id is not None}
    given = await gifts.names_of(session, corp_id, gift_ids)
    over = await gifts.over_among(session, corp_id, gift_ids, now)
    shops = await stores.names_by_ids(session, corp_id, {r.store_id for r in rows if r.store_id})
    shared = await _shared(session, corp_id, ids)
    coded = [
        Coded(row, states[row.channel_id])
        for row in rows
        if row.channel_id in states and row.id not in shared
    ]
    funnels = await read_funnels(session, corp_id, coded, now, zone)
    is_whole = staff_in_scope(session) is None
    found = []
    for row in rows:
        owner = owners.get(row.owner_id or 0)
        funnel = funnels.get(row.id)
        late = silent_since(row, silent_days, now, zone) and _is_silent(funnel, now, silent_days)
        gaps: dict[Gap, bool] = {
            "no_hook": row.hook == "none",
            "hook_over": row.gift_id in over,
            "no_code": row.channel_id not in states,
            "owner_gone": owner is None or owner.left,
            # Through whom else it came, who sees some members only is not told.
            "silent": funnel is not None and late and is_whole,
        }
        found.append(
            TouchpointRead(
                id=row.id,
                name=row.name,
                kind=cast("Kind", row.kind),
                place=row.place,
                store=_named(row.store_id, shops),
                hook=cast("Any", row.hook),
                hook_text=row.hook_text,
                gift=_named(row.gift_id, given),
                channel=channels.get(row.channel_id or 0),
                owner=owner,
                cost_once=row.cost_once,
                cost_monthly=row.cost_monthly,
                starts_on=row.starts_on,
                ends_on=row.ends_on,
                gaps=[gap for gap, is_there in gaps.items() if is_there],
                shared=row.id in shared,
                funnel=funnel,
                version=row.version,
                created_at=row.created_at,
                archived_at=row.archived_at,
            )
        )
    return found


def _named(id_: int | None, names: dict[int, str]) -> Named | None:
    return Named(id=id_, name=names[id_]) if id_ is not None and id_ in names else None


def _is_silent(funnel: Funnel | None, now: datetime, days: int) -> bool:
    last = funnel.last_add_at if funnel is not None else None
    return last is None or last < now - timedelta(days=days)


async def _shared(session: AsyncSession, corp_id: int, channel_ids: set[int]) -> set[int]:
    rows = await session.scalars(
        select(Touchpoint).where(
            Touchpoint.corp_id == corp_id,
            Touchpoint.channel_id.in_(channel_ids),
            Touchpoint.archived_at.is_(None),
        )
    )
    return shared_ones(rows.all())
