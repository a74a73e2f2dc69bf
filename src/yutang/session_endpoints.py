"""Sign-in over HTTP: knows both the person (kernel) and the corp (people), so it stands above."""

from datetime import timedelta

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from yutang.kernel.access import service as access
from yutang.kernel.access.errors import SignedOutError
from yutang.kernel.access.schemas import PasswordChange, SignIn, UserRead
from yutang.kernel.errors import DomainError
from yutang.kernel.web import COOKIE, CurrentRuntime, SignedIn
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import CorpRead

router = APIRouter(prefix="/session", tags=["session"])


class SessionRead(BaseModel):
    """Who is signed in, for which corp; `csrf_token` goes into `X-CSRF-Token` of each change."""

    user: UserRead
    corp: CorpRead
    csrf_token: str


async def _read(runtime: CurrentRuntime, token: str) -> SessionRead:
    async with runtime.database.owner() as session:
        principal = await access.find_principal(session, token, runtime.clock())
        if principal is None:
            raise SignedOutError
        corp = await corps.describe(session, principal.corp_id)
    return SessionRead(user=access.describe(principal), corp=corp, csrf_token=principal.csrf_token)


@router.post("")
async def sign_in(body: SignIn, response: Response, runtime: CurrentRuntime) -> SessionRead:
    """Sign in with a local account; sets the cookie `yutang_session` for 14 days.

    401 `access.wrong_credentials`; after eight wrong passwords in a row 429 `access.locked_out`
    for 15 minutes.
    """
    now = runtime.clock()
    async with runtime.database.owner() as session:
        found = await access.check_credentials(session, body.login, body.password, now)
        token = ""
        if not isinstance(found, DomainError):
            token, _ = await access.open_session(session, found, now)
    if isinstance(found, DomainError):
        # Raised after the commit: the counted attempt must stay.
        raise found
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(timedelta(days=access.SESSION_DAYS).total_seconds()),
        httponly=True,
        samesite="lax",
        secure=runtime.settings.address.startswith("https:"),
        path="/",
    )
    return await _read(runtime, token)


@router.get("")
async def read_session(request: Request, runtime: CurrentRuntime) -> SessionRead:
    """Who is signed in; 401 `access.signed_out` when nobody is."""
    token = request.cookies.get(COOKIE)
    if not token:
        raise SignedOutError
    return await _read(runtime, token)


@router.delete("", status_code=204)
async def sign_out(
    request: Request, response: Response, _: SignedIn, runtime: CurrentRuntime
) -> None:
    """Sign out this browser."""
    async with runtime.database.owner() as session:
        await access.close_session(session, request.cookies[COOKIE])
    response.delete_cookie(COOKIE, path="/")


@router.post("/password", status_code=204)
async def change_password(
    body: PasswordChange, request: Request, principal: SignedIn, runtime: CurrentRuntime
) -> None:
    """Set a new password (8 characters or more); ends the person's other sessions."""
    async with runtime.database.owner() as session:
        await access.change_password(
            session, principal, body.current, body.new, request.cookies[COOKIE]
        )
