"""What a rule would do now, before anybody saves it or runs it; nothing is changed."""

import time
from typing import Any, Final

from yutang.kernel.db import Seer
from yutang.kernel.runtime import Runtime
from yutang.people.audience import service as audience
from yutang.people.customers import service as customers

from . import applying, asking, checking, running
from .checking import event_leaf, kinds_of, where_of
from .reading import counts_of
from .schemas import CHANGED, RuleDraft, RuleDryRun, RulePerson

DAYS: Final = 7
LOOKED_AT: Final = 20_000
SAMPLE: Final = 8


async def dry_run(
    runtime: Runtime, corp_id: int, seer: Seer | None, draft: RuleDraft, rule_id: int
) -> RuleDryRun:
    """Count whom it is about and what would change; names of those whom the seer may see.

    `rule_id`: the rule that is being changed, 0 for a new one. Raises what `checking` raises,
    LoopError among it, AudienceAwayError, AudienceTimeoutError.
    """
    began = time.monotonic()
    async with runtime.database.corp(corp_id) as whole:
        words = await checking.check(whole, corp_id, draft)
        await checking.check_loops(whole, corp_id, rule_id, words)
        tree, days = _happened(words)
        expanded = await asking.expand(whole, corp_id, tree)
    counted = await audience.count(runtime, corp_id, expanded, None)
    people = await asking.find(runtime, corp_id, expanded)
    some = list(people[:LOOKED_AT])
    async with runtime.database.corp(corp_id) as whole:
        found, calls = await applying.plan(whole, corp_id, words["acts"], some)
        leaving = await running.leavers(whole, corp_id, rule_id, words, people)
    changed = {one for outcomes in found.values() for one in outcomes.get(CHANGED, ())}
    # The engine's answer may take longer than a transaction may last: each has its own.
    async with runtime.database.corp(corp_id, seer) as session:
        names = await customers.names_of(session, corp_id, sorted(changed)[: SAMPLE * 5])
    return RuleDryRun(
        found=len(people),
        universe=counted.universe,
        looked_at=len(some),
        changes=len(changed),
        outcomes=counts_of(
            {str(act): {name: len(ids) for name, ids in one.items()} for act, one in found.items()}
        ),
        leaving=len(leaving),
        calls=calls,
        sample=[RulePerson(id=one, name=names[one]) for one in sorted(names)[:SAMPLE]],
        days=days,
        as_of=counted.as_of,
        took_ms=round((time.monotonic() - began) * 1_000),
    )


def _happened(words: dict[str, Any]) -> tuple[dict[str, Any], int | None]:
    """Whom it is about: by events those to whom they happened lately."""
    trigger, condition = words["trigger"], words["condition"]
    if trigger["on"] == "schedule":
        return condition, None
    [kind] = kinds_of(trigger)
    happened = event_leaf(kind, where_of(trigger), {"kind": "sliding", "days": DAYS})
    parts = [happened] if condition is None else [happened, condition]
    return {"op": "all", "of": parts}, DAYS
