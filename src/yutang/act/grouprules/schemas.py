"""Words of rules of groups: sets, what WeCom shows, whom it waits for."""

from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, Field, StringConstraints

from yutang.act.groupcare.schemas import ReachNamed
from yutang.people.groups.schemas import GroupOwner, GroupPerson
from yutang.people.tasks.schemas import Kind as TaskKind
from yutang.people.tasks.schemas import TaskState, register

SETS: Final = 100
"""Ours."""
TEXT_CHARACTERS: Final = 5_000
"""Ours: WeCom's bound for a notice is not documented."""
NAME_CHARACTERS: Final = 30
"""Ours: WeCom's bound for a group's name is not documented."""
PARTS: Final = 5
NOTE_CHARACTERS: Final = 200
TASK_SOURCE: Final = "group_rules"
BREACH_SOURCE: Final = "group_breach"
GROUP_RULES: Final = register(TaskKind("group_rules", "群规", "Group rules"))
GROUP_BREACH: Final = register(TaskKind("group_breach", "群违规", "Group breach"))
WINDOW_DAYS: Final = 180
REMOVE_FROM: Final = 2

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20)]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=TEXT_CHARACTERS)]
Pattern = Annotated[str, StringConstraints(strip_whitespace=True, max_length=NAME_CHARACTERS)]
PartKey = Literal[
    "name", "gender", "region", "city", "industry", "nickname", "store", "member_number"
]
Separator = Literal["-", "+", "_", "/", "·", "|", " ", "any"]
NoticeState = Literal["same", "differs", "empty", "unknown", "off"]
NameState = Literal["right", "wrong", "unknown", "no_number", "no_store", "off"]
Fit = Literal["fits", "differs", "nameless"]
BreachKind = Literal["advert", "link", "rumour", "insult", "flood", "adds_members", "other"]
BreachState = Literal["told", "to_remove", "removed", "forgiven"]
Wrong = Literal["notice", "name", "nickname", "any"]


class Said(BaseModel):
    """The same in both languages."""

    zh: str
    en: str


class NicknameForm(BaseModel):
    """How members write their nickname: parts in order, with a sign between them.

    `any` takes whichever of the usual signs. Only the shape is checked: a gender is one of the
    usual words, a name, area, city or trade is letters, a member number digits and letters; whether
    such a place is there is not.
    """

    parts: list[PartKey] = Field(min_length=1, max_length=PARTS)
    separator: Separator = "-"


class NoticeCounts(BaseModel):
    """Groups by what their notice is; all 0 where rules have none."""

    same: int
    differs: int
    empty: int
    unknown: int
    """Not read yet."""


class NameCounts(BaseModel):
    """Groups by what they are called; all 0 without a pattern."""

    right: int
    wrong: int
    unknown: int
    """Not read yet, or no number given yet."""
    no_store: int
    """The owner works in no store, or in several."""


class NicknameCounts(BaseModel):
    """Persons present by whether their nickname fits."""

    fits: int
    differs: int
    nameless: int
    """WeCom shows no nickname of theirs in the group."""


class RulesTaskCounts(BaseModel):
    """Owners who were asked by the rules as they are, by how their task stands."""

    open: int
    done: int
    dropped: int


class GroupRulesRead(BaseModel):
    """Rules, and what WeCom shows of the groups they hold for, as far as you see those."""

    id: int
    name: str
    reach: ReachNamed
    rules: str
    notice: str
    nickname_form: NicknameForm | None
    nickname_shown: Said | None
    nickname_example: str | None
    nickname_request: Said | None
    """Ready to copy, to who has it otherwise."""
    name_pattern: str
    groups: int
    """For which they hold: where several reach one group, the narrowest does."""
    reached: int
    """Which they reach; others may go before."""
    ownerless: int
    """Groups whose owner left or is not seen: there is nobody to ask."""
    notices: NoticeCounts
    names: NameCounts
    nicknames: NicknameCounts | None
    """Null: none is asked for, or they are being counted."""
    nicknames_as_of: datetime | None
    """The oldest reading that was counted."""
    uncounted: int
    """Groups whose nicknames are not counted yet."""
    tasks: RulesTaskCounts
    version: int
    created_at: datetime
    changed_at: datetime


class GroupRulesList(BaseModel):
    """All rules, the newest first."""

    items: list[GroupRulesRead]
    unruled: int
    """Groups for which none hold."""
    most: int
    as_of: datetime


class Skeleton(BaseModel):
    """Texts to begin with."""

    welcome: str
    rules: str
    notice: str


class Preset(BaseModel):
    """A form of nicknames to begin with."""

    form: NicknameForm
    shown: Said
    example: str


