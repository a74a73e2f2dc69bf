"""SQL of the leaf `attribute`: each attribute has a value, or says why there is none."""

from dataclasses import dataclass, replace
from typing import Final

from .binding import Binding, both
from .bounding import bounds, first_day_from, this_month
from .faults import refusal
from .schemas import Attribute, Compiled, FaultError, Scene, Test
from .schemas.leaves import FIELD_SORTS, GENDERS, SORTS, THIS_MONTH, Sort
from .schemas.limits import Scalar

NO: Final = "0"
_HERE: Final = ""
"""The leaf itself; who compiles a tree adds its place."""
_SYMBOLS: Final = {"less": "<", "less_equal": "<=", "more": ">", "more_equal": ">="}
_TYPES: Final[dict[Sort, str]] = {
    "gender": "UInt8",
    "month": "UInt8",
    "yes_no": "UInt8",
    "number": "Int64",
    "way": "Int16",
    "day": "Date32",
}
_MAPS: Final[dict[Sort, str]] = {
    "number": "f_number",
    "yes_no": "f_number",
    "day": "f_day",
    "choices": "f_choices",
}


@dataclass(frozen=True, slots=True)
class Column:
    """An attribute as SQL: its value, and when which reason stands for a missing one."""

    sort: Sort
    value: str
    known: str
    absent: str = NO
    empty: str = NO
    unknown: str = NO


_OWN: Final[dict[str, Column]] = {
    "gender": Column("gender", "gender", "gender IN (1, 2)", unknown="gender NOT IN (1, 2)"),
    "platform": Column("word", "platform", "platform != ''", unknown="platform = ''"),
    # WeCom tells the company of those who use WeCom themselves, and of nobody else.
    "company": Column(
        "text",
        "company",
        "company != ''",
        empty="(company = '' AND platform = 'wecom')",
        unknown="(company = '' AND platform != 'wecom')",
    ),
    "birthday": Column(
        "day", "assumeNotNull(birthday)", "isNotNull(birthday)", absent="isNull(birthday)"
    ),
    "birthday_month": Column(
        "month",
        "toMonth(assumeNotNull(birthday))",
        "isNotNull(birthday)",
        absent="isNull(birthday)",
    ),
    "first_added_at": Column(
        "moment",
        "assumeNotNull(first_added_at)",
        "isNotNull(first_added_at)",
        absent="isNull(first_added_at)",
    ),
    "first_channel": Column(
        "text",
        "first_added_channel",
        "first_added_channel != ''",
        absent="(first_added_channel = '' AND isNull(first_added_at))",
        empty="(first_added_channel = '' AND isNotNull(first_added_at))",
    ),
    # 0 is WeCom's own word for a source that it does not know.
    "first_way": Column(
        "way",
        "first_added_way",
        "first_added_way > 0",
        absent="(first_added_way <= 0 AND isNull(first_added_at))",
        unknown="(first_added_way <= 0 AND isNotNull(first_added_at))",
    ),
    "last_active_at": Column(
        "moment",
        "assumeNotNull(last_active_at)",
        "isNotNull(last_active_at)",
        unknown="isNull(last_active_at)",
    ),
    "created_at": Column("moment", "created_at", "1"),
    "marketing_refused": Column(
        "yes_no", "isNotNull(refused_at)", "isNotNull(refused_at)", absent="isNull(refused_at)"
    ),
    "consented": Column(
        "yes_no",
        "isNotNull(consented_at)",
        "isNotNull(consented_at)",
        absent="isNull(consented_at)",
    ),
}
_TIMES: Final = {"marketing_refused": "refused_at", "consented": "consented_at"}
"""Whoever never said so has not: `equals false` holds for him, and `within` asks when he did."""


def sort_of(leaf: Attribute, scene: Scene) -> Sort | None:
    """What its values are; None for a field that is not there any more.

    Raises ConditionError where a field cannot be asked so.
    """
    if leaf.field is None:
        return SORTS[leaf.name]
    kind = scene.fields.get(leaf.field)
    if kind is None:
        return None
    sort = FIELD_SORTS[kind]
    try:
        leaf.check(sort)
    except FaultError as fault:
        raise refusal(_HERE, fault.key, **fault.values) from None
    return sort


