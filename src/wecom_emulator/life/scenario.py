"""The words of a scenario: who there is, how often people come, what they and members then do.

Times of the day are Shanghai's. See `docs/en/reference/scenarios.md`.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .spans import Chance, Count, Hourly, Lasting, Many, Span, TimeOfDay

Name = Annotated[str, Field(min_length=1, max_length=64)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
Text = Annotated[str, Field(min_length=1, max_length=1000)]
Texts = Annotated[list[Text], Field(min_length=1, max_length=1000)]
DayNumber = Annotated[int, Field(ge=1, le=366)]
_MINUTES, _HOURS = 60.0, 3600.0


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Company(_Part):
    """Stores below the root, and who works there; or, with `existing`, who works here already."""

    existing: bool = False
    stores: int = Field(default=1, ge=1, le=10_000)
    store_name: Name = "第 {n} 店"
    staff: int = Field(default=3, ge=1, le=1000)
    """Members of each store."""
    userid: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_@.-]{0,47}$")] = "staff"
    """What their userids begin with; a number follows."""
    customer_limit: int | None = Field(default=None, ge=1, le=1_000_000)
    """How many customers each member may have; without it the usual limit."""


class Answers(_Part):
    """Whether and when somebody reacts."""

    chance: Chance = 1.0
    after: Lasting = Span(10 * _MINUTES, 5 * _MINUTES)


class Resigns(_Part):
    """Whether a member leaves the company, and on which day."""

    chance: Chance
    day: DayNumber


class Habit(_Part):
    """What a member is like."""

    share: float = Field(default=1.0, gt=0, le=1e6)
    """How many are like this, in proportion to the shares of the other habits."""
    confirms: Answers = Answers(after=Span(1800, 1200))
    """Broadcasts and Moments that wait for him; one he does not confirm he never confirms."""
    accepts: Answers = Answers(after=Span(1200, 900))
    """People who ask to be friends."""
    answers: Answers = Answers(chance=0.9, after=Span(240, 180))
    """What people write to him."""
    tags: Chance = 0.5
    """After a purchase or a complaint, where the scenario has tags for them."""
    remarks: Chance = 0.2
    """After a purchase: a remark beside the name."""
    resigns: Resigns | None = None


class Talks(_Part):
    """Questions of a person to the member he met."""

    chance: Chance = 0.6
    messages: Many = Count(1, 3)
    after: Lasting = Span(5 * _MINUTES, 4 * _MINUTES)
    """From the add to the first one."""
    every: Lasting = Span(8 * _MINUTES, 6 * _MINUTES)
    """From one to the next."""


class Deed(_Part):
    """Something a person does once, or not."""

    chance: Chance
    after: Lasting = Span(2 * _HOURS, _HOURS)
    """From the add; of `leaves` from the joining, of `returns` from the deletion."""


class Joins(Deed):
    """A person joins a group by its code, and perhaps leaves it."""

    group: Key
    talks: Talks | None = None
    leaves: Deed | None = None


class Kind(_Part):
    """What a person is like."""

    share: float = Field(default=1.0, gt=0, le=1e6)
    """How many are like this, in proportion to the shares of the other kinds."""
    half: Chance = 0.0
    """Of those who scan: an add that the member still has to confirm."""
    talks: Talks = Talks()
    buys: Deed | None = None
    complains: Deed | None = None
    joins: list[Joins] = Field(default=[], max_length=20)
    deletes: Deed | None = None
    returns: Deed | None = None
    """After he deleted the member he scans the same code again."""
    likes: Chance = 0.05
    """Of Moments he sees."""


class Code(_Part):
    """A way in: what people scan or open, how many an hour, of which kinds.

    `kind` is way (a contact way), link (an acquisition link), phone (a member adds the person), or
    existing (any contact way or link the company has by then).
    """

    kind: Literal["way", "link", "phone", "existing"] = "way"
    each: Literal["company", "store", "member"] = "store"
    """Whether there is one of it for the company, for each store or for each member."""
    skip_verify: bool = True
    """Without it a member has to accept who scans."""
    state: Annotated[str, Field(max_length=30)] = ""
    """The channel of the code, without one its key."""
    per_hour: Hourly = (0.0,) * 24
    """How many come in each hour, over all codes of this name together."""
    weekend: float = Field(default=1.0, ge=0, le=100)
    """How many times as many on Saturdays and Sundays."""
    people: dict[Key, Annotated[float, Field(gt=0, le=1e6)]] = {}
    """Kinds and their shares, where not those of `people` themselves."""


class Group(_Part):
    """Groups that people join: one for the company or for each store.

    With `existing` they are the groups that the company has by then, and each picks one.
    """

    existing: bool = False
    each: Literal["company", "store"] = "store"
    name: Name = "{store}福利群"
    """`{store}` and `{n}` stand for the store's name and number."""


