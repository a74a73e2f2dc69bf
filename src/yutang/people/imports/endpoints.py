"""Imports over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import StreamingResponse

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import Holds, ImportPage, ImportRead, Mapping, RowErrors, TargetList
from .wording import Language

router = APIRouter(
    prefix="/imports", tags=["imports"], dependencies=[Depends(needs("customers.import"))]
)
_FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.post("", status_code=201, openapi_extra=_FILE)
async def upload(
    request: Request,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    name: Annotated[str, Query(min_length=1, max_length=200)],
    content_length: Annotated[int | None, Header()] = None,
) -> ImportRead:
    """Send a CSV, Excel (.xlsx) or Parquet file as the body; its kind is read from its content.

    Nothing is written but the file: go on with its columns and a check. 413 `imports.too_large`,
    507 `imports.no_room`, 422 `imports.unreadable`, `imports.empty`.
    """
    corp_id = principal.corp_id
    token, size = await service.receive(runtime, corp_id, request.stream(), content_length)
    import_id = await service.start_upload(runtime, corp_id, name, token, size, principal.actor)
    async with runtime.database.corp(corp_id) as session:
        return await service.read_import(runtime, session, corp_id, import_id)


@router.get("")
async def list_imports(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> ImportPage:
    """Imports, newest first."""
    return await service.list_imports(runtime, session, principal.corp_id, before, limit)


@router.get("/targets")
async def list_targets(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    subject: Holds = "members",
) -> TargetList:
    """What a column can become, of customers, of orders or of events.

    Of events any further column can become `prop:<name>`; `kinds` are what may have happened.
    """
    corp_id = principal.corp_id
    items = await service.list_targets(session, corp_id, principal.role, subject)
    found = await service.list_kinds(runtime, session, corp_id) if subject == "events" else []
    return TargetList(items=items, kinds=found)


@router.get("/{import_id}")
async def read_import(
    import_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ImportRead:
    """One import with its progress; where nothing was chosen yet, what such columns meant last."""
    return await service.read_import(runtime, session, principal.corp_id, import_id)


@router.post("/{import_id}/check", status_code=202)
async def check(
    import_id: int,
    body: Mapping,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> ImportRead:
    """Ask for a dry run: it reads every row and changes nothing.

    422 `imports.mapping`, `imports.consent` (phone numbers without source, purpose and date), 409
    `imports.state`, 410 `imports.gone`.
    """
    corp_id = principal.corp_id
    await service.ask_for_check(
        runtime, session, corp_id, import_id, body, principal.actor, principal.role
    )
    session.expire_all()
    return await service.read_import(runtime, session, corp_id, import_id)


@router.post("/{import_id}/run", status_code=202)
async def run(
    import_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ImportRead:
    """Take what a checked file holds in; one that stopped half-way goes on where it stands."""
    await service.ask_for_run(session, principal.corp_id, import_id, principal.actor)
    session.expire_all()
    return await service.read_import(runtime, session, principal.corp_id, import_id)


@router.post("/{import_id}/stop", status_code=202)
async def stop(
    import_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ImportRead:
    """Stop after the rows under way; those that are in stay in, and it can go on later."""
    await service.stop(runtime, session, principal.corp_id, import_id, principal.actor)
    session.expire_all()
    return await service.read_import(runtime, session, principal.corp_id, import_id)


@router.get("/{import_id}/errors")
async def list_errors(
    import_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    lang: Language = "zh-CN",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> RowErrors:
    """The first things that are wrong, each with row, column and what to do."""
    return await service.list_errors(session, principal.corp_id, import_id, lang, limit)


@router.get("/{import_id}/errors.csv")
async def download_errors(
    import_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    lang: Language = "zh-CN",
) -> StreamingResponse:
    """All of them as a CSV that Excel opens."""
    await service.read_import(runtime, session, principal.corp_id, import_id)
    return StreamingResponse(
        service.stream_errors(runtime, principal.corp_id, import_id, lang),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="import-{import_id}-errors.csv"'},
    )
