"""Sources and the stream over HTTP, for people."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    MappingTried,
    MappingTry,
    NewSource,
    Retried,
    SourceChange,
    SourceHours,
    SourceMade,
    SourceMapping,
    SourcePage,
    StreamMessage,
    StreamPage,
)

router = APIRouter(
    prefix="/sources", tags=["sources"], dependencies=[Depends(needs("settings.read"))]
)
_WRITES = [Depends(needs("settings.write"))]


@router.get("")
async def list_sources(principal: CurrentPrincipal, runtime: CurrentRuntime) -> SourcePage:
    """All sources with their health, and how much waits of all of them."""
    return await service.list_sources(runtime, principal.corp_id)


@router.post("", status_code=201, dependencies=_WRITES)
async def make_source(
    body: NewSource, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SourceMade:
    """Make a source. The answer holds its write key, or a webhook's secret, this once.

    409 `collect.name_taken`, `collect.too_many_sources`; 422 `collect.bad_origin`,
    `collect.no_origin`.
    """
    return await service.make_source(runtime, principal.corp_id, body, principal.actor)


@router.patch("/{source_id}", dependencies=_WRITES)
async def change_source(
    source_id: int, body: SourceChange, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SourceMade:
    """Rename, pause or go on, set origins and the limit; counts within two seconds.

    404 `collect.unknown_source`; 409 `collect.name_taken`; 422 `collect.bad_origin`,
    `collect.no_origin`.
    """
    return await service.change_source(runtime, principal.corp_id, source_id, body, principal.actor)


@router.delete("/{source_id}", status_code=204, dependencies=_WRITES)
async def delete_source(
    source_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """End a source and its keys at once; its events stay in the log.

    404 `collect.unknown_source`.
    """
    await service.delete_source(runtime, principal.corp_id, source_id, principal.actor)


@router.post("/{source_id}/rotation", dependencies=_WRITES)
async def rotate_source_key(
    source_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SourceMade:
    """Make another key; the former one is good for 24 hours. A webhook's secret changes at once.

    404 `collect.unknown_source`.
    """
    return await service.rotate_key(runtime, principal.corp_id, source_id, principal.actor)


@router.delete("/{source_id}/former-keys", dependencies=_WRITES)
async def end_former_keys(
    source_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SourceMade:
    """End now the keys that are good only for their last 24 hours. 404 `collect.unknown_source`."""
    return await service.end_old_keys(runtime, principal.corp_id, source_id, principal.actor)


@router.get("/{source_id}/hours")
async def read_source_hours(
    source_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SourceHours:
    """Events of the last 48 hours: taken, and refused by reason. 404 `collect.unknown_source`."""
    return await service.read_hours(runtime, principal.corp_id, source_id)


@router.put("/{source_id}/mapping", dependencies=_WRITES)
async def save_source_mapping(
    source_id: int, body: SourceMapping, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SourceMade:
    """Say what stands where in the body of a webhook.

    404 `collect.unknown_source`; 409 `collect.wrong_kind`; 422 `collect.bad_mapping`.
    """
    return await service.save_mapping(runtime, principal.corp_id, source_id, body, principal.actor)


@router.post("/mapping-tries", dependencies=_WRITES)
async def try_source_mapping(body: MappingTry, runtime: CurrentRuntime) -> MappingTried:
    """See what a mapping makes of an example, before it is saved; at most 20 events are shown.

    422 `collect.bad_mapping`, `collect.shape`.
    """
    return service.try_mapping(body.mapping, body.example, runtime.clock())


@router.post("/{source_id}/retry", dependencies=_WRITES)
async def retry_source_batches(
    source_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> Retried:
    """Handle once more what could not be handled. 404 `collect.unknown_source`."""
    return await service.retry_dead(runtime, principal.corp_id, source_id, principal.actor)


@router.get("/stream")
async def read_source_stream(
    principal: CurrentPrincipal,
    session: CorpSession,
    source_id: Annotated[int | None, Query(ge=1)] = None,
    kind: Annotated[str | None, Query(max_length=100)] = None,
    refused: Annotated[bool | None, Query()] = None,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> StreamPage:
    """What arrives, newest first: all that was refused with its reason, and some of the rest.

    Kept for three days. Values are shown by opening a row, to who may.
    """
    return await service.read_stream(
        session,
        principal.corp_id,
        source_id=source_id,
        kind=kind,
        is_refused=refused,
        before=before,
        limit=limit,
        may_open="callbacks.raw" in principal.permissions,
    )


@router.get("/stream/{row_id}/message", dependencies=[Depends(needs("callbacks.raw"))])
async def open_source_message(
    row_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> StreamMessage:
    """One message as it came, values included; opening it is audited.

    404 `collect.unknown_message`.
    """
    return await service.open_message(runtime, principal.corp_id, row_id, principal.actor)
