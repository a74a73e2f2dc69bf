"""The welcome lane: what the callback holds is enough to greet, before anything else is read."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import structlog
from prometheus_client import Counter, Histogram
from sqlalchemy.exc import SQLAlchemyError

from yutang.kernel.lanes import Lane
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.privacy import service as privacy
from yutang.people.welcomes import service as welcomes
from yutang.people.welcomes.schemas import DueWelcome, Verdict
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.attachments import Attachment, ImageAttachment, LinkAttachment
from yutang.wecom.client import WeCom
from yutang.wecom.customers import CustomerDetail
from yutang.wecom.errors import (
    AlreadyChattingError,
    BusyError,
    ConcurrencyError,
    ConsentMissingError,
    FrequencyError,
    InvalidRequestError,
    MediaError,
    RefusedError,
    TokenError,
    UnknownOutcomeError,
    UnreachableError,
    WeComError,
    WelcomeGoneError,
    WelcomeInFlightError,
)

from .media import ready_media
from .models import Channel
from .repository import ChannelRepository
from .schemas import LINK_PLACE, NAME_PLACE, ImagePart, WelcomeText

log = structlog.get_logger(__name__)

CODE_SECONDS = 20.0
"""WeCom's life of a welcome code."""
CLOCKS_APART = 2.0
"""How far WeCom's clock may run ahead of ours before we misjudge why a code is gone."""
NAME_SECONDS = 1.5
CALL_SECONDS = 6.0
LEASE_SECONDS = 8.0
"""Longer than a call, so that no other process repeats one that is still under way."""
GATHER_SECONDS = 0.03
BATCH_ROWS = 32
BATCHES = 4
UNKNOWN = "unknown"
"""The reason of a row whose last try may have reached WeCom."""


class Addressee(NamedTuple):
    """Who is welcomed: his number here, and his name where it is known."""

    id: int
    name: str


NOBODY = Addressee(0, "")
"""Not written yet, and no text needs his number."""

OUTCOMES = Counter("yutang_welcomes_total", "Welcomes by how they ended", ["outcome"])
SECONDS = Histogram(
    "yutang_welcome_seconds",
    "From the callback's arrival to WeCom's yes",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20),
)


