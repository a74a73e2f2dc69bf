"""Make, change and delete contact ways."""

from dataclasses import dataclass

from yutang.act.rota import service as rota
from yutang.act.rota.schemas import Roster
from yutang.kernel.jobs import handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import PASSING, InvalidRequestError, RefusedError

from . import jobs
from .ending import Seen, end_at_wecom, read_asked, write_ending
from .ways import LASTING, drop_way, make_way

_NOBODY = "every member of this code has left; pick others"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A code as it was read before WeCom is asked."""

    channel: Seen
    roster: Roster

    @property
    def accounts(self) -> list[str]:
        """Who is on now; WeCom would refuse the whole list for one who left."""
        return self.roster.accounts


async def _read(runtime: Runtime, corp_id: int, channel_id: int, status: str) -> _Wanted | None:
    """A code of this status with somebody to give WeCom; one with nobody is told so."""
    async with runtime.database.owner() as session:
        channel = await read_asked(session, corp_id, channel_id)
        if channel is None or channel.status != status:
            return None
        rosters = await rota.who_is_on(session, corp_id, [channel_id], runtime.clock())
    wanted = _Wanted(channel, rosters[channel_id])
    if not wanted.accounts:
        await _end(runtime, wanted, "failed", error=_NOBODY)
        return None
    return wanted


@handles(jobs.CreateContactWay)
async def create_contact_way(job: jobs.CreateContactWay, runtime: Runtime) -> None:
    """Have WeCom make the contact way: exactly one is used, a spare is deleted."""
    wanted = await _read(runtime, job.corp_id, job.channel_id, "creating")
    if wanted is None:
        return
    channel = wanted.channel
    new = NewContactWay(
        userids=wanted.accounts,
        state=channel.state,
        remark=channel.remark,
        skip_verify=channel.skip_verify,
        multiple=True,
    )
    try:
        made = await make_way(runtime, channel, f"channel:{channel.id}", new)
    except PASSING:
        raise
    except LASTING as error:
        await _end(runtime, wanted, "failed", error=str(error)[:500])
        return
    # One that an earlier try made may hold a list that was edited since.
    status = "active" if made.is_fresh else "updating"
    await _end(runtime, wanted, status, config_id=made.config_id, qr_content=made.qr_content)


@handles(jobs.UpdateContactWay)
async def update_contact_way(job: jobs.UpdateContactWay, runtime: Runtime) -> None:
    """Have WeCom take over the list, remark and way of accepting; a repeat changes nothing."""
    wanted = await _read(runtime, job.corp_id, job.channel_id, "updating")
    if wanted is None or wanted.channel.config_id is None:
        return
    channel = wanted.channel
    client = await corps.connect(runtime, job.corp_id, channel.agent_id)
    try:
        # The state is sent as well: without it WeCom would no longer say who came through here.
        await client.contact_ways.update(
            wanted.channel.config_id,
            userids=wanted.accounts,
            state=channel.state,
            remark=channel.remark,
            skip_verify=channel.skip_verify,
        )
    except PASSING:
        raise
    except (RefusedError, InvalidRequestError) as error:
        await _end(runtime, wanted, "failed", error=str(error)[:500])
        return
    await _end(runtime, wanted, "active")


async def _end(runtime: Runtime, wanted: _Wanted, status: str, **values: str) -> None:
    """Write how it ended, together with the list that WeCom has now."""
    told = wanted.channel
    async with runtime.database.owner() as session:
        await write_ending(session, told, status, **values)
        if status == "active":
            now = runtime.clock()
            await rota.record_told(session, told.corp_id, wanted.roster, None, now)
            await rota.become_due(session, told.corp_id, now=now, channel_ids=[told.id])


@handles(jobs.DeleteContactWay)
async def delete_contact_way(job: jobs.DeleteContactWay, runtime: Runtime) -> None:
    """Have WeCom delete the contact way; one it does not know is gone already."""
    async with runtime.database.owner() as session:
        channel = await read_asked(session, job.corp_id, job.channel_id)
    if channel is None or channel.status != "deleting":
        return
    if channel.config_id is not None:
        await drop_way(runtime, channel, channel.config_id)
    async with runtime.database.owner() as session:
        await end_at_wecom(session, channel, "deleted")
