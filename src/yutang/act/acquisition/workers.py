"""Make, change and delete contact ways."""

from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.rota import service as rota
from yutang.act.rota.schemas import Roster
from yutang.kernel.jobs import handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.deeds import service as deeds
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    FrequencyError,
    InvalidRequestError,
    RefusedError,
    UnknownContactWayError,
)

from . import jobs
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
    roster: Roster

    @property
    def accounts(self) -> list[str]:
        """Who is on now; WeCom would refuse the whole list for one who left."""
        return self.roster.accounts


async def _read(session: AsyncSession, channel: Channel, now: datetime) -> _Wanted:
    rosters = await rota.who_is_on(session, channel.corp_id, [channel.id], now)
    return _Wanted(channel, rosters[channel.id])


@handles(jobs.CreateContactWay)
async def create_contact_way(job: jobs.CreateContactWay, runtime: Runtime) -> None:
    """Have WeCom make the contact way: exactly one is used, a spare is deleted."""
    async with runtime.database.owner() as session:
        channel = await ChannelRepository(session).find(job.corp_id, job.channel_id)
        if channel is None or channel.status != "creating":
            return
        wanted = await _read(session, channel, runtime.clock())
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
        wanted = await _read(session, channel, runtime.clock())
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
    if status == "active":
        told, now = wanted.channel, runtime.clock()
        async with runtime.database.owner() as session:
            await rota.record_told(session, told.corp_id, wanted.roster, None, now)
            await rota.become_due(session, told.corp_id, now=now, channel_ids=[told.id])


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
