"""Tell webhooks what waits for them: at least once, each time under the same id."""

import asyncio
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import webhooks
from yutang.kernel.access import service as access
from yutang.kernel.fetching import fetcher_of
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.runtime import Runtime

from . import repository
from .hooks import find_webhook, read_delivery, record_test, sealed_secret, secret_of
from .models import WebhookDelivery
from .schemas import DeliveryRead

log = structlog.get_logger(__name__)

OFF: Final = notices.register_kind(
    Kind("webhook_off", Words("通知的 Webhook 停了", "A webhook of notices was turned off"))
)
AT_ONCE: Final = 8
CORPS_AT_ONCE: Final = 8
LEASE: Final = timedelta(seconds=60)
FAILURES: Final = 50
FAILING: Final = timedelta(hours=1)
"""So long, too, before it is turned off: a rush while the other side restarts is no reason."""
TEST: Final = "test"


@dataclass(frozen=True, slots=True)
class _Taken:
    """One delivery to be tried now."""

    id: UUID
    webhook_id: int
    payload: dict[str, Any]
    tries: int
    made_at: datetime
    url: str
    sealed_secret: bytes


async def deliver_webhooks(runtime: Runtime) -> int:
    """Tell what is due in all corps; returns how many were tried."""
    async with runtime.database.owner() as session:
        found = await session.scalars(repository.HOOK_CORPS, {"now": runtime.clock()})
        corp_ids = sorted(found)
    worked = 0
    for start in range(0, len(corp_ids), CORPS_AT_ONCE):
        some = corp_ids[start : start + CORPS_AT_ONCE]
        worked += sum(await asyncio.gather(*(_deliver(runtime, corp_id) for corp_id in some)))
    return worked


async def _deliver(runtime: Runtime, corp_id: int) -> int:
    now = runtime.clock()
    asked = {"corp_id": corp_id, "now": now, "before": now - webhooks.LATEST}
    async with runtime.database.owner() as session:
        await session.execute(repository.TOO_LATE, asked)
        found = await session.execute(
            repository.CLAIM, {**asked, "leased": now + LEASE, "rows": AT_ONCE}
        )
        rows = [_Taken(**row) for row in found.mappings()]
    async with asyncio.TaskGroup() as group:
        for row in rows:
            group.create_task(_try(runtime, corp_id, row))
    return len(rows)


async def _try(runtime: Runtime, corp_id: int, row: _Taken, *, is_test: bool = False) -> None:
    """One attempt and what comes of it; a test is tried once and counts for nothing."""
    outcome = await webhooks.attempt(
        fetcher_of(runtime),
        webhooks.Attempt(
            url=row.url,
            secret=secret_of(runtime.vault, row.sealed_secret),
            delivery_id=str(row.id),
            body=_body(runtime, row),
            made_at=row.made_at,
            tries=row.tries,
            once=is_test,
        ),
        runtime.clock,
    )
    known = {
        **asdict(outcome),
        "corp_id": corp_id,
        "id": row.id,
        "webhook_id": row.webhook_id,
        "now": runtime.clock(),
    }
    async with runtime.database.owner() as session:
        await session.execute(repository.ENDED, known)
        if outcome.reason is None:
            await session.execute(repository.COUNT_SUCCESS, known)
        elif not is_test:
            await session.execute(repository.COUNT_FAILURE, known)
            await _turn_off(session, known)
    if outcome.reason is not None:
        log.warning(
            "notices.webhook_failed", corp_id=corp_id, webhook=row.webhook_id, tries=row.tries
        )


async def _turn_off(session: AsyncSession, known: dict[str, Any]) -> None:
    """After very many failures in a row nobody is there: who may mend it is told."""
    corp_id, now = known["corp_id"], known["now"]
    limits = {"most": FAILURES, "since": now - FAILING}
    webhook_id = await session.scalar(repository.TURN_OFF, {**known, **limits})
    if webhook_id is None:
        return
    log.warning("notices.webhook_off", corp_id=corp_id, webhook=webhook_id)
    await notices.tell(
        session,
        corp_id,
        NewNotice(
            kind=OFF.name,
            key=f"webhook_off:{webhook_id}:{int(now.timestamp())}",
            title=Words(
                "通知的 Webhook 连续失败，已停用", "A webhook failed again and again: it is off now"
            ),
            body=Words(
                f"最近一次：{known['reason']}。修好后到通知设置里重新打开。",
                f"The last time: {known['reason']}. Mend it, then turn it on in the settings.",
            ),
            user_ids=await access.users_who_may(session, corp_id, "settings.write"),
            link="/settings/notices",
        ),
        now=now,
    )


def _body(runtime: Runtime, row: _Taken) -> bytes:
    told = dict(row.payload)
    address = runtime.settings.address
    for name in ("link", "staff_link"):
        if told.get(name):
            told[name] = address + told[name]
    told = {"id": str(row.id), "at": row.made_at.astimezone(UTC).isoformat(), **told}
    return json.dumps(told, ensure_ascii=False).encode()


async def send_test(runtime: Runtime, corp_id: int, webhook_id: int, actor: str) -> DeliveryRead:
    """Tell a webhook something harmless now, also one that is off; returns what came of it.

    Raises UnknownWebhookError.
    """
    now, delivery_id = runtime.clock(), uuid4()
    payload: dict[str, Any] = {
        "kind": TEST,
        "title": {"zh": "试一下", "en": "A test"},
        "body": {"zh": "能收到这一条，Webhook 就通了。", "en": "The webhook works."},
        "link": "/settings/notices",
        "staff_link": None,
        "about": None,
        "customer_ids": [],
        "urgent": False,
        "to": [],
        "receivers": 0,
    }
    async with runtime.database.owner() as session:
        hook = await find_webhook(session, corp_id, webhook_id, locked=True)
        sealed = await sealed_secret(session, hook)
        taken = _Taken(delivery_id, webhook_id, payload, 1, now, hook.url, sealed)
        session.add(
            WebhookDelivery(
                corp_id=corp_id,
                id=delivery_id,
                webhook_id=webhook_id,
                kind=TEST,
                source_key=f"{TEST}:{delivery_id}",
                payload=payload,
                customer_ids=[],
                state="due",
                tries=1,
                made_at=now,
                tried_at=now,
                next_at=now + LEASE,
            )
        )
        await record_test(session, hook, actor, now)
    await _try(runtime, corp_id, taken, is_test=True)
    async with runtime.database.owner() as session:
        return await read_delivery(session, corp_id, delivery_id)
