"""The page as PNG, for chats and screens; the resolution is written into it."""

import io

from PIL import Image, ImageDraw, ImageFont

from . import fonts, mark
from .layout import INK, QUIET_ZONE, TEAL, WHITE, Code, Sheet

_MM_AN_INCH = 25.4


def draw(sheet: Sheet) -> bytes:
    """A PNG whose pixels and resolution give the page's millimetres."""
    scale = sheet.dpi / _MM_AN_INCH
    image = Image.new("RGB", (round(sheet.width * scale), round(sheet.height * scale)), WHITE)
    pen = ImageDraw.Draw(image)
    x, y, width, height = sheet.bar
    pen.rectangle((x * scale, y * scale, (x + width) * scale, (y + height) * scale), fill=TEAL)
    _code(pen, sheet.code, scale)
    for line in sheet.lines:
        font = ImageFont.truetype(fonts.path(), line.height * scale)
        anchor = "ls" if line.anchor == "left" else "ms"
        pen.text((line.x * scale, line.y * scale), line.text, line.fill, font, anchor)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(sheet.dpi, sheet.dpi))
    return buffer.getvalue()


def _code(pen: ImageDraw.ImageDraw, code: Code, scale: float) -> None:
    unit = code.unit
    left, top = code.x + QUIET_ZONE * unit, code.y + QUIET_ZONE * unit
    for row, start, length in mark.runs(code.modules):
        # Edges are rounded, not lengths: neighbours share an edge and leave no gap.
        pen.rectangle(
            (
                round((left + start * unit) * scale),
                round((top + row * unit) * scale),
                round((left + (start + length) * unit) * scale) - 1,
                round((top + (row + 1) * unit) * scale) - 1,
            ),
            fill=INK,
        )
    for shape in mark.logo(code):
        x, y, width, height = shape.box
        corners = (x * scale, y * scale, (x + width) * scale, (y + height) * scale)
        match shape.kind:
            case "round":
                pen.rounded_rectangle(corners, shape.radius * scale, fill=shape.fill)
            case "ellipse":
                pen.ellipse(corners, fill=shape.fill)
            case "polygon":
                pen.polygon([(px * scale, py * scale) for px, py in shape.points], fill=shape.fill)