Number = Annotated[int, Field(ge=0, le=100_000)]


class GroupDay(_Part):
    """What happens in the groups that are there by then: so many of each, evenly in `within`."""

    within: Lasting = Span(24 * _HOURS)
    """From the beginning of the life; its spread means nothing."""
    joins: Number = 0
    """By the group's code."""
    invited: Number = 0
    leaves: Number = 0
    kicks: Number = 0
    """Persons who are put out."""
    blinks: Number = 0
    """Persons who come, and go again within a minute."""
    renames: Number = 0
    notices: Number = 0
    owners: Number = 0
    """Changes of owners."""
    admins: Number = 0
    """Owners who name another admin; nobody is told of it."""
    dismissals: Number = 0
    opened: Number = 0
    lost: Chance = 0.0
    """Callbacks that never arrive; as `twice` and `late` while the life lasts and after it."""
    twice: Chance = 0.0
    late: Chance = 0.0


class Campaign(_Part):
    """A spike: so many more come, in a rush that rises to its peak and then decays."""

    code: Key
    day: DayNumber = 1
    start: TimeOfDay
    adds: int = Field(ge=1, le=1_000_000)
    rise: Lasting = Span(10 * _MINUTES)
    """From the start to the peak."""
    half_life: Lasting = Span(30 * _MINUTES)
    """In which the rush halves after the peak."""
    people: dict[Key, Annotated[float, Field(gt=0, le=1e6)]] = {}


class Broadcast(_Part):
    """Something the company's app asks its members to send: to customers or to their groups."""

    day: DayNumber = 1
    at: TimeOfDay
    text: Text
    to: Literal["customers", "groups"] = "customers"


class Moment(_Part):
    """Something the company's app asks its members to post."""

    day: DayNumber = 1
    at: TimeOfDay
    text: Text


class Words(_Part):
    """What is said; one of each list is drawn. Without a list the emulator's own words."""

    questions: Texts | None = None
    answers: Texts | None = None
    purchases: Texts | None = None
    complaints: Texts | None = None
    apologies: Texts | None = None
    group: Texts | None = None


class Marks(_Part):
    """Which tag a member sets, by name: of `tags`."""

    bought: Name | None = None
    complained: Name | None = None


class Script(_Part):
    """One act of its own: any act of the control API with its body.

    With `of`, the `userid` and `external_userid` of the answer to that row are added to the body;
    where that row failed, it is not done.
    """

    at: float = Field(ge=0, le=366 * 86400)
    """Seconds after the life began."""
    do: Annotated[str, Field(min_length=1, max_length=200)]
    body: dict[str, Any] = {}
    id: Annotated[str, Field(max_length=100)] = ""
    of: Annotated[str, Field(max_length=100)] = ""


class Scenario(_Part):
    """Some days of a company."""

    name: Name
    about: Annotated[str, Field(max_length=2000)] = ""
    days: int = Field(default=1, ge=1, le=366)
    company: Company = Company()
    habits: dict[Key, Habit] = {"usual": Habit()}
    people: dict[Key, Kind] = {"usual": Kind()}
    groups: dict[Key, Group] = {}
    group_day: GroupDay | None = None
    codes: dict[Key, Code] = {}
    campaigns: list[Campaign] = Field(default=[], max_length=1000)
    broadcasts: list[Broadcast] = Field(default=[], max_length=1000)
    moments: list[Moment] = Field(default=[], max_length=1000)
    tags: dict[Name, Annotated[list[Name], Field(min_length=1, max_length=100)]] = {}
    """Groups of tags with their tags, made in the console where they are not there."""
    marks: Marks = Marks()
    words: Words = Words()
    script: list[Script] = Field(default=[], max_length=100_000)
