"""Who asks on a member's pages."""

import hashlib
from collections.abc import AsyncIterator
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import origins
from yutang.kernel.access.errors import ForgedRequestError
from yutang.kernel.admitting import SAFE, admit
from yutang.kernel.db import Seer
from yutang.kernel.web import CurrentRuntime
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.errors import StaffSignedOutError
from yutang.people.staff_sessions.schemas import SignedInMember

COOKIE = "yutang_staff"


def _is_ours(request: Request, address: str) -> bool:
    """Whether a page of ours sends this change; browsers name its origin with each."""
    origin = request.headers.get("Origin")
    host = request.headers.get("Host", "")
    return origin is None or origin == address or urlsplit(origin).netloc == host


async def get_member(request: Request, runtime: CurrentRuntime) -> SignedInMember:
    """The member who asks.

    Raises StaffSignedOutError, MemberLeftError, ForgedRequestError for a change that another
    site's page sends, and what `admit` raises.
    """
    if request.method not in SAFE and not _is_ours(request, runtime.settings.address):
        raise ForgedRequestError
    token = request.cookies.get(COOKIE)
    if not token:
        raise StaffSignedOutError
    async with runtime.database.owner() as session:
        member = await sessions.find_member(session, token, runtime.clock())
    # It has no number of its own; the beginning of its hash tells one browser from another.
    mark = hashlib.sha256(token.encode()).hexdigest()[:12]
    origins.known_as(origins.SESSION, f"staff_session:{mark}")
    actor = f"staff:{member.staff_id}"
    await admit(request, runtime, member.corp_id, actor, f"member:{member.staff_id}")
    return member


CurrentMember = Annotated[SignedInMember, Depends(get_member)]


async def open_member_session(
    request: Request, member: CurrentMember, runtime: CurrentRuntime
) -> AsyncIterator[AsyncSession]:
    """One transaction in the member's corp, in which he sees his own customers."""
    seer = Seer(f"staff:{member.staff_id}", staff_ids=(member.staff_id,))
    async with runtime.database.corp(member.corp_id, seer) as session:
        request.state.acting = session
        yield session


MemberSession = Annotated[AsyncSession, Depends(open_member_session, scope="function")]
