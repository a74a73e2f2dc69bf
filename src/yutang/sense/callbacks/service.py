"""Handle stored callbacks: fetch outside, then state, event and status in one transaction."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival, Departure, Edit, Ending
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.sense.translating import person, relation_facts
from yutang.wecom.callbacks import parse
from yutang.wecom.customers import CustomerDetail, Follow
from yutang.wecom.errors import (
    MalformedCallbackError,
    UnexpectedStatusError,
    UnknownOutcomeError,
    UnreachableError,
)
from yutang.wecom.events import (
    CustomerAdded,
    CustomerEdited,
    CustomerHalfAdded,
    CustomerRemoved,
    DepartmentChanged,
    Event,
    FollowEvent,
    StaffChanged,
    StaffRemoved,
    TagChanged,
    TransferFailed,
    typed,
)

from . import links
from .errors import UnknownCallbackError
from .models import InboxRow
from .reading import Readings, read_for
from .repository import InboxRepository, RefusalRepository
from .schemas import CallbackPage, CallbackRead, RawCallback, RefusalCount
from .showing import show

log = structlog.get_logger(__name__)

SIGNAL = "inbox"
BATCH_ROWS = 100
LEASE_SECONDS = 10.0
ATTEMPTS = 8
FORGET_ROWS = 5000
NOT_YET_SECONDS = 10.0
"""WeCom may deny a friendship for some seconds after telling of it."""

Result = tuple[int, str, str | None, datetime | None]

HANDLED = (
    CustomerAdded,
    CustomerEdited,
    CustomerHalfAdded,
    CustomerRemoved,
    DepartmentChanged,
    StaffChanged,
    StaffRemoved,
    TagChanged,
    TransferFailed,
    *links.LINK_EVENTS,
)
"""What a row is done with; the client knows more events than any feature reads yet."""
KEPT_EVENTS = frozenset({"change_external_chat", "customer_acquisition"})
"""WeCom events that a coming feature will read; their rows wait in `kept`."""
KEPT_CHANGES = frozenset({"transfer_fail", "msg_audit_approved", "update_tag"})


async def handle_batch(runtime: Runtime) -> int:
    """Take the oldest waiting callbacks and handle them; returns how many."""
    async with runtime.database.owner() as session:
        rows = await InboxRepository(session).claim(runtime.clock(), BATCH_ROWS, LEASE_SECONDS)
    by_corp: dict[int, list[InboxRow]] = {}
    for row in rows:
        by_corp.setdefault(row.corp_id, []).append(row)
    for corp_id, own in by_corp.items():
        for wave in waves(own):
            await _handle_wave(runtime, corp_id, wave)
    return len(rows)


def waves(rows: Sequence[InboxRow]) -> list[list[InboxRow]]:
    """Split a batch so that each wave holds one row per subject, in order."""
    counts: dict[str, int] = {}
    found: list[list[InboxRow]] = []
    for row in rows:
        place = counts.get(row.subject, 0) if row.subject else 0
        counts[row.subject] = place + 1
        if place == len(found):
            found.append([])
        found[place].append(row)
    return found


async def _handle_wave(runtime: Runtime, corp_id: int, wave: list[InboxRow]) -> None:
    """Handle a wave as one; when that fails, row by row, so that one bad row spoils no other."""
    try:
        await _handle(runtime, corp_id, wave)
    except Exception as error:  # noqa: BLE001 - it is kept with its row, see below
        # Whatever it is, it must end as a retry or a dead letter of the row that caused it.
        if len(wave) > 1:
            for row in wave:
                await _handle_wave(runtime, corp_id, [row])
            return
        await _give_back(runtime, wave[0], error)


async def _give_back(runtime: Runtime, row: InboxRow, error: Exception) -> None:
    now = runtime.clock()
    reason = f"{type(error).__name__}: {error}"[:500]
    passing = isinstance(error, UnreachableError | UnknownOutcomeError | OSError)
    for_good = isinstance(error, MalformedCallbackError | UnexpectedStatusError)
    dead = for_good or (row.attempts >= ATTEMPTS and not isinstance(error, UnreachableError))
    if not passing:
        log.warning("callback.failed", inbox_id=row.id, reason=reason, dead=dead)
    pause = timedelta(seconds=min(0.25 * 2 ** min(row.attempts, 8), 60.0))
    result: Result = (
        (row.id, "dead", reason, None)
        if dead
        else (
            row.id,
            "waiting",
            reason,
            now + pause,
        )
    )
    async with runtime.database.owner() as session:
        await InboxRepository(session).finish([result], now)


async def _handle(runtime: Runtime, corp_id: int, rows: Sequence[InboxRow]) -> None:
    told = [(row, typed(parse(row.xml.encode()))) for row in rows]
    client = await corps.connect(runtime, corp_id)
    # What we tagged after this moment, the readings may not show yet.
    asked_at = runtime.clock()
    readings = await read_for(client, (event for _, event in told))
    redeemed = await links.redeem(runtime, corp_id, told)
    now = runtime.clock()
    events = [(row, event) for row, event in told if not _too_early(row, event, readings, now)]
    ready = {row.id for row, _ in events}
    retry_at = now + timedelta(seconds=0.5)
    async with runtime.database.owner() as session:
        await _write(session, runtime, corp_id, events, readings, asked_at)
        await links.record(session, corp_id, events, redeemed)
        await InboxRepository(session).finish(
            [(row.id, *_status(row, event, redeemed)) for row, event in events]
            + [
                (row.id, "waiting", "WeCom does not show the new customer yet", retry_at)
                for row in rows
                if row.id not in ready
            ],
            now,
        )


def _too_early(row: InboxRow, event: Event, readings: Readings, now: datetime) -> bool:
    """Whether WeCom told of an add within 10 s that it does not show yet."""
    return (
        isinstance(event, CustomerAdded)
        and readings.customers.get(event.external_userid) is None
        and now - row.received_at < timedelta(seconds=NOT_YET_SECONDS)
    )


def _status(row: InboxRow, event: Event, redeemed: links.Redeemed) -> tuple[str, str | None, None]:
    if isinstance(event, HANDLED):
        return "done", links.outcome(event, redeemed), None
    if row.event in KEPT_EVENTS or row.change_type in KEPT_CHANGES:
        return "kept", "no feature reads this event yet; it can be replayed when one does", None
    return "dead", f"unknown event {row.event or '?'}/{row.change_type or '?'}", None


async def _write(
    session: AsyncSession,
    runtime: Runtime,
    corp_id: int,
    events: Sequence[tuple[InboxRow, Event]],
    readings: Readings,
    asked_at: datetime,
) -> None:
    if readings.departments is not None:
        await staff.mirror_departments(session, corp_id, readings.departments)
    await staff.record_members(
        session, corp_id, [m for m in readings.members.values() if m is not None]
    )
    for _, event in events:
        if isinstance(event, StaffChanged) and event.change == "delete_user":
            await staff.record_leaving(session, corp_id, event.userid)
    if readings.library is not None:
        await tags.mirror_library(session, corp_id, readings.library, asked_at)
    arrivals = [
        _arrival(row, event, readings)
        for row, event in events
        if isinstance(event, CustomerAdded | CustomerHalfAdded)
    ]
    await customers.record_arrivals(session, runtime.vault, corp_id, arrivals, asked_at)
    await customers.record_departures(
        session,
        corp_id,
        [
            _departure(row, event)
            for row, event in events
            if isinstance(event, CustomerRemoved | StaffRemoved)
        ],
    )
    edits = [
        edit
        for _, event in events
        if isinstance(event, CustomerEdited) and (edit := _edit(event, readings)) is not None
    ]
    await customers.record_edits(session, runtime.vault, corp_id, edits, asked_at)


def _follow_of(detail: CustomerDetail | None, account: str) -> Follow | None:
    """The relation with this member; accounts compare without case."""
    if detail is None:
        return None
    wanted = account.lower()
    return next((f for f in detail.follow_user if f.userid.lower() == wanted), None)


def _moment(event: Event) -> datetime:
    return datetime.fromtimestamp(event.created_at, UTC)


def _arrival(
    row: InboxRow, event: CustomerAdded | CustomerHalfAdded, readings: Readings
) -> Arrival:
    detail = readings.customers.get(event.external_userid)
    follow = _follow_of(detail, event.userid)
    return Arrival(
        account=event.userid,
        external_id=event.external_userid,
        half=isinstance(event, CustomerHalfAdded),
        at=_moment(event),
        channel=event.state or None,
        source=f"inbox:{row.id}",
        person=person(detail.external_contact) if detail is not None else None,
        facts=relation_facts(follow) if follow is not None else None,
    )


def _departure(row: InboxRow, event: CustomerRemoved | StaffRemoved) -> Departure:
    ending: Ending
    if isinstance(event, StaffRemoved):
        ending = "deleted_by_customer"
    else:
        ending = "transferred" if event.by_transfer else "deleted_by_staff"
    return Departure(
        account=event.userid,
        external_id=event.external_userid,
        ending=ending,
        at=_moment(event),
        source=f"inbox:{row.id}",
    )


def _edit(event: FollowEvent, readings: Readings) -> Edit | None:
    """None where WeCom shows the relation no longer: the deletion's own event tells that."""
    detail = readings.customers.get(event.external_userid)
    follow = _follow_of(detail, event.userid)
    if detail is None or follow is None:
        return None
    return Edit(
        account=event.userid,
        external_id=event.external_userid,
        person=person(detail.external_contact),
        facts=relation_facts(follow),
    )


