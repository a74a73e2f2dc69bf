"""Write notes and follow-ups, change and delete them, read them."""

from collections.abc import Collection, Mapping
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import Event, NewEvent, append
from yutang.people.tasks import service as tasks
from yutang.people.tasks.errors import UnknownAssigneeError
from yutang.people.tasks.schemas import FOLLOW_UP, Closing, NewTask

from .errors import ForeignNoteError, TooManyPinsError, UnknownNoteError
from .events import FollowUpClosed, FollowUpRecorded, NoteAdded
from .models import Note
from .schemas import Author, NewFollowUp, NewNote, NoteChange, NotePage, NoteRead

PINS = 5


async def add_note(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    new: NewNote,
    author: Author,
    now: datetime,
) -> NoteRead:
    """Write a note. Raises TooManyPinsError."""
    if new.pinned:
        await _check_pins(session, corp_id, customer_id)
    note = _row(corp_id, customer_id, "note", author, new.text, now)
    note.pinned_at = now if new.pinned else None
    session.add(note)
    await session.flush()
    event = NoteAdded(note_id=note.id, by=author.actor)
    await _tell(session, corp_id, customer_id, event, author, now)
    after = {"note_id": note.id, "pinned": new.pinned}
    await _keep(session, corp_id, "note.added", customer_id, author, after)
    return _read(note)


async def record_follow_up(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    new: NewFollowUp,
    author: Author,
    now: datetime,
) -> NoteRead:
    """Write down a follow-up, close the task it did, set the next one for its member.

    Raises UnknownTaskError, ClosedTaskError, DueTimeError, UnknownAssigneeError.
    """
    if new.closes is not None:
        closing = Closing(
            new.closes, "done", result=new.outcome, customer_id=customer_id, proof_text=new.text
        )
        await close_follow_up(session, corp_id, closing, author, now)
    task_id = None
    if new.next_at is not None:
        if new.staff_id is None:
            raise UnknownAssigneeError(0)
        task_id = await tasks.add_task(
            session,
            corp_id,
            NewTask(
                kind=FOLLOW_UP.key,
                staff_id=new.staff_id,
                customer_id=customer_id,
                title=new.next_title or new.text.partition("\n")[0],
                due_at=new.next_at,
            ),
            author.actor,
            now,
        )
    note = _row(corp_id, customer_id, "follow_up", author, new.text, now)
    note.outcome, note.task_id, note.next_at = new.outcome, task_id, new.next_at
    session.add(note)
    await session.flush()
    event = FollowUpRecorded(
        note_id=note.id, outcome=new.outcome, by=author.actor, next_at=new.next_at
    )
    await _tell(session, corp_id, customer_id, event, author, now)
    after = {"note_id": note.id, "outcome": new.outcome, "task_id": task_id}
    await _keep(session, corp_id, "note.follow_up_recorded", customer_id, author, after)
    return _read(note)


async def close_follow_up(
    session: AsyncSession, corp_id: int, closing: Closing, author: Author, now: datetime
) -> None:
    """Say that a task that was due is done, or dropped; the timeline tells of follow-ups.

    Raises UnknownTaskError (also for another member's, where `staff_id` is given),
    ClosedTaskError, ProofNeededError.
    """
    task = await tasks.close_task(session, corp_id, closing, author.actor, now)
    if task.customer_id is not None and task.kind == FOLLOW_UP.key:
        event = FollowUpClosed(task_id=closing.task_id, state=task.state, by=author.actor)
        await _tell(session, corp_id, task.customer_id, event, author, now)


async def change_note(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    note_id: int,
    change: NoteChange,
    author: Author,
    now: datetime,
) -> NoteRead:
    """Change one's own words, or pin anybody's.

    Raises UnknownNoteError, ForeignNoteError, TooManyPinsError.
    """
    note = await _find(session, corp_id, customer_id, note_id)
    if change.text is not None and change.text != note.text:
        if note.author != author.actor:
            raise ForeignNoteError(note.author_name)
        note.text, note.edited_at = change.text, now
    if change.pinned is not None and change.pinned != (note.pinned_at is not None):
        if change.pinned:
            await _check_pins(session, corp_id, customer_id)
        note.pinned_at = now if change.pinned else None
    await session.flush()
    # The words themselves are a person's data: they stay in the note alone.
    await audit.record(
        session,
        corp_id,
        actor=author.actor,
        action="note.changed",
        target=f"customer:{customer_id}",
        after={"note_id": note_id, "text": change.text is not None, "pinned": change.pinned},
    )
    return _read(note)


