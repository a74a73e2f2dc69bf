"""Uploads that welcomes need: handed to WeCom before anybody waits for them, and anew in time."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import files
from yutang.kernel.clock import day_bounds, today
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.wecom.admission import Urgency
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    FrequencyError,
    InvalidRequestError,
    RefusedError,
)
from yutang.wecom.media import MediaKind

from .checking import Needed
from .jobs import PrepareFile
from .repository import GreetingRepository, lacking_files, sweep_files
from .schemas import PICTURES_A_DAY, PICTURES_A_MONTH, PictureQuota

log = structlog.get_logger(__name__)

LIFE: Final = timedelta(days=3)
RENEW_BEFORE: Final = timedelta(hours=18)
MARGIN: Final = timedelta(minutes=5)
"""A media id that lives no longer counts as dead."""
AGAIN_AFTER: Final = timedelta(hours=6)
"""What WeCom refused is tried anew so much later: the fault may have been WeCom's."""
_PASSING: Final = (BusyError, ConcurrencyError, FrequencyError)
_KINDS: Final[dict[str, MediaKind]] = {"image": "image", "video": "video", "file": "file"}
_ENDINGS: Final = {"image/png": ".png", "image/jpeg": ".jpg", "video/mp4": ".mp4"}
_SAID: Final = 300


class PicturesUsedUpError(Exception):
    """The corp's pictures for ever of this day or month are used up; work goes on after that."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"no more pictures until {until.isoformat()}")
        self.until = until


def is_alive(handle: str | None, expires_at: datetime | None, now: datetime) -> bool:
    """Whether WeCom still takes it for a while."""
    return handle is not None and (expires_at is None or expires_at > now + MARGIN)


async def ask_for(session: AsyncSession, corp_id: int, needed: Sequence[Needed]) -> None:
    """Have these uploads made ready, in the caller's transaction."""
    await enqueue(
        session,
        *(PrepareFile(corp_id=corp_id, kind=kind, file_id=file_id) for kind, file_id in needed),
    )


async def prepare(runtime: Runtime, job: PrepareFile) -> None:
    """Hand one upload to WeCom, unless it is ready for long enough. A repeat harms nothing."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        repository = GreetingRepository(session, job.corp_id)
        known = (await repository.ready_files([job.file_id])).get((job.kind, job.file_id))
        lives = known is not None and is_alive(known.handle, known.expires_at, now + RENEW_BEFORE)
        try:
            file = None if lives else await files.find(session, job.corp_id, job.file_id)
        except files.UnknownFileError:
            await repository.keep_file(
                job.kind, job.file_id, None, None, at=now, said="the upload was deleted here"
            )
            return
    if file is None:
        return
    urgency = Urgency.SCHEDULED if job.renewal else Urgency.INTERACTIVE
    client = await corps.connect(runtime, job.corp_id, urgency=urgency)
    handle: str | None = None
    expires_at: datetime | None = None
    said = ""
    try:
        if job.kind == "cover":
            handle = await _upload_cover(runtime, client, job, file)
        else:
            expires_at = now + LIFE
            handle = await upload(runtime, client, _KINDS[job.kind], file)
    except _PASSING:
        raise
    except (RefusedError, InvalidRequestError) as error:
        said, expires_at = str(error)[:_SAID], None
        if known is not None and is_alive(known.handle, known.expires_at, now):
            # What WeCom took before works for hours yet.
            handle, expires_at = known.handle, known.expires_at
        log.warning("greeting.file_refused", kind=job.kind, file_id=job.file_id, said=said)
    async with runtime.database.owner() as session:
        repository = GreetingRepository(session, job.corp_id)
        await repository.keep_file(job.kind, job.file_id, handle, expires_at, at=now, said=said)


async def upload(runtime: Runtime, client: WeCom, kind: MediaKind, file: files.StoredFile) -> str:
    """Hand a file to WeCom for three days: its media id."""
    content = await _read(runtime, file)
    # Customers see what a file is called; of pictures and films nobody does.
    name = file.name if kind == "file" else _nameless(file)
    return (await client.media.upload(kind, name, content, file.media_type)).media_id


def _nameless(file: files.StoredFile) -> str:
    return f"{file.id}{_ENDINGS.get(file.media_type, '')}"


async def _read(runtime: Runtime, file: files.StoredFile) -> bytes:
    return await asyncio.to_thread(files.read, runtime.settings.home, file)


async def _upload_cover(
    runtime: Runtime, client: WeCom, job: PrepareFile, file: files.StoredFile
) -> str:
    """Raises PicturesUsedUpError before WeCom would refuse it."""
    now = runtime.clock()
    content = await _read(runtime, file)
    async with runtime.database.owner() as session:
        repository = GreetingRepository(session, job.corp_id)
        # Two workers must not both take the last one.
        await repository.hold()
        zone = (await corps.describe(session, job.corp_id)).timezone
        quota = await read_pictures(repository, now, zone)
        if quota.month >= quota.most_month:
            raise PicturesUsedUpError(_next_month(now, zone))
        if quota.today >= quota.most_today:
            raise PicturesUsedUpError(day_bounds(today(now, zone), zone)[1])
        await repository.note_picture(job.file_id, now)
    return await client.media.upload_picture(_nameless(file), content, file.media_type)


async def read_pictures(repository: GreetingRepository, now: datetime, zone: str) -> PictureQuota:
    """Pictures for ever of the day and the month; WeCom tells no count of its own."""
    day = today(now, zone)
    counted = await repository.count_pictures(
        day_bounds(day, zone)[0], day_bounds(day.replace(day=1), zone)[0]
    )
    return PictureQuota(
        today=counted[0],
        most_today=PICTURES_A_DAY,
        month=counted[1],
        most_month=PICTURES_A_MONTH,
    )


def _next_month(now: datetime, zone: str) -> datetime:
    first = today(now, zone).replace(day=1)
    later = (first + timedelta(days=32)).replace(day=1)
    return day_bounds(later, zone)[0]


async def look_after(runtime: Runtime) -> None:
    """Ask anew for what WeCom forgets within 18 hours, of welcomes that are there."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        lacking = await lacking_files(session, now + RENEW_BEFORE, now - AGAIN_AFTER)
        await enqueue(
            session,
            *(
                PrepareFile(corp_id=corp_id, kind=kind, file_id=file_id, renewal=renewal)
                for corp_id, kind, file_id, renewal in lacking
            ),
        )
        await sweep_files(session, now)