async def open_callback(
    session: AsyncSession, corp_id: int, callback_id: int, actor: str
) -> RawCallback:
    """One callback with nothing hidden; that it was opened is audited.

    Raises UnknownCallbackError.
    """
    row = await InboxRepository(session).find(corp_id, callback_id)
    if row is None:
        raise UnknownCallbackError(callback_id)
    await audit.record(
        session, corp_id, actor=actor, action="callback.opened", target=f"callback:{callback_id}"
    )
    return RawCallback(id=row.id, xml=row.xml)


async def forget_handled(runtime: Runtime) -> int:
    """Delete handled callbacks older than the installation keeps; returns how many.

    Each batch is a transaction of its own: a long one would hold the event readers back.
    """
    before = runtime.clock() - timedelta(days=runtime.settings.callback_days)
    total = 0
    while True:
        async with runtime.database.owner() as session:
            gone = await InboxRepository(session).forget_handled(before, FORGET_ROWS)
        total += gone
        if gone < FORGET_ROWS:
            return total


async def list_callbacks(
    session: AsyncSession,
    corp_id: int,
    status: str | None,
    before_id: int | None,
    limit: int,
    kept_days: int,
) -> CallbackPage:
    """Stored callbacks, newest first; what is secret in their XML is hidden."""
    rows = await InboxRepository(session).page(corp_id, status, before_id, limit)
    return CallbackPage(
        items=[
            CallbackRead(
                id=row.id,
                event=row.event,
                change_type=row.change_type,
                subject=row.subject,
                occurred_at=row.occurred_at,
                received_at=row.received_at,
                status=row.status,
                reason=row.reason,
                attempts=row.attempts,
                handled_at=row.handled_at,
                xml=show(row.xml),
            )
            for row in rows
        ],
        next=str(rows[-1].id) if len(rows) == limit else None,
        kept_days=kept_days,
    )


