"""RFM over HTTP."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.access.schemas import Principal
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import (
    ClassKey,
    PersonRfm,
    RfmFlows,
    RfmHistory,
    RfmPeople,
    RfmPreview,
    RfmRead,
    RfmRunList,
    RfmSettingsChange,
    RfmSettingsRead,
    RfmSettingsWish,
    Wanted,
)

READ, WRITE = "segments.read", "segments.write"
router = APIRouter(prefix="/rfm", tags=["rfm"], dependencies=[Depends(needs(READ))])
of_customers = APIRouter(
    prefix="/customers/{customer_id}/rfm",
    tags=["rfm"],
    dependencies=[Depends(needs("customers.read"))],
)
WRITES = [Depends(needs(WRITE))]
Score = Annotated[int | None, Query(ge=1, le=5)]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which people; all given conditions hold."""

    key: ClassKey | None = None
    r: Score = None
    f: Score = None
    m: Score = None
    after: Annotated[str | None, Query(max_length=60)] = None
    limit: Annotated[int, Query(ge=1, le=100)] = 50


def _may_write(principal: Principal) -> bool:
    return WRITE in principal.permissions


@router.get("")
async def read_rfm(principal: CurrentPrincipal, runtime: CurrentRuntime) -> RfmRead:
    """Classes and scores of the reckoning in force: of all buyers, or of those you may see.

    503 `audience.away` where a part of the people is asked for and the audience engine is away.
    """
    return await service.read(runtime, principal, may_write=_may_write(principal))


@router.get("/settings")
async def read_rfm_settings(principal: CurrentPrincipal, session: CorpSession) -> RfmSettingsRead:
    """How buyers are scored."""
    return await service.read_settings(session, principal.corp_id)


@router.put("/settings", dependencies=WRITES)
async def save_rfm_settings(
    body: RfmSettingsChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> RfmSettingsRead:
    """Score by other settings, from a reckoning on that begins at once.

    409 `rfm.changed_meanwhile`, 422 `rfm.bad_settings`.
    """
    return await service.save_settings(
        session, principal.corp_id, body.version, body.settings, principal.actor, runtime.clock()
    )


@router.post("/preview", dependencies=WRITES)
async def preview_rfm(
    body: RfmSettingsWish, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> RfmPreview:
    """How many each class would have by these settings now. Nothing is kept.

    422 `rfm.bad_settings`, 503 `audience.away`.
    """
    return await service.preview(runtime, principal.corp_id, body.settings)


@router.post("/runs", status_code=202, dependencies=WRITES)
async def reckon_rfm(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> RfmRunList:
    """Reckon all classes now; one that is under way is carried on. The newest run comes first."""
    await service.reckon(session, principal.corp_id, principal.actor, runtime.clock())
    return await service.list_runs(session, principal.corp_id, 1)


@router.get("/runs")
async def list_rfm_runs(
    principal: CurrentPrincipal,
    session: CorpSession,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> RfmRunList:
    """Reckonings with their progress, the newest first."""
    return await service.list_runs(session, principal.corp_id, limit)


@router.get("/history")
async def read_rfm_history(principal: CurrentPrincipal, session: CorpSession) -> RfmHistory:
    """Sizes of the classes by reckoning; empty for who sees a part of the people."""
    return await service.read_history(session, principal.corp_id)


@router.get("/flows")
async def read_rfm_flows(
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    before: Annotated[int | None, Query(ge=1)] = None,
) -> RfmFlows:
    """Who went from which class into which: from run `before`, else from the one before, to now.

    404 `rfm.unknown_run` where the classes of that run are no longer kept (14 are).
    """
    return await service.read_flows(runtime, principal, before)


@router.get("/people")
async def list_rfm_people(
    asked: Annotated[Asked, Depends(Asked)],
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
) -> RfmPeople:
    """Buyers of a class, or with given scores, who paid most first.

    422 `rfm.bad_cursor`, 503 `audience.away`.
    """
    wanted = Wanted(
        asked.key, asked.r, asked.f, asked.m, service.cursor_of(asked.after), asked.limit
    )
    return await service.list_people(runtime, principal, wanted)


@of_customers.get("")
async def read_customer_rfm(
    customer_id: int, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> PersonRfm:
    """One customer's class, his scores and what they stand on, or why he is in no class.

    404 `customers.unknown`, 503 `audience.away`.
    """
    return await service.read_person(runtime, principal, customer_id)
