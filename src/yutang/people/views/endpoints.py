"""Saved views over HTTP."""

from fastapi import APIRouter, Depends, Response

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import NewView, PageName, ViewChange, ViewList, ViewOrder, ViewRead

router = APIRouter(prefix="/views", tags=["views"], dependencies=[Depends(needs("customers.read"))])


@router.get("")
async def list_views(
    principal: CurrentPrincipal,
    session: CorpSession,
    page: PageName = "customers",
) -> ViewList:
    """Shared views of a list and the caller's own, in their order."""
    return await service.list_views(session, principal, page)


@router.post("", status_code=201)
async def add_view(body: NewView, principal: CurrentPrincipal, session: CorpSession) -> ViewRead:
    """Keep a view. 403 `views.shared`; 422 `views.too_many`, `views.name_taken`."""
    return await service.add_view(session, principal, body)


@router.put("/{view_id}")
async def change_view(
    view_id: int,
    body: ViewChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> ViewRead:
    """Change a view.

    404 `views.unknown`; 403 `views.shared`; 409 `views.changed_meanwhile`; 422 `views.name_taken`.
    """
    return await service.change_view(session, principal, view_id, body, runtime.clock())


@router.delete("/{view_id}", status_code=204)
async def delete_view(view_id: int, principal: CurrentPrincipal, session: CorpSession) -> Response:
    """Forget a view; nobody's customers change. 404 `views.unknown`; 403 `views.shared`."""
    await service.delete_view(session, principal, view_id)
    return Response(status_code=204)


@router.post("/order", status_code=204)
async def order_views(
    body: ViewOrder, principal: CurrentPrincipal, session: CorpSession
) -> Response:
    """Move tabs. 404 `views.unknown`; 403 `views.shared`."""
    await service.order_views(session, principal, body)
    return Response(status_code=204)
