"""What sites and mini programs load from here to speak with the collector."""

import functools
import gzip
import hashlib
from pathlib import Path
from typing import Final, NamedTuple

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, Response

NAMES: Final = ("yutang.js", "yutang-mini.js")
HEADERS: Final = {
    # An hour: so long may a site run on the script from before an upgrade.
    "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400",
    "Vary": "Accept-Encoding",
    # Every site may load it, also those that ask for its hash or isolate themselves.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}
TYPE: Final = "text/javascript; charset=utf-8"


class _Script(NamedTuple):
    plain: bytes
    packed: bytes
    tag: str


def add_scripts(app: FastAPI, folder: Path) -> None:
    """Serve the built scripts in `folder` below /collect/v1/."""
    for name in NAMES:
        path = f"/collect/v1/{name}"
        serve = functools.partial(_serve, folder / name)
        app.add_route(path, serve, methods=["GET"], include_in_schema=False)


async def _serve(file: Path, request: Request) -> Response:
    script = _find(file)
    if script is None:
        return PlainTextResponse(f"{file.name} is not built; run `make setup`", 503)
    # The same file from each of several servers has the same tag: it comes from what is in it.
    headers = HEADERS | {"ETag": f'"{script.tag}"'}
    known = {one.strip() for one in request.headers.get("If-None-Match", "").split(",")}
    if known & {f'"{script.tag}"', f'W/"{script.tag}"', "*"}:
        return Response(status_code=304, headers=headers)
    accepted = {one.split(";")[0].strip() for one in _accepted(request)}
    if "gzip" in accepted:
        packed = headers | {"Content-Encoding": "gzip"}
        return Response(script.packed, headers=packed, media_type=TYPE)
    return Response(script.plain, headers=headers, media_type=TYPE)


def _accepted(request: Request) -> list[str]:
    return request.headers.get("Accept-Encoding", "").split(",")


def _find(file: Path) -> _Script | None:
    try:
        return _read(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        return None


@functools.lru_cache(maxsize=4)
def _read(file: Path, _: int) -> _Script:
    plain = file.read_bytes()
    tag = hashlib.sha256(plain).hexdigest()[:32]
    return _Script(plain, gzip.compress(plain, 9, mtime=0), tag)
