"""Reads of channel codes."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Channel, ChannelStaff, ChannelTag
from .schemas import Narrow


class ChannelRepository:
    """Channel codes; `corp_id` is named in every query, for the owner's sessions."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def find(self, corp_id: int, channel_id: int, *, lock: bool = False) -> Channel | None:
        """The code, deleted ones too."""
        return await self.session.get(Channel, (corp_id, channel_id), with_for_update=lock or None)

    async def page(
        self,
        corp_id: int,
        narrow: Narrow,
        after: int | None,
        limit: int,
    ) -> Sequence[Channel]:
        """Codes that are not deleted, newest first, older than `after`."""
        statement = select(Channel).where(*_matching(corp_id, narrow))
        if after is not None:
            statement = statement.where(Channel.id < after)
        rows = await self.session.scalars(statement.order_by(Channel.id.desc()).limit(limit))
        return rows.all()

    async def page_back(
        self,
        corp_id: int,
        narrow: Narrow,
        before: int,
        limit: int,
    ) -> Sequence[Channel]:
        """The codes just newer than `before`, oldest first."""
        rows = await self.session.scalars(
            select(Channel)
            .where(*_matching(corp_id, narrow), Channel.id > before)
            .order_by(Channel.id)
            .limit(limit)
        )
        return rows.all()

    async def count(self, corp_id: int, narrow: Narrow) -> int:
        """How many codes match."""
        statement = select(func.count()).where(*_matching(corp_id, narrow))
        return await self.session.scalar(statement) or 0

    async def by_states(self, pairs: Iterable[tuple[int, str]]) -> dict[tuple[int, str], Channel]:
        """Codes by (corp_id, state), deleted ones too: their prints are still scanned."""
        wanted = list(set(pairs))
        if not wanted:
            return {}
        rows = await self.session.scalars(
            select(Channel).where(tuple_(Channel.corp_id, Channel.state).in_(wanted))
        )
        return {(row.corp_id, row.state): row for row in rows}

    async def staff_of(self, corp_id: int, ids: Iterable[int]) -> dict[int, list[int]]:
        """Member ids by code."""
        rows = await self.session.execute(
            select(ChannelStaff.channel_id, ChannelStaff.staff_id).where(
                ChannelStaff.corp_id == corp_id, ChannelStaff.channel_id.in_(list(ids))
            )
        )
        found: dict[int, list[int]] = {}
        for channel_id, staff_id in rows:
            found.setdefault(channel_id, []).append(staff_id)
        return found

    async def tags_of(self, corp_id: int, ids: Iterable[int]) -> dict[int, list[int]]:
        """Tag ids by code."""
        rows = await self.session.execute(
            select(ChannelTag.channel_id, ChannelTag.tag_id).where(
                ChannelTag.corp_id == corp_id, ChannelTag.channel_id.in_(list(ids))
            )
        )
        found: dict[int, list[int]] = {}
        for channel_id, tag_id in rows:
            found.setdefault(channel_id, []).append(tag_id)
        return found


def _matching(corp_id: int, narrow: Narrow) -> tuple[ColumnElement[bool], ...]:
    found = [Channel.corp_id == corp_id]
    if narrow.statuses:
        found.append(Channel.status.in_(list(narrow.statuses)))
    else:
        found.append(Channel.status != "deleted")
    if narrow.query:
        # strpos takes what was typed as it is: no sign in it means anything else.
        found.append(func.strpos(func.lower(Channel.name), narrow.query.lower()) > 0)
    if narrow.kinds:
        found.append(Channel.kind.in_(list(narrow.kinds)))
    return tuple(found)
