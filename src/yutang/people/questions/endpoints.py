"""Question sets over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import NewSet, SetChange, SetList

router = APIRouter(prefix="/question-sets", tags=["question sets"])
WRITES = [Depends(needs("fields.write"))]


@router.get("", dependencies=[Depends(needs("customers.read"))])
async def list_sets(
    principal: CurrentPrincipal,
    session: CorpSession,
    archived: Annotated[bool, Query()] = False,  # noqa: FBT002 - a query parameter
) -> SetList:
    """Question sets in their order; `archived` adds those that are offered no longer."""
    items = await service.list_sets(session, principal.corp_id, principal.role, archived=archived)
    return SetList(items=items, limit=service.SETS)


@router.post("", status_code=201, dependencies=WRITES)
async def add_set(new: NewSet, principal: CurrentPrincipal, session: CorpSession) -> SetList:
    """Make a set; the answer is the whole list.

    409 `questions.name_taken`, `questions.too_many`, 422 `questions.bad_set`.
    """
    await service.add_set(session, principal.corp_id, new, principal.actor)
    return await list_sets(principal, session)


@router.put("/{set_id}", dependencies=WRITES)
async def change_set(
    set_id: int,
    change: SetChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> SetList:
    """Change a set: other questions make a new version, and old answers stay readable.

    404 `questions.unknown`, 409 `questions.changed_meanwhile`, `questions.name_taken`,
    422 `questions.bad_set`.
    """
    await service.change_set(
        session, principal.corp_id, set_id, change, principal.actor, runtime.clock()
    )
    return await list_sets(principal, session)


@router.post("/{set_id}/archive", dependencies=WRITES)
async def archive_set(
    set_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> SetList:
    """Offer a set no longer. 404 `questions.unknown`."""
    await service.archive_set(session, principal.corp_id, set_id, principal.actor, runtime.clock())
    return await list_sets(principal, session)
