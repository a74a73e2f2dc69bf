"""What the language is asked with and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel

Over = Literal["person", "ids", "bits"]


@dataclass(frozen=True, slots=True)
class GroupWords:
    """Which groups have a kind, a tier, a label."""

    kinds: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    tiers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    labels: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """Whose customers, when, and what the words of a condition mean there."""

    corp_id: int
    now: datetime
    zone: ZoneInfo
    staff_of_departments: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """With those of departments below."""
    staff_of_stores: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    groups: GroupWords = GroupWords()
    rfm_run: int | None = None
    fields: Mapping[int, str] = field(default_factory=dict)
    """Kinds of living fields by id; one that is not here has no values."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A condition as SQL with bound parameters.

    `person`: a boolean over one row of `people`, never null. `ids`: a SELECT of customer ids, none
    twice, merged people under the number they have now, possibly of people who are gone: meet it
    with the living. WITH `inverted` THE CONDITION HOLDS FOR THE LIVING THAT THE SELECT DOES NOT
    NAME. `bits`: a kept bitmap, no SQL.
    """

    sql: str
    params: dict[str, Any]
    over: Over
    touches: frozenset[str]
    """people, orders, events:<kind>, aliases, rfm, segment:<id>, or a higher floor's."""
    moves: bool = False
    """Whether it may change by time alone."""
    inverted: bool = False


@dataclass(slots=True)
class Named:
    """What a tree names, to be looked up before it is said or compiled."""

    tags: set[int] = field(default_factory=set)
    staff: set[int] = field(default_factory=set)
    departments: set[int] = field(default_factory=set)
    stores: set[int] = field(default_factory=set)
    groups: set[int] = field(default_factory=set)
    fields: set[int] = field(default_factory=set)
    segments: set[int] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    channels: set[str] = field(default_factory=set)
    group_kinds: set[str] = field(default_factory=set)
    group_tiers: set[str] = field(default_factory=set)
    group_labels: set[str] = field(default_factory=set)
    stages: set[str] = field(default_factory=set)
    skus: set[str] = field(default_factory=set)
    more: dict[str, set[Any]] = field(default_factory=dict)
    """Of leaves of higher floors."""


@dataclass(frozen=True, slots=True)
class FieldName:
    """How a field is called and how its values are said."""

    name: str
    kind: str
    decimals: int = 0
    unit: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Names:
    """Words of ids; what is missing is said to be deleted or unknown."""

    tags: Mapping[int, str] = field(default_factory=dict)
    staff: Mapping[int, str] = field(default_factory=dict)
    departments: Mapping[int, str] = field(default_factory=dict)
    stores: Mapping[int, str] = field(default_factory=dict)
    groups: Mapping[int, str] = field(default_factory=dict)
    fields: Mapping[int, FieldName] = field(default_factory=dict)
    segments: Mapping[int, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    """The corp's own names of event kinds; built-in ones have words without."""
    channels: Mapping[str, str] = field(default_factory=dict)
    """Names of codes and links by what relations carry of them."""
    stages: Mapping[str, str] = field(default_factory=dict)
    """The corp's own names of stages."""
    goods: Mapping[str, str] = field(default_factory=dict)
    """By sku."""
    more: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)
    """Of leaves of higher floors."""


Plain = str | int | float | bool | None | list[int] | list[str]


class Fact(BaseModel):
    """One reason of a verdict; `key` has words, `values` stand in them."""

    key: str
    values: dict[str, Plain] = {}


class Tested(BaseModel):
    """Whether a node holds for a person, and why."""

    __test__ = False  # pytest would take it for a class of tests.

    path: str
    node: str
    """all, any, none, or the name of the leaf."""
    holds: bool
    facts: list[Fact] = []
    children: list["Tested"] = []