class Skeletons(BaseModel):
    """What is ready to be edited."""

    zh: Skeleton
    en: Skeleton
    presets: list[Preset]
    text_characters: int
    """Ours: WeCom's bound for a notice is not documented."""
    name_characters: int


class RulesRef(BaseModel):
    """Rules by name, and how they reach the group."""

    id: int
    name: str
    by: Literal["all", "owners", "kinds", "tiers", "groups"]


class RuledGroup(BaseModel):
    """A group beside its rules."""

    id: int
    name: str
    owner: GroupOwner | None
    people: int
    rules: RulesRef
    notice: NoticeState
    name_state: NameState
    wanted_name: str | None
    """What it shall be called, ready to paste; null where that cannot be said."""
    number: int | None
    renamed_at: datetime | None
    """When it was last called right and was given another name."""
    nicknames: NicknameCounts | None
    nicknames_as_of: datetime | None
    read_at: datetime | None


class RuledGroupPage(BaseModel):
    """One page, by owner; `next` goes into `after`."""

    items: list[RuledGroup]
    next: str | None
    total: int


class RulesOwner(BaseModel):
    """An owner, and what is left for him to do."""

    owner: GroupOwner
    groups: int
    notices: int
    """Groups whose notice is to be changed."""
    names: int
    """Groups that are to be renamed."""
    task_id: int | None
    task_state: TaskState | None
    with_staff: str | None
    """Who has the task now, where it is another."""
    asked_at: datetime | None
    due_at: datetime | None
    done_at: datetime | None


class RulesOwners(BaseModel):
    """Owners you see, who has most to do first."""

    items: list[RulesOwner]


class OtherRules(BaseModel):
    """Rules that reach the group too, and why others go before them."""

    id: int
    name: str
    by: Literal["all", "owners", "kinds", "tiers", "groups"]
    why: Literal["wider", "older"]


class GroupRulesOfGroup(BaseModel):
    """Everything the rules say of one group; `standing` is null where none hold for it."""

    standing: RuledGroup | None
    others: list[OtherRules]
    rules: str
    wanted_notice: str
    notice: str
    """As WeCom showed it last."""
    nickname_shown: Said | None
    nickname_example: str | None
    nickname_request: Said | None


class NicknameRow(BaseModel):
    """A person of a group and what he is called there."""

    member: str
    customer: GroupPerson | None
    """None where he is a customer of members you do not see."""
    name: str
    nickname: str
    fit: Fit
    joined_at: datetime


class NicknamePage(BaseModel):
    """One page, by when they came; `next` goes into `after`."""

    items: list[NicknameRow]
    next: str | None
    counts: NicknameCounts


class BreachSettingsRead(BaseModel):
    """From the `remove_from`th breach within `window_days` on a person is to be removed."""

    window_days: int
    remove_from: int
    changed_at: datetime | None
    """Null: nobody changed what is shipped."""


class NewBreach(BaseModel):
    """Somebody broke the rules of a group."""

    group_id: int = Field(ge=1)
    customer_id: int = Field(ge=1)
    kind: BreachKind
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=NOTE_CHARACTERS)] = ""


class BreachGroup(BaseModel):
    """The group of a breach."""

    id: int
    name: str
    owner: GroupOwner | None


class BreachRead(BaseModel):
    """One breach, and what is to be said or done."""

    id: int
    group: BreachGroup
    customer_id: int
    person_name: str
    """As he is called in the group, or as a customer."""
    kind: BreachKind
    note: str
    at: datetime
    recorded_by: str
    ordinal: int
    """Which one of his within `window_days`, over all groups of the company; 0 once forgiven."""
    window_days: int
    remove_from: int
    state: BreachState
    present: bool
    """Whether he is in the group, by its last reading and the callbacks since."""
    removed_at: datetime | None
    forgiven_at: datetime | None
    forgiven_by: str | None
    forgiven_why: str
    word: Said | None
    """To be said to him in private; null where nothing is to be said."""
    announcement: Said | None
    """To be said in the group when he is removed."""
    task_id: int | None


class BreachPage(BaseModel):
    """One page, the newest first; `next` goes into `after`."""

    items: list[BreachRead]
    next: str | None
    total: int
    settings: BreachSettingsRead


class ChatMember(BaseModel):
    """A person in the group of a chat, with how often he broke rules lately."""

    customer_id: int
    name: str
    nickname: str
    breaches: int
    """Within the window, over all groups of the company."""


class ChatMembers(BaseModel):
    """Persons found, at most 30; without words who came last."""

    items: list[ChatMember]


class OwnRuledGroups(BaseModel):
    """Groups the member owns in which notice or name is to be changed."""

    items: list[GroupRulesOfGroup]
