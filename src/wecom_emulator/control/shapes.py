"""Bodies, queries and answers that several control calls share."""

from typing import Annotated, Any

from pydantic import Field

from .declaring import Answer, Body, Query

Gender = Annotated[int, Field(ge=0, le=2)]
Copies = Annotated[int, Field(ge=0, le=100)]
Milliseconds = Annotated[float, Field(ge=0, le=3_600_000)]
Fields = dict[str, Any]


class Whom(Body):
    """Somebody on WeChat: known already by unionid, mobile or external_userid, or new."""

    unionid: str | None = None
    mobile: str | None = None
    external_userid: str | None = None
    name: str | None = None
    gender: Gender | None = None
    """0 unknown, 1 male, 2 female."""
    avatar: str | None = None
    type: int | None = None
    """2 works at a partner on WeCom: his id begins with `wo`, and the four below are shown."""
    position: str | None = None
    corp_name: str | None = None
    corp_full_name: str | None = None
    external_profile: Fields | None = None


class Timed(Body):
    """How often and how late its news is told."""

    duplicate: Copies | None = None
    """How many more times the callback is sent."""
    delay_ms: Milliseconds | None = None
    """How long after the act it is sent, real milliseconds."""


class Pair(Body):
    """A member and a customer."""

    userid: str
    external_userid: str


class Member(Body):
    """A member."""

    userid: str


class OfMember(Query):
    """Whose."""

    userid: str


class OfPerson(Query):
    """Whose."""

    external_userid: str


class OfPair(Query):
    """Whose chat with whom."""

    userid: str
    external_userid: str


class Search(Query):
    """What to look for, and how much of it."""

    q: str = ""
    """A part of a name, a remark or an id; letters large or small."""
    limit: int | None = None


class After(Query):
    """What is new."""

    after: int = 0
    """Only what has a larger index."""


class Met(Answer):
    """Who met whom."""

    external_userid: str
    userid: str | None
    state: str
    """That of the code or the link."""
    relation: str | None
    """whole; asked: a request waits for the member; half: he has not confirmed yet."""
    welcome_code: str | None


class GroupId(Answer):
    """Which group."""

    chat_id: str


class Face(Answer):
    """Somebody in a group, by the name he has there."""

    id: str
    name: str
    avatar: str
    staff: bool


class Part(Answer):
    """A part of a message."""

    kind: str
    text: str = ""
    content: Fields = Field(default_factory=dict)
    """What is no text, in the shape of WeCom's API, with the address of files in here."""


class Item(Part):
    """A line of a chat."""

    id: str
    at: float
    """Real time."""
    clock: float
    """The emulator's time."""
    mine: bool
    reached: bool = True
    """False where the customer has deleted the member."""
    who: Face | None = None
    """In a group, who said it."""


class GroupRow(Answer):
    """A group in the list of chats."""

    chat_id: str
    name: str
    owner: str
    members: int
    faces: list[Face]
    joined_at: int
    at: float
    last: Item | None
