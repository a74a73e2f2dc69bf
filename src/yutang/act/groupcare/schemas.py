"""Words of group welcomes and keyword replies."""

from datetime import datetime
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, Field, StringConstraints

from yutang.act.greetings.schemas import (
    FilePart,
    ImagePart,
    LinkPart,
    MiniProgramPart,
    VideoPart,
)
from yutang.people.groups.schemas import GroupOwner, GroupRef, Kind, Tier
from yutang.people.tasks.schemas import Kind as TaskKind
from yutang.people.tasks.schemas import register

WELCOMES: Final = 100
"""WeCom's library holds so many, whoever made them."""
WELCOME_BYTES: Final = 3_000
REPLIES: Final = 100
"""Rules of the console."""
WORDS: Final = 10
"""Of one rule."""
WORD_CHARACTERS: Final = 20
"""Ours: WeCom's bound for one word is not known."""
REPLY_BYTES: Final = 3_000
"""Ours, that of welcomes: WeCom's bound for a reply is not known."""
TASK_SOURCE: Final = "group_welcome"
GROUP_WELCOME: Final = register(TaskKind("group_welcome", "入群欢迎语", "Group welcome"))

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20)]
Word = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=WORD_CHARACTERS)
]
Status = Literal["creating", "active", "updating", "failed", "gone", "deleting", "deleted"]
Problem = Literal["unknown", "full", "media", "not_ours", "refused", "invalid", "differs"]
By = Literal["all", "owners", "kinds", "tiers", "groups"]
Standing = Literal["waiting", "applied", "dropped", "owner_left", "not_asked"]
ReplyState = Literal["not_entered", "entered", "changed", "to_remove"]
REACHES: Final = get_args(By)


GroupPart = Annotated[
    ImagePart | LinkPart | MiniProgramPart | FilePart | VideoPart, Field(discriminator="kind")
]


class Reach(BaseModel):
    """Which groups: all, all of owners, kinds or tiers, or picked ones; the list of `by` counts."""

    by: By
    owner_ids: list[int] = Field(default_factory=list, max_length=200)
    kinds: list[Kind] = Field(default_factory=list, max_length=5)
    tiers: list[Tier] = Field(default_factory=list, max_length=3)
    group_ids: list[int] = Field(default_factory=list, max_length=500)


class ReachNamed(Reach):
    """The same with names, as far as you may see them."""

    owners: list[GroupOwner] = Field(default_factory=list)
    picked: list[GroupRef] = Field(default_factory=list)


class ReachCount(BaseModel):
    """How many groups that is now; dismissed ones are left out."""

    groups: int
    owners: int
    """Members who can be asked: they own one and work here."""
    ownerless: int
    """Groups whose owner left, or is nobody we may see: there is nobody to ask."""


class NewGroupWelcome(BaseModel):
    """A welcome for groups: `%NICKNAME%` in the text becomes the name of who joins."""

    name: Name
    text: str = ""
    attachment: GroupPart | None = None
    reach: Reach


class GroupWelcomeChange(NewGroupWelcome):
    """A welcome as it shall be; `version` is the one the change was made on."""

    version: int = Field(ge=1)


class GroupWelcomeRead(BaseModel):
    """A welcome, and how many owners chose it, says their task."""

    id: int
    name: str
    text: str
    attachment: GroupPart | None
    file_name: str | None
    """Of its attachment's upload."""
    reach: ReachNamed
    status: Status
    problem: Problem | None
    said: str
    """WeCom's own words to the problem."""
    template_id: str | None
    groups: int
    owners: int
    ownerless: int
    contested: int
    """Groups that another welcome is for as well; a group has one."""
    applied: int
    """Owners who said by their task that they chose it, for all their groups of now."""
    waiting: int
    dropped: int
    not_asked: int
    """Owners without a task yet."""
    version: int
    created_at: datetime
    changed_at: datetime
    checked_at: datetime | None


class Library(BaseModel):
    """How full WeCom's library of welcomes is, as far as anybody can tell: it shows no list."""

    most: int
    ours: int
    spares: int
    """Perhaps there too: made by a call whose answer was lost. Only the console can delete them."""
    elsewhere: int | None
    """So many of others, when WeCom last said that it is full; null: never said."""
    elsewhere_at: datetime | None


class GroupWelcomeList(BaseModel):
    """All welcomes, the newest first."""

    items: list[GroupWelcomeRead]
    library: Library
    as_of: datetime


class WelcomeOwner(BaseModel):
    """An owner, and how far he is."""

    owner: GroupOwner
    standing: Standing
    groups: list[GroupRef]
    """At most 20, by name."""
    count: int
    fresh: int
    """Groups that came after he was asked last."""
    task_id: int | None
    with_staff: str | None
    """Who has the task now, where it is another."""
    asked_at: datetime | None
    due_at: datetime | None
    done_at: datetime | None


class WelcomeOwners(BaseModel):
    """All owners, those it waits for first."""

    items: list[WelcomeOwner]


class NewKeywordReply(BaseModel):
    """What a group answers to words."""

    name: Name
    words: list[Word] = Field(min_length=1, max_length=WORDS)
    text: str = ""
    attachment: GroupPart | None = None
    reach: Reach


class KeywordReplyChange(NewKeywordReply):
    """A rule as it shall be; `version` is the one the change was made on."""

    version: int = Field(ge=1)


class ReplyEntered(BaseModel):
    """Somebody typed it into the console, or took it out there: in this `version`."""

    version: int = Field(ge=1)


class Clash(BaseModel):
    """`word` of this rule meets a word of another, or of itself.

    same: it stands in both. within: it is a part of the other's `theirs`, so that a message with
    that asks for both replies. contains: the other way round.
    """

    how: Literal["same", "within", "contains"]
    word: str
    theirs: str
    reply_id: int
    reply_name: str


class KeywordReplyRead(BaseModel):
    """A rule, and what the console has of it."""

    id: int
    name: str
    words: list[str]
    text: str
    attachment: GroupPart | None
    file_name: str | None
    reach: ReachNamed
    groups: int
    state: ReplyState
    """changed: the console has an older one; to_remove: deleted here, the console has it still."""
    entered_at: datetime | None
    entered_by: str | None
    entered_words: list[str] | None
    entered_text: str | None
    """What the console has, where it is an older one."""
    clashes: list[Clash]
    version: int
    created_at: datetime
    changed_at: datetime


class KeywordReplyList(BaseModel):
    """All rules, those that wait for the console first; and the bounds."""

    items: list[KeywordReplyRead]
    most: int
    most_words: int
    word_characters: int
    """Ours."""
    reply_bytes: int
    """Ours."""
    as_of: datetime
