"""Do the acts of a rule to some people: a few statements, however many they are.

What changed is read off: where the tags in question sat before and where they sit after. So a
place that an exclusive group gave up is known with who had put it there.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.errors import DomainError
from yutang.people.customers import service as customers
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagPlan

from .schemas import CHANGED, Applied, Changed, Manner

Plan = Sequence[Mapping[str, Any]]


async def apply(
    session: AsyncSession, corp_id: int, acts: Plan, ids: Sequence[int], manner: Manner
) -> Applied:
    """Do them in order. What one of them refuses is an outcome; the others go on."""
    done = Applied()
    standing = await _standing(session, corp_id, acts)
    concerned = _concerned(acts, standing)
    before = await tags.sitting(session, corp_id, ids, concerned) if concerned else {}
    for place, act in enumerate(acts):
        if act["do"] == "stage":
            done.results[place] = await _move(session, corp_id, act, ids, manner, done)
        else:
            done.results[place] = await _tag(session, corp_id, act, ids, manner, standing)
    if concerned:
        after = await tags.sitting(session, corp_id, ids, concerned)
        done.changes += _differing(acts, standing, before, after, manner)
    return done


async def plan(
    session: AsyncSession, corp_id: int, acts: Plan, ids: Sequence[int]
) -> tuple[dict[int, dict[str, list[int]]], int]:
    """What `apply` would do to each, act by act and each for itself; with WeCom's calls."""
    found: dict[int, dict[str, list[int]]] = {}
    calls = 0
    standing = await _standing(session, corp_id, acts)
    for place, act in enumerate(acts):
        if act["do"] == "stage":
            stages = await customers.stages_of(session, corp_id, ids)
            found[place] = _sorted_by_stage(ids, stages, act["stage"])
            continue
        planning = tags.plan_tagging if act["do"] == "put" else tags.plan_untagging
        tag_id = _heir(act["tag_id"], standing)
        try:
            told = await planning(session, corp_id, ids, tag_id, mirror=act["mirror"])
        except DomainError as error:
            found[place] = {error.code: list(ids)}
            continue
        calls += told.calls
        found[place] = _outcomes(told)
    return found, calls


async def _standing(session: AsyncSession, corp_id: int, acts: Plan) -> dict[int, tags.Standing]:
    """The tags of the acts, and the heirs of those that were merged."""
    named = {act["tag_id"] for act in acts if act["do"] != "stage"}
    found = await tags.stand_of(session, corp_id, named) if named else {}
    heirs = {one.heir for one in found.values() if one.heir is not None} - found.keys()
    return found | (await tags.stand_of(session, corp_id, heirs) if heirs else {})


def _heir(tag_id: int, standing: Mapping[int, tags.Standing]) -> int:
    known = standing.get(tag_id)
    return known.heir if known is not None and known.heir is not None else tag_id


def _concerned(acts: Plan, standing: Mapping[int, tags.Standing]) -> set[int]:
    found: set[int] = set()
    for act in acts:
        if act["do"] != "stage":
            tag_id = _heir(act["tag_id"], standing)
            found.add(tag_id)
            if act["do"] == "put" and tag_id in standing:
                found.update(standing[tag_id].siblings)
    return found


async def _move(
    session: AsyncSession,
    corp_id: int,
    act: Mapping[str, Any],
    ids: Sequence[int],
    manner: Manner,
    done: Applied,
) -> dict[str, list[int]]:
    before = await customers.stages_of(session, corp_id, ids)
    moved = await customers.set_stage(
        session, corp_id, ids, act["stage"], manner.by, manner.why, manner.now
    )
    done.changes += [
        Changed(one, "stage", before=before.get(one), after=act["stage"]) for one in moved
    ]
    return {**_sorted_by_stage(ids, before, act["stage"]), CHANGED: moved}


def _sorted_by_stage(
    ids: Iterable[int], stages: Mapping[int, str | None], wanted: str | None
) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {CHANGED: [], "already": [], "unknown": []}
    for one in ids:
        if one not in stages:
            found["unknown"].append(one)
        else:
            found["already" if stages[one] == wanted else CHANGED].append(one)
    return found


async def _tag(
    session: AsyncSession,
    corp_id: int,
    act: Mapping[str, Any],
    ids: Sequence[int],
    manner: Manner,
    standing: Mapping[int, tags.Standing],
) -> dict[str, list[int]]:
    tag_id = _heir(act["tag_id"], standing)
    how = tags.Manner(manner.by, manner.now, push="bulk" if act["mirror"] else None, why=manner.why)
    doing = tags.put_tag if act["do"] == "put" else tags.take_tag
    try:
        came = await doing(session, corp_id, ids, tag_id, how)
    except DomainError as error:
        # Deleted or archived since: refused before anything was written.
        return {error.code: list(ids)}
    return _outcomes(came)


def _outcomes(told: TagPlan) -> dict[str, list[int]]:
    return {CHANGED: told.changed, **{str(why): ids for why, ids in told.skipped.items()}}


def _differing(
    acts: Plan,
    standing: Mapping[int, tags.Standing],
    before: Mapping[Any, tags.Sitting],
    after: Mapping[Any, tags.Sitting],
    manner: Manner,
) -> list[Changed]:
    """What came by us, then what went: the way back takes first and gives after."""
    taken = {_heir(act["tag_id"], standing) for act in acts if act["do"] == "take"}
    came = [
        Changed(customer, "put", tag_id=tag, staff_id=staff)
        for (customer, staff, tag), now in after.items()
        if (customer, staff, tag) not in before and (now.by, now.at) == (manner.by, manner.now)
    ]
    went = [
        Changed(
            customer,
            "took" if tag in taken else "gave_up",
            tag_id=tag,
            staff_id=staff,
            before=was.by,
            was_at=was.at,
            was_why=was.why,
        )
        for (customer, staff, tag), was in before.items()
        if (customer, staff, tag) not in after
    ]
    return sorted(came, key=_order) + sorted(went, key=_order)


def _order(one: Changed) -> tuple[int, int, int]:
    return one.customer_id, one.tag_id or 0, one.staff_id or 0
