"""Sign a member in by WeCom, know him again, hold the address he goes to."""

import base64
import binascii
import hashlib
import posixpath
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import unquote, urlencode, urlsplit

from pydantic import ValidationError
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.errors import DomainError
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import WECOM_BASE_URL, Settings
from yutang.kernel.vault import UnsealError, Vault
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff
from yutang.wecom import auth
from yutang.wecom.auth import UserInfo, sign_js
from yutang.wecom.errors import InvalidCodeError, RefusedError, WeComError

from .errors import (
    CodeRefusedError,
    ForeignPageError,
    ForeignTargetError,
    MemberLeftError,
    NotAMemberError,
    StaffSignedOutError,
    WeComRefusedError,
    WeComSilentError,
    WrongStateError,
)
from .models import StaffSession
from .schemas import Invitation, PageSignature, PageSignatures, SignedInMember
from .tickets import CORP, SharedTicket

SESSION_DAYS = 7
INVITATION_SECONDS = 600
PAGES = "/m/"
AUTHORIZE_BASE_URL = "https://open.weixin.qq.com"
LOGIN_BASE_URL = "https://login.work.weixin.qq.com"
_GONE = frozenset({"left", "disabled"})


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a sign-in leads to, and what its cookie is sealed for: it opens no other pages."""

    context: str
    below: str
    not_below: tuple[str, ...] = ()


STAFF = Pages("staff_sessions.invitation", PAGES)
ADMIN = Pages("access.invitation", "/", (PAGES, "/api/", "/callbacks/"))


def bridge_origin(settings: Settings) -> str | None:
    """The origin of an emulated WeCom, which may frame the staff app; None with the real one."""
    if settings.wecom_base_url.rstrip("/") == WECOM_BASE_URL:
        return None
    parts = urlsplit(settings.wecom_base_url)
    return f"{parts.scheme}://{parts.netloc}"


def check_target(to: str, pages: Pages = STAFF) -> str:
    """`to` if it is one of these pages, else ForeignTargetError.

    Browsers read a backslash as `/`, drop control characters, and resolve dots even when escaped.
    """
    path = unquote(to.partition("?")[0].partition("#")[0])
    plain = to.isprintable() and "\\" not in path and path.isprintable() and path[:2] != "//"
    meant = f"{posixpath.normpath(path)}/".replace("//", "/")
    if not (
        plain
        and path.startswith(pages.below)
        and meant.startswith(pages.below)
        and not meant.startswith(pages.not_below)
    ):
        raise ForeignTargetError(pages.below)
    return to


def check_page(settings: Settings, url: str) -> str:
    """The page without its fragment, if it is one of ours; raises ForeignPageError."""
    page = url.partition("#")[0]
    if not page.startswith(f"{settings.address}{PAGES}"):
        raise ForeignPageError(settings.address)
    return page


def invite(
    vault: Vault, corp_id: int, agent_id: int, to: str, now: datetime, pages: Pages = STAFF
) -> tuple[Invitation, str]:
    """Begin a sign-in; returns it and its sealed form for the browser's cookie."""
    invitation = Invitation(
        state=secrets.token_hex(16),
        corp_id=corp_id,
        agent_id=agent_id,
        to=check_target(to, pages),
        expires_at=(now + timedelta(seconds=INVITATION_SECONDS)).timestamp(),
    )
    sealed = vault.seal(invitation.model_dump_json(), pages.context)
    return invitation, base64.urlsafe_b64encode(sealed).decode()


def accept(
    vault: Vault, cookie: str, state: str, now: datetime, pages: Pages = STAFF
) -> Invitation:
    """The sign-in this browser began with that state; raises WrongStateError."""
    try:
        sealed = base64.urlsafe_b64decode(cookie.encode())
        invitation = Invitation.model_validate_json(vault.unseal(sealed, pages.context))
    except (binascii.Error, ValueError, UnsealError, ValidationError) as error:
        raise WrongStateError from error
    known = secrets.compare_digest(invitation.state.encode(), state.encode())
    if not known or invitation.expires_at < now.timestamp():
        raise WrongStateError
    return invitation


def authorize_url(settings: Settings, corpid: str, agent_id: int, state: str, back: str) -> str:
    """Where WeCom tells who the member is, without asking him (document 91022)."""
    query = urlencode(
        {
            "appid": corpid,
            "redirect_uri": back,
            "response_type": "code",
            "scope": "snsapi_base",
            "state": state,
            "agentid": agent_id,
        }
    )
    base = (
        AUTHORIZE_BASE_URL
        if bridge_origin(settings) is None
        else settings.wecom_base_url.rstrip("/")
    )
    return f"{base}/connect/oauth2/authorize?{query}#wechat_redirect"


