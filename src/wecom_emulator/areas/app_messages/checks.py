"""What WeCom looks at before an app may tell members something: types, sizes, receivers."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from wecom_emulator import fields
from wecom_emulator.areas.contact_tags.state import MemberTags
from wecom_emulator.areas.contacts.state import inside
from wecom_emulator.calls import Call
from wecom_emulator.errors import INVALID_MEDIA, RefusalError

from . import errors
from .cards import check_card

USERS, PARTIES, TAGS = 1000, 100, 100
TEXT_BYTES, URL_BYTES, SHORT_BYTES, LONG_BYTES, ARTICLE_BYTES = 2048, 2048, 128, 512, 666 * 1024
MOST_ARTICLES, MOST_ITEMS = 8, 10
NOTICE_WORDS = range(4, 13)
ITEM_KEY, ITEM_VALUE = 10, 30
CARD_TITLE, CARD_TEXT, BUTTON = 128, 512, 4


def check_agent(call: Call, told: Mapping[str, Any]) -> int:
    """The app that speaks: the one whose token it is."""
    value = told.get("agentid")
    if value is None:
        raise errors.MISSING_AGENT.error()
    if isinstance(value, bool) or not str(value).isdecimal():
        raise errors.INVALID_AGENT.error()
    if int(value) != call.app.agentid:
        known = any(app.agentid == int(value) for app in call.corp.apps)
        raise (errors.FOREIGN_AGENT if known else errors.INVALID_AGENT).error()
    return int(value)


def split(told: Mapping[str, Any], name: str) -> list[str]:
    """A list written as one string, parted by bars."""
    text = fields.optional_text(told, name)
    return [part for part in text.split("|") if part]


def receivers(call: Call) -> tuple[list[str], dict[str, str]]:
    """Who gets it, and whom, which departments and tags WeCom names as invalid."""
    body = call.body
    users, parties, tags = split(body, "touser"), split(body, "toparty"), split(body, "totag")
    if users == ["@all"]:
        return [m.userid for m in call.visible_staff()], {}
    if not users and not parties and not tags:
        raise errors.ALL_EMPTY.error()
    if len(users) > USERS:
        raise errors.TOO_MANY_USERS.error()
    if len(parties) > PARTIES:
        raise errors.TOO_MANY_PARTIES.error()
    if len(tags) > TAGS:
        raise errors.TOO_MANY_TAGS.error()
    found, wrong = _expand(call, users, parties, tags)
    if not found:
        raise errors.NOBODY.error()
    return found, {name: text for name, text in wrong.items() if text}


def _expand(
    call: Call, users: list[str], parties: list[str], tags: list[str]
) -> tuple[list[str], dict[str, str]]:
    corp = call.corp
    found = [m.userid for u in users if (m := corp.member(u)) is not None and call.sees(u)]
    wrong_parties, wrong_tags = [], []
    for party in parties:
        if not party.isdecimal() or int(party) not in corp.departments:
            wrong_parties.append(party)
            continue
        found += [
            m.userid
            for m in call.visible_staff()
            if any(inside(corp.departments, d, int(party)) for d in m.department)
        ]
    known = corp.of(MemberTags).tags
    for tag in tags:
        if not tag.isdecimal() or int(tag) not in known:
            wrong_tags.append(tag)
            continue
        found += [userid for userid in known[int(tag)].users if call.sees(userid)]
    wrong = {
        "invaliduser": "|".join(u.lower() for u in users if not call.sees(u)),
        "invalidparty": "|".join(wrong_parties),
        "invalidtag": "|".join(wrong_tags),
    }
    return list(dict.fromkeys(found)), wrong


def content(call: Call, *, chat: bool = False) -> tuple[str, dict[str, Any]]:
    """The message's type and its checked body."""
    kind = fields.optional_text(call.body, "msgtype")
    check = _KINDS.get(kind)
    if check is None or (chat and kind not in CHAT_KINDS):
        raise errors.INVALID_TYPE.error()
    return kind, check(call, fields.optional_object(call.body, kind))


def _text(call: Call, told: dict[str, Any]) -> dict[str, Any]:
    text = fields.optional_text(told, "content")
    if not text:
        raise errors.EMPTY_TEXT.error()
    if len(text.encode()) > TEXT_BYTES:
        if call.corp.switches.text_overflow == "refuse":
            raise errors.LONG_TEXT.error()
        text = text.encode()[:TEXT_BYTES].decode(errors="ignore")
    return {**told, "content": text}


