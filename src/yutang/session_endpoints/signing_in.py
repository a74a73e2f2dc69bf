"""Sign in with a password, sign out, tell who is signed in."""

from fastapi import APIRouter, Request, Response

from yutang.kernel.access import service as access
from yutang.kernel.access.errors import SignedOutError, WrongCodeError, WrongCredentialsError
from yutang.kernel.access.schemas import SignIn
from yutang.kernel.errors import DomainError
from yutang.kernel.web import COOKIE, CurrentRuntime, SignedIn

from .cookies import SessionRead, arrival_of, read, set_cookie

router = APIRouter(prefix="/session", tags=["session"])

_GUESSES = (WrongCredentialsError, WrongCodeError)


@router.post("")
async def sign_in(
    body: SignIn, request: Request, response: Response, runtime: CurrentRuntime
) -> SessionRead:
    """Sign in with a local account; sets the cookie `yutang_session` for 14 days.

    401 `access.wrong_credentials`; 401 `access.code_needed` where a second factor is on: send the
    same again with `code`; 401 `access.wrong_code`. After eight wrong ones in a row 429
    `access.locked_out` for 15 minutes. After 20 failures for one login or 100 from one address
    within ten minutes 429 `access.too_many_tries` with `Retry-After`.
    """
    now = runtime.clock()
    arrival = arrival_of(request, runtime, "password")
    tried = access.rates.buckets(body.login, arrival.ip)
    async with runtime.database.owner() as session:
        refused = await access.rates.take(session, tried, now)
    if refused is not None:
        raise refused
    token = ""
    async with runtime.database.owner() as session:
        found = await access.check_credentials(session, runtime.vault, body, now)
        if not isinstance(found, DomainError):
            token, _ = await access.open_session(session, found, now, arrival)
        if not isinstance(found, _GUESSES):
            await access.rates.give_back(session, tried)
    if isinstance(found, DomainError):
        # Raised after the commit: the counted attempt must stay.
        raise found
    set_cookie(response, runtime, token)
    return await read(runtime, token)


@router.get("")
async def read_session(request: Request, runtime: CurrentRuntime) -> SessionRead:
    """Who is signed in; 401 `access.signed_out` when nobody is."""
    token = request.cookies.get(COOKIE)
    if not token:
        raise SignedOutError
    return await read(runtime, token)


@router.delete("", status_code=204)
async def sign_out(
    request: Request, response: Response, principal: SignedIn, runtime: CurrentRuntime
) -> None:
    """Sign out this browser."""
    async with runtime.database.owner() as session:
        await access.close_session(session, principal.corp_id, request.cookies[COOKIE])
    response.delete_cookie(COOKIE, path="/")
