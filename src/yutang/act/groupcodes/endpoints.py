"""Group codes over HTTP."""

import asyncio
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Query, Response, UploadFile
from fastapi.responses import StreamingResponse

from yutang.act.acquisition import service as acquisition
from yutang.kernel import audit, files
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.corps import service as corps

from . import service
from .joins import Language
from .schemas import (
    CodeGroupPage,
    GroupCodeCreate,
    GroupCodePage,
    GroupCodeRead,
    GroupCodeStatistics,
    GroupCodeUpdate,
    GroupMove,
    GroupsAdded,
    GroupsToAdd,
    JoinPage,
    NewPicture,
    PictureList,
    Standing,
)

router = APIRouter(
    prefix="/group-codes", tags=["groupcodes"], dependencies=[Depends(needs("channels.read"))]
)
_WRITES = [Depends(needs("channels.write"))]
_PEOPLE = [Depends(needs("groups.read"))]


@router.get("")
async def list_codes(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    q: Annotated[str, Query(max_length=60)] = "",
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> GroupCodePage:
    """Group codes, newest first, with what is left in each; `q` is any part of a name."""
    address = runtime.settings.address
    return await service.list_codes(
        session,
        principal.corp_id,
        address,
        runtime.clock(),
        query=q.strip(),
        after=after,
        limit=limit,
    )


@router.post("", status_code=201, dependencies=_WRITES)
async def create_code(
    body: GroupCodeCreate,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GroupCodeRead:
    """Make a group code: its address works at once, its join way as soon as WeCom made it.

    422 `groupcodes.bad_sizes`, `groupcodes.next_name_needed`, `groupcodes.opener_needed`,
    `groupcodes.unknown_tag`, `groupcodes.unknown_fallback`, `groupcodes.unknown_groups`.
    """
    now = runtime.clock()
    code_id = await service.create(session, principal.corp_id, body, principal.actor, now)
    return await _read(session, principal, runtime, code_id)


async def _read(
    session: CorpSession, principal: CurrentPrincipal, runtime: CurrentRuntime, code_id: int
) -> GroupCodeRead:
    await session.flush()
    return await service.read_code(
        session, principal.corp_id, code_id, runtime.settings.address, runtime.clock()
    )


@router.get("/{code_id}")
async def read_code(
    code_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GroupCodeRead:
    """One group code; 404 `groupcodes.unknown`."""
    return await _read(session, principal, runtime, code_id)


@router.put("/{code_id}", dependencies=_WRITES)
async def update_code(
    code_id: int,
    body: GroupCodeUpdate,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GroupCodeRead:
    """Change a code; its prints stay valid. What WeCom holds is `updating` until it took it over.

    404 `groupcodes.unknown`; 409 `groupcodes.changed_meanwhile`; 422 as with a new one.
    """
    await service.change(session, principal.corp_id, code_id, body, principal.actor)
    return await _read(session, principal, runtime, code_id)


@router.post("/{code_id}/retry", dependencies=_WRITES)
async def retry_code(
    code_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GroupCodeRead:
    """Ask WeCom once more for what it refused. 409 `groupcodes.nothing_to_retry`."""
    await service.retry(session, principal.corp_id, code_id, principal.actor)
    return await _read(session, principal, runtime, code_id)


@router.delete("/{code_id}", status_code=204, dependencies=_WRITES)
async def delete_code(
    code_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Delete a code: its prints stop working; its groups, who came and their tags stay."""
    await service.delete(session, principal.corp_id, code_id, principal.actor, runtime.clock())


@router.get("/{code_id}/groups")
async def list_queue(
    code_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    standing: Standing | None = None,
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> CodeGroupPage:
    """A stretch of its queue, in the order in which groups are used; `next` goes into `after`."""
    return await service.list_queue(session, principal.corp_id, code_id, standing, after, limit)


@router.post("/{code_id}/groups", dependencies=_WRITES)
async def add_groups(
    code_id: int,
    body: GroupsToAdd,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GroupsAdded:
    """Put groups at the end of the queue: by id, or with `search` all that it finds, by name.

    At most 1,000 at once and 5,000 in a queue. 404 `groupcodes.unknown`; 422
    `groupcodes.unknown_groups`, `groupcodes.no_groups`, `groupcodes.too_many_groups`.
    """
    now = runtime.clock()
    added = await service.add_groups(
        session, principal.corp_id, code_id, body, principal.actor, now
    )
    return GroupsAdded(added=added)


@router.delete("/{code_id}/groups/{group_id}", status_code=204, dependencies=_WRITES)
async def take_out(
    code_id: int,
    group_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Take a group out of the queue. 404 `groupcodes.unknown`, `groupcodes.not_queued`."""
    now = runtime.clock()
    await service.take_out(session, principal.corp_id, code_id, group_id, principal.actor, now)


@router.post("/{code_id}/groups/{group_id}/move", status_code=204, dependencies=_WRITES)
async def move_group(
    code_id: int,
    group_id: int,
    body: GroupMove,
    principal: CurrentPrincipal,
    session: CorpSession,
) -> None:
    """Put a group before another one, or at the end.

    404 `groupcodes.unknown`, `groupcodes.not_queued`.
    """
    await service.move(session, principal.corp_id, code_id, group_id, body.before, principal.actor)


@router.get("/{code_id}/pictures")
async def list_pictures(
    code_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> PictureList:
    """Uploaded pictures of groups' own codes, in the order in which they are shown."""
    found = await service.list_pictures(session, principal.corp_id, code_id, runtime.clock())
    return PictureList(items=found)


@router.post("/{code_id}/pictures", status_code=201, dependencies=_WRITES)
async def add_picture(
    code_id: int,
    file: Annotated[UploadFile, File()],
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    expires_at: Annotated[datetime | None, Form()] = None,
    most: Annotated[int | None, Form(ge=1, le=500)] = None,
    group_id: Annotated[int | None, Form(ge=1)] = None,
) -> PictureList:
    """Upload a group's own code as WeCom draws it: shown where no group of the queue is open.

    It is read and drawn anew; it lasts seven days unless `expires_at` says less. After `most`
    persons who came (counted where `group_id` says whose it is, else by how often it was shown)
    the next picture takes its place. 404 `groupcodes.unknown`; 422
    `groupcodes.unreadable_picture`, `groupcodes.bad_expiry`, `groupcodes.unknown_groups`.
    """
    corp_id, now = principal.corp_id, runtime.clock()
    await service.find_living(session, corp_id, code_id)
    content = await file.read(files.IMAGE_BYTES + 1)
    held = await asyncio.to_thread(service.read_picture, content[: files.IMAGE_BYTES])
    new = NewPicture(held, expires_at, most, group_id)
    await service.add_picture(session, corp_id, code_id, new, principal.actor, now)
    return PictureList(items=await service.list_pictures(session, corp_id, code_id, now))


@router.delete("/{code_id}/pictures/{picture_id}", status_code=204, dependencies=_WRITES)
async def remove_picture(
    code_id: int,
    picture_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Show a picture no more. 404 `groupcodes.unknown`, `groupcodes.unknown_picture`."""
    now = runtime.clock()
    await service.remove_picture(
        session, principal.corp_id, code_id, picture_id, principal.actor, now
    )


@router.get("/{code_id}/statistics")
async def read_statistics(
    code_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    start: Annotated[date | None, Query(alias="from")] = None,
    stop: Annotated[date | None, Query(alias="to")] = None,
) -> GroupCodeStatistics:
    """Who came, left and stayed by day of the corp, both days included; at most 366.

    Of groups that the caller sees. 404 `groupcodes.unknown`; 422 `groupcodes.bad_span`.
    """
    return await service.read_statistics(
        session, principal.corp_id, code_id, runtime.clock(), start=start, stop=stop
    )


@router.get("/{code_id}/joins", dependencies=_PEOPLE)
async def list_joins(
    code_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    after: Annotated[str | None, Query(max_length=80)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> JoinPage:
    """Who came, newest first. 404 `groupcodes.unknown`; 422 `groupcodes.bad_span`."""
    return await service.list_joins(session, principal.corp_id, code_id, after, limit)


@router.get("/{code_id}/joins.csv", response_class=StreamingResponse, dependencies=_PEOPLE)
async def export_joins(
    code_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    language: Language = "zh-CN",
) -> StreamingResponse:
    """CSV of who came, each with his group, when he joined and left; on record."""
    corp_id = principal.corp_id
    await service.find_living(session, corp_id, code_id)
    await audit.record(
        session,
        corp_id,
        actor=principal.actor,
        action="group_code.exported",
        target=f"group_code:{code_id}",
    )
    return StreamingResponse(
        service.write_file(runtime, corp_id, principal.seer, code_id, language),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="yutang-group-code-{code_id}.csv"'},
    )


async def _link(session: CorpSession, runtime: CurrentRuntime, corp_id: int, code_id: int) -> str:
    code = await service.find_living(session, corp_id, code_id)
    return f"{runtime.settings.address}{service.PATH}{code.slug}"


@router.get(
    "/{code_id}/qr.png",
    response_class=Response,
    responses={200: {"content": {"image/png": {}}}},
)
async def read_qr_png(
    code_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    size: Annotated[int, Query(ge=100, le=4000)] = 600,
) -> Response:
    """The code's lasting address as PNG of at least `size` pixels a side, with logo."""
    content = await _link(session, runtime, principal.corp_id, code_id)
    return Response(acquisition.qr.draw_png(content, size), media_type="image/png")


@router.get(
    "/{code_id}/qr.svg",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {}}}},
)
async def read_qr_svg(
    code_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> Response:
    """The code's lasting address as SVG, for print."""
    content = await _link(session, runtime, principal.corp_id, code_id)
    return Response(acquisition.qr.draw_svg(content), media_type="image/svg+xml")


@router.get(
    "/{code_id}/sheet.{kind}",
    response_class=Response,
    responses={
        200: {"content": {"application/pdf": {}, "image/png": {}, "image/svg+xml": {}}},
    },
)
async def read_sheet(
    code_id: int,
    kind: acquisition.sheets.Kind,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    size: acquisition.sheets.Size = "table_card",
    title: Annotated[str, Query(max_length=20)] = "",
    caption: Annotated[str, Query(max_length=30)] = "",
) -> Response:
    """The code on a page for the print shop; sizes and words as with channel codes.

    404 `groupcodes.unknown`, 422 `channels.undrawable_text`.
    """
    async with runtime.database.corp(principal.corp_id) as session:
        content = await _link(session, runtime, principal.corp_id, code_id)
        corp = await corps.describe(session, principal.corp_id)
    words = acquisition.sheets.Words(title.strip(), caption.strip(), corp.name)
    # The subset of a Chinese font takes a second: longer than a transaction should last.
    drawn = await asyncio.to_thread(acquisition.sheets.draw, kind, size, content, words)
    return Response(drawn, media_type=acquisition.sheets.MEDIA_TYPES[kind])
