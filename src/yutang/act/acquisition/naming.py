"""Codes as others speak of them: by state or id, by name, or only by how many failed."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import exists, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.segments import service as segments

from .errors import UnknownChannelError
from .models import Channel, ChannelTag
from .schemas import ChannelFact, ChannelRef


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


async def _names_by_state(
    session: AsyncSession, corp_id: int, states: Collection[str]
) -> dict[str, str]:
    found = await channels_by_state(session, corp_id, states)
    return {state: channel.name for state, channel in found.items()}


# Sentences of conditions say codes by name; they are made a floor below.
segments.register_names("channels", _names_by_state)


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


async def channel_facts(
    session: AsyncSession, corp_id: int, ids: Collection[int]
) -> dict[int, ChannelFact]:
    """Channels by id with what they carry, deleted ones too; unknown ids are left out."""
    if not ids:
        return {}
    rows = await session.execute(
        select(Channel.id, Channel.name, Channel.state, Channel.kind).where(
            Channel.corp_id == corp_id, Channel.id.in_(list(ids))
        )
    )
    return {row.id: ChannelFact(row.id, row.name, row.state, row.kind) for row in rows}


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


_TAKEN = text(
    "select name from channels where corp_id = :corp_id and name = any(cast(:names as text[]))"
    " and status not in ('deleting', 'deleted')"
)


async def names_taken(session: AsyncSession, corp_id: int, names: Collection[str]) -> set[str]:
    """Which of these names living codes have."""
    asked = {"corp_id": corp_id, "names": sorted(names)}
    return set(await session.scalars(_TAKEN, asked))


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


_SOLE = text(
    """
    select m.staff_id, count(*) as codes
    from staff s
    join channel_staff m on m.corp_id = s.corp_id and m.staff_id = s.id
    join channels c on c.corp_id = m.corp_id and c.id = m.channel_id
                   and c.status not in ('deleting', 'deleted')
    where s.corp_id = :corp_id
      and (s.id = any(cast(:members as bigint[]))
           or (cast(:members as bigint[]) is null and s.status = 'left'))
      and not exists (select from channel_staff o
                      join staff w on w.corp_id = o.corp_id and w.id = o.staff_id
                                  and w.status <> 'left'
                      where o.corp_id = m.corp_id and o.channel_id = m.channel_id
                        and o.staff_id <> m.staff_id)
    group by 1
    """
)


async def sole_codes(
    session: AsyncSession, corp_id: int, staff_ids: Collection[int] | None = None
) -> dict[int, int]:
    """Of how many codes each is the only one who works here, or did; of leavers unless named."""
    members = None if staff_ids is None else list(staff_ids)
    rows = await session.execute(_SOLE, {"corp_id": corp_id, "members": members})
    return {row.staff_id: row.codes for row in rows}
