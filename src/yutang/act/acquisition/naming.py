"""Names of codes for those who hold only their state or id; deleted codes keep theirs."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Channel
from .schemas import ChannelRef


async def channels_by_state(
    session: AsyncSession, corp_id: int, states: Collection[str]
) -> dict[str, ChannelRef]:
    """Codes by what they carry (WeCom's `state`); what is none of ours is left out."""
    if not states:
        return {}
    rows = await session.execute(
        select(Channel.id, Channel.name, Channel.state).where(
            Channel.corp_id == corp_id, Channel.state.in_(list(states))
        )
    )
    return {row.state: ChannelRef(id=row.id, name=row.name) for row in rows}


async def channels_by_id(
    session: AsyncSession, corp_id: int, ids: Collection[int]
) -> dict[int, ChannelRef]:
    """Codes by id; unknown ids are left out."""
    if not ids:
        return {}
    rows = await session.execute(
        select(Channel.id, Channel.name).where(
            Channel.corp_id == corp_id, Channel.id.in_(list(ids))
        )
    )
    return {row.id: ChannelRef(id=row.id, name=row.name) for row in rows}
