"""What is emulated, as a table: for the docs, and for whoever asks the control API."""

import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from .areas import AREAS
from .calls import Verb
from .gate import GET_TOKEN
from .limits import Limits
from .quotas import ONE_AT_A_TIME
from .scope import ALIASES, OUTSIDE, PREFIX, RETIRED

CHECKED = "2026-11-26"
"""When the emulator was last held against WeCom's documents, whole."""
_GATE = "gate"


@dataclass(frozen=True, slots=True)
class Row:
    """One API."""

    area: str
    method: str
    path: str
    document: str
    parallel: str
    """How many calls of a corp it takes at a time; empty where nothing counts them."""
    open: str
    """What WeCom's documents leave open; empty where they are plain."""


def _parallel(name: str, verb: Verb, limits: Limits) -> str:
    most = limits.parallel_of_api.get(name, limits.parallel if verb.counts_parallel else 0)
    told = str(most) if most else ""
    if pair := ONE_AT_A_TIME.get(name):
        told = f"{told}; 1 × {' + '.join(pair)}".removeprefix("; ")
    return told


def rows() -> Iterator[Row]:
    """Every API that is emulated, by area and path."""
    limits = Limits()
    yield Row(_GATE, "GET", PREFIX + GET_TOKEN, "91039", "", "")
    for area, verbs in sorted(AREAS.items()):
        for name, verb in sorted(verbs.items()):
            yield Row(
                area,
                verb.method,
                PREFIX + name,
                verb.document,
                _parallel(name, verb, limits),
                verb.open,
            )


def describe_area(area: str) -> str:
    """What an area is for, in its own words."""
    module = sys.modules.get(f"wecom_emulator.areas.{area}")
    if module is None or module.__doc__ is None:
        return "The token everything begins with"
    return module.__doc__.strip().splitlines()[0].rstrip(".")


def table() -> dict[str, Any]:
    """All of it."""
    return {
        "checked": CHECKED,
        "apis": [asdict(row) for row in rows()],
        "aliases": {PREFIX + old: PREFIX + new for old, new in ALIASES.items()},
        "retired": [PREFIX + name for name in RETIRED],
        "outside": [asdict(each) | {"begins": PREFIX + each.begins} for each in OUTSIDE],
    }
