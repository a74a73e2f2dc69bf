"""How asking WeCom for a code ended, written whatever happened to the code meanwhile."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime

from .jobs import dropping
from .models import Channel
from .repository import ChannelRepository
from .writing import ask_wecom


@dataclass(frozen=True, slots=True)
class Seen:
    """A channel as it was read before WeCom is asked."""

    corp_id: int
    id: int
    name: str
    state: str
    status: str
    version: int
    agent_id: int
    config_id: str | None
    skip_verify: bool
    staff_ids: tuple[int, ...]


async def read_asked(session: AsyncSession, corp_id: int, channel_id: int) -> Seen | None:
    """A channel of any kind, for whose doing another domain knows the calls."""
    repository = ChannelRepository(session)
    channel = await repository.find(corp_id, channel_id)
    if channel is None:
        return None
    staff_ids = (await repository.staff_of(corp_id, [channel_id])).get(channel_id, [])
    return Seen(
        corp_id=corp_id,
        id=channel_id,
        name=channel.name,
        state=channel.state,
        status=channel.status,
        version=channel.version,
        agent_id=channel.agent_id,
        config_id=channel.config_id,
        skip_verify=channel.skip_verify,
        staff_ids=tuple(sorted(staff_ids)),
    )


async def end_asking(runtime: Runtime, seen: Channel | Seen, status: str, **values: str) -> None:
    """Write what came of it; `seen` is the code as it was when WeCom was asked.

    One edited since is asked for again, one deleted since is deleted at WeCom too.
    """
    async with runtime.database.owner() as session:
        channel = await ChannelRepository(session).find(seen.corp_id, seen.id, lock=True)
        if channel is None:
            return
        # Kept even for a code deleted while WeCom was asked, so that the deletion finds it.
        for name, value in values.items():
            setattr(channel, name, value)
        if channel.status == "deleting":
            which = dropping(channel.kind)
            await enqueue(session, which(corp_id=channel.corp_id, channel_id=channel.id))
        elif channel.status == seen.status:
            # An edit made while WeCom was asked has a later version and asks again.
            overtaken = channel.version != seen.version
            if overtaken or status == "updating":
                await ask_wecom(session, channel)
            else:
                channel.status = status


async def end_deleting(runtime: Runtime, seen: Seen) -> None:
    """Write that WeCom has it no more."""
    async with runtime.database.owner() as session:
        channel = await ChannelRepository(session).find(seen.corp_id, seen.id, lock=True)
        if channel is not None:
            channel.status = "deleted"
