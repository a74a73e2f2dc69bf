"""What a welcome may say: only what WeCom takes, and what nobody without a name would miss."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import files

from .errors import (
    EmptyWelcomeError,
    FallbackMissingError,
    LinkTooLongError,
    NamedNamelessError,
    NamelessMissingError,
    UnknownPlaceError,
    WelcomeTooLongError,
    WrongFileError,
)
from .schemas import (
    LINK_BYTES,
    LINK_PLACE,
    NAME_PLACE,
    TEXT_BYTES,
    CoveredLinkPart,
    FileKind,
    LinkPart,
    MiniProgramPart,
    Part,
    WelcomeText,
)
from .wording import FALLEN_BACK, PLACE_BYTES, holds, reserved, unknown_places

_LINK_BYTES: Final = {"title": 128, "description": 512, "url": 2048, "picture_url": 2048}
_MINI_TITLE_BYTES: Final = 64
COVER_BYTES: Final = 2 * 1024 * 1024
_MEDIA_TYPES: Final[dict[FileKind, str]] = {
    "image": "image/",
    "cover": "image/",
    "video": "video/",
    "file": "",
}

Needed = tuple[FileKind, int]
"""What an upload is needed as, and its id."""


def file_of(part: Part) -> Needed | None:
    """What of an attachment WeCom must have before."""
    match part:
        case CoveredLinkPart():
            return None if part.picture_id is None else ("cover", part.picture_id)
        case MiniProgramPart():
            return ("image", part.file_id)
    return (part.kind, part.file_id)


def files_of(parts: Iterable[Part]) -> list[Needed]:
    """What of these attachments WeCom must have before, each once."""
    return list(dict.fromkeys(found for part in parts if (found := file_of(part)) is not None))


async def check(session: AsyncSession, corp_id: int, content: WelcomeText) -> None:
    """Refuse what WeCom would refuse, or what a friend without a name would miss.

    Raises EmptyWelcomeError, NamelessMissingError, NamedNamelessError, UnknownPlaceError,
    FallbackMissingError, WelcomeTooLongError, LinkTooLongError, UnknownFileError, WrongFileError.
    """
    if not content.text and not content.attachments:
        raise EmptyWelcomeError
    if NAME_PLACE in content.text and not content.text_nameless:
        raise NamelessMissingError
    if NAME_PLACE in content.text_nameless:
        raise NamedNamelessError
    for label, text in (("text", content.text), ("nameless text", content.text_nameless)):
        _check_text(label, text)
        for place in FALLEN_BACK:
            if holds(text, place) and not getattr(content.fallbacks, place):
                raise FallbackMissingError(place)
    for part in content.attachments:
        _check_card(part)
    await _check_files(session, corp_id, files_of(content.attachments))


def _check_text(label: str, text: str) -> None:
    if unknown := unknown_places(text):
        raise UnknownPlaceError(unknown[0], ", ".join(f"{{{place}}}" for place in PLACE_BYTES))
    size = len(text.encode())
    if size > TEXT_BYTES - reserved(text):
        message = (
            f"the {label} has {size:,} bytes; WeCom takes {TEXT_BYTES:,}, of which {NAME_PLACE}"
            f" may need {PLACE_BYTES['name']} and {LINK_PLACE} {LINK_BYTES} each time, other"
            f" places up to {PLACE_BYTES['staff']}"
        )
        raise WelcomeTooLongError(message)


def _check_card(part: Part) -> None:
    if isinstance(part, LinkPart):
        for field, limit in _LINK_BYTES.items():
            _fit(f"link's {field}", str(getattr(part, field) or ""), limit)
    if isinstance(part, MiniProgramPart):
        _fit("mini program's title", part.title, _MINI_TITLE_BYTES)


def _fit(name: str, words: str, most: int) -> None:
    size = len(words.encode())
    if size > most:
        message = f"the {name} has {size:,} bytes; WeCom takes {most:,}"
        raise LinkTooLongError(message)


async def _check_files(session: AsyncSession, corp_id: int, needed: list[Needed]) -> None:
    found = {
        one.id: one
        for one in await files.find_many(session, corp_id, [file_id for _, file_id in needed])
    }
    for kind, file_id in needed:
        file = found.get(file_id)
        if file is None:
            raise files.UnknownFileError(file_id)
        if not file.media_type.startswith(_MEDIA_TYPES[kind]):
            wanted = "MP4" if kind == "video" else "JPG or PNG"
            message = f"{file.name} is no {wanted}, by what it holds; upload another file"
            raise WrongFileError(message)
        if kind == "cover" and file.bytes > COVER_BYTES:
            message = (
                f"{file.name} has {file.bytes:,} bytes; the picture of a link may have"
                f" {COVER_BYTES:,}; make it smaller"
            )
            raise WrongFileError(message)
