"""A person's own mail address: kept, proved by a link that only he gets, taken back."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.errors import DomainError
from yutang.kernel.mailing import Mailer, MailFailedError
from yutang.kernel.runtime import Runtime

from . import repository
from .errors import BadConfirmationError, TooManyMailsError
from .letters import confirming
from .schemas import NewAddress

ASKED_AN_HOUR: Final = 5
LINK_LIVES: Final = timedelta(days=1)


async def set_address(
    runtime: Runtime, corp_id: int, own: Sequence[str], given: NewAddress, actor: str
) -> None:
    """Keep an address and mail it a link; it gets nothing else before the link was used.

    The same address, once confirmed, stays so. Raises MailNotSetUpError, TooManyMailsError,
    MailRefusedError, MailFailedError; the last two leave the address unconfirmed.
    """
    mailer = Mailer.of(runtime.settings)
    now, token, mail_id = runtime.clock(), secrets.token_urlsafe(32), uuid4()
    asked: dict[str, Any] = {"corp_id": corp_id, "receiver": own[0], "now": now}
    async with runtime.database.owner() as session:
        await session.execute(repository.ADDRESS_LOCK, asked)
        known = (await session.execute(repository.ADDRESS, asked)).one_or_none()
        is_known = (
            known is not None and known.address == given.address and known.confirmed_at is not None
        )
        if is_known:
            await session.execute(repository.KEEP_LANGUAGE, {**asked, "language": given.language})
        else:
            if (await session.scalar(repository.ASKED, asked) or 0) >= ASKED_AN_HOUR:
                raise TooManyMailsError(ASKED_AN_HOUR)
            kept = {
                **asked,
                "address": given.address,
                "language": given.language,
                "hash": _hash(token),
                "until": now + LINK_LIVES,
            }
            await session.execute(repository.KEEP_ADDRESS, kept)
            await session.execute(repository.ASK, {**asked, "id": mail_id})
        await _record(session, corp_id, actor, "notices.mail_address_changed", given.address)
    if is_known:
        return
    link = f"{runtime.settings.address}/settings/notices?{urlencode({'confirm': token})}"
    state = "unknown"
    reason: str | None = None
    try:
        await mailer.send(confirming(given.address, given.language, link))
        state = "sent"
    except DomainError as error:
        surely = not isinstance(error, MailFailedError) or error.is_surely_not_sent
        state, reason = "failed" if surely else "unknown", error.detail[:200]
        raise
    finally:
        ended = {**asked, "id": mail_id, "state": state, "reason": reason, "until": None}
        async with runtime.database.owner() as session:
            await session.execute(repository.MAIL_ENDED, ended)


async def confirm_address(
    session: AsyncSession, corp_id: int, own: Sequence[str], token: str, actor: str, now: datetime
) -> None:
    """Prove an address by the link's token, which works once. Raises BadConfirmationError."""
    asked = {"corp_id": corp_id, "receiver": own[0], "hash": _hash(token), "now": now}
    address = await session.scalar(repository.CONFIRM, asked)
    if address is None:
        raise BadConfirmationError
    await _record(session, corp_id, actor, "notices.mail_address_confirmed", address)


async def forget_address(
    session: AsyncSession, corp_id: int, own: Sequence[str], actor: str
) -> None:
    """Forget a person's address and for what he wanted mail; what waits is refused later."""
    for statement in repository.FORGET_ADDRESS:
        await session.execute(statement, {"corp_id": corp_id, "receiver": own[0]})
    await _record(session, corp_id, actor, "notices.mail_address_forgotten", None)


async def _record(
    session: AsyncSession, corp_id: int, actor: str, action: str, address: str | None
) -> None:
    # Audit outlives people: where the mailbox is, not whose.
    after = None if address is None else {"domain": address.rpartition("@")[2]}
    await audit.record(session, corp_id, actor=actor, action=action, target=actor, after=after)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
