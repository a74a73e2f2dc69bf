"""Handovers over HTTP: of leavers the codes are named as well, so it stands above."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from yutang.act.acquisition import service as acquisition
from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.handovers import service as handovers
from yutang.people.handovers.jobs import ReadLeavers
from yutang.people.handovers.schemas import (
    GiverRead,
    GroupState,
    HandedGroupPage,
    HandedPersonPage,
    HandoverPage,
    HandoverPreview,
    HandoverRead,
    HandoverWish,
    Language,
    LeaverList,
    NewHandover,
    PersonState,
    RetryWish,
    State,
)

router = APIRouter(
    prefix="/handovers", tags=["handovers"], dependencies=[Depends(needs("handovers.read"))]
)
WRITES = [Depends(needs("handovers.write"))]
After = Annotated[str | None, Query(max_length=40)]
Limit = Annotated[int, Query(ge=1, le=200)]
TakerId = Annotated[int | None, Query(ge=1)]


@router.get("/leavers")
async def list_leavers(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> LeaverList:
    """Members who left, and what of theirs waits for somebody; the fullest first, at most 500."""
    codes = await acquisition.sole_codes(session, principal.corp_id)
    return await handovers.list_leavers(session, principal.corp_id, codes, runtime.clock())


@router.post("/leavers/read", status_code=202, dependencies=WRITES)
async def read_leavers_again(principal: CurrentPrincipal, session: CorpSession) -> None:
    """Read WeCom's list of customers whose member left, in the background; nightly by itself."""
    await enqueue(session, ReadLeavers(corp_id=principal.corp_id))


@router.get("/staff/{staff_id}")
async def read_giver(staff_id: int, principal: CurrentPrincipal, session: CorpSession) -> GiverRead:
    """What a member has that could be handed over. 404 `handovers.unknown_giver`."""
    codes = await acquisition.sole_codes(session, principal.corp_id, [staff_id])
    return await handovers.read_giver(session, principal.corp_id, staff_id, codes)


@router.post("/preview", dependencies=WRITES)
async def preview_handover(
    body: HandoverWish, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> HandoverPreview:
    """Who would go to whom, who cannot and why; nothing is changed and WeCom is not asked.

    404 `handovers.unknown_giver`; 409 `handovers.too_many`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`,
    `handovers.nothing_chosen`.
    """
    return await handovers.preview(session, runtime, principal.corp_id, body)


@router.post("", status_code=201, dependencies=WRITES)
async def begin_handover(
    body: NewHandover, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> HandoverRead:
    """Hand over what the preview of the same body shows, planned anew.

    WeCom is asked in the background, 100 customers a call; each goes over after 24 hours unless he
    refuses. 404 `handovers.unknown_giver`; 409 `handovers.nobody`, `handovers.too_many`; 422
    `handovers.message_on_job_only`, `handovers.unknown_taker`, `handovers.same_member`,
    `handovers.double_taker`, `handovers.no_share`, `handovers.nothing_chosen`.
    """
    handover_id = await handovers.begin(
        session, runtime, principal.corp_id, body, (principal.actor, principal.name)
    )
    return await handovers.read_handover(session, principal.corp_id, handover_id)


@router.get("")
async def list_handovers(
    principal: CurrentPrincipal,
    session: CorpSession,
    state: State | None = None,
    from_staff_id: TakerId = None,
    after: After = None,
    limit: Limit = 30,
) -> HandoverPage:
    """Handovers, newest first. 422 `handovers.bad_cursor`."""
    return await handovers.list_handovers(
        session, principal.corp_id, state, from_staff_id, after, limit
    )


@router.get("/{handover_id}")
async def read_handover(
    handover_id: int, principal: CurrentPrincipal, session: CorpSession
) -> HandoverRead:
    """One handover and how it stands. 404 `handovers.unknown`."""
    return await handovers.read_handover(session, principal.corp_id, handover_id)


@router.get("/{handover_id}/people")
async def list_people(
    handover_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    state: PersonState | None = None,
    taker_id: TakerId = None,
    after: After = None,
    limit: Limit = 50,
) -> HandedPersonPage:
    """Its customers one by one. 404 `handovers.unknown`; 422 `handovers.bad_cursor`."""
    return await handovers.list_people(
        session, principal.corp_id, handover_id, state, taker_id, after, limit
    )


@router.get("/{handover_id}/groups")
async def list_groups(
    handover_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    state: GroupState | None = None,
    taker_id: TakerId = None,
    after: After = None,
    limit: Limit = 50,
) -> HandedGroupPage:
    """Its groups one by one. 404 `handovers.unknown`; 422 `handovers.bad_cursor`."""
    return await handovers.list_groups(
        session, principal.corp_id, handover_id, state, taker_id, after, limit
    )


@router.get("/{handover_id}/result.csv", response_class=StreamingResponse)
async def download_results(
    handover_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    language: Language = "zh-CN",
) -> StreamingResponse:
    """CSV: customer, taker, state, reason, WeCom's code, times; on record.

    404 `handovers.unknown`.
    """
    corp_id = principal.corp_id
    await handovers.read_handover(session, corp_id, handover_id)
    await audit.record(
        session,
        corp_id,
        actor=principal.actor,
        action="handover.exported",
        target=f"handover:{handover_id}",
    )
    return StreamingResponse(
        handovers.write_file(runtime, corp_id, principal.seer, handover_id, language),
        media_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="yutang-handover-{handover_id}.csv"'
        },
    )


@router.post("/{handover_id}/stop", dependencies=WRITES)
async def stop_handover(
    handover_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> HandoverRead:
    """Ask for nobody any more; who was asked for goes on, for WeCom takes nothing back.

    404 `handovers.unknown`; 409 `handovers.not_now`.
    """
    corp_id = principal.corp_id
    await handovers.stop(session, corp_id, handover_id, principal.actor, runtime.clock())
    return await handovers.read_handover(session, corp_id, handover_id)


@router.post("/{handover_id}/retry/preview", dependencies=WRITES)
async def preview_retry(
    handover_id: int,
    body: RetryWish,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> HandoverPreview:
    """Who of this handover would be tried again, with whom, and who cannot and why.

    Nothing is changed and WeCom is not asked. 404 `handovers.unknown`, `handovers.unknown_giver`;
    409 `handovers.not_now`, `handovers.nothing_to_retry`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`.
    """
    return await handovers.preview_retry(session, runtime, principal.corp_id, handover_id, body)


@router.post("/{handover_id}/retry", status_code=201, dependencies=WRITES)
async def retry_handover(
    handover_id: int,
    body: RetryWish,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> HandoverRead:
    """A new handover of who failed or found no room, to the same takers or to others.

    404 `handovers.unknown`, `handovers.unknown_giver`; 409 `handovers.not_now`,
    `handovers.nothing_to_retry`, `handovers.nobody`; 422 `handovers.unknown_taker`,
    `handovers.same_member`, `handovers.double_taker`, `handovers.no_share`.
    """
    corp_id = principal.corp_id
    new_id = await handovers.retry(
        session, runtime, corp_id, handover_id, body, (principal.actor, principal.name)
    )
    return await handovers.read_handover(session, corp_id, new_id)
