"""A customer signs in by WeCom, which tells silently who he is (document 91022)."""

from datetime import timedelta
from typing import Final
from urllib.parse import urlencode

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import origins
from yutang.kernel.errors import DomainError
from yutang.kernel.runtime import Runtime
from yutang.kernel.web import CurrentRuntime, keep_cookie
from yutang.people.corps import service as corps
from yutang.people.corps.errors import UnknownCorpError
from yutang.people.customer_sessions import service as customer_sessions
from yutang.people.customer_sessions.errors import MemberCameError, NobodyKnownError
from yutang.people.customer_sessions.service import PAGES, SIGN_IN, SIGNED_IN
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.errors import ForeignTargetError
from yutang.people.staff_sessions.schemas import Invitation
from yutang.wecom.errors import WeComError

from .answering import HEADERS, language_of, lets, tell
from .asking import BELOW, ask_wecom
from .wording import Language, knows

router = APIRouter()
log = structlog.get_logger(__name__)

INVITATION_COOKIE = "yutang_customer_sign_in"
COOKIE = "yutang_customer"
ME = "/h/me"
LONGEST: Final = 512
"""Of an address of ours and of a code of WeCom's."""


@router.get(SIGN_IN, include_in_schema=False)
async def begin_sign_in(
    request: Request,
    runtime: CurrentRuntime,
    to: str = ME,
    corp: str = "",
    lang: str | None = None,
) -> Response:
    """Lead to WeCom, and back to `to`, a page below /h/. Without `corp`: the only one there is."""
    language = language_of(request, lang)
    if not lets(runtime, request):
        return tell("busy", language, 429)
    try:
        # A cookie holds it: one that is too long leads nowhere.
        sessions.check_target(to if len(to) <= LONGEST else "", PAGES)
    except ForeignTargetError:
        return tell("foreign_target", language, 422, again=ME, to="me")
    try:
        async with runtime.database.owner() as session:
            corp_id = await _corp_id(session, corp)
        return await ask_wecom(
            runtime, corp_id, to, pages=PAGES, back=SIGNED_IN, cookie=INVITATION_COOKIE
        )
    except UnknownCorpError:
        return tell("unknown_corp", language, 404)


@router.get(SIGNED_IN, include_in_schema=False)
async def end_sign_in(
    request: Request,
    runtime: CurrentRuntime,
    code: str = "",
    state: str = "",
) -> Response:
    """Where WeCom sends the browser back to: redeems `code` once, opens a session of 30 days.

    Who is not known is told so; of him nothing is stored.
    """
    language = language_of(request, None)
    if not lets(runtime, request):
        return tell("busy", language, 429)
    invitation, corp = None, ""
    try:
        now = runtime.clock()
        sealed = request.cookies.get(INVITATION_COOKIE, "")
        invitation = sessions.accept(runtime.vault, sealed, state, now, PAGES)
        async with runtime.database.owner() as session:
            corp = (await corps.describe(session, invitation.corp_id)).name
        client = await corps.connect(runtime, invitation.corp_id, invitation.agent_id)
        who = await client.auth.userinfo(code[:LONGEST])
        origins.known_as(origins.SESSION)
        async with runtime.database.corp(invitation.corp_id) as session:
            customer_id = await customer_sessions.meet(session, invitation.corp_id, who)
            token = await customer_sessions.open_session(
                session, invitation.corp_id, customer_id, now
            )
    except DomainError as error:
        return await _refused(runtime, error, language, invitation, corp)
    except WeComError as error:
        return await _refused(runtime, sessions.in_words(error), language, invitation, corp)
    answer: Response = RedirectResponse(invitation.to, 302, headers=HEADERS)
    answer.delete_cookie(INVITATION_COOKIE, path=BELOW)
    seconds = int(timedelta(days=customer_sessions.SESSION_DAYS).total_seconds())
    keep_cookie(answer, runtime, COOKIE, token, seconds=seconds, path=BELOW)
    return answer


async def _corp_id(session: AsyncSession, corpid: str) -> int:
    if corpid:
        found = await corps.find_corp_id(session, corpid)
    else:
        ids = await corps.every_corp(session)
        found = ids[0] if len(ids) == 1 else None
    if found is None:
        message = "no such corp, or several and none named"
        raise UnknownCorpError(message)
    return found


async def _refused(
    runtime: Runtime,
    error: DomainError,
    language: Language,
    invitation: Invitation | None,
    corp: str,
) -> Response:
    log.info("customer.sign_in.refused", code=error.code)
    name = error.code.rpartition(".")[2]
    if isinstance(error, MemberCameError):
        answer: Response = tell(name, language, error.status, again="/m/", to="staff")
    elif isinstance(error, NobodyKnownError):
        answer = tell(name, language, error.status, corp=corp)
    else:
        what = name if knows(f"told.{name}") else "wecom_silent"
        again = await _again(runtime, invitation)
        answer = tell(what, language, error.status, again=again)
    answer.delete_cookie(INVITATION_COOKIE, path=BELOW)
    return answer


async def _again(runtime: Runtime, invitation: Invitation | None) -> str:
    """The same sign-in anew, as far as it is known which it was."""
    if invitation is None:
        return SIGN_IN
    async with runtime.database.owner() as session:
        facts = await corps.read_facts(session, invitation.corp_id)
    return f"{SIGN_IN}?{urlencode({'to': invitation.to, 'corp': facts.corpid})}"