def _media(kind: str) -> Callable[[Call, dict[str, Any]], dict[str, Any]]:
    def check(call: Call, told: dict[str, Any]) -> dict[str, Any]:
        check_media(call, told.get("media_id"), kind)
        for name, most in (("title", SHORT_BYTES), ("description", LONG_BYTES)):
            fields.optional_text(told, name, most=most, unit="bytes")
        return told

    return check


def check_media(call: Call, media_id: object, kind: str) -> None:
    """Whether an upload of this corp is there, alive and of its kind."""
    media = call.world.state.media.get(media_id) if isinstance(media_id, str) else None
    if media is None or media.corpid != call.corp.corpid or media.kind != kind:
        raise INVALID_MEDIA.error()
    if media.expires_at < call.world.clock.now():
        raise INVALID_MEDIA.error()


def check_url(url: str) -> None:
    """Whether an address may stand in a message."""
    if not url:
        raise errors.INVALID_URL.error()
    if len(url.encode()) > URL_BYTES:
        raise errors.LONG_URL.error()
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        raise errors.INVALID_URL.error() from None
    if not scheme:
        raise errors.NO_SCHEME.error()


def _textcard(_: Call, told: dict[str, Any]) -> dict[str, Any]:
    if not fields.optional_text(told, "title", most=CARD_TITLE):
        raise errors.MISSING_TITLE.error()
    if not fields.optional_text(told, "description", most=CARD_TEXT):
        raise errors.MISSING_DESCRIPTION.error()
    check_url(fields.optional_text(told, "url"))
    return {**told, "btntxt": fields.optional_text(told, "btntxt", "详情", most=BUTTON)}


def _articles(told: dict[str, Any]) -> list[dict[str, Any]]:
    found = fields.objects(told, "articles")
    if not 1 <= len(found) <= MOST_ARTICLES:
        raise errors.ARTICLES.error()
    for article in found:
        if not fields.optional_text(article, "title", most=SHORT_BYTES, unit="bytes"):
            raise errors.MISSING_TITLE.error()
    return found


def _news(call: Call, told: dict[str, Any]) -> dict[str, Any]:
    if fields.integer(call.body, "safe", 0):
        raise errors.NOT_SAFE.error()
    for article in _articles(told):
        fields.optional_text(article, "description", most=LONG_BYTES, unit="bytes")
        if not (article.get("appid") and article.get("pagepath")):
            check_url(fields.optional_text(article, "url"))
    return told


def _mpnews(call: Call, told: dict[str, Any]) -> dict[str, Any]:
    for article in _articles(told):
        check_media(call, article.get("thumb_media_id"), "image")
        text = fields.optional_text(article, "content")
        if not text:
            raise errors.EMPTY_TEXT.error()
        if len(text.encode()) > ARTICLE_BYTES:
            raise errors.LONG_TEXT.error()
        fields.optional_text(article, "digest", most=LONG_BYTES, unit="bytes")
    return told


def _notice(call: Call, told: dict[str, Any]) -> dict[str, Any]:
    if split(call.body, "touser") == ["@all"]:
        raise errors.NOBODY.error()
    if not told.get("appid") or len(fields.optional_text(told, "title")) not in NOTICE_WORDS:
        raise errors.NOTICE_TITLE.error()
    description = fields.optional_text(told, "description")
    if description and len(description) not in NOTICE_WORDS:
        raise errors.NOTICE_TITLE.error()
    items = fields.objects(told, "content_item")
    if len(items) > MOST_ITEMS:
        raise errors.NOTICE_ITEMS.error()
    for item in items:
        fields.text(item, "key", most=ITEM_KEY)
        fields.text(item, "value", most=ITEM_VALUE)
    return told


def _task_card(_: Call, told: dict[str, Any]) -> dict[str, Any]:
    fields.text(told, "title", missing=errors.MISSING_TITLE)
    fields.text(told, "description", missing=errors.MISSING_DESCRIPTION)
    fields.text(told, "task_id", missing=errors.MISSING_TASK)
    if not 1 <= len(fields.objects(told, "btn")) <= 2:  # noqa: PLR2004 - one or two buttons
        raise RefusalError(errors.INVALID_BUTTONS.errcode, "invalid btn size")
    return told


_KINDS: dict[str, Callable[[Call, dict[str, Any]], dict[str, Any]]] = {
    "text": _text,
    "markdown": _text,
    "image": _media("image"),
    "voice": _media("voice"),
    "video": _media("video"),
    "file": _media("file"),
    "textcard": _textcard,
    "news": _news,
    "mpnews": _mpnews,
    "miniprogram_notice": _notice,
    "template_card": check_card,
    "interactive_taskcard": _task_card,
}
CHAT_KINDS = frozenset(_KINDS) - {"miniprogram_notice", "template_card", "interactive_taskcard"}
"""What a group chat of an app takes."""
