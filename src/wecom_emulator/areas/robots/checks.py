"""What WeCom looks at before a robot speaks."""

import base64
import binascii
import hashlib
from collections.abc import Callable
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import INVALID_MEDIA, refuse_field

from . import errors

TEXT_BYTES, MARKDOWN_BYTES, PICTURE_BYTES = 2048, 4096, 2 << 20
MOST_ARTICLES, TITLE_BYTES, DESCRIPTION_BYTES = 8, 128, 512
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def content(call: Call, key: str) -> tuple[str, dict[str, Any]]:
    """The message's type and its checked body."""
    kind = fields.optional_text(call.body, "msgtype")
    check = _KINDS.get(kind)
    if check is None:
        raise errors.INVALID_TYPE.error()
    body = fields.optional_object(call.body, kind)
    check(call, key, body)
    return kind, body


def _worded(most: int) -> Callable[[Call, str, dict[str, Any]], None]:
    def check(_: Call, __: str, told: dict[str, Any]) -> None:
        text = fields.optional_text(told, "content")
        if not text:
            raise errors.EMPTY_TEXT.error()
        if len(text.encode()) > most:
            raise errors.LONG_TEXT.error()
        fields.strings(told, "mentioned_list")
        fields.strings(told, "mentioned_mobile_list")

    return check


def _picture(_: Call, __: str, told: dict[str, Any]) -> None:
    try:
        raw = base64.b64decode(fields.text(told, "base64"), validate=True)
    except (ValueError, binascii.Error):
        refuse_field("base64", "is no base64")
    if len(raw) > PICTURE_BYTES or not raw.startswith(_PICTURES):
        raise errors.UNFIT_PICTURE.error()
    digest = hashlib.md5(raw, usedforsecurity=False).hexdigest()
    if fields.text(told, "md5").lower() != digest:
        refuse_field("md5", "does not fit the picture")


def _news(_: Call, __: str, told: dict[str, Any]) -> None:
    articles = fields.objects(told, "articles")
    if not 1 <= len(articles) <= MOST_ARTICLES:
        raise errors.ARTICLES.error()
    for article in articles:
        fields.optional_text(article, "title", most=TITLE_BYTES, unit="bytes")
        fields.optional_text(article, "description", most=DESCRIPTION_BYTES, unit="bytes")
        fields.text(article, "title")
        fields.text(article, "url")


def _upload(call: Call, key: str, told: dict[str, Any]) -> None:
    media = call.world.state.media.get(fields.text(told, "media_id", missing=INVALID_MEDIA))
    # A robot's uploads are its own: they are kept under its key.
    if media is None or media.corpid != f"robot:{key}":
        raise INVALID_MEDIA.error()
    if media.expires_at < call.world.clock.now():
        raise INVALID_MEDIA.error()


def _card(_: Call, __: str, told: dict[str, Any]) -> None:
    if told.get("card_type") not in {"text_notice", "news_notice"}:
        refuse_field("card_type", "is text_notice or news_notice")
    action = fields.optional_object(told, "card_action")
    if fields.integer(action, "type", 0) not in {1, 2}:
        refuse_field("card_action", "is missing")


_KINDS: dict[str, Callable[[Call, str, dict[str, Any]], None]] = {
    "text": _worded(TEXT_BYTES),
    "markdown": _worded(MARKDOWN_BYTES),
    "markdown_v2": _worded(MARKDOWN_BYTES),
    "image": _picture,
    "news": _news,
    "file": _upload,
    "voice": _upload,
    "template_card": _card,
}