def login_url(settings: Settings, corpid: str, agent_id: int, state: str, back: str) -> str:
    """Where WeCom shows a code to scan, in a browser outside of it (document 98152)."""
    address = auth.login_url(corpid, agent_id, back, state)
    if bridge_origin(settings) is None:
        return address
    return settings.wecom_base_url.rstrip("/") + address.removeprefix(LOGIN_BASE_URL)


async def meet(session: AsyncSession, corp_id: int, who: UserInfo) -> int:
    """The id of whom WeCom named; one it had not told us of yet gets a bare row.

    Needs the owner's session. Raises NotAMemberError and MemberLeftError.
    """
    # `CorpId/userid` is a member of a linked corp, who is no staff of this one.
    if not who.userid or "/" in who.userid:
        raise NotAMemberError
    staff_id = (await staff.identify(session, corp_id, [who.userid]))[who.userid]
    (member,) = await staff.staff_by_ids(session, corp_id, [staff_id])
    if member.status in _GONE:
        raise MemberLeftError
    return staff_id


def in_words(error: WeComError) -> DomainError:
    """What a person at the page is told when WeCom refuses or is silent."""
    match error:
        case InvalidCodeError():
            return CodeRefusedError()
        case RefusedError():
            return WeComRefusedError(error.errcode)
        case _:
            return WeComSilentError()


async def open_session(
    session: AsyncSession, invitation: Invitation, who: UserInfo, now: datetime
) -> str:
    """Sign in who WeCom named, for 7 days; returns the token.

    Needs the owner's session. Raises NotAMemberError and MemberLeftError.
    """
    corp_id = invitation.corp_id
    staff_id = await meet(session, corp_id, who)
    await session.execute(
        delete(StaffSession).where(
            StaffSession.corp_id == corp_id,
            StaffSession.staff_id == staff_id,
            StaffSession.expires_at <= now,
        )
    )
    token = secrets.token_urlsafe(32)
    session.add(
        StaffSession(
            token_hash=_token_hash(token),
            corp_id=corp_id,
            staff_id=staff_id,
            agent_id=invitation.agent_id,
            expires_at=now + timedelta(days=SESSION_DAYS),
        )
    )
    await audit.record(
        session,
        corp_id,
        actor=f"staff:{staff_id}",
        action="staff_session.opened",
        target=f"staff:{staff_id}",
    )
    return token


async def find_member(session: AsyncSession, token: str, now: datetime) -> SignedInMember:
    """Who holds this token. Needs the owner's session.

    Raises StaffSignedOutError, and MemberLeftError for one who left since he signed in.
    """
    found = await session.scalar(
        select(StaffSession).where(
            StaffSession.token_hash == _token_hash(token), StaffSession.expires_at > now
        )
    )
    if found is None:
        raise StaffSignedOutError
    members = await staff.staff_by_ids(session, found.corp_id, [found.staff_id])
    if not members or members[0].status in _GONE:
        raise MemberLeftError
    member = members[0]
    return SignedInMember(
        corp_id=found.corp_id,
        staff_id=member.id,
        agent_id=found.agent_id,
        account=member.account,
        name=member.name,
        avatar=member.avatar,
    )


def _token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


async def sign_page(runtime: Runtime, member: SignedInMember, url: str) -> PageSignatures:
    """Both signatures of one of our pages. Raises ForeignPageError, UnknownCorpError, WeComError.

    Called outside any transaction: WeCom is asked when no ticket is fresh.
    """
    page = check_page(runtime.settings, url)
    client = await corps.connect(runtime, member.corp_id, member.agent_id)
    async with runtime.database.owner() as session:
        facts = await corps.read_facts(session, member.corp_id)
    corp_ticket, app_ticket = (
        runtime.once(
            ("js_ticket", member.corp_id, of), partial(SharedTicket, runtime, member.corp_id, of)
        )
        for of in (CORP, member.agent_id)
    )
    at = int(runtime.clock().timestamp())
    return PageSignatures(
        corpid=facts.corpid,
        agent_id=member.agent_id,
        config=_signature(await corp_ticket.get(client.auth.jsapi_ticket), at, page),
        agent_config=_signature(await app_ticket.get(client.auth.agent_ticket), at, page),
    )


def _signature(ticket: str, at: int, page: str) -> PageSignature:
    nonce = secrets.token_hex(8)
    return PageSignature(timestamp=at, nonce=nonce, signature=sign_js(ticket, nonce, at, page))
