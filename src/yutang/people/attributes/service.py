"""Fields of a corp's own and their values; writing and finding stand in the rooms beside."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from pydantic import BaseModel, TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .defining import FIELDS, add_field, change_field, describe, order_fields, set_archived
from .errors import NotEditableError, UnknownFieldError
from .finding import ask, condition
from .models import FieldValue
from .parsing import OPERATORS, TOLD_KINDS, from_event, parse, tell, words
from .repository import FieldRepository
from .schemas import FieldCell, FieldRead, NewValue, Raw, Value, ValueRead
from .writing import end_consents, without_consent, write_values

__all__ = (
    "EVERYTHING",
    "FIELDS",
    "OPERATORS",
    "SHEET_SQL",
    "TOLD_KINDS",
    "add_field",
    "ask",
    "change_field",
    "condition",
    "edit_values",
    "end_consents",
    "from_event",
    "list_fields",
    "may_edit",
    "may_see",
    "order_fields",
    "parse",
    "read_sheet",
    "set_archived",
    "sheet_of",
    "tell",
    "values_of",
    "without_consent",
    "words",
    "write_values",
)

EVERYTHING = frozenset({"owner", "admin"})


def may_see(field: FieldRead, role: str | None) -> bool:
    """Whether the role sees the field; None stands for the system, which sees all."""
    return role is None or role in EVERYTHING or role in field.seen_by


def may_edit(field: FieldRead, role: str | None) -> bool:
    """Whether the role may write the field's values."""
    return field.archived_at is None and (
        role is None or role in EVERYTHING or role in field.edited_by
    )


async def list_fields(
    session: AsyncSession, corp_id: int, role: str | None = None, *, archived: bool = False
) -> list[FieldRead]:
    """Fields in their order, those that `role` sees; archived ones last, where asked for."""
    rows = await FieldRepository(session, corp_id).every(archived=archived)
    return [field for row in rows if may_see(field := describe(row), role)]


async def values_of(
    session: AsyncSession, corp_id: int, customer_ids: Iterable[int], role: str | None = None
) -> dict[int, list[ValueRead]]:
    """Values by customer in the fields' order, those that `role` sees; one statement."""
    found: dict[int, list[ValueRead]] = {}
    fields: dict[int, FieldRead] = {}
    for row, definition in await FieldRepository(session, corp_id).values(customer_ids):
        if definition.id not in fields:
            fields[definition.id] = describe(definition)
        field = fields[definition.id]
        if may_see(field, role):
            found.setdefault(row.customer_id, []).append(_read(field, row))
    return found


async def sheet_of(
    session: AsyncSession, corp_id: int, customer_id: int, role: str | None = None
) -> list[FieldCell]:
    """Every living field that `role` sees, with the person's value or null; one statement."""
    return [
        FieldCell(
            field=field,
            value=_read(field, row) if row is not None else None,
            may_edit=may_edit(field, role),
        )
        for definition, row in await FieldRepository(session, corp_id).sheet(customer_id)
        if may_see(field := describe(definition), role)
    ]


SHEET_SQL = """
(select json_agg(json_build_object(
   'field', json_build_object(
     'id', f.id, 'name', f.name, 'kind', f.kind, 'group', f.group_name, 'position', f.position,
     'help', f.help, 'unit', f.unit, 'decimals', f.decimals, 'is_sensitive', f.is_sensitive,
     'rules', f.rules, 'options', f.options, 'seen_by', f.seen_by, 'edited_by', f.edited_by,
     'version', f.version, 'archived_at', f.archived_at),
   'row', case when v.field_id is not null then json_build_object(
     'word', v.word, 'number', v.number, 'day', v.day, 'choices', v.choices, 'prose', v.prose,
     'by', v.changed_by, 'source', v.source, 'at', v.changed_at) end
 ) order by f.position, f.id)
 from fields f
 left join field_values v on v.corp_id = :corp_id and v.customer_id = :customer_id
                         and v.field_id = f.id
 where f.corp_id = :corp_id and f.archived_at is null)::text
"""
"""Every living field with one person's value as one column of another query; see `read_sheet`."""


class _StoredValue(BaseModel):
    word: str | None
    number: int | None
    day: date | None
    choices: tuple[str, ...] | None
    prose: str | None
    by: str
    source: str
    at: datetime


class _Stored(BaseModel):
    field: FieldRead
    row: _StoredValue | None


_SHEET: TypeAdapter[list[_Stored]] = TypeAdapter(list[_Stored])


def read_sheet(told: str | None, role: str | None = None) -> list[FieldCell]:
    """What `SHEET_SQL` gave: the same as `sheet_of`."""
    return [
        FieldCell(
            field=one.field,
            value=_read(one.field, one.row) if one.row is not None else None,
            may_edit=may_edit(one.field, role),
        )
        for one in (_SHEET.validate_json(told) if told is not None else [])
        if may_see(one.field, role)
    ]


async def edit_values(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    given: Mapping[int, Raw],
    *,
    role: str,
    by: str,
    now: datetime,
    source: str = "hand",
) -> int:
    """Write one person's values as somebody typed them; returns how many changed.

    Raises UnknownFieldError, NotEditableError, FieldValueError and ConsentMissingError, each
    with nothing written.
    """
    fields = {field.id: field for field in await list_fields(session, corp_id, role)}
    values = []
    for field_id, raw in given.items():
        if field_id not in fields:
            raise UnknownFieldError(field_id)
        field = fields[field_id]
        if not may_edit(field, role):
            raise NotEditableError(field.name, "your role may only read it")
        values.append(NewValue(customer_id, field_id, parse(field, raw)))
    changed = await write_values(session, corp_id, values, by, now, source=source)
    if changed:
        # Which fields, not what they say: a person's data stays where it can be erased.
        await audit.record(
            session,
            corp_id,
            actor=by,
            action="customer.values_changed",
            target=f"customer:{customer_id}",
            after={"fields": sorted(given), "source": source},
        )
    return changed


def _read(field: FieldRead, row: FieldValue | _StoredValue) -> ValueRead:
    value = Value(
        word=row.word,
        number=row.number,
        day=row.day,
        choices=None if row.choices is None else tuple(row.choices),
        prose=row.prose,
    )
    return ValueRead(
        field_id=field.id, value=tell(field, value), by=row.by, source=row.source, at=row.at
    )
