"""Landing pages and short links, as anybody opens them."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from yutang.act.landings import service as landings
from yutang.act.landings.errors import NothingHereError, OverError
from yutang.kernel.web import CurrentRuntime

from .answering import HEADERS, Gentle, language_of, lets, tell

router = APIRouter()
Slug = Annotated[str, Path(max_length=40)]
Token = Annotated[str, Query(max_length=64)]
OPENS_A_MINUTE: Final = 600
"""Of one address: everybody on a shop's Wi-Fi shares one. Nothing is sent to these pages."""
_HEADERS: Final = HEADERS | {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none';"
        " base-uri 'none'; form-action 'none'"
    )
}
_LASTING: Final = {
    "Cache-Control": "public, max-age=86400",
    "X-Content-Type-Options": "nosniff",
}
_HAND: Final = ("mobile", "micromessenger", "android", "iphone")


class Passers(Gentle):
    """How often each address opened a landing page or a short link within the minute."""

    most = OPENS_A_MINUTE


@router.get("/p/{slug}", include_in_schema=False)
async def show_landing_page(slug: Slug, request: Request, runtime: CurrentRuntime) -> Response:
    """A landing page in the reader's language, with a token for whoever opened it."""
    query = {name: request.query_params[name][:2000] for name in request.query_params}
    language = language_of(request, query.get("lang"))
    if not lets(runtime, request, Passers):
        return tell("busy", language, 429)
    referrer = request.headers.get("Referer", "")[:2000]
    try:
        shown, token = await landings.open_page(runtime, slug, query, referrer)
    except NothingHereError:
        return tell("nothing", language, 404)
    page = landings.draw(shown, "en" if language == "en" else "zh", token, phone=_is_phone(request))
    return HTMLResponse(page, headers=_HEADERS)


@router.get("/p/{slug}/go", include_in_schema=False)
async def follow_button(
    slug: Slug, request: Request, runtime: CurrentRuntime, v: Token = ""
) -> Response:
    """Lead to the link with the visitor's token; a token of nobody leads to the bare link."""
    language = language_of(request, None)
    if not lets(runtime, request, Passers):
        return tell("busy", language, 429)
    in_wechat = "micromessenger" in _agent(request)
    try:
        led = await landings.lead_on(runtime, slug, v, in_wechat=in_wechat)
    except NothingHereError:
        return tell("nothing", language, 404)
    return _lead(led.address)


@router.get("/p/{slug}/code.png", include_in_schema=False)
async def show_code(
    slug: Slug, request: Request, runtime: CurrentRuntime, v: Token = ""
) -> Response:
    """The code on a landing page."""
    if not lets(runtime, request, Passers):
        return tell("busy", language_of(request, None), 429)
    try:
        drawn = await landings.code_of(runtime, slug, v)
    except NothingHereError:
        return tell("nothing", language_of(request, None), 404)
    return Response(drawn, media_type="image/png", headers=HEADERS)


@router.get("/p/{slug}/picture.webp", include_in_schema=False)
async def show_picture(slug: Slug, request: Request, runtime: CurrentRuntime) -> Response:
    """The picture of a landing page; its address changes with it."""
    try:
        content = await landings.picture_of(runtime, slug)
    except NothingHereError:
        return tell("nothing", language_of(request, None), 404)
    return Response(content, media_type="image/webp", headers=_LASTING)


@router.get("/s/{slug}", include_in_schema=False)
async def follow_short_link(slug: Slug, request: Request, runtime: CurrentRuntime) -> Response:
    """Lead where an operator said, and nowhere else: the address itself names no target."""
    language = language_of(request, None)
    if not lets(runtime, request, Passers):
        return tell("busy", language, 429)
    query = {name: request.query_params[name][:2000] for name in request.query_params}
    referrer = request.headers.get("Referer", "")[:2000]
    try:
        led = await landings.open_short_link(runtime, slug, query, referrer)
    except OverError:
        return tell("over", language, 410)
    except NothingHereError:
        return tell("nothing", language, 404)
    return _lead(led.address)


def _lead(address: str) -> Response:
    return RedirectResponse(address, 302, headers=HEADERS)


def _agent(request: Request) -> str:
    return request.headers.get("User-Agent", "").lower()


def _is_phone(request: Request) -> bool:
    agent = _agent(request)
    return any(word in agent for word in _HAND)
