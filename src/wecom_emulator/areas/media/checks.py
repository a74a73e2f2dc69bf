"""What WeCom looks at before it keeps a file: its kind, its size, what is inside."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from wecom_emulator import fields, uploads
from wecom_emulator.calls import Call
from wecom_emulator.errors import INVALID_MEDIA, NOT_THIS_APP, TOO_OFTEN, Refusal, refuse_field
from wecom_emulator.state import Media
from wecom_emulator.uploads import Uploads

from . import formats
from .errors import (
    ATTACHMENT_SIZE,
    BAD_ADDRESS,
    BAD_FILE,
    BAD_FILM_SIZE,
    BAD_KIND,
    BAD_PICTURE,
    BAD_PICTURE_SIZE,
    BAD_SIZE,
    DURATION,
    EMPTY,
    FILM_FORMAT,
    NO_VOICE,
    PIECE_TOO_BIG,
    RESOLUTION,
    UNKNOWN_JOB,
    VOICE_TOO_LONG,
    WRONG_DIGEST,
    WRONG_SCENE,
)
from .state import Job, Jobs

MEGABYTE = 1 << 20
MOST_BYTES = {
    "image": 10 * MEGABYTE,
    "voice": 2 * MEGABYTE,
    "video": 10 * MEGABYTE,
    "file": 20 * MEGABYTE,
}
LEAST_BYTES = 5
VOICE_SECONDS, FILM_SECONDS = 60, 30
PICTURE_BYTES = 2 * MEGABYTE
DAY, MONTH = 24 * 3600, 31 * 24 * 3600
_SIZE: dict[str, Refusal] = {"image": BAD_PICTURE_SIZE, "video": BAD_FILM_SIZE}
MOMENT, ALBUM = "1", "2"
"""What an attachment is for, as attachment_type names it."""
_ATTACHMENTS = {
    (MOMENT, "image"): (10 * MEGABYTE, 10_800, 1080),
    (MOMENT, "video"): (10 * MEGABYTE, 0, 0),
    (ALBUM, "image"): (5 * MEGABYTE, 1440, 1440),
}
"""Most bytes, the longer and the shorter side in pixels."""
_DIGEST = re.compile(r"[0-9a-fA-F]{32}")
_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
_NAME_CHARACTERS, _URL_BYTES = 128, 2048

File = tuple[str, str, bytes]
"""Its name, its content type, its bytes."""


def sent_file(call: Call) -> File:
    """The file of the form."""
    if call.file is None:
        raise EMPTY.error()
    return call.file


def upload(call: Call) -> tuple[str, File]:
    """Kind and file of media/upload."""
    kind = call.query.get("type", "")
    if kind not in MOST_BYTES:
        raise BAD_KIND.error()
    file = sent_file(call)
    fits(kind, file[2])
    return kind, file


def fits(kind: str, content: bytes) -> None:
    """The table of kinds, sizes and formats."""
    if not LEAST_BYTES < len(content) <= MOST_BYTES[kind]:
        raise _SIZE.get(kind, BAD_SIZE).error()
    if kind == "image" and not formats.is_picture(content):
        raise BAD_PICTURE.error()
    if kind == "video" and not formats.is_film(content):
        raise BAD_FILE.error()
    if kind == "voice":
        seconds = formats.voice_seconds(content)
        if seconds is None:
            raise NO_VOICE.error()
        if seconds > VOICE_SECONDS:
            raise VOICE_TOO_LONG.error()


def picture(call: Call) -> File:
    """A picture for ever, while the day and the month have room for one."""
    file = sent_file(call)
    if not LEAST_BYTES < len(file[2]) <= PICTURE_BYTES:
        raise BAD_PICTURE_SIZE.error()
    if not formats.is_picture(file[2]):
        raise BAD_PICTURE.error()
    now, limits = call.world.clock.now(), call.world.limits
    made = call.corp.of(Uploads).pictures
    today = fields.midnight(now)
    if (
        sum(at >= today for at in made) >= limits.pictures_a_day
        or sum(at > now - MONTH for at in made) >= limits.pictures_a_month
    ):
        raise TOO_OFTEN.error()
    return file


def attachment(call: Call) -> tuple[str, str, File]:
    """Kind, scene and file of media/upload_attachment."""
    if not call.corp.lets_call_contact(call.app):
        raise NOT_THIS_APP.error()
    kind, purpose = call.query.get("media_type", ""), call.query.get("attachment_type", "")
    table = _ATTACHMENTS.get((purpose, kind))
    if table is None:
        raise WRONG_SCENE.error()
    file = sent_file(call)
    most, longer, shorter = table
    if not LEAST_BYTES < len(file[2]) <= most:
        raise ATTACHMENT_SIZE.error()
    if kind == "image":
        _check_sides(file[2], longer, shorter)
    else:
        _check_film(file[2])
    return kind, uploads.MOMENTS if purpose == MOMENT else uploads.PRODUCTS, file


def _check_sides(content: bytes, longer: int, shorter: int) -> None:
    sides = formats.picture_size(content)
    if sides is None:
        raise BAD_PICTURE.error()
    if max(sides) > longer or min(sides) > shorter:
        raise RESOLUTION.error()


def _check_film(content: bytes) -> None:
    told = formats.film(content)
    if told is None or not told[1]:
        raise FILM_FORMAT.error()
    if told[0] > FILM_SECONDS:
        raise DURATION.error()


@dataclass(frozen=True, slots=True)
class Piece:
    """Which bytes of a file are sent; `part` where a range asked for them."""

    begin: int
    end: int
    part: bool


def kept(call: Call, scenes: frozenset[str]) -> tuple[str, Media]:
    """The file that `media_id` of the query names."""
    media_id = call.query.get("media_id", "")
    media = call.world.state.media.get(media_id)
    if (
        media is None
        or media.corpid != call.corp.corpid
        or uploads.scene_of(call, media_id) not in scenes
    ):
        raise INVALID_MEDIA.error()
    if media.expires_at < call.world.clock.now():
        told = call.corp.switches.expired_media == uploads.EXPIRED.errcode
        raise (uploads.EXPIRED if told else INVALID_MEDIA).error()
    return media_id, media


def piece(asked: str, size: int, most: int) -> Piece:
    """What a Range header asks of a file of so many bytes; one it cannot give is no range.

    Refused with 830002 where more than `most` bytes would be sent.
    """
    found = _RANGE.fullmatch(asked.strip())
    begin, end, part = 0, size, False
    if found is not None and any(found.groups()):
        first, last = found.groups()
        if not first:
            begin, part = max(0, size - int(last)), int(last) > 0
        elif int(first) < size and (not last or int(last) >= int(first)):
            begin, part = int(first), True
            end = min(size, int(last) + 1) if last else size
        if not part:
            begin, end = 0, size
    if end - begin > most:
        raise PIECE_TOO_BIG.error()
    return Piece(begin, end, part)


def linked(call: Call) -> tuple[str, str, str, str]:
    """Kind, name, address and digest of media/upload_by_url."""
    fields.integer(call.body, "scene", least=1, most=1)
    kind = fields.text(call.body, "type", missing=BAD_KIND)
    if kind not in {"video", "file"}:
        raise BAD_KIND.error()
    name = fields.text(call.body, "filename", most=_NAME_CHARACTERS)
    url = fields.text(call.body, "url", most=_URL_BYTES, unit="bytes", missing=BAD_ADDRESS)
    try:
        parts = urlsplit(url)
        fit = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fit = False
    if not fit:
        raise BAD_ADDRESS.error()
    digest = fields.text(call.body, "md5")
    if _DIGEST.fullmatch(digest) is None:
        raise WRONG_DIGEST.error()
    if "/" in name or "\\" in name:
        refuse_field("filename", "is no name")
    return kind, name, url, digest.lower()


def job(call: Call) -> Job:
    """The job that `jobid` names."""
    found = call.corp.of(Jobs).kept.get(fields.text(call.body, "jobid", missing=UNKNOWN_JOB))
    if found is None:
        raise UNKNOWN_JOB.error()
    return found
