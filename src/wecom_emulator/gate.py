"""Where every call of WeCom's API comes in: faults, token, limits, journal, envelope."""

import asyncio
import secrets
import time
from typing import Any
from urllib.parse import quote

import orjson
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .areas import VERBS
from .areas.robots.errors import UNKNOWN_KEY
from .areas.robots.state import corp_of
from .calls import Call, Verb, hint_text
from .errors import RefusalError
from .state import App, Corp
from .world import Token, World

FAULTS = frozenset({"errcode", "http", "latency"})
_PRINTED = "".join(map(chr, range(0x20, 0x7F)))
"""What a header takes as it is; a refusal may repeat what a caller wrote."""


async def answer(request: Request) -> Response:
    """Answer one call."""
    world: World = request.app.state.world
    path = request.url.path
    entry: dict[str, Any] = {
        "at": time.time(),
        "method": request.method,
        "path": path,
        "query": {
            k: v for k, v in request.query_params.items() if k not in {"access_token", "corpsecret"}
        },
        "body": None,
        "errcode": 0,
    }
    world.journal.append(entry)
    verb = VERBS.get(path.removeprefix("/cgi-bin/"))
    try:
        spoiled, seconds = _spoil(world, path)
        if spoiled is not None:
            entry["errcode"] = f"http {spoiled.status_code}"
            return spoiled
        if seconds and (verb is None or not verb.counts_parallel):
            await asyncio.sleep(seconds)
        if path == "/cgi-bin/gettoken":
            return _envelope(_get_token(world, request))
        if path == "/cgi-bin/media/get":
            return _get_media(world, request)
        if verb is None:
            entry["errcode"] = "http 404"
            return Response("", 404)
        return _envelope(await _do(world, request, path, verb, entry, seconds))
    except RefusalError as refusal:
        entry["errcode"] = refusal.errcode
        kept = {**(verb.kept if verb is not None else {}), **refusal.kept}
        return _refuse(refusal, kept, request)


async def _do(
    world: World,
    request: Request,
    path: str,
    verb: Verb,
    entry: dict[str, Any],
    seconds: float,
) -> dict[str, Any]:
    corp, app = _keyed(world, request) if verb.keyed else _caller(world, request)
    world.run_due(corp)
    body, file = await _read(request, verb)
    entry["corpid"], entry["agentid"], entry["body"] = corp.corpid, app.agentid, body
    _count(world, corp, path)
    key = (corp.corpid, path)
    if verb.counts_parallel and world.in_flight.get(key, 0) >= world.limits.parallel:
        raise RefusalError(45033, "api concurrent out of limit")
    world.in_flight[key] = world.in_flight.get(key, 0) + 1
    try:
        call = Call(
            world,
            corp,
            app,
            dict(request.query_params),
            body,
            str(request.base_url).rstrip("/"),
            file,
        )
        if seconds and verb.counts_parallel:
            # A slow call is under way for as long as it is slow.
            await asyncio.sleep(seconds)
        return await verb.do(call)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        # A value of the wrong kind; WeCom's own word for all of them.
        raise RefusalError(40058, "invalid Request Parameter") from error
    finally:
        world.in_flight[key] -= 1


def _spoil(world: World, path: str) -> tuple[Response | None, float]:
    """What a fault answers, or how long it holds the call up."""
    fault = world.fault(FAULTS, path)
    if fault is None:
        return None, 0.0
    if fault.kind == "errcode":
        raise RefusalError(int(fault.value), "fault")
    if fault.kind == "http":
        return Response("fault", int(fault.value or 500)), 0.0
    return None, float(fault.value or 1.0)


async def _read(
    request: Request, verb: Verb
) -> tuple[dict[str, Any], tuple[str, str, bytes] | None]:
    if verb.method == "GET":
        return {}, None
    if request.headers.get("content-type", "").startswith("multipart/"):
        async with request.form() as form:
            part = form.get("media")
            if not isinstance(part, UploadFile):
                return {}, None
            return {}, (part.filename or "file", part.content_type or "", await part.read())
    if request.method == "GET":
        raise RefusalError(40058, "invalid Request Parameter")
    raw = await request.body()
    try:
        body = orjson.loads(raw or b"{}")
    except orjson.JSONDecodeError:
        body = None
    if not isinstance(body, dict):
        raise RefusalError(40058, "invalid Request Parameter")
    return body, None


