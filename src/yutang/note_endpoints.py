"""What staff write down about one customer, what they have to do, what he answered."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from yutang.kernel.access.schemas import Principal
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.attributes import service as attributes
from yutang.people.customers import service as customers
from yutang.people.notes import service as notes
from yutang.people.notes.schemas import (
    Author,
    NewFollowUp,
    NewNote,
    NoteChange,
    NotePage,
    NoteRead,
)
from yutang.people.questions import service as questions
from yutang.people.questions.schemas import AnswerList, Asker, GivenAnswers
from yutang.people.stages.schemas import Why
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import Closing, TaskRead


async def see_customer(customer_id: int, principal: CurrentPrincipal, session: CorpSession) -> None:
    """Raise UnknownCustomerError for one whom the caller does not see, as for none."""
    await customers.demand_known(session, principal.corp_id, customer_id)


router = APIRouter(
    prefix="/customers/{customer_id}",
    tags=["customers"],
    dependencies=[Depends(needs("customers.read")), Depends(see_customer)],
)
WRITES = [Depends(needs("customers.write"))]
FIRST_NOTES = 20


class TaskEnd(BaseModel):
    """How a task ended."""

    state: Literal["done", "dropped"]
    result: Why = ""


class TaskList(BaseModel):
    """Tasks about a person: open ones by due time, then closed ones."""

    items: list[TaskRead]


def _author(principal: Principal) -> Author:
    return Author(principal.actor, principal.name)


@router.get("/notes")
async def list_notes(
    customer_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=10, le=100)] = FIRST_NOTES,
) -> NotePage:
    """Notes and follow-ups: pinned ones first, then newest first."""
    return await notes.list_notes(session, principal.corp_id, customer_id, after, limit)


@router.post("/notes", status_code=201, dependencies=WRITES)
async def add_note(
    customer_id: int,
    new: NewNote,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> NoteRead:
    """Write a note. 404 `customers.unknown`, 409 `notes.too_many_pins`."""
    return await notes.add_note(
        session, principal.corp_id, customer_id, new, _author(principal), runtime.clock()
    )


@router.patch("/notes/{note_id}", dependencies=WRITES)
async def change_note(
    customer_id: int,
    note_id: int,
    change: NoteChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> NoteRead:
    """Change one's own words, or pin anybody's note.

    404 `notes.unknown`, 403 `notes.foreign`, 409 `notes.too_many_pins`.
    """
    return await notes.change_note(
        session,
        principal.corp_id,
        customer_id,
        note_id,
        change,
        _author(principal),
        runtime.clock(),
    )


@router.delete("/notes/{note_id}", status_code=204, dependencies=WRITES)
async def delete_note(
    customer_id: int,
    note_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Take a note out of sight: its author may, and owner and admin; the audit says who did.

    404 `notes.unknown`, 403 `notes.foreign`.
    """
    await notes.delete_note(
        session,
        principal.corp_id,
        customer_id,
        note_id,
        _author(principal),
        runtime.clock(),
        any_author=principal.role in attributes.EVERYTHING,
    )


@router.post("/follow-ups", status_code=201, dependencies=WRITES)
async def record_follow_up(
    customer_id: int,
    new: NewFollowUp,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> NoteRead:
    """Write down what came of a follow-up; `next_at` gives `staff_id` a task.

    404 `customers.unknown`, `tasks.unknown`, 409 `tasks.closed`, 422 `tasks.bad_due_time`,
    `tasks.unknown_assignee`.
    """
    return await notes.record_follow_up(
        session, principal.corp_id, customer_id, new, _author(principal), runtime.clock()
    )


@router.post("/tasks/{task_id}/close", dependencies=WRITES)
async def close_task(
    customer_id: int,
    task_id: int,
    end: TaskEnd,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> TaskList:
    """Say that a task about him is done, or dropped. 404 `tasks.unknown`, 409 `tasks.closed`."""
    now = runtime.clock()
    closing = Closing(task_id, end.state, end.result, customer_id=customer_id)
    await notes.close_follow_up(session, principal.corp_id, closing, _author(principal), now)
    items = await tasks.tasks_of(session, principal.corp_id, customer_id, now)
    return TaskList(items=items)


@router.get("/answers")
async def list_answers(
    customer_id: int, principal: CurrentPrincipal, session: CorpSession
) -> AnswerList:
    """What he answered to question sets, newest first, in the words of the questions then."""
    items = await questions.answers_of(session, principal.corp_id, customer_id, principal.role)
    return AnswerList(items=items)


@router.post("/answers/{set_id}", status_code=201, dependencies=WRITES)
async def answer_questions(
    customer_id: int,
    set_id: int,
    given: GivenAnswers,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> AnswerList:
    """Keep a round of answers; those mapped to a field become its value. All or none.

    404 `customers.unknown`, `questions.unknown`, 409 `questions.changed_meanwhile`,
    `attributes.consent_missing`, 422 `questions.bad_answer`.
    """
    asker = Asker(principal.role, principal.actor, principal.name)
    await questions.answer(
        session, principal.corp_id, customer_id, set_id, given, asker, runtime.clock()
    )
    return await list_answers(customer_id, principal, session)
