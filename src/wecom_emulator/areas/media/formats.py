"""What is inside a file: pictures, voices, films, read from their bytes."""

import io
import struct
from collections.abc import Iterator

from PIL import Image

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_AMR = b"#!AMR\n"
_FRAME_SECONDS = 0.02
_FRAME_BYTES = (13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1)
"""Of a frame of AMR with its head, by the mode that the head names."""
_HEAD = 8
_LONG_HEAD = 16
_NESTED = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})
_ENTRIES = 8
"""Bytes before the first entry of a table of samples."""
_NESTED_DEEP = 8


def is_picture(content: bytes) -> bool:
    """Whether it begins as PNG or JPEG does."""
    return content.startswith(_PICTURES)


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None where it is broken."""
    if not is_picture(content):
        return None
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def voice_seconds(content: bytes) -> float | None:
    """How long a voice plays; None where it is no AMR."""
    if not content.startswith(_AMR):
        return None
    place, frames = len(_AMR), 0
    while place < len(content):
        place += _FRAME_BYTES[(content[place] >> 3) & 0x0F]
        frames += 1
    return frames * _FRAME_SECONDS


def is_film(content: bytes) -> bool:
    """Whether it begins as MP4 does."""
    return content[4:_HEAD] == b"ftyp"


def film(content: bytes) -> tuple[float, bool] | None:
    """Seconds of an MP4 and whether its pictures are H.264; None where it cannot be read."""
    if not is_film(content):
        return None
    seconds, pictures = None, False
    try:
        for kind, body in _boxes(memoryview(content)):
            if kind == b"mvhd":
                seconds = _seconds(body)
            elif kind == b"stsd":
                pictures = pictures or bytes(body[_ENTRIES + 4 : _ENTRIES + 8]) in {
                    b"avc1",
                    b"avc3",
                }
    except struct.error:
        return None
    return None if seconds is None else (seconds, pictures)


def _seconds(body: memoryview) -> float:
    wide = body[0] == 1 if len(body) else False
    scale, length = struct.unpack_from(">IQ" if wide else ">II", body, 20 if wide else 12)
    return length / scale if scale else 0.0


def _boxes(content: memoryview, deep: int = 0) -> Iterator[tuple[bytes, memoryview]]:
    """The boxes of an MP4, those inside others as well."""
    place = 0
    while place + _HEAD <= len(content):
        size, kind = struct.unpack_from(">I4s", content, place)
        head = _HEAD
        if size == 1:
            (size,) = struct.unpack_from(">Q", content, place + _HEAD)
            head = _LONG_HEAD
        end = len(content) if size == 0 else place + size
        if size and size < head:
            return
        body = content[place + head : end]
        yield kind, body
        if kind in _NESTED and deep < _NESTED_DEEP:
            yield from _boxes(body, deep + 1)
        place = end
