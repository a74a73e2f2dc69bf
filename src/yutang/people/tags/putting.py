"""Put tags on people and relations and take them off, set by set; WeCom is told by the lanes.

Rules of every path (hand, channel, bulk):

* WeCom's tags sit on relations. Told to put one on a *person* without naming members, it goes on
  his oldest living relation, for each relation costs WeCom one call.
* Ours sit on the person and cost nothing.
* Of an exclusive group a person wears one: the one put last takes the others away, on all his
  relations.
* What is taken off here while WeCom has it leaves a row in `follow_untags` until WeCom took it
  off too; readings of WeCom do not bring it back meanwhile (see `seeing`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import NewEvent, append

from .errors import ArchivedTagError, ReasonNeededError, UnknownTagError
from .events import TagAdded, TagRemoved
from .models import Tag, TagGroup
from .placing import Place, Placing, Push
from .repository import TagRepository
from .schemas import Relation, Skip, TagOutcome, TagPlan

SIGNAL: Final = "tags"


@dataclass(frozen=True, slots=True)
class _Known:
    tag: Tag
    group: TagGroup


async def _known(session: AsyncSession, corp_id: int, ids: Collection[int]) -> dict[int, _Known]:
    return {
        tag.id: _Known(tag, group)
        for group, tag in await TagRepository(session, corp_id).by_ids(ids)
    }


async def _one(session: AsyncSession, corp_id: int, tag_id: int, why: str | None) -> _Known:
    found = (await _known(session, corp_id, [tag_id])).get(tag_id)
    if found is None:
        raise UnknownTagError([tag_id])
    if found.tag.archived_at is not None or found.group.archived_at is not None:
        raise ArchivedTagError(found.tag.name)
    if found.group.sensitive and not (why or "").strip():
        raise ReasonNeededError(found.tag.name)
    return found


@dataclass(frozen=True, slots=True)
class Manner:
    """How a tag is put or taken: by whom, when, why, and whether WeCom hears of it.

    `push` "bulk" leaves the telling to the run that takes what quota is over (see `pushing`),
    "now" to the lane of what somebody waits for. None: it stays here until somebody asks.
    """

    by: str
    now: datetime
    push: Push | None = None
    why: str | None = None
    every_relation: bool = False
    staff_ids: Sequence[int] | None = None
    """Only these members' relations; None: as the rules above say."""


async def plan_tagging(
    session: AsyncSession, corp_id: int, customer_ids: Sequence[int], tag_id: int, *, mirror: bool
) -> TagPlan:
    """What `tag_customers` would do now, without doing it; raises what it raises."""
    known = await _one(session, corp_id, tag_id, None)
    manner = Manner("", datetime.now(UTC), "bulk" if mirror else None)
    plan, _ = await _judge(session, corp_id, customer_ids, known, manner)
    return plan


async def tag_customers(
    session: AsyncSession,
    corp_id: int,
    customer_ids: Sequence[int],
    tag_id: int,
    by: str,
    now: datetime,
    mirror: bool = False,  # noqa: FBT001, FBT002 - the name stands at every call
) -> TagOutcome:
    """Put one tag on people, a chunk of up to 5,000 in four statements.

    With `mirror` WeCom is told of one of its tags by the bulk run. Each new place is an event.
    Raises UnknownTagError, ArchivedTagError, ReasonNeededError (a sensitive tag is put one by
    one).
    """
    manner = Manner(by, now, "bulk" if mirror else None)
    return await put_tag(session, corp_id, customer_ids, tag_id, manner)


async def put_tag(
    session: AsyncSession, corp_id: int, customer_ids: Sequence[int], tag_id: int, manner: Manner
) -> TagOutcome:
    """`tag_customers` in any manner; raises what it raises."""
    known = await _one(session, corp_id, tag_id, manner.why)
    if known.group.exclusive:
        await Placing(session, corp_id).hold(customer_ids)
    plan, places = await _judge(session, corp_id, customer_ids, known, manner)
    _, displaced = await _put(session, corp_id, places, {tag_id: known}, manner)
    return TagOutcome(plan.changed, plan.skipped, plan.calls, displaced)


