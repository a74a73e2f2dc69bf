"""From JSON to a tree; what does not fit is told with its place, and what to do."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, get_args

from pydantic import ValidationError

from .errors import ConditionError
from .faults import refusal
from .registry import specs
from .schemas import FaultError, Group, Leaf, Node
from .schemas.limits import DEPTH, EXPANDED_DEPTH, EXPANDED_LEAVES, LEAVES, VALUES
from .schemas.nodes import Op
from .schemas.windows import WINDOWS

OPS: Final = get_args(Op)
_KINDS: Final = {
    "bool_type": "yes_no",
    "dict_type": "object",
    "finite_number": "number",
    "float_type": "number",
    "int_from_float": "whole",
    "int_parsing_size": "whole",
    "int_type": "whole",
    "list_type": "list",
    "model_type": "object",
    "string_type": "text",
    "tuple_type": "list",
}
"""What pydantic wanted, by the name of its error."""
_SIMPLE: Final = {
    "missing": "missing",
    "extra_forbidden": "extra",
    "string_too_short": "text_short",
}
_NUMBERS: Final = frozenset({"number", "whole"})


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
        raise refusal(path, "no_condition")
    if "op" in raw and "leaf" not in raw:
        return _group(raw, path, depth, reading)
    if "leaf" in raw and "op" not in raw:
        return _leaf(raw, path, reading)
    raise refusal(path, "neither")


def _group(raw: dict[str, Any], path: str, depth: int, reading: _Reading) -> Group:
    _check_keys(raw, path, ("op", "of", "segment") if reading.expanded else ("op", "of"))
    if raw["op"] not in OPS:
        raise refusal(path, "op", found=raw["op"], known=OPS)
    if depth >= reading.depth:
        raise refusal(path, "deep", most=reading.depth)
    children = raw.get("of")
    if not isinstance(children, list):
        raise refusal(path, "no_list")
    if not children and (path or raw["op"] != "all"):
        raise refusal(path, "empty_group")
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
        raise refusal(whole, "many", most=reading.leaves)
    found = specs().get(raw["leaf"]) if isinstance(raw["leaf"], str) else None
    if found is None or not (found.written or reading.expanded):
        known = sorted(key for key, one in specs().items() if one.written)
        raise refusal(path, "leaf", found=raw["leaf"], known=known)
    if (values := _values(raw)) > VALUES:
        raise refusal(path, "values", n=values, most=VALUES)
    try:
        return found.model.model_validate_json(json.dumps(raw))
    except ValidationError as error:
        raise _tell(error, path, found.key) from None
    except (TypeError, ValueError, RecursionError):
        raise refusal(path, "json") from None


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
            raise refusal(path, "group_key", found=key, known=known)


def _tell(error: ValidationError, path: str, part: str) -> ConditionError:
    """The first thing that is wrong, with its place; `part` is what it is wrong with."""
    every = error.errors(include_url=False)
    place = _place(every[0])
    # A value that fits no branch of a union is told of once by each.
    same = [one for one in every if _place(one) == place]
    kinds = {_KINDS.get(one["type"]) for one in same}
    first = next((one for one in same if one["type"] not in _KINDS), None)
    where = ".".join(filter(None, (path, place)))
    if first is not None:
        key, values = _fault(first)
        return refusal(where, key, part=part, **values)
    kind = kinds.pop() if len(kinds) == 1 else "number" if kinds <= _NUMBERS else "scalar"
    return refusal(where, f"type_{kind}", found=every[0]["input"])


def _place(error: Mapping[str, Any]) -> str:
    return ".".join(str(part) for part in error["loc"] if not _is_inner(part))


def _is_inner(part: int | str) -> bool:
    """Names that pydantic gives to branches of unions are no places of the caller's."""
    return isinstance(part, str) and (
        part in {"ever", "sliding", "before", "calendar", "absolute", "bool", "int", "float", "str"}
        or "[" in part
        or "(" in part
        or part == "literal"
        or part.startswith("constrained-")
    )


def _fault(error: Mapping[str, Any]) -> tuple[str, dict[str, object]]:
    """The words for what pydantic tells that is no matter of the type, and what they name."""
    context, found = error.get("ctx", {}), error["input"]
    match error["type"]:
        case "missing" | "extra_forbidden" | "string_too_short":
            return _SIMPLE[error["type"]], {}
        case "literal_error":
            return "choice", {"found": found, "known": _names(context["expected"])}
        case "union_tag_invalid" | "union_tag_not_found":
            return "window", {"known": WINDOWS}
        case "too_long" | "too_short":
            ends = {
                "least": context.get("min_length", 0),
                "most": context.get("max_length", VALUES),
            }
            return "length", {"n": context["actual_length"], **ends}
        case "string_too_long":
            return "text_long", {"most": context["max_length"]}
        case "greater_than_equal":
            return "small", {"found": found, "end": context["ge"]}
        case "less_than_equal":
            return "large", {"found": found, "end": context["le"]}
        case "string_pattern_mismatch":
            return "pattern", {"found": found, "pattern": context["pattern"]}
        case "value_error" if isinstance(context["error"], FaultError):
            return context["error"].key, context["error"].values
        case "value_error":
            return "own", {"said": str(context["error"])}
        case _:
            return "other", {"found": found}


def _names(expected: str) -> list[str]:
    """The words in what pydantic expects, such as "'any', 'all' or 'none'"."""
    return re.findall(r"'([^']*)'", expected) or [expected]
