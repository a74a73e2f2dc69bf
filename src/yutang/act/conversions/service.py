"""Keep where conversions are told, make one of each visit that became a customer, tell it."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel import audit, webhooks
from yutang.kernel.clock import utc_now
from yutang.kernel.fetching import fetcher_of
from yutang.kernel.jobs import enqueue
from yutang.kernel.readers import Reader, Recorded
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.visits import service as visits
from yutang.people.visits.schemas import VisitFacts

from . import repository
from .errors import NoHookError, UnknownPlaceholderError
from .jobs import SendConversion
from .models import ConversionHook
from .schemas import DEFAULT_FIELDS, PLACEHOLDERS, HookMade, HookRead, HookWish, SendRead

__all__ = (
    "CONTEXT",
    "FOLLOWING",
    "LaterError",
    "fill",
    "forget_old",
    "read_hook",
    "renew_secret",
    "save_hook",
    "send",
    "send_test",
)

log = structlog.get_logger(__name__)

CONTEXT: Final = "conversion_hooks.sealed_secret"
ADD: Final = "add"
TEST: Final = "test"
KEPT: Final = timedelta(days=30)
OFF: Final = "the webhook is off"
FORGET_ROWS: Final = 5_000
_PLACE: Final = re.compile(r"\{([A-Za-z_]+)\}")


class LaterError(Exception):
    """The other system did not take it; the job is done again at `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"tried again at {until.isoformat()}")
        self.until = until


async def read_hook(session: AsyncSession, corp_id: int) -> HookRead:
    """The webhook, empty where there is none, with the last twenty sends."""
    row = await session.get(ConversionHook, corp_id)
    sends = await session.execute(repository.SHOWN, {"corp_id": corp_id})
    return HookRead(
        url=row.url if row is not None else None,
        fields=dict(row.fields) if row is not None else dict(DEFAULT_FIELDS),
        only_clicks=row.only_clicks if row is not None else True,
        enabled=row.enabled if row is not None else False,
        placeholders=list(PLACEHOLDERS),
        sends=[SendRead(**{**one, "id": str(one["id"])}) for one in sends.mappings()],
    )


async def save_hook(runtime: Runtime, corp_id: int, wish: HookWish, actor: str) -> HookMade:
    """Keep where conversions are told; the first time a secret is made.

    Raises FetchRefusedError, UnknownPlaceholderError; then nothing was changed.
    """
    fetcher_of(runtime).check(wish.url)
    for words in wish.fields.values():
        for name in _PLACE.findall(words):
            if name not in PLACEHOLDERS:
                raise UnknownPlaceholderError(name, ", ".join(f"{{{p}}}" for p in PLACEHOLDERS))
    secret = webhooks.new_secret()
    async with runtime.database.owner() as session:
        before = await session.get(ConversionHook, corp_id, with_for_update=True)
        told = None if before is None else _told(before.url, enabled=before.enabled)
        await session.execute(
            repository.KEEP,
            {
                "corp_id": corp_id,
                "url": wish.url,
                "sealed": runtime.vault.seal(secret, CONTEXT),
                "fields": json.dumps(wish.fields),
                "only_clicks": wish.only_clicks,
                "enabled": wish.enabled,
                "by": actor,
                "now": runtime.clock(),
            },
        )
        after = _told(wish.url, enabled=wish.enabled) | {"only_clicks": wish.only_clicks}
        await _record(session, corp_id, actor, "conversions.saved", told, after)
        session.expire_all()
        read = await read_hook(session, corp_id)
    return HookMade(**dict(read), secret=secret if told is None else None)


async def renew_secret(runtime: Runtime, corp_id: int, actor: str) -> HookMade:
    """Another secret, from the next try on. Raises NoHookError."""
    secret = webhooks.new_secret()
    async with runtime.database.owner() as session:
        if await session.get(ConversionHook, corp_id, with_for_update=True) is None:
            raise NoHookError
        sealed = runtime.vault.seal(secret, CONTEXT)
        await session.execute(repository.RENEW, {"corp_id": corp_id, "sealed": sealed})
        await _record(session, corp_id, actor, "conversions.secret_renewed", None, None)
        read = await read_hook(session, corp_id)
    return HookMade(**dict(read), secret=secret)


async def follow(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Make a send of each visit that became a customer, where the corp wants it told."""
    by_corp: dict[int, list[Recorded]] = {}
    for event in events:
        by_corp.setdefault(event.corp_id, []).append(event)
    for corp_id, own in by_corp.items():
        hook = await session.get(ConversionHook, corp_id)
        if hook is None or not hook.enabled:
            continue
        facts = await visits.facts_of(session, corp_id, [one.props["visit"] for one in own])
        told = [one for one in facts.values() if one.clicks or not hook.only_clicks]
        if not told:
            continue
        names = await acquisition.channels_by_state(session, corp_id, {one.channel for one in told})
        ids = [uuid4() for _ in told]
        payloads = []
        for send_id, one in zip(ids, told, strict=True):
            channel = names[one.channel].name if one.channel in names else ""
            payloads.append(json.dumps(fill(hook.fields, values_of(one, ADD, send_id, channel))))
        made = await session.scalars(
            repository.MAKE,
            {
                "corp_id": corp_id,
                "ids": ids,
                "visits": [one.visit for one in told],
                "customers": [one.customer_id for one in told],
                "payloads": payloads,
                "event": ADD,
                # The day of trying begins now, however late the event is read.
                "now": utc_now(),
            },
        )
        await enqueue(session, *(SendConversion(corp_id=corp_id, send_id=str(one)) for one in made))


FOLLOWING = Reader("conversions.following", frozenset({"visit.added"}), follow)


def values_of(one: VisitFacts, event: str, send_id: UUID, channel: str) -> dict[str, str]:
    """What the placeholders stand for; the first click number in the order of `CLICK_IDS`."""
    name = next(iter(one.clicks), "")
    return {
        "event": event,
        "event_id": str(send_id),
        "at": one.added_at.astimezone(UTC).isoformat(),
        "seconds": str(int(one.added_at.timestamp())),
        "click_id": one.clicks.get(name, ""),
        "click_name": name,
        **{key: one.utm.get(key, "") for key in ("source", "medium", "campaign", "term")},
        "content": one.utm.get("content", ""),
        "channel": channel,
        "visit": one.visit,
        "opened_at": one.at.astimezone(UTC).isoformat(),
    }


def fill(fields: Mapping[str, str], values: Mapping[str, str]) -> dict[str, str]:
    """Each field's words with its placeholders filled in, in one pass: a value is never read."""
    return {
        name: _PLACE.sub(lambda found: values.get(found[1], ""), words)
        for name, words in fields.items()
    }


async def send(runtime: Runtime, corp_id: int, send_id: UUID, *, is_test: bool = False) -> None:
    """One try and what comes of it. Raises LaterError where there will be another one."""
    taken = await _take(runtime, corp_id, send_id, once=is_test)
    if taken is None:
        return
    what, is_on = taken
    if is_on or is_test:
        outcome = await webhooks.attempt(fetcher_of(runtime), what, runtime.clock)
    else:
        outcome = webhooks.put_off(what, OFF, runtime.clock())
    async with runtime.database.owner() as session:
        known = {**asdict(outcome), "corp_id": corp_id, "id": send_id}
        await session.execute(repository.ENDED, known)
    if outcome.next_at is not None:
        raise LaterError(outcome.next_at)


async def _take(
    runtime: Runtime, corp_id: int, send_id: UUID, *, once: bool
) -> tuple[webhooks.Attempt, bool] | None:
    """What is to be told, and whether the webhook is on."""
    asked = {"corp_id": corp_id, "id": send_id, "now": runtime.clock()}
    async with runtime.database.owner() as session:
        hook = await session.get(ConversionHook, corp_id)
        row = (await session.execute(repository.TAKE, asked)).one_or_none()
        if hook is None or row is None:
            return None
        sealed: bytes = (await session.scalars(repository.SECRET, {"corp_id": corp_id})).one()
        attempt = webhooks.Attempt(
            url=hook.url,
            secret=runtime.vault.unseal(sealed, CONTEXT).encode(),
            delivery_id=str(send_id),
            body=json.dumps(row.payload, ensure_ascii=False).encode(),
            made_at=row.made_at,
            tries=row.tries,
            once=once,
        )
        return attempt, hook.enabled


async def send_test(runtime: Runtime, corp_id: int, actor: str) -> SendRead:
    """Tell something made up now, also where it is off; returns what came of it.

    Raises NoHookError.
    """
    now, send_id = runtime.clock(), uuid4()
    example = VisitFacts(
        visit=f"test-{send_id}",
        channel="",
        at=now,
        added_at=now,
        customer_id=0,
        staff_id=0,
        utm={"source": "test", "campaign": "test"},
        clicks={"clickid": "test"},
        referrer="",
    )
    async with runtime.database.owner() as session:
        hook = await session.get(ConversionHook, corp_id)
        if hook is None:
            raise NoHookError
        payload = fill(hook.fields, values_of(example, TEST, send_id, TEST))
        await session.execute(
            repository.MAKE,
            {
                "corp_id": corp_id,
                "ids": [send_id],
                "visits": [example.visit],
                "customers": [None],
                "payloads": [json.dumps(payload)],
                "event": TEST,
                "now": now,
            },
        )
        await _record(session, corp_id, actor, "conversions.tested", None, {"at": now.isoformat()})
    await send(runtime, corp_id, send_id, is_test=True)
    async with runtime.database.owner() as session:
        read = await read_hook(session, corp_id)
    return next(one for one in read.sends if one.id == str(send_id))


async def forget_old(runtime: Runtime) -> None:
    """Delete sends that are older than 30 days."""
    before = runtime.clock() - KEPT
    async with runtime.database.owner() as session:
        corp_ids = await corps.every_corp(session)
    for corp_id in corp_ids:
        gone = FORGET_ROWS
        while gone == FORGET_ROWS:
            async with runtime.database.owner() as session:
                asked = {"corp_id": corp_id, "before": before, "rows": FORGET_ROWS}
                gone = len((await session.scalars(repository.FORGET, asked)).all())


def _told(url: str, *, enabled: bool) -> dict[str, Any]:
    """For the audit: the host only, for addresses may hold somebody's keys."""
    return {"host": urlsplit(url).hostname, "enabled": enabled}


async def _record(
    session: AsyncSession,
    corp_id: int,
    actor: str,
    action: str,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action=action,
        target="conversions",
        before=before,
        after=after,
    )
