"""What a run writes down of itself: counts, samples, and each change."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .models import TagRuleRun
from .schemas import CHANGED, UNCHANGED, Applied, Changed

SAMPLE: Final = 5
_WRITE = text(
    """
    insert into tag_rule_changes (corp_id, run_id, customer_id, what, tag_id, staff_id, before,
                                  after, was_at, was_why, at)
    select :corp_id, :run_id, v.customer, v.what, v.tag, v.staff, v.before, v.after, v.was_at,
           v.was_why, :at
    from unnest(cast(:customers as bigint[]), cast(:whats as text[]), cast(:tags as bigint[]),
                cast(:staff as bigint[]), cast(:befores as text[]), cast(:afters as text[]),
                cast(:was_at as timestamptz[]), cast(:was_why as text[]))
         with ordinality
         as v(customer, what, tag, staff, before, after, was_at, was_why, place)
    order by v.place
    """
)


async def write_down(
    session: AsyncSession,
    run: TagRuleRun,
    ids: Sequence[int],
    came: Applied,
    now: datetime,
    *,
    shift: int = 0,
) -> None:
    """Add what came of some people to a run that is locked. `shift`: added to places of acts."""
    run.done += len(ids)
    run.changed += len({one.customer_id for one in came.changes})
    run.results = _added(run.results, came.results, shift)
    run.samples = _sampled(run.samples, came.results)
    run.updated_at = now
    await _keep(session, run.corp_id, run.id, came.changes, now)


async def _keep(
    session: AsyncSession, corp_id: int, run_id: int, changes: Sequence[Changed], now: datetime
) -> None:
    if changes:
        await session.execute(
            _WRITE,
            {
                "corp_id": corp_id,
                "run_id": run_id,
                "at": now,
                "customers": [one.customer_id for one in changes],
                "whats": [one.what for one in changes],
                "tags": [one.tag_id for one in changes],
                "staff": [one.staff_id for one in changes],
                "befores": [one.before for one in changes],
                "afters": [one.after for one in changes],
                "was_at": [one.was_at for one in changes],
                "was_why": [one.was_why for one in changes],
            },
        )


def _added(
    before: Mapping[str, Mapping[str, int]], came: Mapping[int, Mapping[str, list[int]]], shift: int
) -> dict[str, Any]:
    total = {place: dict(outcomes) for place, outcomes in before.items()}
    for place, outcomes in came.items():
        counts = total.setdefault(str(place + shift), {})
        for outcome, ids in outcomes.items():
            if ids:
                counts[outcome] = counts.get(outcome, 0) + len(ids)
    return total


def _sampled(
    before: Mapping[str, list[int]], came: Mapping[int, Mapping[str, list[int]]]
) -> dict[str, Any]:
    kept = {reason: list(ids) for reason, ids in before.items()}
    for outcomes in came.values():
        for outcome, ids in outcomes.items():
            if outcome != CHANGED and outcome not in UNCHANGED and ids:
                some = kept.setdefault(outcome, [])
                some += [one for one in ids[:SAMPLE] if one not in some][: SAMPLE - len(some)]
    return kept
