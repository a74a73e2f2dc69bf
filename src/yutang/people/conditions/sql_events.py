"""SQL of the leaves `event` and `sequence`, over the table of events."""

from collections.abc import Iterable
from typing import Final

from .binding import Binding, both, either, select
from .schemas import Compiled, Did, Scene, Sequence, Step, Where
from .schemas.deeds import SUM_MOST, SUM_SCALE
from .schemas.limits import Scalar

NUMBERS: Final = "('Int64', 'UInt64', 'Double')"
_DAY_MICROS: Final = 86_400_000_000


def touched(kinds: Iterable[str]) -> set[str]:
    """What changes the answer, besides who was merged into whom."""
    return {f"events:{kind}" for kind in kinds} | {"aliases"}


def compile_event(leaf: Did, scene: Scene, binding: Binding) -> Compiled:
    """Who did nothing is in no row: where a count of 0 fits, those who do not fit are selected."""
    touches = touched([leaf.kind])
    rows = [binding.corp(), *_step(leaf.kind, leaf.where, binding)]
    if leaf.measure in {"first", "last"}:
        edge = "min(at)" if leaf.measure == "first" else "max(at)"
        having = binding.within(edge, leaf.window)
        sql = _grouped(rows, having, binding)
        return binding.ids(sql, touches, leaf.window, inverted=not leaf.did)
    rows.append(binding.within("at", leaf.window))
    if leaf.compare is None:
        sql = select(f"DISTINCT {binding.present_person()} AS who", "events", rows)
        return binding.ids(sql, touches, leaf.window, inverted=not leaf.did)
    match leaf.measure:
        case "days":
            days = f"uniqExact(toDate32(at, {binding.put('String', scene.zone.key)}))"
            having = binding.compares(days, leaf.compare)
        case "sum":
            having = binding.compares(
                _sum(leaf.prop or "", binding), leaf.compare, "Int128", SUM_SCALE
            )
        case _:
            having = binding.compares("count()", leaf.compare)
    of_none = leaf.compare.holds(0)
    if of_none:
        having = f"NOT ({having})"
    sql = _grouped(rows, having, binding)
    return binding.ids(sql, touches, leaf.window, inverted=of_none == leaf.did)


def _grouped(rows: list[str], having: str, binding: Binding) -> str:
    who = f"{binding.present_person()} AS who"
    return select(who, "events", rows, f"GROUP BY who HAVING {having}")


def _sum(prop: str, binding: Binding) -> str:
    path = binding.put("String", prop)
    value = f"JSONExtractFloat(props, {path})"
    fits = f"JSONType(props, {path}) IN {NUMBERS} AND abs({value}) <= {SUM_MOST}"
    return f"sumIf(toInt128(round({value} * {SUM_SCALE})), {fits})"


def _step(kind: str, wheres: Iterable[Where], binding: Binding) -> list[str]:
    return [
        f"kind = {binding.put('String', kind)}",
        *(_where(one, binding) for one in wheres),
    ]


def _where(where: Where, binding: Binding) -> str:
    path = binding.put("String", where.prop)
    kind = f"JSONType(props, {path})"
    match where.is_:
        case "known":
            return f"{kind} != 'Null'"
        case "absent":
            return f"{kind} = 'Null'"
        case "equals" | "in":
            return _equals("props", path, where.values, binding)
        case "contains":
            return _contains(path, where.values[0], binding)
    if isinstance(where.values[0], str):
        value, fits, bound = f"JSONExtractString(props, {path})", f"{kind} = 'String'", "String"
    else:
        value, fits = f"JSONExtractFloat(props, {path})", f"{kind} IN {NUMBERS}"
        bound = "Float64"
    first = binding.put(bound, where.values[0])
    if where.is_ == "between":
        last = binding.put(bound, where.values[1])
        return both([fits, f"{value} >= {first}", f"{value} <= {last}"])
    return both([fits, f"{value} {'<' if where.is_ == 'less' else '>'} {first}"])


def _equals(source: str, path: str | None, values: Iterable[Scalar], binding: Binding) -> str:
    """Whether a value of JSON is one of these: of one type, and equal."""
    place = f"{source}, {path}" if path is not None else source
    kind = f"JSONType({place})"
    texts = [one for one in values if isinstance(one, str)]
    yes_nos = [int(one) for one in values if isinstance(one, bool)]
    numbers = [float(one) for one in values if not isinstance(one, str | bool)]
    parts = []
    if texts:
        found = f"JSONExtractString({place}) IN {binding.texts(texts)}"
        parts.append(both([f"{kind} = 'String'", found]))
    if numbers:
        found = f"JSONExtractFloat({place}) IN {binding.put('Array(Float64)', numbers)}"
        parts.append(both([f"{kind} IN {NUMBERS}", found]))
    if yes_nos:
        found = f"JSONExtractBool({place}) IN {binding.put('Array(UInt8)', yes_nos)}"
        parts.append(both([f"{kind} = 'Bool'", found]))
    return either(parts)


def _contains(path: str, value: Scalar, binding: Binding) -> str:
    kind = f"JSONType(props, {path})"
    items = f"arrayExists(item -> {_equals('item', None, [value], binding)},"
    parts = [both([f"{kind} = 'Array'", f"{items} JSONExtractArrayRaw(props, {path}))"])]
    if isinstance(value, str):
        found = f"position(JSONExtractString(props, {path}), {binding.put('String', value)}) > 0"
        parts.append(both([f"{kind} = 'String'", found]))
    return either(parts)


def compile_sequence(leaf: Sequence, scene: Scene, binding: Binding) -> Compiled:
    """Of each person both kinds in one order; the newest first before a second decides.

    At one and the same moment the second stands before the first: it must be later.
    """
    del scene
    first = both([*_one(leaf.first, binding), binding.within("at", leaf.window)])
    then = both(_one(leaf.then, binding))
    kinds = binding.texts(sorted({leaf.first.kind, leaf.then.kind}))
    span = binding.put("Int64", leaf.within_days * _DAY_MICROS)
    micros = "toUnixTimestamp64Micro(at)"
    ordered = (
        f"arraySort(arrayConcat(groupArrayIf(({micros}, 1), {first}),"
        f" groupArrayIf(({micros}, 0), {then}))) AS steps"
    )
    before = "arrayFill(step -> step.2 = 1, steps) AS firsts"
    rows = [binding.corp(), f"kind IN {kinds}", either([first, then])]
    who = f"{binding.present_person()} AS who"
    inner = select(f"{who}, {ordered}, {before}", "events", rows, "GROUP BY who")
    in_time = f"step.2 = 0 AND first.2 = 1 AND step.1 - first.1 <= {span}"
    found = f"arrayExists((step, first) -> {in_time}, steps, firsts)"
    sql = select("who", f"({inner})", [found])
    touches = touched([leaf.first.kind, leaf.then.kind])
    return binding.ids(sql, touches, leaf.window, inverted=not leaf.did)


def _one(step: Step, binding: Binding) -> list[str]:
    return _step(step.kind, step.where, binding)
