"""Make, change, retry and delete welcomes of groups; each with its audit entry and its job."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.people.corps import service as corps

from . import contents, reaching
from .errors import (
    ChangedMeanwhileError,
    LibraryFullError,
    NameTakenError,
    NothingToRetryError,
    UnknownWelcomeError,
)
from .jobs import (
    AskGroupOwners,
    CheckGroupWelcomes,
    DeleteGroupWelcome,
    MakeGroupWelcome,
    UpdateGroupWelcome,
)
from .models import GroupWelcome
from .schemas import WELCOME_BYTES, WELCOMES, GroupWelcomeChange, NewGroupWelcome

_CONTENT: Final = ("text", "attachment")
_REACH: Final = ("reach", "owner_ids", "kinds", "tiers", "group_ids")
_FIELDS: Final = ("name", *_CONTENT, *_REACH)


async def create_welcome(
    session: AsyncSession, corp_id: int, new: NewGroupWelcome, actor: str
) -> int:
    """Write a welcome and have WeCom take it; returns its id. It is `creating` until it has.

    Raises LibraryFullError, NameTakenError and what contents and reaches raise.
    """
    await _check(session, corp_id, new)
    await _demand_name(session, corp_id, new.name, None)
    if await count_kept(session, corp_id) >= WELCOMES:
        raise LibraryFullError(WELCOMES)
    welcome = GroupWelcome(
        corp_id=corp_id,
        agent_id=await corps.first_agent_id(session, corp_id),
        created_by=actor,
        **_fields(new),
    )
    session.add(welcome)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_welcome.made",
        target=f"group_welcome:{welcome.id}",
        after=new.model_dump(mode="json"),
    )
    await enqueue(session, MakeGroupWelcome(corp_id=corp_id, welcome_id=welcome.id))
    return welcome.id


async def change_welcome(
    session: AsyncSession,
    corp_id: int,
    welcome_id: int,
    change: GroupWelcomeChange,
    actor: str,
    now: datetime,
) -> None:
    """Make a welcome what `change` says; owners are asked anew for what says something else.

    Raises UnknownWelcomeError, ChangedMeanwhileError, NameTakenError and what contents and
    reaches raise.
    """
    welcome = await _living(session, corp_id, welcome_id)
    if welcome.version != change.version:
        raise ChangedMeanwhileError(welcome.version, change.version)
    await _check(session, corp_id, change)
    await _demand_name(session, corp_id, change.name, welcome_id)
    before = {name: getattr(welcome, name) for name in _FIELDS}
    after = _fields(change)
    changed = [name for name in _FIELDS if before[name] != after[name]]
    if not changed:
        return
    for name in changed:
        setattr(welcome, name, after[name])
    welcome.version += 1
    welcome.changed_at = now
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_welcome.changed",
        target=f"group_welcome:{welcome_id}",
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    if any(name in changed for name in _CONTENT):
        welcome.content_version += 1
        await ask_wecom(session, welcome)
    else:
        await enqueue(session, AskGroupOwners(corp_id=corp_id, welcome_id=welcome_id))


async def retry_welcome(session: AsyncSession, corp_id: int, welcome_id: int, actor: str) -> None:
    """Ask WeCom once more for what failed, make anew what it lost, or write over what differs.

    Raises UnknownWelcomeError, NothingToRetryError.
    """
    welcome = await _find(session, corp_id, welcome_id)
    stuck = welcome.status == "deleting" and welcome.problem is not None
    differs = welcome.status == "active" and welcome.problem == "differs"
    if welcome.status not in {"failed", "gone"} and not stuck and not differs:
        raise NothingToRetryError(welcome.status)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_welcome.retried",
        target=f"group_welcome:{welcome_id}",
        before={"status": welcome.status, "problem": welcome.problem},
    )
    if stuck:
        welcome.problem, welcome.said = None, ""
        await enqueue(session, DeleteGroupWelcome(corp_id=corp_id, welcome_id=welcome_id))
        return
    if welcome.status == "gone":
        # Another template: what owners chose is gone with the first one.
        welcome.template_id = None
        welcome.making += 1
        welcome.content_version += 1
    await ask_wecom(session, welcome)


async def delete_welcome(session: AsyncSession, corp_id: int, welcome_id: int, actor: str) -> None:
    """Have WeCom forget it; its groups say nothing any more. Raises UnknownWelcomeError."""
    welcome = await _find(session, corp_id, welcome_id)
    if welcome.status == "deleting":
        return
    welcome.status, welcome.problem, welcome.said = "deleting", None, ""
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_welcome.deleted",
        target=f"group_welcome:{welcome_id}",
        before={"name": welcome.name},
    )
    await enqueue(session, DeleteGroupWelcome(corp_id=corp_id, welcome_id=welcome_id))


async def check_welcomes(session: AsyncSession, corp_id: int, actor: str) -> None:
    """Ask WeCom now whether it has them all."""
    await audit.record(
        session, corp_id, actor=actor, action="group_welcome.checked", target="group_welcomes"
    )
    await enqueue(session, CheckGroupWelcomes(corp_id=corp_id))


async def ask_wecom(session: AsyncSession, welcome: GroupWelcome) -> None:
    """The job that fits: one that WeCom never took is made, any other is changed."""
    welcome.problem, welcome.said = None, ""
    which: MakeGroupWelcome | UpdateGroupWelcome
    if welcome.template_id is None:
        welcome.status = "creating"
        which = MakeGroupWelcome(corp_id=welcome.corp_id, welcome_id=welcome.id)
    else:
        welcome.status = "updating"
        which = UpdateGroupWelcome(corp_id=welcome.corp_id, welcome_id=welcome.id)
    await enqueue(session, which)


async def count_kept(session: AsyncSession, corp_id: int) -> int:
    """How many of WeCom's library are ours, or are about to be."""
    asked = select(func.count()).where(
        GroupWelcome.corp_id == corp_id,
        GroupWelcome.status.in_(["creating", "active", "updating", "deleting"])
        | (GroupWelcome.status == "failed") & GroupWelcome.template_id.is_not(None),
    )
    return await session.scalar(asked) or 0


async def _check(session: AsyncSession, corp_id: int, wanted: NewGroupWelcome) -> None:
    await contents.check(session, corp_id, wanted.text, wanted.attachment, WELCOME_BYTES)
    await reaching.check(session, corp_id, wanted.reach)


async def _demand_name(session: AsyncSession, corp_id: int, name: str, but: int | None) -> None:
    asked = select(GroupWelcome.id).where(
        GroupWelcome.corp_id == corp_id,
        GroupWelcome.name == name,
        GroupWelcome.status != "deleted",
        GroupWelcome.id != (but or 0),
    )
    if await session.scalar(asked) is not None:
        raise NameTakenError(name)


async def _find(session: AsyncSession, corp_id: int, welcome_id: int) -> GroupWelcome:
    found = await session.get(GroupWelcome, (corp_id, welcome_id), with_for_update=True)
    if found is None or found.status == "deleted":
        raise UnknownWelcomeError(welcome_id)
    return found


async def _living(session: AsyncSession, corp_id: int, welcome_id: int) -> GroupWelcome:
    found = await _find(session, corp_id, welcome_id)
    if found.status == "deleting":
        raise UnknownWelcomeError(welcome_id)
    return found


def _fields(wanted: NewGroupWelcome) -> dict[str, Any]:
    part = wanted.attachment
    return {
        "name": wanted.name,
        "text": wanted.text,
        "attachment": None if part is None else part.model_dump(mode="json"),
        **reaching.columns(wanted.reach),
    }
