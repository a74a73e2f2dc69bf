"""Make and change question sets: each change is a version of its own."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.people.attributes import service as attributes

from .errors import (
    SetChangedError,
    SetDefinitionError,
    SetNameTakenError,
    TooManySetsError,
    UnknownSetError,
)
from .models import QuestionSet, QuestionSetVersion
from .schemas import NewQuestion, NewSet, Question, SetChange

SETS = 50


async def add_set(session: AsyncSession, corp_id: int, new: NewSet, by: str) -> int:
    """Make a set; returns its id.

    Raises SetDefinitionError, SetNameTakenError, TooManySetsError.
    """
    living = await session.scalar(
        select(func.count()).where(
            QuestionSet.corp_id == corp_id, QuestionSet.archived_at.is_(None)
        )
    )
    if (living or 0) >= SETS:
        raise TooManySetsError(SETS)
    await _check_name(session, corp_id, new.name, None)
    questions = await _questions(session, corp_id, new.questions, [])
    row = QuestionSet(
        corp_id=corp_id, name=new.name, version=1, position=living or 0, created_by=by
    )
    session.add(row)
    await session.flush()
    session.add(_version(corp_id, row.id, 1, questions, by))
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="question_set.added",
        target=f"question_set:{row.id}",
        after=new.model_dump(mode="json"),
    )
    return row.id


async def change_set(
    session: AsyncSession, corp_id: int, set_id: int, change: SetChange, by: str, now: datetime
) -> None:
    """Rename a set, and give it a new version where its questions differ.

    Raises UnknownSetError, SetChangedError, SetDefinitionError, SetNameTakenError.
    """
    row = await find_set(session, corp_id, set_id, locked=True)
    if row.version != change.version:
        raise SetChangedError(row.name)
    await _check_name(session, corp_id, change.name, set_id)
    before = await questions_of(session, corp_id, set_id, row.version)
    questions = await _questions(session, corp_id, change.questions, before)
    if questions != before:
        row.version += 1
        session.add(_version(corp_id, set_id, row.version, questions, by))
    row.name, row.updated_at = change.name, now
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="question_set.changed",
        target=f"question_set:{set_id}",
        after=change.model_dump(mode="json") | {"version": row.version},
    )


async def archive_set(
    session: AsyncSession, corp_id: int, set_id: int, by: str, now: datetime
) -> None:
    """Offer the set no longer; its answers stay readable. Raises UnknownSetError."""
    row = await find_set(session, corp_id, set_id, locked=True)
    row.archived_at = now
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="question_set.archived",
        target=f"question_set:{set_id}",
    )


async def find_set(
    session: AsyncSession, corp_id: int, set_id: int, *, locked: bool = False
) -> QuestionSet:
    """A living set; raises UnknownSetError."""
    row = await session.get(QuestionSet, (corp_id, set_id), with_for_update=locked or None)
    if row is None or row.archived_at is not None:
        raise UnknownSetError(set_id)
    return row


async def questions_of(
    session: AsyncSession, corp_id: int, set_id: int, version: int
) -> list[Question]:
    """The questions of one version."""
    row = await session.get_one(QuestionSetVersion, (corp_id, set_id, version))
    return [Question.model_validate(question) for question in row.questions]


def _version(
    corp_id: int, set_id: int, version: int, questions: list[Question], by: str
) -> QuestionSetVersion:
    return QuestionSetVersion(
        corp_id=corp_id,
        set_id=set_id,
        version=version,
        questions=[question.model_dump() for question in questions],
        created_by=by,
    )


async def _check_name(session: AsyncSession, corp_id: int, name: str, besides: int | None) -> None:
    taken = await session.scalar(
        select(QuestionSet.id).where(
            QuestionSet.corp_id == corp_id,
            QuestionSet.name == name,
            QuestionSet.archived_at.is_(None),
            QuestionSet.id != (besides or 0),
        )
    )
    if taken is not None:
        raise SetNameTakenError(name)


async def _questions(
    session: AsyncSession, corp_id: int, given: list[NewQuestion], before: list[Question]
) -> list[Question]:
    """Questions with keys: new ones get the next number, which no version used before."""
    fields = {field.id: field for field in await attributes.list_fields(session, corp_id)}
    known = {question.key for question in before}
    number = max((int(key[1:]) for key in known), default=0)
    questions: list[Question] = []
    for one in given:
        if one.key is not None and one.key not in known:
            message = f"there is no question {one.key}: leave the key of a new one out"
            raise SetDefinitionError(message)
        if (one.field_id is None) == (one.kind is None):
            message = f"「{one.text}」 needs either a field or a kind of its own"
            raise SetDefinitionError(message)
        if one.field_id is not None and one.field_id not in fields:
            message = f"「{one.text}」 names a field that is not there or archived"
            raise SetDefinitionError(message)
        _check_options(one)
        if one.key is None:
            number += 1
        questions.append(
            Question(
                key=one.key or f"q{number}",
                text=one.text,
                kind=one.kind,
                field_id=one.field_id,
                options=one.options,
                required=one.required,
            )
        )
    for values, what in (
        ([question.key for question in questions], "key"),
        ([question.text for question in questions], "text"),
        ([q.field_id for q in questions if q.field_id is not None], "field"),
    ):
        if len(set(values)) != len(values):
            message = f"two questions have the same {what}"
            raise SetDefinitionError(message)
    return questions


def _check_options(question: NewQuestion) -> None:
    chosen = question.kind in {"choice", "choices"}
    if chosen == (not question.options):
        message = f"「{question.text}」: choices have options, other kinds have none"
        raise SetDefinitionError(message)
    if len(set(question.options)) != len(question.options):
        message = f"「{question.text}」: two options have the same label"
        raise SetDefinitionError(message)
