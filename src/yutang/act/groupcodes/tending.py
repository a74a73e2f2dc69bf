"""Look after all codes of a corp: who came, what is full, what is next, what runs out."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import utc_now
from yutang.kernel.jobs import enqueue
from yutang.kernel.readers import Reader, Recorded
from yutang.people.groups.events import (
    GroupCreated,
    GroupDismissed,
    GroupOwnerChanged,
    GroupRenamed,
    MemberJoined,
    MemberLeft,
)
from yutang.people.tags import service as tags
from yutang.people.tags.errors import ArchivedTagError, UnknownTagError
from yutang.people.tags.service import Manner

from . import repository
from .events import GroupCodeSwitched
from .jobs import KeepJoinWay, TendGroupCodes
from .recording import Turn, record
from .warning import warn

OVERLAP: Final = timedelta(minutes=2)
"""A reading that began before the last look may have ended after it."""
JOINS_AT_ONCE: Final = 2_000
"""Comings that one transaction writes and tags."""


async def tend(
    session: AsyncSession, corp_id: int, now: datetime, groups: Collection[int] = ()
) -> bool:
    """Bring every code of a corp up to date; a repeat changes nothing. Needs the owner's session.

    Only what was learned since the last look is counted, with these `groups` in any case. False:
    more people came than one transaction writes, and the codes wait until another look has them.
    """
    asked = {"corp_id": corp_id, "now": now, "groups": sorted(groups), "overlap": OVERLAP}
    await session.execute(repository.LOCK, {"corp_id": corp_id})
    came = (await session.execute(repository.JOINS, asked | {"most": JOINS_AT_ONCE})).all()
    await _tag(session, corp_id, [row for row in came if row.is_new], now)
    if len(came) == JOINS_AT_ONCE:
        return False
    await session.execute(repository.HOLD, {"corp_id": corp_id})
    await session.execute(repository.RECOGNISE, asked)
    await session.execute(repository.COUNT, asked)
    await session.execute(repository.PICTURES, asked)
    await _switch(session, corp_id, now)
    await warn(session, corp_id, now)
    await session.execute(repository.TENDED, {"corp_id": corp_id, "now": now})
    return True


async def _switch(session: AsyncSession, corp_id: int, now: datetime) -> None:
    rows = (await session.execute(repository.WINDOWS, {"corp_id": corp_id})).all()
    if not rows:
        return
    await enqueue(session, *(KeepJoinWay(corp_id=corp_id, code_id=row.id) for row in rows))
    turns = [
        Turn(
            row.id,
            None,
            {"group_ids": row.wanted_groups},
            GroupCodeSwitched(code_id=row.id, group_ids=row.wanted_groups),
        )
        for row in rows
    ]
    await record(session, corp_id, "group_code.switched", turns, now)


async def _tag(
    session: AsyncSession, corp_id: int, came: Sequence[Row[Any]], now: datetime
) -> None:
    """Ours go on everybody who came, WeCom's on who is somebody's friend."""
    by_code: dict[int, set[int]] = {}
    for row in came:
        by_code.setdefault(row.code_id, set()).add(row.customer_id)
    if not by_code:
        return
    asked = {"corp_id": corp_id, "ids": sorted(by_code)}
    for code in (await session.execute(repository.TAGS, asked)).all():
        manner = Manner(f"group_code:{code.id}", now, push="now", why=f"group_code:{code.id}")
        for tag_id in code.tag_ids:
            try:
                await tags.put_tag(session, corp_id, sorted(by_code[code.id]), tag_id, manner)
            except (UnknownTagError, ArchivedTagError):
                # It was deleted or laid aside since: who comes now goes without it.
                continue


async def _follow(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """What happened in groups of corps that have codes, all of a batch at once."""
    groups: dict[int, set[int]] = {}
    for event in events:
        groups.setdefault(event.corp_id, set()).add(event.props["group_id"])
    # A late callback must not set the time of the last look back.
    now = max(utc_now(), *(event.at for event in events))
    for corp_id in await session.scalars(repository.CORPS_OF, {"corps": sorted(groups)}):
        if not await tend(session, corp_id, now, groups[corp_id]):
            named = tuple(sorted(groups[corp_id]))
            await enqueue(session, TendGroupCodes(corp_id=corp_id, groups=named))


FOLLOWING: Final = Reader(
    "groupcodes.groups",
    frozenset(
        one.kind
        for one in (
            MemberJoined,
            MemberLeft,
            GroupCreated,
            GroupRenamed,
            GroupOwnerChanged,
            GroupDismissed,
        )
    ),
    _follow,
    gather_seconds=1.0,
)
