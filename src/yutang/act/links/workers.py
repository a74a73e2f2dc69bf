"""Make, change and delete links at WeCom."""

from dataclasses import dataclass
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import jobs
from yutang.act.acquisition import service as acquisition
from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.deeds import service as deeds
from yutang.people.staff import service as staff
from yutang.wecom.acquisition_links import (
    MAX_NAME_CHARACTERS,
    LinkPriority,
    LinkRange,
    PriorityKind,
    channel_url,
)
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    FrequencyError,
    InvalidParameterError,
    InvalidRequestError,
    RefusedError,
)

from .counting import count_links
from .jobs import CountLinks
from .repository import LinkRepository

log = structlog.get_logger(__name__)

NIGHT_HOUR: Final = 3
_NOBODY: Final = "every member behind this link has left; choose others"
_PASSING: Final = (BusyError, ConcurrencyError, FrequencyError)
_TAIL: Final = 8
_KINDS: Final = {"corp": PriorityKind.FRIEND_IN_CORP, "list": PriorityKind.FRIEND_AMONG}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A link as it was read before WeCom is asked."""

    seen: acquisition.Seen
    name: str
    range: LinkRange | None
    priority: LinkPriority | None
    generation: int


def wecom_name(name: str, state: str) -> str:
    """A name of its own, by which a link is found whose making was not answered."""
    return f"{name[: MAX_NAME_CHARACTERS - _TAIL - 1].rstrip()} {state[-_TAIL:]}"


async def _read(
    session: AsyncSession, corp_id: int, channel_id: int, status: str
) -> _Wanted | None:
    seen = await acquisition.read_asked(session, corp_id, channel_id)
    link = await LinkRepository(session, corp_id).find(channel_id)
    if seen is None or link is None or seen.status != status:
        return None
    staff_ids = sorted(await acquisition.staff_of(session, corp_id, channel_id))
    members = await staff.staff_by_ids(session, corp_id, [*staff_ids, *link.priority_staff_ids])
    # WeCom refuses the whole list for one who left.
    here = {one.id: one.account for one in members if one.status != "left"}
    accounts = [here[one] for one in staff_ids if one in here]
    first = [here[one] for one in link.priority_staff_ids if one in here]
    kind = _KINDS.get(link.priority)
    return _Wanted(
        seen=seen,
        name=wecom_name(seen.name, seen.state),
        range=LinkRange(accounts, link.department_ids) if accounts or link.department_ids else None,
        # Nobody left to go first is no reason to refuse the link.
        priority=LinkPriority(kind, first)
        if kind is PriorityKind.FRIEND_IN_CORP or (kind is not None and first)
        else None,
        generation=link.generation,
    )


@handles(jobs.MakeLink)
async def make_link(job: jobs.MakeLink, runtime: Runtime) -> None:
    """Have WeCom make the link: exactly one is used, a spare is deleted."""
    async with runtime.database.owner() as session:
        wanted = await _read(session, job.corp_id, job.channel_id, "creating")
    if wanted is None:
        return
    if wanted.range is None:
        await acquisition.end_asking(runtime, wanted.seen, "failed", error=_NOBODY)
        return
    deed = deeds.LinkDeed(
        wanted.name, wanted.range, skip_verify=wanted.seen.skip_verify, priority=wanted.priority
    )
    key = f"link:{job.channel_id}:{wanted.generation}"
    try:
        made = await deeds.perform(runtime, job.corp_id, key, deed, agent_id=wanted.seen.agent_id)
    except _PASSING:
        raise
    except (RefusedError, InvalidRequestError) as error:
        await acquisition.end_asking(runtime, wanted.seen, "failed", error=str(error)[:500])
        return
    url = made.result["url"]
    async with runtime.database.owner() as session:
        link = await LinkRepository(session, job.corp_id).find(job.channel_id, lock=True)
        if link is not None:
            link.url, link.unavailable_at = url, None
    await acquisition.end_asking(
        runtime,
        wanted.seen,
        # One that an earlier try made may hold a range that was edited since.
        "active" if made.is_fresh else "updating",
        config_id=made.result["link_id"],
        qr_content=channel_url(url, wanted.seen.state),
    )


@handles(jobs.ChangeLink)
async def change_link(job: jobs.ChangeLink, runtime: Runtime) -> None:
    """Have WeCom take over range, name and way of accepting; a repeat changes nothing."""
    async with runtime.database.owner() as session:
        wanted = await _read(session, job.corp_id, job.channel_id, "updating")
    if wanted is None or wanted.seen.config_id is None:
        return
    if wanted.range is None:
        await acquisition.end_asking(runtime, wanted.seen, "failed", error=_NOBODY)
        return
    client = await corps.connect(runtime, job.corp_id, wanted.seen.agent_id)
    try:
        await client.acquisition_links.update(
            wanted.seen.config_id,
            name=wanted.name,
            range_=wanted.range,
            skip_verify=wanted.seen.skip_verify,
            priority=wanted.priority,
        )
    except _PASSING:
        raise
    except (RefusedError, InvalidRequestError) as error:
        await acquisition.end_asking(runtime, wanted.seen, "failed", error=str(error)[:500])
        return
    async with runtime.database.owner() as session:
        link = await LinkRepository(session, job.corp_id).find(job.channel_id, lock=True)
        if link is not None:
            link.unavailable_at = None
    await acquisition.end_asking(runtime, wanted.seen, "active")


@handles(jobs.DropLink)
async def drop_link(job: jobs.DropLink, runtime: Runtime) -> None:
    """Have WeCom delete the link; one it does not know is gone already."""
    async with runtime.database.owner() as session:
        seen = await acquisition.read_asked(session, job.corp_id, job.channel_id)
    if seen is None or seen.status != "deleting":
        return
    if seen.config_id is not None:
        client = await corps.connect(runtime, job.corp_id, seen.agent_id)
        try:
            await client.acquisition_links.delete(seen.config_id)
        except InvalidParameterError:
            log.info("link.was_gone", channel_id=seen.id)
    async with runtime.database.owner() as session:
        await acquisition.end_at_wecom(session, seen, "deleted")


@handles(CountLinks)
async def read_counts(job: CountLinks, runtime: Runtime) -> None:
    """Read what WeCom counts; safe to run twice."""
    await count_links(runtime, job.corp_id, job.channel_id)


@clocked("47 * * * *", "links.counts")
async def night(runtime: Runtime) -> None:
    """At three in the morning of each corp's zone."""
    async with runtime.database.owner() as session:
        asleep = await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock())
        await enqueue(session, *(CountLinks(corp_id=corp_id) for corp_id in asleep))
