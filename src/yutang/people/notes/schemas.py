"""Words of notes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

NoteKind = Literal["note", "follow_up"]
FollowUpResult = Literal["reached", "no_answer", "interested", "not_now", "refused"]
TEXT_LENGTH = 2000

NoteText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TEXT_LENGTH)
]


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: `user:<id>` or `staff:<id>`, and how he is called."""

    actor: str
    name: str


class NewNote(BaseModel):
    """A note to be written."""

    text: NoteText
    pinned: bool = False


class NoteChange(BaseModel):
    """What shall change of a note; what is left out stays."""

    text: NoteText | None = None
    pinned: bool | None = None


class NewFollowUp(BaseModel):
    """What came of following a person up, and when next.

    `next_at` makes a task for `staff_id`; `closes` is the task that this did.
    """

    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=TEXT_LENGTH)] = ""
    outcome: FollowUpResult
    next_at: datetime | None = None
    next_title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = ""
    staff_id: Annotated[int | None, Field(ge=1)] = None
    closes: Annotated[int | None, Field(ge=1)] = None


class NoteRead(BaseModel):
    """A note or follow-up; `next_at` is what it set, `task_id` the task that tells how it goes."""

    id: int
    kind: NoteKind
    author: str
    author_name: str
    text: str
    outcome: FollowUpResult | None
    pinned: bool
    created_at: datetime
    edited_at: datetime | None
    next_at: datetime | None
    task_id: int | None


class NotePage(BaseModel):
    """Pinned notes first on the first page, then newest first; `next` goes into `after`."""

    items: list[NoteRead]
    next: int | None
