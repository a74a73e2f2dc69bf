"""What endpoints need: the session of the caller's corp, and who the caller is."""

import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from . import origins
from .access import service as access
from .access.errors import (
    ForgedRequestError,
    InPersonError,
    PasswordChangeNeededError,
    SignedOutError,
)
from .access.schemas import Principal
from .admitting import SAFE, admit
from .runtime import Runtime
from .tokens import service as tokens
from .tokens.errors import TokenRefusedError

COOKIE = "yutang_session"


def get_runtime(request: Request) -> Runtime:
    """The process's runtime, put there by the api at its start."""
    runtime: Runtime = request.app.state.runtime
    return runtime


CurrentRuntime = Annotated[Runtime, Depends(get_runtime)]


def keep_cookie(
    answer: Response, runtime: Runtime, name: str, value: str, *, seconds: int, path: str
) -> None:
    """Let the browser keep it for so long: never shown to scripts, nor sent from other sites."""
    answer.set_cookie(
        name,
        value,
        max_age=seconds,
        httponly=True,
        samesite="lax",
        secure=runtime.settings.address.startswith("https:"),
        path=path,
    )


def find_bearer(request: Request) -> str | None:
    """The token of `Authorization: Bearer`, which goes before any cookie; None without."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


async def identify(request: Request, runtime: Runtime) -> Principal:
    """Who asks, by token or by session.

    Raises TokenRefusedError, SignedOutError, and ForgedRequestError for a session's change without
    its CSRF token.
    """
    token = find_bearer(request)
    if token is None:
        principal = await _by_session(request, runtime)
        origins.known_as(origins.SESSION, principal.caller)
        return principal
    async with runtime.database.owner() as session:
        now, ip = runtime.clock(), origins.current().ip
        principal_or_none = await tokens.find_principal(session, token, now, ip)
    if principal_or_none is None:
        raise TokenRefusedError
    origins.known_as(origins.TOKEN, principal_or_none.caller)
    return principal_or_none


async def get_caller(request: Request, runtime: CurrentRuntime) -> Principal:
    """Who asks, counted and with his idempotency key claimed; raises what both raise."""
    principal = await identify(request, runtime)
    await admit(request, runtime, principal.corp_id, principal.actor, principal.caller)
    return principal


async def _by_session(request: Request, runtime: Runtime) -> Principal:
    token = request.cookies.get(COOKIE)
    if not token:
        raise SignedOutError
    async with runtime.database.owner() as session:
        principal = await access.find_principal(session, token, runtime.clock())
    if principal is None:
        raise SignedOutError
    if request.method not in SAFE:
        given = request.headers.get("X-CSRF-Token", "")
        if not secrets.compare_digest(given.encode(), principal.csrf_token.encode()):
            raise ForgedRequestError
    return principal


Caller = Annotated[Principal, Depends(get_caller)]


async def get_signed_in(principal: Caller) -> Principal:
    """Who is signed in himself; raises InPersonError for a token.

    For what he may do with a password that others know: change it, sign out.
    """
    if principal.token_id is not None:
        raise InPersonError
    return principal


SignedIn = Annotated[Principal, Depends(get_signed_in)]


async def get_principal(principal: Caller) -> Principal:
    """Who asks; raises also PasswordChangeNeededError."""
    if principal.must_change_password:
        raise PasswordChangeNeededError
    return principal


CurrentPrincipal = Annotated[Principal, Depends(get_principal)]


async def get_person(principal: CurrentPrincipal) -> Principal:
    """Who asks, signed in himself: what no token may do, such as making tokens."""
    return await get_signed_in(principal)


CurrentPerson = Annotated[Principal, Depends(get_person)]


async def open_corp_session(
    request: Request, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> AsyncIterator[AsyncSession]:
    """One transaction in the caller's corp, in which he sees whom he may."""
    async with runtime.database.corp(principal.corp_id, principal.seer) as session:
        request.state.acting = session
        yield session


# scope="function": the commit happens before the answer leaves, so a 201 is never a lie.
CorpSession = Annotated[AsyncSession, Depends(open_corp_session, scope="function")]


@dataclass(frozen=True, slots=True)
class Needs:
    """A dependency that refuses callers who lack `permission`."""

    permission: str

    def __call__(self, principal: CurrentPrincipal) -> None:
        """Raise ForbiddenError unless he holds it."""
        access.demand(principal, self.permission)


def needs(permission: str) -> Needs:
    """A dependency that refuses callers who lack `permission`."""
    return Needs(permission)
