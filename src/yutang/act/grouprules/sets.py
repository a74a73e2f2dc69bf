"""Make, change and delete rules; each with its audit entry, its event and the job that follows."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.groupcare import service as groupcare
from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append
from yutang.kernel.jobs import enqueue

from . import patterns
from .errors import (
    BadPatternError,
    ChangedMeanwhileError,
    EmptyRulesError,
    NameTakenError,
    TooManyRulesError,
    UnknownRulesError,
)
from .events import GroupRulesChanged
from .jobs import MindGroupRules
from .models import GroupRuleSet
from .schemas import SETS, NicknameForm
from .wishes import GroupRulesChange, NewGroupRules

_ASKED: Final = ("notice", "name_pattern")
_FIELDS: Final = (
    *("name", "reach", "owner_ids", "kinds", "tiers", "group_ids", "rules"),
    *("nickname_form", "nickname_match"),
    *_ASKED,
)


async def create_rules(
    session: AsyncSession, corp_id: int, new: NewGroupRules, actor: str, now: datetime
) -> int:
    """Write rules; returns their id.

    Raises EmptyRulesError, BadPatternError, NameTakenError, TooManyRulesError, BadReachError.
    """
    fields = await _check(session, corp_id, new, None)
    counted = select(func.count()).where(
        GroupRuleSet.corp_id == corp_id, GroupRuleSet.deleted_at.is_(None)
    )
    if (await session.scalar(counted) or 0) >= SETS:
        raise TooManyRulesError(SETS)
    row = GroupRuleSet(corp_id=corp_id, created_by=actor, created_at=now, changed_at=now, **fields)
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_rules.made",
        target=f"group_rules:{row.id}",
        after=new.model_dump(mode="json"),
    )
    await _follow(session, corp_id, GroupRulesChanged(set_id=row.id, how="made"), actor, now)
    return row.id


async def change_rules(
    session: AsyncSession,
    corp_id: int,
    set_id: int,
    change: GroupRulesChange,
    actor: str,
    now: datetime,
) -> None:
    """Make rules what `change` says; owners are asked anew for another notice or pattern of names.

    Raises UnknownRulesError, ChangedMeanwhileError and what `create_rules` raises.
    """
    row = await find_rules(session, corp_id, set_id, lock=True)
    if row.version != change.version:
        raise ChangedMeanwhileError(row.version, change.version)
    after = await _check(session, corp_id, change, set_id)
    before = {name: getattr(row, name) for name in _FIELDS}
    changed = [name for name in _FIELDS if before[name] != after[name]]
    if not changed:
        return
    for name in changed:
        setattr(row, name, after[name])
    row.version += 1
    row.ask_version += any(name in changed for name in _ASKED)
    row.changed_at = now
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_rules.changed",
        target=f"group_rules:{set_id}",
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    await _follow(session, corp_id, GroupRulesChanged(set_id=set_id, how="changed"), actor, now)


async def delete_rules(
    session: AsyncSession, corp_id: int, set_id: int, actor: str, now: datetime
) -> None:
    """Let rules hold for nobody any more; their numbers stay given. Raises UnknownRulesError."""
    row = await find_rules(session, corp_id, set_id, lock=True)
    row.deleted_at = now
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_rules.deleted",
        target=f"group_rules:{set_id}",
        before={"name": row.name},
    )
    await _follow(session, corp_id, GroupRulesChanged(set_id=set_id, how="deleted"), actor, now)


async def find_rules(
    session: AsyncSession, corp_id: int, set_id: int, *, lock: bool = False
) -> GroupRuleSet:
    """Raises UnknownRulesError."""
    row = await session.get(GroupRuleSet, (corp_id, set_id), with_for_update=lock or None)
    if row is None or row.deleted_at is not None:
        raise UnknownRulesError(set_id)
    return row


def form_of(stored: dict[str, Any] | None) -> NicknameForm | None:
    """The form of nicknames as it was kept."""
    return None if stored is None else NicknameForm.model_validate(stored)


async def _follow(
    session: AsyncSession, corp_id: int, event: GroupRulesChanged, actor: str, now: datetime
) -> None:
    new = NewEvent(customer_id=None, at=now, actor=actor, source="api", event=event)
    await append(session, corp_id, [new])
    await enqueue(session, MindGroupRules(corp_id=corp_id))


async def _check(
    session: AsyncSession, corp_id: int, wanted: NewGroupRules, but: int | None
) -> dict[str, Any]:
    form = wanted.nickname_form
    if not (wanted.rules or wanted.notice or form or wanted.name_pattern):
        raise EmptyRulesError
    if form is not None and len(set(form.parts)) < len(form.parts):
        message = "each part of a nickname stands once"
        raise BadPatternError(message)
    pattern = patterns.canonical(wanted.name_pattern)
    await groupcare.check_reach(session, corp_id, wanted.reach)
    taken = select(GroupRuleSet.id).where(
        GroupRuleSet.corp_id == corp_id,
        GroupRuleSet.name == wanted.name,
        GroupRuleSet.deleted_at.is_(None),
        GroupRuleSet.id != (but or 0),
    )
    if await session.scalar(taken) is not None:
        raise NameTakenError(wanted.name)
    return {
        "name": wanted.name,
        "rules": wanted.rules,
        "notice": wanted.notice,
        "nickname_form": None if form is None else form.model_dump(mode="json"),
        "nickname_match": "" if form is None else patterns.expression(form),
        "name_pattern": pattern,
        **groupcare.reach_columns(wanted.reach),
    }
