"""Identity conflicts, what a person is recognised by, merges and their undoing, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.customers import service as customers

from . import service
from .schemas import (
    ConflictDecision,
    ConflictPage,
    ConflictRead,
    DecisionUndo,
    MergeWish,
    Moved,
    PersonIds,
    State,
    UnmergeWish,
)

router = APIRouter(tags=["persons"], dependencies=[Depends(needs("customers.read"))])
WRITES = [Depends(needs("customers.write"))]


class OpenPhones(BaseModel):
    """The numbers of both sides of a conflict in full."""

    claimant: list[str]
    holder: list[str]


@router.get("/identity-conflicts")
async def list_conflicts(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    state: Annotated[list[State] | None, Query()] = None,
    customer: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    after: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> ConflictPage:
    """Ids that a message claims for one person and that are another's, the newest first.

    Without `state` the open ones. Who does not see both people does not see the conflict. 422
    `persons.bad_cursor`.
    """
    return await service.list_conflicts(
        session, runtime.vault, principal.corp_id, state or ["open"], after, limit, customer
    )


@router.get("/identity-conflicts/{conflict_id}")
async def read_conflict(
    conflict_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ConflictRead:
    """One of them, with both people. 404 `persons.unknown_conflict`."""
    return await service.read_conflict(session, runtime.vault, principal.corp_id, conflict_id)


@router.post(
    "/identity-conflicts/{conflict_id}/phones", dependencies=[Depends(needs("customers.phones"))]
)
async def open_conflict_phones(
    conflict_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> OpenPhones:
    """The phone numbers of both in full; that they were opened is audited, for each of them.

    404 `persons.unknown_conflict`.
    """
    corp_id, vault = principal.corp_id, runtime.vault
    read = await service.read_conflict(session, vault, corp_id, conflict_id)
    found = [
        await customers.open_phones(session, vault, corp_id, one.id, principal.actor)
        if one.state != "gone"
        else []
        for one in (read.claimant, read.holder)
    ]
    return OpenPhones(claimant=found[0], holder=found[1])


@router.post("/identity-conflicts/{conflict_id}/decision", dependencies=WRITES)
async def decide_conflict(
    conflict_id: int,
    decision: ConflictDecision,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> ConflictRead:
    """Say whose the id is, that both share it, or that the two are one person.

    `claimed`: the claimant's; `stays`: the holder's; `shared`: both have it and it ties nobody any
    more; `merged`: one person. It is kept to for good: the same message decides nothing again. 404
    `persons.unknown_conflict`, 409 `persons.conflict_ended`, `persons.not_mergeable`.
    """
    corp_id = principal.corp_id
    # Whom he does not see he does not decide about.
    await service.read_conflict(session, runtime.vault, corp_id, conflict_id)
    await service.decide(
        runtime, corp_id, conflict_id, decision.verdict, decision.why, principal.actor
    )
    async with runtime.database.owner() as owner:
        return await service.read_conflict(owner, runtime.vault, corp_id, conflict_id)


@router.post("/identity-conflicts/{conflict_id}/decision/undo", dependencies=WRITES)
async def undo_conflict_decision(
    conflict_id: int,
    wish: DecisionUndo,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> ConflictRead:
    """Take a decision back: what it moved goes back, and the conflict is open again.

    A decision that it had overruled about the same id holds again. Where nothing contradicts any
    more, the conflict is gone instead. 404 `persons.unknown_conflict`, 409 `persons.not_decided`,
    `persons.decided_merge`: a merge is undone where it is, POST
    /customers/{customer_id}/merges/{merge_id}/undo.
    """
    corp_id = principal.corp_id
    # Whom he does not see he does not decide about.
    await service.read_conflict(session, runtime.vault, corp_id, conflict_id)
    await service.undecide(runtime, corp_id, conflict_id, wish.why, principal.actor)
    async with runtime.database.owner() as owner:
        return await service.read_conflict(owner, runtime.vault, corp_id, conflict_id)


@router.get("/customers/{customer_id}/ids")
async def read_ids(
    customer_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> PersonIds:
    """What a customer is recognised by, phones masked, and who was merged into him.

    Who was merged away is answered by who he is now (`customer_id`). Numbers in full: POST
    /customers/{customer_id}/phone. 404 `customers.unknown`.
    """
    return await service.ids_of(session, runtime.vault, principal.corp_id, customer_id)


@router.post("/customers/{customer_id}/merges", dependencies=WRITES)
async def merge_customer(
    customer_id: int,
    wish: MergeWish,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> Moved:
    """Make another one (`from_id`) a part of this customer; `dry_run` only tells what would move.

    Who has relations in WeCom is the one that stays, whichever was named first: see `customer_id`
    of the answer. 404 `customers.unknown`, 422 `persons.same`, 409 `persons.not_mergeable`.
    """
    corp_id = principal.corp_id
    now = await service.current(session, corp_id, [customer_id, wish.from_id])
    for one in now.values():
        await customers.demand_known(session, corp_id, one)
    return await service.merge(
        runtime,
        corp_id,
        customer_id,
        wish.from_id,
        wish.why,
        principal.actor,
        dry_run=wish.dry_run,
    )


@router.post("/customers/{customer_id}/merges/{merge_id}/undo", dependencies=WRITES)
async def unmerge_customer(
    customer_id: int,
    merge_id: int,
    wish: UnmergeWish,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> Moved:
    """Make two again of who was made one; `dry_run` only tells what would go back.

    All that moved goes back, and what tied them does not tie them again. 404 `customers.unknown`,
    `persons.unknown_merge`, 409 `persons.merged_on` where a later merge stands on it.
    """
    corp_id = principal.corp_id
    now = await service.current(session, corp_id, [customer_id])
    await customers.demand_known(session, corp_id, now[customer_id])
    return await service.unmerge(
        runtime,
        corp_id,
        customer_id,
        merge_id,
        wish.why,
        principal.actor,
        dry_run=wish.dry_run,
    )
