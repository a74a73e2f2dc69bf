"""Relations that began, as callbacks tell them and as readings find them."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import Event, NewEvent, append
from yutang.kernel.vault import Vault
from yutang.people.credits import service as crediting
from yutang.people.credits.schemas import Touch
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import Relation

from . import erased
from .adopting import adopt
from .events import RelationAdded, RelationHalfAdded, RelationHandedOver
from .models import FollowHistory
from .recording import (
    First,
    ensure_customers,
    reckon_states,
    refresh_grams,
    remember_firsts,
    write_persons,
    write_phones,
)
from .relating import Before, Begun, Pair, begin_relations, read_relations, write_details
from .schemas import Arrival, Edit, RelationFacts
from .settling import givers, reckon_returns, resettle
from .taking import known_of
from .truth import ENDINGS, SAME_ADD, How, owner_change

_REMEMBER = text(
    """
    insert into follow_history (corp_id, customer_id, staff_id, change, at, source, props)
    select :corp_id, v.customer_id, v.staff_id, v.change, v.at, v.source, cast(v.props as jsonb)
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]),
                cast(:changes as text[]), cast(:times as timestamptz[]),
                cast(:sources as text[]), cast(:props as text[]))
      with ordinality as v(customer_id, staff_id, change, at, source, props, place)
    order by v.place
    """
)


@dataclass(frozen=True, slots=True)
class _Told:
    """An arrival with our ids, and how the relation stood before it."""

    arrival: Arrival
    pair: Pair
    before: Before | None
    repeated: bool = False
    """A handover's result told the same before this callback did."""

    @property
    def how(self) -> How | None:
        return handed_over(self.arrival)

    @property
    def is_new(self) -> bool:
        """Whether it belongs into the history: a reading only where it says something new."""
        if self.repeated:
            return False
        if not self.arrival.seen or self.before is None:
            return True
        return self.before.state != "friend" and _later(self.before, self.arrival)

    @property
    def is_old(self) -> bool:
        """Whether a reading shows the friendship that is here already."""
        before = self.before
        return (
            self.arrival.seen
            and before is not None
            and (before.state, before.changed_at) == ("friend", self.arrival.at)
        )

    @property
    def is_late(self) -> bool:
        """Whether only the whole history can say what it changes."""
        before, at = self.before, self.arrival.at
        if before is None or self.arrival.seen:
            return False
        return before.state in ENDINGS or before.changed_at > at

    @property
    def touch(self) -> Touch | None:
        """The true add it is, if it is one."""
        if self.arrival.half or self.how is not None:
            return None
        facts = _own_facts(self.arrival)
        return Touch(
            customer_id=self.pair[0],
            at=self.arrival.at,
            staff_id=self.pair[1],
            way=facts.add_way if facts is not None else None,
            channel=_channel(self.arrival, facts),
        )


def handed_over(arrival: Arrival) -> How | None:
    """How the customer came to this member from another, None for an add."""
    facts = _own_facts(arrival)
    return None if arrival.half or facts is None else owner_change(facts.add_way)


def _own_facts(arrival: Arrival) -> RelationFacts | None:
    """What was read, where it tells of this add and not of one that came after it."""
    facts = arrival.facts
    return facts if facts is not None and facts.added_at <= arrival.at + SAME_ADD else None


def _channel(arrival: Arrival, facts: RelationFacts | None) -> str | None:
    return arrival.channel or (facts.channel if facts is not None else None)


def _later(before: Before, arrival: Arrival) -> bool:
    if before.changed_at == arrival.at:
        return before.state == "half" and not arrival.half
    return before.changed_at < arrival.at


async def record_arrivals(
    session: AsyncSession, vault: Vault, corp_id: int, arrivals: Sequence[Arrival], now: datetime
) -> None:
    """Store relations that began, at most one per pair in a call; in any order, any repetition.

    The person is made or recognised, the relation and its history written, his oldest true add
    kept as the first, and an event appended for each that a callback told. One that a reading
    found (`seen`) changes a relation only where it began later than all we know of it, stands in
    the history only where it lived not before, and is no event. `truth` holds the rules.
    """
    await _record(session, vault, corp_id, arrivals, now, quiet=True)


