"""What goes along with a text, in one shape for all (documents 92135, 92137, 93506)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from yutang.wecom.answers import Lenient
from yutang.wecom.measuring import check_any, check_bytes, check_characters, check_count, check_that

MAX_ATTACHMENTS: Final = 9
MAX_LINK_TITLE_BYTES: Final = 128
MAX_LINK_DESCRIPTION_BYTES: Final = 512
MAX_URL_BYTES: Final = 2048
MAX_MINI_PROGRAM_TITLE_BYTES: Final = 64
MAX_MOMENT_PICTURES: Final = 9
MAX_MOMENT_LINK_TITLE_CHARACTERS: Final = 64


@dataclass(frozen=True, slots=True)
class ImageAttachment:
    """A picture by media id (``media.upload``, three days) or address (``media.upload_picture``).

    The media id wins. A moment takes only media ids of ``media.upload_attachment``.
    """

    media_id: str = ""
    pic_url: str = ""

    def __post_init__(self) -> None:
        """Refuse a picture without a source."""
        check_any("a picture needs a media id or an address", self.media_id, self.pic_url)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        source = {"media_id": self.media_id} if self.media_id else {"pic_url": self.pic_url}
        return {"msgtype": "image", "image": source}


@dataclass(frozen=True, slots=True)
class LinkAttachment:
    """A card that opens a page; raises TextTooLongError when made too long."""

    title: str
    url: str
    desc: str = ""
    picurl: str = ""

    def __post_init__(self) -> None:
        """Measure each part in bytes."""
        check_bytes("link title", self.title, MAX_LINK_TITLE_BYTES)
        check_bytes("link description", self.desc, MAX_LINK_DESCRIPTION_BYTES)
        check_bytes("link address", self.url, MAX_URL_BYTES)
        check_bytes("link picture address", self.picurl, MAX_URL_BYTES)
        check_any("a link needs a title", self.title)
        check_any("a link needs an address", self.url)

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
        """Measure the title in bytes; all four parts are needed."""
        check_bytes("mini program title", self.title, MAX_MINI_PROGRAM_TITLE_BYTES)
        for name in ("title", "pic_media_id", "appid", "page"):
            check_any(f"a mini program needs its {name}", getattr(self, name))

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        card = {
            "title": self.title,
            "pic_media_id": self.pic_media_id,
            "appid": self.appid,
            "page": self.page,
        }
        return {"msgtype": "miniprogram", "miniprogram": card}


@dataclass(frozen=True, slots=True)
class VideoAttachment:
    """A film by media id; a moment takes only ids of ``media.upload_attachment``."""

    media_id: str

    def __post_init__(self) -> None:
        """Refuse a film without its id."""
        check_any("a video needs a media id", self.media_id)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return {"msgtype": "video", "video": {"media_id": self.media_id}}


@dataclass(frozen=True, slots=True)
class FileAttachment:
    """A file by media id."""

    media_id: str

    def __post_init__(self) -> None:
        """Refuse a file without its id."""
        check_any("a file needs a media id", self.media_id)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return {"msgtype": "file", "file": {"media_id": self.media_id}}


@dataclass(frozen=True, slots=True)
class MomentLink:
    """The link of a moment: its cover is a media id of ``media.upload_attachment``."""

    url: str
    media_id: str
    title: str = ""

    def __post_init__(self) -> None:
        """Measure title and address; address and cover are needed."""
        check_characters("link title", self.title, MAX_MOMENT_LINK_TITLE_CHARACTERS)
        check_bytes("link title", self.title, MAX_LINK_TITLE_BYTES)
        check_bytes("link address", self.url, MAX_URL_BYTES)
        check_any("a link needs an address", self.url)
        check_any("the link of a moment needs a cover", self.media_id)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        title = {"title": self.title} if self.title else {}
        return {"msgtype": "link", "link": {**title, "url": self.url, "media_id": self.media_id}}


Attachment = (
    ImageAttachment | LinkAttachment | MiniProgramAttachment | VideoAttachment | FileAttachment
)
MomentAttachment = ImageAttachment | VideoAttachment | MomentLink


def message_attachments(attachments: Sequence[Attachment]) -> list[dict[str, Any]]:
    """Return up to nine attachments of a broadcast or welcome; raises TooManyError."""
    check_count("attachments", attachments, MAX_ATTACHMENTS)
    return [attachment.json() for attachment in attachments]


def moment_attachments(attachments: Sequence[MomentAttachment]) -> list[dict[str, Any]]:
    """Return up to nine pictures, or one film, or one link, never mixed.

    Raises TooManyError, InvalidRequestError.
    """
    kinds = {type(attachment) for attachment in attachments}
    check_that(len(kinds) <= 1, "the attachments of a moment are all of one kind")
    check_count("attachments", attachments, MAX_MOMENT_PICTURES if ImageAttachment in kinds else 1)
    for attachment in attachments:
        check_that(
            not isinstance(attachment, ImageAttachment) or attachment.media_id,
            "a moment's picture needs a media id",
        )
    return [attachment.json() for attachment in attachments]


def flat(attachment: Attachment | None) -> dict[str, Any]:
    """Return an attachment as the flat part of a group welcome template."""
    if attachment is None:
        return {}
    part = attachment.json()
    return {part["msgtype"]: part[part["msgtype"]]}


class SentImage(Lenient):
    """A picture as WeCom tells it: by media id or by address."""

    media_id: str = ""
    pic_url: str = ""


class SentLink(Lenient):
    """A link as WeCom tells it; only those of moments have a media id."""

    title: str = ""
    picurl: str = ""
    desc: str = ""
    url: str = ""
    media_id: str = ""


class SentMiniProgram(Lenient):
    """A mini program as WeCom tells it, often without its picture."""

    title: str = ""
    pic_media_id: str = ""
    appid: str = ""
    page: str = ""


class SentFile(Lenient):
    """A film or file as WeCom tells it; only films of moments have a thumb."""

    media_id: str = ""
    thumb_media_id: str = ""


class SentText(Lenient):
    """The text that was sent."""

    content: str = ""


class SentAttachment(Lenient):
    """One attachment of what was sent; the part named by ``msgtype`` is filled."""

    msgtype: str = ""
    image: SentImage = SentImage()
    link: SentLink = SentLink()
    miniprogram: SentMiniProgram = SentMiniProgram()
    video: SentFile = SentFile()
    file: SentFile = SentFile()
