"""Touchpoints over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from yutang.kernel.findings import Language, SheetFindings
from yutang.kernel.sheets import receive
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    SILENT_DAYS,
    Gap,
    Kind,
    NewTouchpoint,
    Standing,
    TouchpointChange,
    TouchpointList,
    TouchpointRead,
)

router = APIRouter(
    prefix="/touchpoints", tags=["touchpoints"], dependencies=[Depends(needs("channels.read"))]
)
_WRITES = [Depends(needs("gifts.write"))]
_FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get("")
async def list_touchpoints(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    q: Annotated[str, Query(max_length=60)] = "",
    kind: Kind | None = None,
    gap: Gap | None = None,
    standing: Standing = "now",
    silent_days: Annotated[int, Query(ge=1, le=365)] = SILENT_DAYS,
) -> TouchpointList:
    """The register, the newest first, with gaps and what came of each.

    `silent` are those with a code and no add for `silent_days`.
    """
    return await service.list_touchpoints(
        session,
        principal.corp_id,
        runtime.clock(),
        query=q.strip(),
        kind=kind,
        gap=gap,
        standing=standing,
        silent_days=silent_days,
    )


@router.post("", status_code=201, dependencies=_WRITES)
async def create_touchpoint(
    body: NewTouchpoint, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> TouchpointRead:
    """Put one into the register. 409 `touchpoints.too_many`, 422 `touchpoints.bad`."""
    made = await service.create_touchpoint(session, principal.corp_id, body, principal.actor)
    return await service.read_touchpoint(session, principal.corp_id, made, runtime.clock())


@router.get(
    "/template.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}}},
)
async def download_touchpoints_template(lang: Language = "zh-CN") -> Response:
    """An empty sheet with every column that an import reads."""
    return Response(
        service.template(lang),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="touchpoints-template.csv"'},
    )


@router.post("/import", dependencies=_WRITES, openapi_extra=_FILE)
async def import_touchpoints(
    request: Request,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    name: Annotated[str, Query(min_length=1, max_length=200)],
    lang: Language = "zh-CN",
    *,
    write: bool = False,
) -> SheetFindings:
    """Send a CSV or Excel (.xlsx) file of at most 1,000 touchpoints as the body.

    Those that stand are found by their names. Without `write` nothing changes: what would, and what
    is wrong in which row. With it all rows are written or none: 422 `touchpoints.rows`, 409
    `touchpoints.too_many`. 422 `touchpoints.sheet`, 413 `touchpoints.sheet_too_large`.
    """
    content = await receive(request.stream(), service.FORM)
    return await service.import_sheet(
        session,
        principal.corp_id,
        name,
        content,
        principal.actor,
        runtime.clock(),
        lang,
        write=write,
    )


@router.get("/{touchpoint_id}")
async def read_touchpoint(
    touchpoint_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> TouchpointRead:
    """One of them. 404 `touchpoints.unknown`."""
    return await service.read_touchpoint(session, principal.corp_id, touchpoint_id, runtime.clock())


@router.put("/{touchpoint_id}", dependencies=_WRITES)
async def change_touchpoint(
    touchpoint_id: int,
    body: TouchpointChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> TouchpointRead:
    """Change one.

    404 `touchpoints.unknown`, 409 `touchpoints.changed_meanwhile`, 422 `touchpoints.bad`.
    """
    corp_id = principal.corp_id
    await service.change_touchpoint(session, corp_id, touchpoint_id, body, principal.actor)
    return await service.read_touchpoint(session, corp_id, touchpoint_id, runtime.clock())


@router.post("/{touchpoint_id}/archive", dependencies=_WRITES)
async def archive_touchpoint(
    touchpoint_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> TouchpointRead:
    """Put it away; its numbers stay. 404 `touchpoints.unknown`."""
    return await _archive(touchpoint_id, principal, session, runtime, archived=True)


@router.post("/{touchpoint_id}/restore", dependencies=_WRITES)
async def restore_touchpoint(
    touchpoint_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> TouchpointRead:
    """Take it out again. 404 `touchpoints.unknown`."""
    return await _archive(touchpoint_id, principal, session, runtime, archived=False)


async def _archive(
    touchpoint_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    *,
    archived: bool,
) -> TouchpointRead:
    now = runtime.clock()
    await service.archive_touchpoint(
        session, principal.corp_id, touchpoint_id, principal.actor, now, archived=archived
    )
    return await service.read_touchpoint(session, principal.corp_id, touchpoint_id, now)