def compile_attribute(leaf: Attribute, scene: Scene, binding: Binding) -> Compiled:
    """A comparison with what is absent, empty or unknown is false."""
    sort, test = sort_of(leaf, scene), leaf.test
    if sort is None:
        return binding.person("1" if test.is_ == "absent" else NO)
    column = _OWN[leaf.name] if leaf.field is None else _field(leaf.field, sort, binding)
    match test.is_:
        case "known":
            return binding.person(column.known)
        case "absent":
            return binding.person(column.absent)
        case "empty":
            return binding.person(column.empty)
        case "unknown":
            return binding.person(column.unknown)
        case "within":
            lies = _within(leaf, column, binding)
            return binding.person(both([column.known, lies]), test.window)
    # Of refusals and consents "no" is an answer as well as "yes".
    known = "1" if leaf.name in _TIMES else column.known
    compiled = binding.person(both([known, _compare(test, column, binding)]))
    passes = column.sort == "month" and THIS_MONTH in test.values
    return replace(compiled, moves=True) if passes else compiled


def _field(field: int, sort: Sort, binding: Binding) -> Column:
    key = binding.put("UInt32", field)
    if sort == "prose":
        told = f"has(f_prose, {key})"
        return Column(sort, NO, told, absent=f"NOT {told}")
    name = _MAPS.get(sort, "f_word")
    there = f"mapContains({name}, {key})"
    value = f"{name}[{key}]"
    if sort in {"text", "word", "choices"}:
        return Column(
            sort,
            value,
            f"({there} AND notEmpty({value}))",
            absent=f"NOT {there}",
            empty=f"({there} AND empty({value}))",
        )
    return Column(sort, value, there, absent=f"NOT {there}")


def _within(leaf: Attribute, column: Column, binding: Binding) -> str:
    if column.sort == "day":
        return _day_within(leaf.test, column, binding)
    value = column.value
    if leaf.name in _TIMES:
        value = f"assumeNotNull({_TIMES[leaf.name]})"
    return binding.within(value, leaf.test.window)


def _day_within(test: Test, column: Column, binding: Binding) -> str:
    """A day lies in a window if it begins there."""
    scene = binding.scene
    ends = bounds(test.window, scene)
    parts = []
    for sign, end in ((">=", ends.since), ("<", ends.until)):
        if end is not None:
            day = first_day_from(end, scene.zone).isoformat()
            parts.append(f"{column.value} {sign} {binding.put('Date32', day)}")
    return both(parts)


def _compare(test: Test, column: Column, binding: Binding) -> str:
    value, values = column.value, [_bound(column.sort, one, binding.scene) for one in test.values]
    if column.sort == "choices":
        wanted = binding.put("Array(String)", sorted(set(map(str, values))))
        match test.is_:
            case "any_of":
                return f"hasAny({value}, {wanted})"
            case "all_of":
                return f"hasAll({value}, {wanted})"
            case _:
                return f"arraySort(arrayDistinct({value})) = {wanted}"
    kind = _TYPES.get(column.sort, "String")
    if test.is_ == "contains":
        return f"position({value}, {binding.put(kind, values[0])}) > 0"
    if test.is_ in {"equals", "in"}:
        return f"{value} IN {binding.put(f'Array({kind})', values)}"
    if test.is_ == "between":
        low, high = (binding.put(kind, one) for one in values)
        return f"({value} >= {low} AND {value} <= {high})"
    return f"{value} {_SYMBOLS[test.is_]} {binding.put(kind, values[0])}"


def _bound(sort: Sort, value: Scalar, scene: Scene) -> int | float | str:
    if sort == "month" and value == THIS_MONTH:
        return this_month(scene)
    if sort == "gender":
        return GENDERS.index(str(value)) + 1
    return int(value) if isinstance(value, bool) else value
