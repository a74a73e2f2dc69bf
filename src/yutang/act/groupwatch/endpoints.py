"""Watched groups over HTTP."""

from typing import Literal

from fastapi import APIRouter, Depends

from yutang.kernel.jobs import enqueue
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .jobs import WatchGroups
from .schemas import (
    DoubleOwners,
    DoublePlanRead,
    DoublePlans,
    DoublePreview,
    DoubleRules,
    GroupWatch,
    NewGroupPick,
    NewRenewal,
    RenewalDetail,
    RenewalList,
)

router = APIRouter(tags=["groupwatch"], dependencies=[Depends(needs("groups.read"))])
_WRITES = [Depends(needs("groups.write"))]
_FOR_ALL = [Depends(needs("groupcare.write"))]


@router.get("/groups/{group_id}/watch")
async def read_watch(
    group_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GroupWatch:
    """Whether a group is silent, what its owner may say in it, and how its renewal stands.

    404 `groups.unknown`.
    """
    return await service.read_watch(session, principal.corp_id, group_id, runtime.clock())


@router.post("/group-doubles/preview", dependencies=_FOR_ALL)
async def preview_doubles(
    body: DoubleRules, principal: CurrentPrincipal, session: CorpSession
) -> DoublePreview:
    """How many persons, seats and owners a plan would ask for; nothing is kept."""
    return await service.preview(session, principal.corp_id, body)


@router.post("/group-doubles", status_code=201, dependencies=_FOR_ALL)
async def start_doubles(
    body: DoubleRules, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> DoublePlanRead:
    """Ask each owner with one task to take persons out; each person keeps exactly one group.

    409 `groupwatch.plan_running`; 422 `groupwatch.nothing_doubled`,
    `groupwatch.too_many_removals`.
    """
    plan_id = await service.start_plan(
        session, principal.corp_id, body, principal.actor, runtime.clock()
    )
    return await service.read_plan(session, principal.corp_id, plan_id)


@router.get("/group-doubles", dependencies=_FOR_ALL)
async def list_doubles(principal: CurrentPrincipal, session: CorpSession) -> DoublePlans:
    """The newest plans and how far they are; who left by himself or was taken out is counted."""
    return await service.list_plans(session, principal.corp_id)


@router.get("/group-doubles/{plan_id}/owners", dependencies=_FOR_ALL)
async def list_double_owners(
    plan_id: int, principal: CurrentPrincipal, session: CorpSession
) -> DoubleOwners:
    """How far each owner is. 404 `groupwatch.unknown_plan`."""
    return await service.list_plan_owners(session, principal.corp_id, plan_id)


@router.post("/group-doubles/{plan_id}/stop", status_code=204, dependencies=_FOR_ALL)
async def stop_doubles(
    plan_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Ask nobody any more; open tasks are dropped.

    404 `groupwatch.unknown_plan`, 409 `groupwatch.closed`.
    """
    await service.stop_plan(session, principal.corp_id, plan_id, principal.actor, runtime.clock())
    await enqueue(session, WatchGroups(corp_id=principal.corp_id))


@router.get("/group-renewals")
async def list_renewals(
    principal: CurrentPrincipal,
    session: CorpSession,
    which: Literal["running", "over", "all"] = "all",
) -> RenewalList:
    """Renewals of groups that you see, those that run first; at most 200."""
    return await service.list_renewals(session, principal.corp_id, which)


@router.get("/group-renewals/{renewal_id}")
async def read_renewal(
    renewal_id: int, principal: CurrentPrincipal, session: CorpSession
) -> RenewalDetail:
    """One renewal with who shall come and who came. 404 `groupwatch.unknown_renewal`."""
    return await service.read_renewal(session, principal.corp_id, renewal_id)


@router.post("/groups/{group_id}/renewal", status_code=201, dependencies=_WRITES)
async def plan_renewal(
    group_id: int,
    body: NewRenewal,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> RenewalDetail:
    """Ask a group's owner to make a new one and carry over who matters.

    404 `groups.unknown`; 409 `groupwatch.renewing`, `groupwatch.nobody_to_ask`,
    `groupwatch.foreign_owner`.
    """
    renewal_id = await service.plan_renewal(
        session, principal.corp_id, group_id, body, principal.actor, runtime.clock()
    )
    return await service.read_renewal(session, principal.corp_id, renewal_id)


@router.put("/group-renewals/{renewal_id}/new-group", dependencies=_WRITES)
async def pick_new_group(
    renewal_id: int,
    body: NewGroupPick,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> RenewalDetail:
    """Say which group the owner made, where its name did not tell.

    404 `groupwatch.unknown_renewal`, `groups.unknown`; 409 `groupwatch.closed`; 422
    `groupwatch.unfit_group`.
    """
    await service.pick_new_group(
        session,
        principal.corp_id,
        renewal_id,
        body.group_id,
        principal.actor,
        runtime.clock(),
    )
    await enqueue(session, WatchGroups(corp_id=principal.corp_id))
    return await service.read_renewal(session, principal.corp_id, renewal_id)


@router.post("/group-renewals/{renewal_id}/stop", status_code=204, dependencies=_WRITES)
async def stop_renewal(
    renewal_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Give a renewal up; both groups stay, open tasks are dropped.

    404 `groupwatch.unknown_renewal`, 409 `groupwatch.closed`.
    """
    await service.stop_renewal(
        session, principal.corp_id, renewal_id, principal.actor, runtime.clock()
    )
    await enqueue(session, WatchGroups(corp_id=principal.corp_id))
