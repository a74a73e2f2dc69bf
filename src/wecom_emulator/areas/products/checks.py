"""What WeCom looks at before it does anything: words, price, number and pictures of a product."""

from typing import Any

from wecom_emulator import fields, uploads
from wecom_emulator.calls import Call
from wecom_emulator.errors import NO_PRIVILEGE, RefusalError
from wecom_emulator.uploads import PICTURES, PRODUCTS

from .errors import (
    BAD_DESCRIPTION,
    BAD_NUMBER,
    BAD_PRICE,
    DELETED,
    LIBRARY_FULL,
    NO_PICTURES,
    TOO_MANY_PICTURES,
    UNKNOWN_ID,
    UNKNOWN_KIND,
)
from .state import Product, Products

_CHARACTERS, _DEAREST, _NUMBER_BYTES, _PICTURES = 300, 5_000_000, 128, 9
_SCENES = frozenset({PRODUCTS})


def description(body: dict[str, Any]) -> str:
    """At most 300 characters."""
    text = body.get("description")
    if not isinstance(text, str) or not 0 < len(text) <= _CHARACTERS:
        raise BAD_DESCRIPTION.error()
    return text


def price(body: dict[str, Any]) -> int:
    """In fen, at most 50,000 yuan."""
    try:
        return fields.integer(body, "price", least=0, most=_DEAREST)
    except RefusalError:
        raise BAD_PRICE.error() from None


def number(body: dict[str, Any]) -> str:
    """Letters and digits, at most 128; none is an empty one."""
    text = body.get("product_sn")
    text = "" if text is None else text
    if not isinstance(text, str) or len(text.encode()) > _NUMBER_BYTES:
        raise BAD_NUMBER.error()
    if text and not (text.isascii() and text.isalnum()):
        raise BAD_NUMBER.error()
    return text


def pictures(call: Call) -> list[str]:
    """One to nine, uploaded for albums."""
    given = fields.objects(call.body, "attachments")
    if not given:
        raise NO_PICTURES.error()
    if len(given) > _PICTURES:
        raise TOO_MANY_PICTURES.error()
    found = []
    for each in given:
        # Here it is `type` where messages say `msgtype`.
        if each.get("type") != "image" or not isinstance(each.get("image"), dict):
            raise UNKNOWN_KIND.error()
        media_id = fields.text(each["image"], "media_id")
        uploads.find(call, media_id, PICTURES, _SCENES)
        found.append(media_id)
    return found


def room(call: Call) -> None:
    """Whether there may be another."""
    if len(call.corp.of(Products).living()) >= call.world.limits.products:
        raise LIBRARY_FULL.error()


def product(call: Call) -> Product:
    """The one that `product_id` names."""
    name = fields.text(call.body, "product_id", missing=UNKNOWN_ID)
    found = call.corp.of(Products).kept.get(name)
    if found is None:
        raise UNKNOWN_ID.error()
    if found.deleted:
        raise DELETED.error()
    return found


def own_product(call: Call) -> Product:
    """The same, made by this app."""
    found = product(call)
    if found.agentid != call.app.agentid:
        raise NO_PRIVILEGE.error()
    return found
