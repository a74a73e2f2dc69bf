"""Custom fields over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import FieldChange, FieldList, FieldOrder, FieldRead, NewField

router = APIRouter(prefix="/fields", tags=["fields"])
WRITES = [Depends(needs("fields.write"))]


@router.get("", dependencies=[Depends(needs("customers.read"))])
async def list_fields(
    principal: CurrentPrincipal,
    session: CorpSession,
    archived: Annotated[bool, Query()] = False,  # noqa: FBT002 - a query parameter
) -> FieldList:
    """Fields in their order that the reader's role sees; `archived` adds hidden ones, last."""
    items = await service.list_fields(session, principal.corp_id, principal.role, archived=archived)
    return FieldList(items=items, limit=service.FIELDS)


@router.post("", status_code=201, dependencies=WRITES)
async def add_field(new: NewField, principal: CurrentPrincipal, session: CorpSession) -> FieldRead:
    """Make a field; its kind and decimals stay for ever.

    409 `attributes.name_taken`, `attributes.too_many`, 422 `attributes.bad_field`.
    """
    return await service.add_field(session, principal.corp_id, new, principal.actor)


@router.put("/order", status_code=204, dependencies=WRITES)
async def order_fields(
    order: FieldOrder, principal: CurrentPrincipal, session: CorpSession
) -> None:
    """Give the living fields their order, each named once. 422 `attributes.bad_field`."""
    await service.order_fields(session, principal.corp_id, order.ids, principal.actor)


@router.put("/{field_id}", dependencies=WRITES)
async def change_field(
    field_id: int,
    change: FieldChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> FieldRead:
    """Change a field; values that stand there stay.

    404 `attributes.unknown`, 409 `attributes.changed_meanwhile`, `attributes.name_taken`,
    422 `attributes.bad_field`.
    """
    return await service.change_field(
        session, principal.corp_id, field_id, change, principal.actor, runtime.clock()
    )


@router.post("/{field_id}/archive", dependencies=WRITES)
async def archive_field(
    field_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> FieldRead:
    """Hide a field with its values; nothing is deleted. 404 `attributes.unknown`."""
    return await service.set_archived(
        session, principal.corp_id, field_id, principal.actor, runtime.clock(), archived=True
    )


@router.post("/{field_id}/restore", dependencies=WRITES)
async def restore_field(
    field_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> FieldRead:
    """Bring an archived field back with its values.

    404 `attributes.unknown`, 409 `attributes.name_taken`, `attributes.too_many`.
    """
    return await service.set_archived(
        session, principal.corp_id, field_id, principal.actor, runtime.clock(), archived=False
    )