async def _judge(
    session: AsyncSession,
    corp_id: int,
    customer_ids: Sequence[int],
    known: _Known,
    manner: Manner,
) -> tuple[TagPlan, list[Place]]:
    placing = Placing(session, corp_id)
    plan, places = TagPlan(), list[Place]()
    if known.tag.kind == "own":
        for row in await placing.judge_own(customer_ids, known.tag.id):
            if row.reason is not None:
                plan.skip(row.reason, row.id)
            else:
                plan.changed.append(row.id)
                places.append((row.id, None, known.tag.id))
        return plan, places
    siblings: list[int] = []
    if known.group.exclusive and manner.push is None:
        siblings = list(
            await session.scalars(
                select(Tag.id).where(
                    Tag.corp_id == corp_id,
                    Tag.group_id == known.group.id,
                    Tag.id != known.tag.id,
                )
            )
        )
    for row in await placing.judge(customer_ids, known.tag.id, siblings):
        members, reason = _members_for(row, manner)
        if reason is not None:
            plan.skip(reason, row.id)
        else:
            plan.changed.append(row.id)
            places.extend((row.id, member, known.tag.id) for member in members)
    plan.calls = len(places) if manner.push is not None else 0
    return plan, places


def _members_for(row: Any, manner: Manner) -> tuple[list[int], Skip | None]:
    """On whose relations the tag is to be put, or why on nobody's."""
    if not row.known:
        return [], "unknown"
    wanted = set(manner.staff_ids) if manner.staff_ids is not None else set(row.members)
    if not wanted & set(row.members):
        return [], "lost"
    if row.other_in_wecom:
        return [], "other_in_wecom"
    if manner.every_relation or manner.staff_ids is not None:
        members = [member for member in row.bare if member in wanted]
    else:
        # One relation is enough for the person to wear it.
        members = row.members[:1] if len(row.bare) == len(row.members) else []
    if manner.push is not None:
        members += [member for member in row.unsent if member in wanted]
    return members, None if members else "already"


async def tag_relations(
    session: AsyncSession,
    corp_id: int,
    wanted: Mapping[Relation, Sequence[int]],
    added_by: str,
    now: datetime,
) -> list[Relation]:
    """Put tags on relations, to be pushed to WeCom; our own go on the person.

    Tags already there stay untouched; of two of one exclusive group the first counts. Of a merged
    one its heir is put; deleted and archived ones are left out. An event is written for each new
    place. Returns the relations that got at least one.
    """
    known = await _known(session, corp_id, {tag for tags in wanted.values() for tag in tags})
    heirs = {
        id_: one.tag.merged_into for id_, one in known.items() if one.tag.merged_into is not None
    }
    if heirs:
        known |= await _known(session, corp_id, set(heirs.values()))
    usable = {
        id_: one
        for id_, one in known.items()
        if one.tag.archived_at is None and one.group.archived_at is None
    }
    places: dict[Place, Relation] = {}
    for relation, tag_ids in wanted.items():
        taken: set[int] = set()
        for tag_id in dict.fromkeys(heirs.get(tag_id, tag_id) for tag_id in tag_ids):
            one = usable.get(tag_id)
            if one is None or (one.group.exclusive and one.group.id in taken):
                continue
            taken.add(one.group.id)
            member = None if one.tag.kind == "own" else relation.staff_id
            places[relation.customer_id, member, tag_id] = relation
    if any(one.group.exclusive for one in usable.values()):
        await Placing(session, corp_id).hold({place[0] for place in places})
    fresh, _ = await _put(session, corp_id, list(places), usable, Manner(added_by, now, push="now"))
    return sorted({places[place] for place in fresh})


async def _put(
    session: AsyncSession,
    corp_id: int,
    places: Sequence[Place],
    known: Mapping[int, _Known],
    manner: Manner,
) -> tuple[list[Place], list[tuple[int, int]]]:
    """Write places with what they displace and the events; returns (new places, displaced)."""
    if not places:
        return [], []
    placing, by, now = Placing(session, corp_id), manner.by, manner.now
    fresh = await placing.place(places, by, manner.why, now, manner.push)
    strict = [place for place in fresh if known[place[2]].group.exclusive]
    gone = await placing.displace(strict, by, now, manner.push)
    if manner.push is not None:
        await session.execute(select(func.pg_notify(SIGNAL, "")))
    await _tell(session, corp_id, fresh, gone, by, now)
    return fresh, [(customer, tag) for customer, _, tag in gone]


