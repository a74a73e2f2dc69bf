"""The usual shape of what sites and servers send, read and checked one message at a time."""

import hashlib
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

import orjson

from .errors import NotJsonError, ShapeError, TooManyEventsError

MOST_EVENTS: Final = 1_000
EVENT_BYTES: Final = 32 * 1024
NAME_CHARACTERS: Final = 100
MOST_DEPTH: Final = 5
ID_CHARACTERS: Final = 200
MESSAGE_CHARACTERS: Final = 200
SHAPES: Final = ("track", "identify", "alias", "page", "batch")
"""The addresses; of all but the last the body is one message of that type."""
TYPES: Final = frozenset({"track", "identify", "alias", "page", "screen"})
ID_KINDS: Final = ("external", "unionid", "openid", "phone", "member_number", "device")
_PLAIN: Final = {"userId": "member_number", "anonymousId": "device", "previousId": "device"}
"""What the usual fields are here."""
_MILLISECONDS: Final = 100_000_000_000
"""Seconds of the year 5138: a larger number counts milliseconds."""
_UNFIT: Final = re.compile("[\0\ud800-\udfff]")

Json = dict[str, Any]


class Fault(NamedTuple):
    """Why one message is not taken."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message as its source means it."""

    index: int
    type: str
    message: str
    """Its own id, or one made of it."""
    kind: str
    """Empty where it tells of a person and no event."""
    at: datetime
    props: Json
    ids: tuple[tuple[str, str], ...]

    @property
    def key(self) -> UUID:
        """For remembering it: of one length, whatever its id."""
        return UUID(bytes=hashlib.sha256(self.message.encode()).digest()[:16])


