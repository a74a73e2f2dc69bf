"""Runs by the clock and by wish: whom the condition finds, chunk by chunk.

The people are asked for once and kept with the run; a chunk's effect and its place commit
together. So a killed run goes on where it stood, and each change is made once.
"""

import time
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from pyroaring import BitMap
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.errors import DomainError
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.audience.errors import AudienceSilentError
from yutang.people.tags.jobs import MirrorTags

from . import applying, asking, book
from .errors import ConditionNeededError, RunningError, UnknownRunError
from .jobs import RunRule
from .judging import open_run
from .models import TagRule, TagRuleRun
from .schemas import Applied, Manner
from .writing import find

log = structlog.get_logger(__name__)

CHUNK: Final = 5_000
AWAY: Final = timedelta(seconds=30)
OPEN: Final = ("waiting", "running")
_PUT_BY = text(
    """
    select customer_id from customer_tags
    where corp_id = :corp_id and tag_id = any(cast(:tags as bigint[])) and added_by = :by
    """
)
_STILL = text(f"{_PUT_BY.text} and customer_id = any(cast(:ids as bigint[]))")


class NotYetError(Exception):
    """The audience does not answer now; the job comes again at `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__("the audience does not answer")
        self.until = until


async def begin(
    session: AsyncSession, corp_id: int, rule_id: int, actor: str, now: datetime
) -> TagRuleRun:
    """Ask for a run now, of a rule that is on or off.

    Raises UnknownRuleError, RunningError, ConditionNeededError.
    """
    rule = await find(session, corp_id, rule_id, lock=True)
    if rule.condition is None and rule.trigger["on"] != "segment":
        raise ConditionNeededError
    run = await ask(session, rule, "manual", actor, now)
    if run is None:
        raise RunningError
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="tag_rule.run",
        target=f"tag_rule:{rule_id}",
        after={"name": rule.name, "run": run.id},
    )
    return run


async def ask(
    session: AsyncSession, rule: TagRule, cause: str, actor: str, now: datetime
) -> TagRuleRun | None:
    """Open a run and have it done; None where one is under way."""
    busy = await session.scalar(
        select(TagRuleRun.id).where(
            TagRuleRun.corp_id == rule.corp_id,
            TagRuleRun.rule_id == rule.id,
            TagRuleRun.state.in_(OPEN),
            TagRuleRun.cause != "event",
        )
    )
    if busy is not None:
        return None
    run = open_run(rule, cause, actor, now)
    session.add(run)
    await session.flush()
    await enqueue(session, RunRule(corp_id=rule.corp_id, run_id=run.id))
    return run


async def stop(
    session: AsyncSession, corp_id: int, run_id: int, actor: str, now: datetime
) -> TagRuleRun:
    """Let a run end behind the chunk that it is at. Raises UnknownRunError."""
    run = await hold(session, corp_id, run_id)
    if run.state in OPEN:
        _end(run, "stopped", now)
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="tag_rule.run_stopped",
            target=f"tag_rule:{run.rule_id}",
            after={"run": run.id},
        )
    return run


async def hold(session: AsyncSession, corp_id: int, run_id: int) -> TagRuleRun:
    """One run, locked. Raises UnknownRunError."""
    run: TagRuleRun | None = await session.scalar(
        select(TagRuleRun)
        .where(TagRuleRun.corp_id == corp_id, TagRuleRun.id == run_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if run is None:
        raise UnknownRunError(run_id)
    return run


def _end(run: TagRuleRun, state: str, now: datetime) -> None:
    run.state, run.updated_at, run.ended_at = state, now, now
    run.people = run.leaving = None


async def carry_on(runtime: Runtime, corp_id: int, run_id: int) -> None:
    """Work until the run is through, was stopped or cannot go on. Raises NotYetError."""
    try:
        if await find_people(runtime, corp_id, run_id):
            while await step(runtime, corp_id, run_id):
                pass
    except UnknownRunError:
        log.info("autotags.run_gone", corp_id=corp_id, run_id=run_id)
    except AudienceSilentError as error:
        async with runtime.database.corp(corp_id) as session:
            run = await hold(session, corp_id, run_id)
            run.error = error.detail
        raise NotYetError(runtime.clock() + AWAY) from error
    except DomainError as error:
        async with runtime.database.corp(corp_id) as session:
            run = await hold(session, corp_id, run_id)
            run.error = error.detail
            _end(run, "failed", runtime.clock())


async def find_people(runtime: Runtime, corp_id: int, run_id: int) -> bool:
    """Ask whom it is about, once; whether there is something to carry on."""
    began = time.monotonic()
    async with runtime.database.corp(corp_id) as session:
        run = await hold(session, corp_id, run_id)
        if run.state != "waiting":
            return run.state == "running"
        rule = run.rule
        tree = await asking.expand(session, corp_id, whole_condition(rule))
    people = await asking.find(runtime, corp_id, tree)
    async with runtime.database.corp(corp_id) as session:
        run = await hold(session, corp_id, run_id)
        if run.state != "waiting":
            return run.state == "running"
        leaving = await leavers(session, corp_id, run.rule_id, rule, people)
        run.people, run.leaving = people.serialize(), leaving.serialize()
        run.asked = len(people) + len(leaving)
        run.state, run.error = "running", None
        run.updated_at = runtime.clock()
        run.took_ms += round((time.monotonic() - began) * 1_000)
    return True


def whole_condition(rule: Mapping[str, Any]) -> dict[str, Any]:
    """Of a rule that is set off by a segment, in words for everybody: who is in it, or not."""
    trigger, condition = rule["trigger"], rule["condition"]
    parts = [condition] if condition is not None else []
    if trigger["on"] == "segment":
        inside = {"leaf": "segment", "segment": trigger["segment_id"]}
        entered = trigger["moved"] == "entered"
        parts.append(inside if entered else {"op": "none", "of": [inside]})
    return parts[0] if len(parts) == 1 else {"op": "all", "of": parts}


async def leavers(
    session: AsyncSession, corp_id: int, rule_id: int, rule: Mapping[str, Any], people: BitMap
) -> BitMap:
    """Who no longer fits and still wears what this rule put on him; nobody where it keeps not."""
    if not rule["keeps"]:
        return BitMap()
    tags = [act["tag_id"] for act in rule["acts"] if act["do"] == "put"]
    asked = {"corp_id": corp_id, "tags": tags, "by": f"rule:{rule_id}"}
    return BitMap(await session.scalars(_PUT_BY, asked)) - people


async def step(runtime: Runtime, corp_id: int, run_id: int) -> bool:
    """One chunk in one transaction; whether there is more to do. Raises UnknownRunError."""
    began = time.monotonic()
    async with runtime.database.corp(corp_id) as session:
        run = await hold(session, corp_id, run_id)
        if run.state != "running":
            return False
        now = runtime.clock()
        people = _people(run)
        ids = _next(people, run.place)
        if ids:
            manner = Manner(f"rule:{run.rule_id}", run.rule["why"] or run.rule["name"], now)
            if run.phase:
                came = await _take_off(session, run, ids, manner)
            else:
                came = await applying.apply(session, corp_id, run.rule["acts"], ids, manner)
            shift = len(run.rule["acts"]) if run.phase else 0
            await book.write_down(session, run, ids, came, now, shift=shift)
            run.place = ids[-1]
        if len(ids) < CHUNK or ids[-1] == people.max():
            run.phase, run.place = run.phase + 1, 0
        run.took_ms += round((time.monotonic() - began) * 1_000)
        run.updated_at = now
        if run.phase > 1 or (run.phase == 1 and not run.rule["keeps"]):
            await _finish(session, run, now)
            return False
    return True


def _people(run: TagRuleRun) -> BitMap:
    kept = run.leaving if run.phase else run.people
    return BitMap.deserialize(kept) if kept is not None else BitMap()


def _next(people: BitMap, place: int) -> list[int]:
    start = people.rank(place)
    return list(people[start : start + CHUNK])


async def _take_off(
    session: AsyncSession, run: TagRuleRun, ids: Sequence[int], manner: Manner
) -> Applied:
    """Each tag of those who wear it still as this rule put it; what others put on stays."""
    done = Applied()
    for place, act in enumerate(run.rule["acts"]):
        asked = {"corp_id": run.corp_id, "tags": [act["tag_id"]], "by": manner.by}
        worn = await session.scalars(_STILL, asked | {"ids": list(ids)})
        take = {"do": "take", "tag_id": act["tag_id"], "mirror": False}
        came = await applying.apply(session, run.corp_id, [take], sorted(worn), manner)
        done.changes += came.changes
        done.results[place] = came.results[0]
    return done


async def _finish(session: AsyncSession, run: TagRuleRun, now: datetime) -> None:
    _end(run, "ended", now)
    if any(act.get("mirror") for act in run.rule["acts"]):
        await enqueue(session, MirrorTags(corp_id=run.corp_id))
    await audit.record(
        session,
        run.corp_id,
        actor=run.asked_by,
        action="tag_rule.run_ended",
        target=f"tag_rule:{run.rule_id}",
        after={"run": run.id, "asked": run.asked, "changed": run.changed},
    )
