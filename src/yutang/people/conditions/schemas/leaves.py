"""What can be asked about a person himself: tags, attributes, relations, groups and the like."""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from yutang.people.customers.schemas import State
from yutang.people.stages.schemas import StageKey

from .limits import (
    VALUES,
    FaultError,
    Id,
    Ids,
    Part,
    Scalar,
    Scalars,
    Texts,
    Ways,
    count_values,
    in_order,
)
from .nodes import Compare, Leaf
from .windows import Window, day

OwnName = Literal[
    "gender", "platform", "company", "birthday", "birthday_month", "first_added_at",
    "first_channel", "first_way", "last_active_at", "created_at", "marketing_refused", "consented",
]  # fmt: skip
Is = Literal[
    "equals", "in", "less", "less_equal", "more", "more_equal", "between", "any_of", "all_of",
    "contains", "within", "known", "absent", "empty", "unknown",
]  # fmt: skip
Sort = Literal[
    "gender", "word", "text", "prose", "number", "day", "month", "moment", "yes_no", "way",
    "choices",
]  # fmt: skip
"""What values of an attribute are, which decides how it may be asked."""

SORTS: Final[dict[str, Sort]] = {
    "gender": "gender",
    "platform": "word",
    "company": "text",
    "birthday": "day",
    "birthday_month": "month",
    "first_added_at": "moment",
    "first_channel": "text",
    "first_way": "way",
    "last_active_at": "moment",
    "created_at": "moment",
    "marketing_refused": "yes_no",
    "consented": "yes_no",
}
FIELD_SORTS: Final[dict[str, Sort]] = {
    "text": "text",
    "long_text": "prose",
    "number": "number",
    "money": "number",
    "date": "day",
    "yes_no": "yes_no",
    "one_of": "word",
    "several_of": "choices",
}
"""By the kind of a field of the corp's own."""
_SAID: Final[dict[str, tuple[Is, ...]]] = {
    "gender": ("known", "unknown"),
    "company": ("known", "empty", "unknown"),
    "first_channel": ("known", "absent", "empty"),
    "first_way": ("known", "absent", "unknown"),
    "last_active_at": ("known", "unknown"),
    "platform": ("known",),
    "created_at": ("known",),
}
"""Why an attribute may have no value; all others, and every field, may just be absent."""
_ORDER: Final[tuple[Is, ...]] = (
    "equals", "in", "less", "less_equal", "more", "more_equal", "between",
)  # fmt: skip
TESTS: Final[dict[Sort, tuple[Is, ...]]] = {
    "gender": ("equals", "in"),
    "word": ("equals", "in"),
    "text": ("equals", "in", "contains"),
    "prose": (),
    "number": _ORDER,
    "day": (*_ORDER, "within"),
    "month": ("equals", "in"),
    "moment": ("within",),
    "yes_no": ("equals",),
    "way": ("equals", "in"),
    "choices": ("equals", "any_of", "all_of"),
}
"""How values of each sort may be asked; of refusals and consents also `within`."""
_TIMED: Final = frozenset({"marketing_refused", "consented"})
GENDERS: Final = ("male", "female")
"""1 and 2 of WeCom; its 0 is unknown."""
PLATFORMS: Final = ("wechat", "wecom")
MONTHS: Final = 12
THIS_MONTH: Final = 0
"""Of the corp's day, whichever that is when it is asked."""
_ONE: Final = frozenset({"equals", "less", "less_equal", "more", "more_equal", "contains"})


def tests_of(name: str, sort: Sort) -> tuple[Is, ...]:
    """How an attribute may be asked."""
    within: tuple[Is, ...] = ("within",) if name in _TIMED else ()
    return (*TESTS[sort], *within, *_SAID.get(name, ("known", "absent")))


class Tag(Leaf):
    """Wears tags, ours or those of living relations."""

    leaf: Literal["tag"] = "tag"
    how: Literal["any", "all", "none", "some", "untagged"]
    tags: Ids = ()

    @model_validator(mode="after")
    def _has_tags(self) -> Self:
        if self.how in {"some", "untagged"} and self.tags:
            raise FaultError(key="tags_needless", how=self.how)
        if self.how not in {"some", "untagged"} and not self.tags:
            raise FaultError(key="tags_missing", how=self.how)
        return self


class Test(Part):
    """How an attribute must be."""

    __test__ = False  # pytest would take it for a class of tests.

    is_: Is = Field(alias="is")
    values: Scalars = ()
    window: Window | None = None

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Self:
        if (self.is_ == "within") != (self.window is not None):
            raise FaultError(key="window_missing" if self.window is None else "window_needless")
        count_values(self.is_, self.values, *_count(self.is_))
        return self


def _count(how: Is) -> tuple[int, int]:
    if how in _ONE:
        return 1, 1
    if how == "between":
        return 2, 2
    if how in {"in", "any_of", "all_of"}:
        return 1, VALUES
    return (0, 0)


class Attribute(Leaf):
    """What is known of the person: his own attributes, or fields of the corp as `field:<id>`."""

    leaf: Literal["attribute"] = "attribute"
    name: Annotated[
        OwnName | Annotated[str, StringConstraints(pattern=r"^field:[1-9][0-9]{0,8}$")],
        Field(union_mode="left_to_right"),
    ]
    test: Test

    @property
    def field(self) -> int | None:
        """The field's id; None of the person's own attributes."""
        return int(self.name[6:]) if self.name.startswith("field:") else None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.field is None:
            self.check(SORTS[self.name])
        return self

    def check(self, sort: Sort) -> None:
        """Raises FaultError where the test does not fit this sort of attribute."""
        known = tests_of(self.name, sort)
        if self.test.is_ not in known:
            raise FaultError(key="test", name=self.name, how=self.test.is_, known=known)
        for value in self.test.values:
            check_value(self.name, sort, value)
        if self.test.is_ == "between" and not in_order(*self.test.values):
            raise FaultError(key="ends_turned")


