"""Make, change, delete and read landing pages."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import ChannelRef, Kind
from yutang.kernel import audit, files
from yutang.kernel.clock import today
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.visits import service as visits
from yutang.people.visits.schemas import Funnel
from yutang.people.welcomes import service as welcomes

from .drawing import draw
from .errors import ChangedMeanwhileError, NoWayInError, UnknownPageError
from .models import LandingPage
from .pictures import Small, shrink
from .repository import LandingRepository
from .schemas import (
    LandingDay,
    LandingDays,
    Opens,
    PageChange,
    PageList,
    PageRead,
    PageTexts,
    PageWish,
    ShownPage,
    Template,
)

if TYPE_CHECKING:
    from yutang.kernel.languages import Language

ALPHABET: Final = "abcdefghijkmnpqrstuvwxyz23456789"
"""Without what is read for another: l and 1, o and 0."""
SLUG: Final = 8
CODE_PIXELS: Final = 480
DAYS: Final = 30
_UNKNOWN_CODE_BYTES: Final = 12_000
"""More than any code of ours has: what is not made yet cannot be measured."""


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """What a page needs of its channel."""

    id: int
    state: str
    kind: Kind
    content: str | None


def new_slug() -> str:
    """An address that nobody guesses, easy to type."""
    return "".join(secrets.choice(ALPHABET) for _ in range(SLUG))


async def channel_facts(session: AsyncSession, corp_id: int, channel_id: int) -> ChannelFacts:
    """The channel. Raises UnknownChannelError."""
    found = await acquisition.find_channel(session, corp_id, channel_id)
    return ChannelFacts(found.id, found.state, cast("Kind", found.kind), found.qr_content)


async def create_page(runtime: Runtime, corp_id: int, wish: PageWish, actor: str) -> int:
    """Make a page; returns its id.

    Raises UnknownChannelError, NoWayInError, UnknownFileError, PictureTooLargeError.
    """
    picture = await _picture(runtime, corp_id, wish.file_id)
    async with runtime.database.owner() as session:
        facts = await channel_facts(session, corp_id, wish.channel_id)
        _check(wish, facts)
        row = LandingPage(
            corp_id=corp_id,
            slug=new_slug(),
            created_by=actor,
            created_at=runtime.clock(),
            weight_bytes=0,
            **_fields(wish),
        )
        _put(row, picture)
        session.add(row)
        await session.flush()
        await _weigh(session, row, facts)
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="landing_page.created",
            target=f"landing_page:{row.id}",
            after=wish.model_dump(mode="json"),
        )
        return row.id


async def update_page(
    runtime: Runtime, corp_id: int, page_id: int, change: PageChange, actor: str
) -> None:
    """Make a page what `change` says; its address stays.

    Raises UnknownPageError, ChangedMeanwhileError and what making one raises.
    """
    async with runtime.database.owner() as session:
        found = await LandingRepository(session).page(corp_id, page_id)
        if found is None:
            raise UnknownPageError(page_id)
        has_file = found.file_id
    is_new = change.file_id is not None and change.file_id != has_file
    picture = await _picture(runtime, corp_id, change.file_id) if is_new else None
    async with runtime.database.owner() as session:
        row = await LandingRepository(session).page(corp_id, page_id, lock=True)
        if row is None:
            raise UnknownPageError(page_id)
        if row.version != change.version:
            raise ChangedMeanwhileError
        facts = await channel_facts(session, corp_id, change.channel_id)
        _check(change, facts)
        fields, before = _fields(change), {}
        for name, value in fields.items():
            if getattr(row, name) != value:
                before[name] = getattr(row, name)
                setattr(row, name, value)
        if not before:
            return
        if is_new or change.file_id is None:
            _put(row, picture)
        row.version += 1
        await session.flush()
        await _weigh(session, row, facts)
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="landing_page.updated",
            target=f"landing_page:{page_id}",
            before=before,
            after={name: fields[name] for name in before},
        )


async def delete_page(
    session: AsyncSession, corp_id: int, page_id: int, actor: str, now: datetime
) -> None:
    """Take a page off; its numbers stay. Raises UnknownPageError."""
    row = await LandingRepository(session).page(corp_id, page_id, lock=True)
    if row is None:
        raise UnknownPageError(page_id)
    row.deleted_at, row.is_open = now, False
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="landing_page.deleted",
        target=f"landing_page:{page_id}",
        before={"name": row.name},
    )


async def _picture(runtime: Runtime, corp_id: int, file_id: int | None) -> Small | None:
    if file_id is None:
        return None
    async with runtime.database.owner() as session:
        file = await files.find(session, corp_id, file_id)
    content = await asyncio.to_thread(files.read, runtime.settings.home, file)
    return await asyncio.to_thread(shrink, content)


def _check(wish: PageWish, facts: ChannelFacts) -> None:
    if wish.opens != "qr" and facts.kind != "link":
        raise NoWayInError


def _fields(wish: PageWish) -> dict[str, Any]:
    texts = {"zh": wish.zh.model_dump()} | ({"en": wish.en.model_dump()} if wish.en else {})
    return {
        "name": wish.name,
        "template": wish.template,
        "texts": texts,
        "channel_id": wish.channel_id,
        "opens": wish.opens,
        "file_id": wish.file_id,
        "is_open": wish.is_open,
    }


def _put(row: LandingPage, picture: Small | None) -> None:
    if picture is None:
        row.picture = row.picture_width = row.picture_height = row.picture_bytes = None
        return
    row.picture, row.picture_bytes = picture.content, len(picture.content)
    row.picture_width, row.picture_height = picture.width, picture.height


async def _weigh(session: AsyncSession, row: LandingPage, facts: ChannelFacts) -> None:
    """Everything that one visitor's browser loads, in the longer of the two languages."""
    shown = await shown_page(session, row, facts)
    html = max(len(draw(shown, one, "-" * 22, phone=False).encode()) for one in shown.texts)
    code = _UNKNOWN_CODE_BYTES
    if facts.content is not None:
        # A visitor's own token makes the address longer by as much.
        drawn = await asyncio.to_thread(acquisition.draw_png, facts.content + "-" * 23, CODE_PIXELS)
        code = len(drawn)
    row.weight_bytes = html + (row.picture_bytes or 0) + code


