"""Shapes that every kind of page draws: runs of dark modules and the logo in their middle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from .layout import LOGO_SHARE, TEAL, WHITE, Code


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled shape in millimetres; `box` is x, y, width, height."""

    kind: Literal["round", "ellipse", "polygon"]
    fill: str
    box: tuple[float, float, float, float] = (0, 0, 0, 0)
    radius: float = 0
    points: tuple[tuple[float, float], ...] = ()


def runs(modules: Sequence[bytes]) -> Iterator[tuple[int, int, int]]:
    """Dark modules as (row, first column, length)."""
    for row, line in enumerate(modules):
        at = 0
        for dark, group in groupby(line):
            length = sum(1 for _ in group)
            if dark:
                yield row, at, length
            at += length


def logo(code: Code) -> list[Shape]:
    """The pond's fish on its teal, with a white rim so that no module touches it.

    Error correction H restores 30 % of the modules; a fifth of the side hides 4 %.
    """
    side = code.side * LOGO_SHARE
    left, top = code.x + (code.side - side) / 2, code.y + (code.side - side) / 2

    def box(x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
        return left + x * side, top + y * side, width * side, height * side

    tail = ((0.60, 0.5), (0.80, 0.36), (0.80, 0.64))
    return [
        Shape("round", WHITE, box(0, 0, 1, 1), radius=side / 5),
        Shape("round", TEAL, box(1 / 12, 1 / 12, 5 / 6, 5 / 6), radius=side / 6),
        Shape("ellipse", WHITE, box(0.24, 0.36, 0.44, 0.28)),
        Shape("polygon", WHITE, points=tuple((left + x * side, top + y * side) for x, y in tail)),
        Shape("ellipse", TEAL, box(0.36, 0.45, 0.05, 0.05)),
    ]
