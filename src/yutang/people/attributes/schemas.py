"""Words of attributes."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Kind = Literal["text", "long_text", "number", "money", "date", "yes_no", "one_of", "several_of"]
Operator = Literal["eq", "in", "lt", "lte", "gt", "gte", "between", "empty", "present"]
Pattern = Literal["digits", "letters_digits", "email", "web_address"]
Role = Literal["operator", "manager", "staff"]
"""Whose sight of a field is chosen; owner and admin see and write all of them."""

TEXT_LENGTH = 200
LONG_TEXT_LENGTH = 5000
OPTIONS = 100
LABEL_LENGTH = 50
NAME_LENGTH = 30

Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_LENGTH)
]
Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LABEL_LENGTH)
]


class Rules(BaseModel):
    """What a value must keep to; each belongs to some kinds only.

    Lengths are characters; `least` and `most` are in the field's own unit (money in yuan).
    """

    model_config = ConfigDict(extra="forbid")

    min_length: Annotated[int | None, Field(ge=1, le=LONG_TEXT_LENGTH)] = None
    max_length: Annotated[int | None, Field(ge=1, le=LONG_TEXT_LENGTH)] = None
    pattern: Pattern | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    earliest: date | None = None
    latest: date | None = None


class Option(BaseModel):
    """One choice; its key never changes, its label may. Archived ones are kept, not offered."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,20}$")]
    label: Label
    archived: bool = False


class FieldRead(BaseModel):
    """One field as defined."""

    id: int
    name: str
    kind: Kind
    group: str
    position: int
    help: str
    unit: str
    decimals: int
    is_sensitive: bool
    rules: Rules
    options: list[Option]
    seen_by: list[Role]
    edited_by: list[Role]
    version: int
    archived_at: datetime | None


class NewOption(BaseModel):
    """A choice as the page sends it: a new one has no key yet."""

    key: Annotated[str | None, StringConstraints(pattern=r"^[a-z0-9_]{1,20}$")] = None
    label: Label
    archived: bool = False


class FieldFacts(BaseModel):
    """What may be changed of a field."""

    name: Name
    group: Annotated[str, StringConstraints(strip_whitespace=True, max_length=NAME_LENGTH)] = ""
    help: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    unit: Annotated[str, StringConstraints(strip_whitespace=True, max_length=10)] = ""
    is_sensitive: bool = False
    rules: Rules = Rules()
    options: Annotated[list[NewOption], Field(max_length=OPTIONS)] = []
    seen_by: list[Role] = ["operator", "manager", "staff"]
    edited_by: list[Role] = ["operator", "manager", "staff"]


class NewField(FieldFacts):
    """A field to be made; kind and decimals stay as they are for ever."""

    kind: Kind
    decimals: Annotated[int, Field(ge=0, le=6)] = 0


class FieldChange(FieldFacts):
    """A field as it shall be; `version` is the one that was read."""

    version: int


class FieldOrder(BaseModel):
    """Ids of all living fields in their new order."""

    ids: Annotated[list[int], Field(max_length=200)]


class FieldList(BaseModel):
    """Fields in their order; `limit` is how many a corp may have, archived ones left out."""

    items: list[FieldRead]
    limit: int


@dataclass(frozen=True, slots=True)
class Value:
    """A parsed value: one of these is set, by the field's kind; none is set for "no value"."""

    word: str | None = None
    number: int | None = None
    """Parts of the field's decimals, fen, or 0 and 1."""
    day: date | None = None
    choices: tuple[str, ...] | None = None
    prose: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it stands for "no value"."""
        return self == NO_VALUE


NO_VALUE = Value()

Raw = str | int | float | bool | Decimal | date | list[str] | None
"""What comes from a page, a file or another system; money in yuan."""


@dataclass(frozen=True, slots=True)
class NewValue:
    """One value on its way to one person; an empty one takes away what stands there."""

    customer_id: int
    field_id: int
    value: Value


class ValueRead(BaseModel):
    """A person's value and who wrote it.

    `value` is what the field's parser takes back: money "68.42" in yuan, a day "2026-11-26",
    "yes" or "no", an option's key; a list of keys for several_of.
    """

    field_id: int
    value: str | list[str]
    by: str
    source: str
    at: datetime


class FieldCell(BaseModel):
    """A field with one person's value, or null."""

    field: FieldRead
    value: ValueRead | None
    may_edit: bool
