"""Exports of customers over HTTP: what a list is asked chooses them, so it stands above."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import FileResponse

from yutang.customer_questions import Question, as_filter
from yutang.kernel.access import service as access
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.exports import service as exports
from yutang.people.exports.schemas import ExportColumns, ExportPage, ExportRead, ExportWish

router = APIRouter(
    prefix="/exports", tags=["exports"], dependencies=[Depends(needs("customers.export"))]
)
_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@router.post("", status_code=202)
async def ask_for_export(
    body: ExportWish,
    asked: Question,
    request: Request,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> ExportRead:
    """Ask for a file of customers: those of `ids`, else all that the query's conditions find.

    The conditions are those of the list. Whole phone numbers need `customers.phones`; without
    `phones` they are masked. 422 `exports.column`.
    """
    if body.phones:
        access.demand(principal, "customers.phones")
    wanted = await as_filter(session, principal.corp_id, asked)
    export_id = await exports.ask(runtime, session, body, wanted, request.url.query, principal)
    return await exports.read_export(
        runtime, session, principal.corp_id, export_id, principal.actor
    )


@router.get("")
async def list_exports(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> ExportPage:
    """The register: every export that was ever asked for, newest first."""
    return await exports.list_exports(
        runtime, session, principal.corp_id, principal.actor, before, limit
    )


@router.get("/columns")
async def list_columns(principal: CurrentPrincipal, session: CorpSession) -> ExportColumns:
    """What a file can tell of a customer."""
    items = await exports.list_columns(session, principal.corp_id, principal.role)
    return ExportColumns(items=items)


@router.get("/{export_id}")
async def read_export(
    export_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ExportRead:
    """One entry with its progress. 404 `exports.unknown`."""
    return await exports.read_export(
        runtime, session, principal.corp_id, export_id, principal.actor
    )


@router.post("/{export_id}/stop", status_code=202)
async def stop_export(
    export_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ExportRead:
    """Write no further and keep nothing. 409 `exports.state`."""
    corp_id = principal.corp_id
    await exports.stop(runtime, session, corp_id, export_id, principal.actor)
    session.expire_all()
    return await exports.read_export(runtime, session, corp_id, export_id, principal.actor)


@router.get("/{export_id}/file", response_class=FileResponse)
async def fetch_export(
    export_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> FileResponse:
    """The file itself; each fetching is on record. 410 `exports.no_file` after 7 days."""
    path, name, phones = await exports.fetch(
        runtime, session, principal.corp_id, export_id, principal.actor
    )
    if name.endswith(".zip"):
        access.demand(principal, "privacy.erase")
    if phones:
        access.demand(principal, "customers.phones")
    return FileResponse(path, filename=name, media_type=_MEDIA[name.rsplit(".", 1)[-1]])
