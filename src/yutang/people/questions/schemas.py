"""Words of question sets."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from yutang.people.attributes.schemas import FieldRead, Kind, Label, Name

QuestionKind = Literal["text", "choice", "choices", "number", "date"]
QUESTIONS = 30
Key = Annotated[str, StringConstraints(pattern=r"^q[0-9]{1,4}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class Question(BaseModel):
    """One question. With `field_id` its answer becomes that field's value, of the field's kind."""

    key: Key
    text: Words
    kind: QuestionKind | None
    field_id: int | None
    options: list[Label]
    required: bool


class NewQuestion(BaseModel):
    """A question as the page sends it: a new one has no key yet. Either a field or a kind."""

    key: Key | None = None
    text: Words
    kind: QuestionKind | None = None
    field_id: Annotated[int | None, Field(ge=1)] = None
    options: Annotated[list[Label], Field(max_length=100)] = []
    required: bool = False


class QuestionRead(Question):
    """A question with the field that its answer is written to, and whether the reader may."""

    field: FieldRead | None
    may_answer: bool


class NewSet(BaseModel):
    """A set to be made."""

    name: Name
    questions: Annotated[list[NewQuestion], Field(min_length=1, max_length=QUESTIONS)]


class SetChange(NewSet):
    """A set as it shall be; `version` is the one that was read."""

    version: int


class SetRead(BaseModel):
    """A set with its questions as they stand now."""

    id: int
    name: str
    version: int
    questions: list[QuestionRead]
    archived_at: datetime | None


class SetList(BaseModel):
    """Sets in their order."""

    items: list[SetRead]
    limit: int


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: his role, `user:<id>` or `staff:<id>`, and how he is called."""

    role: str
    actor: str
    name: str


class GivenAnswers(BaseModel):
    """Answers by the question's key, as somebody typed them; `version` is the set's as read."""

    version: int
    answers: dict[Key, str | float | list[str] | None]


class AnswerItem(BaseModel):
    """One question as it was asked, and what was said.

    `told` holds the words; yes and no stand as "yes" and "no" of kind yes_no. Null where the
    question was left open; of sensitive ones the value stands in the profile only (`hidden`).
    """

    question: str
    kind: Kind
    told: list[str] | None
    hidden: bool


class AnswerRead(BaseModel):
    """One round of answers to one version of a set."""

    id: int
    set_id: int
    set_name: str
    version: int
    by: str
    by_name: str
    at: datetime
    items: list[AnswerItem]


class AnswerList(BaseModel):
    """Rounds of answers, newest first, at most 50."""

    items: list[AnswerRead]