async def shown_page(session: AsyncSession, row: LandingPage, facts: ChannelFacts) -> ShownPage:
    """A page as the public gets it. Needs the owner's session."""
    corp = await corps.read_facts(session, row.corp_id)
    picture = None
    if row.picture_width is not None and row.picture_height is not None:
        picture = (row.picture_width, row.picture_height, row.version)
    return ShownPage(
        corp_id=row.corp_id,
        id=row.id,
        slug=row.slug,
        corp=corp.name,
        corpid=corp.corpid,
        template=cast("Template", row.template),
        texts={
            cast("Language", name): PageTexts.model_validate(value)
            for name, value in row.texts.items()
        },
        opens=cast("Opens", row.opens),
        channel=facts.state,
        channel_id=facts.id,
        is_ready=facts.content is not None,
        picture=picture,
    )


async def list_pages(session: AsyncSession, corp_id: int, address: str, now: datetime) -> PageList:
    """All pages with their numbers, the newest first; `address` is the installation's."""
    rows = await LandingRepository(session).pages(corp_id)
    return PageList(items=await _describe(session, corp_id, rows, address, now), as_of=now)


async def read_page(
    session: AsyncSession, corp_id: int, page_id: int, address: str, now: datetime
) -> PageRead:
    """One. Raises UnknownPageError."""
    row = await LandingRepository(session).page(corp_id, page_id)
    if row is None:
        raise UnknownPageError(page_id)
    return (await _describe(session, corp_id, [row], address, now))[0]


async def _describe(
    session: AsyncSession, corp_id: int, rows: Sequence[LandingPage], address: str, now: datetime
) -> list[PageRead]:
    channels = await acquisition.channel_facts(session, corp_id, {row.channel_id for row in rows})
    funnels = await visits.funnels_of_pages(session, corp_id, [row.id for row in rows], now)
    totals = await welcomes.count_by_channel(
        session, corp_id, [one.state for one in channels.values()]
    )
    found = []
    for row in rows:
        channel, funnel = channels.get(row.channel_id), funnels.get(row.id, Funnel())
        by_visit = channel is not None and channel.kind == "link"
        by_code = totals.get(channel.state, 0) if channel is not None else 0
        found.append(
            PageRead(
                id=row.id,
                name=row.name,
                template=cast("Template", row.template),
                zh=PageTexts.model_validate(row.texts["zh"]),
                en=PageTexts.model_validate(row.texts["en"]) if "en" in row.texts else None,
                channel_id=row.channel_id,
                opens=cast("Opens", row.opens),
                file_id=row.file_id,
                is_open=row.is_open,
                address=f"{address}/p/{row.slug}",
                channel=ChannelRef(id=channel.id, name=channel.name) if channel else None,
                channel_kind=cast("Kind", channel.kind) if channel else None,
                counts_by="visit" if by_visit else "code",
                picture_bytes=row.picture_bytes,
                weight_bytes=row.weight_bytes,
                visits=funnel.visits,
                taps=funnel.taps,
                adds=funnel.adds if by_visit else by_code,
                created_at=row.created_at,
                version=row.version,
            )
        )
    return found


async def read_days(
    session: AsyncSession, corp_id: int, page_id: int, now: datetime
) -> LandingDays:
    """Visits of the last 30 days by day and source. Raises UnknownPageError."""
    page = await read_page(session, corp_id, page_id, "", now)
    zone = (await corps.describe(session, corp_id)).timezone
    last = today(now, zone)
    first = last - timedelta(days=DAYS - 1)
    rows = await visits.days_of_page(session, corp_id, page_id, first, last, zone)
    return LandingDays(
        items=[
            LandingDay(
                day=one.day, source=one.source, visits=one.visits, taps=one.taps, adds=one.adds
            )
            for one in rows
        ],
        counts_by=page.counts_by,
    )
