"""Losses over HTTP."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import By, LossFilter, LossPage, LossSummary, StaffLossPage, What

router = APIRouter(
    prefix="/losses", tags=["losses"], dependencies=[Depends(needs("customers.read"))]
)


def _filter(
    first: Annotated[date, Query(alias="from")],
    last: Annotated[date, Query(alias="to")],
    what: What = "relations",
    by: By | None = None,
    staff: Annotated[int | None, Query(ge=1)] = None,
    department: Annotated[int | None, Query(ge=1)] = None,
    channel: Annotated[str | None, Query(max_length=128)] = None,
    back: Annotated[str | None, Query(pattern="^(yes|no)$")] = None,
) -> LossFilter:
    return LossFilter(
        first=first,
        last=last,
        what=what,
        by=by,
        staff_id=staff,
        department_id=department,
        channel=channel,
        back=None if back is None else back == "yes",
    )


Wanted = Annotated[LossFilter, Depends(_filter)]
After = Annotated[str | None, Query(max_length=100)]


@router.get("/summary")
async def read_summary(
    wanted: Wanted, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> LossSummary:
    """Relations lost by customers and by members, persons lost and persons back, by day.

    A *relation* is lost when one side deletes the other, a *person* when no living relation
    remains; a handover is neither. With the sums of as many days before. `what` and `back` do
    not matter here. 422 `losses.bad_span` for more than 366 days.
    """
    return await service.read_summary(session, principal.corp_id, wanted, runtime.clock())


@router.get("")
async def list_losses(
    wanted: Wanted,
    principal: CurrentPrincipal,
    session: CorpSession,
    after: After = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> LossPage:
    """Deletions one by one, the newest first.

    `what=persons` keeps those with which a person was lost; `what=returned` lists lost persons
    who are friends again, by the day on which they came back; `back` asks whether they did.
    """
    return await service.list_losses(session, principal.corp_id, wanted, after, limit)


@router.get("/staff")
async def list_staff_losses(
    wanted: Wanted,
    principal: CurrentPrincipal,
    session: CorpSession,
    after: After = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> StaffLossPage:
    """Members whom customers deleted most, with deletions for each add of the same days.

    422 `losses.bad_span` for more than 92 days.
    """
    return await service.list_staff_losses(session, principal.corp_id, wanted, after, limit)
