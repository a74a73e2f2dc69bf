"""Handle stored callbacks: fetch outside, then state, event and status in one transaction."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival
from yutang.people.groups import service as groups
from yutang.people.notices import service as notices
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.people.visits import service as visits
from yutang.people.welcomes import service as welcomes
from yutang.wecom.admission import NoQuotaError
from yutang.wecom.callbacks import parse
from yutang.wecom.errors import (
    MalformedCallbackError,
    UnexpectedStatusError,
)
from yutang.wecom.events import (
    CardAnswered,
    CustomerAdded,
    CustomerEdited,
    CustomerHalfAdded,
    CustomerRemoved,
    DepartmentChanged,
    Event,
    StaffChanged,
    StaffRemoved,
    TagChanged,
    TransferFailed,
    typed,
)

from . import links
from .coalescing import Piece, pieces, waves
from .group_news import GROUP_EVENTS, told_of
from .models import InboxRow
from .news import (
    arrival_of,
    came_of,
    departure_of,
    edits_of,
    failed_transfer_of,
    follow_of,
    press_of,
)
from .reading import PASSING, Readings, read_for
from .repository import InboxRepository
from .telling import tell_dead

log = structlog.get_logger(__name__)

BATCH_ROWS = 100
LEASE_SECONDS = 10.0
ATTEMPTS = 8
NOT_YET_SECONDS = 10.0
"""WeCom may deny a friendship for some seconds after telling of it."""
EDIT_REST_SECONDS = 1.0
"""An edit waits so long for others of the same customer.

Those of one second have one key, so that only the first of them is stored: read a second later,
the customer is as the last of them left him.
"""

SHARED_SECONDS = 0.25
"""So long a wave waits for what the welcome lane is reading of its newcomers."""

Result = tuple[int, str, str | None, datetime | None]

HANDLED = (
    CardAnswered,
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
    *GROUP_EVENTS,
)
"""What a row is done with; the client knows more events than any feature reads yet."""
KEPT_EVENTS = frozenset({"customer_acquisition"})
"""WeCom events that a coming feature will read; their rows wait in `kept`."""
KEPT_CHANGES = frozenset({"transfer_fail", "msg_audit_approved", "update_tag"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A piece as typed events: its own, and those of the edits that it does as well."""

    piece: Piece
    event: Event
    edits: tuple[tuple[InboxRow, CustomerEdited], ...]


async def handle_batch(runtime: Runtime) -> int:
    """Take the oldest waiting callbacks and handle them; returns how many."""
    async with runtime.database.owner() as session:
        rows = await InboxRepository(session).claim(
            runtime.clock(), BATCH_ROWS, LEASE_SECONDS, EDIT_REST_SECONDS
        )
    by_corp: dict[int, list[InboxRow]] = {}
    for row in rows:
        by_corp.setdefault(row.corp_id, []).append(row)
    for corp_id, own in by_corp.items():
        for wave in waves(pieces(own)):
            await _handle_wave(runtime, corp_id, wave)
    return len(rows)


async def _handle_wave(runtime: Runtime, corp_id: int, wave: list[Piece]) -> None:
    """Handle a wave as one; when that fails, piece by piece: one bad row spoils no other."""
    try:
        await _handle(runtime, corp_id, wave)
    except Exception as error:  # noqa: BLE001 - it is kept with its row, see below
        # Whatever it is, it must end as a retry or a dead letter of the row that caused it.
        if len(wave) > 1:
            for piece in wave:
                await _handle_wave(runtime, corp_id, [piece])
            return
        await _give_back(runtime, [(wave[0], _cause(error))])


def _cause(error: Exception) -> Exception:
    """The first thing that broke of readings that run side by side."""
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return error


