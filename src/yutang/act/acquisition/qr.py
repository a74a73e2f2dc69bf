"""A code's picture: read from WeCom's, drawn anew with a logo."""

import base64
import io

import segno
import zxingcpp
from PIL import Image, ImageDraw

LOGO_SHARE = 0.2
"""Of the side. Error correction H restores 30 % of the modules; a fifth of the side hides 4 %."""


class UnreadableQrError(Exception):
    """WeCom's picture holds no QR code that can be read."""


def decode(picture: bytes) -> str:
    """The content of the QR code in a picture; raises UnreadableQrError."""
    with Image.open(io.BytesIO(picture)) as image:
        found = zxingcpp.read_barcode(
            image.convert("L"), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        )
    if found is None or not found.text:
        message = "no QR code could be read in WeCom's picture"
        raise UnreadableQrError(message)
    return found.text


def draw_png(content: str, size: int) -> bytes:
    """A square PNG of at least `size` pixels a side with a quiet zone of 4 modules and a logo."""
    code = segno.make(content, error="h", micro=False)
    side, _ = code.symbol_size(border=4)
    scale = max(1, -(-size // side))
    buffer = io.BytesIO()
    code.save(buffer, kind="png", scale=scale, border=4)
    with Image.open(buffer) as plain:
        image = plain.convert("RGB")
    logo = _logo(round(image.width * LOGO_SHARE))
    place = (image.width - logo.width) // 2
    image.paste(logo, (place, place))
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def draw_svg(content: str) -> str:
    """The same as scalable drawing, for print."""
    code = segno.make(content, error="h", micro=False)
    side, _ = code.symbol_size(border=4)
    drawing = code.svg_inline(border=4, scale=1, omitsize=True)
    share = side * LOGO_SHARE
    start = (side - share) / 2
    picture = io.BytesIO()
    _logo(512).save(picture, "PNG", optimize=True)
    encoded = base64.b64encode(picture.getvalue()).decode()
    logo = (
        f'<image x="{start:.2f}" y="{start:.2f}" width="{share:.2f}" height="{share:.2f}"'
        f' href="data:image/png;base64,{encoded}"/>'
    )
    drawing = drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return drawing.replace("</svg>", f"{logo}</svg>")


def _logo(side: int) -> Image.Image:
    """The pond's fish on its teal, with a white rim so that no module touches it."""
    unit = side * 4
    image = Image.new("RGB", (unit, unit), "white")
    draw = ImageDraw.Draw(image)
    rim = unit // 12
    draw.rounded_rectangle((rim, rim, unit - rim, unit - rim), radius=unit // 6, fill="#0B7A75")
    middle = unit // 2
    draw.ellipse((unit * 0.24, unit * 0.36, unit * 0.68, unit * 0.64), fill="white")
    draw.polygon(
        [(unit * 0.60, middle), (unit * 0.80, unit * 0.36), (unit * 0.80, unit * 0.64)],
        fill="white",
    )
    eye = unit * 0.36
    draw.ellipse((eye, unit * 0.45, eye + unit * 0.05, unit * 0.50), fill="#0B7A75")
    return image.resize((side, side), Image.Resampling.LANCZOS)
