"""Words of gifts."""

from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, Field, StringConstraints

from yutang.act.acquisition.schemas import ChannelRef
from yutang.people.tags.schemas import TagRef

CODES_AT_ONCE: Final = 1_000_000
CODES_BYTES: Final = 64 << 20
CODE_CHARACTERS: Final = 64
CHANNELS: Final = 500
LARGEST_FEN: Final = 10_000_000_000

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Fen = Annotated[int, Field(ge=0, le=LARGEST_FEN)]
Phase = Literal["draft", "scheduled", "running", "sold_out", "ended", "stopped"]
Reason = Literal["left", "many"]
Refusal = Literal[
    "not_first", "other_code", "outsider", "left", "not_known", "early", "ended", "stopped",
    "sold_out", "busy",
]  # fmt: skip


class NewGift(BaseModel):
    """A gift as it is wished for. Money is in fen; `budget` null: as far as the codes reach."""

    name: Name
    about: Text = ""
    """What it is, to the customer."""
    rules: Text = ""
    all_channels: bool = False
    """Whatever code of ours the first add came through; else one of `channel_ids`."""
    channel_ids: list[int] = Field(default_factory=list, max_length=CHANNELS)
    cost: Fen = 0
    budget: Fen | None = None
    starts_at: datetime
    ends_at: datetime | None = None
    show_stock: bool = False
    """Whether the customer's page tells how many are left, as the ledger counts them."""


class GiftChange(NewGift):
    """The same of the version that was read."""

    version: int


class GiftRead(BaseModel):
    """A gift with what came of it. given + left = codes, as far as the budget reaches."""

    id: int
    name: str
    about: str
    rules: str
    all_channels: bool
    channels: list[ChannelRef]
    cost: int
    budget: int | None
    starts_at: datetime
    ends_at: datetime | None
    show_stock: bool
    phase: Phase
    codes: int
    stock: int
    """How many can be given out in all: the codes, or what the budget pays for."""
    given: int
    left: int
    people: int
    """Who claimed and is still known: an erased person's code stays given."""
    spent: int
    lost: int
    """Of `people`, who has no living relation now."""
    ripe_7: int
    """Of `people`, those added at least so many days ago; `kept_7` of them stayed that long."""
    kept_7: int
    ripe_30: int
    kept_30: int
    cost_per_kept_7: int | None
    """What the codes of `ripe_7` cost, for each who stayed; null while nobody did."""
    cost_per_kept_30: int | None
    link: str
    """The claim page, to copy into welcomes and messages."""
    version: int
    created_at: datetime
    published_at: datetime | None
    stopped_at: datetime | None


class GiftList(BaseModel):
    """All gifts, the newest first."""

    items: list[GiftRead]
    as_of: datetime


class CodesFound(BaseModel):
    """What became of the lines of a file. Codes themselves are never shown again."""

    lines: int
    added: int
    known: int
    """Already in this gift."""
    repeated: int
    """Twice in the file."""
    empty: int
    bad: int
    """Too long, or with signs or commas that no code has."""
    bad_lines: list[int]
    """The first of them, counted from 1."""
    codes: int
    """How many the gift has now."""


class ClaimRead(BaseModel):
    """Who got the code of which number, and whether he stayed."""

    customer_id: int
    customer_name: str
    customer_state: str
    number: int
    channel: ChannelRef | None
    first_at: datetime | None
    claimed_at: datetime
    taker: Reason | None


class ClaimPage(BaseModel):
    """The newest first; `next` goes into `after`."""

    items: list[ClaimRead]
    next: str | None


class OutsiderRead(BaseModel):
    """Who gets nothing, and why."""

    customer_id: int
    customer_name: str
    why: str
    marked_by: str
    marked_at: datetime


class OutsiderList(BaseModel):
    """Members' own accounts, their families', test accounts; the newest first."""

    items: list[OutsiderRead]


class NewOutsider(BaseModel):
    """A customer who is one of us."""

    why: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


class TakerRead(BaseModel):
    """Who only takes. left: he claimed and was gone within the days; many: he never spoke."""

    customer_id: int
    customer_name: str
    customer_state: str
    reason: Reason
    gifts: int
    claimed_at: datetime
    lost_at: datetime | None
    marked_at: datetime


class TakerPage(BaseModel):
    """The newest first; `next` goes into `after`. `judged_at` is the last night's."""

    items: list[TakerRead]
    next: str | None
    total: int
    judged_at: datetime | None


class TakerRules(BaseModel):
    """From when on somebody only takes. A mark changes no price and refuses nothing."""

    days: Annotated[int, Field(ge=1, le=90)] = 7
    claims: Annotated[int, Field(ge=2, le=50)] = 3
    tag_id: int | None = None
    """A tag of ours that is put on them; null: none."""


class TakerRulesRead(TakerRules):
    """With the tag by name."""

    tag: TagRef | None
    judged_at: datetime | None


class GiftPage(BaseModel):
    """A customer's own page: what it is, his code, or why he has none."""

    gift_id: int
    corp: str
    timezone: str
    name: str
    about: str
    rules: str
    starts_at: datetime
    ends_at: datetime | None
    left: int | None
    """Null where the operator does not show it."""
    code: str | None
    claimed_at: datetime | None
    refusal: Refusal | None
    since: datetime | None
    """Of the refusal: since when he is known, or when it begins."""
