"""Codes from a file over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from yutang.act.acquisition.service import CodeTemplate
from yutang.kernel.sheets import receive
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import BatchList, BatchRead, Kind, Language

router = APIRouter(
    prefix="/channel-batches", tags=["channels"], dependencies=[Depends(needs("channels.read"))]
)
_WRITES = [Depends(needs("channels.write"))]
_FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get("/template.csv", response_class=Response)
async def download_codes_template(lang: Language = "zh-CN") -> Response:
    """An empty table with every column that is read."""
    return _download(service.template(lang), "csv", "codes-template.csv")


@router.get("")
async def list_batches(principal: CurrentPrincipal, session: CorpSession) -> BatchList:
    """Files of codes, the newest first."""
    return await service.list_batches(session, principal.corp_id)


@router.post("", status_code=201, dependencies=_WRITES, openapi_extra=_FILE)
async def check_batch(
    request: Request,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    name: Annotated[str, Query(min_length=1, max_length=200)],
) -> BatchRead:
    """Send a CSV or Excel (.xlsx) file of at most 10,000 codes as the body; makes none yet.

    A code for each row: of the members in 员工账号 (Staff), or of all of the store in 门店编号
    (Store). Tells which rows become no code and why. 422 `codebatches.sheet`, 413
    `codebatches.sheet_too_large`.
    """
    content = await receive(request.stream(), service.FORM)
    batch_id = await service.check_file(
        session, principal.corp_id, name, content, principal.actor, runtime.clock()
    )
    return await service.read_batch(session, principal.corp_id, batch_id)


@router.get("/{batch_id}")
async def read_batch(batch_id: int, principal: CurrentPrincipal, session: CorpSession) -> BatchRead:
    """One file and how far it is. 404 `codebatches.unknown`."""
    return await service.read_batch(session, principal.corp_id, batch_id)


@router.post("/{batch_id}/make", dependencies=_WRITES)
async def make_batch(
    batch_id: int, body: CodeTemplate, principal: CurrentPrincipal, session: CorpSession
) -> BatchRead:
    """Make the codes of its right rows, or go on with a stopped one; it is `running` then.

    404 `codebatches.unknown`; 409 `codebatches.not_now`, `codebatches.nothing_to_make`,
    `codebatches.no_room` where WeCom would take fewer; 422 as for one code.
    """
    await service.begin(session, principal.corp_id, batch_id, body, principal.actor)
    await session.flush()
    return await service.read_batch(session, principal.corp_id, batch_id)


@router.post("/{batch_id}/stop", dependencies=_WRITES)
async def stop_batch(
    batch_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> BatchRead:
    """Make no more; what was made stays. 404 `codebatches.unknown`, 409 `codebatches.not_now`."""
    await service.stop(session, principal.corp_id, batch_id, principal.actor, runtime.clock())
    await session.flush()
    return await service.read_batch(session, principal.corp_id, batch_id)


@router.get("/{batch_id}/codes.{kind}", response_class=Response)
async def download_batch(
    batch_id: int,
    kind: Kind,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    lang: Language = "zh-CN",
) -> Response:
    """What came of each row with what its code holds (xlsx, csv), or its pictures (zip).

    404 `codebatches.unknown`; 409 `codebatches.too_many_pictures` above 2,000.
    """
    content = await service.write_file(runtime, principal.corp_id, batch_id, kind, lang)
    return _download(content, kind, f"codes-{batch_id}.{kind}")


def _download(content: bytes, kind: Kind, name: str) -> Response:
    return Response(
        content,
        media_type=service.MEDIA_TYPES[kind],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
