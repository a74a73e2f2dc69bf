"""What a mapping of a file of behaviour means: a reader for each column."""

from datetime import datetime

from yutang.people.kinds import service as kinds

from .cleaning import Reader
from .errors import BadMappingError
from .event_cells import Looks
from .event_words import PROPERTY, TARGETS, WHO
from .order_parsing import IDS, ids, of_order, times
from .parsing import Parse, parse_id
from .planning import Plan, check_columns
from .schemas import Mapping, Shape

ORDERS = "order."
"""Kinds of this family are orders: they have a file of their own."""
_IDS: dict[str, Parse] = {**IDS, "device": parse_id}


def make_event_plan(
    shape: Shape, mapping: Mapping, zone: str, now: datetime, outlook: kinds.Outlook
) -> Plan:
    """A reader for each column. Raises BadMappingError."""
    _check(shape, mapping)
    _check_kind(mapping.kind, outlook)
    plan = Plan(mapping, [], zone=zone)
    names = {column.index: column.name for column in shape.columns}
    for index, target in sorted(mapping.columns.items()):
        if target.startswith(PROPERTY):
            column = f"p{index:d}"
            plan.properties[column] = target.removeprefix(PROPERTY)
            looks = plan.looks[index] = Looks(shape.looks.get(index))
            plan.readers.append(Reader(index, names[index], column, of_order(looks)))
            continue
        parse = _parser(target, names[index], plan, zone, now)
        plan.readers.append(Reader(index, names[index], target, of_order(parse)))
    return plan


def _parser(target: str, header: str, plan: Plan, zone: str, now: datetime) -> Parse:
    if target == "at":
        return times(zone, now)
    if target == "kind":
        return _words
    return ids(_IDS[target], plan.masked, header)


def _words(text: str) -> str:
    return " ".join(text.split())


def _check(shape: Shape, mapping: Mapping) -> None:
    def knows(target: str) -> bool:
        return target in TARGETS or target.startswith(PROPERTY)

    chosen = check_columns(shape, mapping, knows, "an event has no such part")
    for target in sorted(chosen - set(TARGETS)):
        name = target.removeprefix(PROPERTY)
        if kinds.property_name(name) != name:
            message = f"a property cannot be called 「{name}」: letters, digits, _ . - only"
            raise BadMappingError(message)
    if "kind" not in chosen and mapping.kind is None:
        message = "nothing says what happened: choose the column of it, or one for the whole file"
        raise BadMappingError(message)
    if "kind" in chosen and mapping.kind is not None:
        message = "what happened is in a column or the same for the whole file; leave one out"
        raise BadMappingError(message)
    if "at" not in chosen:
        message = "no column says when it happened"
        raise BadMappingError(message)
    if not chosen & set(WHO):
        message = (
            "no column says who it was: choose the one that holds member numbers, phone numbers,"
            " openids, unionids, WeCom ids or devices"
        )
        raise BadMappingError(message)


def _check_kind(said: str | None, outlook: kinds.Outlook) -> None:
    if said is None:
        return
    kind = outlook.kind_of(said)
    if kind is None:
        message = f"there is no kind of event 「{said}」 here; choose one of the list"
        raise BadMappingError(message)
    if kind.startswith(ORDERS):
        message = f"「{said}」 is about orders: import this as a file of orders"
        raise BadMappingError(message)
