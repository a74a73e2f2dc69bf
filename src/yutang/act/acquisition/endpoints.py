"""Channel codes and adds over HTTP."""

import asyncio
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response, UploadFile

from yutang.act.greetings.schemas import UploadKind
from yutang.kernel import files
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.corps import service as corps
from yutang.people.welcomes.schemas import Outcome, WantedAdds

from . import making, qr, reading, replacing, service, sheets, writing
from .errors import NoQrYetError
from .schemas import (
    AddPage,
    ChannelCreate,
    ChannelPage,
    ChannelRead,
    ChannelStatistics,
    ChannelUpdate,
    FileRead,
    Kind,
    MemberCodes,
    MemberReplaced,
    MemberReplacement,
    Narrow,
    Status,
)

router = APIRouter()
_OUTCOMES: dict[Outcome, tuple[str, ...]] = {
    "due": ("due", "sending"),
    "sent": ("sent",),
    "late": ("late",),
    "impossible": ("impossible",),
    "failed": ("failed",),
}


def _narrow(
    q: Annotated[str, Query(max_length=60)] = "",
    status: Annotated[list[Status] | None, Query()] = None,
    kind: Annotated[list[Kind] | None, Query()] = None,
) -> Narrow:
    return Narrow(q.strip(), status or (), kind or ())