async def delete_note(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    note_id: int,
    author: Author,
    now: datetime,
    *,
    any_author: bool = False,
) -> None:
    """Take a note out of sight; its row stays, and the audit says who did.

    Raises UnknownNoteError, ForeignNoteError.
    """
    note = await _find(session, corp_id, customer_id, note_id)
    if note.author != author.actor and not any_author:
        raise ForeignNoteError(note.author_name)
    note.deleted_at, note.deleted_by, note.pinned_at = now, author.actor, None
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=author.actor,
        action="note.deleted",
        target=f"customer:{customer_id}",
        before={"note_id": note_id, "author": note.author},
    )


async def list_notes(
    session: AsyncSession, corp_id: int, customer_id: int, after: int | None, limit: int
) -> NotePage:
    """One page: pinned ones first on the first, then newest first; `limit` is above `PINS`."""
    mine = _living(corp_id).where(Note.customer_id == customer_id)
    if after is None:
        page = mine.order_by(Note.pinned_at.is_(None), Note.id.desc())
    else:
        page = mine.where(Note.id < after, Note.pinned_at.is_(None)).order_by(Note.id.desc())
    rows = (await session.scalars(page.limit(limit + 1))).all()
    items = [_read(note) for note in rows[:limit]]
    return NotePage(items=items, next=items[-1].id if len(rows) > limit else None)


PAGE_SQL = """
(select json_agg(json_build_object(
   'id', id, 'kind', kind, 'author', author, 'author_name', author_name, 'text', text,
   'outcome', outcome, 'pinned', pinned_at is not null, 'created_at', created_at,
   'edited_at', edited_at, 'next_at', next_at, 'task_id', task_id
 ) order by pinned_at is null, id desc)
 from (
   select * from notes
   where corp_id = :corp_id and customer_id = :customer_id and deleted_at is null
   order by pinned_at is null, id desc limit :notes + 1
 ) n)::text
"""
"""The first page of a person's notes, `notes` of them, as one column of another query."""
_TOLD: TypeAdapter[list[NoteRead]] = TypeAdapter(list[NoteRead])


def read_column(told: str | None, limit: int) -> NotePage:
    """What `PAGE_SQL` gave: the same page as `list_notes`."""
    items = _TOLD.validate_json(told) if told is not None else []
    return NotePage(items=items[:limit], next=items[limit - 1].id if len(items) > limit else None)


async def notes_by_ids(
    session: AsyncSession, corp_id: int, customer_id: int, ids: Collection[int]
) -> dict[int, NoteRead]:
    """Living notes of a person by id; deleted and unknown ones are left out."""
    if not ids:
        return {}
    rows = await session.scalars(
        _living(corp_id).where(Note.customer_id == customer_id, Note.id.in_(list(ids)))
    )
    return {note.id: _read(note) for note in rows}


def _living(corp_id: int) -> Select[Note]:
    return select(Note).where(Note.corp_id == corp_id, Note.deleted_at.is_(None))


async def _find(session: AsyncSession, corp_id: int, customer_id: int, note_id: int) -> Note:
    note = await session.get(Note, (corp_id, customer_id, note_id), with_for_update=True)
    if note is None or note.deleted_at is not None:
        raise UnknownNoteError(note_id)
    return note


async def _check_pins(session: AsyncSession, corp_id: int, customer_id: int) -> None:
    pinned = await session.scalar(
        select(func.count()).where(
            Note.corp_id == corp_id,
            Note.customer_id == customer_id,
            Note.pinned_at.is_not(None),
            Note.deleted_at.is_(None),
        )
    )
    if (pinned or 0) >= PINS:
        raise TooManyPinsError(PINS)


async def _keep(
    session: AsyncSession,
    corp_id: int,
    action: str,
    customer_id: int,
    author: Author,
    after: Mapping[str, object],
) -> None:
    """Into the audit, without the words: they are a person's data and stay in the note alone."""
    await audit.record(
        session,
        corp_id,
        actor=author.actor,
        action=action,
        target=f"customer:{customer_id}",
        after=dict(after),
    )


async def _tell(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    event: Event,
    author: Author,
    now: datetime,
) -> None:
    new = NewEvent(customer_id=customer_id, at=now, actor=author.actor, source="hand", event=event)
    await append(session, corp_id, [new])


def _row(
    corp_id: int, customer_id: int, kind: str, author: Author, words: str, now: datetime
) -> Note:
    return Note(
        corp_id=corp_id,
        customer_id=customer_id,
        kind=kind,
        author=author.actor,
        author_name=author.name,
        text=words,
        created_at=now,
    )


def _read(note: Note) -> NoteRead:
    return NoteRead(
        id=note.id,
        kind=note.kind,  # type: ignore[arg-type] # written by this module only
        author=note.author,
        author_name=note.author_name,
        text=note.text,
        outcome=note.outcome,  # type: ignore[arg-type] # as above
        pinned=note.pinned_at is not None,
        created_at=note.created_at,
        edited_at=note.edited_at,
        next_at=note.next_at,
        task_id=note.task_id,
    )
