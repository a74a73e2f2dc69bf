"""A person's own notices, where he wants them, and the corp's rules."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import (
    ChoicesChange,
    ChoicesRead,
    NoticePage,
    ReadThese,
    RulesChange,
    RulesRead,
    UnreadCount,
)
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service

router = APIRouter(prefix="/notices", tags=["notices"])


@router.get("")
async def list_notices(
    principal: CurrentPrincipal,
    session: CorpSession,
    *,
    unread: bool = False,
    kind: Annotated[str | None, Query(max_length=60)] = None,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> NoticePage:
    """What was told to the one who asks, the newest first; kept for 30 days.

    As a member of WeCom he sees here what that member was told.
    """
    own = notices.receivers(principal.user_id, principal.staff_id)
    return await notices.list_notices(
        session, principal.corp_id, own, unread=unread, kind=kind, after=after, limit=limit
    )


@router.get("/unread")
async def count_unread(principal: CurrentPrincipal, session: CorpSession) -> UnreadCount:
    """How many of them are unread, counted up to 100."""
    own = notices.receivers(principal.user_id, principal.staff_id)
    return UnreadCount(unread=await notices.count_unread(session, principal.corp_id, own))


@router.post("/read")
async def mark_read(
    body: ReadThese, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> UnreadCount:
    """Mark some read, or all up to and with `until`; what is read is not sent by WeCom any more."""
    own = notices.receivers(principal.user_id, principal.staff_id)
    left = await notices.mark_read(session, principal.corp_id, own, body, runtime.clock())
    return UnreadCount(unread=left)


@router.get("/choices")
async def read_choices(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ChoicesRead:
    """Every kind of notice, and where it goes for the one who asks."""
    return await _choices(principal, session, runtime)


@router.patch("/choices")
async def change_choices(
    body: ChoicesChange, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ChoicesRead:
    """Choose a door for some kinds, and which come by mail, too.

    422 `notices.unknown_kind`; 409 `notices.no_address` for mail without an address.
    """
    own = notices.receivers(principal.user_id, principal.staff_id)
    await notices.change_choices(session, principal.corp_id, own, body, principal.actor)
    return await _choices(principal, session, runtime)


async def _choices(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> ChoicesRead:
    return await notices.read_choices(
        session,
        principal.corp_id,
        notices.receivers(principal.user_id, principal.staff_id),
        has_member=principal.staff_id is not None,
        has_mail=runtime.settings.smtp_url is not None and bool(runtime.settings.mail_from),
    )


@router.get("/rules", dependencies=[Depends(needs("settings.read"))])
async def read_rules(principal: CurrentPrincipal, session: CorpSession) -> RulesRead:
    """The corp's quiet hours, and where each kind goes for whoever chose nothing."""
    return await service.read_rules(session, principal.corp_id)


@router.patch("/rules", dependencies=[Depends(needs("settings.write"))])
async def change_rules(
    body: RulesChange, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> RulesRead:
    """Change what is given; audited.

    409 `notices.rules_changed` when somebody else changed them since `version`; 422
    `notices.bad_quiet_hours`, `notices.unknown_kind`.
    """
    async with runtime.database.owner() as session:
        return await service.change_rules(
            session, principal.corp_id, body, principal.actor, runtime.clock()
        )
