"""Tiers and invitations over HTTP, but for what a list of customers is asked: that stands above."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from yutang.kernel import audit
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .reading import Language
from .schemas import (
    InvitationDetail,
    InvitationPage,
    InviteePage,
    InviteeState,
    TierBoard,
    TierShares,
)

router = APIRouter(tags=["grouptiers"], dependencies=[Depends(needs("groups.read"))])
_WRITES = [Depends(needs("groupcare.write"))]


@router.get("/group-tiers")
async def read_board(principal: CurrentPrincipal, runtime: CurrentRuntime) -> TierBoard:
    """The three tiers: groups, persons, effort as it should be and as it was, who moved."""
    return await service.read_board(runtime, principal.corp_id, principal.seer, runtime.clock())


@router.put("/group-tiers/shares", status_code=204, dependencies=_WRITES)
async def set_shares(
    body: TierShares, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Say how much of the effort goes to each tier. 422 `grouptiers.bad_shares`."""
    now = runtime.clock()
    await service.set_shares(session, principal.corp_id, body, principal.actor, now)


@router.get("/group-invitations")
async def list_invitations(
    principal: CurrentPrincipal,
    session: CorpSession,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> InvitationPage:
    """Rounds of inviting, newest first; counts are of the customers you see."""
    return await service.list_invitations(session, principal.corp_id, before, limit)


@router.get("/group-invitations/{invitation_id}")
async def read_invitation(
    invitation_id: int, principal: CurrentPrincipal, session: CorpSession
) -> InvitationDetail:
    """One with its codes, members, groups. 404 `grouptiers.unknown_invitation`."""
    return await service.read_invitation(session, principal.corp_id, invitation_id)


@router.post("/group-invitations/{invitation_id}/stop", dependencies=_WRITES)
async def stop_invitation(
    invitation_id: int, principal: CurrentPrincipal, session: CorpSession
) -> InvitationDetail:
    """Ask no more members; whom they were asked for is followed on.

    404 `grouptiers.unknown_invitation`; 409 `grouptiers.not_now`.
    """
    await service.stop(session, principal.corp_id, invitation_id, principal.actor)
    await session.flush()
    return await service.read_invitation(session, principal.corp_id, invitation_id)


@router.post("/group-invitations/{invitation_id}/resume", dependencies=_WRITES)
async def resume_invitation(
    invitation_id: int, principal: CurrentPrincipal, session: CorpSession
) -> InvitationDetail:
    """Go on with one that was stopped, or that failed.

    404 `grouptiers.unknown_invitation`; 409 `grouptiers.not_now`.
    """
    await service.resume(session, principal.corp_id, invitation_id, principal.actor)
    await session.flush()
    return await service.read_invitation(session, principal.corp_id, invitation_id)


@router.get("/group-invitations/{invitation_id}/people")
async def list_people(
    invitation_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    state: InviteeState | None = None,
    staff_id: Annotated[int | None, Query(ge=1)] = None,
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> InviteePage:
    """One page of whom it is for. 404 `grouptiers.unknown_invitation`."""
    return await service.list_people(
        session, principal.corp_id, invitation_id, state, staff_id, after, limit
    )


@router.get("/group-invitations/{invitation_id}/people.csv", response_class=StreamingResponse)
async def export_people(
    invitation_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    language: Language = "zh-CN",
) -> StreamingResponse:
    """CSV of whom it is for, each with his state; on record.

    404 `grouptiers.unknown_invitation`.
    """
    corp_id = principal.corp_id
    await service.demand(session, corp_id, invitation_id)
    await audit.record(
        session,
        corp_id,
        actor=principal.actor,
        action="group_invitation.exported",
        target=f"group_invitation:{invitation_id}",
    )
    return StreamingResponse(
        service.write_file(runtime, corp_id, principal.seer, invitation_id, language),
        media_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="yutang-invitation-{invitation_id}.csv"'
        },
    )
