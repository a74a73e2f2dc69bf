"""What members write to the app; media can be fetched for three days."""

from dataclasses import dataclass
from typing import Final

from yutang.wecom.callbacks import Callback
from yutang.wecom.events.event import Event, Maker, head, required


@dataclass(frozen=True, slots=True)
class AppMessageReceived(Event):
    """A message of one member to one app."""

    userid: str
    agent_id: str
    msg_id: str


@dataclass(frozen=True, slots=True)
class TextReceived(AppMessageReceived):
    """A text."""

    content: str


@dataclass(frozen=True, slots=True)
class ImageReceived(AppMessageReceived):
    """A picture, by address and media id."""

    pic_url: str
    media_id: str


@dataclass(frozen=True, slots=True)
class VoiceReceived(AppMessageReceived):
    """A recording; ``format`` is amr."""

    media_id: str
    format: str


@dataclass(frozen=True, slots=True)
class VideoReceived(AppMessageReceived):
    """A film and its first picture."""

    media_id: str
    thumb_media_id: str


@dataclass(frozen=True, slots=True)
class LocationReceived(AppMessageReceived):
    """A place; ``x`` is its latitude, ``app_type`` wxwork where it was sent from WeCom."""

    x: str
    y: str
    scale: str
    label: str
    app_type: str


@dataclass(frozen=True, slots=True)
class LinkReceived(AppMessageReceived):
    """A link."""

    title: str
    description: str
    url: str
    pic_url: str


def _who(callback: Callback) -> tuple[str, int, str, str, str]:
    userid = required(callback, "FromUserName")
    return (*head(callback), userid, callback.agent_id, callback.msg_id or "")


def _text(callback: Callback) -> TextReceived:
    return TextReceived(*_who(callback), callback.get("Content"))


def _image(callback: Callback) -> ImageReceived:
    return ImageReceived(*_who(callback), callback.get("PicUrl"), callback.get("MediaId"))


def _voice(callback: Callback) -> VoiceReceived:
    return VoiceReceived(*_who(callback), callback.get("MediaId"), callback.get("Format"))


def _video(callback: Callback) -> VideoReceived:
    return VideoReceived(*_who(callback), callback.get("MediaId"), callback.get("ThumbMediaId"))


def _location(callback: Callback) -> LocationReceived:
    get = callback.get
    place = get("Location_X"), get("Location_Y"), get("Scale"), get("Label"), get("AppType")
    return LocationReceived(*_who(callback), *place)


def _link(callback: Callback) -> LinkReceived:
    get = callback.get
    link = get("Title"), get("Description"), get("Url"), get("PicUrl")
    return LinkReceived(*_who(callback), *link)


MESSAGES: Final[dict[str, Maker]] = {
    "text": _text,
    "image": _image,
    "voice": _voice,
    "video": _video,
    "location": _location,
    "link": _link,
}
"""By MsgType."""
