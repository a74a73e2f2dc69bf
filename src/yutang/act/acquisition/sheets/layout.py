"""Where everything stands on a page, in millimetres from its top left corner.

Sizes: badge ISO/IEC 7810 ID-1 (85.60 × 53.98), which print shops cut as 86 × 54; poster A3 of
ISO 216; table card and roll-up stand are what Chinese print shops sell as 100 × 150 mm and
80 × 180 cm. All are white to the edge, so none needs a bleed.
"""

from dataclasses import dataclass
from typing import Literal

import segno

from . import fonts

Size = Literal["badge", "table_card", "poster", "stand"]
Anchor = Literal["left", "middle"]

INK = "#1B2429"
QUIET = "#626F77"
TEAL = "#0B7A75"
WHITE = "#FFFFFF"
QUIET_ZONE = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""
LOGO_SHARE = 0.2
_LINE = 1.25


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the page besides the code."""

    title: str
    caption: str
    company: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: `x` by anchor, `y` its baseline, `height` the font size."""

    text: str
    x: float
    y: float
    height: float
    fill: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Code:
    """The QR code: its square with the quiet zone, and which modules are dark."""

    x: float
    y: float
    side: float
    modules: tuple[bytes, ...]

    @property
    def unit(self) -> float:
        """The side of one module."""
        return self.side / (len(self.modules) + 2 * QUIET_ZONE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size, a code, lines of text, a teal bar at an edge (x, y, width, height)."""

    width: float
    height: float
    dpi: int
    code: Code
    lines: tuple[Line, ...]
    bar: tuple[float, float, float, float]
    description: str


_PAGES: dict[Size, tuple[float, float, int]] = {
    # A stand is read from two metres: 100 dpi is what large printers ask for.
    "badge": (86, 54, 300),
    "table_card": (100, 150, 300),
    "poster": (297, 420, 200),
    "stand": (800, 1800, 100),
}


def arrange(size: Size, content: str, words: Words) -> Sheet:
    """Lay out a page; raises UndrawableTextError for characters the font lacks."""
    fonts.check(words.title + words.caption + words.company)
    modules = tuple(bytes(row) for row in segno.make(content, error="h", micro=False).matrix)
    width, height, dpi = _PAGES[size]
    arranged = _beside if size == "badge" else _below
    code, lines, bar = arranged(width, height, modules, words)
    spoken = " · ".join(filter(None, (words.title, words.caption, words.company)))
    return Sheet(width, height, dpi, code, lines, bar, spoken)


def _fit(text: str, height: float, room: float) -> float:
    """The font size at which the text is no wider than its room."""
    width = fonts.width(text, height)
    return height if width <= room else height * room / width


_Arranged = tuple[Code, tuple[Line, ...], tuple[float, float, float, float]]


def _beside(width: float, height: float, modules: tuple[bytes, ...], words: Words) -> _Arranged:
    """The code at the left, the words at its right."""
    bar = 2.0
    side = height - bar - 6
    code = Code(3, bar + 3, side, modules)
    left = code.x + side + 2
    room = width - left - 4
    lines: list[Line] = []
    rows = [(words.title, 5.0, INK), (words.caption, 3.2, INK)]
    y = code.y + side * 0.34
    for text, wanted, fill in rows:
        if text:
            tall = _fit(text, wanted, room)
            y += tall
            lines.append(Line(text, left, y, tall, fill, "left"))
            y += tall * (_LINE - 1) + 1.2
    tall = _fit(words.company, 2.6, room)
    lines.append(Line(words.company, left, code.y + side - code.unit * 4, tall, QUIET, "left"))
    return code, tuple(lines), (0, 0, width, bar)


def _below(width: float, height: float, modules: tuple[bytes, ...], words: Words) -> _Arranged:
    """Words over the code, the company at the foot; what is not said leaves no hole."""
    bar = height * 0.02
    side = width * 0.74
    room = width * 0.84
    rows = [
        (words.title, width * 0.085, INK),
        (words.caption, width * 0.052, INK),
    ]
    said = [(text, _fit(text, tall, room), fill) for text, tall, fill in rows if text]
    gap = width * 0.03
    block = sum(tall + gap for _, tall, _ in said) + side
    # Slightly above the middle: that is where an eye looks for the middle.
    y = bar + (height - bar - block) * 0.42
    lines: list[Line] = []
    for text, tall, fill in said:
        y += tall
        lines.append(Line(text, width / 2, y, tall, fill, "middle"))
        y += gap
    code = Code((width - side) / 2, y, side, modules)
    tall = _fit(words.company, width * 0.036, room)
    lines.append(Line(words.company, width / 2, height - width * 0.07, tall, QUIET, "middle"))
    return code, tuple(lines), (0, 0, width, bar)
