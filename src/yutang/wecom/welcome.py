"""The welcome message of a new friend (document 92137): within 20 s of the event, once a code."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from yutang.wecom.answers import Answer
from yutang.wecom.errors import NothingToSendError, TextTooLongError, TooManyError
from yutang.wecom.transport import Repeat, Transport

MAX_TEXT_BYTES: Final = 4000
MAX_ATTACHMENTS: Final = 9
MAX_LINK_TITLE_BYTES: Final = 128
MAX_LINK_DESCRIPTION_BYTES: Final = 512
MAX_URL_BYTES: Final = 2048
MAX_MINI_PROGRAM_TITLE_BYTES: Final = 64


@dataclass(frozen=True, slots=True)
class ImageAttachment:
    """A picture by the media id of ``media.upload``, which lives three days."""

    media_id: str

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return {"msgtype": "image", "image": {"media_id": self.media_id}}


@dataclass(frozen=True, slots=True)
class LinkAttachment:
    """A card that opens a page; raises TextTooLongError when made too long."""

    title: str
    url: str
    desc: str = ""
    picurl: str = ""

    def __post_init__(self) -> None:
        """Measure each part in bytes."""
        _check("link title", self.title, MAX_LINK_TITLE_BYTES)
        _check("link description", self.desc, MAX_LINK_DESCRIPTION_BYTES)
        _check("link address", self.url, MAX_URL_BYTES)
        _check("link picture address", self.picurl, MAX_URL_BYTES)
        if not self.title or not self.url:
            message = "a link needs a title and an address"
            raise NothingToSendError(message)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        link = {"title": self.title, "url": self.url}
        if self.desc:
            link["desc"] = self.desc
        if self.picurl:
            link["picurl"] = self.picurl
        return {"msgtype": "link", "link": link}


@dataclass(frozen=True, slots=True)
class MiniProgramAttachment:
    """A card of a mini program linked to the corp; raises TextTooLongError."""

    title: str
    pic_media_id: str
    appid: str
    page: str

    def __post_init__(self) -> None:
        """Measure the title in bytes."""
        _check("mini program title", self.title, MAX_MINI_PROGRAM_TITLE_BYTES)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        card = {
            "title": self.title,
            "pic_media_id": self.pic_media_id,
            "appid": self.appid,
            "page": self.page,
        }
        return {"msgtype": "miniprogram", "miniprogram": card}


Attachment = ImageAttachment | LinkAttachment | MiniProgramAttachment


class Welcome:
    """Sends welcome messages."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def send(
        self,
        code: str,
        text: str = "",
        attachments: Sequence[Attachment] = (),
        timeout: float | None = None,  # noqa: ASYNC109 - the error must say if it was sent
    ) -> None:
        """Send the text (4,000 bytes of UTF-8) and up to nine attachments.

        ``timeout`` in seconds bounds the whole call, waits for token and turn included. After
        UnknownOutcomeError it may be sent again: AlreadyChattingError then means it had arrived.
        Raises NothingToSendError, TextTooLongError, TooManyError, WelcomeGoneError,
        AlreadyChattingError, WelcomeInFlightError, ConsentMissingError, MediaError.
        """
        if not text and not attachments:
            message = "a welcome needs a text or an attachment"
            raise NothingToSendError(message)
        _check("text", text, MAX_TEXT_BYTES)
        if len(attachments) > MAX_ATTACHMENTS:
            message = f"a welcome has at most {MAX_ATTACHMENTS} attachments"
            raise TooManyError(message)
        body: dict[str, Any] = {"welcome_code": code}
        if text:
            body["text"] = {"content": text}
        if attachments:
            body["attachments"] = [attachment.json() for attachment in attachments]
        path = "/cgi-bin/externalcontact/send_welcome_msg"
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE, seconds=timeout)


def _check(field: str, text: str, limit: int) -> None:
    length = len(text.encode())
    if length > limit:
        raise TextTooLongError(field, length, limit, "bytes")
