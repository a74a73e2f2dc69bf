"""Play a day through: the same judgement as of the living code, with made-up scans."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff

from .errors import UnknownCodeError
from .hours import first_minute, is_in_hours, spans_of
from .judging import judge
from .schemas import (
    DAY_MINUTES,
    WEEK_MINUTES,
    Fact,
    Fallback,
    Roster,
    RotaWrite,
    SimulatedGap,
    SimulatedMember,
    SimulationRead,
    SimulationWish,
    Span,
)
from .standing import spans_of_codes, who_is_on
from .writing import check, demand_code

_DAY_SECONDS = DAY_MINUTES * 60


@dataclass(frozen=True, slots=True)
class Play:
    """A code before a day begins: its people with nothing added yet, and what they keep to."""

    channel_id: int
    facts: tuple[Fact, ...]
    spans: tuple[Span, ...]
    weekday: int
    begins: datetime
    """The first moment of the day in the corp's zone."""


def facts_at(play: Play, second: float, adds: dict[int, int]) -> list[Fact]:
    """What is known of each member so many seconds after midnight, after so many adds each."""
    minute = ((play.weekday - 1) * DAY_MINUTES + int(second) // 60) % WEEK_MINUTES
    since = play.begins.timestamp() + second
    return [
        replace(
            fact,
            off_duty=fact.off_duty
            and (fact.off_until is None or fact.off_until.timestamp() > since),
            in_hours=is_in_hours(spans_of(play.spans, fact.staff_id), minute),
            adds_today=adds.get(fact.staff_id, 0),
            room_left=None
            if fact.room_left is None
            else max(0, fact.room_left - adds.get(fact.staff_id, 0)),
        )
        for fact in play.facts
    ]


async def simulate(
    runtime: Runtime, corp_id: int, channel_id: int, wish: SimulationWish
) -> SimulationRead:
    """Who would get how many of a day's scans; the same wish gives the same answer.

    Members' room and time off are as they are now. Raises UnknownCodeError and what a change of
    the rules raises.
    """
    async with runtime.database.corp(corp_id) as session:
        await demand_code(session, corp_id, channel_id)
        if wish.rota is not None:
            await check(session, corp_id, channel_id, wish.rota)
        now = runtime.clock()
        play = await read_play(session, corp_id, channel_id, wish.day, now, wish.rota)
    return await asyncio.to_thread(play_day, play, wish)


async def read_play(
    session: AsyncSession,
    corp_id: int,
    channel_id: int,
    day: date,
    now: datetime,
    rules: RotaWrite | None = None,
) -> Play:
    """A code before this day begins, under its own rules or others. Raises UnknownCodeError."""
    roster = (await who_is_on(session, corp_id, [channel_id], now)).get(channel_id)
    if roster is None:
        raise UnknownCodeError(channel_id)
    facts = [replace(one.fact, adds_today=0) for one in roster.members]
    if rules is not None:
        facts = await _under(session, corp_id, facts, rules)
        spans: Sequence[Span] = rules.hours
    else:
        spans = (await spans_of_codes(session, corp_id, [channel_id])).get(channel_id, [])
    zone = (await corps.describe(session, corp_id)).timezone
    begins, _ = day_bounds(day, zone)
    return Play(
        channel_id,
        tuple(facts),
        tuple(spans),
        day.isoweekday(),
        begins.astimezone(ZoneInfo(zone)),
    )


async def _under(
    session: AsyncSession, corp_id: int, facts: Sequence[Fact], rules: RotaWrite
) -> list[Fact]:
    """The same people under other rules, with these rules' stand-ins."""
    own = {cap.staff_id: cap.day_cap for cap in rules.caps}
    known = {fact.staff_id: fact for fact in facts}
    found = [
        replace(fact, day_cap=own.get(fact.staff_id, rules.day_cap))
        for fact in facts
        if fact.place is None
    ]
    strangers = [one for one in rules.stand_in_ids if one not in known]
    for member in await staff.staff_by_ids(session, corp_id, strangers):
        known[member.id] = Fact(member.id, member.name, member.account, member.status)
    found += [
        replace(known[one], place=place, day_cap=own.get(one))
        for place, one in enumerate(rules.stand_in_ids, 1)
    ]
    return found


@dataclass(slots=True)
class _Day:
    """A day under way."""

    play: Play
    update_seconds: float
    adds: dict[int, int] = field(default_factory=dict)
    roster: Roster = field(init=False)
    told: Roster = field(init=False)
    told_next: tuple[float, Roster] | None = None
    updates: int = 0
    gaps: list[SimulatedGap] = field(default_factory=list)
    lost: int = 0

    def __post_init__(self) -> None:
        self.roster = judge(self.play.channel_id, facts_at(self.play, 0, self.adds))
        self.told = self.roster
        self._note_gap(0)

    def look(self, second: float) -> None:
        """Judge anew; WeCom has another list `update_seconds` later."""
        self._arrive(second)
        self.roster = judge(self.play.channel_id, facts_at(self.play, second, self.adds))
        self._note_gap(second)
        coming = self.told_next[1] if self.told_next is not None else self.told
        if self.roster.staff_ids and set(coming.staff_ids) != set(self.roster.staff_ids):
            # One update at a time: the next one leaves when the last is there.
            leaves = self.told_next[0] if self.told_next is not None else second
            self.told_next = (leaves + self.update_seconds, self.roster)
            self.updates += 1

    def _arrive(self, second: float) -> None:
        if self.told_next is not None and self.told_next[0] <= second:
            self.told, self.told_next = self.told_next[1], None

    def _note_gap(self, second: float) -> None:
        fallback: Fallback | None = self.roster.fallback
        minute = int(second) // 60
        last = self.gaps[-1] if self.gaps else None
        if last is not None and last.stop == DAY_MINUTES:
            if last.fallback == fallback:
                return
            last.stop = minute
        if fallback is not None:
            self.gaps.append(
                SimulatedGap(start=minute, stop=DAY_MINUTES, fallback=fallback, scans=0)
            )

    def scan(self, second: float, chance: random.Random) -> None:
        """Somebody scans: WeCom picks at random from the list it has."""
        self._arrive(second)
        if self.roster.fallback is not None:
            self.gaps[-1].scans += 1
        if not self.told.staff_ids:
            self.lost += 1
            return
        who = chance.choice(self.told.staff_ids)
        self.adds[who] = self.adds.get(who, 0) + 1
        for fact in self.play.facts:
            if fact.staff_id == who and self.adds[who] in {fact.day_cap, fact.room_left}:
                self.look(second)
                break


def play_day(play: Play, wish: SimulationWish) -> SimulationRead:
    """Scan after scan through one day; takes about a second for 100,000."""
    # Not for secrets: a seed has to give the same day again.
    chance = random.Random(wish.seed)  # noqa: S311
    hours = chance.choices(range(24), weights=wish.hours, k=wish.scans)
    scans = sorted(hour * 3600 + chance.random() * 3600 for hour in hours)
    day = _Day(play, wish.update_seconds)
    turns = _turns(play)
    for second in scans:
        while turns and turns[0] <= second:
            day.look(turns.pop(0))
        day.scan(second, chance)
    for second in turns:
        day.look(second)
    members = [
        SimulatedMember(
            id=fact.staff_id,
            name=fact.name,
            account=fact.account,
            stand_in=fact.place is not None,
            adds=day.adds.get(fact.staff_id, 0),
            day_cap=fact.day_cap,
            over=_over(day.adds.get(fact.staff_id, 0), fact.day_cap),
        )
        for fact in play.facts
    ]
    members.sort(key=lambda one: (-one.adds, one.id))
    return SimulationRead(
        scans=wish.scans,
        day=wish.day,
        seed=wish.seed,
        members=members,
        over=sum(one.over for one in members),
        lost=day.lost,
        gaps=day.gaps,
        updates=day.updates,
    )


def _over(adds: int, cap: int | None) -> int:
    return 0 if cap is None else max(0, adds - cap)


def _turns(play: Play) -> list[float]:
    """Seconds of the day at which hours begin or end, or somebody is back."""
    midnight = (play.weekday - 1) * DAY_MINUTES
    minutes = {
        (end - midnight) % WEEK_MINUTES
        for span in play.spans
        for end in (first_minute(span), first_minute(span) + span.stop - span.start)
    }
    found = {minute * 60.0 for minute in minutes if 0 < minute < DAY_MINUTES}
    for fact in play.facts:
        if fact.off_duty and fact.off_until is not None:
            second = fact.off_until.timestamp() - play.begins.timestamp()
            if 0 < second < _DAY_SECONDS:
                found.add(second)
    return sorted(found)
