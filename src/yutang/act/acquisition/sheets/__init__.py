"""The code on a page for the print shop: badge, table card, poster, stand, in true millimetres."""

from typing import Literal

from .layout import Size, Words, arrange

Kind = Literal["pdf", "png", "svg"]
MEDIA_TYPES: dict[Kind, str] = {
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
}

__all__ = ("MEDIA_TYPES", "Kind", "Size", "Words", "draw")


def draw(kind: Kind, size: Size, content: str, words: Words) -> bytes:
    """The page with a QR code of `content`; raises UndrawableTextError."""
    # What draws reads much: half a second of every start otherwise.
    from . import pdf, png, svg  # noqa: PLC0415

    sheet = arrange(size, content, words)
    match kind:
        case "pdf":
            return pdf.draw(sheet)
        case "png":
            return png.draw(sheet)
        case "svg":
            return svg.draw(sheet)
