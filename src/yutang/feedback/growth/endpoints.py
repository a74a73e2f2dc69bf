"""Growth over HTTP."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    AttributionReport,
    By,
    CostChange,
    CostList,
    GrowthFilter,
    GrowthReport,
    Language,
    UnknownAdds,
)

router = APIRouter(tags=["growth"], dependencies=[Depends(needs("adds.read"))])


@dataclass(frozen=True, slots=True)
class Asked:
    """Conditions; all of them hold. Days are the corp's, both included."""

    first: Annotated[date, Query(alias="from")]
    last: Annotated[date, Query(alias="to")]
    channel_id: Annotated[int | None, Query(ge=1)] = None
    staff_id: Annotated[int | None, Query(ge=1)] = None
    department_id: Annotated[int | None, Query(ge=1)] = None
    store_id: Annotated[int | None, Query(ge=1)] = None


Question = Annotated[Asked, Depends(Asked)]


async def _filter(session: AsyncSession, corp_id: int, asked: Asked) -> GrowthFilter:
    """The conditions with the code resolved; raises UnknownChannelError."""
    channel = None
    if asked.channel_id is not None:
        channel = (await acquisition.find_channel(session, corp_id, asked.channel_id)).state
    return GrowthFilter(
        first=asked.first,
        last=asked.last,
        channel=channel,
        staff_id=asked.staff_id,
        department_id=asked.department_id,
        store_id=asked.store_id,
    )


@router.get("/growth")
async def read_growth(
    asked: Question,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    by: By = "day",
) -> GrowthReport:
    """Adds, welcomes, who stayed, losses and cost of a span by day, channel, member or store.

    With the sums of as many days before. Rows: the 200 with most adds (all days). What was kept for
    1, 7, 30 days counts only adds that lie back so far. 422 `growth.bad_span` above 366 days.
    """
    wanted = await _filter(session, principal.corp_id, asked)
    return await service.read_report(session, principal.corp_id, wanted, by, runtime.clock())


@router.get("/growth/export.csv", dependencies=[Depends(needs("reports.export"))])
async def export_growth(
    asked: Question,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    by: By = "day",
    lang: Language = "zh-CN",
) -> Response:
    """All rows of the report as CSV; on record. 422 `growth.bad_span`."""
    wanted = await _filter(session, principal.corp_id, asked)
    content = await service.export_report(
        session, principal.corp_id, wanted, by, lang, principal.actor, runtime.clock()
    )
    return Response(
        content,
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="growth-{by}.csv"'},
    )


@router.get("/attribution")
async def read_attribution(
    first: Annotated[date, Query(alias="from")],
    last: Annotated[date, Query(alias="to")],
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> AttributionReport:
    """Of how many adds of the span it is known how they came, by channel and WeCom's add_way.

    422 `growth.bad_span` above 366 days.
    """
    return await service.read_attribution(
        session, principal.corp_id, GrowthFilter(first=first, last=last), runtime.clock()
    )


@router.get("/attribution/unknown", dependencies=[Depends(needs("customers.read"))])
async def list_unknown_adds(
    first: Annotated[date, Query(alias="from")],
    last: Annotated[date, Query(alias="to")],
    principal: CurrentPrincipal,
    session: CorpSession,
    after: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> UnknownAdds:
    """Adds of which neither channel nor way is known, each with why; the newest first.

    422 `growth.bad_span`, `growth.bad_cursor`.
    """
    wanted = GrowthFilter(first=first, last=last)
    return await service.list_unknown(session, principal.corp_id, wanted, after, limit)


@router.get("/channels/{channel_id}/costs", dependencies=[Depends(needs("channels.read"))])
async def list_channel_costs(
    channel_id: int, principal: CurrentPrincipal, session: CorpSession
) -> CostList:
    """What was entered for a channel by month, in fen. 404 `acquisition.unknown_channel`."""
    await acquisition.find_channel(session, principal.corp_id, channel_id)
    return CostList(items=await service.list_costs(session, principal.corp_id, channel_id))


@router.put("/channels/{channel_id}/costs", dependencies=[Depends(needs("channels.write"))])
async def set_channel_costs(
    channel_id: int, body: CostChange, principal: CurrentPrincipal, session: CorpSession
) -> CostList:
    """Enter what months of a channel cost, in fen; null takes an entry away.

    422 `growth.bad_month` for a day that is no first. 404 for an unknown channel.
    """
    await acquisition.find_channel(session, principal.corp_id, channel_id)
    await service.set_costs(session, principal.corp_id, channel_id, body.months, principal.actor)
    return CostList(items=await service.list_costs(session, principal.corp_id, channel_id))