async def record_edits(
    session: AsyncSession, vault: Vault, corp_id: int, edits: Sequence[Edit], now: datetime
) -> None:
    """Write what WeCom now shows of relations, at most one per pair in a call.

    Each is a reading like any other: a customer who deleted the member still stands in WeCom's
    answers, and stays lost; one we had not heard of is found.
    """
    seen = [
        Arrival(
            account=edit.account,
            external_id=edit.external_id,
            half=False,
            at=edit.facts.added_at,
            channel=edit.facts.channel,
            source=edit.source,
            person=edit.person,
            facts=edit.facts,
            seen=True,
        )
        for edit in edits
    ]
    await _record(session, vault, corp_id, seen, now, quiet=False)


async def _record(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    arrivals: Sequence[Arrival],
    now: datetime,
    *,
    quiet: bool,
) -> None:
    arrivals = await erased.drop_arrivals(session, vault, corp_id, arrivals)
    if not arrivals:
        return
    staff_ids = await staff.identify(session, corp_id, (a.account for a in arrivals))
    await adopt(session, vault, corp_id, arrivals)
    ids = await ensure_customers(session, corp_id, (a.external_id for a in arrivals))
    renamed = await write_persons(
        session, corp_id, {ids[a.external_id]: a.person for a in arrivals if a.person is not None}
    )
    await write_phones(
        session,
        vault,
        corp_id,
        {ids[a.external_id]: a.facts.phones for a in arrivals if a.facts is not None},
    )
    pairs = [(ids[a.external_id], staff_ids[a.account]) for a in arrivals]
    before = await read_relations(session, corp_id, [customer_id for customer_id, _ in pairs])
    moved = {
        pair: one.at
        for one, pair in zip(arrivals, pairs, strict=True)
        if not one.seen and handed_over(one) == "assigned"
    }
    known = await known_of(session, corp_id, moved, "assigned")
    told = [
        _Told(arrival, pair, before.get(pair), pair in known)
        for arrival, pair in zip(arrivals, pairs, strict=True)
    ]
    given = await _begin(session, corp_id, told)
    firsts = await _credit(session, corp_id, told, {customer_id for customer_id, _ in before})
    news = [t for t in told if not t.arrival.seen and not t.repeated]
    await _tell(session, corp_id, news, firsts, given)
    await _write_details(session, corp_id, told, now, renamed, quiet=quiet)


async def _begin(session: AsyncSession, corp_id: int, told: Sequence[_Told]) -> dict[Pair, int]:
    """Relations, history and states; returns who had the customers before that were handed over."""
    await begin_relations(
        session,
        corp_id,
        {t.pair: _begun(t) for t in told if t.before is None or _later(t.before, t.arrival)},
    )
    new = [t for t in told if t.is_new]
    if not new:
        return {}
    given = await givers(
        session,
        corp_id,
        {
            t.pair: (t.arrival.at, facts.operator)
            for t in new
            if t.how is not None
            and not t.arrival.seen
            and (facts := _own_facts(t.arrival)) is not None
        },
    )
    await session.execute(
        _REMEMBER,
        {
            "corp_id": corp_id,
            "customers": [t.pair[0] for t in new],
            "members": [t.pair[1] for t in new],
            "changes": [_change(t) for t in new],
            "times": [t.arrival.at for t in new],
            "sources": [t.arrival.source for t in new],
            "props": [json.dumps(_props(t, given)) for t in new],
        },
    )
    late = {t.pair: t.before for t in told if t.before is not None and t.is_late}
    await resettle(session, corp_id, late)
    await reckon_states(session, corp_id, (t.pair[0] for t in new))
    return given


def _begun(told: _Told) -> Begun:
    facts = _own_facts(told.arrival)
    return Begun(
        state="half" if told.arrival.half else "friend",
        at=told.arrival.at,
        add_way=facts.add_way if facts is not None else None,
        channel=_channel(told.arrival, facts),
        operator=facts.operator if facts is not None else None,
    )


def _change(told: _Told) -> str:
    if told.arrival.seen:
        return "synced"
    return "half_added" if told.arrival.half else told.how or "added"


def _props(told: _Told, given: Mapping[Pair, int]) -> dict[str, Any]:
    channel = told.arrival.channel
    giver = given.get(told.pair)
    return ({"channel": channel} if channel else {}) | (
        {"from_staff_id": giver} if giver is not None else {}
    )


