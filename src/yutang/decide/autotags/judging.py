"""Judge those who wait because of events: the lane.

Who waits is leased, asked for outside a transaction, and judged in one that takes his row away:
whatever dies in between, he is judged again, and each change is made once. An event that comes
meanwhile arms his row anew.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from pyroaring import BitMap
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.errors import DomainError
from yutang.kernel.runtime import Runtime
from yutang.people.audience.errors import AudienceSilentError

from . import applying, asking, book
from .models import TagRule, TagRuleRun
from .schemas import Manner

log = structlog.get_logger(__name__)

ROWS: Final = 2_000
LEASE_SECONDS: Final = 60
BEHIND_SECONDS: Final = 0.3
AWAY_SECONDS: Final = 5.0
_CLAIM = text(
    """
    with next as (
      select corp_id, rule_id from tag_rule_dues where wait_until <= now()
      order by wait_until limit 1
    ), taken as (
      select d.corp_id, d.rule_id, d.customer_id from tag_rule_dues d
      join next n on n.corp_id = d.corp_id and n.rule_id = d.rule_id
      where d.wait_until <= now()
      order by d.customer_id limit :rows for update of d skip locked
    )
    update tag_rule_dues d set wait_until = now() + make_interval(secs => :lease)
    from taken t
    where (d.corp_id, d.rule_id, d.customer_id) = (t.corp_id, t.rule_id, t.customer_id)
    returning d.corp_id, d.rule_id, d.customer_id, d.event_id, d.event_at
    """
)
_TAKE = text(
    """
    delete from tag_rule_dues d
    using unnest(cast(:ids as bigint[]), cast(:events as bigint[])) as v(id, event_id)
    where d.corp_id = :corp_id and d.rule_id = :rule_id and d.customer_id = v.id
      and d.event_id = v.event_id
    returning d.customer_id
    """
)
_WAIT = text(
    """
    update tag_rule_dues d set wait_until = now() + make_interval(secs => :seconds)
    from unnest(cast(:ids as bigint[]), cast(:events as bigint[])) as v(id, event_id)
    where d.corp_id = :corp_id and d.rule_id = :rule_id and d.customer_id = v.id
      and d.event_id = v.event_id
    """
)


@dataclass(frozen=True, slots=True)
class _Claim:
    corp_id: int
    rule_id: int
    rows: Sequence[Any]

    @property
    def ids(self) -> list[int]:
        return [row.customer_id for row in self.rows]

    @property
    def asked(self) -> dict[str, Any]:
        return {
            "corp_id": self.corp_id,
            "rule_id": self.rule_id,
            "ids": self.ids,
            "events": [row.event_id for row in self.rows],
        }


async def judge(runtime: Runtime) -> int:
    """Judge up to 2,000 people of one rule; how many were, 0 where nobody can be yet."""
    began = time.monotonic()
    async with runtime.database.owner() as session:
        rows = list(await session.execute(_CLAIM, {"rows": ROWS, "lease": LEASE_SECONDS}))
    if not rows:
        return 0
    claim = _Claim(rows[0].corp_id, rows[0].rule_id, rows)
    async with runtime.database.owner() as session:
        events = [(row.event_at, row.event_id) for row in rows]
        behind = await asking.is_behind(session, claim.corp_id, claim.ids, events)
    async with runtime.database.corp(claim.corp_id) as session:
        rule = await _rule(session, claim)
        tree = None
        if rule is not None and rule.condition is not None:
            if behind:
                await _wait(session, claim, BEHIND_SECONDS)
                return 0
            try:
                tree = await asking.expand(session, claim.corp_id, rule.condition)
            except DomainError as error:
                # A segment that it names is gone: nobody fits, and the history says why.
                await _refuse(session, rule, claim, error, runtime.clock())
                return len(rows)
        version = rule.version if rule is not None else 0
    try:
        fitting = await asking.find(runtime, claim.corp_id, tree) if tree is not None else None
    except AudienceSilentError as error:
        log.warning("autotags.audience", corp_id=claim.corp_id, why=error.detail)
        async with runtime.database.corp(claim.corp_id) as session:
            await _wait(session, claim, AWAY_SECONDS)
        return 0
    except DomainError as error:
        async with runtime.database.corp(claim.corp_id) as session:
            if (rule := await _rule(session, claim)) is not None:
                await _refuse(session, rule, claim, error, runtime.clock())
        return len(rows)
    return await _act(runtime, claim, version, fitting, began)


async def _rule(session: AsyncSession, claim: _Claim) -> TagRule | None:
    row: TagRule | None = await session.scalar(
        select(TagRule).where(
            TagRule.corp_id == claim.corp_id,
            TagRule.id == claim.rule_id,
            TagRule.enabled,
            TagRule.deleted_at.is_(None),
        )
    )
    return row


async def _wait(session: AsyncSession, claim: _Claim, seconds: float) -> None:
    await session.execute(_WAIT, claim.asked | {"seconds": seconds})


async def _act(
    runtime: Runtime, claim: _Claim, version: int, fitting: BitMap | None, began: float
) -> int:
    now = runtime.clock()
    async with runtime.database.corp(claim.corp_id) as session:
        rule = await _rule(session, claim)
        if rule is None:
            await session.execute(_TAKE, claim.asked)
            return len(claim.rows)
        if rule.version != version:
            # Changed meanwhile: by the new words, from the beginning.
            await _wait(session, claim, 0)
            return 0
        run = await _hour(session, rule, now)
        mine = sorted(await session.scalars(_TAKE, claim.asked))
        ids = [one for one in mine if fitting is None or one in fitting]
        run.asked += len(ids)
        if ids:
            manner = Manner(f"rule:{rule.id}", rule.why or rule.name, now)
            came = await applying.apply(session, claim.corp_id, rule.acts, ids, manner)
            await book.write_down(session, run, ids, came, now)
        run.took_ms += round((time.monotonic() - began) * 1_000)
        run.updated_at = now
    return len(claim.rows)


async def _refuse(
    session: AsyncSession, rule: TagRule, claim: _Claim, error: DomainError, now: datetime
) -> None:
    run = await _hour(session, rule, now)
    run.error = error.detail
    run.updated_at = now
    await session.execute(_TAKE, claim.asked)


async def _hour(session: AsyncSession, rule: TagRule, now: datetime) -> TagRuleRun:
    """The run that takes this hour's events in, locked; those of before are over."""
    # One at a time for a rule: two workers would each open one.
    await session.execute(
        text("select from tag_rules where corp_id = :corp_id and id = :id for no key update"),
        {"corp_id": rule.corp_id, "id": rule.id},
    )
    found: TagRuleRun | None = None
    for run in await session.scalars(
        select(TagRuleRun)
        .where(
            TagRuleRun.corp_id == rule.corp_id,
            TagRuleRun.rule_id == rule.id,
            TagRuleRun.cause == "event",
            TagRuleRun.state == "running",
        )
        .order_by(TagRuleRun.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ):
        if run.version == rule.version and _hour_of(run.began_at) == _hour_of(now):
            found = run
        else:
            run.state, run.ended_at = "ended", run.updated_at
    if found is None:
        found = open_run(rule, "event", "system", now)
        found.state = "running"
        session.add(found)
        await session.flush()
    return found


def _hour_of(moment: datetime) -> int:
    return int(moment.timestamp() // timedelta(hours=1).total_seconds())


def open_run(rule: TagRule, cause: str, asked_by: str, now: datetime) -> TagRuleRun:
    """A run of a rule as it is now."""
    return TagRuleRun(
        corp_id=rule.corp_id,
        rule_id=rule.id,
        version=rule.version,
        rule={
            "name": rule.name,
            "trigger": rule.trigger,
            "condition": rule.condition,
            "acts": rule.acts,
            "why": rule.why,
            "keeps": rule.keeps,
        },
        cause=cause,
        state="waiting",
        asked_by=asked_by,
        began_at=now,
        updated_at=now,
        phase=0,
        place=0,
        asked=0,
        done=0,
        changed=0,
        results={},
        samples={},
        took_ms=0,
        undo_place=0,
        taken_back=0,
        changed_since=0,
    )