class WelcomeLane:
    """Claims due welcomes and sends them; several batches are under way at once."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._batches: set[asyncio.Task[None]] = set()

    def lane(self) -> Lane:
        """As a lane of the worker."""
        return Lane(
            "welcome",
            welcomes.SIGNAL,
            self.step,
            idle_seconds=0.5,
            gather_seconds=GATHER_SECONDS,
            full_rows=BATCH_ROWS,
        )

    async def step(self) -> int:
        """Claim and start one batch; a slow one holds up none of the others."""
        if len(self._batches) >= BATCHES:
            await asyncio.wait(self._batches, return_when=asyncio.FIRST_COMPLETED)
        async with self._runtime.database.owner() as session:
            rows = await welcomes.claim(session, self._runtime.clock(), BATCH_ROWS, LEASE_SECONDS)
        if rows:
            task = asyncio.create_task(send_batch(self._runtime, rows))
            self._batches.add(task)
            task.add_done_callback(self._ended)
        return len(rows)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._batches.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            # Its rows come back when their lease ends.
            log.error("welcome.batch_failed", exc_info=error)


async def send_batch(runtime: Runtime, rows: Sequence[DueWelcome]) -> None:
    """Send the claimed welcomes and write how each ended."""
    async with runtime.database.owner() as session:
        pairs = await welcomes.siblings_of(session, rows)
        channels = await ChannelRepository(session).by_states(
            (row.corp_id, row.channel) for row in rows if row.channel
        )
        known: dict[tuple[int, str], Addressee] = {}
        for corp_id in {row.corp_id for row in rows}:
            found = await customers.find_refs(
                session, corp_id, {row.external_id for row in rows if row.corp_id == corp_id}
            )
            known |= {
                (corp_id, external_id): Addressee(ref.id, ref.name)
                for external_id, ref in found.items()
            }
    known = await _number(runtime, rows, channels, known)
    groups: dict[tuple[int, str, str], list[DueWelcome]] = {}
    for row in rows:
        groups.setdefault((row.corp_id, row.external_id, row.account), []).append(row)
    readings: list[welcomes.Reading] = []
    results = await asyncio.gather(
        *(
            _send_pair(
                runtime, own, pairs.get(key, []), channels, known.get(key[:2], NOBODY), readings
            )
            for key, own in groups.items()
        )
    )
    verdicts = [item for result in results for item in result]
    await _write(runtime, verdicts, readings)
    for row, verdict in verdicts:
        if verdict.outcome != "due":
            OUTCOMES.labels(verdict.outcome).inc()
            if verdict.outcome == "sent":
                SECONDS.observe((runtime.clock() - row.received_at).total_seconds())


async def _number(
    runtime: Runtime,
    rows: Sequence[DueWelcome],
    channels: dict[tuple[int, str], Channel],
    known: dict[tuple[int, str], Addressee],
) -> dict[tuple[int, str], Addressee]:
    """Give newcomers their numbers where a text has their link.

    A welcome is often sent before the person is written.
    """
    wanted: dict[int, set[str]] = {}
    for row in rows:
        channel = channels.get((row.corp_id, row.channel or ""))
        key = (row.corp_id, row.external_id)
        if key not in known and channel is not None and LINK_PLACE in str(channel.welcome):
            wanted.setdefault(row.corp_id, set()).add(row.external_id)
    for corp_id, external_ids in wanted.items():
        async with runtime.database.owner() as session:
            ids = await customers.ensure_customers(session, corp_id, sorted(external_ids))
        known |= {(corp_id, one): Addressee(number, "") for one, number in ids.items()}
    return known


async def _write(
    runtime: Runtime,
    verdicts: Sequence[tuple[DueWelcome, Verdict]],
    readings: Sequence[welcomes.Reading],
) -> None:
    """Keep trying while the database is away: what was sent must not be forgotten."""
    for pause in (0.1, 0.2, 0.4, 0.8, 1.6, 3.2):
        try:
            async with runtime.database.owner() as session:
                await welcomes.finish(session, verdicts, runtime.clock())
                await welcomes.tell_readings(session, runtime.vault, readings)
        except (SQLAlchemyError, OSError):
            log.warning("welcome.write_delayed", rows=len(verdicts), pause_seconds=pause)
            await asyncio.sleep(pause)
        else:
            return
    log.error("welcome.write_given_up", rows=len(verdicts))


async def _send_pair(
    runtime: Runtime,
    own: Sequence[DueWelcome],
    of_pair: Sequence[DueWelcome],
    channels: dict[tuple[int, str], Channel],
    who: Addressee,
    readings: list[welcomes.Reading],
) -> list[tuple[DueWelcome, Verdict]]:
    """The claimed rows of one pair, those with a code first: half and whole end as one."""
    ended: dict[int, Verdict] = {}
    claimed = {row.id for row in own}
    for row in sorted(own, key=lambda r: (r.code is None, r.occurred_at, r.id)):
        other = welcomes.sibling(row, of_pair)
        if other is None:
            ended[row.id] = await _send_one(runtime, row, channels, who, readings)
            continue
        standing = ended[other.id].outcome if other.id in ended else other.outcome
        elsewhere = other.id in ended or other.id not in claimed
        # Both must never wait for each other, so a fixed one of two that are due goes first.
        waits = standing == "sending" or not welcomes.goes_first(row, other)
        if standing == "sent":
            ended[row.id] = Verdict("superseded", survivor=other.id)
        elif standing in {"due", "sending"} and elsewhere and waits:
            ended[row.id] = _wait_for(other, row, runtime.clock())
        elif standing in {"due", "sending"}:
            ended[row.id] = await _send_one(runtime, row, channels, who, readings)
        elif row.code is None:
            ended[row.id] = Verdict("superseded", survivor=other.id)
        else:
            ended[row.id] = await _send_one(runtime, row, channels, who, readings)
            ended[other.id] = Verdict("superseded", survivor=row.id)
    rows = {row.id: row for row in (*of_pair, *own)}
    return [(rows[row_id], verdict) for row_id, verdict in ended.items()]


def _wait_for(other: DueWelcome, row: DueWelcome, now: datetime) -> Verdict:
    if (now - row.received_at).total_seconds() > CODE_SECONDS:
        return Verdict("superseded", survivor=other.id)
    return Verdict("due", row.reason, retry_at=now + timedelta(seconds=0.3))


async def _send_one(
    runtime: Runtime,
    row: DueWelcome,
    channels: dict[tuple[int, str], Channel],
    who: Addressee,
    readings: list[welcomes.Reading],
) -> Verdict:
    """Send one welcome, or say why not; a reading made for it is added to `readings`."""
    if row.code is None:
        return Verdict("impossible", "no_code")
    channel = channels.get((row.corp_id, row.channel or ""))
    if channel is None or not channel.welcome:
        return Verdict("impossible", "no_welcome")
    now = runtime.clock()
    age = (now - row.received_at).total_seconds()
    if now > row.next_at:
        # Another claimer has it by now; this verdict will not be written.
        return Verdict("due", row.reason, retry_at=now)
    if age > CODE_SECONDS:
        return Verdict("late", "expired", f"its turn came {age:.1f} s after the callback")
    welcome, name = WelcomeText.model_validate(channel.welcome), who.name
    try:
        client = await corps.connect(runtime, row.corp_id, row.agent_id, urgency=Urgency.WELCOME)
        if not name and NAME_PLACE in welcome.text:
            asked_at = runtime.clock()
            detail = await _read(client, row)
            if detail is not None:
                readings.append(welcomes.Reading(row.corp_id, row.inbox_id, asked_at, detail))
                name = detail.external_contact.name
        text = _render(welcome, name)
        if LINK_PLACE in text:
            link = privacy.refusal_link(runtime.settings, runtime.vault, row.corp_id, who.id)
            text = text.replace(LINK_PLACE, link)
        attachments = await _attach(runtime, client, welcome, row)
        await client.welcome.send(
            row.code, text, attachments, timeout=min(CALL_SECONDS, CODE_SECONDS - age + 1)
        )
    except WeComError as error:
        return _judge(error, row, runtime.clock())
    return Verdict("sent")


async def _read(client: WeCom, row: DueWelcome) -> CustomerDetail | None:
    """Who he is, by one question of at most 1.5 s; None where there is no answer."""
    try:
        async with asyncio.timeout(NAME_SECONDS):
            return await client.customers.get(row.external_id)
    except (WeComError, TimeoutError):
        return None


def _render(welcome: WelcomeText, name: str) -> str:
    """The text with his name, else the one without."""
    if NAME_PLACE not in welcome.text:
        return welcome.text
    return welcome.text.replace(NAME_PLACE, name) if name else welcome.text_nameless


async def _attach(
    runtime: Runtime, client: WeCom, welcome: WelcomeText, row: DueWelcome
) -> list[Attachment]:
    files = [part.file_id for part in welcome.attachments if isinstance(part, ImagePart)]
    media = await ready_media(runtime, client, row.corp_id, row.agent_id, files) if files else {}
    return [
        ImageAttachment(media[part.file_id])
        if isinstance(part, ImagePart)
        else LinkAttachment(
            title=part.title,
            url=str(part.url),
            desc=part.description,
            picurl=str(part.picture_url or ""),
        )
        for part in welcome.attachments
    ]


def _judge(error: WeComError, row: DueWelcome, now: datetime) -> Verdict:
    """What a refusal means for the add."""
    # The code's 20 s run from the add, and a callback may come seconds after it.
    since_add = (now - row.occurred_at).total_seconds()
    maybe_sent = row.reason == UNKNOWN
    match error:
        case AlreadyChattingError() if maybe_sent:
            return Verdict("sent", detail="WeCom had it from an earlier try (41051)")
        case AlreadyChattingError():
            return Verdict("impossible", "already_chatting")
        case WelcomeGoneError() if maybe_sent and since_add <= CODE_SECONDS - CLOCKS_APART:
            return Verdict("sent", detail="WeCom had used the code at an earlier try (41050)")
        case WelcomeGoneError():
            perhaps = "; an earlier try may have reached him" if maybe_sent else ""
            said = f"WeCom no longer knew the code {since_add:.1f} s after the add{perhaps}"
            return Verdict("late", "expired", said)
        case ConsentMissingError():
            return Verdict("impossible", "no_consent")
        case UnknownOutcomeError():
            return _again(row, now, UNKNOWN)
        case NoQuotaError():
            return _again(row, now, UNKNOWN if maybe_sent else "no_quota")
        case UnreachableError():
            return _again(row, now, UNKNOWN if maybe_sent else "unreachable")
        case BusyError() | ConcurrencyError() | FrequencyError() | WelcomeInFlightError():
            return _again(row, now, UNKNOWN if maybe_sent else f"refused:{error.errcode}")
        case MediaError() | TokenError() | RefusedError():
            return Verdict("failed", f"refused:{error.errcode}", error.errmsg[:300])
        case InvalidRequestError():
            return Verdict("failed", "invalid", str(error)[:300])
    return Verdict("failed", type(error).__name__, str(error)[:300])


def _again(row: DueWelcome, now: datetime, reason: str) -> Verdict:
    """Another try while the code lives; after that it failed for the reason it could not go."""
    pause = min(0.2 * 2 ** min(row.attempts, 4), 2.0)
    if (now - row.received_at).total_seconds() + pause > CODE_SECONDS:
        return Verdict("failed", reason, "no try reached WeCom within the code's 20 s")
    return Verdict("due", reason, retry_at=now + timedelta(seconds=pause))