def _touches(told: Iterable[_Told]) -> list[Touch]:
    return [touch for t in told if (touch := t.touch) is not None]


async def _first_adds(
    session: AsyncSession, corp_id: int, told: Sequence[_Told], known: Mapping[int, First]
) -> set[Pair]:
    """Which of these true adds, told by callbacks, are their persons' first."""
    adds = {t.pair: t.arrival.at for t in told if t.touch is not None}
    found: set[Pair] = set()
    close: dict[Pair, datetime] = {}
    for pair, at in adds.items():
        first = known.get(pair[0])
        if first is None or first.staff_id != pair[1]:
            continue
        if first.at == at:
            found.add(pair)
        elif abs(first.at - at) <= SAME_ADD:
            close[pair] = at
    # A reading may have found it seconds before or after the callback's own time.
    return found | (set(close) - await _told_before(session, corp_id, close))


async def _told_before(
    session: AsyncSession, corp_id: int, adds: Mapping[Pair, datetime]
) -> set[Pair]:
    if not adds:
        return set()
    rows = await session.execute(
        select(FollowHistory.customer_id, FollowHistory.staff_id, FollowHistory.at).where(
            FollowHistory.corp_id == corp_id,
            FollowHistory.customer_id.in_({customer_id for customer_id, _ in adds}),
            FollowHistory.change == "added",
        )
    )
    return {
        pair
        for row in rows
        if (pair := (row.customer_id, row.staff_id)) in adds and row.at < adds[pair]
    }


async def _tell(
    session: AsyncSession,
    corp_id: int,
    told: Sequence[_Told],
    known: Mapping[int, First],
    given: Mapping[Pair, int],
) -> None:
    firsts = await _first_adds(session, corp_id, told, known)
    await append(session, corp_id, [_event(t, firsts, given) for t in told])


def _event(told: _Told, firsts: set[Pair], given: Mapping[Pair, int]) -> NewEvent:
    arrival, staff_id = told.arrival, told.pair[1]
    facts = _own_facts(arrival)
    event: Event
    if arrival.half:
        event = RelationHalfAdded(staff_id=staff_id, channel=arrival.channel)
    elif told.how is not None:
        event = RelationHandedOver(
            staff_id=staff_id, from_staff_id=given.get(told.pair), how=told.how
        )
    else:
        event = RelationAdded(
            staff_id=staff_id,
            channel=arrival.channel,
            add_way=facts.add_way if facts is not None else None,
            first=told.pair in firsts,
        )
    return NewEvent(
        customer_id=told.pair[0],
        at=arrival.at,
        actor="customer" if told.how is None else "system",
        source=arrival.source,
        event=event,
    )


async def _credit(
    session: AsyncSession, corp_id: int, told: Sequence[_Told], known: Collection[int]
) -> dict[int, First]:
    """First and last touches, and returns of who was `known`; returns the first ones."""
    touches = _touches(t for t in told if not t.is_old)
    firsts = await remember_firsts(session, corp_id, touches)
    await crediting.record(session, corp_id, touches)
    back = {t.pair[0] for t in told if t.is_new and t.pair[0] in known}
    if back:
        await reckon_returns(session, corp_id, back)
    return firsts


async def _write_details(
    session: AsyncSession,
    corp_id: int,
    told: Sequence[_Told],
    now: datetime,
    renamed: set[int],
    *,
    quiet: bool,
) -> None:
    """Remarks and tags of the relations whose facts WeCom let us read."""
    read = {t.pair: facts for t in told if (facts := t.arrival.facts) is not None}
    remarked = await write_details(session, corp_id, read)
    if read:
        await tags.record_seen(
            session,
            corp_id,
            {Relation(*pair): facts.wecom_tag_ids for pair, facts in read.items()},
            now,
            quiet={Relation(*t.pair) for t in told if quiet and t.arrival.seen},
        )
        private = {
            Relation(*pair): facts.private_tags
            for pair, facts in read.items()
            if facts.private_tags is not None
        }
        await tags.record_private(session, corp_id, private, now)
    known = {t.pair[0] for t in told if t.before is not None}
    await refresh_grams(session, corp_id, remarked | (renamed & known))