def _get_token(world: World, request: Request) -> dict[str, Any]:
    query = request.query_params
    if not query.get("corpid"):
        raise RefusalError(41002, "corpid missing")
    if not query.get("corpsecret"):
        raise RefusalError(41004, "corpsecret missing")
    corp = world.corp(query["corpid"])
    if corp is None:
        raise RefusalError(40013, "invalid corpid")
    app = next(
        (
            a
            for a in corp.apps
            # As bytes: of text it takes ASCII only.
            if secrets.compare_digest(a.secret.encode(), query["corpsecret"].encode())
        ),
        None,
    )
    if app is None:
        raise RefusalError(40001, "invalid credential")
    now, key = world.clock.now(), (corp.corpid, app.agentid)
    kept = world.tokens.get(world.tokens_of.get(key, ""))
    if kept is None or kept.expires_at <= now:
        name = secrets.token_urlsafe(160)
        world.tokens[name] = kept = Token(
            corp.corpid, app.agentid, now + world.limits.token_seconds
        )
        world.tokens_of[key] = name
    return {"access_token": world.tokens_of[key], "expires_in": int(kept.expires_at - now)}


def _caller(world: World, request: Request) -> tuple[Corp, App]:
    name = request.query_params.get("access_token", "")
    if not name:
        raise RefusalError(41001, "access_token missing")
    token = world.tokens.get(name)
    corp = world.corp(token.corpid) if token is not None else None
    if token is None or corp is None:
        raise RefusalError(40014, "invalid access_token")
    if token.expires_at <= world.clock.now():
        raise RefusalError(42001, "access_token expired")
    app = next((a for a in corp.apps if a.agentid == token.agentid), None)
    if app is None:
        raise RefusalError(40014, "invalid access_token")
    if "/externalcontact/" in request.url.path and not corp.lets_call_contact(app):
        raise RefusalError(48002, "api forbidden")
    return corp, app


def _keyed(world: World, request: Request) -> tuple[Corp, App]:
    corp = corp_of(world, request.query_params.get("key", ""))
    if corp is None:
        raise UNKNOWN_KEY.error()
    return corp, corp.apps[0]


def _count(world: World, corp: Corp, path: str) -> None:
    now = world.clock.seconds()
    for seconds, most in ((60, world.limits.calls_a_minute), (3600, world.limits.calls_an_hour)):
        window, made = world.calls.get((corp.corpid, path, seconds), (0, 0))
        made = made + 1 if window == now // seconds else 1
        world.calls[corp.corpid, path, seconds] = (now // seconds, made)
        if made > most:
            raise RefusalError(45009, "api freq out of limit")


def _get_media(world: World, request: Request) -> Response:
    corp, _ = _caller(world, request)
    return send_media(world, request.query_params.get("media_id", ""), corp.corpid)


def send_media(world: World, media_id: str, corpid: str | None) -> Response:
    """The bytes of a file, to its corp until it expires; without a corp to whoever received it."""
    media = world.state.media.get(media_id)
    if media is None or (
        corpid is not None and (media.corpid != corpid or media.expires_at < world.clock.now())
    ):
        raise RefusalError(40007, "invalid media_id")
    return Response(
        world.media_content(media_id),
        media_type=media.content_type or "application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(media.name)}"},
    )


def _envelope(fields: dict[str, Any]) -> Response:
    return Response(
        orjson.dumps({"errcode": 0, "errmsg": "ok", **fields}),
        media_type="application/json; charset=UTF-8",
        headers={"error-code": "0", "error-msg": "ok"},
    )


def _refuse(refusal: RefusalError, kept: dict[str, Any], request: Request) -> Response:
    ip = request.client.host if request.client else "127.0.0.1"
    text = hint_text(refusal.text, refusal.errcode, ip)
    return Response(
        orjson.dumps({"errcode": refusal.errcode, "errmsg": text, **kept}),
        media_type="application/json; charset=UTF-8",
        headers={
            "error-code": str(refusal.errcode),
            "error-msg": quote(refusal.text, safe=_PRINTED),
        },
    )


ROUTES = [Route("/cgi-bin/{path:path}", answer, methods=["GET", "POST"])]
