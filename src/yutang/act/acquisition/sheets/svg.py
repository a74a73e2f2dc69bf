"""The page as SVG: text as outlines, so that it looks the same where the font is missing."""

from xml.sax.saxutils import escape, quoteattr

from . import fonts, mark
from .layout import INK, QUIET_ZONE, TEAL, WHITE, Code, Line, Sheet


def draw(sheet: Sheet) -> bytes:
    """An SVG of true millimetres."""
    x, y, width, height = sheet.bar
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{sheet.width:g}mm"'
        f' height="{sheet.height:g}mm" viewBox="0 0 {sheet.width:g} {sheet.height:g}"'
        f' role="img" aria-label={quoteattr(sheet.description)}>'
    )
    parts = [
        head,
        f"<title>{escape(sheet.description)}</title>",
        f'<rect width="{sheet.width:g}" height="{sheet.height:g}" fill="{WHITE}"/>',
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{TEAL}"/>',
        _modules(sheet.code),
        *(_shape(shape) for shape in mark.logo(sheet.code)),
        *(_line(line) for line in sheet.lines),
        "</svg>",
    ]
    return "".join(parts).encode()


def _modules(code: Code) -> str:
    unit = code.unit
    runs = "".join(
        f"M{start} {row}h{length}v1h-{length}z" for row, start, length in mark.runs(code.modules)
    )
    left, top = code.x + QUIET_ZONE * unit, code.y + QUIET_ZONE * unit
    # crispEdges: without it a printer's preview shows hairlines between the rows.
    return (
        f'<path transform="translate({left:.4f} {top:.4f}) scale({unit:.6f})"'
        f' shape-rendering="crispEdges" fill="{INK}" d="{runs}"/>'
    )


def _shape(shape: mark.Shape) -> str:
    points = " ".join(f"{x:.3f},{y:.3f}" for x, y in shape.points)
    x, y, width, height = shape.box
    match shape.kind:
        case "round":
            return (
                f'<rect x="{x:.3f}" y="{y:.3f}" width="{width:.3f}" height="{height:.3f}"'
                f' rx="{shape.radius:.3f}" fill="{shape.fill}"/>'
            )
        case "ellipse":
            return (
                f'<ellipse cx="{x + width / 2:.3f}" cy="{y + height / 2:.3f}"'
                f' rx="{width / 2:.3f}" ry="{height / 2:.3f}" fill="{shape.fill}"/>'
            )
        case "polygon":
            return f'<polygon points="{points}" fill="{shape.fill}"/>'


def _line(line: Line) -> str:
    width = fonts.width(line.text, line.height)
    start = line.x if line.anchor == "left" else line.x - width / 2
    scale = line.height / 1000
    glyphs = "".join(
        f'<path transform="translate({at:g} 0)" d="{path}"/>'
        for path, at in fonts.outline(line.text)
        if path
    )
    return (
        f'<g fill="{line.fill}" transform="translate({start:.3f} {line.y:.3f})'
        f' scale({scale:.6f} -{scale:.6f})">{glyphs}</g>'
    )
