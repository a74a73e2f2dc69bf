"""Targets over HTTP."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from yutang.kernel.findings import Language, SheetFindings
from yutang.kernel.sheets import receive
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    HolderKind,
    NewTargets,
    Period,
    RulesWish,
    TargetBoard,
    TargetRulesRead,
    TargetsSet,
)
from .sheets import KEPT

router = APIRouter(prefix="/targets", tags=["targets"], dependencies=[Depends(needs("adds.read"))])
WRITES = [Depends(needs("targets.write"))]
_FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


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


@router.get(
    "/template.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}}},
)
async def download_targets_template(lang: Language = "zh-CN") -> Response:
    """An empty sheet with every column that an import reads."""
    return Response(
        service.template(lang),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="targets-template.csv"'},
    )


def usual_period(
    first: date,
    last: date,
    kind: HolderKind = "staff",
    kept_days: Literal["0", "1", "7", "30"] = "0",
) -> Period:
    """What rows mean that do not say their own."""
    return Period(kind=kind, first=first, last=last, kept_days=KEPT[kept_days])


@router.post("/import", dependencies=WRITES, openapi_extra=_FILE)
async def import_targets(
    request: Request,
    principal: CurrentPrincipal,
    session: CorpSession,
    name: Annotated[str, Query(min_length=1, max_length=200)],
    usual: Annotated[Period, Depends(usual_period)],
    lang: Language = "zh-CN",
    *,
    write: bool = False,
) -> SheetFindings:
    """Send a CSV or Excel (.xlsx) file of at most 2,000 targets as the body.

    `kind`, `first`, `last` and `kept_days` are for rows that do not say their own. Without `write`
    nothing changes: what would, and what is wrong in which row. With it all rows are written or
    none: 422 `targets.rows`. 422 `targets.sheet`, 413 `targets.sheet_too_large`.
    """
    content = await receive(request.stream(), service.FORM)
    return await service.import_sheet(
        session, principal.corp_id, name, content, usual, principal.actor, lang, write=write
    )


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