def check_value(name: str, sort: Sort, value: Scalar) -> None:
    """Raises FaultError where a value is not of this sort."""
    match sort:
        case "gender":
            fits, wanted = value in GENDERS, "gender"
        case "word":
            fits = isinstance(value, str) and (name != "platform" or value in PLATFORMS)
            wanted = "platform" if name == "platform" else "option"
        case "day":
            if isinstance(value, str):
                day(value)
            fits, wanted = isinstance(value, str), "day"
        case "yes_no":
            fits, wanted = isinstance(value, bool), "yes_no"
        case "month":
            fits = value in range(THIS_MONTH, MONTHS + 1) and _whole(value)
            wanted = "month"
        case "number" | "way":
            fits, wanted = _whole(value), "whole"
        case _:
            fits, wanted = isinstance(value, str), "text"
    if not fits:
        raise FaultError(key=f"value_{wanted}", name=name, found=value)


def _whole(value: Scalar) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


RelationState = Literal["living", "friend", "half", "ended", "any"]
Ender = Literal["staff", "customer", "transferred"]
LIVING: Final = ("friend", "half")
ENDINGS: Final[dict[Ender, str]] = {
    "staff": "deleted_by_staff",
    "customer": "deleted_by_customer",
    "transferred": "transferred",
}
STATES: Final[dict[RelationState, tuple[str, ...]]] = {
    "living": LIVING,
    "friend": ("friend",),
    "half": ("half",),
    "ended": tuple(ENDINGS.values()),
    "any": (*LIVING, *ENDINGS.values()),
}


class Relation(Leaf):
    """Has relations with members, each of which is all that is asked.

    `staff`, `departments` and `stores` together name the members: any of them. `ended` and
    `ended_by` are about how the relation last ended.
    """

    leaf: Literal["relation"] = "relation"
    state: RelationState = "living"
    staff: Ids = ()
    departments: Ids = ()
    stores: Ids = ()
    channels: Texts = ()
    ways: Ways = ()
    added: Window | None = None
    ended_by: Annotated[tuple[Ender, ...], Field(max_length=3)] = ()
    ended: Window | None = None
    at_least: Annotated[int, Field(ge=1, le=1_000)] = 1

    @model_validator(mode="after")
    def _may_have_ended(self) -> Self:
        if self.state not in {"ended", "any"} and (self.ended_by or self.ended is not None):
            raise FaultError(key="not_ended", state=self.state)
        return self


Presence = Literal["in", "left", "never"]
GroupKind = Literal["product", "interest", "knowledge", "resource", "marketing"]
GroupTier = Literal["pond", "transit", "core"]


class InGroup(Leaf):
    """Is in groups, left them (and is not back), or was never in one; a group must fit all."""

    leaf: Literal["group"] = "group"
    presence: Presence = "in"
    groups: Ids = ()
    kinds: Annotated[tuple[GroupKind, ...], Field(max_length=5)] = ()
    tiers: Annotated[tuple[GroupTier, ...], Field(max_length=3)] = ()
    labels: Texts = ()
    joined: Window | None = None


class AtStage(Leaf):
    """Is at one of the stages, or at none where `stages` is empty."""

    leaf: Literal["stage"] = "stage"
    stages: Annotated[tuple[StageKey, ...], Field(max_length=4)] = ()
    changed: Window | None = None


class InState(Leaf):
    """Is a visitor, lead, group member, half, friend or lost."""

    leaf: Literal["state"] = "state"
    states: Annotated[tuple[State, ...], Field(min_length=1, max_length=6)]


class Activated(Leaf):
    """How many messages he is known to have sent to a member; nobody may know."""

    leaf: Literal["activation"] = "activation"
    messages: Compare | None = None
    unknown: Literal[True] | None = None

    @model_validator(mode="after")
    def _asks_one(self) -> Self:
        if (self.messages is None) == (self.unknown is None):
            raise FaultError(key="activation")
        if self.messages is not None:
            self.messages.whole("messages")
        return self


class Lost(Leaf):
    """Deleted a member or was deleted; `person`: it ended the last living relation."""

    leaf: Literal["loss"] = "loss"
    by: Literal["staff", "customer", "any"] = "any"
    what: Literal["person", "relation"] = "person"
    window: Window


class Silent(Leaf):
    """Has been silent for so many days, though a source would have told of a sign."""

    leaf: Literal["silence"] = "silence"
    days: Annotated[int, Field(ge=1, le=3_650)]


class InList(Leaf):
    """Stands in a list, which is a static segment."""

    leaf: Literal["list"] = "list"
    segment: Id


class InSegment(Leaf):
    """Belongs to another segment."""

    leaf: Literal["segment"] = "segment"
    segment: Id


class Members(Leaf):
    """Belongs to the kept members of a segment as of a run; written by `segments` only."""

    leaf: Literal["members"] = "members"
    segment: Id
    run: Annotated[int, Field(ge=0, le=2**62)]
