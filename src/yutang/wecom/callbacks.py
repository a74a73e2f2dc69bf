"""The inner XML of a callback: read in full by ``parse``, or quickly by ``scan``.

Both name the same event with the same key: SHA-256 over corp, Event, ChangeType, CreateTime and
every other element in document order, without WelcomeCode, AgentID and the envelope, since each
app that is told of an event gets its own code and its own AgentID. A message with a MsgId is
named by corp, AgentID and MsgId. Shorter keys lose events: a tag group and its 50 tags are made
within one second and differ in nothing but their Id.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, NamedTuple, NoReturn
from xml.parsers import expat

from yutang.wecom.errors import MalformedCallbackError

MAX_BYTES: Final = 1_048_576
_MAX_DEPTH: Final = 16
# Up to the year 5138: what lies far beyond would not fit a timestamp of the database.
_MAX_TIME_DIGITS: Final = 11
_NOT_IN_KEY: Final = frozenset(
    {
        "ToUserName",
        "FromUserName",
        "MsgType",
        "AgentID",
        "WelcomeCode",
        "Event",
        "ChangeType",
        "CreateTime",
    }
)
_SPACE: Final = " \t\n"
# XML forbids these; "\r" it turns into "\n", which is left to expat.
_CONTROLS: Final = bytes(sorted({*range(32)} - {9, 10}))
# One element without children. What this does not understand (entities, comments, attributes,
# "]" in a text, nesting) is matched to the end without a name, and expat reads the document.
_LEAF: Final = re.compile(
    r"<([A-Za-z_][A-Za-z0-9_-]*+)>(?:<!\[CDATA\[([^\]]*+)\]\]>|([^\]<&]*+))</\1>[ \t\n]*+|[\s\S]+"
)


@dataclass(frozen=True, slots=True)
class Callback:
    """One callback, read in full.

    ``fields`` holds every element without children in document order. The name of a nested one
    is dotted, the second and later of equal names carry an index: ``MemChangeList.Item``,
    ``MemChangeList.Item[1]``.
    """

    corpid: str
    event: str
    change_type: str
    created_at: int
    fields: tuple[tuple[str, str], ...]
    msg_id: str | None
    agent_id: str

    def get(self, name: str) -> str:
        """Return the text of a field, or an empty string where there is none."""
        return next((text for found, text in self.fields if found == name), "")

    def items(self, name: str) -> tuple[str, ...]:
        """Return the texts of a repeated field, such as ``MemChangeList.Item``, in order."""
        start = f"{name}["
        return tuple(
            text for found, text in self.fields if found == name or found.startswith(start)
        )

    def dedup_key(self, corpid: str) -> bytes:
        """Return the 32 bytes that name this event within the corp, whichever app was told."""
        return _key(corpid, dict(self.fields))


class Scanned(NamedTuple):
    """What the inbox needs to know of a callback before anybody reads it in full.

    ``subject`` is what events must stay in order for: the customer, else the group chat, else
    the tag, link or member; empty when there is none.
    """

    key: bytes
    event: str
    change_type: str
    subject: str
    created_at: int
    welcome_code: str | None
    userid: str
    external_userid: str
    state: str


def scan(xml: bytes, corpid: str | None = None) -> Scanned:
    """Return key and routing fields of a decrypted callback, in a few microseconds.

    ``corpid`` is the corp of the callback address, by default the one the document names.
    Raises MalformedCallbackError; the caller then keeps the raw XML as a dead letter.
    """
    leaves = _flat_leaves(xml)
    if leaves is None:
        leaves = dict(_read(xml))
    get = leaves.get
    external_userid = get("ExternalUserID", "")
    userid = get("UserID", "")
    return Scanned(
        _key(get("ToUserName", "") if corpid is None else corpid, leaves),
        get("Event", ""),
        get("ChangeType", ""),
        external_userid or get("ChatId") or get("Id") or get("LinkId") or userid,
        _created_at(get("CreateTime", "")),
        get("WelcomeCode") or None,
        userid,
        external_userid,
        get("State", ""),
    )


def parse(xml: bytes) -> Callback:
    """Read a decrypted callback in full.

    Raises MalformedCallbackError for what is not well-formed, is larger than 1 MiB, declares a
    document type, or mixes text with elements.
    """
    fields = _read(xml)
    by_name = dict(fields)
    return Callback(
        corpid=by_name.get("ToUserName", ""),
        event=by_name.get("Event", ""),
        change_type=by_name.get("ChangeType", ""),
        created_at=_created_at(by_name.get("CreateTime", "")),
        fields=fields,
        msg_id=by_name.get("MsgId") or None,
        agent_id=by_name.get("AgentID", ""),
    )


def _key(corpid: str, leaves: dict[str, str]) -> bytes:
    get = leaves.get
    msg_id = get("MsgId")
    if msg_id:
        parts = ["message", corpid, get("AgentID", ""), msg_id]
    else:
        parts = ["event", corpid, get("Event", ""), get("ChangeType", ""), get("CreateTime", "")]
        for name, text in leaves.items():
            if name not in _NOT_IN_KEY:
                parts += (name, text)
    # XML cannot hold NUL, so it separates the parts without ambiguity.
    return sha256("\0".join(parts).encode()).digest()


def _created_at(text: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) <= _MAX_TIME_DIGITS):
        message = "CreateTime is no unix time"
        raise MalformedCallbackError(message)
    return int(text)


def _flat_leaves(xml: bytes) -> dict[str, str] | None:
    if len(xml) > MAX_BYTES or len(xml.translate(None, _CONTROLS)) != len(xml):
        return None
    try:
        document = xml.decode().strip(_SPACE)
    except UnicodeDecodeError:
        return None
    if not (document.startswith("<xml>") and document.endswith("</xml>")):
        return None
    found = _LEAF.findall(document[5:-6].lstrip(_SPACE))
    leaves = {name: cdata or text for name, cdata, text in found}
    # Fewer names than elements: one repeats, and expat numbers it.
    return None if "" in leaves or len(leaves) != len(found) else leaves


class _Element:
    __slots__ = ("counts", "path", "texts")

    def __init__(self, path: str) -> None:
        self.path = path
        self.texts: list[str] = []
        self.counts: dict[str, int] = {}


class _Reader:
    """Collects the leaves of one document while expat walks it."""

    def __init__(self) -> None:
        self.fields: list[tuple[str, str]] = []
        self._open: list[_Element] = []

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        if len(self._open) >= _MAX_DEPTH:
            message = "the elements are nested too deeply"
            raise MalformedCallbackError(message)
        if "." in name:
            message = "a name holds a dot"
            raise MalformedCallbackError(message)
        if not self._open:
            if name != "xml":
                message = "the root element is not xml"
                raise MalformedCallbackError(message)
            self._open.append(_Element(""))
            return
        parent = self._open[-1]
        seen = parent.counts.get(name, 0)
        parent.counts[name] = seen + 1
        indexed = f"{name}[{seen}]" if seen else name
        self._open.append(_Element(f"{parent.path}.{indexed}" if parent.path else indexed))

    def end(self, _name: str) -> None:
        element = self._open.pop()
        text = "".join(element.texts)
        if element.counts or not self._open:
            if text.strip(_SPACE + "\r"):
                message = "text stands between elements"
                raise MalformedCallbackError(message)
        else:
            self.fields.append((element.path, text))

    def text(self, data: str) -> None:
        self._open[-1].texts.append(data)

    def refuse(self, *_declaration: object) -> NoReturn:
        message = "document types and entities are refused"
        raise MalformedCallbackError(message)


def _read(xml: bytes) -> tuple[tuple[str, str], ...]:
    if len(xml) > MAX_BYTES:
        message = "the document is larger than 1 MiB"
        raise MalformedCallbackError(message)
    reader = _Reader()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.EntityDeclHandler = reader.refuse
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat names no parameter
    except expat.ExpatError as error:
        message = f"not well-formed: {error}"
        raise MalformedCallbackError(message) from None
    return tuple(reader.fields)
