"""What happened, in the words of those who know: members, tags, fields, notes by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.attributes import service as attributes
from yutang.people.attributes.schemas import FieldRead
from yutang.people.kinds import service as event_kinds
from yutang.people.kinds.schemas import Told
from yutang.people.notes import service as notes
from yutang.people.notes.schemas import NoteRead
from yutang.people.questions import service as questions
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagOption
from yutang.people.welcomes.schemas import AddOutcome

from .schemas import FieldWords, Happening, OwnerRef, Watcher


class LoggedEvent(NamedTuple):
    """A row of the event log, as far as it is told."""

    id: int
    kind: str
    at: datetime
    actor: str
    props: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A relation that a reading found and no callback told of."""

    id: int
    staff_id: int
    at: datetime
    channel: str | None


Entry = LoggedEvent | FoundRelation | AddOutcome
_MEMBERS = ("staff_id", "from_staff_id", "to_staff_id")
_GROUPS = text(
    "select id, name from group_chats where corp_id = :corp_id and id = any(cast(:ids as bigint[]))"
)
_SEGMENTS = text(
    "select id, name from segments where corp_id = :corp_id and id = any(cast(:ids as bigint[]))"
)
_CHANGED = ("stage.changed", "rfm.moved")
"""Whose `before` and `after` are words."""
_COPIED = ("by", "first", "ending", "outcome", "reason", "how")


@dataclass(frozen=True, slots=True)
class _Names:
    """Everything that the entries of a page name."""

    members: dict[int, OwnerRef]
    accounts: dict[str, OwnerRef]
    tags: dict[int, str]
    fields: dict[int, FieldRead]
    notes: dict[int, NoteRead]
    question_sets: dict[int, str]
    groups: dict[int, str]
    segments: dict[int, str]
    told: dict[int, Told]
    """Of events that sources tell, by the event."""


async def describe(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    watcher: Watcher,
    rows: Sequence[Entry],
) -> list[Happening]:
    """The entries in words; changes of fields that the watcher does not see are left out."""
    logged = [row for row in rows if isinstance(row, LoggedEvent)]
    # Properties that sources tell may be called like ours and name anything.
    events = [row for row in logged if not _is_told(row)]
    named = {
        *(i for row in events for key in _MEMBERS if (i := row.props.get(key)) is not None),
        *(i for row in events if (i := _member_of(row.actor)) is not None),
        *(row.staff_id for row in rows if isinstance(row, FoundRelation)),
    }
    members = await staff.staff_by_ids(session, corp_id, named) if named else []
    accounts = {row.account for row in rows if isinstance(row, AddOutcome)}
    found = await staff.staff_by_accounts(session, corp_id, accounts) if accounts else []
    tag_ids = _named(events, "tag_id")
    field_ids = _named(events, "field_id")
    names = _Names(
        members={m.id: OwnerRef(id=m.id, name=m.name, state=m.status) for m in members},
        accounts={m.account: OwnerRef(id=m.id, name=m.name, state=m.status) for m in found},
        tags=await tags.tag_names(session, corp_id, tag_ids) if tag_ids else {},
        fields={
            field.id: field
            for field in await attributes.list_fields(session, corp_id, watcher.role, archived=True)
        }
        if field_ids
        else {},
        notes=await notes.notes_by_ids(session, corp_id, customer_id, _named(events, "note_id")),
        question_sets=await questions.set_names(session, corp_id, _named(events, "set_id")),
        groups=await _names_of(session, _GROUPS, corp_id, _named(events, "group_id")),
        segments=await _names_of(session, _SEGMENTS, corp_id, _named(events, "segment_id")),
        told=await _told(session, corp_id, [row for row in logged if _is_told(row)]),
    )
    return [told for row in rows if (told := _tell(row, names)) is not None]


def _is_told(row: LoggedEvent) -> bool:
    return row.kind.split(".")[0] in event_kinds.FAMILIES


async def _told(
    session: AsyncSession, corp_id: int, events: Sequence[LoggedEvent]
) -> dict[int, Told]:
    if not events:
        return {}
    told = await event_kinds.told_of(session, corp_id, [(row.kind, row.props) for row in events])
    return {row.id: one for row, one in zip(events, told, strict=True)}


async def _names_of(
    session: AsyncSession, asked: TextClause, corp_id: int, ids: set[int]
) -> dict[int, str]:
    """Of those that the watcher sees."""
    if not ids:
        return {}
    rows = await session.execute(asked, {"corp_id": corp_id, "ids": sorted(ids)})
    return {row.id: row.name for row in rows}


def _named(events: Iterable[LoggedEvent], key: str) -> set[int]:
    return {row.props[key] for row in events if row.props.get(key) is not None}


def _member_of(actor: str) -> int | None:
    kind, _, number = actor.partition(":")
    return int(number) if kind == "staff" and number.isdigit() else None


def _tell(row: Entry, names: _Names) -> Happening | None:
    match row:
        case LoggedEvent():
            return _of_event(row, names)
        case FoundRelation():
            return Happening(
                id=f"h{row.id}",
                kind="relation.found",
                at=row.at,
                staff=names.members.get(row.staff_id),
                carried=row.channel,
            )
        case AddOutcome():
            return Happening(
                id=f"w{row.id}",
                kind="welcome",
                at=row.at,
                staff=names.accounts.get(row.account),
                carried=row.channel,
                outcome=row.outcome,
                reason=row.reason,
                detail=row.detail,
            )


def _of_event(row: LoggedEvent, names: _Names) -> Happening | None:
    props = row.props
    told = names.told.get(row.id)
    if told is not None:
        return Happening(
            id=f"e{row.id}",
            kind=row.kind,
            at=row.at,
            by_customer=row.actor == "customer",
            kind_name=told.name,
            main=told.main,
        )
    field = names.fields.get(props.get("field_id") or 0)
    if "field_id" in props and field is None:
        return None
    tag_id = props.get("tag_id")
    other = props.get("from_staff_id") or props.get("to_staff_id")
    actor = names.members.get(_member_of(row.actor) or 0)
    copied = {key: props[key] for key in _COPIED if isinstance(props.get(key), str | bool)}
    if row.kind == "follow_up.closed":
        copied["outcome"] = props.get("state")
    return Happening(
        id=f"e{row.id}",
        kind=row.kind,
        at=row.at,
        by_customer=row.actor == "customer",
        staff=names.members.get(props.get("staff_id") or 0),
        other=names.members.get(other or 0),
        tag=TagOption(id=tag_id, name=names.tags[tag_id]) if tag_id in names.tags else None,
        who=actor.name if actor is not None else None,
        carried=props.get("channel"),
        before=props.get("before") if row.kind in _CHANGED else None,
        after=props.get("after") if row.kind in _CHANGED else None,
        field=_field_words(field, props) if field is not None else None,
        note=names.notes.get(props.get("note_id") or 0),
        question_set=names.question_sets.get(props.get("set_id") or 0),
        group=names.groups.get(props.get("group_id") or 0),
        main=names.segments.get(props.get("segment_id") or 0),
        **copied,
    )


def _field_words(field: FieldRead, props: dict[str, Any]) -> FieldWords:
    told = bool(props.get("told")) and not field.is_sensitive
    return FieldWords(
        id=field.id,
        name=field.name,
        kind=field.kind,
        told=told,
        before=_words(field, props.get("before")) if told else None,
        after=_words(field, props.get("after")) if told else None,
    )


def _words(field: FieldRead, told: object) -> list[str] | None:
    value = attributes.from_event(field, told)
    return None if value.is_empty else attributes.words(field, value)
