"""What every benchmark prints: versions, a table, and the JSON object of its keys."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version

from rich.console import Console
from rich.table import Table

CONSOLE = Console()


def show_versions(*packages: str, **others: str) -> None:
    """The machine and the versions that took part."""
    parts = [f"Python {platform.python_version()}", f"{os.cpu_count()} cores"]
    parts += [f"{name} {version(name)}" for name in packages]
    parts += [f"{name} {value}" for name, value in others.items()]
    CONSOLE.print(", ".join(parts), style="dim", markup=False)


def show_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """One table for people."""
    table = Table(title=title)
    for place, column in enumerate(columns):
        table.add_column(column, justify="left" if place == 0 else "right")
    for row in rows:
        table.add_row(*(str(value) for value in row))
    CONSOLE.print(table)


def show_bounds(keys: Mapping[str, object], bounds: Mapping[str, tuple[str, float]]) -> None:
    """Each bound and whether it was met; `bounds` maps a key to (">=" or "<=", figure)."""
    rows = []
    for key, (sense, figure) in bounds.items():
        value = keys[key]
        met = isinstance(value, int | float) and (
            value >= figure if sense == ">=" else value <= figure
        )
        rows.append((key, value, f"{sense} {figure:g}", "met" if met else "NOT met"))
    show_table("bounds", ("key", "measured", "must be", ""), rows)


def print_keys(keys: Mapping[str, object]) -> None:
    """The JSON object, alone on the last line."""
    print(json.dumps(dict(keys)))
