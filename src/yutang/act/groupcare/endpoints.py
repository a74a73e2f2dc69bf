"""Welcomes of groups and keyword replies over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.deeds import service as deeds

from . import service, sheets
from .schemas import (
    GroupWelcomeChange,
    GroupWelcomeList,
    GroupWelcomeRead,
    KeywordReplyChange,
    KeywordReplyList,
    KeywordReplyRead,
    NewGroupWelcome,
    NewKeywordReply,
    Reach,
    ReachCount,
    ReplyEntered,
    WelcomeOwners,
)

router = APIRouter(tags=["groupcare"], dependencies=[Depends(needs("groups.read"))])
_WRITES = [Depends(needs("groupcare.write"))]


@router.get("/group-welcomes")
async def list_welcomes(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GroupWelcomeList:
    """All welcomes for groups, the newest first, and how full WeCom's library of them is."""
    async with runtime.database.owner() as owner:
        kind = deeds.GroupWelcomeDeed.kind
        spares = await deeds.count_spares(owner, principal.corp_id, kind)
    return await service.list_welcomes(session, principal.corp_id, spares, runtime.clock())


@router.post("/group-welcomes", status_code=201, dependencies=_WRITES)
async def create_welcome(
    body: NewGroupWelcome, principal: CurrentPrincipal, session: CorpSession
) -> GroupWelcomeRead:
    """Make a welcome: `creating` until WeCom has it, then its owners get a task.

    404 `files.unknown`; 409 `groupcare.library_full`, `groupcare.name_taken`; 422
    `groupcare.empty`, `groupcare.too_long`, `groupcare.bad_reach`, `groupcare.wrong_file`.
    """
    made = await service.create_welcome(session, principal.corp_id, body, principal.actor)
    return await service.read_welcome(session, principal.corp_id, made)


@router.post("/group-welcomes/check", status_code=202, dependencies=_WRITES)
async def check_welcomes(principal: CurrentPrincipal, session: CorpSession) -> None:
    """Ask WeCom now whether it still has each of them, as it is written here."""
    await service.check_welcomes(session, principal.corp_id, principal.actor)


@router.post("/group-welcomes/reach")
async def count_reach(body: Reach, principal: CurrentPrincipal, session: CorpSession) -> ReachCount:
    """How many groups and owners that would be now; nothing is kept."""
    return await service.count_reach(session, principal.corp_id, body)


@router.get("/group-welcomes/{welcome_id}")
async def read_welcome(
    welcome_id: int, principal: CurrentPrincipal, session: CorpSession
) -> GroupWelcomeRead:
    """One welcome; 404 `groupcare.unknown_welcome`."""
    return await service.read_welcome(session, principal.corp_id, welcome_id)


@router.get("/group-welcomes/{welcome_id}/owners")
async def list_owners(
    welcome_id: int, principal: CurrentPrincipal, session: CorpSession
) -> WelcomeOwners:
    """Whom it waits for: each owner you see, with his task. WeCom tells nobody what he chose."""
    return await service.list_owners(session, principal.corp_id, welcome_id)


@router.put("/group-welcomes/{welcome_id}", dependencies=_WRITES)
async def change_welcome(
    welcome_id: int,
    body: GroupWelcomeChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GroupWelcomeRead:
    """Change a welcome: another text or attachment is `updating` until WeCom has it.

    Its owners then get a task anew; those before it are dropped. 409
    `groupcare.changed_meanwhile`.
    """
    await service.change_welcome(
        session, principal.corp_id, welcome_id, body, principal.actor, runtime.clock()
    )
    return await service.read_welcome(session, principal.corp_id, welcome_id)


@router.post("/group-welcomes/{welcome_id}/retry", dependencies=_WRITES)
async def retry_welcome(
    welcome_id: int, principal: CurrentPrincipal, session: CorpSession
) -> GroupWelcomeRead:
    """Ask WeCom once more: for what failed, was deleted there, or differs from what is here.

    409 `groupcare.nothing_to_retry`.
    """
    await service.retry_welcome(session, principal.corp_id, welcome_id, principal.actor)
    return await service.read_welcome(session, principal.corp_id, welcome_id)


@router.delete("/group-welcomes/{welcome_id}", status_code=204, dependencies=_WRITES)
async def delete_welcome(
    welcome_id: int, principal: CurrentPrincipal, session: CorpSession
) -> None:
    """Delete a welcome, in WeCom too: its groups say nothing to who joins any more."""
    await service.delete_welcome(session, principal.corp_id, welcome_id, principal.actor)


@router.get("/keyword-replies")
async def list_replies(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> KeywordReplyList:
    """All keyword replies, those that wait for the console first, and where words meet."""
    return await service.list_replies(session, runtime, principal.corp_id, runtime.clock())


@router.get(
    "/keyword-replies/export.xlsx",
    response_class=Response,
    responses={200: {"content": {sheets.MEDIA_TYPE: {}}}},
)
async def export_replies(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    lang: Annotated[sheets.Lang, Query()] = "zh-CN",
) -> Response:
    """All keyword replies as a workbook to type from: WeCom's console has no API."""
    found = await service.list_replies(session, runtime, principal.corp_id, runtime.clock())
    return Response(
        sheets.to_workbook(found.items, lang),
        media_type=sheets.MEDIA_TYPE,
        headers={"Content-Disposition": 'attachment; filename="keyword-replies.xlsx"'},
    )


@router.post("/keyword-replies", status_code=201, dependencies=_WRITES)
async def create_reply(
    body: NewKeywordReply,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> KeywordReplyRead:
    """Keep a keyword reply; WeCom's console has it once somebody types it there.

    404 `files.unknown`; 409 `groupcare.too_many_replies`, `groupcare.name_taken`; 422
    `groupcare.bad_words`, `groupcare.empty`, `groupcare.too_long`, `groupcare.bad_reach`,
    `groupcare.wrong_file`.
    """
    made = await service.create_reply(session, principal.corp_id, body, principal.actor)
    return await service.read_reply(session, runtime, principal.corp_id, made, runtime.clock())


@router.put("/keyword-replies/{reply_id}", dependencies=_WRITES)
async def change_reply(
    reply_id: int,
    body: KeywordReplyChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> KeywordReplyRead:
    """Change a keyword reply; the console has the older one until somebody types it there."""
    now = runtime.clock()
    await service.change_reply(session, principal.corp_id, reply_id, body, principal.actor, now)
    return await service.read_reply(session, runtime, principal.corp_id, reply_id, now)


@router.delete("/keyword-replies/{reply_id}", status_code=204, dependencies=_WRITES)
async def delete_reply(
    reply_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> None:
    """Delete a keyword reply; one the console has is listed until it is taken out there."""
    await service.delete_reply(
        session, principal.corp_id, reply_id, principal.actor, runtime.clock()
    )


@router.post("/keyword-replies/{reply_id}/entered", status_code=204, dependencies=_WRITES)
async def enter_reply(
    reply_id: int,
    body: ReplyEntered,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Say that the console has it as it is here; of a deleted one, that the console has it not.

    409 `groupcare.changed_meanwhile` for one that was changed while it was typed.
    """
    await service.enter_reply(
        session, principal.corp_id, reply_id, body.version, principal.actor, runtime.clock()
    )
