"""From JSON to a tree; what does not fit is told with its place, and what to do."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, get_args

from pydantic import ValidationError

from .errors import ConditionError
from .registry import specs
from .schemas import Group, Leaf, Node
from .schemas.limits import DEPTH, EXPANDED_DEPTH, EXPANDED_LEAVES, LEAVES, VALUES
from .schemas.nodes import Op

OPS: Final = get_args(Op)
_SHOWN: Final = 40


@dataclass(slots=True)
class _Reading:
    depth: int
    leaves: int
    expanded: bool
    seen: int = field(default=0)


def parse(raw: object, *, expanded: bool = False) -> Node:
    """The tree that JSON means. Raises ConditionError.

    `expanded`: segments were replaced by what they are, so it may be larger and hold what people
    may not write.
    """
    if isinstance(raw, Group | Leaf):
        return raw
    reading = (
        _Reading(EXPANDED_DEPTH, EXPANDED_LEAVES, expanded=True)
        if expanded
        else _Reading(DEPTH, LEAVES, expanded=False)
    )
    return _node(raw, "", 0, reading)


def _node(raw: object, path: str, depth: int, reading: _Reading) -> Node:
    if not isinstance(raw, dict):
        raise ConditionError(path, "is no condition", 'write {"op": …} or {"leaf": …}')
    if "op" in raw and "leaf" not in raw:
        return _group(raw, path, depth, reading)
    if "leaf" in raw and "op" not in raw:
        return _leaf(raw, path, reading)
    raise ConditionError(
        path, "is neither a group nor a leaf", 'write {"op": …, "of": […]} or {"leaf": …}'
    )


def _group(raw: dict[str, Any], path: str, depth: int, reading: _Reading) -> Group:
    _check_keys(raw, path, ("op", "of", "segment") if reading.expanded else ("op", "of"))
    if raw["op"] not in OPS:
        raise ConditionError(
            path, f"has the group {_show(raw['op'])}", f"use one of {', '.join(OPS)}"
        )
    if depth >= reading.depth:
        raise ConditionError(
            path,
            f"has more than {reading.depth} groups inside each other",
            "make it flatter, or save a part as a segment and use that",
        )
    children = raw.get("of")
    if not isinstance(children, list):
        raise ConditionError(path, "has no list `of`", "list its conditions there")
    if not children and (path or raw["op"] != "all"):
        raise ConditionError(path, "is an empty group", "add a condition, or take the group away")
    nodes = []
    for place, child in enumerate(children):
        nodes.append(_node(child, f"{path}.{place}" if path else str(place), depth + 1, reading))
    try:
        return Group(op=raw["op"], of=tuple(nodes), segment=raw.get("segment"))
    except ValidationError as error:
        raise _tell(error, path, "group") from None


def _leaf(raw: dict[str, Any], path: str, reading: _Reading) -> Leaf:
    reading.seen += 1
    if reading.seen > reading.leaves:
        whole = ""
        raise ConditionError(
            whole,
            f"has more than {reading.leaves:,} conditions",
            "join those of one kind into one (a list of tags, say), or save a part as a segment",
        )
    found = specs().get(raw["leaf"]) if isinstance(raw["leaf"], str) else None
    if found is None or not (found.written or reading.expanded):
        known = ", ".join(sorted(key for key, one in specs().items() if one.written))
        raise ConditionError(
            path, f"asks for {_show(raw['leaf'])}, which is no leaf", f"use one of {known}"
        )
    if (values := _values(raw)) > VALUES:
        raise ConditionError(
            path,
            f"holds {values:,} values, at most {VALUES:,} are possible",
            "make a list of them and use that",
        )
    try:
        return found.model.model_validate_json(json.dumps(raw))
    except ValidationError as error:
        raise _tell(error, path, f"leaf `{found.key}`") from None
    except (TypeError, ValueError, RecursionError):
        raise ConditionError(path, "is no JSON", "send plain JSON") from None


def _values(raw: dict[str, Any]) -> int:
    """How many values its lists hold; only as deep as any leaf goes."""
    found = 0
    waiting: list[tuple[object, int]] = [(raw, 0)]
    while waiting:
        one, depth = waiting.pop()
        if isinstance(one, list):
            found += len(one)
        if found > VALUES or depth > DEPTH:
            break
        inner = one if isinstance(one, list) else one.values() if isinstance(one, dict) else ()
        waiting.extend((each, depth + 1) for each in inner if isinstance(each, list | dict))
    return found


def _check_keys(raw: dict[str, Any], path: str, known: Sequence[str]) -> None:
    for key in raw:
        if key not in known:
            raise ConditionError(
                path,
                f"has {_show(key)}, which no group has",
                f"take it away; a group has {', '.join(known)}",
            )


def _tell(error: ValidationError, path: str, what: str) -> ConditionError:
    """The first thing that is wrong, with its place."""
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"] if not _is_inner(part))
    told, todo = _words(first, what)
    return ConditionError(".".join(filter(None, (path, place))), told, todo)


def _is_inner(part: int | str) -> bool:
    """Names that pydantic gives to branches of unions are no places of the caller's."""
    return isinstance(part, str) and (
        part in {"ever", "sliding", "before", "calendar", "absolute", "bool", "int", "float", "str"}
        or "[" in part
        or "(" in part
        or part == "literal"
    )


def _words(error: Mapping[str, Any], what: str) -> tuple[str, str]:
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return "is missing", f"the {what} needs it"
        case "extra_forbidden":
            return f"is no part of the {what}", "take it away"
        case "literal_error":
            return f"is {_show(error['input'])}", f"use {context['expected']}"
        case "union_tag_invalid" | "union_tag_not_found":
            known = context.get("expected_tags", "'ever', 'sliding', 'before', …")
            return "is no window", f"its `kind` is one of {known}"
        case "too_long" | "too_short":
            ends = f"{context.get('min_length', 0)} to {context.get('max_length', VALUES):,}"
            return f"holds {context['actual_length']:,}", f"give {ends}"
        case "greater_than_equal" | "less_than_equal":
            end = context.get("ge", context.get("le"))
            least = "at least" if "ge" in context else "at most"
            return f"is {_show(error['input'])}", f"{least} {end:,} is possible"
        case "string_pattern_mismatch":
            return f"is {_show(error['input'])}", f"it must match {context['pattern']}"
        case "value_error":
            told, _, todo = str(context["error"]).partition("; ")
            return told, todo or "mend it"
        case _:
            return f"is {_show(error['input'])}", error["msg"][:1].lower() + error["msg"][1:]


def _show(value: object) -> str:
    told = repr(value)
    return told if len(told) <= _SHOWN else f"{told[: _SHOWN - 1]}…"
