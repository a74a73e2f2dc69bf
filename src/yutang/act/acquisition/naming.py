"""Codes as others speak of them: by state or id, by name, or only by how many failed."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from .errors import UnknownChannelError
from .models import Channel, ChannelTag
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


async def states_of(session: AsyncSession, corp_id: int, ids: Sequence[int]) -> tuple[str, ...]:
    """What each code's adds carry, in the order asked for. Raises UnknownChannelError."""
    if not ids:
        return ()
    rows = await session.execute(
        select(Channel.id, Channel.state).where(
            Channel.corp_id == corp_id, Channel.id.in_(ids), Channel.status != "deleted"
        )
    )
    known = {row.id: row.state for row in rows}
    for channel_id in ids:
        if channel_id not in known:
            raise UnknownChannelError(channel_id)
    return tuple(known[channel_id] for channel_id in ids)


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


async def channels_with_tags(
    session: AsyncSession, corp_id: int, tag_ids: Collection[int]
) -> dict[int, ChannelRef]:
    """Codes by id that put any of these tags on people; deleted codes are left out."""
    if not tag_ids:
        return {}
    rows = await session.execute(
        select(Channel.id, Channel.name)
        .join(
            ChannelTag,
            (ChannelTag.corp_id == Channel.corp_id) & (ChannelTag.channel_id == Channel.id),
        )
        .where(
            Channel.corp_id == corp_id,
            Channel.status.not_in(["deleting", "deleted"]),
            ChannelTag.tag_id.in_(list(tag_ids)),
        )
        .order_by(Channel.id)
    )
    return {row.id: ChannelRef(id=row.id, name=row.name) for row in rows}


async def has_codes(session: AsyncSession, corp_id: int) -> bool:
    """Whether a code was ever made."""
    return bool(await session.scalar(select(exists().where(Channel.corp_id == corp_id))))


async def failed_codes(session: AsyncSession, corp_id: int) -> tuple[int, datetime | None]:
    """How many codes WeCom refused to make or change, and the oldest one's date."""
    row = await session.execute(
        select(func.count(), func.min(Channel.created_at)).where(
            Channel.corp_id == corp_id, Channel.status == "failed"
        )
    )
    count, since = row.one()
    return count, since


_BY = "channel:"


def label_of(channel_id: int) -> str:
    """How a tag says that this code put it there."""
    return f"{_BY}{channel_id}"


def labelled(by: str | None) -> int | None:
    """The code that a tag's `by` names; None where it was nobody's code."""
    number = (by or "").removeprefix(_BY)
    return int(number) if by != number and number.isdecimal() else None
