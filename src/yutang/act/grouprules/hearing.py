"""What is heard of groups: what concerns rules is looked at at once."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.jobs import enqueue
from yutang.kernel.readers import Reader, Recorded
from yutang.people.groups.events import (
    GroupCreated,
    GroupDismissed,
    GroupNoticeChanged,
    GroupOwnerChanged,
    GroupProfileChanged,
    GroupRenamed,
    MemberLeft,
)

from . import breaches
from .jobs import MindBreaches, MindGroupRules

_GROUPS: Final = (
    GroupCreated,
    GroupDismissed,
    GroupNoticeChanged,
    GroupOwnerChanged,
    GroupProfileChanged,
    GroupRenamed,
)


async def _hear(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Have rules minded where a group changed, and a breach ended where its person was put out."""
    changed = {event.corp_id for event in events if event.kind != MemberLeft.kind}
    for corp_id in sorted(changed):
        if await breaches.has_rules(session, corp_id):
            await enqueue(session, MindGroupRules(corp_id=corp_id))
    gone = {
        (event.corp_id, event.customer_id)
        for event in events
        if event.kind == MemberLeft.kind and event.customer_id is not None
    }
    for corp_id, customer_id in await breaches.waiting_among(session, gone):
        await enqueue(session, MindBreaches(corp_id=corp_id, customer_id=customer_id))


HEARING: Final = Reader(
    "group_rules", frozenset(one.kind for one in (*_GROUPS, MemberLeft)), _hear, gather_seconds=1.0
)
