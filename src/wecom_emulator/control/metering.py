"""The limits, read and lowered while it runs, and what was used of them."""

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse

from wecom_emulator import limits

from .plumbing import body_of, world_of


async def read_limits(request: Request) -> JSONResponse:
    """All limits."""
    return JSONResponse(asdict(world_of(request).limits))


async def set_limits(request: Request) -> JSONResponse:
    """Change some of them, from now on; answers all."""
    world = world_of(request)
    world.limits = limits.changed(world.limits, await body_of(request))
    return JSONResponse(asdict(world.limits))
