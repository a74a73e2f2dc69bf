"""Channel codes and adds over HTTP."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response, UploadFile

from yutang.kernel import files
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.welcomes.schemas import Outcome

from . import qr, service
from .errors import NoQrYetError
from .schemas import AddPage, ChannelCreate, ChannelPage, ChannelRead, FileRead

router = APIRouter()
_OUTCOMES: dict[Outcome, tuple[str, ...]] = {
    "due": ("due", "sending"),
    "sent": ("sent",),
    "late": ("late",),
    "impossible": ("impossible",),
    "failed": ("failed",),
}


@router.get("/channels", tags=["channels"], dependencies=[Depends(needs("channels.read"))])
async def list_channels(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> ChannelPage:
    """Channel codes, newest first, with today's adds."""
    return await service.list_channels(session, principal.corp_id, after, limit, runtime.clock())


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
    channel_id = await service.create_channel(session, principal.corp_id, body, principal.actor)
    return await service.read_channel(session, principal.corp_id, channel_id, runtime.clock())


@router.get(
    "/channels/{channel_id}", tags=["channels"], dependencies=[Depends(needs("channels.read"))]
)
async def read_channel(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ChannelRead:
    """One channel code; 404 `channels.unknown`."""
    return await service.read_channel(session, principal.corp_id, channel_id, runtime.clock())


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
    await service.delete_channel(session, principal.corp_id, channel_id, principal.actor)


async def _qr_content(session: CorpSession, corp_id: int, channel_id: int) -> str:
    channel = await service.find_channel(session, corp_id, channel_id)
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
        on=on,
        outcomes=_OUTCOMES[outcome] if outcome is not None else (),
        channel_id=channel_id,
        before_id=after,
        limit=limit,
    )


@router.post(
    "/files", status_code=201, tags=["files"], dependencies=[Depends(needs("files.write"))]
)
async def upload_file(
    file: UploadFile, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> FileRead:
    """Upload a picture (JPG or PNG, at most 10 MB) for a welcome."""
    content = await file.read(files.IMAGE_BYTES + 1)
    stored = await files.store_image(
        session, runtime.settings.home, principal.corp_id, file.filename or "", content
    )
    return FileRead(
        id=stored.id, name=stored.name, media_type=stored.media_type, bytes=stored.bytes
    )
