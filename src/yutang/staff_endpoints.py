"""A member's own pages: sign-in by WeCom, the customer of the chat, his adds of a day."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode

import structlog
from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import AddPage, ChannelRef
from yutang.kernel.errors import DomainError
from yutang.kernel.web import CurrentRuntime
from yutang.people.corps import service as corps
from yutang.people.corps.errors import UnknownCorpError
from yutang.people.corps.schemas import CorpRead
from yutang.people.customers import service as customers
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.errors import (
    CodeRefusedError,
    StaffSignedOutError,
    WeComRefusedError,
    WeComSilentError,
)
from yutang.people.staff_sessions.schemas import PageSignatures, SignedInMember
from yutang.people.tags import service as tags
from yutang.people.welcomes.schemas import WantedAdds
from yutang.wecom.errors import InvalidCodeError, RefusedError, WeComError

router = APIRouter(prefix="/staff", tags=["staff pages"])
log = structlog.get_logger(__name__)

COOKIE = "yutang_staff"
INVITATION_COOKIE = "yutang_staff_sign_in"
SIGN_IN = "/api/staff/sign-in"
LAST_EVENTS = 10


async def get_member(request: Request, runtime: CurrentRuntime) -> SignedInMember:
    """The member who asks; raises StaffSignedOutError and MemberLeftError."""
    token = request.cookies.get(COOKIE)
    if not token:
        raise StaffSignedOutError
    async with runtime.database.owner() as session:
        return await sessions.find_member(session, token, runtime.clock())


CurrentMember = Annotated[SignedInMember, Depends(get_member)]


async def open_member_session(
    member: CurrentMember, runtime: CurrentRuntime
) -> AsyncIterator[AsyncSession]:
    """One transaction in the member's corp."""
    async with runtime.database.corp(member.corp_id) as session:
        yield session


MemberSession = Annotated[AsyncSession, Depends(open_member_session, scope="function")]


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


class OwnerRead(BaseModel):
    """A member whom the customer added."""

    staff_id: int
    name: str
    state: str
    added_at: datetime
    me: bool


class OwnTagRead(BaseModel):
    """A tag on the relation; `by` is channel, wecom, or who else put it there."""

    id: int
    name: str
    by: str
    channel: ChannelRef | None
    added_at: datetime
    mirrored: bool


class OwnEventRead(BaseModel):
    """One event between the two, or of the customer alone."""

    id: int
    kind: str
    at: datetime
    channel: ChannelRef | None
    tag: str | None
    ending: str | None


class OwnCustomerRead(BaseModel):
    """A customer as one of his members may see him; phones are masked."""

    id: int
    external_id: str
    name: str
    avatar: str
    platform: str
    company: str
    phones: list[str]
    state: str
    """Of the relation: half, friend or deleted_by_customer."""
    remark: str
    added_at: datetime
    channel: ChannelRef | None
    first_added_at: datetime | None
    marketing_refused_at: datetime | None
    owners: list[OwnerRead]
    tags: list[OwnTagRead]
    events: list[OwnEventRead]
    as_of: datetime


class OwnAddPage(AddPage):
    """One page of the member's adds, newest first; `adds` and `sent` count the whole day."""

    on: date
    adds: int
    sent: int


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
    answer.set_cookie(
        INVITATION_COOKIE,
        cookie,
        max_age=sessions.INVITATION_SECONDS,
        httponly=True,
        samesite="lax",
        secure=runtime.settings.address.startswith("https:"),
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
        return _refused(_in_words(error), to)
    answer = RedirectResponse(to, 302)
    answer.delete_cookie(INVITATION_COOKIE, path=SIGN_IN)
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(timedelta(days=sessions.SESSION_DAYS).total_seconds()),
        httponly=True,
        samesite="lax",
        secure=runtime.settings.address.startswith("https:"),
        path="/",
    )
    return answer


def _in_words(error: WeComError) -> DomainError:
    match error:
        case InvalidCodeError():
            return CodeRefusedError()
        case RefusedError():
            return WeComRefusedError(error.errcode)
        case _:
            return WeComSilentError()


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
        raise _in_words(error) from error


@router.get("/customers/{external_id}")
async def read_own_customer(
    external_id: str, member: CurrentMember, session: MemberSession, runtime: CurrentRuntime
) -> OwnCustomerRead:
    """A customer of the member, by WeCom's external_userid.

    404 `customers.not_yours` when he does not follow him, as for one that does not exist.
    """
    whole = await customers.read_for_member(
        session, runtime.vault, member.corp_id, external_id, member.staff_id
    )
    mine = next(f for f in whole.follows if f.staff_id == member.staff_id)
    events = whole.timeline[:LAST_EVENTS]
    by_state = await acquisition.channels_by_state(
        session,
        member.corp_id,
        {s for s in (mine.channel, *(e.props.get("channel") for e in events)) if s},
    )
    by_id = await acquisition.channels_by_id(
        session,
        member.corp_id,
        {i for i in (acquisition.labelled(tag.added_by) for tag in mine.tags) if i is not None},
    )
    named = await tags.tag_names(
        session, member.corp_id, {e.props["tag_id"] for e in events if "tag_id" in e.props}
    )
    return OwnCustomerRead(
        **whole.model_dump(
            include={
                "id",
                "name",
                "avatar",
                "platform",
                "company",
                "phones",
                "first_added_at",
                "marketing_refused_at",
            }
        ),
        external_id=external_id,
        state=mine.state,
        remark=mine.remark,
        added_at=mine.added_at,
        channel=by_state.get(mine.channel or ""),
        owners=[
            OwnerRead(
                staff_id=follow.staff_id,
                name=follow.staff_name,
                state=follow.state,
                added_at=follow.added_at,
                me=follow.staff_id == member.staff_id,
            )
            for follow in whole.follows
        ],
        tags=[
            OwnTagRead(
                id=tag.id,
                name=tag.name,
                by=tag.added_by.partition(":")[0],
                channel=by_id.get(acquisition.labelled(tag.added_by) or 0),
                added_at=tag.added_at,
                mirrored=tag.mirrored,
            )
            for tag in mine.tags
        ],
        events=[
            OwnEventRead(
                id=event.id,
                kind=event.kind,
                at=event.at,
                channel=by_state.get(event.props.get("channel") or ""),
                tag=named.get(event.props.get("tag_id", 0)),
                ending=event.props.get("ending"),
            )
            for event in events
        ],
        as_of=runtime.clock(),
    )


@router.get("/adds")
async def list_own_adds(
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
    on: date | None = None,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> OwnAddPage:
    """The member's adds of a day (default: the corp's today) and how each welcome ended."""
    now = runtime.clock()
    page = await acquisition.list_adds(
        session,
        member.corp_id,
        now,
        WantedAdds(account=member.account, before_id=after, limit=limit),
        on=on,
    )
    adds, sent = await acquisition.count_adds_of(session, member.corp_id, member.account, on, now)
    start, _ = await acquisition.day_span(session, member.corp_id, on, now)
    return OwnAddPage(
        items=page.items, next=page.next, as_of=page.as_of, on=start.date(), adds=adds, sent=sent
    )
