"""Stores over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel

from yutang.kernel.findings import SheetFindings
from yutang.kernel.sheets import receive
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    CityList,
    Language,
    NewStore,
    Question,
    State,
    StoreChange,
    StoreDetail,
    StorePage,
)

router = APIRouter(prefix="/stores", tags=["stores"], dependencies=[Depends(needs("stores.read"))])
WRITES = [Depends(needs("stores.write"))]
_FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_CSV = "text/csv; charset=utf-8"
_NUMBER = Query(max_length=40)


class Version(BaseModel):
    """Of the store as it was read."""

    version: int


def _question(
    q: Annotated[str, Query(max_length=60)] = "",
    city: Annotated[str, Query(max_length=30)] = "",
    state: State = "open",
) -> Question:
    return Question(q.strip(), city, state)


Asked = Annotated[Question, Depends(_question)]


@router.get("")
async def list_stores(
    principal: CurrentPrincipal,
    session: CorpSession,
    asked: Asked,
    after: Annotated[str, _NUMBER] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> StorePage:
    """Stores by number; `q` is the beginning of a number, a name or a city.

    Who sees some members only gets the stores in which one of them works.
    """
    return await service.list_stores(session, principal.corp_id, asked, after, limit)


@router.get("/cities")
async def list_cities(principal: CurrentPrincipal, session: CorpSession) -> CityList:
    """Cities that have stores, the most first."""
    return await service.list_cities(session, principal.corp_id)


@router.get("/template.csv")
async def download_template(lang: Language = "zh-CN") -> Response:
    """An empty sheet with every column that an import reads."""
    return _download(service.template(lang), "stores-template.csv")


@router.get("/export.csv")
async def export_stores(
    principal: CurrentPrincipal,
    session: CorpSession,
    asked: Asked,
    lang: Language = "zh-CN",
) -> Response:
    """All stores of the list in the columns of an import; on record."""
    content = await service.export_stores(session, principal.corp_id, asked, principal.actor, lang)
    return _download(content, "stores.csv")


@router.post("/import", dependencies=WRITES, openapi_extra=_FILE)
async def import_stores(
    request: Request,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    name: Annotated[str, Query(min_length=1, max_length=200)],
    lang: Language = "zh-CN",
    *,
    write: bool = False,
) -> SheetFindings:
    """Send a CSV or Excel (.xlsx) file of at most 10,000 stores as the body.

    Without `write` nothing changes: what would, and what is wrong in which row. With it all rows
    are written or none: 422 `stores.rows`. 422 `stores.sheet`, 413 `stores.sheet_too_large`.
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


@router.post("", status_code=201, dependencies=WRITES)
async def add_store(
    body: NewStore, principal: CurrentPrincipal, session: CorpSession
) -> StoreDetail:
    """Make a store.

    422 `stores.number_taken`, `stores.unknown_staff`, `stores.unknown_department`.
    """
    return await service.add_store(session, principal.corp_id, body, principal.actor)


@router.get("/{store_id}")
async def read_store(
    store_id: int, principal: CurrentPrincipal, session: CorpSession
) -> StoreDetail:
    """One store with who was named for it. 404 `stores.unknown`."""
    return await service.read_store(session, principal.corp_id, store_id)


@router.put("/{store_id}", dependencies=WRITES)
async def change_store(
    store_id: int, body: StoreChange, principal: CurrentPrincipal, session: CorpSession
) -> StoreDetail:
    """Make a store what the body says, its people included.

    404 `stores.unknown`; 409 `stores.changed_meanwhile`; 422 `stores.number_taken`,
    `stores.unknown_staff`, `stores.unknown_department`.
    """
    return await service.change_store(session, principal.corp_id, store_id, body, principal.actor)


@router.post("/{store_id}/close", dependencies=WRITES)
async def close_store(
    store_id: int,
    body: Version,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> StoreDetail:
    """It serves no more; its people keep their customers.

    404 `stores.unknown`; 409 `stores.changed_meanwhile`.
    """
    return await service.close_store(
        session, principal.corp_id, store_id, body.version, principal.actor, runtime.clock()
    )


@router.post("/{store_id}/reopen", dependencies=WRITES)
async def reopen_store(
    store_id: int, body: Version, principal: CurrentPrincipal, session: CorpSession
) -> StoreDetail:
    """It serves again. 404 `stores.unknown`; 409 `stores.changed_meanwhile`."""
    return await service.reopen_store(
        session, principal.corp_id, store_id, body.version, principal.actor
    )


def _download(content: bytes, name: str) -> Response:
    return Response(
        content,
        media_type=_CSV,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
