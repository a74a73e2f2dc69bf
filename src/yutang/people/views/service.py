"""Keep, change and order views; everybody sees the shared ones and his own."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access import service as access
from yutang.kernel.access.errors import ForbiddenError
from yutang.kernel.access.schemas import Principal

from .errors import (
    SharedViewError,
    TakenNameError,
    TooManyViewsError,
    UnknownViewError,
    ViewChangedError,
)
from .models import SavedView
from .repository import ViewRepository
from .schemas import NewView, ViewChange, ViewFacts, ViewList, ViewOrder, ViewRead

MOST = 40
SHARING = "customers.bulk"
"""Who may act on all customers may also decide what everybody finds above their list."""
STARTERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("recent", {"recent": "7"}),
    ("half", {"state": "half"}),
    ("untagged", {"state": "friend", "untagged": "1"}),
    ("silent", {"silent": "1"}),
    ("lost", {"state": "lost"}),
)


async def list_views(session: AsyncSession, principal: Principal, name: str) -> ViewList:
    """What the person sees; the first who looks finds some to start with."""
    views = ViewRepository(session, principal.corp_id)
    if await views.start(name):
        for position, (starter, filters) in enumerate(STARTERS, start=1):
            await views.add(
                page=name,
                name=f"starter:{starter}",
                owner_id=None,
                filters=filters,
                columns=[],
                sort="",
                position=position,
                created_by="system",
            )
    rows = await views.visible(name, principal.user_id)
    return ViewList(items=[_read(row, principal) for row in rows], limit=MOST)


async def add_view(session: AsyncSession, principal: Principal, new: NewView) -> ViewRead:
    """Keep one, last in the row.

    Raises SharedViewError, TakenNameError, TooManyViewsError.
    """
    if new.is_shared:
        _demand_sharing(principal)
    views = ViewRepository(session, principal.corp_id)
    rows = await views.visible(new.page, principal.user_id)
    if len(rows) >= MOST:
        raise TooManyViewsError(MOST)
    if any(row.name == new.name for row in rows):
        raise TakenNameError(new.name)
    view = await views.add(
        page=new.page,
        name=new.name,
        owner_id=None if new.is_shared else principal.user_id,
        filters=dict(new.filters),
        columns=list(new.columns),
        sort=new.sort,
        position=await views.last_position(new.page) + 1,
        is_default=new.is_default,
        created_by=principal.actor,
    )
    if view.is_default:
        await views.no_default(view.page, view.owner_id, view.id)
    await _record(session, principal, view, "views.added")
    return _read(view, principal)


async def change_view(
    session: AsyncSession, principal: Principal, view_id: int, change: ViewChange, now: datetime
) -> ViewRead:
    """Raises UnknownViewError, SharedViewError, ViewChangedError, TakenNameError."""
    views = ViewRepository(session, principal.corp_id)
    view = await _mine(views, principal, view_id)
    if change.is_shared:
        _demand_sharing(principal)
    if view.version != change.version:
        raise ViewChangedError(change.version, view.version)
    rows = await views.visible(view.page, principal.user_id)
    if any(row.name == change.name and row.id != view_id for row in rows):
        raise TakenNameError(change.name)
    _write(view, change, principal)
    view.version += 1
    view.updated_at = now
    await session.flush()
    if view.is_default:
        await views.no_default(view.page, view.owner_id, view.id)
    await _record(session, principal, view, "views.changed")
    return _read(view, principal)


def _write(view: SavedView, facts: ViewFacts, principal: Principal) -> None:
    view.name = facts.name
    view.owner_id = None if facts.is_shared else (view.owner_id or principal.user_id)
    view.filters = dict(facts.filters)
    view.columns = list(facts.columns)
    view.sort = facts.sort
    view.is_default = facts.is_default


async def delete_view(session: AsyncSession, principal: Principal, view_id: int) -> None:
    """Raises UnknownViewError, SharedViewError."""
    view = await _mine(ViewRepository(session, principal.corp_id), principal, view_id)
    await _record(session, principal, view, "views.deleted")
    await session.delete(view)


async def order_views(session: AsyncSession, principal: Principal, order: ViewOrder) -> None:
    """Put the named ones in this order, on the places they have now among themselves.

    Raises UnknownViewError, SharedViewError; then nothing has moved.
    """
    views = ViewRepository(session, principal.corp_id)
    rows = {row.id: row for row in await views.visible(order.page, principal.user_id)}
    chosen = []
    for view_id in order.ids:
        if view_id not in rows:
            raise UnknownViewError(view_id)
        chosen.append(rows[view_id])
    places = sorted((row.position, row.id) for row in chosen)
    for (position, _), view in zip(places, chosen, strict=True):
        if view.position != position and view.owner_id is None:
            _demand_sharing(principal)
        view.position = position


async def _mine(views: ViewRepository, principal: Principal, view_id: int) -> SavedView:
    view = await views.one(view_id, principal.user_id)
    if view is None:
        raise UnknownViewError(view_id)
    if view.owner_id is None:
        _demand_sharing(principal)
    return view


def _demand_sharing(principal: Principal) -> None:
    if not _may_share(principal):
        raise SharedViewError


def _may_share(principal: Principal) -> bool:
    try:
        access.demand(principal, SHARING)
    except ForbiddenError:
        return False
    return True


def _read(view: SavedView, principal: Principal) -> ViewRead:
    return ViewRead(
        id=view.id,
        name=view.name,
        filters=view.filters,
        columns=view.columns,
        sort=view.sort,
        is_shared=view.owner_id is None,
        is_default=view.is_default,
        may_edit=view.owner_id is not None or _may_share(principal),
        version=view.version,
        updated_at=view.updated_at,
    )


async def _record(
    session: AsyncSession, principal: Principal, view: SavedView, action: str
) -> None:
    if view.owner_id is not None:
        # One's own tabs are nobody else's business.
        return
    await audit.record(
        session,
        principal.corp_id,
        actor=principal.actor,
        action=action,
        target=f"view:{view.id}",
        after={"page": view.page, "name": view.name, "conditions": sorted(view.filters)},
    )
