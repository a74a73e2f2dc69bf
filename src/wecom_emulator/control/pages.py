"""Pages beside a chat: where each app's is, and whether a page may speak as its app."""

import hashlib
import secrets
import time
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request

from wecom_emulator.areas.auth.routes import APP_TICKET, CORP_TICKET
from wecom_emulator.state import App, Corp, Ticket
from wecom_emulator.world import World

from .declaring import Answer, Body, declare
from .plumbing import Act, BadRequestError

MOST_CHARACTERS = 2048


def is_web_address(url: str) -> bool:
    """Whether a browser may be sent there: http or https, with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def _app(corp: Corp, agentid: object) -> App | None:
    wanted = int(str(agentid))
    return next((app for app in corp.apps if app.agentid == wanted), None)


class Page(Body):
    """Which page of which app."""

    agentid: int
    sidebar_url: str


class Signature(Body):
    """What the page says in agentConfig."""

    agentid: int
    timestamp: str | int
    nonceStr: str  # noqa: N815 - the name that agentConfig has.
    signature: str
    url: str
    corpid: str = ""


class Opens(Answer):
    """What the app opens now."""

    agentid: int
    sidebar_url: str


class Verdict(Answer):
    """What WeCom would say."""

    errcode: int
    errmsg: str


@declare(takes=Page, answers=Opens)
async def set_page(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """The page an app opens beside a chat; an empty `sidebar_url` takes it away."""
    app, url = _app(corp, body["agentid"]), str(body["sidebar_url"])
    if app is None:
        message = f"no app {body['agentid']} in {corp.corpid}"
        raise BadRequestError(message, 404)
    if url and (len(url) > MOST_CHARACTERS or not is_web_address(url)):
        message = f"sidebar_url is an http(s) address of at most {MOST_CHARACTERS} characters"
        raise BadRequestError(message)
    app.sidebar_url = url
    world.changed()
    return {"agentid": app.agentid, "sidebar_url": app.sidebar_url}


def sign(ticket: str, nonce: str, timestamp: str, url: str) -> str:
    """The signature of a page's address without what follows `#`."""
    page = url.partition("#")[0]
    text = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={page}"
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


@declare(takes=Signature, answers=Verdict)
async def check_signature(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Whether a page's agentConfig is signed with the ticket its app was given.

    Answers as WeCom would: errcode 0; 40013 another company; 40056 no such app; 42012 signed with
    the company's ticket; 40093 signed with anything else.
    """
    del world
    told = tuple(str(body[name]) for name in ("nonceStr", "timestamp", "url"))
    given = str(body["signature"])
    app = _app(corp, body["agentid"])
    if str(body.get("corpid", corp.corpid)) != corp.corpid:
        return {"errcode": 40013, "errmsg": "invalid corpid"}
    if app is None:
        return {"errcode": 40056, "errmsg": "invalid agentid"}

    def signed_with(kind: str) -> bool:
        ticket: Ticket | None = corp.tickets.get(kind)
        if ticket is None or ticket.expires_at <= time.time():
            return False
        return secrets.compare_digest(sign(ticket.value, *told).encode(), given.encode())

    if signed_with(f"{app.agentid} {APP_TICKET}"):
        return {"errcode": 0, "errmsg": "ok"}
    if signed_with(CORP_TICKET):
        return {"errcode": 42012, "errmsg": "the ticket is the company's, not the app's"}
    return {"errcode": 40093, "errmsg": "invalid js signature"}


ACTS: dict[str, Act] = {"pages": set_page, "js-signature": check_signature}
