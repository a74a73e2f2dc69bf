"""A corp's webhooks: kept, changed, looked at."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from sqlalchemy import Row, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit, webhooks
from yutang.kernel.fetching import fetcher_of
from yutang.kernel.notices import service as notices
from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import Vault

from .errors import TooManyWebhooksError, UnknownWebhookError
from .models import Webhook, WebhookDelivery
from .schemas import (
    DeliveryList,
    DeliveryRead,
    NewWebhook,
    WebhookChange,
    WebhookList,
    WebhookMade,
    WebhookRead,
)

MOST: Final = 5
SHOWN: Final = 20
CONTEXT: Final = "notice_webhooks.sealed_secret"

# What people may see of a delivery: not its words.
_SEEN = (
    WebhookDelivery.id,
    WebhookDelivery.webhook_id,
    WebhookDelivery.kind,
    WebhookDelivery.state,
    WebhookDelivery.reason,
    WebhookDelivery.status,
    WebhookDelivery.tries,
    WebhookDelivery.seconds,
    WebhookDelivery.made_at,
    WebhookDelivery.tried_at,
    WebhookDelivery.next_at,
)


async def list_webhooks(session: AsyncSession, corp_id: int) -> WebhookList:
    """All of a corp, each with the newest delivery that was tried."""
    rows = await session.scalars(
        select(Webhook).where(Webhook.corp_id == corp_id).order_by(Webhook.id)
    )
    return WebhookList(items=[await _read(session, row) for row in rows])


async def list_deliveries(session: AsyncSession, corp_id: int, webhook_id: int) -> DeliveryList:
    """The last twenty of one. Raises UnknownWebhookError."""
    await find_webhook(session, corp_id, webhook_id)
    rows = await session.execute(
        select(*_SEEN)
        .where(WebhookDelivery.corp_id == corp_id, WebhookDelivery.webhook_id == webhook_id)
        .order_by(WebhookDelivery.made_at.desc(), WebhookDelivery.id)
        .limit(SHOWN)
    )
    return DeliveryList(items=[_delivery(row) for row in rows])


async def find_webhook(
    session: AsyncSession, corp_id: int, webhook_id: int, *, locked: bool = False
) -> Webhook:
    """One by its id. Raises UnknownWebhookError."""
    row = await session.get(Webhook, (corp_id, webhook_id), with_for_update=locked or None)
    if row is None:
        raise UnknownWebhookError(webhook_id)
    return row


async def add_webhook(runtime: Runtime, corp_id: int, new: NewWebhook, actor: str) -> WebhookMade:
    """Make one; its secret is in the answer only.

    Raises FetchRefusedError, UnknownKindError, TooManyWebhooksError.
    """
    fetcher_of(runtime).check(new.url)
    _check_kinds(new.kinds)
    secret = webhooks.new_secret()
    async with runtime.database.owner() as session:
        await session.execute(select(func.pg_advisory_xact_lock(_lock(corp_id))))
        count = await session.scalar(
            select(func.count()).select_from(Webhook).where(Webhook.corp_id == corp_id)
        )
        if (count or 0) >= MOST:
            raise TooManyWebhooksError(MOST)
        row = Webhook(
            corp_id=corp_id,
            url=new.url,
            sealed_secret=runtime.vault.seal(secret, CONTEXT),
            kinds=new.kinds,
            enabled=new.enabled,
            failures=0,
            created_by=actor,
            created_at=runtime.clock(),
        )
        session.add(row)
        await session.flush()
        await _record(session, row, actor, "notices.webhook_added", after=_told(row))
        made = await _read(session, row)
    return WebhookMade(**made.model_dump(), secret=secret)


async def change_webhook(
    runtime: Runtime, corp_id: int, webhook_id: int, change: WebhookChange, actor: str
) -> WebhookRead:
    """Change what was given; turned on anew it begins without failures.

    Raises UnknownWebhookError, FetchRefusedError, UnknownKindError; then nothing was changed.
    """
    if change.url is not None:
        fetcher_of(runtime).check(change.url)
    _check_kinds(change.kinds)
    async with runtime.database.owner() as session:
        row = await find_webhook(session, corp_id, webhook_id, locked=True)
        before = _told(row)
        if change.url is not None:
            row.url = change.url
        if "kinds" in change.model_fields_set:
            row.kinds = change.kinds
        if change.enabled is not None:
            if change.enabled and not row.enabled:
                row.failures, row.failing_since, row.off_reason = 0, None, None
            row.enabled = change.enabled
        await session.flush()
        after = _told(row)
        await _record(session, row, actor, "notices.webhook_changed", before=before, after=after)
        return await _read(session, row)


async def renew_secret(runtime: Runtime, corp_id: int, webhook_id: int, actor: str) -> WebhookMade:
    """Another secret, from the next attempt on. Raises UnknownWebhookError."""
    secret = webhooks.new_secret()
    async with runtime.database.owner() as session:
        row = await find_webhook(session, corp_id, webhook_id, locked=True)
        row.sealed_secret = runtime.vault.seal(secret, CONTEXT)
        await session.flush()
        await _record(session, row, actor, "notices.webhook_secret_renewed")
        read = await _read(session, row)
    return WebhookMade(**read.model_dump(), secret=secret)


async def remove_webhook(session: AsyncSession, corp_id: int, webhook_id: int, actor: str) -> None:
    """Forget one with what it was told. Raises UnknownWebhookError."""
    row = await find_webhook(session, corp_id, webhook_id, locked=True)
    await _record(session, row, actor, "notices.webhook_removed", before=_told(row))
    await session.delete(row)
    await session.execute(
        delete(WebhookDelivery).where(
            WebhookDelivery.corp_id == corp_id, WebhookDelivery.webhook_id == webhook_id
        )
    )


async def read_delivery(session: AsyncSession, corp_id: int, delivery_id: Any) -> DeliveryRead:
    """One delivery that is known to be there."""
    found = await session.execute(
        select(*_SEEN).where(WebhookDelivery.corp_id == corp_id, WebhookDelivery.id == delivery_id)
    )
    return _delivery(found.one())


async def sealed_secret(session: AsyncSession, row: Webhook) -> bytes:
    """What `secret_of` opens. Needs the owner's session."""
    found = await session.scalars(
        select(Webhook.sealed_secret).where(Webhook.corp_id == row.corp_id, Webhook.id == row.id)
    )
    return found.one()


