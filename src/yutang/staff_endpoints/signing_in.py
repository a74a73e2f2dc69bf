"""Sign-in by WeCom, and the signatures its pages need."""

from datetime import timedelta
from typing import Annotated
from urllib.parse import urlencode

import structlog
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from yutang.kernel.errors import DomainError
from yutang.kernel.web import CurrentRuntime, keep_cookie
from yutang.people.corps import service as corps
from yutang.people.corps.errors import UnknownCorpError
from yutang.people.corps.schemas import CorpRead
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.schemas import PageSignatures
from yutang.wecom.errors import WeComError

from .members import COOKIE, CurrentMember, MemberSession

router = APIRouter(prefix="/staff", tags=["staff pages"])
log = structlog.get_logger(__name__)

INVITATION_COOKIE = "yutang_staff_sign_in"
SIGN_IN = "/api/staff/sign-in"
LAST_EVENTS = 10


class MemberRead(BaseModel):
    """The member as his own browser may see him; `account` is WeCom's userid."""

    id: int
    name: str
    account: str
    avatar: str


class StaffSessionRead(BaseModel):
    """Who is signed in, for which corp and app.

    `bridge_origin` is the origin of an emulated WeCom, whose frames the pages may talk to; null
    with the real one.
    """

    member: MemberRead
    corp: CorpRead
    agent_id: int
    bridge_origin: str | None


def _refused(error: DomainError, to: str = "") -> RedirectResponse:
    """A person is looking at this answer: a page of the staff app says it in words."""
    log.info("staff.sign_in.refused", code=error.code)
    query = urlencode({"why": error.code} | ({"to": to} if to else {}))
    answer = RedirectResponse(f"/m/refused?{query}", 302)
    answer.delete_cookie(INVITATION_COOKIE, path=SIGN_IN)
    return answer


@router.get("/sign-in", status_code=302)
async def begin_sign_in(
    corp: Annotated[str, Query(max_length=64)],
    agent: Annotated[int, Query(ge=1)],
    to: Annotated[str, Query(max_length=500)],
    runtime: CurrentRuntime,
) -> Response:
    """Lead the browser to WeCom, which tells who the member is, and back to `to`.

    `corp` is WeCom's corpid, `agent` the app's id, `to` a path below `/m/` (else 422
    `staff.foreign_target`). An unknown corp or app leads to a page that says so.
    """
    sessions.check_target(to)
    async with runtime.database.owner() as session:
        # No corp has the id 0: an unknown one is refused below like an unknown app.
        corp_id = await corps.find_corp_id(session, corp) or 0
    try:
        await corps.connect(runtime, corp_id, agent)
    except UnknownCorpError as error:
        return _refused(error, to)
    invitation, cookie = sessions.invite(runtime.vault, corp_id, agent, to, runtime.clock())
    back = f"{runtime.settings.address}{SIGN_IN}/done"
    answer = RedirectResponse(
        sessions.authorize_url(runtime.settings, corp, agent, invitation.state, back), 302
    )
    keep_cookie(
        answer,
        runtime,
        INVITATION_COOKIE,
        cookie,
        seconds=sessions.INVITATION_SECONDS,
        path=SIGN_IN,
    )
    return answer


@router.get("/sign-in/done", status_code=302)
async def end_sign_in(
    request: Request,
    runtime: CurrentRuntime,
    code: Annotated[str, Query(max_length=512)] = "",
    state: Annotated[str, Query(max_length=128)] = "",
) -> Response:
    """Where WeCom sends the browser back to: redeems `code` once, opens a session of 7 days.

    Sets the cookie `yutang_staff` and leads to the page that was asked for; a refusal leads to a
    page that tells it (`staff.wrong_state`, `staff.code_refused`, `staff.not_a_member`,
    `staff.left`, `staff.wecom_refused`, `staff.wecom_silent`).
    """
    to = ""
    now = runtime.clock()
    try:
        invitation = sessions.accept(
            runtime.vault, request.cookies.get(INVITATION_COOKIE, ""), state, now
        )
        to = invitation.to
        client = await corps.connect(runtime, invitation.corp_id, invitation.agent_id)
        who = await client.auth.userinfo(code)
        async with runtime.database.owner() as session:
            token = await sessions.open_session(session, invitation, who, now)
    except DomainError as error:
        return _refused(error, to)
    except WeComError as error:
        return _refused(sessions.in_words(error), to)
    answer = RedirectResponse(to, 302)
    answer.delete_cookie(INVITATION_COOKIE, path=SIGN_IN)
    lasting = int(timedelta(days=sessions.SESSION_DAYS).total_seconds())
    keep_cookie(answer, runtime, COOKIE, token, seconds=lasting, path="/")
    return answer


@router.get("/session")
async def read_staff_session(
    member: CurrentMember, session: MemberSession, runtime: CurrentRuntime
) -> StaffSessionRead:
    """Which member is signed in; 401 `staff.signed_out`, 403 `staff.left`."""
    return StaffSessionRead(
        member=MemberRead(
            id=member.staff_id, name=member.name, account=member.account, avatar=member.avatar
        ),
        corp=await corps.describe(session, member.corp_id),
        agent_id=member.agent_id,
        bridge_origin=sessions.bridge_origin(runtime.settings),
    )


@router.get("/js-signatures")
async def sign_page(
    url: Annotated[str, Query(max_length=2048)], member: CurrentMember, runtime: CurrentRuntime
) -> PageSignatures:
    """Both JS-SDK signatures of one of our pages below `/m/`; what follows `#` is left out.

    422 `staff.foreign_page` for any other address; 502 `staff.wecom_refused` and 503
    `staff.wecom_silent` when WeCom gives no ticket.
    """
    try:
        return await sessions.sign_page(runtime, member, url)
    except WeComError as error:
        raise sessions.in_words(error) from error
