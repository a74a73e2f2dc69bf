"""The page as PDF: vectors, a page of true millimetres, the font's subset inside."""

from fpdf import FPDF

from . import fonts, mark
from .layout import INK, QUIET_ZONE, TEAL, Code, Sheet

_POINTS_A_MM = 72 / 25.4


def draw(sheet: Sheet) -> bytes:
    """A PDF of one page."""
    page = FPDF(unit="mm", format=(sheet.width, sheet.height))
    page.set_margin(0)
    page.set_auto_page_break(auto=False)
    page.set_title(sheet.description)
    page.set_producer("Yutang")
    page.add_page()
    page.set_fill_color(TEAL)
    page.rect(*sheet.bar, style="F")
    _code(page, sheet.code)
    page.add_font("sheet", fname=fonts.path())
    for line in sheet.lines:
        page.set_font("sheet", size=line.height * _POINTS_A_MM)
        page.set_text_color(line.fill)
        start = line.x if line.anchor == "left" else line.x - page.get_string_width(line.text) / 2
        page.text(start, line.y, line.text)
    return bytes(page.output())


def _code(page: FPDF, code: Code) -> None:
    unit = code.unit
    left, top = code.x + QUIET_ZONE * unit, code.y + QUIET_ZONE * unit
    page.set_fill_color(INK)
    for row, start, length in mark.runs(code.modules):
        page.rect(left + start * unit, top + row * unit, length * unit, unit, style="F")
    for shape in mark.logo(code):
        page.set_fill_color(shape.fill)
        match shape.kind:
            case "round":
                page.rect(*shape.box, style="F", round_corners=True, corner_radius=shape.radius)
            case "ellipse":
                page.ellipse(*shape.box, style="F")
            case "polygon":
                page.polygon(list(shape.points), style="F")
