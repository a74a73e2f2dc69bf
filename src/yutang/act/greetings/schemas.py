"""Words of welcomes."""

from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, Field, HttpUrl, StringConstraints

from yutang.people.staff.schemas import DepartmentRef, StaffRef

TEXT_BYTES: Final = 4000
ATTACHMENTS: Final = 9
NAME_PLACE: Final = "{name}"
LINK_PLACE: Final = "{refuse_link}"
LINK_BYTES: Final = 256
"""What the address behind `{refuse_link}` may need: 40 bytes and the installation's own."""
GREETINGS_OF_A_REACH: Final = 24
"""Ours: one for each hour would be as many."""
FALLBACK_CHARACTERS: Final = 30
PICTURES_A_DAY: Final = 1000
PICTURES_A_MONTH: Final = 3000
"""WeCom's bounds for pictures by address, of the corp."""

Reach = Literal["corp", "department", "channel"]
Standing = Literal["any", "new", "returning"]
Known = Literal["new", "returning", "unknown"]
FileKind = Literal["image", "video", "file", "cover"]
UploadKind = Literal["image", "video", "file"]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Fallback = Annotated[str, StringConstraints(strip_whitespace=True, max_length=FALLBACK_CHARACTERS)]


class ImagePart(BaseModel):
    """A picture uploaded before by `POST /api/files`."""

    kind: Literal["image"]
    file_id: int = Field(ge=1)


class LinkPart(BaseModel):
    """A link card; WeCom's bounds are in bytes: title 128, description 512, addresses 2,048."""

    kind: Literal["link"]
    title: str = Field(min_length=1)
    url: HttpUrl
    description: str = ""
    picture_url: HttpUrl | None = None


class CoveredLinkPart(LinkPart):
    """A link card whose picture may be an upload of at most 2 MB instead of an address.

    It goes before `picture_url`. WeCom keeps it for ever and takes 1,000 a day.
    """

    picture_id: int | None = Field(default=None, ge=1)


class MiniProgramPart(BaseModel):
    """A card of a mini program that is linked to the corp; `file_id` is its picture."""

    kind: Literal["mini_program"]
    title: str = Field(min_length=1)
    appid: str = Field(min_length=1, max_length=64)
    page: str = Field(min_length=1, max_length=1024)
    file_id: int = Field(ge=1)


class FilePart(BaseModel):
    """A file of 20 MB uploaded before by `POST /api/files?kind=file`."""

    kind: Literal["file"]
    file_id: int = Field(ge=1)


class VideoPart(BaseModel):
    """A film (MP4, 10 MB) uploaded before by `POST /api/files?kind=video`."""

    kind: Literal["video"]
    file_id: int = Field(ge=1)


Part = Annotated[
    ImagePart | CoveredLinkPart | MiniProgramPart | VideoPart | FilePart,
    Field(discriminator="kind"),
]


class WelcomeFallbacks(BaseModel):
    """What stands for a place where there is nothing: a code without a name, say."""

    staff: Fallback = ""
    store: Fallback = ""
    channel: Fallback = ""


class WelcomeText(BaseModel):
    """What a new friend gets.

    `{name}` stands for his name, `{staff}` for the member's, `{store}` for the member's store,
    `{channel}` for the name of the code he came through, `{refuse_link}` for his own address
    under which he refuses marketing. `text_nameless` is sent where his name cannot be known in
    time; it is needed when `text` holds `{name}`. The other three need their fallback.
    """

    text: str = ""
    text_nameless: str = ""
    fallbacks: WelcomeFallbacks = Field(default_factory=WelcomeFallbacks)
    attachments: list[Part] = Field(default_factory=list, max_length=ATTACHMENTS)


class GreetingHours(BaseModel):
    """A span of every day in the corp's zone, without its end; it may go over midnight."""

    start: Clock
    end: Clock


class NewGreeting(BaseModel):
    """A welcome: for the corp, one department and below, or one code; at which hours, for whom.

    A code's welcome goes before a department's, that before the corp's. `new`: who was never
    added before, by anybody; `returning`: who was.
    """

    reach: Reach
    department_id: int | None = Field(default=None, ge=1)
    channel_id: int | None = Field(default=None, ge=1)
    standing: Standing = "any"
    hours: GreetingHours | None = None
    content: WelcomeText


class GreetingChange(NewGreeting):
    """A welcome as it shall be; `version` is the one the change was made on."""

    version: int = Field(ge=1)


class GreetingChannel(BaseModel):
    """A code by name."""

    id: int
    name: str


class GreetingFile(BaseModel):
    """An upload of a welcome, and whether WeCom has it.

    failed: WeCom refused it, `said` is why; the welcome goes out without it. `until` is null for
    what is kept for ever.
    """

    file_id: int
    kind: FileKind
    name: str
    state: Literal["ready", "preparing", "failed"]
    until: datetime | None
    said: str


class GreetingRef(BaseModel):
    """Which welcome it is; `name` of its department or code, None for the corp's."""

    id: int
    reach: Reach
    name: str | None
    standing: Standing
    hours: GreetingHours | None


class GreetingRead(BaseModel):
    """A welcome, and which others stand before it."""

    id: int
    reach: Reach
    department: DepartmentRef | None
    channel: GreetingChannel | None
    standing: Standing
    hours: GreetingHours | None
    content: WelcomeText
    files: list[GreetingFile]
    is_covered: bool
    """Others of its reach are for each of its hours and people, more exactly: it never goes out."""
    channels_before: int
    """Codes that have a welcome of their own, which goes before it."""
    departments_before: int
    """Departments, of those below it, that have one."""
    version: int
    changed_by: str
    changed_at: datetime


class PictureQuota(BaseModel):
    """Pictures of link cards that WeCom was given to keep; its bounds are the corp's."""

    today: int
    most_today: int
    month: int
    most_month: int


class GreetingList(BaseModel):
    """All welcomes: the corp's, departments', codes', each from the plainest to the most exact."""

    items: list[GreetingRead]
    pictures: PictureQuota
    as_of: datetime


class GreetingStep(BaseModel):
    """One welcome on the way to the one that applies.

    applies; less_exact: one of its own reach is for these hours or people alone; farther: one of
    a nearer reach applies; other_hours, other_people: it is for others.
    """

    greeting: GreetingRead
    why: Literal["applies", "less_exact", "farther", "other_hours", "other_people"]


class WhichGreeting(BaseModel):
    """Which welcome goes out for an add, from the nearest to the farthest, and why."""

    greeting_id: int | None
    staff: StaffRef
    channel: GreetingChannel | None
    store: str | None
    departments: list[DepartmentRef]
    """The member's own and those above, the nearest first."""
    steps: list[GreetingStep]
