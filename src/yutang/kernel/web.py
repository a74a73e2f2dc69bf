"""What endpoints need: the session of the caller's corp, and who the caller is."""

import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from .access import service as access
from .access.errors import ForgedRequestError, PasswordChangeNeededError, SignedOutError
from .access.schemas import Principal
from .runtime import Runtime

COOKIE = "yutang_session"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def get_runtime(request: Request) -> Runtime:
    """The process's runtime, put there by the api at its start."""
    runtime: Runtime = request.app.state.runtime
    return runtime


CurrentRuntime = Annotated[Runtime, Depends(get_runtime)]


async def get_signed_in(request: Request, runtime: CurrentRuntime) -> Principal:
    """Who asks; raises SignedOutError, and ForgedRequestError for a change without its token.

    For what he may do with a password that others know: change it, sign out.
    """
    token = request.cookies.get(COOKIE)
    if not token:
        raise SignedOutError
    async with runtime.database.owner() as session:
        principal = await access.find_principal(session, token, runtime.clock())
    if principal is None:
        raise SignedOutError
    if request.method not in _SAFE:
        given = request.headers.get("X-CSRF-Token", "")
        if not secrets.compare_digest(given, principal.csrf_token):
            raise ForgedRequestError
    return principal


SignedIn = Annotated[Principal, Depends(get_signed_in)]


async def get_principal(principal: SignedIn) -> Principal:
    """Who asks; raises also PasswordChangeNeededError."""
    if principal.must_change_password:
        raise PasswordChangeNeededError
    return principal


CurrentPrincipal = Annotated[Principal, Depends(get_principal)]


async def open_corp_session(
    principal: CurrentPrincipal, runtime: CurrentRuntime
) -> AsyncIterator[AsyncSession]:
    """One transaction in the caller's corp, in which he sees whom he may."""
    async with runtime.database.corp(principal.corp_id, principal.seer) as session:
        yield session


# scope="function": the commit happens before the answer leaves, so a 201 is never a lie.
CorpSession = Annotated[AsyncSession, Depends(open_corp_session, scope="function")]


@dataclass(frozen=True, slots=True)
class Needs:
    """A dependency that refuses callers who lack `permission`."""

    permission: str

    def __call__(self, principal: CurrentPrincipal) -> None:
        access.demand(principal, self.permission)


def needs(permission: str) -> Needs:
    """A dependency that refuses callers who lack `permission`."""
    return Needs(permission)
