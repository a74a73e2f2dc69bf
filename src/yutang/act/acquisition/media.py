"""Pictures of welcomes, uploaded to WeCom before anybody waits for them."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import files
from yutang.kernel.runtime import Runtime
from yutang.wecom.client import WeCom

from .models import PreparedMedia
from .repository import ChannelRepository

LIFE = timedelta(days=3)
RENEW_BEFORE = timedelta(hours=18)
MARGIN = timedelta(minutes=5)


async def ready_media(
    runtime: Runtime, client: WeCom, corp_id: int, agent_id: int, file_ids: Sequence[int]
) -> dict[int, str]:
    """WeCom's media ids by file; one that is not ready is uploaded now.

    Raises what the upload raises.
    """
    alive_at = runtime.clock() + MARGIN
    async with runtime.database.owner() as session:
        found = await ChannelRepository(session).media(corp_id, agent_id, file_ids, alive_at)
    for file_id in file_ids:
        if file_id not in found:
            found[file_id] = await upload(runtime, client, corp_id, agent_id, file_id)
    return found


async def upload(runtime: Runtime, client: WeCom, corp_id: int, agent_id: int, file_id: int) -> str:
    """Upload one file and remember its media id for 3 days."""
    async with runtime.database.owner() as session:
        file = await files.find(session, corp_id, file_id)
    content = await asyncio.to_thread(files.read, runtime.settings.home, file)
    ending = ".png" if file.media_type == "image/png" else ".jpg"
    made = await client.media.upload("image", f"{file.id}{ending}", content, file.media_type)
    async with runtime.database.owner() as session:
        await remember(session, corp_id, agent_id, file_id, made.media_id, runtime.clock() + LIFE)
    return made.media_id


async def remember(
    session: AsyncSession,
    corp_id: int,
    agent_id: int,
    file_id: int,
    media_id: str,
    expires_at: datetime,
) -> None:
    """Keep the newest media id of a file."""
    values = {"media_id": media_id, "expires_at": expires_at}
    await session.execute(
        insert(PreparedMedia)
        .values(corp_id=corp_id, agent_id=agent_id, file_id=file_id, **values)
        .on_conflict_do_update(index_elements=["corp_id", "agent_id", "file_id"], set_=values)
    )
