"""Words of event kinds."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, StringConstraints

from yutang.people.consents.schemas import Purpose

Type = Literal["string", "number", "boolean", "time", "list", "items"]
"""`items`: a list of objects, for built-in kinds only, such as the items of an order."""
Handling = Literal["keep", "ignore", "personal", "sensitive"]
"""What becomes of a value: written, left out, left out as a name or a phone, kept by consent."""
Refusal = Literal[
    "unknown_kind",
    "refused_kind",
    "too_many_kinds",
    "bad_kind",
    "wrong_type",
    "bad_name",
    "too_many_properties",
    "too_long",
    "too_deep",
    "too_large",
    "no_consent",
    "future",
    "too_old",
]
QUARANTINED: Final = frozenset(
    {"unknown_kind", "wrong_type", "bad_name", "too_many_properties", "too_long", "too_deep"}
)
"""Of these the event is kept until somebody decides; of the others only the number."""
LEFT_OUT: Final = frozenset({"sensitive_without_purpose", "no_consent"})
"""Why a sensitive value is left out of an event that is accepted."""

FILES: Final = 0
"""The source of events that files bring; the message says `import:<id>:<digest>`."""
PROPERTIES: Final = 100
KINDS: Final = 200
UNKNOWN_NAMES: Final = 1_000
NAME_CHARS: Final = 100
STRING_BYTES: Final = 8_192
LIST_ITEMS: Final = 500
DEPTH: Final = 5
KEPT_DAYS: Final = 30
HELD_ROWS: Final = 1_000_000
"""In quarantine, of one corp; the oldest make room and are counted."""
HELD_BYTES: Final = 65_536
"""Of one event in quarantine; a larger one is refused for good."""


@dataclass(frozen=True, slots=True)
class Said:
    """One event as a source says it."""

    source_id: int
    message: str
    kind: str
    at: datetime
    props: dict[str, Any]
    customer_id: int | None = None
    """Who he is, where persons were settled before: without it nothing that needs his consent is
    taken, and what is quarantined belongs to nobody when it is released."""


@dataclass(frozen=True, slots=True)
class Released(Said):
    """An event out of quarantine: kind and properties are as they go into the log."""

    id: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to become of one event that was said."""

    kind: str
    """As written to the log; as said where it was refused for its kind."""
    props: dict[str, Any]
    """Typed and cleaned, without names and phones."""
    refused: str | None
    """A `Refusal`; null: into the log."""
    words: str | None
    """English detail for the stream: why it was refused, or what was left out."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the timeline says of an event: the kind's own name and its main property."""

    name: str | None
    main: str | None


Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
# In the words of JSON Schema, whose \w knows no Chinese: no blank, and of ASCII only _ . -
_SIGN: Final = r"[^\x00-,/:-@\[-\^`{-\x7f\s]"
KindName = Annotated[
    str, StringConstraints(pattern=rf"^[a-z][a-z_]*\.{_SIGN}+$", max_length=NAME_CHARS)
]
CustomName = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=rf"^{_SIGN}+$", max_length=60)
]
"""What follows `custom.`: letters of any script, digits, _ . -"""
PropertyName = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class PropertyRead(BaseModel):
    """A property of a kind: its type now, and since which version of the kind."""

    name: str
    type: Type
    since: int
    declared: bool
    """Known before anybody sent it, as part of a built-in kind."""
    handling: Handling
    purpose: str | None
    """For what a sensitive one may be kept of those who agreed; null: of nobody."""
    converts: bool
    plain: bool
    """Its values are numbers of things: none of them is taken for a phone."""
    example: str | None
    first_at: datetime | None
    former: list[Type] = []
    """Types of former versions, the oldest first."""
    redacted: int = 0
    left_out: int = 0
    """Within 30 days: values taken out as personal, and sensitive ones not kept."""


class DayCount(BaseModel):
    """Events of one day of arrival."""

    day: date
    events: int


class KindRead(BaseModel):
    """A kind with its volume of 30 days."""

    name: str
    family: str
    label: str | None
    """The corp's own name for it; built-in kinds without one are named by the pages."""
    built_in: bool
    version: int
    purpose: str | None
    """The consent without which no event of this kind is taken."""
    main: str | None
    """The property that the timeline shows."""
    closed: bool
    """Properties that are not known are left out instead of refused."""
    properties: int
    accepted: int
    quarantined: int
    refused: int
    redacted: int
    left_out: int
    last_at: datetime | None
    days: list[DayCount]
    names: list[str]
    """Other names that the corp's sources send for it, by decision."""
    kept_months: int | None
    """The running month and so many before it; null: its events are kept for good."""
    kept_by: Literal["kind", "family", "default"]
    """What that was chosen for (PUT /log/retention/{family}); `default`: nobody chose."""


class KindDetail(KindRead):
    """A kind with its properties."""

    items: list[PropertyRead]


class KindList(BaseModel):
    """Every kind, those with events first; `quarantined`: how many events wait for a decision."""

    items: list[KindRead]
    quarantined: int
    aliases: dict[str, str]
    """Usual names that are understood without a decision, and for what."""


class NewKind(BaseModel):
    """A kind of the corp's own: `custom.` and this name."""

    name: CustomName
    label: Label
    main: PropertyName | None = None
    purpose: Purpose | None = None


class KindChange(BaseModel):
    """What of a kind may be changed; a built-in one keeps its purpose where it has one."""

    label: Label | None = None
    main: PropertyName | None = None
    purpose: Purpose | None = None
    closed: bool = False


class PropertyChange(BaseModel):
    """What shall become of a property. Another `type` opens the next version of the kind."""

    name: PropertyName
    handling: Handling = "keep"
    purpose: Purpose | None = None
    converts: bool = False
    plain: bool = False
    type: Literal["string", "number", "boolean", "time", "list"] | None = None


class Heap(BaseModel):
    """What waits in quarantine for one and the same decision."""

    said: str
    kind: str | None
    reason: Refusal
    property: str
    """Empty where it is about the whole event."""
    detail: str
    events: int
    first_at: datetime
    last_at: datetime
    sources: list[int]
    examples: list[dict[str, str]]
    """Properties of up to three events, masked."""


class Quarantine(BaseModel):
    """Heaps, the largest first; `dropped`: lost within 30 days since nobody decided in time."""

    items: list[Heap]
    events: int
    dropped: int
    released: int
    """Accepted and on their way into the log."""


Choice = Literal[
    "custom", "existing", "convert", "new_version", "ignore", "close", "again", "refuse"
]


class HeapDecision(BaseModel):
    """What shall become of a heap, and of all events like it from now on.

    `custom`: a kind of the corp's own by `name` and `label`; `existing`: an event of `kind`;
    `convert`: values of the property are converted to its type; `new_version`: it has the new type
    from now on; `ignore`: the property is left out; `close`: all properties not known are;
    `again`: judged again as things are now; `refuse`: deleted (a kind's name for good).
    """

    said: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    reason: Refusal
    property: Annotated[str, StringConstraints(max_length=200)] = ""
    choice: Choice
    name: CustomName | None = None
    label: Label | None = None
    kind: KindName | None = None
    type: Literal["string", "number", "boolean", "time", "list"] | None = None


class Decided(BaseModel):
    """How many waiting events it is about; they are released or deleted within seconds."""

    events: int


class NamedKind(BaseModel):
    """For choices: a kind and its name."""

    name: str
    label: str | None