async def count_callbacks(session: AsyncSession, corp_id: int, status: str) -> int:
    """How many callbacks stand at `status`."""
    return await InboxRepository(session).count(corp_id, status)


async def last_received_at(session: AsyncSession, corp_id: int) -> datetime | None:
    """When the last authentic callback of the corp came, None before the first."""
    return await InboxRepository(session).last_received_at(corp_id)


async def list_refusals(
    session: AsyncSession, corp_id: int, *, with_strangers: bool
) -> list[RefusalCount]:
    """What the door refused, newest first.

    `with_strangers` adds addresses that name no corp: where several share an installation, one
    must not see another's mistake.
    """
    rows = await RefusalRepository(session).of_corp(corp_id, with_strangers=with_strangers)
    return [
        RefusalCount(
            agent_id=row.agent_id or None,
            reason=row.reason,
            path=row.path,
            count=row.count,
            first_at=row.first_at,
            last_at=row.last_at,
        )
        for row in rows
    ]


async def oldest(session: AsyncSession, corp_id: int, status: str) -> tuple[int, datetime | None]:
    """How many callbacks stand at `status`, and when the oldest of them came."""
    return await InboxRepository(session).oldest(corp_id, status)


async def replay_callbacks(
    session: AsyncSession, corp_id: int, ids: Sequence[int], actor: str, now: datetime
) -> int:
    """Handle dead or kept callbacks again; returns how many were put back."""
    count = await InboxRepository(session).replay(corp_id, ids, now)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="callbacks.replayed",
        target="inbox",
        after={"asked": len(ids), "replayed": count},
    )
    return count
