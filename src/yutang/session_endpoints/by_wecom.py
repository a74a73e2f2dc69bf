"""Sign in to the admin by WeCom: a code to scan, or nothing at all inside of it."""

from typing import Annotated
from urllib.parse import urlencode

import structlog
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from yutang.kernel.access import service as access
from yutang.kernel.errors import DomainError
from yutang.kernel.web import CurrentRuntime, keep_cookie
from yutang.people.corps import service as corps
from yutang.people.corps.errors import UnknownCorpError
from yutang.people.staff_sessions import service as sessions
from yutang.wecom.errors import WeComError

from .cookies import arrival_of, set_cookie

router = APIRouter(prefix="/session", tags=["session"])
log = structlog.get_logger(__name__)

WECOM = "/api/session/wecom"
INVITATION_COOKIE = "yutang_sign_in"


class Doors(BaseModel):
    """By what one may come in besides a password; `corpid` null: not by WeCom from this address."""

    corpid: str | None
    corp_name: str | None


@router.get("/doors")
async def find_doors(
    runtime: CurrentRuntime, corp: Annotated[str, Query(max_length=64)] = ""
) -> Doors:
    """Whether one may sign in by WeCom from this address.

    Where one company is served, by its own; of several none is told, so that `corp` (WeCom's
    corpid) must name it.
    """
    async with runtime.database.owner() as session:
        ids = await corps.every_corp(session)
        corp_id = await corps.find_corp_id(session, corp) if corp else None
        if not corp and len(ids) == 1:
            (corp_id,) = ids
        if corp_id is None:
            return Doors(corpid=None, corp_name=None)
        facts = await corps.read_facts(session, corp_id)
    return Doors(corpid=facts.corpid if facts.agent_ids else None, corp_name=facts.name)


def _refused(error: DomainError, to: str) -> RedirectResponse:
    """A person is looking at this answer: the sign-in page says it in words."""
    log.info("session.wecom.refused", code=error.code)
    path, _, asked = to.partition("#")[0].partition("?")
    why = urlencode({"why": error.code})
    answer = RedirectResponse(f"{path}?{asked}&{why}" if asked else f"{path}?{why}", 302)
    answer.delete_cookie(INVITATION_COOKIE, path=WECOM)
    return answer


@router.get("/wecom", status_code=302)
async def begin_by_wecom(
    request: Request,
    corp: Annotated[str, Query(max_length=64)],
    runtime: CurrentRuntime,
    to: Annotated[str, Query(max_length=500)] = "/",
) -> Response:
    """Lead to WeCom, which tells which member this is, and back to `to`.

    Inside WeCom it asks nothing, elsewhere it shows a code to scan. `to` is a page of the admin,
    else 422 `staff.foreign_target`.
    """
    sessions.check_target(to, sessions.ADMIN)
    async with runtime.database.owner() as session:
        corp_id = await corps.find_corp_id(session, corp)
        if corp_id is None:
            return _refused(UnknownCorpError("no such corp"), to)
        try:
            agent_id = await corps.first_agent_id(session, corp_id)
        except UnknownCorpError as error:
            return _refused(error, to)
    invitation, cookie = sessions.invite(
        runtime.vault, corp_id, agent_id, to, runtime.clock(), sessions.ADMIN
    )
    inside = "wxwork/" in request.headers.get("User-Agent", "").lower()
    lead = sessions.authorize_url if inside else sessions.login_url
    back = f"{runtime.settings.address}{WECOM}/done"
    answer = RedirectResponse(lead(runtime.settings, corp, agent_id, invitation.state, back), 302)
    keep_cookie(
        answer,
        runtime,
        INVITATION_COOKIE,
        cookie,
        seconds=sessions.INVITATION_SECONDS,
        path=WECOM,
    )
    return answer


@router.get("/wecom/done", status_code=302)
async def end_by_wecom(
    request: Request,
    runtime: CurrentRuntime,
    code: Annotated[str, Query(max_length=512)] = "",
    state: Annotated[str, Query(max_length=128)] = "",
) -> Response:
    """Where WeCom sends the browser back to: opens a session of the member's account.

    A refusal leads to the sign-in page with `why`: `staff.wrong_state`, `staff.code_refused`,
    `staff.not_a_member`, `staff.left`, `access.no_account`, `staff.wecom_refused`,
    `staff.wecom_silent`.
    """
    to, now = "/", runtime.clock()
    try:
        invitation = sessions.accept(
            runtime.vault, request.cookies.get(INVITATION_COOKIE, ""), state, now, sessions.ADMIN
        )
        to = invitation.to
        client = await corps.connect(runtime, invitation.corp_id, invitation.agent_id)
        who = await client.auth.userinfo(code)
        async with runtime.database.owner() as session:
            staff_id = await sessions.meet(session, invitation.corp_id, who)
            user = await access.find_member_user(
                session, invitation.corp_id, staff_id, who.userid or ""
            )
            token, _ = await access.open_session(
                session, user, now, arrival_of(request, runtime, "wecom")
            )
    except DomainError as error:
        return _refused(error, to)
    except WeComError as error:
        return _refused(sessions.in_words(error), to)
    answer = RedirectResponse(to, 302)
    answer.delete_cookie(INVITATION_COOKIE, path=WECOM)
    set_cookie(answer, runtime, token)
    return answer
