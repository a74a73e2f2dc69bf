"""What stands where in the body of a webhook that has a shape of its own."""

import re
from collections.abc import Iterator
from typing import Any, Final

from .errors import BadMappingError
from .messages import ID_KINDS, NAME_CHARACTERS
from .schemas import SourceMapping

_STEP: Final = re.compile(r"\.?([^.\[\]\"]+)|\[(\d{1,4})\]|\[\"([^\"\]]+)\"\]")
MOST_STEPS: Final = 12


def check_mapping(mapping: SourceMapping) -> None:
    """Raises BadMappingError where a path cannot be read, or a kind of id is unknown."""
    named = {
        "each": mapping.each,
        "message": mapping.message,
        "kind": mapping.kind,
        "at": mapping.at,
        **{f"ids.{kind}": path for kind, path in mapping.ids.items()},
        **{f"properties.{name}": path for name, path in mapping.properties.items()},
    }
    for name, path in named.items():
        if path and _steps(path) is None:
            what = f"the path of {name} cannot be read; write it as data.orders[0].number"
            raise BadMappingError(what)
    if unknown := sorted(set(mapping.ids) - set(ID_KINDS)):
        what = f"there is no id of kind {', '.join(unknown)}; there are {', '.join(ID_KINDS)}"
        raise BadMappingError(what)
    if not mapping.kind and not mapping.fixed_kind:
        what = "say which event it is: a path where its kind stands, or one kind for all"
        raise BadMappingError(what)
    if not mapping.ids:
        what = "say whose it is: at least one path of an id"
        raise BadMappingError(what)


def mapped(mapping: SourceMapping, document: Any) -> dict[str, Any]:
    """The body as a batch of the usual shape."""
    found = _at(mapping.each, document) if mapping.each else document
    return {"batch": [_one(mapping, one, document) for one in _many(found)]}


def _many(found: Any) -> Iterator[Any]:
    if isinstance(found, list):
        yield from found
    else:
        yield found


def _one(mapping: SourceMapping, one: Any, document: Any) -> dict[str, Any]:
    def value(path: str) -> Any:
        # What is said once of all stands outside of the list.
        within = _at(path, one)
        return within if within is not None else _at(path, document)

    said = value(mapping.kind) if mapping.kind else None
    kind = mapping.kinds.get(str(said), str(said)) if said is not None else mapping.fixed_kind
    raw: dict[str, Any] = {
        "type": "track",
        "event": (kind or "")[:NAME_CHARACTERS],
        "ids": {
            kind: found
            for kind, path in mapping.ids.items()
            if (found := value(path)) is not None and found != ""
        },
        "properties": {
            name: found
            for name, path in mapping.properties.items()
            if (found := value(path)) is not None
        },
    }
    if mapping.at and (at := value(mapping.at)) is not None:
        raw["timestamp"] = at
    if mapping.message and (message := value(mapping.message)) is not None:
        raw["messageId"] = f"{raw['event']}:{message}"
    return raw


def _at(path: str, document: Any) -> Any:
    found = document
    for step in _steps(path) or ():
        if isinstance(found, dict) and isinstance(step, str):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int) and step < len(found):
            found = found[step]
        else:
            return None
    return found


def _steps(path: str) -> list[str | int] | None:
    steps: list[str | int] = []
    place = 0
    trimmed = path.removeprefix("$")
    while place < len(trimmed):
        found = _STEP.match(trimmed, place)
        if found is None or len(steps) == MOST_STEPS:
            return None
        name, number, quoted = found.groups()
        steps.append(int(number) if number is not None else name or quoted)
        place = found.end()
    return steps or None
