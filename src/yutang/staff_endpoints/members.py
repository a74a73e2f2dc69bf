"""Who asks on a member's pages."""

from collections.abc import AsyncIterator
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access.errors import ForgedRequestError
from yutang.kernel.db import Seer
from yutang.kernel.web import CurrentRuntime
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.errors import StaffSignedOutError
from yutang.people.staff_sessions.schemas import SignedInMember

COOKIE = "yutang_staff"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def _is_ours(request: Request, address: str) -> bool:
    """Whether a page of ours sends this change; browsers name its origin with each."""
    origin = request.headers.get("Origin")
    host = request.headers.get("Host", "")
    return origin is None or origin == address or urlsplit(origin).netloc == host


async def get_member(request: Request, runtime: CurrentRuntime) -> SignedInMember:
    """The member who asks.

    Raises StaffSignedOutError, MemberLeftError, and ForgedRequestError for a change that another
    site's page sends.
    """
    if request.method not in _SAFE and not _is_ours(request, runtime.settings.address):
        raise ForgedRequestError
    token = request.cookies.get(COOKIE)
    if not token:
        raise StaffSignedOutError
    async with runtime.database.owner() as session:
        return await sessions.find_member(session, token, runtime.clock())


CurrentMember = Annotated[SignedInMember, Depends(get_member)]


async def open_member_session(
    member: CurrentMember, runtime: CurrentRuntime
) -> AsyncIterator[AsyncSession]:
    """One transaction in the member's corp, in which he sees his own customers."""
    seer = Seer(f"staff:{member.staff_id}", staff_ids=(member.staff_id,))
    async with runtime.database.corp(member.corp_id, seer) as session:
        yield session


MemberSession = Annotated[AsyncSession, Depends(open_member_session, scope="function")]
