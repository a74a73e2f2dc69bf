"""What a list of customers is asked, as it comes over HTTP: for lists, bulk acts, exports alike."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel.clock import day_bounds
from yutang.people.corps import service as corps
from yutang.people.customers.schemas import CustomerFilter, State


@dataclass(frozen=True, slots=True)
class Asked:
    """Conditions of a list of customers; all of them hold. Days are the corp's, both included."""

    q: Annotated[str, Query(max_length=64)] = ""
    state: State | None = None
    tag_id: Annotated[int | None, Query(ge=1)] = None
    staff_id: Annotated[int | None, Query(ge=1)] = None
    department_id: Annotated[int | None, Query(ge=1)] = None
    channel_id: Annotated[int | None, Query(ge=1)] = None
    added_from: date | None = None
    added_to: date | None = None
    ended_from: date | None = None
    ended_to: date | None = None
    sort: Literal["-added", "name"] = "-added"


Question = Annotated[Asked, Depends(Asked)]


async def as_filter(session: AsyncSession, corp_id: int, asked: Asked) -> CustomerFilter:
    """The conditions with codes and days resolved. Raises UnknownChannelError."""
    zone = (await corps.describe(session, corp_id)).timezone
    channel = None
    if asked.channel_id is not None:
        channel = (await acquisition.find_channel(session, corp_id, asked.channel_id)).state
    return CustomerFilter(
        q=asked.q,
        state=asked.state,
        tag_id=asked.tag_id,
        staff_id=asked.staff_id,
        department_id=asked.department_id,
        channel=channel,
        added_from=day_bounds(asked.added_from, zone)[0] if asked.added_from else None,
        added_before=day_bounds(asked.added_to, zone)[1] if asked.added_to else None,
        ended_from=day_bounds(asked.ended_from, zone)[0] if asked.ended_from else None,
        ended_before=day_bounds(asked.ended_to, zone)[1] if asked.ended_to else None,
        sort=asked.sort,
    )
