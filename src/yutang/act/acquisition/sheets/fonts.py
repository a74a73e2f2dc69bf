"""Noto Sans SC (SIL Open Font License 1.1), from a wheel: a server has no Chinese font of its own.

It goes into a print as a subset or as outlines, so a print shop needs no font either.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from pylopdf_fonts_zh_cn import sans_path

from yutang.act.acquisition.errors import UndrawableTextError

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_READING = Lock()
"""A font reads its tables when they are asked for, from one file: one thread at a time."""


def path() -> Path:
    """Where the font lies."""
    return Path(sans_path())


@cache
def _font() -> TTFont:
    # Read when a print is drawn, not at each start of a process.
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    return TTFont(path(), lazy=True)


@cache
def _letters() -> dict[int, str]:
    letters: dict[int, str] = _font().getBestCmap()
    return letters


def check(text: str) -> None:
    """Raise UndrawableTextError for characters the font lacks."""
    with _READING:
        letters = _letters()
    missing = dict.fromkeys(sign for sign in text if ord(sign) not in letters)
    if missing:
        raise UndrawableTextError(" ".join(missing))


def width(text: str, height: float) -> float:
    """How wide a line is, in the unit of its height."""
    with _READING:
        letters, metrics = _letters(), _font()["hmtx"]
        units = sum(metrics[letters[ord(sign)]][0] for sign in text)
        return float(units * height / _font()["head"].unitsPerEm)


def outline(text: str) -> list[tuple[str, float]]:
    """Each glyph as an SVG path (y upwards) and where it begins, both in units of the em = 1000."""
    from fontTools.pens.svgPathPen import SVGPathPen  # noqa: PLC0415

    drawn: list[tuple[str, float]] = []
    with _READING:
        glyphs, letters, metrics = _font().getGlyphSet(), _letters(), _font()["hmtx"]
        at = 0.0
        for sign in text:
            name = letters[ord(sign)]
            pen = SVGPathPen(glyphs)
            glyphs[name].draw(pen)
            drawn.append((pen.getCommands(), at))
            at += metrics[name][0]
    return drawn
