"""Who opens a page, as little of him as the page needs: a keyed hash that a sealed cookie holds."""

import base64
import binascii
import secrets
from datetime import datetime, timedelta
from typing import Final

from pydantic import BaseModel, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import UnsealError, Vault
from yutang.people.customers import service as customers
from yutang.wecom.auth import UserInfo

_SEALED_AS: Final = "page_codes.visitor"
COOKIE_DAYS: Final = 90


class Visitor(BaseModel, frozen=True):
    """Somebody of one corp's pages.

    `mark` is the keyed hash of his openid, of his external_userid where WeCom told no openid, or
    of chance in a browser that cannot ask WeCom. A member of the corp has none: nothing is counted.
    """

    corp_id: int
    mark: str
    customer_id: int | None = None
    is_member: bool = False
    expires_at: float
    """Unix seconds."""

    @property
    def hashed(self) -> bytes:
        """What the tables hold of him."""
        return bytes.fromhex(self.mark)


def by_chance(vault: Vault, corp_id: int, now: datetime) -> Visitor:
    """Somebody of whom nothing is known but that his browser keeps a cookie."""
    return _visitor(vault, corp_id, f"chance:{secrets.token_hex(16)}", now)


async def by_wecom(
    session: AsyncSession, vault: Vault, corp_id: int, who: UserInfo, now: datetime
) -> Visitor:
    """Whom WeCom named: a member, a customer, or a stranger, of whom only a hash is kept."""
    if who.userid:
        return _visitor(vault, corp_id, f"member:{who.userid}", now, is_member=True)
    found = (
        await customers.find_refs(session, corp_id, [who.external_userid])
        if who.external_userid
        else {}
    )
    known = found.get(who.external_userid)
    told = f"openid:{who.openid}" if who.openid else f"external:{who.external_userid}"
    return _visitor(vault, corp_id, told, now, customer_id=known.id if known else None)


def _visitor(
    vault: Vault,
    corp_id: int,
    told: str,
    now: datetime,
    *,
    customer_id: int | None = None,
    is_member: bool = False,
) -> Visitor:
    return Visitor(
        corp_id=corp_id,
        mark=vault.fingerprint(f"page_codes:{corp_id}:{told}"),
        customer_id=customer_id,
        is_member=is_member,
        expires_at=(now + timedelta(days=COOKIE_DAYS)).timestamp(),
    )


def seal(vault: Vault, visitor: Visitor) -> str:
    """Fit for a cookie, which nobody else can write."""
    return base64.urlsafe_b64encode(vault.seal(visitor.model_dump_json(), _SEALED_AS)).decode()


def unseal(vault: Vault, cookie: str, corp_id: int, now: datetime) -> Visitor | None:
    """Who holds this cookie; None where it is forged, another corp's, or too old."""
    try:
        sealed = base64.urlsafe_b64decode(cookie.encode())
        visitor = Visitor.model_validate_json(vault.unseal(sealed, _SEALED_AS))
    except (binascii.Error, ValueError, UnsealError, ValidationError):
        return None
    if visitor.corp_id != corp_id or visitor.expires_at < now.timestamp():
        return None
    return visitor
