"""Words of the collector."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Kind = Literal["web", "server", "mini_program", "webhook"]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Origin = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Path = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
Said = Annotated[str, StringConstraints(min_length=1, max_length=100)]
PerSecond = Annotated[int, Field(ge=1, le=1_000_000)]


class SourceMapping(BaseModel):
    """Where in a webhook's body what stands; paths as `data.orders[0].number`.

    `each`: the list of which every entry is one event; empty: the body is one. A path is looked
    up in the entry first, then in the body. `kinds` turns what the sender calls an event into
    ours; `fixed_kind` is for senders that do not say.
    """

    model_config = ConfigDict(extra="forbid")

    each: Path = ""
    message: Path = ""
    kind: Path = ""
    kinds: dict[Said, Said] = Field(default_factory=dict, max_length=200)
    fixed_kind: Annotated[str, StringConstraints(max_length=100)] = ""
    at: Path = ""
    ids: dict[str, Path] = Field(default_factory=dict, max_length=10)
    properties: dict[Said, Path] = Field(default_factory=dict, max_length=100)


class NewSource(BaseModel):
    """A source to make; `origins` for a site, as `https://shop.example.com`."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    kind: Kind
    origins: list[Origin] = Field(default_factory=list, max_length=50)
    events_per_second: PerSecond = 1_000


class SourceChange(BaseModel):
    """What is to be changed; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = None
    origins: list[Origin] | None = Field(default=None, max_length=50)
    events_per_second: PerSecond | None = None
    enabled: bool | None = None


class KeyRead(BaseModel):
    """A write key without itself; `hint` are its last four characters."""

    id: int
    hint: str
    made_by: str
    made_at: datetime
    ends_at: datetime | None


class HourRead(BaseModel):
    """Events of an hour: taken, and refused by reason."""

    hour: datetime
    taken: int
    refused: dict[str, int]


class SourceRead(BaseModel):
    """A source and how it does; `lag_seconds` is the age of the oldest request that waits."""

    id: int
    name: str
    kind: Kind
    origins: list[str]
    events_per_second: int
    enabled: bool
    mapping: SourceMapping | None
    made_by: str
    made_at: datetime
    seen_at: datetime | None
    taken_today: int
    refused_today: int
    waiting_events: int
    lag_seconds: float
    dead_batches: int
    keys: list[KeyRead]


class SourceMade(BaseModel):
    """A source with its key, or a webhook's secret, which are shown this once."""

    source: SourceRead
    key: str | None
    secret: str | None


class Standing(BaseModel):
    """What waits of all sources, and what lies on the disk since the database was away."""

    waiting_batches: int
    waiting_events: int
    lag_seconds: float
    dead_batches: int
    spooled_files: int
    spooled_bytes: int


class SourcePage(BaseModel):
    """All sources, and how the collector stands as a whole."""

    items: list[SourceRead]
    standing: Standing


class SourceHours(BaseModel):
    """The last hours of a source, oldest first; hours without events are left out."""

    items: list[HourRead]


class MappingTry(BaseModel):
    """A mapping to be tried on an example."""

    model_config = ConfigDict(extra="forbid")

    mapping: SourceMapping
    example: Any


class TriedEvent(BaseModel):
    """One event as the mapping makes it, or why it is refused."""

    kind: str
    at: datetime | None
    message: str
    ids: dict[str, str]
    props: dict[str, Any]
    reason: str
    words: str


class MappingTried(BaseModel):
    """What a mapping makes of an example; nothing was kept."""

    items: list[TriedEvent]


class StreamRow(BaseModel):
    """What came: `reason` is empty where it was taken.

    `outline` names its ids and properties with the type of each value; the values are shown to
    who may open it.
    """

    id: int
    source_id: int
    source: str
    received_at: datetime
    at: datetime | None
    kind: str
    message: str
    customer_id: int | None
    reason: str
    words: str
    outline: dict[str, Any]
    events: int
    openable: bool


class StreamPage(BaseModel):
    """The stream, newest first; `next` goes into `before`."""

    items: list[StreamRow]
    next: int | None


class StreamMessage(BaseModel):
    """One message as it came."""

    id: int
    message: dict[str, Any]


class Retried(BaseModel):
    """How many dead batches are handled again."""

    batches: int
