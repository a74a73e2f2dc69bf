"""Who calls: tokens, and all that stands between a good token and the call itself."""

import ipaddress
import secrets
from collections import OrderedDict
from typing import Any

from starlette.requests import Request

from .errors import NOT_THIS_APP, Refusal
from .quotas import Caller
from .state import App, Corp
from .world import Token, World

NO_TOKEN = Refusal(41001, "access_token missing")
INVALID_TOKEN = Refusal(40014, "invalid access_token")
EXPIRED_TOKEN = Refusal(42001, "access_token expired")
NO_CORPID = Refusal(41002, "corpid missing")
NO_SECRET = Refusal(41004, "corpsecret missing")
INVALID_CORPID = Refusal(40013, "invalid corpid")
INVALID_CREDENTIAL = Refusal(40001, "invalid credential")
STOPPED_APP = Refusal(50003, "app is disabled")
UNKNOWN_ADDRESS = Refusal(60020, "not allow to access from your ip")
WITHDRAWN = Refusal(48006, "api permission was withdrawn")
UNAUTHORISED = Refusal(48001, "api unauthorized")
TOKENS_KEPT = 10_000
_CONTACT = "externalcontact/"


def address_of(request: Request, corp: Corp | None) -> str:
    """Where a call comes from; what a proxy says of it counts only where a switch says so."""
    if corp is not None and corp.switches.trust_forwarded_for:
        first = request.headers.get("x-forwarded-for", "").split(",")[0].strip()
        if first:
            return first[:100]
    return request.client.host if request.client else "127.0.0.1"


def give_token(world: World, request: Request) -> tuple[Corp, App, dict[str, Any]]:
    """`gettoken` (document 91039): the same token until it expires."""
    query = request.query_params
    corp = world.corp(query.get("corpid", ""))
    ip = address_of(request, corp)
    world.quotas.refuse_locked_address(world.clock.now(), ip)
    if not query.get("corpid"):
        raise NO_CORPID.error()
    if not query.get("corpsecret"):
        raise NO_SECRET.error()
    if corp is None:
        raise INVALID_CORPID.error()
    # As bytes: of text it takes ASCII only.
    given = query["corpsecret"].encode()
    app = next((a for a in corp.apps if secrets.compare_digest(a.secret.encode(), given)), None)
    if app is None:
        world.quotas.wrong_secret(world.limits, world.clock.now(), ip)
        raise INVALID_CREDENTIAL.error()
    if app.stopped:
        raise INVALID_CREDENTIAL.error()
    return corp, app, _token(world, corp, app)


def _token(world: World, corp: Corp, app: App) -> dict[str, Any]:
    now, key = world.clock.now(), (corp.corpid, app.agentid)
    kept = world.tokens.get(world.tokens_of.get(key, ""))
    if kept is None or kept.expires_at <= now:
        name = secrets.token_urlsafe(160)
        kept = Token(corp.corpid, app.agentid, now + world.limits.token_seconds)
        world.tokens[name] = kept
        world.tokens_of[key] = name
        _forget_oldest(world.tokens)
    left = kept.expires_at - now
    if corp.switches.lifetime_told == "whole":
        left = world.limits.token_seconds
    return {"access_token": world.tokens_of[key], "expires_in": int(left)}


def _forget_oldest(tokens: OrderedDict[str, Token]) -> None:
    while len(tokens) > TOKENS_KEPT:
        tokens.popitem(last=False)


def who_calls(world: World, request: Request) -> tuple[Corp, App]:
    """The corp and app behind a token; refused as WeCom refuses one that is missing or bad."""
    name = request.query_params.get("access_token", "")
    if not name:
        raise NO_TOKEN.error()
    token = world.tokens.get(name)
    corp = world.corp(token.corpid) if token is not None else None
    if token is None or corp is None:
        raise INVALID_TOKEN.error()
    if token.expires_at <= world.clock.now():
        raise EXPIRED_TOKEN.error()
    app = corp.app(token.agentid)
    if app is None:
        raise INVALID_TOKEN.error()
    return corp, app


def check_app(corp: Corp, app: App, name: str, ip: str) -> None:
    """Refuse what the console does not let the app call, or not from there."""
    if app.stopped:
        raise STOPPED_APP.error()
    if not _is_trusted(app, ip):
        raise UNKNOWN_ADDRESS.error()
    if app.withdrawn:
        raise WITHDRAWN.error()
    if name.startswith(_CONTACT) and not corp.lets_call_contact(app):
        raise NOT_THIS_APP.error()
    if app.unauthorised and name.startswith(tuple(app.unauthorised)):
        raise UNAUTHORISED.error()


def _is_trusted(app: App, ip: str) -> bool:
    if app.trusted_ips is None:
        return True
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return False
    return any(address in ipaddress.ip_network(each, strict=False) for each in app.trusted_ips)


def caller_of(request: Request, corp: Corp, app: App, ip: str) -> Caller:
    """Whom the quotas count."""
    return Caller(corp.corpid, app.agentid, ip, request.query_params.get("debug") == "1")
