"""Change, retry and delete channel codes; each with its audit entry and its job."""

from typing import Any

from sqlalchemy import delete as remove
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.greetings import service as greetings
from yutang.kernel import audit
from yutang.kernel.jobs import enqueue

from .checking import Parts, check
from .errors import (
    ChangedMeanwhileError,
    NothingToRetryError,
    OfAnotherKindError,
    UnknownChannelError,
)
from .jobs import asking, dropping
from .making import remark_of
from .models import Channel, ChannelStaff, ChannelTag
from .repository import ChannelRepository
from .schemas import ChannelCreate, ChannelUpdate, Kind

_AT_WECOM = ("staff_ids", "remark", "skip_verify")
"""What WeCom holds of a code; all else is ours and needs no call."""


async def update_channel(
    session: AsyncSession,
    corp_id: int,
    channel_id: int,
    change: ChannelUpdate,
    actor: str,
    *,
    kind: Kind = "direct",
    moved: bool = False,
) -> None:
    """Make a code what `change` says; it is `updating` while WeCom must learn of it.

    A change that WeCom does not hold (tags, welcome) works at once; `moved`: what WeCom holds of
    it elsewhere was changed. Raises UnknownChannelError, OfAnotherKindError, ChangedMeanwhileError
    and what `checking.check` and `greetings.set_plain` raise.
    """
    channel = await _find_living(session, corp_id, channel_id)
    if channel.kind != kind:
        raise OfAnotherKindError(channel.kind)
    if channel.version != change.version:
        raise ChangedMeanwhileError(channel.version, change.version)
    parts = await check(session, corp_id, change.staff_ids, change.tag_ids)
    before = await _snapshot(session, channel)
    for name, value in _fields(change).items():
        setattr(channel, name, value)
    await _write_parts(session, channel, parts)
    await greetings.set_plain(session, corp_id, channel_id, change.welcome, actor)
    await session.flush()
    after = await _snapshot(session, channel)
    changed = [name for name in after if after[name] != before[name]]
    if not changed and not moved:
        return
    channel.version += 1
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="channel.updated",
        target=f"channel:{channel_id}",
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    at_wecom = (*_AT_WECOM, "name") if kind == "link" else _AT_WECOM
    if moved or any(name in changed for name in at_wecom):
        await ask_wecom(session, channel)


async def count_edit(session: AsyncSession, corp_id: int, channel_id: int, seen: int) -> None:
    """What hangs on a code was edited: its version is later than the one that was `seen`."""
    channel = await _find_living(session, corp_id, channel_id)
    channel.version = max(channel.version, seen + 1)


async def retry_channel(session: AsyncSession, corp_id: int, channel_id: int, actor: str) -> None:
    """Ask WeCom once more for what failed; raises UnknownChannelError, NothingToRetryError."""
    channel = await _find_living(session, corp_id, channel_id)
    if channel.status != "failed":
        raise NothingToRetryError(channel.status)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="channel.retried",
        target=f"channel:{channel_id}",
        before={"error": channel.error},
    )
    await ask_wecom(session, channel)


async def delete_channel(session: AsyncSession, corp_id: int, channel_id: int, actor: str) -> None:
    """Have WeCom forget the code; who came through it stays. Raises UnknownChannelError."""
    channel = await ChannelRepository(session).find(corp_id, channel_id, lock=True)
    if channel is None or channel.status == "deleted":
        raise UnknownChannelError(channel_id)
    channel.status = "deleting"
    await audit.record(
        session, corp_id, actor=actor, action="channel.deleted", target=f"channel:{channel_id}"
    )
    await enqueue(session, dropping(channel.kind)(corp_id=corp_id, channel_id=channel_id))


async def lost_at_wecom(session: AsyncSession, corp_id: int, channel_id: int, why: str) -> bool:
    """Somebody deleted at WeCom what a channel stands on; trying again makes another one."""
    channel = await ChannelRepository(session).find(corp_id, channel_id, lock=True)
    if channel is None or channel.status in {"deleting", "deleted"}:
        return False
    channel.status, channel.error = "failed", why
    channel.config_id = channel.qr_content = None
    await audit.record(
        session, corp_id, actor="system", action="channel.lost", target=f"channel:{channel_id}"
    )
    return True


async def _find_living(session: AsyncSession, corp_id: int, channel_id: int) -> Channel:
    channel = await ChannelRepository(session).find(corp_id, channel_id, lock=True)
    if channel is None or channel.status in {"deleting", "deleted"}:
        raise UnknownChannelError(channel_id)
    return channel


def _fields(wanted: ChannelCreate) -> dict[str, Any]:
    return {
        "name": wanted.name,
        "skip_verify": wanted.skip_verify,
        "remark": remark_of(wanted),
    }


async def _snapshot(session: AsyncSession, channel: Channel) -> dict[str, Any]:
    repository = ChannelRepository(session)
    staff_of = await repository.staff_of(channel.corp_id, [channel.id])
    tags_of = await repository.tags_of(channel.corp_id, [channel.id])
    plain = (await greetings.plain_of(session, channel.corp_id, [channel.id])).get(channel.id)
    return {
        "name": channel.name,
        "staff_ids": sorted(staff_of.get(channel.id, [])),
        "tag_ids": sorted(tags_of.get(channel.id, [])),
        "skip_verify": channel.skip_verify,
        "remark": channel.remark,
        "welcome": plain.model_dump(mode="json") if plain is not None else None,
    }


async def _write_parts(session: AsyncSession, channel: Channel, parts: Parts) -> None:
    corp_id, channel_id = channel.corp_id, channel.id
    await session.execute(
        remove(ChannelStaff).where(
            ChannelStaff.corp_id == corp_id,
            ChannelStaff.channel_id == channel_id,
            ChannelStaff.staff_id.not_in(parts.staff_ids),
        )
    )
    if parts.staff_ids:
        await session.execute(
            insert(ChannelStaff).on_conflict_do_nothing(),
            [
                {"corp_id": corp_id, "channel_id": channel_id, "staff_id": s}
                for s in parts.staff_ids
            ],
        )
    await session.execute(
        remove(ChannelTag).where(
            ChannelTag.corp_id == corp_id,
            ChannelTag.channel_id == channel_id,
            ChannelTag.tag_id.not_in(parts.tag_ids),
        )
    )
    if parts.tag_ids:
        await session.execute(
            insert(ChannelTag).on_conflict_do_nothing(),
            [{"corp_id": corp_id, "channel_id": channel_id, "tag_id": t} for t in parts.tag_ids],
        )


async def ask_wecom(session: AsyncSession, channel: Channel) -> None:
    """The job that fits: one that WeCom never made is made, any other is changed."""
    is_new = channel.status == "creating" if channel.kind == "page" else channel.config_id is None
    channel.error, channel.status = None, "creating" if is_new else "updating"
    which = asking(channel.kind, is_new=is_new)
    await enqueue(session, which(corp_id=channel.corp_id, channel_id=channel.id))
