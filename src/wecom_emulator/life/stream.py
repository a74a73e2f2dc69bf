"""What is going to happen: the same acts in the same order for the same scenario and seed.

A stream knows nothing of the world. It says who does what when; whom he meets and whether it is
possible shows when it is done. What members do in answer is theirs: see `members`.
"""

import hashlib
import heapq
import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import orjson

from .group_days import acts_of
from .scenario import Campaign, Code, Deed, Habit, Joins, Kind, Scenario, Talks
from .spans import DAY, HOUR, poisson
from .words import a_name, a_phrase

_WEEKEND = 5
"""Saturday's number, Monday being 0."""
_MORNING, _EVENING = 9 * HOUR, 18 * HOUR
"""When members resign."""


@dataclass(slots=True)
class Act:
    """One act, `at` seconds after the midnight that began the first day.

    `who` is a person's unionid, the number of a member, or empty where it is the company. `do` is
    arrive, say, join, leave, speak, delete, resign, broadcast, moment, script, or an act of a
    group day.
    """

    at: float
    do: str
    who: str
    what: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a stream depends on beside its scenario."""

    seed: int
    members: int
    since: float = 0.0
    """Seconds after midnight: who would have come before does not come."""
    weekday: int = 0
    """Of the first day; Monday is 0."""


def dumps(act: Act) -> bytes:
    """An act as one line of JSON."""
    return orjson.dumps(asdict(act), option=orjson.OPT_SORT_KEYS)


def chance_of(seed: int, *words: object) -> random.Random:
    """Luck of its own for each thing, so that one more of another changes nothing here."""
    return random.Random("/".join(map(str, (seed, *words))))  # noqa: S311 - repeatable, no secret


def habit_of(scenario: Scenario, seed: int, member: int) -> Habit:
    """What the member of a number is like, the same at every run."""
    shares = {name: habit.share for name, habit in scenario.habits.items()}
    return scenario.habits[_drawn(shares, chance_of(seed, "habit", member))]


def _drawn(shares: Mapping[str, float], chance: random.Random) -> str:
    return chance.choices(list(shares), list(shares.values()))[0]


class Stream:
    """The acts of some days, made as they are asked for."""

    def __init__(self, scenario: Scenario, setting: Setting) -> None:
        self._scenario = scenario
        self._setting = setting
        self._kinds = {name: kind.share for name, kind in scenario.people.items()}
        self._later: list[tuple[float, int, Act]] = []
        self._pushed = 0
        self._met = 0
        # Acts have whole milliseconds; so has what they are compared with.
        self._since = round(setting.since, 3)
        self.until = float(scenario.days * DAY)

    def __iter__(self) -> Iterator[Act]:
        """All of them in order."""
        self._keep_dates()
        for day in range(self._scenario.days):
            for at, code, kinds in self._arrivals(day):
                number = self._met
                self._met += 1
                if at < self._since:
                    continue
                yield from self._due(at)
                for act in self._visit(at, number, code, kinds):
                    self._keep(act)
        yield from self._due(self.until)

    def _due(self, at: float) -> Iterator[Act]:
        while self._later and self._later[0][0] <= at:
            yield heapq.heappop(self._later)[2]

    def _keep(self, act: Act) -> None:
        act.at = round(act.at, 3)
        if self._since <= act.at < self.until:
            self._pushed += 1
            heapq.heappush(self._later, (act.at, self._pushed, act))

    def _keep_dates(self) -> None:
        """What stands in the calendar: what the company sends, who leaves it, the script."""
        scenario, seed = self._scenario, self._setting.seed
        for broadcast in scenario.broadcasts:
            at = float((broadcast.day - 1) * DAY + broadcast.at)
            told = {"text": broadcast.text, "to": broadcast.to}
            self._keep(Act(at, "broadcast", "", told))
        for moment in scenario.moments:
            at = float((moment.day - 1) * DAY + moment.at)
            self._keep(Act(at, "moment", "", {"text": moment.text}))
        for member in range(self._setting.members):
            resigns = habit_of(scenario, seed, member).resigns
            chance = chance_of(seed, "resigns", member)
            if resigns is not None and chance.random() < resigns.chance:
                at = (resigns.day - 1) * DAY + chance.uniform(_MORNING, _EVENING)
                self._keep(Act(at, "resign", str(member)))
        if scenario.group_day is not None:
            for at, do, number in acts_of(scenario.group_day, chance_of(seed, "group_day")):
                self._keep(Act(self._since + at, do, "", {"number": number}))
        for place, row in enumerate(scenario.script):
            self._keep(Act(self._since + row.at, "script", "", {"row": place}))

    def _arrivals(self, day: int) -> list[tuple[float, str, Mapping[str, float]]]:
        """Who comes on a day: when, by which code, of which kinds."""
        chance = chance_of(self._setting.seed, "arrivals", day)
        free = (self._setting.weekday + day) % 7 >= _WEEKEND
        found: list[tuple[float, str, Mapping[str, float]]] = []
        for name, code in self._scenario.codes.items():
            kinds = code.people or self._kinds
            for hour, rate in enumerate(code.per_hour):
                count = poisson(chance, rate * (code.weekend if free else 1.0))
                begin = day * DAY + hour * HOUR
                found += [(begin + chance.random() * HOUR, name, kinds) for _ in range(count)]
        for campaign in self._scenario.campaigns:
            if campaign.day == day + 1:
                begin = day * DAY + campaign.start
                kinds = campaign.people or self._scenario.codes[campaign.code].people or self._kinds
                found += [
                    (begin + _rush(campaign, chance), campaign.code, kinds)
                    for _ in range(campaign.adds)
                ]
        return sorted(found, key=lambda each: each[0])

    def _visit(self, at: float, number: int, code: str, kinds: Mapping[str, float]) -> list[Act]:
        """All that one person is going to do."""
        scenario, seed = self._scenario, self._setting.seed
        chance = chance_of(seed, "person", number)
        name = _drawn(kinds, chance)
        kind = scenario.people[name]
        told = f"{scenario.name}/{seed}/{number}".encode()
        who = "o" + hashlib.sha256(told).hexdigest()[:27]
        way = {"code": code, "place": self._place(scenario.codes[code], chance)}
        arrival = Act(at, "arrive", who, {**way, "name": a_name(chance), "kind": name})
        if chance.random() < kind.half:
            arrival.what["half"] = True
        acts = [arrival, *self._words(who, at, kind.talks, chance)]
        for deed, do in ((kind.buys, "purchases"), (kind.complains, "complaints")):
            if (moment := _moment(deed, at, chance)) is not None:
                text = a_phrase(scenario.words, do, chance)
                acts.append(Act(moment, "say", who, {"text": text, "about": do}))
        for joins in kind.joins:
            acts += self._group_life(who, at, joins, chance)
        return acts + _ending(arrival, kind, chance)

    def _place(self, code: Code, chance: random.Random) -> int:
        """Which of the codes of one name."""
        company = self._scenario.company
        stores = 1 if company.existing else company.stores
        sizes = {"company": 1, "store": stores, "member": self._setting.members}
        return chance.randrange(max(1, sizes[code.each]))

    def _words(self, who: str, at: float, talks: Talks, chance: random.Random) -> list[Act]:
        if chance.random() >= talks.chance:
            return []
        acts, moment = [], at + talks.after.draw(chance)
        for _ in range(talks.messages.draw(chance)):
            text = a_phrase(self._scenario.words, "questions", chance)
            acts.append(Act(moment, "say", who, {"text": text, "about": "questions"}))
            moment += talks.every.draw(chance)
        return acts

    def _group_life(self, who: str, at: float, joins: Joins, chance: random.Random) -> list[Act]:
        joined = _moment(joins, at, chance)
        if joined is None:
            return []
        acts, where = [Act(joined, "join", who, {"group": joins.group})], {"group": joins.group}
        talks = joins.talks
        if talks is not None and chance.random() < talks.chance:
            moment = joined + talks.after.draw(chance)
            for _ in range(talks.messages.draw(chance)):
                text = a_phrase(self._scenario.words, "group", chance)
                acts.append(Act(moment, "speak", who, {"text": text, **where}))
                moment += talks.every.draw(chance)
        if (left := _moment(joins.leaves, joined, chance)) is not None:
            acts.append(Act(left, "leave", who, dict(where)))
        return acts


def _moment(deed: Deed | None, since: float, chance: random.Random) -> float | None:
    """When he does it, if he does."""
    if deed is None or chance.random() >= deed.chance:
        return None
    return since + deed.after.draw(chance)


def _ending(arrival: Act, kind: Kind, chance: random.Random) -> list[Act]:
    """He deletes the member, and perhaps comes back."""
    deleted = _moment(kind.deletes, arrival.at, chance)
    if deleted is None:
        return []
    acts = [Act(deleted, "delete", arrival.who)]
    if (back := _moment(kind.returns, deleted, chance)) is not None:
        acts.append(Act(back, "arrive", arrival.who, dict(arrival.what)))
    return acts


def _rush(campaign: Campaign, chance: random.Random) -> float:
    """Seconds after the start: a straight rise, then a decay by halves."""
    rise, half_life = campaign.rise.seconds, max(1.0, campaign.half_life.seconds)
    rising, falling = rise / 2, half_life / math.log(2)
    if chance.random() < rising / (rising + falling):
        return rise * math.sqrt(chance.random())
    return rise - half_life * math.log2(1.0 - chance.random())
