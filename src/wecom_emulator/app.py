"""The emulator as one application."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import segno
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from . import areas, connect, control, gate, group_codes
from .answers import media_file
from .areas.join_ways.routes import PLUGIN
from .areas.join_ways.state import JoinWays
from .clock import Clock
from .errors import RefusalError
from .limits import Limits
from .world import World

PHONE = Path(__file__).parent / "phone"
QR_PREFIX = "https://work.weixin.qq.com/u/vc"


def create_app(
    *,
    state_file: Path | None = None,
    callback_client: httpx2.AsyncClient | None = None,
    limits: Limits | None = None,
    clock: Clock | None = None,
    rate: float | None = None,
) -> Starlette:
    """The emulator; callbacks leave through `callback_client` where one is given.

    `clock` may run ahead; without one time goes on where the state file ended. `rate` is how many
    seconds pass in here for one outside.
    """
    world = World(
        state_file=state_file,
        callback_client=callback_client,
        limits=limits or Limits(),
        timers=areas.TIMERS,
        clock=clock,
        rate=rate,
    )

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        saving = asyncio.create_task(world.save_forever())
        living = asyncio.create_task(world.live())
        try:
            yield
        finally:
            saving.cancel()
            living.cancel()
            await world.close()

    app = Starlette(
        routes=[
            *gate.ROUTES,
            *control.ROUTES,
            *connect.ROUTES,
            Route("/qr/{name}", qr_picture),
            Route("/media/{media_id}", media_picture),
            Route("/healthz", healthz),
            Route("/", phone),
            Mount("/phone", StaticFiles(directory=PHONE), name="phone"),
        ],
        lifespan=life,
    )
    app.state.world = world
    return app


async def qr_picture(request: Request) -> Response:
    """The picture of a contact way or a join way, as WeCom serves it, or of a group's own code."""
    world: World = request.app.state.world
    config_id = request.path_params["name"].removesuffix(".png")
    content = _content(world, config_id)
    if content is None:
        return Response("", 404)
    buffer = io.BytesIO()
    segno.make(content, error="m").save(buffer, kind="png", scale=8, border=4)
    return Response(buffer.getvalue(), media_type="image/png")


def _content(world: World, config_id: str) -> str | None:
    for corp in world.state.corps.values():
        if config_id in corp.contact_ways:
            return QR_PREFIX + config_id
        if config_id in corp.of(JoinWays).ways:
            return PLUGIN + config_id
        group = corp.groups.get(config_id)
        if group is not None and not group.dismissed:
            return group_codes.content_of(world, config_id)
    return None


async def media_picture(request: Request) -> Response:
    """A file as the phone shows it: who received one keeps it."""
    try:
        return media_file(request.app.state.world, request.path_params["media_id"], None)
    except RefusalError:
        return Response("", 404)


async def healthz(_: Request) -> Response:
    """The process lives."""
    return Response("ok", media_type="text/plain")


async def phone(_: Request) -> Response:
    """The phone."""
    return FileResponse(PHONE / "index.html", headers={"Cache-Control": "no-cache"})