async def plan_untagging(
    session: AsyncSession, corp_id: int, customer_ids: Sequence[int], tag_id: int, *, mirror: bool
) -> TagPlan:
    """What `untag_customers` would do now, without doing it; raises UnknownTagError."""
    known = (await _known(session, corp_id, [tag_id])).get(tag_id)
    if known is None:
        raise UnknownTagError([tag_id])
    plan = TagPlan()
    for row in await Placing(session, corp_id).worn(customer_ids, tag_id):
        if not row.known:
            plan.skip("unknown", row.id)
        elif not row.places:
            plan.skip("not_worn", row.id)
        elif row.told and not mirror:
            plan.skip("in_wecom", row.id)
        else:
            plan.changed.append(row.id)
            plan.calls += row.told
    return plan


async def untag_customers(
    session: AsyncSession,
    corp_id: int,
    customer_ids: Sequence[int],
    tag_id: int,
    by: str,
    now: datetime,
    mirror: bool = False,  # noqa: FBT001, FBT002 - the name stands at every call
) -> TagOutcome:
    """Take one tag off people, from all their relations, a chunk of up to 5,000.

    Without `mirror` who wears it in WeCom keeps it (`in_wecom`): the next reading would bring it
    back. Archived tags can be taken off. Each place is an event. Raises UnknownTagError.
    """
    manner = Manner(by, now, "bulk" if mirror else None)
    return await take_tag(session, corp_id, customer_ids, tag_id, manner)


async def take_tag(
    session: AsyncSession, corp_id: int, customer_ids: Sequence[int], tag_id: int, manner: Manner
) -> TagOutcome:
    """`untag_customers` in any manner; raises what it raises."""
    plan = await plan_untagging(
        session, corp_id, customer_ids, tag_id, mirror=manner.push is not None
    )
    known = (await _known(session, corp_id, [tag_id]))[tag_id]
    placing = Placing(session, corp_id)
    if known.tag.kind == "own":
        gone = await placing.take_own(plan.changed, tag_id)
    else:
        gone = await placing.take(
            plan.changed, tag_id, manner.by, manner.now, manner.push or "now", manner.staff_ids
        )
    if manner.push is not None and gone:
        await session.execute(select(func.pg_notify(SIGNAL, "")))
    await _tell(session, corp_id, [], gone, manner.by, manner.now)
    return TagOutcome(plan.changed, plan.skipped, plan.calls)


async def replace_tag(
    session: AsyncSession,
    corp_id: int,
    places: Sequence[Place],
    tag_id: int,
    manner: Manner,
) -> None:
    """Put `tag_id` where one other tag sits and take that off; all `places` are of that one.

    WeCom is told of a relation's new and old tag in one call. Raises UnknownTagError.
    """
    if not places:
        return
    known = await _known(session, corp_id, [tag_id, places[0][2]])
    if tag_id not in known:
        raise UnknownTagError([tag_id])
    old = places[0][2]
    customers = sorted({customer for customer, _, _ in places})
    if known[tag_id].group.exclusive:
        await Placing(session, corp_id).hold(customers)
    moved: list[Place] = [(customer, member, tag_id) for customer, member, _ in places]
    await _put(session, corp_id, moved, known, manner)
    placing = Placing(session, corp_id)
    if places[0][1] is None:
        gone = await placing.take_own(customers, old)
    else:
        push = manner.push or "bulk"
        gone = await placing.take(customers, old, manner.by, manner.now, push, None)
    await _tell(session, corp_id, [], gone, manner.by, manner.now)


async def _tell(
    session: AsyncSession,
    corp_id: int,
    put: Sequence[Place],
    gone: Sequence[Place],
    by: str,
    now: datetime,
) -> None:
    await append(
        session,
        corp_id,
        [changed(TagRemoved, place, by, now) for place in gone]
        + [changed(TagAdded, place, by, now) for place in put],
    )


def changed(kind: type[TagAdded | TagRemoved], place: Place, by: str, now: datetime) -> NewEvent:
    """The event of one place."""
    customer_id, staff_id, tag_id = place
    return NewEvent(
        customer_id=customer_id,
        at=now,
        actor=by if by.startswith(("user:", "staff:")) else "system",
        source=by,
        event=kind(staff_id=staff_id, tag_id=tag_id, by=by),
    )
