"""Text and attachments of broadcasts and welcomes: one table, one check.

WeCom's documents 92135 and 92137 have the same table.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from . import fields, uploads
from .calls import Call
from .errors import Refusal, RefusalError, refuse_missing
from .uploads import FILMS, PICTURES

TOO_MANY = Refusal(41064, "too many attachments")
UNKNOWN_KIND = Refusal(41065, "invalid attachment type")
NOT_LINKED = Refusal(90206, "miniprogram is not linked to the corp")
ANY_MESSAGE = frozenset({uploads.MESSAGE})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an attachment and its limit in bytes."""

    name: str
    most: int | None = None
    required: bool = False


SHAPES: dict[str, tuple[Field, ...]] = {
    "image": (Field("media_id"), Field("pic_url", 2048)),
    "link": (
        Field("title", 128, required=True),
        Field("picurl", 2048),
        Field("desc", 512),
        Field("url", 2048, required=True),
    ),
    "miniprogram": (
        Field("title", 64, required=True),
        Field("pic_media_id", required=True),
        Field("appid", required=True),
        Field("page", required=True),
    ),
    "video": (Field("media_id", required=True),),
    "file": (Field("media_id", required=True),),
}
_KINDS = {"image": PICTURES, "miniprogram": PICTURES, "video": FILMS}
"""Which uploads each may show; a file may be any."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is sent: a text and its attachments, each `{"msgtype": kind, kind: {…}}`."""

    text: str = ""
    attachments: list[dict[str, Any]] = field(default_factory=list)


def read_fields(kind: str, body: dict[str, Any]) -> dict[str, str]:
    """The known fields of one attachment, refused with 40058 where they do not fit the table."""
    read: dict[str, str] = {}
    for each in SHAPES[kind]:
        value = fields.optional_text(body, each.name, most=each.most, unit="bytes")
        if value:
            read[each.name] = value
        elif each.required:
            refuse_missing(each.name)
    if kind == "image" and not read:
        refuse_missing("media_id")
    return read


def part(
    call: Call, kind: str, body: dict[str, Any], scenes: frozenset[str] = ANY_MESSAGE
) -> dict[str, Any]:
    """One attachment with its known fields; refused with 40058, 40007, 41072, 90206."""
    read: dict[str, Any] = read_fields(kind, body)
    media_id = read.get("media_id") or read.get("pic_media_id")
    if media_id:
        uploads.find(call, media_id, _KINDS.get(kind), scenes)
        read.pop("pic_url", None)
    elif kind == "image" and not call.corp.switches.foreign_pictures:
        uploads.find_picture(call, read["pic_url"])
    linked = call.corp.switches.linked_miniprograms
    if kind == "miniprogram" and linked and read["appid"] not in linked.split():
        raise NOT_LINKED.error()
    return read


def text_of(call: Call, most: int) -> str:
    """`text.content` of the body, at most so many bytes."""
    return fields.optional_text(
        fields.optional_object(call.body, "text"), "content", most=most, unit="bytes"
    )


def content(call: Call) -> Content:
    """Text and attachments of the body, not both empty."""
    text = text_of(call, call.world.limits.text_bytes)
    given = fields.objects(call.body, "attachments")
    if not text and not given:
        raise RefusalError(40058, "text and attachments are both empty. invalid Request Parameter")
    if len(given) > call.world.limits.attachments:
        raise TOO_MANY.error()
    attachments = []
    for attachment in given:
        kind = attachment.get("msgtype")
        if not isinstance(kind, str) or kind not in SHAPES:
            raise UNKNOWN_KIND.error()
        if not isinstance(attachment.get(kind), dict):
            # Its object must be named as its kind is.
            raise UNKNOWN_KIND.error()
        attachments.append({"msgtype": kind, kind: part(call, kind, attachment[kind])})
    return Content(text, attachments)


def shown(attachments: Iterable[dict[str, Any]], base_url: str) -> list[dict[str, Any]]:
    """Attachments as a person gets them: pictures with an address in here."""
    told = []
    for attachment in attachments:
        kind = attachment["msgtype"]
        body = dict(attachment[kind])
        if kind == "image" and body.get("media_id"):
            body["url"] = f"{base_url}/media/{body['media_id']}"
        told.append({"msgtype": kind, kind: body})
    return told


def listed(attachments: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Attachments as lists of broadcasts tell them: a mini program without its cover."""
    return [
        {
            "msgtype": attachment["msgtype"],
            attachment["msgtype"]: {
                name: value
                for name, value in attachment[attachment["msgtype"]].items()
                if name != "pic_media_id"
            },
        }
        for attachment in attachments
    ]
