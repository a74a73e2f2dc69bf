"""Requests in WeCom's shape: what is not given is left out."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any


def given(**values: Any) -> dict[str, Any]:
    """Return the values that are not None, sequences as lists and parts as objects."""
    return {name: _plain(value) for name, value in values.items() if value is not None}


def plain(part: Any) -> dict[str, Any]:
    """Return a dataclass as an object without the fields that are None.

    A part of it that has a ``json`` of its own is written by that.
    """
    return given(**{at.name: getattr(part, at.name) for at in fields(part)})


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return value.json() if hasattr(value, "json") else plain(value)
    if isinstance(value, Mapping):
        return given(**value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(part) for part in value]
    return value
