"""Ask a person a set of questions; answers mapped to a field become its value."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append
from yutang.people.attributes import service as attributes
from yutang.people.attributes.errors import FieldValueError
from yutang.people.attributes.schemas import FieldRead, Kind, Option, Raw, Rules

from .defining import SETS, add_set, archive_set, change_set, find_set, questions_of
from .errors import AnswerError, SetChangedError
from .events import QuestionsAnswered
from .models import QuestionAnswer, QuestionSet, QuestionSetVersion
from .schemas import (
    AnswerItem,
    AnswerRead,
    Asker,
    GivenAnswers,
    Question,
    QuestionKind,
    QuestionRead,
    SetRead,
)

__all__ = (
    "SETS",
    "add_set",
    "answer",
    "answers_of",
    "archive_set",
    "change_set",
    "list_sets",
    "set_names",
)

SHOWN = 50
_KINDS: dict[QuestionKind, Kind] = {
    "text": "text",
    "choice": "one_of",
    "choices": "several_of",
    "number": "number",
    "date": "date",
}


async def list_sets(
    session: AsyncSession, corp_id: int, role: str | None = None, *, archived: bool = False
) -> list[SetRead]:
    """Sets in their order with their questions; of fields that `role` sees."""
    statement = (
        select(QuestionSet, QuestionSetVersion)
        .join(
            QuestionSetVersion,
            (QuestionSetVersion.corp_id == QuestionSet.corp_id)
            & (QuestionSetVersion.set_id == QuestionSet.id)
            & (QuestionSetVersion.version == QuestionSet.version),
        )
        .where(QuestionSet.corp_id == corp_id)
        .order_by(
            QuestionSet.archived_at.desc().nulls_first(), QuestionSet.position, QuestionSet.id
        )
    )
    if not archived:
        statement = statement.where(QuestionSet.archived_at.is_(None))
    rows = (await session.execute(statement)).all()
    fields = {field.id: field for field in await attributes.list_fields(session, corp_id)}
    return [
        SetRead(
            id=row.id,
            name=row.name,
            version=row.version,
            questions=[
                _described(Question.model_validate(question), fields, role)
                for question in version.questions
            ],
            archived_at=row.archived_at,
        )
        for row, version in rows
    ]


def _described(
    question: Question, fields: Mapping[int, FieldRead], role: str | None
) -> QuestionRead:
    """Of a field that was archived meanwhile the question stays, as one of its own kind."""
    field = fields.get(question.field_id or 0)
    hidden = field is not None and not attributes.may_see(field, role)
    may_answer = question.field_id is None or (
        field is not None and attributes.may_edit(field, role)
    )
    return QuestionRead(
        **question.model_dump(), field=None if hidden else field, may_answer=may_answer
    )


async def answer(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    set_id: int,
    given: GivenAnswers,
    asker: Asker,
    now: datetime,
) -> int:
    """Keep a round of answers and write the mapped ones as values; returns how many changed.

    A question left open changes nothing. Raises UnknownSetError, SetChangedError, AnswerError,
    NotEditableError and ConsentMissingError, each with nothing written.
    """
    row = await find_set(session, corp_id, set_id)
    if row.version != given.version:
        raise SetChangedError(row.name)
    fields = {field.id: field for field in await attributes.list_fields(session, corp_id)}
    kept: dict[str, list[str] | None] = {}
    values: dict[int, Raw] = {}
    for question in await questions_of(session, corp_id, set_id, row.version):
        described = _described(question, fields, asker.role)
        raw = given.answers.get(question.key)
        asked = described.field or _of_its_own(question)
        if question.field_id is not None and not described.may_answer:
            continue
        try:
            value = attributes.parse(asked, raw)
        except FieldValueError as error:
            raise AnswerError(question.text, error.problem) from error
        if value.is_empty:
            if question.required:
                raise AnswerError(question.text, "this one needs an answer")
            continue
        if question.field_id is not None:
            values[question.field_id] = raw
        kept[question.key] = (
            None if asked.is_sensitive else [asked.kind, *attributes.words(asked, value)]
        )
    if not kept:
        raise AnswerError(row.name, "none of its questions is answered")
    changed = await attributes.edit_values(
        session,
        corp_id,
        customer_id,
        values,
        role=asker.role,
        by=asker.actor,
        now=now,
        source=f"questions:{set_id}",
    )
    session.add(
        QuestionAnswer(
            corp_id=corp_id,
            customer_id=customer_id,
            set_id=set_id,
            version=row.version,
            answers=kept,
            by=asker.actor,
            by_name=asker.name,
            at=now,
        )
    )
    event = QuestionsAnswered(set_id=set_id, version=row.version, by=asker.actor)
    new = NewEvent(customer_id=customer_id, at=now, actor=asker.actor, source="hand", event=event)
    await append(session, corp_id, [new])
    await audit.record(
        session,
        corp_id,
        actor=asker.actor,
        action="customer.questions_answered",
        target=f"customer:{customer_id}",
        after={"set_id": set_id, "version": row.version, "answered": sorted(kept)},
    )
    return changed


def _of_its_own(question: Question) -> FieldRead:
    """A question without a field, as the parser wants it."""
    return FieldRead(
        id=0,
        name=question.text,
        kind=_KINDS[question.kind or "text"],
        group="",
        position=0,
        help="",
        unit="",
        decimals=6 if question.kind == "number" else 0,
        is_sensitive=False,
        rules=Rules(),
        options=[Option(key=f"o{i}", label=label) for i, label in enumerate(question.options)],
        seen_by=[],
        edited_by=[],
        version=1,
        archived_at=None,
    )


async def set_names(session: AsyncSession, corp_id: int, ids: Collection[int]) -> dict[int, str]:
    """Names by id, of archived sets too; unknown ids are left out."""
    if not ids:
        return {}
    rows = await session.execute(
        select(QuestionSet.id, QuestionSet.name).where(
            QuestionSet.corp_id == corp_id, QuestionSet.id.in_(list(ids))
        )
    )
    return {row.id: row.name for row in rows}


async def answers_of(
    session: AsyncSession, corp_id: int, customer_id: int, role: str | None = None
) -> list[AnswerRead]:
    """Rounds of answers, newest first; what `role` may not see of fields is hidden."""
    rows = (
        await session.execute(
            select(QuestionAnswer, QuestionSetVersion, QuestionSet.name)
            .join(
                QuestionSetVersion,
                (QuestionSetVersion.corp_id == QuestionAnswer.corp_id)
                & (QuestionSetVersion.set_id == QuestionAnswer.set_id)
                & (QuestionSetVersion.version == QuestionAnswer.version),
            )
            .join(
                QuestionSet,
                (QuestionSet.corp_id == QuestionAnswer.corp_id)
                & (QuestionSet.id == QuestionAnswer.set_id),
            )
            .where(QuestionAnswer.corp_id == corp_id, QuestionAnswer.customer_id == customer_id)
            .order_by(QuestionAnswer.id.desc())
            .limit(SHOWN)
        )
    ).all()
    fields = {
        field.id: field for field in await attributes.list_fields(session, corp_id, archived=True)
    }
    return [
        AnswerRead(
            id=row.id,
            set_id=row.set_id,
            set_name=name,
            version=row.version,
            by=row.by,
            by_name=row.by_name,
            at=row.at,
            items=[
                _item(Question.model_validate(question), row, fields, role)
                for question in version.questions
            ],
        )
        for row, version, name in rows
    ]


def _item(
    question: Question, row: QuestionAnswer, fields: Mapping[int, FieldRead], role: str | None
) -> AnswerItem:
    field = fields.get(question.field_id or 0)
    answered = question.key in row.answers
    kept = row.answers.get(question.key)
    hidden = answered and (
        kept is None or (field is not None and not attributes.may_see(field, role))
    )
    kind: Kind = field.kind if field is not None else _KINDS[question.kind or "text"]
    return AnswerItem(
        question=question.text,
        kind=kind,
        told=None if hidden or not kept else kept[1:],
        hidden=hidden,
    )
