"""What conditions can be made of, and segments ready made."""

from collections.abc import Mapping

from pydantic import BaseModel

from .words import Tree, Words


class Template(BaseModel):
    """A segment ready made."""

    key: str
    name: Words
    description: Words
    tree: Tree
    needs: list[str] = []
    """What the company must have first: orders, birthdays, groups."""


class TemplateList(BaseModel):
    """All of them."""

    items: list[Template]


class Choice(BaseModel):
    """Something that can be chosen, with its name in both languages."""

    key: str
    name: Words


class FieldOffer(BaseModel):
    """An attribute: its type, how it can be compared, and its options where it has some."""

    name: str
    """As the language calls it; `field:<id>` of the company's own."""
    label: Words
    kind: str
    tests: list[str]
    options: list[Choice] = []
    sensitive: bool = False


class PropertyOffer(BaseModel):
    """A property of an event."""

    name: str
    type: str
    example: str | None = None


class EventOffer(BaseModel):
    """A kind of event with what it tells."""

    kind: str
    label: str | None
    """Null where the page knows it by its kind."""
    family: str
    properties: list[PropertyOffer]


class LeavesRead(BaseModel):
    """What conditions can be made of here.

    Tags, members, departments, stores, groups, channels and segments are found by search at their
    own addresses (`searches`).
    """

    leaves: list[Choice]
    fields: list[FieldOffer]
    events: list[EventOffer]
    stages: list[Choice]
    states: list[Choice]
    ways: list[Choice]
    order_statuses: list[Choice]
    order_sources: list[str]
    group_kinds: list[str]
    group_tiers: list[Choice]
    group_labels: list[str]
    rfm_classes: list[Choice]
    searches: Mapping[str, str]
