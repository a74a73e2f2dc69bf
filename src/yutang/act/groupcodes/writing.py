"""Make, change, retry and delete group codes; each with its audit entry and its job."""

import secrets
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags

from .errors import (
    BadSizesError,
    ChangedMeanwhileError,
    NextNameNeededError,
    NothingToRetryError,
    OpenerNeededError,
    UnknownFallbackError,
    UnknownGroupCodeError,
    UnknownTagError,
)
from .jobs import DropJoinWay, KeepJoinWay, TendGroupCodes
from .models import GroupCode, GroupCodeGroup
from .queueing import add_groups
from .schemas import GroupCodeCreate, GroupCodeUpdate, GroupCodeWish, GroupsToAdd

STATE_MARK: Final = "gc"
"""Beginning of the states of these codes, so that other codes' are never taken for them."""
_AT_WECOM: Final = {"name", "opens", "room_base_name", "next_number"}
"""What WeCom holds of a code beside its groups."""
_SIZES: Final = {"scan_size", "total_size"}
_END_PICTURES = text(
    "update group_code_pictures set removed_at = :now"
    " where corp_id = :corp_id and code_id = :id and removed_at is null"
)


async def create(
    session: AsyncSession, corp_id: int, new: GroupCodeCreate, actor: str, now: datetime
) -> int:
    """Write it with the beginning of its queue; returns its id.

    It is `idle` until it has a group, then `making` until WeCom answered. Raises what `_check`
    and `add_groups` raise.
    """
    await _check(session, corp_id, new)
    code = GroupCode(
        corp_id=corp_id,
        slug=secrets.token_urlsafe(9).replace("-", "a").replace("_", "b"),
        state=STATE_MARK + secrets.token_hex(10),
        agent_id=await corps.first_agent_id(session, corp_id),
        created_by=actor,
        created_at=now,
        tended_at=now,
        **_fields(new),
    )
    session.add(code)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_code.created",
        target=f"group_code:{code.id}",
        after=new.model_dump(mode="json"),
    )
    if new.group_ids:
        wanted = GroupsToAdd(group_ids=new.group_ids)
        await add_groups(session, corp_id, code.id, wanted, actor, now)
    await enqueue(session, TendGroupCodes(corp_id=corp_id))
    return code.id


async def change(
    session: AsyncSession,
    corp_id: int,
    code_id: int,
    wish: GroupCodeUpdate,
    actor: str,
) -> None:
    """Make a code what `wish` says; what WeCom holds of it is sent as a whole.

    Raises UnknownGroupCodeError, ChangedMeanwhileError and what `_check` raises.
    """
    code = await find_living(session, corp_id, code_id, lock=True)
    if code.version != wish.version:
        raise ChangedMeanwhileError(code.version, wish.version)
    await _check(session, corp_id, wish)
    wanted = _fields(wish)
    before = {name: getattr(code, name) for name in wanted}
    changed = {name for name, value in wanted.items() if before[name] != value}
    if not changed:
        return
    for name in changed:
        setattr(code, name, wanted[name])
    code.version += 1
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_code.updated",
        target=f"group_code:{code_id}",
        before={name: before[name] for name in sorted(changed)},
        after={name: wanted[name] for name in sorted(changed)},
    )
    if changed & _SIZES:
        # What was full by the old sizes may be open by the new ones.
        await session.execute(
            update(GroupCodeGroup)
            .where(GroupCodeGroup.corp_id == corp_id, GroupCodeGroup.code_id == code_id)
            .values(counted_at=None)
        )
    if changed & _AT_WECOM and code.config_id is not None:
        await _ask_wecom(session, code)
    await enqueue(session, TendGroupCodes(corp_id=corp_id))


async def retry(session: AsyncSession, corp_id: int, code_id: int, actor: str) -> None:
    """Ask WeCom once more; raises UnknownGroupCodeError, NothingToRetryError."""
    code = await find_living(session, corp_id, code_id, lock=True)
    if code.status != "failed":
        raise NothingToRetryError(code.status)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_code.retried",
        target=f"group_code:{code_id}",
        before={"problem": code.problem},
    )
    await _ask_wecom(session, code)


async def delete(
    session: AsyncSession, corp_id: int, code_id: int, actor: str, now: datetime
) -> None:
    """Have WeCom forget it; who came by it stays. Raises UnknownGroupCodeError."""
    code = await find_living(session, corp_id, code_id, lock=True)
    code.status, code.warned = "deleting", None
    await session.execute(_END_PICTURES, {"corp_id": corp_id, "id": code_id, "now": now})
    await audit.record(
        session, corp_id, actor=actor, action="group_code.deleted", target=f"group_code:{code_id}"
    )
    await enqueue(session, DropJoinWay(corp_id=corp_id, code_id=code_id))


async def find_living(
    session: AsyncSession, corp_id: int, code_id: int, *, lock: bool = False
) -> GroupCode:
    """The code; raises UnknownGroupCodeError, for a deleted one too."""
    code = await session.get(GroupCode, (corp_id, code_id), with_for_update=lock or None)
    if code is None or code.status in {"deleting", "deleted"}:
        raise UnknownGroupCodeError(code_id)
    return code


async def _ask_wecom(session: AsyncSession, code: GroupCode) -> None:
    code.status = "making" if code.config_id is None else "updating"
    code.problem, code.said = None, ""
    await enqueue(session, KeepJoinWay(corp_id=code.corp_id, code_id=code.id))


def _fields(wish: GroupCodeWish) -> dict[str, Any]:
    fields = wish.model_dump(include=set(GroupCodeWish.model_fields))
    fields["tag_ids"] = list(dict.fromkeys(wish.tag_ids))
    if wish.opens != "member":
        fields["opener_staff_id"] = None
    return fields


async def _check(session: AsyncSession, corp_id: int, wish: GroupCodeWish) -> None:
    if wish.scan_size > wish.total_size:
        raise BadSizesError
    if wish.opens != "nobody" and not wish.room_base_name:
        raise NextNameNeededError
    if wish.opens == "member":
        ids = [wish.opener_staff_id] if wish.opener_staff_id is not None else []
        found = await staff.staff_by_ids(session, corp_id, ids)
        if not found or found[0].status == "left":
            raise OpenerNeededError
    if wish.tag_ids:
        known = await tags.tags_by_ids(session, corp_id, wish.tag_ids)
        if bad := [one for one in wish.tag_ids if one not in known]:
            raise UnknownTagError(bad)
    if wish.fallback_channel_id is not None:
        ids = [wish.fallback_channel_id]
        if not await acquisition.channels_by_id(session, corp_id, ids):
            raise UnknownFallbackError(wish.fallback_channel_id)
