"""Make, change and delete contact ways, keep pictures ready."""

from dataclasses import dataclass

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.jobs import enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.deeds import service as deeds
from yutang.people.staff import service as staff
from yutang.wecom.admission import Urgency
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    FrequencyError,
    InvalidRequestError,
    RefusedError,
    UnknownContactWayError,
)

from . import jobs, media
from .ending import end_asking
from .models import Channel
from .qr import UnreadableQrError, decode
from .repository import ChannelRepository

log = structlog.get_logger(__name__)

_NOBODY = "every member of this code has left; pick others"
_PASSING = (BusyError, ConcurrencyError, FrequencyError)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A code as it was read before WeCom is asked."""

    channel: Channel
    accounts: list[str]


async def _read(session: AsyncSession, channel: Channel) -> _Wanted:
    staff_of = await ChannelRepository(session).staff_of(channel.corp_id, [channel.id])
    members = await staff.staff_by_ids(session, channel.corp_id, staff_of.get(channel.id, []))
    # WeCom refuses the whole list for one who left.
    return _Wanted(channel, [m.account for m in members if m.status != "left"])


@handles(jobs.CreateContactWay)
async def create_contact_way(job: jobs.CreateContactWay, runtime: Runtime) -> None:
    """Have WeCom make the contact way: exactly one is used, a spare is deleted."""
    async with runtime.database.owner() as session:
        channel = await ChannelRepository(session).find(job.corp_id, job.channel_id)
        if channel is None or channel.status != "creating":
            return
        wanted = await _read(session, channel)
    if not wanted.accounts:
        await _end(runtime, wanted, "failed", error=_NOBODY)
        return
    way = deeds.ContactWayDeed(
        NewContactWay(
            userids=wanted.accounts,
            state=channel.state,
            remark=channel.remark,
            skip_verify=channel.skip_verify,
            multiple=True,
        )
    )
    client = await corps.connect(runtime, job.corp_id, channel.agent_id)
    try:
        made = await deeds.perform(
            runtime, job.corp_id, f"channel:{channel.id}", way, agent_id=channel.agent_id
        )
        content = decode(await client.qr_picture(made.result["qr_code"]))
    except _PASSING:
        raise
    except (RefusedError, InvalidRequestError, UnreadableQrError) as error:
        await _end(runtime, wanted, "failed", error=str(error)[:500])
        return
    # One that an earlier try made may hold a list that was edited since.
    status = "active" if made.is_fresh else "updating"
    config_id = made.result["config_id"]
    await _end(runtime, wanted, status, config_id=config_id, qr_content=content)


@handles(jobs.UpdateContactWay)
async def update_contact_way(job: jobs.UpdateContactWay, runtime: Runtime) -> None:
    """Have WeCom take over the list, remark and way of accepting; a repeat changes nothing."""
    async with runtime.database.owner() as session:
        channel = await ChannelRepository(session).find(job.corp_id, job.channel_id)
        if channel is None or channel.status != "updating" or channel.config_id is None:
            return
        wanted = await _read(session, channel)
    if not wanted.accounts:
        await _end(runtime, wanted, "failed", error=_NOBODY)
        return
    client = await corps.connect(runtime, job.corp_id, channel.agent_id)
    try:
        # The state is sent as well: without it WeCom would no longer say who came through here.
        await client.contact_ways.update(
            channel.config_id,
            userids=wanted.accounts,
            state=channel.state,
            remark=channel.remark,
            skip_verify=channel.skip_verify,
        )
    except _PASSING:
        raise
    except (RefusedError, InvalidRequestError) as error:
        await _end(runtime, wanted, "failed", error=str(error)[:500])
        return
    await _end(runtime, wanted, "active")


async def _end(
    runtime: Runtime,
    wanted: _Wanted,
    status: str,
    **values: str,
) -> None:
    await end_asking(runtime, wanted.channel, status, **values)


@handles(jobs.DeleteContactWay)
async def delete_contact_way(job: jobs.DeleteContactWay, runtime: Runtime) -> None:
    """Have WeCom delete the contact way; one it does not know is gone already."""
    async with runtime.database.owner() as session:
        channel = await ChannelRepository(session).find(job.corp_id, job.channel_id)
    if channel is None or channel.status != "deleting":
        return
    if channel.config_id is not None:
        client = await corps.connect(runtime, job.corp_id, channel.agent_id)
        try:
            await client.contact_ways.delete(channel.config_id)
        except UnknownContactWayError:
            log.info("channel.was_gone", channel_id=channel.id)
    async with runtime.database.owner() as session:
        found = await ChannelRepository(session).find(job.corp_id, job.channel_id, lock=True)
        if found is not None:
            found.status = "deleted"


@handles(jobs.PrepareMedia)
async def prepare_media(job: jobs.PrepareMedia, runtime: Runtime) -> None:
    """Upload a picture; doing it twice makes another id and harms nothing."""
    urgency = Urgency.SCHEDULED if job.renewal else Urgency.INTERACTIVE
    client = await corps.connect(runtime, job.corp_id, job.agent_id, urgency=urgency)
    await media.upload(runtime, client, job.corp_id, job.agent_id, job.file_id)


async def renew_media(runtime: Runtime) -> None:
    """Ask anew for pictures that WeCom forgets within 18 hours."""
    async with runtime.database.owner() as session:
        expiring = await ChannelRepository(session).expiring_media(
            runtime.clock() + media.RENEW_BEFORE
        )
        await enqueue(
            session,
            *(
                jobs.PrepareMedia(
                    corp_id=m.corp_id, agent_id=m.agent_id, file_id=m.file_id, renewal=True
                )
                for m in expiring
            ),
        )
