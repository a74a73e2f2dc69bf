"""Sign a customer in by WeCom, know him again, sign him out."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.vault import Vault
from yutang.people.customers import service as customers
from yutang.people.staff_sessions.service import Pages
from yutang.wecom.auth import UserInfo

from .errors import CustomerSignedOutError, MemberCameError, NobodyKnownError, StaleFormError
from .models import CustomerSession
from .schemas import SignedInCustomer

SESSION_DAYS: Final = 30
SIGN_IN: Final = "/h/sign-in"
SIGNED_IN: Final = "/h/signed-in"
PAGES: Final = Pages("customer_sessions.invitation", "/h/", (f"{SIGN_IN}/", f"{SIGNED_IN}/"))
"""A sign-in that led to itself would never end."""

# The lock waits for an erasure that is about to delete him, and makes one that comes later find
# the session: none outlives its person.
_OPEN = text(
    """
    insert into customer_sessions (corp_id, token_hash, customer_id, expires_at)
    select c.corp_id, :token_hash, c.id, :expires_at from customers c
    where c.corp_id = :corp_id and c.id = :customer_id
    for key share
    returning customer_id
    """
)
_FIND = text(
    """
    select s.corp_id, s.customer_id from customer_sessions s
    join customers c on c.corp_id = s.corp_id and c.id = s.customer_id
    where s.token_hash = :token_hash and s.expires_at > :now
    """
)
_FORGET = text(
    """
    delete from customer_sessions where (corp_id, token_hash) in (
      select corp_id, token_hash from customer_sessions
      where corp_id = :corp_id and expires_at <= :now limit 1000)
    """
)


async def meet(session: AsyncSession, corp_id: int, who: UserInfo) -> int:
    """The number of whom WeCom named; stores nothing. Raises MemberCameError, NobodyKnownError."""
    if who.userid:
        raise MemberCameError
    found = await customers.find_refs(session, corp_id, [who.external_userid])
    if who.external_userid not in found:
        raise NobodyKnownError
    return found[who.external_userid].id


async def open_session(session: AsyncSession, corp_id: int, customer_id: int, now: datetime) -> str:
    """Sign a customer in for 30 days; returns the token. Raises NobodyKnownError."""
    token = secrets.token_urlsafe(32)
    opened = await session.scalar(
        _OPEN,
        {
            "corp_id": corp_id,
            "customer_id": customer_id,
            "token_hash": _hash(token),
            "expires_at": now + timedelta(days=SESSION_DAYS),
        },
    )
    if opened is None:
        raise NobodyKnownError
    await audit.record(
        session,
        corp_id,
        actor=f"customer:{customer_id}",
        action="customer_session.opened",
        target=f"customer:{customer_id}",
    )
    return token


async def find(session: AsyncSession, token: str, now: datetime) -> SignedInCustomer:
    """Who holds this token. Needs the owner's session; raises CustomerSignedOutError."""
    hashed = _hash(token)
    asked = {"token_hash": hashed, "now": now}
    row = (await session.execute(_FIND, asked)).one_or_none() if token else None
    if row is None:
        raise CustomerSignedOutError
    return SignedInCustomer(row.corp_id, row.customer_id, hashed)


async def end(session: AsyncSession, me: SignedInCustomer, *, everywhere: bool) -> int:
    """Sign out this browser, or all of his; how many."""
    wanted = delete(CustomerSession).where(
        CustomerSession.corp_id == me.corp_id, CustomerSession.customer_id == me.customer_id
    )
    if not everywhere:
        wanted = wanted.where(CustomerSession.token_hash == me.token_hash)
    gone = (await session.scalars(wanted.returning(CustomerSession.customer_id))).all()
    if gone:
        await audit.record(
            session,
            me.corp_id,
            actor=me.actor,
            action="customer_session.ended",
            target=me.actor,
            after={"sessions": len(gone)},
        )
    return len(gone)


async def forget_expired(session: AsyncSession, corp_id: int, now: datetime) -> int:
    """Delete up to a thousand sessions that ended by themselves; how many."""
    done = await session.execute(_FORGET, {"corp_id": corp_id, "now": now})
    return int(getattr(done, "rowcount", 0))


def form_mark(vault: Vault, me: SignedInCustomer) -> str:
    """What proves that a form was made for this session: nobody else can write it."""
    return vault.fingerprint(f"customer_sessions.form:{me.token_hash.hex()}")


def check_form(vault: Vault, me: SignedInCustomer, mark: str) -> None:
    """Raise StaleFormError unless the form was made for this session."""
    if not secrets.compare_digest(form_mark(vault, me).encode(), mark.encode()):
        raise StaleFormError


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
