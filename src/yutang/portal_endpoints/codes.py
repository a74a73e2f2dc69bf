"""Page codes opened by anybody: WeCom says who came where it can, a sealed cookie knows him again.

Nobody is turned away for who he is: whom WeCom does not name, or a browser outside of WeChat, sees
a member as well.
"""

from datetime import timedelta
from typing import Final
from urllib.parse import urlencode

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from yutang.act.pagecodes import service as pagecodes
from yutang.act.pagecodes.errors import NobodyFreeError, PageGoneError, UnknownPageError
from yutang.act.pagecodes.service import Asking, OpenPage, Visitor
from yutang.kernel.errors import DomainError
from yutang.kernel.runtime import Runtime
from yutang.kernel.web import CurrentRuntime, keep_cookie
from yutang.people.corps import service as corps
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.service import Pages
from yutang.wecom.errors import WeComError

from .answering import HEADERS, Gentle, language_of, lets, show, tell
from .asking import ask_wecom
from .code_pages import BELOW, address_of, city_page, code_page
from .pressing import let_show, reader_of
from .wording import Language

router = APIRouter()
log = structlog.get_logger(__name__)

CAME: Final = "/h/came"
COOKIE: Final = "yutang_visitor"
INVITATION_COOKIE: Final = "yutang_visitor_sign_in"
PAGES: Final = Pages("page_codes.invitation", BELOW)
OPENS_A_MINUTE: Final = 600
"""Of one address: everybody at a fair or in a shop shares one."""
PLACES_A_MINUTE: Final = 120
LONGEST: Final = 512
_NAMED: Final = {UnknownPageError: "code_unknown", PageGoneError: "code_gone"}


class Crowd(Gentle):
    """How often each address opened a page within the minute."""

    most = OPENS_A_MINUTE


class Newcomers(Gentle):
    """How often each address was given a place without WeCom saying whose: bots ask for many."""

    most = PLACES_A_MINUTE


@router.get(pagecodes.PATH + "{slug}", include_in_schema=False)
async def open_short(slug: str, request: Request) -> Response:
    """The address in the print."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{BELOW}{slug}{query}", 302, headers=HEADERS)


@router.get(BELOW + "{slug}", include_in_schema=False)
async def open_page(
    slug: str,
    request: Request,
    runtime: CurrentRuntime,
    lang: str | None = None,
    city: str | None = None,
    ask: str = "",
    came: str = "",
) -> Response:
    """The page. `came`: WeCom was asked just now; a browser without cookies is not asked again."""
    language = language_of(request, lang)
    if not lets(runtime, request, Crowd):
        return tell("busy", language, 429)
    try:
        page = await pagecodes.find_page(runtime, slug)
    except (UnknownPageError, PageGoneError) as error:
        return tell(_NAMED[type(error)], language, error.status)
    now, vault = runtime.clock(), runtime.vault
    known = pagecodes.unseal(vault, request.cookies.get(COOKIE, ""), page.corp_id, now)
    if known is None and page.rule.recognise and not came and _in_wechat(request, runtime):
        to = f"{BELOW}{page.slug}?{urlencode({'lang': language})}"
        return await ask_wecom(
            runtime, page.corp_id, to, pages=PAGES, back=CAME, cookie=INVITATION_COOKIE
        )
    if known is None and not lets(runtime, request, Newcomers):
        return tell("busy", language, 429)
    visitor = known or pagecodes.by_chance(vault, page.corp_id, now)
    answer = await _shown(runtime, request, page, visitor, language, city=city, ask=bool(ask))
    if known is None:
        _remember(answer, runtime, visitor)
    return answer


@router.get(CAME, include_in_schema=False)
async def end_asking(
    request: Request, runtime: CurrentRuntime, code: str = "", state: str = ""
) -> Response:
    """Where WeCom sends the browser back to. What goes wrong here keeps nobody from the page."""
    language = language_of(request, None)
    if not lets(runtime, request, Crowd):
        return tell("busy", language, 429)
    now = runtime.clock()
    try:
        sealed = request.cookies.get(INVITATION_COOKIE, "")
        invitation = sessions.accept(runtime.vault, sealed, state, now, PAGES)
    except DomainError:
        return tell("code_lost", language, 400)
    visitor: Visitor | None = None
    try:
        client = await corps.connect(runtime, invitation.corp_id, invitation.agent_id)
        who = await client.auth.userinfo(code[:LONGEST])
        if who.userid or who.openid or who.external_userid:
            async with runtime.database.corp(invitation.corp_id) as session:
                visitor = await pagecodes.by_wecom(
                    session, runtime.vault, invitation.corp_id, who, now
                )
    except (WeComError, DomainError) as error:
        log.info("page_codes.not_recognised", error=type(error).__name__)
    if visitor is None:
        visitor = pagecodes.by_chance(runtime.vault, invitation.corp_id, now)
    came = f"{invitation.to}{'&' if '?' in invitation.to else '?'}came=1"
    answer = RedirectResponse(came, 302, headers=HEADERS)
    answer.delete_cookie(INVITATION_COOKIE, path="/h")
    _remember(answer, runtime, visitor)
    return answer


async def _shown(
    runtime: Runtime,
    request: Request,
    page: OpenPage,
    visitor: Visitor,
    language: Language,
    *,
    city: str | None,
    ask: bool,
) -> Response:
    try:
        found = await pagecodes.show(runtime, page, visitor, city, asks_again=ask)
    except PageGoneError as error:
        return tell("code_gone", language, error.status)
    except NobodyFreeError as error:
        again = address_of(page, language)
        return tell("code_resting", language, error.status, corp=page.corp, again=again)
    if isinstance(found, Asking):
        drawn = city_page(page, found.cities, language)
    else:
        drawn = code_page(
            page,
            found,
            language,
            in_wechat=_in_wechat(request, runtime),
            reader=reader_of(runtime, request),
        )
    return let_show(runtime, show(drawn))


def _remember(answer: Response, runtime: Runtime, visitor: Visitor) -> None:
    seconds = int(timedelta(days=pagecodes.COOKIE_DAYS).total_seconds())
    sealed = pagecodes.seal(runtime.vault, visitor)
    keep_cookie(answer, runtime, COOKIE, sealed, seconds=seconds, path="/h")


def _in_wechat(request: Request, runtime: Runtime) -> bool:
    """Whether WeCom can be asked: in WeChat and WeCom, and in the frame of an emulated phone."""
    agent = request.headers.get("User-Agent", "").lower()
    if "micromessenger" in agent or "wxwork" in agent:
        return True
    return bool(reader_of(runtime, request))
