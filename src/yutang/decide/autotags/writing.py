"""Make rules, change them, switch them on and off, delete them; each with its audit entry."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from . import checking
from .errors import RuleChangedError, RuleNameTakenError, TooManyRulesError, UnknownRuleError
from .models import TagRule, TagRuleDue
from .schemas import RuleChange, RuleDraft

LIMIT: Final = 200
_WORDS: Final = ("name", "trigger", "condition", "acts", "why", "keeps")
_LAST = text("select coalesce(pg_sequence_last_value('events_id_seq'::regclass), 0)")
_HOLD = text("select pg_advisory_xact_lock(hashtextextended('tag_rules', :corp_id))")


async def find(session: AsyncSession, corp_id: int, rule_id: int, *, lock: bool = False) -> TagRule:
    """A living rule. Raises UnknownRuleError."""
    asked = select(TagRule).where(
        TagRule.corp_id == corp_id, TagRule.id == rule_id, TagRule.deleted_at.is_(None)
    )
    row = await session.scalar(asked.with_for_update() if lock else asked)
    if row is None:
        raise UnknownRuleError(rule_id)
    return row


async def create(
    session: AsyncSession,
    corp_id: int,
    draft: RuleDraft,
    actor: str,
    now: datetime,
    *,
    starter: str | None = None,
    enabled: bool = False,
) -> TagRule:
    """Write a rule, switched off unless it is said.

    Raises what `checking` raises, RuleNameTakenError, TooManyRulesError.
    """
    await hold(session, corp_id)
    words = await checking.check(session, corp_id, draft)
    there = await session.scalar(
        select(func.count()).where(TagRule.corp_id == corp_id, TagRule.deleted_at.is_(None))
    )
    if (there or 0) >= LIMIT:
        raise TooManyRulesError(LIMIT)
    await _check_name(session, corp_id, draft.name, 0)
    await checking.check_loops(session, corp_id, 0, words)
    rule = TagRule(
        corp_id=corp_id,
        **words,
        kinds=checking.kinds_of(words["trigger"]),
        starter=starter,
        created_by=actor,
        created_at=now,
        updated_by=actor,
        updated_at=now,
        enabled=enabled,
        since_id=await session.scalar(_LAST) if enabled else None,
        slot_at=now if enabled else None,
        version=1,
    )
    session.add(rule)
    await session.flush()
    await _record(session, rule, actor, "tag_rule.created", after=_told(rule))
    return rule


async def change(
    session: AsyncSession,
    corp_id: int,
    rule_id: int,
    wanted: RuleChange,
    actor: str,
    now: datetime,
) -> TagRule:
    """Write the rule anew; who waits is judged by the new words.

    Raises what `create` raises, UnknownRuleError, RuleChangedError.
    """
    await hold(session, corp_id)
    rule = await find(session, corp_id, rule_id, lock=True)
    if rule.version != wanted.version:
        raise RuleChangedError(rule.version)
    words = await checking.check(session, corp_id, wanted)
    await _check_name(session, corp_id, wanted.name, rule_id)
    await checking.check_loops(session, corp_id, rule_id, words)
    before = _told(rule)
    if words["trigger"] != rule.trigger:
        # What waited because of another trigger was never asked for by this one.
        await _forget_dues(session, corp_id, rule_id)
        rule.kinds = checking.kinds_of(words["trigger"])
        rule.slot_at = now
        rule.since_id = await session.scalar(_LAST)
    for name, value in words.items():
        setattr(rule, name, value)
    rule.version += 1
    rule.updated_by, rule.updated_at = actor, now
    await _record(session, rule, actor, "tag_rule.changed", before=before, after=_told(rule))
    return rule


async def switch(
    session: AsyncSession, corp_id: int, rule_id: int, actor: str, now: datetime, *, on: bool
) -> TagRule:
    """Switch a rule on, for what happens from now on, or off.

    Raises UnknownRuleError, and what is wrong with it by now.
    """
    await hold(session, corp_id)
    rule = await find(session, corp_id, rule_id, lock=True)
    if rule.enabled == on:
        return rule
    if on:
        words = {name: getattr(rule, name) for name in _WORDS}
        draft = RuleDraft.model_validate(words)
        words = await checking.check(session, corp_id, draft)
        await checking.check_loops(session, corp_id, rule_id, words)
        rule.since_id = await session.scalar(_LAST)
        rule.slot_at = now
    else:
        await _forget_dues(session, corp_id, rule_id)
    rule.enabled = on
    await _record(
        session,
        rule,
        actor,
        "tag_rule.enabled" if on else "tag_rule.disabled",
        after={"name": rule.name},
    )
    return rule


async def remove(
    session: AsyncSession, corp_id: int, rule_id: int, actor: str, now: datetime
) -> None:
    """Delete a rule; what it put stays, and its runs can still be taken back.

    Raises UnknownRuleError.
    """
    rule = await find(session, corp_id, rule_id, lock=True)
    rule.enabled, rule.deleted_at = False, now
    await _forget_dues(session, corp_id, rule_id)
    await _record(session, rule, actor, "tag_rule.deleted", before=_told(rule))


async def hold(session: AsyncSession, corp_id: int) -> None:
    """Two rules written at once would not see each other's circle."""
    await session.execute(_HOLD, {"corp_id": corp_id})


async def _check_name(session: AsyncSession, corp_id: int, name: str, but: int) -> None:
    taken = await session.scalar(
        select(TagRule.id).where(
            TagRule.corp_id == corp_id,
            TagRule.name == name,
            TagRule.deleted_at.is_(None),
            TagRule.id != but,
        )
    )
    if taken is not None:
        raise RuleNameTakenError(name)


async def _forget_dues(session: AsyncSession, corp_id: int, rule_id: int) -> None:
    await session.execute(
        delete(TagRuleDue).where(TagRuleDue.corp_id == corp_id, TagRuleDue.rule_id == rule_id)
    )


def _told(rule: TagRule) -> dict[str, Any]:
    return {name: getattr(rule, name) for name in _WORDS} | {"enabled": rule.enabled}


async def _record(
    session: AsyncSession,
    rule: TagRule,
    actor: str,
    action: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    await audit.record(
        session,
        rule.corp_id,
        actor=actor,
        action=action,
        target=f"tag_rule:{rule.id}",
        before=before,
        after=after,
    )