def parse(body: bytes) -> Any:
    """The document; raises NotJsonError."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        raise NotJsonError from None


def listed(document: Any, shape: str) -> list[Any]:
    """The messages of a body in the order they stand. Raises ShapeError, TooManyEventsError."""
    if shape != "batch":
        if not isinstance(document, dict):
            wanted = "this address takes one message, a JSON object"
            raise ShapeError(wanted)
        return [document]
    found = document.get("batch") if isinstance(document, dict) else document
    if not isinstance(found, list) or not found:
        wanted = 'a batch is {"batch": [message, …]} with at least one message'
        raise ShapeError(wanted)
    if len(found) > MOST_EVENTS:
        raise TooManyEventsError(MOST_EVENTS)
    return found


def check(raw: Any, shape: str, *, is_long: bool) -> Fault | None:
    """Whether a message is taken, by what costs next to nothing; None when it is.

    `is_long`: the body is longer than one message may be, so that each is weighed.
    """
    if type(raw) is not dict:
        return Fault("not_an_object", "a message is a JSON object")
    kind = raw.get("type", shape)
    if kind not in TYPES if type(kind) is str else True:
        return Fault("unknown_type", "type is one of track, identify, alias, page and screen")
    if is_long and len(orjson.dumps(raw)) > EVENT_BYTES:
        return Fault("too_large", f"a message holds at most {EVENT_BYTES:,} bytes")
    if kind == "track":
        name = raw.get("event")
        if type(name) is not str or not name.strip():
            return Fault("no_event", "a track message names its `event`")
        if len(name) > NAME_CHARACTERS:
            return Fault("long_event", f"an event's name has at most {NAME_CHARACTERS} characters")
    return _check_properties(raw.get("properties")) or _check_ids(raw)


def _check_properties(given: Any) -> Fault | None:
    if given is None:
        return None
    if type(given) is not dict:
        return Fault("bad_properties", "properties are a JSON object")
    return _check_depth(given, 1)


def _check_depth(given: Json, depth: int) -> Fault | None:
    for name, value in given.items():
        if len(name) > NAME_CHARACTERS:
            words = f"a property's name has at most {NAME_CHARACTERS} characters"
            return Fault("long_name", words)
        if (type(value) is dict or type(value) is list) and (
            fault := _check_within(value, depth + 1)
        ):
            return fault
    return None


def _check_within(value: Any, depth: int) -> Fault | None:
    if type(value) is not dict and type(value) is not list:
        return None
    if depth > MOST_DEPTH:
        return Fault("too_deep", f"properties lie at most {MOST_DEPTH} levels deep")
    if type(value) is dict:
        return _check_depth(value, depth)
    for one in value:
        if fault := _check_within(one, depth + 1):
            return fault
    return None


def _check_ids(raw: Json) -> Fault | None:
    some = False
    for _, value in _ids(raw):
        if type(value) is bool or not isinstance(value, str | int) or value == "":
            return Fault("bad_id", "an id is a text or a whole number, and not empty")
        if len(str(value)) > ID_CHARACTERS:
            return Fault("long_id", f"an id has at most {ID_CHARACTERS} characters")
        some = True
    if not some:
        return Fault(
            "no_id",
            "say whose it is: userId, anonymousId, or ids with external, unionid, openid, phone,"
            " member_number or device",
        )
    return None


def _ids(raw: Json) -> Iterator[tuple[str, Any]]:
    """Every id of a message with its kind, as it was written."""
    for field, kind in _PLAIN.items():
        if (value := raw.get(field)) is not None:
            yield kind, value
    places = (raw.get("ids"), raw.get("traits"))
    for place in places:
        if type(place) is dict:
            for kind in ID_KINDS:
                if (value := place.get(kind)) is not None:
                    yield kind, value


def read(
    document: Any, shape: str, received_at: datetime, *, is_long: bool
) -> tuple[list[Message], list[tuple[int, Any, Fault]]]:
    """Every message of a body that was taken, and what of it is refused with its place.

    The same for the same body whenever it is read: the door says beforehand what is refused.
    """
    taken: list[Message] = []
    refused: list[tuple[int, Any, Fault]] = []
    around = document if isinstance(document, dict) else {}
    for index, raw in enumerate(listed(document, shape)):
        fault = check(raw, shape, is_long=is_long)
        if fault is None:
            found = _message(index, raw, shape, around, received_at)
            if isinstance(found, Message):
                taken.append(found)
                continue
            fault = found
        refused.append((index, raw, fault))
    return taken, refused


def check_all(raws: Sequence[Any], shape: str, *, is_long: bool) -> list[tuple[int, Fault]]:
    """What of a body is refused, by place; what a clock says wrongly is found here as well."""
    refused = []
    for index, raw in enumerate(raws):
        fault = check(raw, shape, is_long=is_long)
        if fault is None and not _is_time(raw):
            fault = _BAD_TIME
        if fault is not None:
            refused.append((index, fault))
    return refused


_BAD_TIME: Final = Fault(
    "bad_time", "timestamp is a time as 2026-01-31T08:00:00Z, or seconds or milliseconds since 1970"
)


def _is_time(raw: Json) -> bool:
    given = raw.get("timestamp")
    return given is None or moment_of(given) is not None


def _message(
    index: int, raw: Json, shape: str, around: Mapping[str, Any], received_at: datetime
) -> Message | Fault:
    given = raw.get("timestamp")
    at = received_at if given is None else moment_of(given)
    if at is None:
        return _BAD_TIME
    sent = raw.get("sentAt", around.get("sentAt"))
    sent_at = None if sent is None else moment_of(sent)
    if given is not None and sent_at is not None:
        # The clock that wrote both may be wrong: what counts is how long before sending it was.
        at = _shifted(at, received_at - sent_at)
    kind = raw.get("type", shape)
    ids = {(kind, str(value).strip()) for kind, value in _ids(raw)}
    message = raw.get("messageId")
    if type(message) is not str or not message or len(message) > MESSAGE_CHARACTERS:
        # Two equal messages without a time are two; with one they are one sent twice.
        salt = "" if given is not None else f"{received_at.isoformat()} {index}"
        digest = hashlib.sha256(orjson.dumps(raw, option=orjson.OPT_SORT_KEYS) + salt.encode())
        message = f"made-{digest.hexdigest()[:32]}"
    return Message(
        index,
        kind,
        clean(message),
        clean(_kind(kind, raw)),
        at,
        clean(_props(kind, raw, around)),
        tuple(sorted((kind, clean(value)) for kind, value in ids if value)),
    )


def _shifted(at: datetime, by: timedelta) -> datetime:
    try:
        return at + by
    except OverflowError:
        return at


def _kind(kind: str, raw: Json) -> str:
    if kind == "track":
        return str(raw["event"]).strip()
    return "page.viewed" if kind in {"page", "screen"} else ""


def _props(kind: str, raw: Json, around: Mapping[str, Any]) -> Json:
    own = raw.get("properties") or {}
    if kind not in {"page", "screen"}:
        return dict(own)
    context = raw.get("context") or around.get("context")
    context = context if type(context) is dict else {}
    page, campaign = context.get("page"), context.get("campaign")
    found: Json = {}
    if type(page) is dict:
        found |= {name: page[name] for name in ("url", "path", "title", "referrer") if name in page}
    if type(campaign) is dict:
        found |= {f"utm_{name}"[:NAME_CHARACTERS]: value for name, value in campaign.items()}
    if raw.get("name") is not None:
        found["name"] = raw["name"]
    return found | own


def moment_of(given: Any) -> datetime | None:
    """A time as people write it; None for what is none. Without a zone it is UTC."""
    try:
        if type(given) is str:
            if given.strip().isdigit():
                given = int(given)
            else:
                found = datetime.fromisoformat(given.strip())
                return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
        if type(given) not in {int, float} or not math.isfinite(given):
            return None
        seconds = given / 1000 if abs(given) >= _MILLISECONDS else given
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def clean(value: Any) -> Any:
    """The same without what PostgreSQL's text cannot hold."""
    if type(value) is str:
        return _UNFIT.sub("\ufffd", value) if _UNFIT.search(value) else value
    if type(value) is dict:
        return {clean(name): clean(one) for name, one in value.items()}
    if type(value) is list:
        return [clean(one) for one in value]
    return value
