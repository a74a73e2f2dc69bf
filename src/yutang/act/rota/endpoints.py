"""Rotas, who is on, who is off duty, and days played through, over HTTP."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    DutyList,
    DutyRead,
    DutyWish,
    OvershootRead,
    RosterRead,
    RotaRead,
    RotaUpdate,
    SimulationRead,
    SimulationWish,
)

router = APIRouter(tags=["rota"], dependencies=[Depends(needs("channels.read"))])
_WRITES = [Depends(needs("channels.write"))]


@router.get("/channels/{channel_id}/rota")
async def read_rota(channel_id: int, principal: CurrentPrincipal, session: CorpSession) -> RotaRead:
    """A code's weekly hours, caps and stand-ins; `version` 0 where none were ever set.

    404 `rota.unknown_channel`.
    """
    return await service.read_rota(session, principal.corp_id, channel_id)


@router.put("/channels/{channel_id}/rota", dependencies=_WRITES)
async def put_rota(
    channel_id: int,
    body: RotaUpdate,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> RotaRead:
    """Make a code's rules what the body says; WeCom's list follows within seconds.

    404 `rota.unknown_channel`; 409 `rota.changed_meanwhile`; 422 `rota.overlap`,
    `rota.two_caps`, `rota.not_in_list`, `rota.bad_stand_in`. A cap of 0 is taken, and warned of.
    """
    await service.put_rota(
        session, principal.corp_id, channel_id, body, principal.actor, runtime.clock()
    )
    return await service.read_rota(session, principal.corp_id, channel_id)


@router.get("/channels/{channel_id}/roster")
async def read_roster(
    channel_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> RosterRead:
    """Who takes this code's customers now, and why the others do not.

    404 `rota.unknown_channel`.
    """
    # Of the whole corp: adds of members outside of one's scope count against their caps too.
    async with runtime.database.corp(principal.corp_id) as session:
        return await service.read_roster(session, principal.corp_id, channel_id, runtime.clock())


@router.get("/channels/{channel_id}/overshoot")
async def read_overshoot(
    channel_id: int,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    start: Annotated[date | None, Query(alias="from")] = None,
    stop: Annotated[date | None, Query(alias="to")] = None,
) -> OvershootRead:
    """How far adds went over caps before WeCom had the list without the member, by day.

    By default the 30 days to today, at most 366; 422 `rota.bad_span`, 404 `rota.unknown_channel`.
    """
    async with runtime.database.corp(principal.corp_id) as session:
        return await service.read_overshoot(
            session, principal.corp_id, channel_id, runtime.clock(), start=start, stop=stop
        )


@router.post("/channels/{channel_id}/simulation")
async def simulate_day(
    channel_id: int, body: SimulationWish, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> SimulationRead:
    """Play a day of made-up scans through a code's rules, or through others; changes nothing.

    404 `rota.unknown_channel`; 422 as for a change of the rules.
    """
    return await service.simulate(runtime, principal.corp_id, channel_id, body)


@router.get("/duties")
async def list_off_duty(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> DutyList:
    """Members who take no new customers now, the latest first; of those one sees."""
    return await service.list_off(session, principal.corp_id, runtime.clock())


@router.get("/duties/{staff_id}")
async def read_duty(
    staff_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> DutyRead:
    """Whether a member takes new customers. 404 `rota.unknown_member`."""
    await service.demand_member(session, principal.corp_id, staff_id)
    return await service.read_duty(session, principal.corp_id, staff_id, runtime.clock())


@router.put("/duties/{staff_id}", dependencies=_WRITES)
async def set_duty(
    staff_id: int,
    body: DutyWish,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> DutyRead:
    """Put a member off duty in all codes, until a moment or until back; or on again.

    404 `rota.unknown_member`; 422 `rota.past`.
    """
    now = runtime.clock()
    await service.set_duty(session, principal.corp_id, staff_id, body, principal.actor, now)
    return await service.read_duty(session, principal.corp_id, staff_id, now)
