"""Make, change, order and archive fields."""

from datetime import datetime

from sqlalchemy import bindparam, func, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import table_of

from .errors import (
    FieldChangedError,
    FieldDefinitionError,
    FieldNameTakenError,
    TooManyFieldsError,
    UnknownFieldError,
)
from .models import Field
from .parsing import SEPARATORS
from .repository import FieldRepository
from .schemas import (
    LONG_TEXT_LENGTH,
    TEXT_LENGTH,
    FieldChange,
    FieldFacts,
    FieldRead,
    Kind,
    NewField,
    NewOption,
    Option,
    Role,
    Rules,
)

FIELDS = 200

_RULES: dict[Kind, frozenset[str]] = {
    "text": frozenset({"min_length", "max_length", "pattern"}),
    "long_text": frozenset({"min_length", "max_length"}),
    "number": frozenset({"least", "most"}),
    "money": frozenset({"least", "most"}),
    "date": frozenset({"earliest", "latest"}),
    "yes_no": frozenset(),
    "one_of": frozenset(),
    "several_of": frozenset(),
}
_CHOSEN: frozenset[Kind] = frozenset({"one_of", "several_of"})


def describe(row: Field) -> FieldRead:
    """The field as others know it."""
    return FieldRead(
        id=row.id,
        name=row.name,
        kind=row.kind,  # type: ignore[arg-type] # written by this module only
        group=row.group,
        position=row.position,
        help=row.help,
        unit=row.unit,
        decimals=row.decimals,
        is_sensitive=row.is_sensitive,
        rules=Rules.model_validate(row.rules),
        options=[Option.model_validate(option) for option in row.options],
        seen_by=row.seen_by,  # type: ignore[arg-type] # as above
        edited_by=row.edited_by,  # type: ignore[arg-type] # as above
        version=row.version,
        archived_at=row.archived_at,
    )


async def add_field(session: AsyncSession, corp_id: int, new: NewField, by: str) -> FieldRead:
    """Make a field, last in order.

    Raises FieldDefinitionError, FieldNameTakenError, TooManyFieldsError.
    """
    repository = FieldRepository(session, corp_id)
    _check(new.kind, new, new.decimals)
    living = await repository.count_living()
    if living >= FIELDS:
        raise TooManyFieldsError(FIELDS)
    if await repository.is_taken(new.name, None):
        raise FieldNameTakenError(new.name)
    field = Field(
        corp_id=corp_id,
        kind=new.kind,
        decimals=new.decimals if new.kind == "number" else 0,
        position=living,
        created_by=by,
        **_facts(new, []),
    )
    session.add(field)
    await session.flush()
    await session.refresh(field)
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="field.added",
        target=f"field:{field.id}",
        after=new.model_dump(mode="json"),
    )
    return describe(field)


async def change_field(
    session: AsyncSession, corp_id: int, field_id: int, change: FieldChange, by: str, now: datetime
) -> FieldRead:
    """Change a living field. Values that stand there stay, whatever the new rules say.

    Raises UnknownFieldError, FieldChangedError, FieldDefinitionError, FieldNameTakenError.
    """
    repository = FieldRepository(session, corp_id)
    field = await repository.find(field_id)
    if field is None or field.archived_at is not None:
        raise UnknownFieldError(field_id)
    before = describe(field)
    if field.version != change.version:
        raise FieldChangedError(field.name)
    _check(before.kind, change, before.decimals)
    if await repository.is_taken(change.name, field_id):
        raise FieldNameTakenError(change.name)
    for name, value in _facts(change, before.options).items():
        setattr(field, name, value)
    field.version += 1
    field.updated_at = now
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="field.changed",
        target=f"field:{field_id}",
        before=before.model_dump(mode="json"),
        after=describe(field).model_dump(mode="json"),
    )
    return describe(field)


async def set_archived(
    session: AsyncSession, corp_id: int, field_id: int, by: str, now: datetime, *, archived: bool
) -> FieldRead:
    """Hide a field with its values, or bring it back; nothing is deleted.

    Raises UnknownFieldError; on the way back also FieldNameTakenError, TooManyFieldsError.
    """
    repository = FieldRepository(session, corp_id)
    field = await repository.find(field_id)
    if field is None:
        raise UnknownFieldError(field_id)
    if archived == (field.archived_at is not None):
        return describe(field)
    if not archived:
        if await repository.count_living() >= FIELDS:
            raise TooManyFieldsError(FIELDS)
        if await repository.is_taken(field.name, field_id):
            raise FieldNameTakenError(field.name)
    field.archived_at = now if archived else None
    field.version += 1
    field.updated_at = now
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="field.archived" if archived else "field.restored",
        target=f"field:{field_id}",
        before={"archived": not archived},
        after={"archived": archived},
    )
    return describe(field)


