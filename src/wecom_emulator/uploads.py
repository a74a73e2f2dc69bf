"""Uploaded files and where each of them may be shown.

A file that was uploaded for one place is refused in another: what was sent to media/upload is no
picture for a Moment, and the reverse.
"""

from dataclasses import dataclass, field

from .calls import Call
from .errors import INVALID_MEDIA, Refusal
from .state import Media

MESSAGE = "message"
"""By media/upload: messages, broadcasts, welcomes, names and faces."""
MOMENTS = "moments"
PRODUCTS = "products"
LINKED = "linked"
"""By media/upload_by_url: group welcomes."""
PICTURE = "picture"
"""By media/uploadimg: an address without end, no id."""
VOICE = "voice"
"""By the JS-SDK on a page: a voice in two qualities."""

EXPIRED = Refusal(40145, "media_id expired")
WRONG_SCENE = Refusal(41072, "invalid scene of media_id")
PICTURES = frozenset({"image"})
FILMS = frozenset({"video"})
KEPT_FOR_EVER = float(1 << 40)
"""Unix seconds far away; a state file holds no infinity."""


@dataclass(slots=True)
class Uploads:
    """What files of one corp are for."""

    scenes: dict[str, str] = field(default_factory=dict)
    """By media_id; who is not here came by media/upload."""
    speex: dict[str, str] = field(default_factory=dict)
    """By media_id of a voice of the JS-SDK: the media_id of its better half."""
    pictures: list[float] = field(default_factory=list)
    """When a picture for ever was made, those of the last 31 days."""


def scene_of(call: Call, media_id: str) -> str:
    """What a file was uploaded for."""
    return call.corp.of(Uploads).scenes.get(media_id, MESSAGE)


def find_picture(call: Call, url: str) -> Media:
    """The picture for ever behind an address that media/uploadimg gave; else 40007."""
    base, _, media_id = url.rpartition("/media/")
    if base != call.base_url:
        raise INVALID_MEDIA.error()
    return find(call, media_id, PICTURES, frozenset({PICTURE}))


def find(
    call: Call,
    media_id: str,
    kinds: frozenset[str] | None = None,
    scenes: frozenset[str] = frozenset({MESSAGE}),
) -> Media:
    """The file behind an id that may be shown here.

    Refused with 40007 where there is none or it is of another kind, with 40007 or 40145 (a switch)
    where its three days are over, with 41072 or 40007 (a switch) where it was uploaded for
    another place.
    """
    media = call.world.state.media.get(media_id)
    if media is None or media.corpid != call.corp.corpid:
        raise INVALID_MEDIA.error()
    told = call.corp.switches
    if media.expires_at < call.world.clock.now():
        raise (EXPIRED if told.expired_media == EXPIRED.errcode else INVALID_MEDIA).error()
    if scene_of(call, media_id) not in scenes:
        other = told.media_of_another_scene == WRONG_SCENE.errcode
        raise (WRONG_SCENE if other else INVALID_MEDIA).error()
    if kinds is not None and media.kind not in kinds:
        raise INVALID_MEDIA.error()
    return media
