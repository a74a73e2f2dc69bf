"""The join way of a code at WeCom: made once, overwritten as a whole, so that its code stays."""

from typing import Final

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.joinways import service as joinways
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.groups import service as groups
from yutang.wecom.contact_ways import MAX_REMARK_CHARACTERS
from yutang.wecom.errors import UnknownContactWayError, UnknownGroupError
from yutang.wecom.join_ways import NewJoinWay

from .jobs import DropJoinWay, KeepJoinWay
from .models import GroupCode
from .warning import tell_failed

log = structlog.get_logger(__name__)
_SAID: Final = 300
_CHATS = text(
    "select id, chat_id from group_chats where corp_id = :corp_id and state <> 'dismissed'"
    " and id = any(cast(:ids as bigint[])) order by array_position(cast(:ids as bigint[]), id)"
)


async def keep(runtime: Runtime, corp_id: int, code_id: int) -> None:
    """Have WeCom hold what the code wants; safe to run twice, and after a kill anywhere."""
    async with runtime.database.owner() as session:
        code = await session.get(GroupCode, (corp_id, code_id))
        if code is None or code.status not in {"making", "updating"} or not code.wanted_groups:
            return
        asked = {"corp_id": corp_id, "ids": code.wanted_groups}
        chats = (await session.execute(_CHATS, asked)).all()
    if not chats:
        # All were dismissed meanwhile: the look that follows finds the next ones.
        await _fail(runtime, code, "gone", "")
        return
    try:
        if code.config_id is None:
            await _make(runtime, code, [row.chat_id for row in chats])
        else:
            way = way_of(code, [row.chat_id for row in chats])
            await joinways.overwrite(runtime, corp_id, code.agent_id, code.config_id, way)
            await _end(runtime, code)
    except joinways.PASSING:
        raise
    except UnknownContactWayError as error:
        await _lose(runtime, code, str(error))
    except joinways.REFUSED as error:
        if isinstance(error, UnknownGroupError):
            await _read_again(runtime, code)
        await _fail(runtime, code, joinways.problem_of(error), str(error))


def way_of(code: GroupCode, chat_ids: list[str]) -> NewJoinWay:
    """All of it: what an update leaves out WeCom resets."""
    by_wecom = code.opens == "wecom"
    return NewJoinWay(
        chat_ids,
        state=code.state,
        remark=code.name[:MAX_REMARK_CHARACTERS],
        auto_create_room=by_wecom,
        room_base_name=code.room_base_name if by_wecom else "",
        room_base_id=code.next_number if by_wecom else None,
    )


async def _make(runtime: Runtime, code: GroupCode, chat_ids: list[str]) -> None:
    key = f"group_code:{code.id}:{code.making}"
    new = way_of(code, chat_ids)
    made = await joinways.make(runtime, code.corp_id, key, new, code.agent_id)
    client = await corps.connect(runtime, code.corp_id, code.agent_id)
    try:
        content = acquisition.qr.decode(await client.qr_picture(made.qr_code))
    except acquisition.qr.UnreadableQrError as error:
        await _fail(runtime, code, "unreadable", str(error))
        return
    await _end(runtime, code, made.config_id, content, is_fresh=made.is_fresh)


async def _end(
    runtime: Runtime,
    asked: GroupCode,
    config_id: str | None = None,
    content: str | None = None,
    *,
    is_fresh: bool = True,
) -> None:
    async with runtime.database.owner() as session:
        code = await _locked(session, asked)
        if config_id is not None:
            code.config_id, code.qr_content = config_id, content
        if code.status == "deleting":
            await enqueue(session, DropJoinWay(corp_id=code.corp_id, code_id=code.id))
            return
        if is_fresh:
            code.sent_groups = asked.wanted_groups
        # What was wanted meanwhile is asked for next; so is what an earlier try may hold.
        if is_fresh and code.wanted_groups == asked.wanted_groups and _same(code, asked):
            code.status, code.problem, code.said = "active", None, ""
        else:
            code.status = "updating"
            await enqueue(session, KeepJoinWay(corp_id=code.corp_id, code_id=code.id))


def _same(code: GroupCode, asked: GroupCode) -> bool:
    return code.version == asked.version and code.next_number == asked.next_number


async def _fail(runtime: Runtime, asked: GroupCode, problem: str, said: str) -> None:
    async with runtime.database.owner() as session:
        code = await _locked(session, asked)
        if code.status == "deleting":
            return
        if code.wanted_groups != asked.wanted_groups:
            await enqueue(session, KeepJoinWay(corp_id=code.corp_id, code_id=code.id))
            return
        code.status, code.problem, code.said = "failed", problem, said[:_SAID]
        await tell_failed(session, code, runtime.clock())
    log.warning("group_code.refused", corp_id=asked.corp_id, code_id=asked.id, problem=problem)


async def _lose(runtime: Runtime, asked: GroupCode, said: str) -> None:
    """WeCom does not know the way any more: another one is made, under another key.

    What leads through our page goes on; a print of WeCom's own picture is dead.
    """
    async with runtime.database.owner() as session:
        code = await _locked(session, asked)
        if code.status == "deleting" or code.config_id != asked.config_id:
            return
        code.config_id, code.qr_content, code.sent_groups = None, None, []
        code.making += 1
        code.status, code.said = "making", said[:_SAID]
        await enqueue(session, KeepJoinWay(corp_id=code.corp_id, code_id=code.id))
    log.warning("group_code.way_lost", corp_id=asked.corp_id, code_id=asked.id)


async def _read_again(runtime: Runtime, code: GroupCode) -> None:
    """One of them is not what we think: a reading finds out which, and the queue goes on."""
    async with runtime.database.owner() as session:
        await groups.ask_reading(session, code.corp_id, code.wanted_groups, runtime.clock())


async def _locked(session: AsyncSession, code: GroupCode) -> GroupCode:
    return await session.get_one(GroupCode, (code.corp_id, code.id), with_for_update=True)


async def drop(runtime: Runtime, corp_id: int, code_id: int) -> None:
    """Have WeCom forget the way of a deleted code; what it does not know is gone already."""
    async with runtime.database.owner() as session:
        code = await session.get(GroupCode, (corp_id, code_id))
    if code is None or code.status != "deleting":
        return
    if code.config_id is not None and not await joinways.forget(
        runtime, corp_id, code.agent_id, code.config_id
    ):
        log.info("group_code.way_was_gone", code_id=code_id)
    async with runtime.database.owner() as session:
        found = await _locked(session, code)
        found.status, found.config_id = "deleted", None
