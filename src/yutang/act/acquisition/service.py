"""Tag who came through a channel code, tell how each add ended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, cast

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.greetings import service as greetings
from yutang.kernel.clock import day_bounds, today
from yutang.kernel.readers import Reader, Recorded
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import Relation
from yutang.people.welcomes import service as welcomes
from yutang.people.welcomes.schemas import WantedAdds

from . import qr, sheets
from .checking import ways_left
from .ending import Seen, end_asking, end_at_wecom, read_asked
from .making import CodeTemplate, check_template, create_channel, create_channels
from .naming import (
    channel_facts,
    channels_by_id,
    channels_by_state,
    channels_with_tags,
    failed_codes,
    has_codes,
    label_of,
    labelled,
    names_taken,
    sole_codes,
    states_of,
)
from .qr import draw_png
from .reading import find_channel, list_channels, read_channel
from .repository import ChannelRepository
from .schemas import AddPage, AddRead, AddTag, ChannelRef
from .ways import LASTING, drop_way, find_way, make_way
from .writing import (
    count_edit,
    delete_channel,
    lost_at_wecom,
    retry_channel,
    update_channel,
)

if TYPE_CHECKING:
    from yutang.people.welcomes.schemas import Outcome

__all__ = (
    "LASTING",
    "TAGGING",
    "CodeTemplate",
    "Seen",
    "channel_facts",
    "channels_by_id",
    "channels_by_state",
    "channels_with_tags",
    "check_template",
    "count_adds_of",
    "count_edit",
    "create_channel",
    "create_channels",
    "day_span",
    "delete_channel",
    "draw_png",
    "drop_way",
    "end_asking",
    "end_at_wecom",
    "failed_codes",
    "find_channel",
    "find_way",
    "has_codes",
    "is_living",
    "labelled",
    "list_adds",
    "list_channels",
    "lost_at_wecom",
    "make_way",
    "names_taken",
    "qr",
    "read_asked",
    "read_channel",
    "retry_channel",
    "sheets",
    "sole_codes",
    "staff_of",
    "states_of",
    "tag_newcomers",
    "update_channel",
    "ways_left",
)


async def tag_newcomers(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Give each new friend the tags of the code he came through, and ask for their push."""
    repository = ChannelRepository(session)
    channels = await repository.by_states(
        (event.corp_id, event.props["channel"]) for event in events if event.props.get("channel")
    )
    by_channel: dict[tuple[int, int], list[Relation]] = {}
    for event in events:
        channel = channels.get((event.corp_id, event.props.get("channel") or ""))
        if channel is not None and event.customer_id is not None:
            by_channel.setdefault((event.corp_id, channel.id), []).append(
                Relation(event.customer_id, event.props["staff_id"])
            )
    for (corp_id, channel_id), relations in by_channel.items():
        tag_ids = (await repository.tags_of(corp_id, [channel_id])).get(channel_id, [])
        living = list(await tags.tags_by_ids(session, corp_id, tag_ids))
        await tags.tag_relations(
            session,
            corp_id,
            dict.fromkeys(relations, living),
            label_of(channel_id),
            max(event.at for event in events),
        )


TAGGING = Reader("acquisition.tags", frozenset({"relation.added"}), tag_newcomers)


async def list_adds(
    session: AsyncSession,
    corp_id: int,
    now: datetime,
    wanted: WantedAdds,
    *,
    on: date | None,
    channel_id: int | None = None,
) -> AddPage:
    """A day's adds, newest first. Raises UnknownChannelError."""
    start, stop = await day_span(session, corp_id, on, now)
    if channel_id is not None:
        code = await find_channel(session, corp_id, channel_id)
        wanted = replace(wanted, channel=code.state)
    rows = await welcomes.list_adds(session, corp_id, start, stop, wanted)
    found = await customers.find_refs(session, corp_id, {row.external_id for row in rows})
    members = {
        m.account: StaffRef(id=m.id, name=m.name, account=m.account)
        for m in await staff.staff_by_accounts(session, corp_id, {row.account for row in rows})
    }
    channels = await ChannelRepository(session).by_states(
        (corp_id, row.channel) for row in rows if row.channel
    )
    relations = {
        row.id: Relation(found[row.external_id].id, members[row.account.lower()].id)
        for row in rows
        if row.external_id in found and row.account.lower() in members
    }
    applied = await greetings.refs_of(
        session, corp_id, {row.greeting_id for row in rows if row.greeting_id is not None}
    )
    places = await tags.places_on_relations(session, corp_id, list(relations.values()))
    items = []
    for row in rows:
        channel = channels.get((corp_id, row.channel or ""))
        relation = relations.get(row.id)
        items.append(
            AddRead(
                id=row.id,
                at=row.received_at,
                customer=found.get(row.external_id),
                staff=members.get(row.account.lower()),
                channel=ChannelRef(id=channel.id, name=channel.name) if channel else None,
                half=row.half,
                tags=[
                    AddTag(id=p.tag_id, name=p.name, mirrored=p.mirrored)
                    for p in (places.get(relation, []) if relation is not None else [])
                ],
                outcome="due" if row.outcome == "sending" else cast("Outcome", row.outcome),
                reason=row.reason,
                detail=row.detail,
                latency_ms=_milliseconds(row.ended_at, row.received_at),
                greeting_id=row.greeting_id,
                greeting=applied.get(row.greeting_id) if row.greeting_id is not None else None,
                standing=row.standing,
            )
        )
    return AddPage(
        items=items, next=str(rows[-1].id) if len(rows) == wanted.limit else None, as_of=now
    )


async def is_living(session: AsyncSession, corp_id: int, channel_id: int) -> bool:
    """Whether there is such a code, and nobody deleted it."""
    found = await ChannelRepository(session).find(corp_id, channel_id)
    return found is not None and found.status not in {"deleting", "deleted"}


async def staff_of(session: AsyncSession, corp_id: int, channel_id: int) -> list[int]:
    """The ids of a code's list."""
    return (await ChannelRepository(session).staff_of(corp_id, [channel_id])).get(channel_id, [])


def _milliseconds(end: datetime | None, start: datetime) -> int | None:
    return None if end is None else round((end - start) / timedelta(milliseconds=1))


async def day_span(
    session: AsyncSession, corp_id: int, on: date | None, now: datetime
) -> tuple[datetime, datetime]:
    """First moment of the corp's day `on` (today if None) and of the next."""
    corp = await corps.describe(session, corp_id)
    return day_bounds(on or today(now, corp.timezone), corp.timezone)


async def count_adds_of(
    session: AsyncSession, corp_id: int, account: str, on: date | None, now: datetime
) -> tuple[int, int]:
    """Adds of one member on a day of the corp, and how many of them were welcomed."""
    start, stop = await day_span(session, corp_id, on, now)
    return await welcomes.count_of(session, corp_id, account, start, stop)