def secret_of(vault: Vault, sealed: bytes) -> bytes:
    """With what a webhook's calls are signed."""
    return vault.unseal(sealed, CONTEXT).encode()


async def _read(session: AsyncSession, row: Webhook) -> WebhookRead:
    last = (
        await session.execute(
            select(*_SEEN)
            .where(
                WebhookDelivery.corp_id == row.corp_id,
                WebhookDelivery.webhook_id == row.id,
                WebhookDelivery.tried_at.is_not(None),
            )
            .order_by(WebhookDelivery.made_at.desc())
            .limit(1)
        )
    ).one_or_none()
    return WebhookRead(
        id=row.id,
        url=row.url,
        kinds=row.kinds,
        enabled=row.enabled,
        failures=row.failures,
        off_reason=row.off_reason,
        created_at=row.created_at,
        last=None if last is None else _delivery(last),
    )


def _delivery(row: Row[*tuple[Any, ...]]) -> DeliveryRead:
    return DeliveryRead(
        id=str(row.id),
        kind=row.kind,
        state=row.state,
        reason=row.reason,
        status=row.status,
        tries=row.tries,
        seconds=row.seconds,
        made_at=row.made_at,
        tried_at=row.tried_at,
        next_at=row.next_at,
    )


def _check_kinds(kinds: Sequence[str] | None) -> None:
    for kind in kinds or ():
        notices.kind_of(kind)


def _lock(corp_id: int) -> int:
    """One at a time of a corp counts its webhooks."""
    return (0x7765 << 40) + corp_id


def _told(row: Webhook) -> dict[str, Any]:
    """For the audit: the host only, for addresses may hold somebody's keys."""
    return {"host": urlsplit(row.url).hostname, "kinds": row.kinds, "enabled": row.enabled}


async def _record(
    session: AsyncSession,
    row: Webhook,
    actor: str,
    action: str,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    await audit.record(
        session,
        row.corp_id,
        actor=actor,
        action=action,
        target=f"webhook:{row.id}",
        before=before,
        after=after,
    )


async def record_test(session: AsyncSession, row: Webhook, actor: str, now: datetime) -> None:
    """Who sent a test, for each leaves this house."""
    after = {"at": now.isoformat()}
    await _record(session, row, actor, "notices.webhook_tested", after=after)
