"""Make channel codes, tag who came through them, tell how each add ended."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, cast

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit, files
from yutang.kernel.clock import day_bounds, today
from yutang.kernel.jobs import enqueue
from yutang.kernel.readers import Reader, Recorded
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import Relation
from yutang.people.welcomes import service as welcomes

from .errors import UnknownChannelError, UnknownStaffError, UnknownTagError, WelcomeTooLongError
from .jobs import CreateContactWay, DeleteContactWay, PrepareMedia
from .models import Channel, ChannelStaff, ChannelTag
from .repository import ChannelRepository
from .schemas import (
    NAME_PLACE,
    TEXT_BYTES,
    AddPage,
    AddRead,
    AddTag,
    ChannelCreate,
    ChannelPage,
    ChannelRead,
    ChannelRef,
    ImagePart,
    LinkPart,
    Status,
    WelcomeText,
)

if TYPE_CHECKING:
    from yutang.people.welcomes.schemas import Outcome

_LINK_BYTES = {"title": 128, "description": 512, "url": 2048, "picture_url": 2048}


def check_welcome(welcome: WelcomeText) -> None:
    """Raise WelcomeTooLongError for what WeCom would refuse or a nameless friend would miss."""
    if not welcome.text and not welcome.attachments:
        message = "a welcome needs a text or an attachment"
        raise WelcomeTooLongError(message)
    if NAME_PLACE in welcome.text and not welcome.text_nameless:
        message = "the text holds {name}: write the nameless variant too, for friends without one"
        raise WelcomeTooLongError(message)
    for label, text in (("text", welcome.text), ("nameless text", welcome.text_nameless)):
        # A WeChat name has at most 32 characters; as emoji each takes 4 bytes.
        room = TEXT_BYTES - 128 * text.count(NAME_PLACE)
        if len(text.encode()) > room:
            message = (
                f"the {label} has {len(text.encode()):,} bytes; WeCom takes {TEXT_BYTES:,},"
                f" of which {{name}} may need 128 each time"
            )
            raise WelcomeTooLongError(message)
    for part in welcome.attachments:
        if isinstance(part, LinkPart):
            for field, limit in _LINK_BYTES.items():
                size = len(str(getattr(part, field) or "").encode())
                if size > limit:
                    message = f"the link's {field} has {size:,} bytes; WeCom takes {limit:,}"
                    raise WelcomeTooLongError(message)


async def create_channel(
    session: AsyncSession, corp_id: int, new: ChannelCreate, actor: str
) -> int:
    """Write a channel code and ask for its contact way; returns its id.

    It is `creating` until WeCom answered. Raises UnknownStaffError, UnknownTagError,
    WelcomeTooLongError and files' NotFoundError.
    """
    staff_ids = list(dict.fromkeys(new.staff_ids))
    found = {
        m.id for m in await staff.staff_by_ids(session, corp_id, staff_ids) if m.status != "left"
    }
    if missing := [staff_id for staff_id in staff_ids if staff_id not in found]:
        message = f"these members are not here or have left: {missing}; take others"
        raise UnknownStaffError(message)
    tag_ids = list(dict.fromkeys(new.tag_ids))
    known = await tags.tags_by_ids(session, corp_id, tag_ids)
    if missing := [tag_id for tag_id in tag_ids if tag_id not in known]:
        message = f"these tags are not here or were deleted: {missing}; take others"
        raise UnknownTagError(message)
    agent_id = await corps.first_agent_id(session, corp_id)
    images: list[int] = []
    if new.welcome is not None:
        check_welcome(new.welcome)
        images = [p.file_id for p in new.welcome.attachments if isinstance(p, ImagePart)]
        for file_id in images:
            await files.find(session, corp_id, file_id)
    channel = Channel(
        corp_id=corp_id,
        name=new.name,
        state=f"yt{secrets.token_hex(8)}",
        agent_id=agent_id,
        skip_verify=new.skip_verify,
        remark=new.remark or new.name[:30],
        welcome=new.welcome.model_dump(mode="json") if new.welcome is not None else None,
        created_by=actor,
    )
    session.add(channel)
    await session.flush()
    await session.execute(
        insert(ChannelStaff),
        [{"corp_id": corp_id, "channel_id": channel.id, "staff_id": s} for s in staff_ids],
    )
    if tag_ids:
        await session.execute(
            insert(ChannelTag),
            [{"corp_id": corp_id, "channel_id": channel.id, "tag_id": t} for t in tag_ids],
        )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="channel.created",
        target=f"channel:{channel.id}",
        after=new.model_dump(mode="json"),
    )
    await enqueue(
        session,
        CreateContactWay(corp_id=corp_id, channel_id=channel.id),
        *(PrepareMedia(corp_id=corp_id, agent_id=agent_id, file_id=f) for f in images),
    )
    return channel.id


async def delete_channel(session: AsyncSession, corp_id: int, channel_id: int, actor: str) -> None:
    """Have WeCom forget the code; who came through it stays. Raises UnknownChannelError."""
    channel = await ChannelRepository(session).find(corp_id, channel_id, lock=True)
    if channel is None or channel.status == "deleted":
        raise UnknownChannelError(channel_id)
    channel.status = "deleting"
    await audit.record(
        session, corp_id, actor=actor, action="channel.deleted", target=f"channel:{channel_id}"
    )
    await enqueue(session, DeleteContactWay(corp_id=corp_id, channel_id=channel_id))


async def find_channel(session: AsyncSession, corp_id: int, channel_id: int) -> Channel:
    """The code; raises UnknownChannelError, for deleted ones too."""
    channel = await ChannelRepository(session).find(corp_id, channel_id)
    if channel is None or channel.status == "deleted":
        raise UnknownChannelError(channel_id)
    return channel


async def read_channel(
    session: AsyncSession, corp_id: int, channel_id: int, now: datetime
) -> ChannelRead:
    """One code with its numbers; raises UnknownChannelError."""
    channel = await find_channel(session, corp_id, channel_id)
    return (await _describe(session, corp_id, [channel], now))[0]


async def list_channels(
    session: AsyncSession, corp_id: int, before_id: int | None, limit: int, now: datetime
) -> ChannelPage:
    """Codes, newest first."""
    rows = await ChannelRepository(session).page(corp_id, before_id, limit)
    return ChannelPage(
        items=await _describe(session, corp_id, rows, now),
        next=str(rows[-1].id) if len(rows) == limit else None,
    )


async def _describe(
    session: AsyncSession, corp_id: int, rows: Sequence[Channel], now: datetime
) -> list[ChannelRead]:
    repository = ChannelRepository(session)
    ids = [row.id for row in rows]
    staff_of, tags_of = (
        await repository.staff_of(corp_id, ids),
        await repository.tags_of(corp_id, ids),
    )
    members = {
        m.id: StaffRef(id=m.id, name=m.name, account=m.account)
        for m in await staff.staff_by_ids(
            session, corp_id, {i for ids in staff_of.values() for i in ids}
        )
    }
    known = await tags.tags_by_ids(session, corp_id, [i for ids in tags_of.values() for i in ids])
    corp = await corps.describe(session, corp_id)
    start, _ = day_bounds(today(now, corp.timezone), corp.timezone)
    counts = await welcomes.count_by_channel(session, corp_id, [row.state for row in rows], start)
    return [
        ChannelRead(
            id=row.id,
            name=row.name,
            state=row.state,
            status=cast("Status", row.status),
            error=row.error,
            skip_verify=row.skip_verify,
            remark=row.remark,
            staff=[members[i] for i in staff_of.get(row.id, []) if i in members],
            tags=[known[i] for i in tags_of.get(row.id, []) if i in known],
            welcome=WelcomeText.model_validate(row.welcome) if row.welcome else None,
            config_id=row.config_id,
            qr_content=row.qr_content,
            adds_today=counts.get(row.state, (0, 0))[0],
            adds_total=counts.get(row.state, (0, 0))[1],
            created_at=row.created_at,
        )
        for row in rows
    ]


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
            f"channel:{channel_id}",
        )


TAGGING = Reader("acquisition.tags", frozenset({"relation.added"}), tag_newcomers)


async def list_adds(
    session: AsyncSession,
    corp_id: int,
    now: datetime,
    *,
    on: date | None,
    outcomes: Sequence[str],
    channel_id: int | None,
    before_id: int | None,
    limit: int,
) -> AddPage:
    """A day's adds, newest first; raises UnknownChannelError."""
    start, stop = await day_span(session, corp_id, on, now)
    state = None
    if channel_id is not None:
        state = (await find_channel(session, corp_id, channel_id)).state
    rows = await welcomes.list_adds(
        session,
        corp_id,
        start,
        stop,
        outcomes=outcomes,
        channel=state,
        before_id=before_id,
        limit=limit,
    )
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
            )
        )
    return AddPage(items=items, next=str(rows[-1].id) if len(rows) == limit else None, as_of=now)


def _milliseconds(end: datetime | None, start: datetime) -> int | None:
    return None if end is None else round((end - start) / timedelta(milliseconds=1))


async def day_span(
    session: AsyncSession, corp_id: int, on: date | None, now: datetime
) -> tuple[datetime, datetime]:
    """First moment of the corp's day `on` (today if None) and of the next."""
    corp = await corps.describe(session, corp_id)
    return day_bounds(on or today(now, corp.timezone), corp.timezone)
