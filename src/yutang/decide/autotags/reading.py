"""Rules and their history as the page reads them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access import service as access
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.tags import service as tags

from . import asking, clockwork
from .errors import BadPlaceError, UnknownRunError
from .models import TagRule, TagRuleChange, TagRuleDue, TagRuleRun
from .schemas import (
    CHANGED,
    UNCHANGED,
    RuleEffect,
    RuleEffectPage,
    RuleList,
    RuleOutcome,
    RulePerson,
    RuleRead,
    RuleRef,
    RuleRefusal,
    RuleRun,
    RuleRunDetail,
    RuleRunPage,
    RuleSentence,
    RuleUndo,
)
from .writing import LIMIT, find

PAGE: Final = 50
_LAST = text(
    """
    select distinct on (rule_id) id from tag_rule_runs
    where corp_id = :corp_id and rule_id = any(cast(:ids as bigint[]))
    order by rule_id, id desc
    """
)


async def list_rules(session: AsyncSession, runtime: Runtime, corp_id: int) -> RuleList:
    """All of them, the newest first."""
    rows = await session.scalars(
        select(TagRule)
        .where(TagRule.corp_id == corp_id, TagRule.deleted_at.is_(None))
        .order_by(TagRule.id.desc())
    )
    return RuleList(items=await _describe(session, runtime, corp_id, list(rows)), limit=LIMIT)


async def read_rule(
    session: AsyncSession, runtime: Runtime, corp_id: int, rule_id: int
) -> RuleRead:
    """One. Raises UnknownRuleError."""
    rule = await find(session, corp_id, rule_id)
    [read] = await _describe(session, runtime, corp_id, [rule])
    return read


async def names_of(
    session: AsyncSession, corp_id: int, rule_ids: Collection[int]
) -> dict[int, str]:
    """Names by id, of deleted rules too; unknown ids are left out."""
    rows = await session.execute(
        select(TagRule.id, TagRule.name).where(
            TagRule.corp_id == corp_id, TagRule.id.in_(sorted(rule_ids))
        )
    )
    return {row.id: row.name for row in rows}


async def rules_with_tags(
    session: AsyncSession, corp_id: int, tag_ids: Collection[int]
) -> list[RuleRef]:
    """Living rules whose acts name any of these tags."""
    wanted = set(tag_ids)
    rows = await session.execute(
        select(TagRule.id, TagRule.name, TagRule.acts)
        .where(TagRule.corp_id == corp_id, TagRule.deleted_at.is_(None))
        .order_by(TagRule.id)
    )
    return [
        RuleRef(id=row.id, name=row.name)
        for row in rows
        if wanted & {act.get("tag_id") for act in row.acts}
    ]


async def _describe(
    session: AsyncSession, runtime: Runtime, corp_id: int, rules: Sequence[TagRule]
) -> list[RuleRead]:
    ids = [rule.id for rule in rules]
    now = runtime.clock()
    zone = ZoneInfo((await corps.describe(session, corp_id)).timezone)
    waiting: dict[int, int] = {
        row.rule_id: row.people
        for row in await session.execute(
            select(TagRuleDue.rule_id, func.count().label("people"))
            .where(TagRuleDue.corp_id == corp_id, TagRuleDue.rule_id.in_(ids))
            .group_by(TagRuleDue.rule_id)
        )
    }
    last = await session.scalars(_LAST, {"corp_id": corp_id, "ids": ids})
    runs = await session.scalars(
        select(TagRuleRun).where(TagRuleRun.corp_id == corp_id, TagRuleRun.id.in_(list(last)))
    )
    told = {run.rule_id: run for run in await read_runs(runtime, corp_id, list(runs), now)}
    named = {act["tag_id"] for rule in rules for act in rule.acts if "tag_id" in act}
    called = await tags.tags_by_ids(session, corp_id, sorted(named))
    kept = await asking.kept(session, corp_id)
    sentences = await asking.sentences(
        session, corp_id, {rule.id: rule.condition for rule in rules if rule.condition is not None}
    )
    return [
        RuleRead.model_validate(
            {
                name: getattr(rule, name)
                for name in [
                    "id",
                    "name",
                    "enabled",
                    "version",
                    "trigger",
                    "condition",
                    "acts",
                    "why",
                    "keeps",
                    "starter",
                    "created_at",
                    "updated_at",
                ]
            }
            | {
                "sentence": _sentence(sentences.get(rule.id)),
                "tags": [called[act["tag_id"]] for act in rule.acts if act.get("tag_id") in called],
                "segment": kept.get(rule.trigger.get("segment_id", 0)),
                "waiting": waiting.get(rule.id, 0),
                "next_at": clockwork.following(rule.trigger, now, zone)
                if rule.enabled and rule.trigger["on"] == "schedule"
                else None,
                "last_run": told.get(rule.id),
            }
        )
        for rule in rules
    ]


def _sentence(told: Mapping[str, str] | None) -> RuleSentence | None:
    return RuleSentence(zh=told["zh"], en=told["en"]) if told is not None else None


def counts_of(results: Mapping[str, Mapping[str, int]]) -> list[RuleOutcome]:
    """By act, what changed first, then reasons by their number."""
    return [
        RuleOutcome(act=int(act), outcome=outcome, count=count)
        for act, outcomes in sorted(results.items(), key=lambda one: int(one[0]))
        for outcome, count in sorted(
            outcomes.items(), key=lambda one: (one[0] != CHANGED, -one[1], one[0])
        )
        if count
    ]


def _refused(results: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for outcomes in results.values():
        for outcome, count in outcomes.items():
            if outcome != CHANGED and outcome not in UNCHANGED:
                total[outcome] = total.get(outcome, 0) + count
    return total


async def read_runs(
    runtime: Runtime, corp_id: int, runs: Sequence[TagRuleRun], now: datetime
) -> list[RuleRun]:
    """Runs with who asked for them, by name."""
    users = {
        int(by.removeprefix("user:"))
        for run in runs
        for by in (run.asked_by, run.undo_asked_by or "")
        if by.startswith("user:")
    }
    names: dict[int, str] = {}
    if users:
        async with runtime.database.owner() as owner:
            names = await access.names_of(owner, corp_id, users)
    return [_run(run, names, now) for run in runs]


def _run(run: TagRuleRun, names: Mapping[int, str], now: datetime) -> RuleRun:
    over = run.state in {"ended", "stopped", "failed"} or run.cause == "event"
    open_until = run.updated_at + clockwork.KEPT
    undoable = over and run.changed and run.undo_asked_at is None and open_until > now
    return RuleRun.model_validate(
        {
            name: getattr(run, name)
            for name in [
                "id",
                "rule_id",
                "cause",
                "state",
                "asked_by",
                "began_at",
                "ended_at",
                "asked",
                "done",
                "changed",
                "took_ms",
                "error",
            ]
        }
        | {
            "rule_name": run.rule["name"],
            "asked_by_name": _called(run.asked_by, names),
            "refused": sum(_refused(run.results).values()),
            "outcomes": counts_of(run.results),
            "undo": RuleUndo(
                asked_at=run.undo_asked_at,
                asked_by=_called(run.undo_asked_by or "", names) or "",
                ended_at=run.undone_at,
                taken_back=run.taken_back,
                changed_since=run.changed_since,
            )
            if run.undo_asked_at is not None
            else None,
            "undo_until": open_until if undoable else None,
        }
    )


def _called(by: str, names: Mapping[int, str]) -> str | None:
    kind, _, number = by.partition(":")
    return names.get(int(number)) if kind == "user" and number.isdigit() else None


async def list_runs(
    session: AsyncSession,
    runtime: Runtime,
    corp_id: int,
    rule_id: int,
    after: str | None,
    limit: int,
) -> RuleRunPage:
    """Runs of a rule, newest first. Raises UnknownRuleError, BadPlaceError."""
    await find(session, corp_id, rule_id)
    wanted = [TagRuleRun.corp_id == corp_id, TagRuleRun.rule_id == rule_id]
    if after is not None:
        wanted.append(TagRuleRun.id < _place(after))
    rows = list(
        await session.scalars(
            select(TagRuleRun).where(*wanted).order_by(TagRuleRun.id.desc()).limit(limit + 1)
        )
    )
    shown = rows[:limit]
    return RuleRunPage(
        items=await read_runs(runtime, corp_id, shown, runtime.clock()),
        next=str(shown[-1].id) if len(rows) > limit else None,
    )


async def read_run(
    session: AsyncSession, runtime: Runtime, corp_id: int, run_id: int
) -> RuleRunDetail:
    """One run, with a few of those who were refused. Raises UnknownRunError."""
    run = await session.get(TagRuleRun, (corp_id, run_id))
    if run is None:
        raise UnknownRunError(run_id)
    [told] = await read_runs(runtime, corp_id, [run], runtime.clock())
    some = {one for ids in run.samples.values() for one in ids}
    names = await customers.names_of(session, corp_id, sorted(some))
    refused = _refused(run.results)
    return RuleRunDetail(
        **told.model_dump(),
        refusals=[
            RuleRefusal(
                reason=reason,
                count=count,
                sample=[
                    RulePerson(id=one, name=names[one])
                    for one in run.samples.get(reason, ())
                    if one in names
                ],
            )
            for reason, count in sorted(refused.items(), key=lambda one: (-one[1], one[0]))
        ],
    )


async def list_changes(
    session: AsyncSession, corp_id: int, run_id: int, after: str | None, limit: int
) -> RuleEffectPage:
    """What a run changed, of those whom the session may see.

    Raises UnknownRunError, BadPlaceError.
    """
    if await session.get(TagRuleRun, (corp_id, run_id)) is None:
        raise UnknownRunError(run_id)
    rows = list(
        await session.scalars(
            select(TagRuleChange)
            .where(
                TagRuleChange.corp_id == corp_id,
                TagRuleChange.run_id == run_id,
                TagRuleChange.id > (_place(after) if after is not None else 0),
            )
            .order_by(TagRuleChange.id)
            .limit(limit + 1)
        )
    )
    shown = rows[:limit]
    names = await customers.names_of(session, corp_id, {row.customer_id for row in shown})
    named = {row.tag_id for row in shown if row.tag_id is not None}
    called = await tags.tags_by_ids(session, corp_id, sorted(named))
    return RuleEffectPage(
        items=list(_changes(shown, names, called)),
        next=str(shown[-1].id) if len(rows) > limit else None,
    )


def _changes(
    rows: Iterable[TagRuleChange], names: Mapping[int, str], called: Mapping[int, Any]
) -> Iterable[RuleEffect]:
    for row in rows:
        if row.customer_id in names:
            is_stage = row.what == "stage"
            yield RuleEffect.model_validate(
                {
                    "customer": RulePerson(id=row.customer_id, name=names[row.customer_id]),
                    "what": row.what,
                    "tag": called.get(row.tag_id or 0),
                    "before": row.before if is_stage else None,
                    "after": row.after if is_stage else None,
                    "at": row.at,
                    "undone": row.undone,
                }
            )


def _place(after: str) -> int:
    if not after.isdecimal() or len(after) > 18:  # noqa: PLR2004 - a bigint
        raise BadPlaceError
    return int(after)
