"""What no single field of a scenario can say: that names stand for something."""

from collections.abc import Iterable, Iterator

from .scenario import Scenario

Path = tuple[str | int, ...]
Fault = tuple[Path, str]
_MOST_STAFF, _MOST_PEOPLE = 50_000, 5_000_000


def check(scenario: Scenario) -> list[Fault]:
    """Names that stand for nothing, and numbers that are too large together."""
    return [*_names(scenario), *_days(scenario), *_script(scenario), *_sizes(scenario)]


def _unknown(path: Path, wanted: Iterable[str], known: Iterable[str]) -> Iterator[Fault]:
    there = list(known)
    for name in wanted:
        if name not in there:
            yield path, f"{name} is not one of {', '.join(there) or 'none'}"


def _names(scenario: Scenario) -> Iterator[Fault]:
    if not scenario.habits:
        yield ("habits",), "there is at least one"
    if not scenario.people:
        yield ("people",), "there is at least one kind"
    for name, kind in scenario.people.items():
        for place, joins in enumerate(kind.joins):
            where: Path = ("people", name, "joins", place, "group")
            yield from _unknown(where, [joins.group], scenario.groups)
    for name, code in scenario.codes.items():
        yield from _unknown(("codes", name, "people"), code.people, scenario.people)
    for place, campaign in enumerate(scenario.campaigns):
        path: Path = ("campaigns", place)
        yield from _unknown((*path, "code"), [campaign.code], scenario.codes)
        yield from _unknown((*path, "people"), campaign.people, scenario.people)
    tags = [tag for group in scenario.tags.values() for tag in group]
    for name, mark in scenario.marks:
        yield from _unknown(("marks", name), [mark] if mark else [], tags)


def _days(scenario: Scenario) -> Iterator[Fault]:
    for name in ("campaigns", "broadcasts", "moments"):
        for place, each in enumerate(getattr(scenario, name)):
            if each.day > scenario.days:
                yield (name, place, "day"), f"the life ends after day {scenario.days}"
    for name, habit in scenario.habits.items():
        if habit.resigns is not None and habit.resigns.day > scenario.days:
            yield ("habits", name, "resigns", "day"), f"the life ends after day {scenario.days}"


def _script(scenario: Scenario) -> Iterator[Fault]:
    moments = {row.id: row.at for row in scenario.script if row.id}
    if len(moments) < sum(bool(row.id) for row in scenario.script):
        yield ("script",), "an id stands twice"
    for place, row in enumerate(scenario.script):
        if row.of and moments.get(row.of, row.at + 1) > row.at:
            yield ("script", place, "of"), f"no earlier row has the id {row.of}"


def _sizes(scenario: Scenario) -> Iterator[Fault]:
    company = scenario.company
    if company.stores * company.staff > _MOST_STAFF:
        yield ("company", "staff"), f"a company has at most {_MOST_STAFF} members"
    people = sum(campaign.adds for campaign in scenario.campaigns) + scenario.days * sum(
        sum(code.per_hour) * max(1.0, code.weekend) for code in scenario.codes.values()
    )
    if people > _MOST_PEOPLE:
        yield ("days",), f"at most {_MOST_PEOPLE} people come, not {people:.0f}"
