"""Fields of a corp's own and their values; writing and finding stand in the rooms beside."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from .defining import FIELDS, add_field, change_field, describe, order_fields, set_archived
from .errors import NotEditableError, UnknownFieldError
from .finding import ask, condition
from .models import FieldValue
from .parsing import OPERATORS, TOLD_KINDS, from_event, parse, tell, words
from .repository import FieldRepository
from .schemas import FieldCell, FieldRead, NewValue, Raw, Value, ValueRead
from .writing import end_consent, without_consent, write_values

__all__ = (
    "EVERYTHING",
    "FIELDS",
    "OPERATORS",
    "TOLD_KINDS",
    "add_field",
    "ask",
    "change_field",
    "condition",
    "edit_values",
    "end_consent",
    "from_event",
    "list_fields",
    "may_edit",
    "may_see",
    "order_fields",
    "parse",
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
    return await write_values(session, corp_id, values, by, now, source=source)


def _read(field: FieldRead, row: FieldValue) -> ValueRead:
    value = Value(
        word=row.word,
        number=row.number,
        day=row.day,
        choices=None if row.choices is None else tuple(row.choices),
        prose=row.prose,
    )
    return ValueRead(
        field_id=row.field_id, value=tell(field, value), by=row.by, source=row.source, at=row.at
    )
