"""What is kept: files that are sent and their lives, and jobs that fetch some."""

import hashlib
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx2

from wecom_emulator.errors import Refusal
from wecom_emulator.state import Corp, Media, new_id
from wecom_emulator.timers import set_timer
from wecom_emulator.uploads import LINKED, MESSAGE, Uploads
from wecom_emulator.world import World

from . import formats
from .errors import BAD_FILE, NOT_FETCHED, TOO_BIG, WRONG_DIGEST

FETCH = "media.fetch"
RUNNING, DONE, FAILED = 1, 2, 3
LEAST_BYTES = 5
FINISHED = "upload_media_job_finish"
_FETCH_SECONDS = 60.0
_AGAIN_SECONDS = 120.0
_UNDER_WAY: set[str] = set()
"""Jobs that this process fetches just now."""


@dataclass(slots=True)
class Job:
    """A file that WeCom fetches from an address."""

    jobid: str
    agentid: int
    kind: str
    name: str
    url: str
    digest: str
    status: int = RUNNING
    errcode: int = 0
    errmsg: str = "ok"
    media_id: str = ""
    created_at: int = 0


@dataclass(slots=True)
class Jobs:
    """All of a corp."""

    kept: dict[str, Job] = field(default_factory=dict)


class FetchError(Exception):
    """A job fails; WeCom's code says how."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.text)
        self.refusal = refusal


async def keep(
    world: World,
    corp: Corp,
    kind: str,
    file: tuple[str, str, bytes],
    scene: str = MESSAGE,
    *,
    expires_at: float | None = None,
) -> tuple[str, int]:
    """Keep a file for three days, or until `expires_at`; its id and when it was kept."""
    media_id, now = new_id("3", 60), world.clock.now()
    name, content_type, content = file
    if expires_at is None:
        expires_at = now + world.limits.media_seconds
    if scene != MESSAGE:
        corp.of(Uploads).scenes[media_id] = scene
    media = Media(corp.corpid, kind, name, content_type, expires_at)
    await world.keep_media(media_id, media, content)
    return media_id, int(now)


def begin(world: World, corp: Corp, job: Job) -> None:
    """A job begins; it fetches when its time has come."""
    corp.of(Jobs).kept[job.jobid] = job
    seconds = corp.switches.jobs_take_seconds
    if seconds:
        set_timer(corp, world.clock.now() + seconds, FETCH, job.jobid)
    else:
        start(world, corp, job.jobid)
    world.changed()


def start(world: World, corp: Corp, jobid: str) -> None:
    """The file is fetched in the background; after a restart that cut it short, again."""
    job = corp.of(Jobs).kept.get(jobid)
    if job is None or job.status != RUNNING:
        return
    set_timer(corp, world.clock.now() + _AGAIN_SECONDS, FETCH, jobid)
    world.spawn(fetch(world, corp, jobid))


async def fetch(world: World, corp: Corp, jobid: str) -> None:
    """Fetch the file, keep it and tell the app; a failure is told as well."""
    job = corp.of(Jobs).kept[jobid]
    if jobid in _UNDER_WAY:
        return
    _UNDER_WAY.add(jobid)
    try:
        content = await _download(world, job)
        job.media_id, job.created_at = await keep(
            world, corp, job.kind, (job.name, "application/octet-stream", content), LINKED
        )
        job.status = DONE
    except FetchError as error:
        job.status = FAILED
        job.errcode, job.errmsg = error.refusal.errcode, error.refusal.text
    finally:
        _UNDER_WAY.discard(jobid)
    world.changed()
    callbacks = [each for each in corp.callbacks if each.agentid == job.agentid]
    told = {"Event": FINISHED, "JobId": job.jobid, "AgentID": job.agentid}
    world.deliveries.send(corp, told, to=callbacks)


async def _download(world: World, job: Job) -> bytes:
    if urlsplit(job.url).hostname not in world.limits.fetched_hosts:
        raise FetchError(NOT_FETCHED)
    most, parts, size = world.limits.linked_file_bytes, [], 0
    digest = hashlib.md5(usedforsecurity=False)
    try:
        async with world.http.stream(
            "GET", job.url, timeout=_FETCH_SECONDS, follow_redirects=False
        ) as answer:
            if answer.status_code not in {httpx2.codes.OK, httpx2.codes.PARTIAL_CONTENT}:
                raise FetchError(NOT_FETCHED)
            async for part in answer.aiter_bytes():
                size += len(part)
                if size > most:
                    raise FetchError(TOO_BIG)
                digest.update(part)
                parts.append(part)
    except (httpx2.HTTPError, httpx2.InvalidURL):
        raise FetchError(NOT_FETCHED) from None
    content = b"".join(parts)
    if digest.hexdigest() != job.digest:
        raise FetchError(WRONG_DIGEST)
    if size <= LEAST_BYTES or (job.kind == "video" and not formats.is_film(content)):
        raise FetchError(BAD_FILE)
    return content
