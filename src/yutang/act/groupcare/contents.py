"""What a welcome or a reply may say, and its attachment as WeCom takes it."""

from collections.abc import Iterable
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.greetings import service as greetings
from yutang.act.greetings.schemas import (
    FilePart,
    ImagePart,
    LinkPart,
    MiniProgramPart,
    VideoPart,
)
from yutang.kernel import files
from yutang.kernel.runtime import Runtime
from yutang.wecom.attachments import (
    Attachment,
    FileAttachment,
    ImageAttachment,
    LinkAttachment,
    MiniProgramAttachment,
    VideoAttachment,
)
from yutang.wecom.client import WeCom
from yutang.wecom.media import MediaKind

from .errors import ContentTooLongError, EmptyContentError, WrongFileError
from .models import GroupWelcome, KeywordReply
from .schemas import GroupPart

_PART: Final[TypeAdapter[GroupPart]] = TypeAdapter(GroupPart)
_LINK_BYTES: Final = {"title": 128, "description": 512, "url": 2048, "picture_url": 2048}
_MINI_TITLE_BYTES: Final = 64


def part_of(stored: dict[str, Any] | None) -> GroupPart | None:
    """An attachment as it was kept."""
    return None if stored is None else _PART.validate_python(stored)


def file_of(part: GroupPart | None) -> int | None:
    """Its upload, where it has one."""
    return None if part is None or isinstance(part, LinkPart) else part.file_id


async def check(
    session: AsyncSession, corp_id: int, text: str, part: GroupPart | None, most: int
) -> None:
    """Refuse what WeCom would refuse.

    Raises EmptyContentError, ContentTooLongError, WrongFileError, UnknownFileError.
    """
    if not text.strip() and part is None:
        raise EmptyContentError
    _fit("text", text, most)
    if isinstance(part, LinkPart):
        for name, limit in _LINK_BYTES.items():
            _fit(f"link's {name}", str(getattr(part, name) or ""), limit)
    if isinstance(part, MiniProgramPart):
        _fit("mini program's title", part.title, _MINI_TITLE_BYTES)
    file_id = file_of(part)
    if part is None or file_id is None:
        return
    file = await files.find(session, corp_id, file_id)
    wanted = {"video": "video/", "file": ""}.get(part.kind, "image/")
    if not file.media_type.startswith(wanted):
        raise WrongFileError(file.name, wanted.rstrip("/"))


def _fit(name: str, words: str, most: int) -> None:
    size = len(words.encode())
    if size > most:
        raise ContentTooLongError(name, size, most, "bytes")


async def file_names(
    session: AsyncSession, corp_id: int, rows: Iterable[GroupWelcome | KeywordReply]
) -> dict[int, str]:
    """What uploads are called, by their id."""
    ids = {found for row in rows if (found := file_of(part_of(row.attachment))) is not None}
    return {one.id: one.name for one in await files.find_many(session, corp_id, ids)}


async def attach(
    runtime: Runtime, client: WeCom, corp_id: int, part: GroupPart | None
) -> Attachment | None:
    """Its upload handed to WeCom, and the attachment made of it; raises what WeCom refuses."""
    match part:
        case None:
            return None
        case LinkPart():
            return LinkAttachment(
                title=part.title,
                url=str(part.url),
                desc=part.description,
                picurl=str(part.picture_url or ""),
            )
        case ImagePart():
            media_id = await _upload(runtime, client, corp_id, "image", part.file_id)
            return ImageAttachment(media_id)
        case MiniProgramPart():
            media_id = await _upload(runtime, client, corp_id, "image", part.file_id)
            return MiniProgramAttachment(part.title, media_id, part.appid, part.page)
        case VideoPart():
            return VideoAttachment(await _upload(runtime, client, corp_id, "video", part.file_id))
        case FilePart():
            return FileAttachment(await _upload(runtime, client, corp_id, "file", part.file_id))


async def _upload(
    runtime: Runtime, client: WeCom, corp_id: int, kind: MediaKind, file_id: int
) -> str:
    """Nobody waits in seconds as with a friend's welcome, so it is uploaded when it is needed."""
    async with runtime.database.owner() as session:
        file = await files.find(session, corp_id, file_id)
    return await greetings.upload(runtime, client, kind, file)
