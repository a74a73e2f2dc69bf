"""How asking WeCom for a code ended, written whatever happened to the code meanwhile."""

from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime

from .models import Channel
from .repository import ChannelRepository
from .writing import ask_wecom, deletion_of


async def end_asking(runtime: Runtime, seen: Channel, status: str, **values: str) -> None:
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
            await enqueue(session, deletion_of(channel))
        elif channel.status == seen.status:
            # An edit made while WeCom was asked has a later version and asks again.
            overtaken = channel.version != seen.version
            if overtaken or status == "updating":
                await ask_wecom(session, channel)
            else:
                channel.status = status
