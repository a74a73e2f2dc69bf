"""Samples: what is sent and answered, in the documented shapes, typed with values of our own.

A file holds one call. `call` is the API, `query` or `body` what is sent, `answer` the whole answer.
`needs` names ids of the cast that must be there though the call does not name them, `secret` is
`contacts` where only that one may call. What the proof lets pass is said with its reason:
`dropped` are answered fields that the client does not keep, `absent` those that the emulator
never has, `beyond` those that it has and the sample has not, `unsent` what the client never asks.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "samples"
Reasons = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sample:
    """One call and its answer."""

    key: str
    call: str
    answer: dict[str, Any]
    body: dict[str, Any] | None = None
    query: dict[str, Any] = field(default_factory=dict)
    file: str = ""
    """The kind of file that is uploaded with it."""
    secret: str = "app"
    needs: tuple[str, ...] = ()
    dropped: Reasons = field(default_factory=dict)
    absent: Reasons = field(default_factory=dict)
    beyond: Reasons = field(default_factory=dict)
    unsent: Reasons = field(default_factory=dict)


def read(path: Path) -> Sample:
    """The sample of a file; its key is `area/name`."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return Sample(key=path.relative_to(FOLDER).with_suffix("").as_posix(), **told)


SAMPLES = {sample.key: sample for sample in map(read, sorted(FOLDER.glob("*/*.json")))}


def leaves(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that holds no other one, with the way to it: `tag_group.0.tag.1.name`."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from leaves(part, f"{at}.{name}")
    elif isinstance(value, list | tuple):
        for place, part in enumerate(value):
            yield from leaves(part, f"{at}.{place}")
    else:
        yield at.removeprefix("."), value


def merged(items: list[Any]) -> Any:
    """One item with all that any of them has, so that a list is compared by what may be in it."""
    if not all(isinstance(item, Mapping) for item in items):
        return items[0]
    names = dict.fromkeys(name for item in items for name in item)
    return {name: _joined([item[name] for item in items if name in item]) for name in names}


def _joined(values: list[Any]) -> Any:
    if all(isinstance(value, Mapping) for value in values):
        return merged(values)
    if all(isinstance(value, list) for value in values):
        return [part for value in values for part in value]
    return values[0]


def kind_of(value: Any) -> str:
    """What JSON calls it."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "string"
    if value is None:
        return "null"
    return "object" if isinstance(value, Mapping) else "array"


def lacks(shown: Any, has: Any, at: str = "") -> dict[str, str]:
    """Where the second lacks what the first shows: by name `x.y[].z`, what is wrong there."""
    if kind_of(shown) != kind_of(has):
        return {at: f"{kind_of(shown)}, not {kind_of(has)}"}
    if isinstance(shown, Mapping):
        found: dict[str, str] = {}
        for name, part in shown.items():
            way = f"{at}.{name}".removeprefix(".")
            found |= lacks(part, has[name], way) if name in has else {way: "is not there"}
        return found
    if isinstance(shown, list) and shown:
        return lacks(merged(shown), merged(has), f"{at}[]") if has else {at: "is empty"}
    return {}