async def order_fields(session: AsyncSession, corp_id: int, ids: list[int], by: str) -> None:
    """Give the living fields their order; `ids` names each of them once.

    Raises FieldDefinitionError.
    """
    living = {row.id for row in await FieldRepository(session, corp_id).every(archived=False)}
    if len(ids) != len(living) or set(ids) != living:
        message = "the order names each living field once: read the fields again"
        raise FieldDefinitionError(message)
    if not ids:
        return
    table = table_of(Field)
    await (await session.connection()).execute(
        update(table)
        .where(table.c.corp_id == corp_id, table.c.id == bindparam("field"))
        .values(position=bindparam("place"), updated_at=func.now()),
        [{"field": field_id, "place": place} for place, field_id in enumerate(ids)],
    )
    await audit.record(
        session, corp_id, actor=by, action="fields.ordered", target="fields", after={"ids": ids}
    )


def _facts(facts: FieldFacts, before: list[Option]) -> dict[str, object]:
    return {
        "name": facts.name,
        "group": facts.group,
        "help": facts.help,
        "unit": facts.unit,
        "is_sensitive": facts.is_sensitive,
        "rules": facts.rules.model_dump(mode="json", exclude_none=True),
        "options": [one.model_dump() for one in _options(facts.options, before)],
        "seen_by": _roles(facts.seen_by),
        "edited_by": _roles(facts.edited_by),
    }


def _roles(given: list[Role]) -> list[str]:
    return sorted(set(given))


def _options(given: list[NewOption], before: list[Option]) -> list[Option]:
    """Options with keys: new ones get the next; left-out ones are archived, never dropped."""
    known = {option.key for option in before}
    unknown = next((one.key for one in given if one.key is not None and one.key not in known), None)
    if unknown is not None:
        message = f"there is no option {unknown}: leave the key of a new option out"
        raise FieldDefinitionError(message)
    number = max((int(key[1:]) for key in known if key[1:].isdigit()), default=0)
    options = []
    for one in given:
        if one.key is None:
            number += 1
        options.append(Option(key=one.key or f"o{number}", label=one.label, archived=one.archived))
    kept = {option.key for option in options}
    left_out = [o.model_copy(update={"archived": True}) for o in before if o.key not in kept]
    return options + left_out


def _check(kind: Kind, facts: FieldFacts, decimals: int) -> None:
    rules = facts.rules
    strange = sorted(rules.model_dump(exclude_none=True).keys() - _RULES[kind])
    if strange:
        message = f"a field of kind {kind} has no rule {', '.join(strange)}"
        raise FieldDefinitionError(message)
    longest = TEXT_LENGTH if kind == "text" else LONG_TEXT_LENGTH
    if max(rules.min_length or 0, rules.max_length or 0) > longest:
        message = f"values of kind {kind} have at most {longest} characters"
        raise FieldDefinitionError(message)
    spans = (
        (rules.min_length, rules.max_length),
        (rules.least, rules.most),
        (rules.earliest, rules.latest),
    )
    if any(low is not None and high is not None and low > high for low, high in spans):  # type: ignore[operator] # each pair is of one kind
        message = "nothing fits: the lower bound is above the upper one"
        raise FieldDefinitionError(message)
    if any(one is not None and not one.is_finite() for one in (rules.least, rules.most)):
        message = "a bound is a number"
        raise FieldDefinitionError(message)
    if decimals and kind != "number":
        message = "only numbers have digits behind the point of their own"
        raise FieldDefinitionError(message)
    if facts.unit and kind != "number":
        message = "only numbers have a unit: money is in yuan"
        raise FieldDefinitionError(message)
    if not set(facts.edited_by) <= set(facts.seen_by):
        message = "who may write a field must be able to see it"
        raise FieldDefinitionError(message)
    _check_options(kind, facts.options)


def _check_options(kind: Kind, options: list[NewOption]) -> None:
    if kind not in _CHOSEN:
        if options:
            message = f"a field of kind {kind} has no options"
            raise FieldDefinitionError(message)
        return
    labels = [option.label for option in options if not option.archived]
    if not labels:
        message = "give it at least one option"
        raise FieldDefinitionError(message)
    if len(set(labels)) != len(labels):
        message = "two options have the same label"
        raise FieldDefinitionError(message)
    cut = next((label for label in labels if SEPARATORS.search(label)), None)
    if cut is not None:
        message = f"「{cut}」 holds a comma or 、 or ;, which part the options of a file's cell"
        raise FieldDefinitionError(message)
