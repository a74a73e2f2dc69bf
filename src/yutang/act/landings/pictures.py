"""A page's picture, small enough for any phone."""

import io
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageOps

from .errors import PictureTooLargeError
from .schemas import PICTURE_BYTES

SIDES: Final = (900, 720, 560, 420, 320)
QUALITIES: Final = (82, 70, 55, 40)


@dataclass(frozen=True, slots=True)
class Small:
    """A picture as WebP."""

    content: bytes
    width: int
    height: int


def shrink(content: bytes) -> Small:
    """The picture at the best size and quality that fits in 60,000 bytes, without its metadata.

    Raises PictureTooLargeError.
    """
    with Image.open(io.BytesIO(content)) as opened:
        # What a phone wrote about how it was held is drawn in, then dropped with the rest.
        image = ImageOps.exif_transpose(opened).convert("RGB")
    for side in SIDES:
        image.thumbnail((side, side), Image.Resampling.LANCZOS)
        for quality in QUALITIES:
            out = io.BytesIO()
            image.save(out, "WEBP", quality=quality, method=4)
            if out.tell() <= PICTURE_BYTES:
                return Small(out.getvalue(), image.width, image.height)
    raise PictureTooLargeError(PICTURE_BYTES)