@router.get("/channels", tags=["channels"], dependencies=[Depends(needs("channels.read"))])
async def list_channels(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    narrow: Annotated[Narrow, Depends(_narrow)],
    after: Annotated[int | None, Query(ge=1)] = None,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> ChannelPage:
    """Channel codes, newest first, with their adds of the last 14 days.

    `q` is any part of a name, in any case; `status` and `kind` may stand several times.
    `next` goes into `after`, `previous` into `before`.
    """
    return await reading.list_channels(
        session,
        principal.corp_id,
        runtime.clock(),
        narrow=narrow,
        after=after,
        before=before,
        limit=limit,
    )


@router.post(
    "/channels",
    status_code=201,
    tags=["channels"],
    dependencies=[Depends(needs("channels.write"))],
)
async def create_channel(
    body: ChannelCreate, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ChannelRead:
    """Make a channel code.

    It is `creating` until WeCom made its contact way, then `active`; read it again to learn
    when. `failed` says why in `error`.
    """
    channel_id = await making.create_channel(session, principal.corp_id, body, principal.actor)
    return await reading.read_channel(session, principal.corp_id, channel_id, runtime.clock())


@router.get(
    "/channels/of-staff/{staff_id}",
    tags=["channels"],
    dependencies=[Depends(needs("channels.read"))],
)
async def list_codes_of_member(
    staff_id: int, principal: CurrentPrincipal, session: CorpSession
) -> MemberCodes:
    """Codes in whose list a member is. 404 `channels.unknown_member`."""
    return await replacing.codes_of(session, principal.corp_id, staff_id)


@router.post(
    "/channels/of-staff/{staff_id}/replace",
    tags=["channels"],
    dependencies=[Depends(needs("channels.write"))],
)
async def replace_member(
    staff_id: int, body: MemberReplacement, principal: CurrentPrincipal, session: CorpSession
) -> MemberReplaced:
    """Put others into codes in a member's place: of who left, or does something else now.

    All of them or none; prints stay valid. 404 `channels.unknown_member`, and `channels.unknown`
    for a code he is not in; 409 `channels.list_full`; 422 `channels.unknown_staff`.
    """
    changed = await replacing.replace_member(
        session, principal.corp_id, staff_id, body, principal.actor
    )
    return MemberReplaced(channel_ids=changed)


@router.get(
    "/channels/{channel_id}", tags=["channels"], dependencies=[Depends(needs("channels.read"))]
)
async def read_channel(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ChannelRead:
    """One channel code; 404 `channels.unknown`."""
    return await reading.read_channel(session, principal.corp_id, channel_id, runtime.clock())


@router.put(
    "/channels/{channel_id}", tags=["channels"], dependencies=[Depends(needs("channels.write"))]
)
async def update_channel(
    channel_id: int,
    body: ChannelUpdate,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> ChannelRead:
    """Change a code; its prints stay valid.

    Tags and welcome count at once. Staff, remark and the way of accepting are `updating` until
    WeCom took them over; `failed` with a `config_id` means it refused and goes on with the list
    before. 409 `channels.changed_meanwhile` where `version` is not the newest;
    409 `channels.of_another_kind` for a link or a page.
    """
    await writing.update_channel(session, principal.corp_id, channel_id, body, principal.actor)
    return await reading.read_channel(session, principal.corp_id, channel_id, runtime.clock())


@router.post(
    "/channels/{channel_id}/retry",
    tags=["channels"],
    dependencies=[Depends(needs("channels.write"))],
)
async def retry_channel(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ChannelRead:
    """Ask WeCom once more for a failed creation or change; 409 `channels.nothing_to_retry`."""
    await writing.retry_channel(session, principal.corp_id, channel_id, principal.actor)
    return await reading.read_channel(session, principal.corp_id, channel_id, runtime.clock())


@router.delete(
    "/channels/{channel_id}",
    status_code=204,
    tags=["channels"],
    dependencies=[Depends(needs("channels.write"))],
)
async def delete_channel(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession
) -> None:
    """Delete a code: its prints stop working, its customers and their tags stay."""
    await writing.delete_channel(session, principal.corp_id, channel_id, principal.actor)


@router.get(
    "/channels/{channel_id}/statistics",
    tags=["channels"],
    dependencies=[Depends(needs("channels.read"))],
)
async def read_statistics(
    channel_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    start: Annotated[date | None, Query(alias="from")] = None,
    stop: Annotated[date | None, Query(alias="to")] = None,
) -> ChannelStatistics:
    """What came of a code by day of the corp's zone, both days included.

    By default the 30 days to today, at most 366; 422 `channels.bad_span`.
    """
    return await reading.read_statistics(
        session, principal.corp_id, channel_id, runtime.clock(), start=start, stop=stop
    )


async def _qr_content(session: CorpSession, corp_id: int, channel_id: int) -> str:
    channel = await reading.find_channel(session, corp_id, channel_id)
    if channel.qr_content is None:
        raise NoQrYetError(channel.status)
    return channel.qr_content


@router.get(
    "/channels/{channel_id}/qr.png",
    tags=["channels"],
    dependencies=[Depends(needs("channels.read"))],
    response_class=Response,
    responses={200: {"content": {"image/png": {}}}},
)
async def read_qr_png(
    channel_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    size: Annotated[int, Query(ge=100, le=4000)] = 600,
) -> Response:
    """The code as PNG of at least `size` pixels a side, with logo; 409 while it is being made."""
    content = await _qr_content(session, principal.corp_id, channel_id)
    return Response(qr.draw_png(content, size), media_type="image/png")


@router.get(
    "/channels/{channel_id}/qr.svg",
    tags=["channels"],
    dependencies=[Depends(needs("channels.read"))],
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {}}}},
)
async def read_qr_svg(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession
) -> Response:
    """The code as SVG, for print; 409 while it is being made."""
    content = await _qr_content(session, principal.corp_id, channel_id)
    return Response(qr.draw_svg(content), media_type="image/svg+xml")


@router.get(
    "/channels/{channel_id}/sheet.{kind}",
    tags=["channels"],
    dependencies=[Depends(needs("channels.read"))],
    response_class=Response,
    responses={
        200: {"content": {"application/pdf": {}, "image/png": {}, "image/svg+xml": {}}},
    },
)
async def read_sheet(
    channel_id: int,
    kind: sheets.Kind,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    size: sheets.Size = "table_card",
    title: Annotated[str, Query(max_length=20)] = "",
    caption: Annotated[str, Query(max_length=30)] = "",
) -> Response:
    """The code on a page for the print shop, in millimetres of its true size.

    `badge` 86 × 54, `table_card` 100 × 150, `poster` A3, `stand` 800 × 1800. `title` (the shop)
    and `caption` (what to do) stand over the code, the company's name under it. 409 while the
    code is being made, 422 `channels.undrawable_text` for what the print's font lacks.
    """
    async with runtime.database.corp(principal.corp_id) as session:
        content = await _qr_content(session, principal.corp_id, channel_id)
        corp = await corps.describe(session, principal.corp_id)
    words = sheets.Words(title.strip(), caption.strip(), corp.name)
    # The subset of a Chinese font takes a second of pure computing: longer on a busy machine than
    # a transaction may last.
    drawn = await asyncio.to_thread(sheets.draw, kind, size, content, words)
    return Response(drawn, media_type=sheets.MEDIA_TYPES[kind])


@router.get("/adds", tags=["adds"], dependencies=[Depends(needs("adds.read"))])
async def list_adds(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    on: date | None = None,
    outcome: Outcome | None = None,
    channel_id: Annotated[int | None, Query(ge=1)] = None,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> AddPage:
    """A day's adds and how each welcome ended, newest first; `on` defaults to the corp's today."""
    return await service.list_adds(
        session,
        principal.corp_id,
        runtime.clock(),
        WantedAdds(
            outcomes=_OUTCOMES[outcome] if outcome is not None else (),
            before_id=after,
            limit=limit,
        ),
        on=on,
        channel_id=channel_id,
    )


@router.post(
    "/files", status_code=201, tags=["files"], dependencies=[Depends(needs("files.write"))]
)
async def upload_file(
    file: UploadFile,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    kind: Annotated[UploadKind, Query()] = "image",
) -> FileRead:
    """Upload for welcomes: a picture (JPG or PNG, 10 MB), a film (MP4, 10 MB), any file (20 MB).

    What it is is read from its content, never from its name. 422 `files.unsupported`.
    """
    content = await file.read(files.DOCUMENT_BYTES + 1)
    stored = await files.STORING[kind](
        session,
        runtime.settings.home,
        principal.corp_id,
        principal.actor,
        file.filename or "",
        content,
    )
    return FileRead(
        id=stored.id, name=stored.name, media_type=stored.media_type, bytes=stored.bytes
    )