async def _give_back(runtime: Runtime, failed: Sequence[tuple[Piece, Exception]]) -> None:
    """Let all wait that WeCom was not asked for or did not answer; what is bad itself dies."""
    now = runtime.clock()
    put_off = {
        row.id: error.until
        for piece, error in failed
        if isinstance(error, NoQuotaError)
        for row in piece.rows
    }
    results = [
        result
        for piece, error in failed
        if not isinstance(error, NoQuotaError)
        for result in _results(piece, error, now)
    ]
    async with runtime.database.owner() as session:
        await InboxRepository(session).put_off(put_off)
        await InboxRepository(session).finish(results, now)
        if any(status == "dead" for _, status, *_ in results):
            await tell_dead(session, failed[0][0].row.corp_id, now)


def _results(piece: Piece, error: Exception, now: datetime) -> list[Result]:
    row = piece.row
    reason = f"{type(error).__name__}: {error}"[:500]
    passing = isinstance(error, PASSING)
    for_good = isinstance(error, MalformedCallbackError | UnexpectedStatusError)
    # Only what lies with the row itself ends it: WeCom may be away for longer than any tries.
    dead = for_good or (row.attempts >= ATTEMPTS and not passing)
    if not passing:
        log.warning("callback.failed", inbox_id=row.id, reason=reason, dead=dead)
    pause = timedelta(seconds=min(0.25 * 2 ** min(row.attempts, 8), 60.0))
    own: Result = (
        (row.id, "dead", reason, None) if dead else (row.id, "waiting", reason, now + pause)
    )
    # The fault may be the row's own: what only shared its reading gets one of its own.
    return [own, *((edit.id, "waiting", reason, now + pause) for edit in piece.edits)]


async def _handle(runtime: Runtime, corp_id: int, wave: Sequence[Piece]) -> None:
    told = [_typed(piece) for piece in wave]
    client = await corps.connect(runtime, corp_id)
    # What we tagged after this moment, the readings may not show yet.
    asked_at = runtime.clock()
    shared = await _shared(runtime, corp_id, told)
    asked_at = min((asked_at, *(reading.asked_at for reading in shared.values())))
    known = {external_id: reading.detail for external_id, reading in shared.items()}
    readings = await read_for(client, (one.event for one in told), known)
    redeemed = await links.redeem(runtime, corp_id, [(one.piece.row, one.event) for one in told])
    customers.get_ready()
    now = runtime.clock()
    unread = readings.unread
    if unread:
        pieces_left = [one.piece for one in told if one.piece.row.subject in unread]
        await _give_back(runtime, [(piece, unread[piece.row.subject]) for piece in pieces_left])
        told = [one for one in told if one.piece.row.subject not in unread]
    ready = [one for one in told if not _too_early(one, readings, now)]
    early = {row.id for one in told for row in one.piece.rows} - {
        row.id for one in ready for row in one.piece.rows
    }
    retry_at = now + timedelta(seconds=0.5)
    events = [(one.piece.row, one.event) for one in ready]
    ended = [(row.id, *_status(row, event, redeemed)) for row, event in events]
    async with runtime.database.owner() as session:
        await _write(session, runtime, corp_id, ready, readings, asked_at)
        await links.record(session, runtime, corp_id, events, redeemed)
        await InboxRepository(session).finish(
            ended
            + [
                (edit.id, "done", f"read together with callback {one.piece.row.id}", None)
                for one in ready
                for edit in one.piece.edits
            ]
            + [
                (row_id, "waiting", "WeCom does not show the new customer yet", retry_at)
                for row_id in sorted(early)
            ],
            now,
        )
        if any(status == "dead" for _, status, *_ in ended):
            await tell_dead(session, corp_id, now)


