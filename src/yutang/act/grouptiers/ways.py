"""The codes of an invitation: made, read, and forgotten when it is over."""

from typing import Final

import structlog
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.joinways import service as joinways
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.deeds.errors import NotKnownYetError
from yutang.wecom.contact_ways import MAX_REMARK_CHARACTERS
from yutang.wecom.join_ways import NewJoinWay

from .inviting import choose_job
from .models import GroupInvitation, GroupInvitationWay

log = structlog.get_logger(__name__)

_SAID: Final = 300
_CHATS = text(
    "select chat_id from group_chats where corp_id = :corp_id and state <> 'dismissed'"
    " and id = any(cast(:ids as bigint[])) order by array_position(cast(:ids as bigint[]), id)"
)
_HAS_ROOM: Final = """
    exists (select from group_chats g
            where g.corp_id = w.corp_id and g.id = any(w.group_ids) and g.state <> 'dismissed'
              and g.people + g.staff < :full_at)
"""
WITH_ROOM = text(
    f"""
    select w.part, w.store_id from group_invitation_ways w
    where w.corp_id = :corp_id and w.invitation_id = :id and w.status = 'made' and {_HAS_ROOM}
    order by w.part
    """  # noqa: S608 - a constant
)
"""Codes that still lead somewhere."""
ROOMS = text(
    f"""
    select w.part, w.status = 'made' and {_HAS_ROOM} as has_room from group_invitation_ways w
    where w.corp_id = :corp_id and w.invitation_id = :id
    """  # noqa: S608 - a constant
)


async def make_ways(runtime: Runtime, corp_id: int, invitation_id: int) -> None:
    """Have WeCom make those that are missing; an answer that was lost may leave a spare.

    When all were asked for, people are chosen; without any it has failed.
    """
    async with runtime.database.owner() as session:
        invitation = await session.get(GroupInvitation, (corp_id, invitation_id))
        if invitation is None or invitation.state != "preparing":
            return
        rows = await session.scalars(
            select(GroupInvitationWay)
            .where(
                GroupInvitationWay.corp_id == corp_id,
                GroupInvitationWay.invitation_id == invitation_id,
                GroupInvitationWay.status != "made",
            )
            .order_by(GroupInvitationWay.part)
        )
        missing = list(rows)
    for way in missing:
        await _make(runtime, invitation, way)
    await _settle(runtime, corp_id, invitation_id)


async def _make(runtime: Runtime, invitation: GroupInvitation, way: GroupInvitationWay) -> None:
    async with runtime.database.owner() as session:
        asked = {"corp_id": way.corp_id, "ids": way.group_ids}
        chats = list(await session.scalars(_CHATS, asked))
    if not chats:
        await _fail(runtime, way, "gone", "")
        return
    new = NewJoinWay(
        chats,
        state=way.code_state,
        remark=invitation.name[:MAX_REMARK_CHARACTERS],
        auto_create_room=False,
    )
    key = f"group_invitation:{way.invitation_id}:{way.part}"
    try:
        made = await joinways.make(runtime, way.corp_id, key, new, invitation.agent_id)
    except NotKnownYetError as error:
        await _note(runtime, way, "unknown", str(error))
        raise
    except joinways.PASSING:
        raise
    except joinways.REFUSED as error:
        await _fail(runtime, way, joinways.problem_of(error), str(error))
        return
    async with runtime.database.owner() as session:
        row = await _locked(session, way)
        row.config_id, row.qr_code = made.config_id, made.qr_code
        row.status = "made"


async def _fail(runtime: Runtime, way: GroupInvitationWay, problem: str, said: str) -> None:
    async with runtime.database.owner() as session:
        (await _locked(session, way)).status = "failed"
    await _note(runtime, way, problem, said)
    log.warning("group_invitation.no_code", corp_id=way.corp_id, part=way.part, problem=problem)


async def _note(runtime: Runtime, way: GroupInvitationWay, problem: str, said: str) -> None:
    async with runtime.database.owner() as session:
        key = (way.corp_id, way.invitation_id)
        invitation = await session.get(GroupInvitation, key, with_for_update=True)
        if invitation is not None:
            invitation.problem, invitation.said = problem, said[:_SAID]


async def _settle(runtime: Runtime, corp_id: int, invitation_id: int) -> None:
    async with runtime.database.owner() as session:
        invitation = await session.get(
            GroupInvitation, (corp_id, invitation_id), with_for_update=True
        )
        if invitation is None or invitation.state != "preparing":
            return
        states = set(
            await session.scalars(
                select(GroupInvitationWay.status).where(
                    GroupInvitationWay.corp_id == corp_id,
                    GroupInvitationWay.invitation_id == invitation_id,
                )
            )
        )
        if "made" not in states:
            invitation.state = "failed"
            return
        if "failed" not in states:
            invitation.problem, invitation.said = None, ""
        await enqueue(session, choose_job(invitation))


async def _locked(session: AsyncSession, way: GroupInvitationWay) -> GroupInvitationWay:
    key = (way.corp_id, way.invitation_id, way.part)
    return await session.get_one(GroupInvitationWay, key, with_for_update=True)


async def delete_ways(runtime: Runtime, corp_id: int, invitation_id: int) -> None:
    """Have WeCom forget the codes of one that is over; what it does not know is gone already."""
    async with runtime.database.owner() as session:
        invitation = await session.get(GroupInvitation, (corp_id, invitation_id))
        if invitation is None or invitation.state != "ended":
            return
        rows = await session.scalars(
            select(GroupInvitationWay).where(
                GroupInvitationWay.corp_id == corp_id,
                GroupInvitationWay.invitation_id == invitation_id,
                GroupInvitationWay.config_id.is_not(None),
            )
        )
        kept = list(rows)
    for way in kept:
        if way.config_id is None:
            continue
        if not await joinways.forget(runtime, corp_id, invitation.agent_id, way.config_id):
            log.info("group_invitation.code_was_gone", part=way.part)
        async with runtime.database.owner() as session:
            (await _locked(session, way)).config_id = None
