"""A channel as it is when WeCom is asked, and how that ended, whatever happened meanwhile."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime

from .jobs import dropping
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
    remark: str
    skip_verify: bool


async def read_asked(
    session: AsyncSession, corp_id: int, channel_id: int, *, lock: bool = False
) -> Seen | None:
    """A channel of any kind, deleted ones too; `lock`: until the transaction ends."""
    channel = await ChannelRepository(session).find(corp_id, channel_id, lock=lock)
    if channel is None:
        return None
    return Seen(
        corp_id=corp_id,
        id=channel_id,
        name=channel.name,
        state=channel.state,
        status=channel.status,
        version=channel.version,
        agent_id=channel.agent_id,
        config_id=channel.config_id,
        remark=channel.remark,
        skip_verify=channel.skip_verify,
    )


async def end_asking(runtime: Runtime, seen: Seen, status: str, **values: str) -> None:
    """As `write_ending`, in a transaction of its own."""
    async with runtime.database.owner() as session:
        await write_ending(session, seen, status, **values)


async def write_ending(session: AsyncSession, seen: Seen, status: str, **values: str) -> None:
    """Write what came of it; `seen` is the code as it was when WeCom was asked.

    One edited since is asked for again, one deleted since is deleted at WeCom too.
    """
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


async def end_at_wecom(
    session: AsyncSession, seen: Seen, status: str, error: str | None = None
) -> None:
    """WeCom has what the channel needs, refused it, or has it no more."""
    channel = await ChannelRepository(session).find(seen.corp_id, seen.id, lock=True)
    if channel is not None:
        channel.status, channel.error = status, error