async def _shared(
    runtime: Runtime, corp_id: int, told: Sequence[_Told]
) -> dict[str, welcomes.Reading]:
    """What the welcome lane read of these newcomers, by external id.

    Only of whom nothing else of the wave speaks: its reading came after that one callback, and
    perhaps before another.
    """
    adds: dict[str, int] = {}
    spoken: Counter[str] = Counter()
    for one in told:
        if isinstance(one.event, CustomerAdded | CustomerHalfAdded | CustomerEdited):
            spoken[one.event.external_userid] += 1
            if not isinstance(one.event, CustomerEdited) and not one.piece.edits:
                adds[one.event.external_userid] = one.piece.row.id
    own = {name: row_id for name, row_id in adds.items() if spoken[name] == 1}
    heard = welcomes.heard(runtime)
    await heard.wait([(corp_id, row_id) for row_id in own.values()], SHARED_SECONDS)
    taken = {name: heard.take(corp_id, row_id) for name, row_id in own.items()}
    return {name: reading for name, reading in taken.items() if reading is not None}


def _typed(piece: Piece) -> _Told:
    edits = ((edit, typed(parse(edit.xml.encode()))) for edit in piece.edits)
    return _Told(
        piece,
        typed(parse(piece.row.xml.encode())),
        tuple((edit, event) for edit, event in edits if isinstance(event, CustomerEdited)),
    )


def _too_early(told: _Told, readings: Readings, now: datetime) -> bool:
    """Whether WeCom told of an add within 10 s that it does not show yet."""
    event = told.event
    return (
        isinstance(event, CustomerAdded)
        and not told.piece.removed_since
        and follow_of(readings.customers.get(event.external_userid), event.userid) is None
        and now - told.piece.row.received_at < timedelta(seconds=NOT_YET_SECONDS)
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
    told: Sequence[_Told],
    readings: Readings,
    asked_at: datetime,
) -> None:
    events = [(one.piece.row, one.event) for one in told]
    if readings.departments is not None:
        await staff.mirror_departments(session, corp_id, readings.departments)
    await staff.record_members(
        session, corp_id, [m for m in readings.members.values() if m is not None]
    )
    for _, event in events:
        if isinstance(event, StaffChanged) and event.change == "delete_user":
            at = datetime.fromtimestamp(event.created_at, UTC)
            await staff.record_leaving(session, corp_id, event.userid, at)
    if readings.library is not None:
        await tags.mirror_library(session, corp_id, readings.library, asked_at)
    arrivals = [
        (row, arrival_of(row, event, readings))
        for row, event in events
        if isinstance(event, CustomerAdded | CustomerHalfAdded)
    ]
    await customers.record_arrivals(
        session, runtime.vault, corp_id, [arrival for _, arrival in arrivals], asked_at
    )
    await _mark_owner_changes(session, corp_id, arrivals)
    await visits.record_adds(session, corp_id, came_of([arrival for _, arrival in arrivals]))
    departures = [
        departure_of(row, event)
        for row, event in events
        if isinstance(event, CustomerRemoved | StaffRemoved)
    ]
    failed = [
        failed_transfer_of(row, event) for row, event in events if isinstance(event, TransferFailed)
    ]
    vault = runtime.vault
    await customers.record_departures(
        session, corp_id, await customers.drop_unknown(session, vault, corp_id, departures)
    )
    await customers.record_failed_transfers(
        session, corp_id, await customers.drop_unknown(session, vault, corp_id, failed)
    )
    await groups.record_told(session, vault, corp_id, told_of(events), runtime.clock())
    presses = [press_of(event) for _, event in events if isinstance(event, CardAnswered)]
    await notices.record_presses(session, corp_id, presses)
    edited = [(row, event) for row, event in events if isinstance(event, CustomerEdited)]
    edited += [edit for one in told for edit in one.edits]
    await customers.record_edits(
        session, runtime.vault, corp_id, edits_of(edited, readings), asked_at
    )


async def _mark_owner_changes(
    session: AsyncSession, corp_id: int, arrivals: Sequence[tuple[InboxRow, Arrival]]
) -> None:
    """The inbox's insert made a welcome of each; now the reading shows which were no adds."""
    taken = [row for row, arrival in arrivals if customers.handed_over(arrival) is not None]
    await welcomes.mark_owner_changes(session, corp_id, [(row.id, row.subject) for row in taken])
