"""Read the log for events that set rules off; who is to be judged waits for the lane."""

from collections.abc import Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import announce
from yutang.kernel.readers import Reader, Recorded
from yutang.people.conditions import service as conditions
from yutang.people.conditions.schemas import Deed, Life, Node, Scene

from .checking import event_leaf, where_of

SIGNAL: Final = "autotags"
_KINDS = text("select distinct unnest(kinds) from tag_rules where enabled and deleted_at is null")
_RULES = text(
    """
    select corp_id, id, trigger, kinds, since_id from tag_rules
    where corp_id = any(cast(:corps as bigint[])) and kinds && cast(:kinds as text[])
      and enabled and deleted_at is null
    order by corp_id, id
    """
)
_DUE = text(
    """
    insert into tag_rule_dues as d (corp_id, rule_id, customer_id, event_id, event_at)
    select v.corp_id, v.rule_id, v.customer_id, v.event_id, v.at
    from unnest(cast(:corps as bigint[]), cast(:rules as bigint[]), cast(:customers as bigint[]),
                cast(:events as bigint[]), cast(:moments as timestamptz[]))
         as v(corp_id, rule_id, customer_id, event_id, at)
    order by v.corp_id, v.rule_id, v.customer_id
    on conflict (corp_id, rule_id, customer_id) do update
      set event_id = excluded.event_id, event_at = excluded.event_at, wait_until = now()
      where excluded.event_id > d.event_id
    """
)


async def wanted_kinds(session: AsyncSession) -> frozenset[str]:
    """The kinds that any corp's rules wait for now."""
    return frozenset(await session.scalars(_KINDS))


async def hear(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Note whom which rule is to judge: each person once, because of the last of his events."""
    told = [event for event in events if event.customer_id is not None]
    asked = {
        "corps": sorted({event.corp_id for event in told}),
        "kinds": sorted({event.kind for event in told}),
    }
    by_kind: dict[tuple[int, str], list[tuple[Any, Node | None]]] = {}
    for rule in await session.execute(_RULES, asked) if told else ():
        for kind in rule.kinds:
            known = (rule, _leaf(rule.trigger, kind))
            by_kind.setdefault((rule.corp_id, kind), []).append(known)
    due: dict[tuple[int, int, int], tuple[int, Any]] = {}
    for event in told:
        for rule, leaf in by_kind.get((event.corp_id, event.kind), ()):
            if event.customer_id is not None and sets_off(rule, leaf, event):
                key = (event.corp_id, rule.id, event.customer_id)
                due[key] = max(due.get(key, (0, event.at)), (event.id, event.at))
    if not due:
        return
    announce(session, SIGNAL)
    await session.execute(
        _DUE,
        {
            "corps": [corp_id for corp_id, _, _ in due],
            "rules": [rule_id for _, rule_id, _ in due],
            "customers": [customer_id for _, _, customer_id in due],
            "events": [event_id for event_id, _ in due.values()],
            "moments": [at for _, at in due.values()],
        },
    )


def sets_off(rule: Any, leaf: Node | None, event: Recorded) -> bool:
    """Whether this event does: not one of before it was switched on, nor one of its own."""
    if event.id <= (rule.since_id or 0) or event.props.get("by") == f"rule:{rule.id}":
        return False
    if leaf is None:
        return True
    # By the language itself, of a life that holds this one event.
    life = Life(
        id=event.customer_id or 0,
        state="lead",
        created_at=event.at,
        deeds=(Deed(kind=event.kind, at=event.at, props=event.props, id=event.id),),
    )
    scene = Scene(corp_id=event.corp_id, now=event.at, zone=ZoneInfo("UTC"))
    return conditions.test(leaf, life, scene, _nobody).holds


def _nobody(segment_id: int, run: int) -> bool:
    """An event alone asks for no segment."""
    del segment_id, run
    return False


def _leaf(trigger: dict[str, Any], kind: str) -> Node | None:
    """What is asked of an event of the kind; None: nothing more."""
    where = where_of(trigger)
    return conditions.parse(event_leaf(kind, where, {"kind": "ever"})) if where else None


HEARING: Final = Reader("autotags", frozenset(), hear, choose=wanted_kinds)
