"""Targets over HTTP."""

from datetime import date

from fastapi import APIRouter, Depends

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    HolderKind,
    NewTargets,
    RulesWish,
    TargetBoard,
    TargetRulesRead,
    TargetsSet,
)

router = APIRouter(prefix="/targets", tags=["targets"], dependencies=[Depends(needs("adds.read"))])
WRITES = [Depends(needs("targets.write"))]


@router.get("")
async def read_targets(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    kind: HolderKind | None = None,
    on: date | None = None,
) -> TargetBoard:
    """Targets whose period holds the day (default: the corp's today), the furthest first.

    Who sets no targets sees those who are behind their pace as a number only.
    """
    return await service.read_board(
        runtime,
        session,
        principal.corp_id,
        kind,
        on,
        leads="targets.write" in principal.permissions,
        staff_id=principal.staff_id,
    )


@router.post("", status_code=201, dependencies=WRITES)
async def set_targets(
    body: NewTargets, principal: CurrentPrincipal, session: CorpSession
) -> TargetsSet:
    """Set targets of one period, all or none; one of the same days is replaced.

    422 `targets.unknown_holder` names whom it did not find; `targets.bad_span`.
    """
    count = await service.set_targets(session, principal.corp_id, body, principal.actor)
    return TargetsSet(count=count)


@router.put("/rules", dependencies=[Depends(needs("settings.write"))])
async def change_target_rules(
    body: RulesWish, principal: CurrentPrincipal, session: CorpSession
) -> TargetRulesRead:
    """Say when leaders and those who set targets are told each day."""
    return await service.change_rules(session, principal.corp_id, body, principal.actor)


@router.delete("/{target_id}", status_code=204, dependencies=WRITES)
async def delete_target(target_id: int, principal: CurrentPrincipal, session: CorpSession) -> None:
    """Take a target away. 404 `targets.unknown`."""
    await service.delete_target(session, principal.corp_id, target_id, principal.actor)
