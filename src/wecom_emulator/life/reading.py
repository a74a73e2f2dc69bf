"""Reads a scenario's text and says where in it something is wrong."""

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from .checking import check
from .scenario import Scenario

MOST_BYTES = 1 << 20
_MOST_DEPTH = 30
# The same in C where the wheel has it: ten times as fast.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
SHIPPED = Path(__file__).parent.parent / "scenarios"


class ScenarioError(Exception):
    """A scenario that cannot be lived; the text names field and, where there are lines, line."""


def shipped() -> list[str]:
    """The names of the scenarios that come with the emulator."""
    return sorted(file.stem for file in SHIPPED.glob("*.yaml"))


@functools.cache
def read_shipped(name: str) -> Scenario:
    """One of them; raises ScenarioError."""
    if name not in shipped():
        message = f"no scenario {name}: {', '.join(shipped())} come with the emulator"
        raise ScenarioError(message)
    return read_text((SHIPPED / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")


def read_text(text: str, file: str = "scenario") -> Scenario:
    """A scenario from YAML; raises ScenarioError with the line and the field of each fault."""
    if len(text.encode()) > MOST_BYTES:
        message = f"{file} is larger than {MOST_BYTES >> 20} MB"
        raise ScenarioError(message)
    try:
        _check_events(text, file)
        # All plain values stay text, so that 18:30 is no number of minutes and no is no false.
        loader = _LOADER(text)
        root = loader.get_single_node()
        data = None if root is None else loader.construct_document(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f", line {mark.line + 1}" if mark is not None else ""
        message = f"{file}{where}: {error.problem or error.context}"
        raise ScenarioError(message) from None
    except yaml.YAMLError as error:
        message = f"{file}: {error}"
        raise ScenarioError(message) from None
    return _read(data, file, root)


def _check_events(text: str, file: str) -> None:
    """Refuse what is small to write and large to read."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        mark = event.start_mark
        line = mark.line + 1 if mark is not None else 0
        if isinstance(event, yaml.AliasEvent):
            message = f"{file}, line {line}: aliases are not read"
            raise ScenarioError(message)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MOST_DEPTH:
            message = f"{file}, line {line}: nested deeper than {_MOST_DEPTH}"
            raise ScenarioError(message)


def read_data(data: object) -> Scenario:
    """A scenario from JSON; raises ScenarioError with the field of each fault."""
    return _read(data, "scenario", None)


def _read(data: object, file: str, root: yaml.Node | None) -> Scenario:
    if not isinstance(data, dict):
        message = f"{file}: a scenario is a mapping of fields, with at least a name"
        raise ScenarioError(message)
    try:
        scenario = Scenario.model_validate(data)
        faults = check(scenario)
    except ValidationError as error:
        faults = [(each["loc"], _words(each)) for each in error.errors(include_url=False)]
    if faults:
        raise ScenarioError("\n".join(_line(file, root, path, words) for path, words in faults))
    return scenario


def _words(error: Any) -> str:
    if error["type"] == "extra_forbidden":
        return "no such field"
    return str(error["msg"]).removeprefix("Value error, ")


def _line(file: str, root: yaml.Node | None, path: Sequence[str | int], words: str) -> str:
    where = "" if root is None else f", line {_mark(root, path)}"
    name = ".".join(str(part) for part in path if part != "[key]")
    return f"{file}{where}: {name}: {words}"


def _mark(node: yaml.Node, path: Sequence[str | int]) -> int:
    """The line of a field, or of the nearest thing around it that is there."""
    line = node.start_mark.line + 1
    for part in path:
        inner: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(part):
                    line, inner = key.start_mark.line + 1, value
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            inner = node.value[part] if part < len(node.value) else None
            line = inner.start_mark.line + 1 if inner is not None else line
        if inner is None:
            break
        node = inner
    return line
