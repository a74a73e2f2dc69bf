"""Losses over HTTP, with the codes through which customers came by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import ChannelRef
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.losses import service as losses
from yutang.people.losses.schemas import (
    By,
    Loss,
    LossFilter,
    LossRow,
    LossSummary,
    StaffLossPage,
    What,
)

router = APIRouter(
    prefix="/losses", tags=["losses"], dependencies=[Depends(needs("customers.read"))]
)


class LossItem(Loss):
    """One deletion; `channel` is null where he came through none of our codes."""

    channel: ChannelRef | None


class LossList(BaseModel):
    """One page, the newest first; `next` goes into `after`.

    `total` is exact up to 100,000; beyond that it is a lower bound and `exact` is false.
    """

    items: list[LossItem]
    next: str | None
    total: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Conditions; all of them hold. Days are the corp's, both included."""

    first: Annotated[date, Query(alias="from")]
    last: Annotated[date, Query(alias="to")]
    what: What = "relations"
    by: By | None = None
    staff_id: Annotated[int | None, Query(ge=1)] = None
    department_id: Annotated[int | None, Query(ge=1)] = None
    channel_id: Annotated[int | None, Query(ge=1)] = None
    back: Literal["yes", "no"] | None = None


Question = Annotated[Asked, Depends(Asked)]
After = Annotated[str | None, Query(max_length=100)]
Limit = Annotated[int, Query(ge=1, le=100)]


async def _filter(session: AsyncSession, corp_id: int, asked: Asked) -> LossFilter:
    """The conditions with the code resolved; raises UnknownChannelError."""
    channel = None
    if asked.channel_id is not None:
        channel = (await acquisition.find_channel(session, corp_id, asked.channel_id)).state
    return LossFilter(
        first=asked.first,
        last=asked.last,
        what=asked.what,
        by=asked.by,
        staff_id=asked.staff_id,
        department_id=asked.department_id,
        channel=channel,
        back=None if asked.back is None else asked.back == "yes",
    )


@router.get("/summary")
async def read_loss_summary(
    asked: Question, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> LossSummary:
    """Relations lost by customers and by members, persons lost and persons back, by day.

    A *relation* is lost when one side deletes the other, a *person* when no living relation
    remains; a handover is neither. With the sums of as many days before. `what` and `back` do
    not matter here. 422 `losses.bad_span` for more than 366 days.
    """
    wanted = await _filter(session, principal.corp_id, asked)
    return await losses.read_summary(session, principal.corp_id, wanted, runtime.clock())


@router.get("")
async def list_losses(
    asked: Question,
    principal: CurrentPrincipal,
    session: CorpSession,
    after: After = None,
    limit: Limit = 50,
) -> LossList:
    """Deletions one by one, the newest first.

    `what=persons` keeps those with which a person was lost; `what=returned` lists lost persons
    who are friends again, by the day on which they came back; `back` asks whether they did.
    """
    wanted = await _filter(session, principal.corp_id, asked)
    page = await losses.list_losses(session, principal.corp_id, wanted, after, limit)
    return LossList(
        items=await _named(session, principal.corp_id, page.items),
        next=page.next,
        total=page.total,
        exact=page.exact,
    )


async def _named(session: AsyncSession, corp_id: int, rows: Sequence[LossRow]) -> list[LossItem]:
    states = {row.channel for row in rows if row.channel is not None}
    names = await acquisition.channels_by_state(session, corp_id, states)
    return [
        LossItem.model_validate(
            row.model_dump() | {"channel": names.get(row.channel) if row.channel else None}
        )
        for row in rows
    ]


@router.get("/staff")
async def list_staff_losses(
    asked: Question,
    principal: CurrentPrincipal,
    session: CorpSession,
    after: After = None,
    limit: Limit = 50,
) -> StaffLossPage:
    """Members whom customers deleted most, with deletions for each add of the same days.

    422 `losses.bad_span` for more than 92 days.
    """
    wanted = await _filter(session, principal.corp_id, asked)
    return await losses.list_staff_losses(session, principal.corp_id, wanted, after, limit)
