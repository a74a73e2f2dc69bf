"""What a mapping of a file of orders means: a reader for each column."""

from datetime import datetime

from .cleaning import Reader
from .errors import BadMappingError
from .order_parsing import IDS, SIMPLE, ids, of_order, statuses, times
from .order_words import STANDINGS, TARGETS, TIMES
from .parsing import Parse
from .planning import Plan, check_columns
from .schemas import Mapping, Shape


def make_order_plan(shape: Shape, mapping: Mapping, zone: str, now: datetime) -> Plan:
    """A reader for each column. Raises BadMappingError."""
    _check(shape, mapping)
    plan = Plan(mapping, [])
    names = {column.index: column.name for column in shape.columns}
    for index, target in sorted(mapping.columns.items()):
        parse = _parser(target, names[index], plan, zone, now)
        plan.readers.append(Reader(index, names[index], target, of_order(parse)))
    return plan


def _parser(target: str, header: str, plan: Plan, zone: str, now: datetime) -> Parse:
    if target in TIMES:
        return times(zone, now)
    if target == "status":
        return statuses(plan.mapping.statuses, plan.unknown)
    if target in IDS:
        return ids(IDS[target], plan.masked, header)
    return SIMPLE[target]


def _check(shape: Shape, mapping: Mapping) -> None:
    chosen = check_columns(shape, mapping, TARGETS.__contains__, "an order has no such part")
    for needed, message in (
        ({"number"}, "no column holds the number of the order"),
        (set(TIMES), "no column says when: choose the one with the time of order or of payment"),
        (
            {"amount", "row_amount", "price"},
            "no column says how much: choose the order's amount, the row's, or the price",
        ),
    ):
        if not chosen & needed:
            raise BadMappingError(message)
    if {"amount", "row_amount"} <= chosen:
        message = "one column is the order's amount or the row's part of it; leave one out"
        raise BadMappingError(message)
    if {"refund", "row_refund"} <= chosen:
        message = "one column is the order's refund or the row's part of it; leave one out"
        raise BadMappingError(message)
    if wrong := [word for word in mapping.statuses.values() if word not in STANDINGS]:
        message = f"an order is never {wrong[0]}; it is one of {', '.join(STANDINGS)}"
        raise BadMappingError(message)
