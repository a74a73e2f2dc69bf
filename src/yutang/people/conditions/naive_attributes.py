"""The leaf `attribute` in plain Python."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from .naive_people import Verdict
from .naive_time import ago, day_inside, inside, local_day
from .registry import MembersOf
from .schemas import Attribute, Fact, Life, Plain, Scene, Test
from .schemas.leaves import THIS_MONTH, Sort
from .sql_attributes import sort_of

_GENDERS: Final = {1: "male", 2: "female"}


@dataclass(frozen=True, slots=True)
class Told:
    """A value, or why there is none: absent, empty or unknown."""

    value: Any = None
    why: str | None = None


def test_attribute(leaf: Attribute, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """What is known of him, against the test."""
    del members
    sort = sort_of(leaf, scene)
    told = Told(why="absent") if sort is None else _look(leaf, life, sort)
    facts = [_fact(leaf, told, scene)]
    if leaf.name in {"marketing_refused", "consented"}:
        return _test_yes_no(leaf.test, told, scene), facts
    if told.why is not None:
        return leaf.test.is_ == told.why, facts
    if leaf.name == "birthday_month" and leaf.test.is_ in {"equals", "in"}:
        here = local_day(scene.now, scene.zone).month
        months = [here if one == THIS_MONTH else one for one in leaf.test.values]
        return told.value in months, facts
    return _test(leaf.test, told.value, scene), facts


def _look(leaf: Attribute, life: Life, sort: Sort) -> Told:
    if leaf.field is not None:
        return _field(leaf.field, sort, life)
    match leaf.name:
        case "gender":
            found = _GENDERS.get(life.gender)
            return Told(found) if found is not None else Told(why="unknown")
        case "platform":
            return Told(life.platform) if life.platform else Told(why="unknown")
        case "company":
            missing = "empty" if life.platform == "wecom" else "unknown"
            return Told(life.company) if life.company else Told(why=missing)
        case "birthday" | "birthday_month":
            if life.birthday is None:
                return Told(why="absent")
            return Told(life.birthday if leaf.name == "birthday" else life.birthday.month)
        case "first_channel":
            missing = "absent" if life.first_added_at is None else "empty"
            found = life.first_added_channel
            return Told(found) if found else Told(why=missing)
        case "first_way":
            missing = "absent" if life.first_added_at is None else "unknown"
            way = life.first_added_way
            return Told(way) if way > 0 else Told(why=missing)
    return _moment(leaf.name, life)


def _moment(name: str, life: Life) -> Told:
    at, missing = {
        "first_added_at": (life.first_added_at, "absent"),
        "last_active_at": (life.last_active_at, "unknown"),
        "created_at": (life.created_at, "unknown"),
        "marketing_refused": (life.refused_at, "absent"),
        "consented": (life.consented_at, "absent"),
    }[name]
    return Told(at) if at is not None else Told(why=missing)


def _field(field: int, sort: Sort, life: Life) -> Told:
    found: Any
    match sort:
        case "prose":
            found = True if field in life.prose else None
        case "number":
            found = life.numbers.get(field)
        case "yes_no":
            number = life.numbers.get(field)
            found = None if number is None else bool(number)
        case "day":
            found = life.days.get(field)
        case "choices":
            found = life.choices.get(field)
        case _:
            found = life.words.get(field)
    if found is None:
        return Told(why="absent")
    return Told(why="empty") if found in ("", ()) else Told(found)


def _test_yes_no(test: Test, told: Told, scene: Scene) -> bool:
    """Of refusals and consents: who never said so, has not."""
    said = told.value is not None
    match test.is_:
        case "equals":
            return said == test.values[0]
        case "within":
            return said and inside(told.value, test.window, scene)
        case "known":
            return said
    return not said and test.is_ == "absent"


def _test(test: Test, value: Any, scene: Scene) -> bool:
    if test.is_ == "within":
        if isinstance(value, datetime):
            return inside(value, test.window, scene)
        return day_inside(value, test.window, scene)
    values = [
        date.fromisoformat(str(one)) if isinstance(value, date) else one for one in test.values
    ]
    if isinstance(value, tuple):
        return _test_choices(test.is_, set(value), {str(one) for one in values})
    return _compare(test.is_, value, values)


def _compare(how: str, value: Any, values: list[Any]) -> bool:
    match how:
        case "known":
            return True
        case "equals" | "in":
            return value in values
        case "less":
            return bool(value < values[0])
        case "less_equal":
            return bool(value <= values[0])
        case "more":
            return bool(value > values[0])
        case "more_equal":
            return bool(value >= values[0])
        case "between":
            return bool(values[0] <= value <= values[1])
        case "contains":
            return values[0] in value
    return False


def _test_choices(how: str, value: set[str], values: set[str]) -> bool:
    match how:
        case "known":
            return True
        case "equals":
            return value == values
        case "any_of":
            return bool(value & values)
        case "all_of":
            return value >= values
    return False


def _fact(leaf: Attribute, told: Told, scene: Scene) -> Fact:
    if told.why is not None:
        return Fact(key=f"attribute.{told.why}", values={"name": leaf.name})
    if isinstance(told.value, datetime):
        return ago("attribute.at", told.value, scene, name=leaf.name)
    value: Plain = told.value
    if isinstance(told.value, date):
        value = told.value.isoformat()
    elif isinstance(told.value, tuple):
        value = list(told.value)
    return Fact(key="attribute.is", values={"name": leaf.name, "value": value})
