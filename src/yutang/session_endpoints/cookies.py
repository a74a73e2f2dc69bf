"""What the ways in share: the cookie, and from where somebody comes."""

from datetime import timedelta

from fastapi import Request, Response
from pydantic import BaseModel

from yutang.kernel.access import service as access
from yutang.kernel.access.errors import SignedOutError
from yutang.kernel.access.schemas import Arrival, Means, UserRead
from yutang.kernel.asking import client_ip
from yutang.kernel.runtime import Runtime
from yutang.kernel.web import COOKIE, keep_cookie
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import CorpRead


class SessionRead(BaseModel):
    """Who is signed in, for which corp; `csrf_token` goes into `X-CSRF-Token` of each change."""

    user: UserRead
    corp: CorpRead
    csrf_token: str


async def read(runtime: Runtime, token: str) -> SessionRead:
    """Who holds this token; raises SignedOutError."""
    async with runtime.database.owner() as session:
        principal = await access.find_principal(session, token, runtime.clock())
        if principal is None:
            raise SignedOutError
        corp = await corps.describe(session, principal.corp_id)
        user = await access.describe(session, principal)
    return SessionRead(user=user, corp=corp, csrf_token=principal.csrf_token)


def arrival_of(request: Request, runtime: Runtime, means: Means) -> Arrival:
    """By what and from where this request comes."""
    agent = request.headers.get("User-Agent", "")
    return Arrival(means, client_ip(request, runtime.settings), agent)


def set_cookie(response: Response, runtime: Runtime, token: str) -> None:
    """Let the browser keep the token as long as the session lasts."""
    lasting = int(timedelta(days=access.SESSION_DAYS).total_seconds())
    keep_cookie(response, runtime, COOKIE, token, seconds=lasting, path="/")
