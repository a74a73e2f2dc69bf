"""Who has which value: conditions for use inside another query."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    ColumnElement,
    Select,
    Text,
    cast,
    column,
    exists,
    func,
    select,
    table,
)

from .errors import BadOperatorError, FieldValueError
from .models import FieldValue
from .parsing import OPERATORS, parse
from .schemas import FieldRead, Operator, Raw, Value

_CUSTOMERS = table("customers", column("corp_id"), column("id"))


def ask(field: FieldRead, operator: Operator, raw: Sequence[Raw]) -> tuple[Value, ...]:
    """The parsed values of a comparison; none for empty and present, two for between.

    Raises BadOperatorError where the kind does not know it, FieldValueError for a value that
    does not fit or a wrong number of values.
    """
    known = OPERATORS[field.kind]
    if operator not in known:
        raise BadOperatorError(field.name, operator, ", ".join(known))
    values = tuple(value for one in raw if not (value := parse(field, one)).is_empty)
    wanted = {"empty": 0, "present": 0, "between": 2, "in": max(1, len(values))}.get(operator, 1)
    if len(values) != wanted:
        problem = f"{operator} takes {wanted} values, these are {len(values)}"
        raise FieldValueError(field.id, field.name, problem)
    return values


def condition(
    corp_id: int, field_id: int, operator: Operator, value: Value | Sequence[Value] | None = None
) -> Select[int]:
    """Ids of the customers whose value compares so, from an index also under the corp's policy.

    `value` is what `parse` or `ask` gave. Needs the corp's session: options of several_of are
    found by a function that gives nothing to another's.
    """
    values = (value,) if isinstance(value, Value) else tuple(value or ())
    own = (FieldValue.corp_id == corp_id, FieldValue.field_id == field_id)
    if operator == "present":
        return select(FieldValue.customer_id).where(*own)
    if operator == "empty":
        customers = _CUSTOMERS.alias("without_value")
        return select(customers.c.id).where(
            customers.c.corp_id == corp_id,
            ~exists().where(*own, FieldValue.customer_id == customers.c.id),
        )
    if values[0].choices is not None:
        wanted = sorted({key for one in values for key in one.choices or ()})
        found = func.customers_with_choices(
            cast(corp_id, BigInteger),
            cast(field_id, BigInteger),
            cast(wanted, ARRAY(Text)),
            cast(operator == "eq", Boolean),
        )
        named = found.table_valued(column("customer_id", BigInteger)).render_derived()
        return select(named.c.customer_id)
    return select(FieldValue.customer_id).where(*own, _compare(operator, values))


def _compare(operator: Operator, values: Sequence[Value]) -> ColumnElement[bool]:
    place, keys = _column_of(values)
    compared: ColumnElement[bool]
    match operator:
        case "in":
            compared = place.in_(keys)
        case "lt":
            compared = place < keys[0]
        case "lte":
            compared = place <= keys[0]
        case "gt":
            compared = place > keys[0]
        case "gte":
            compared = place >= keys[0]
        case "between":
            compared = place.between(*sorted(keys[:2]))
        case _:
            compared = place == keys[0]
    return compared


def _column_of(values: Sequence[Value]) -> tuple[Any, list[Any]]:
    if values[0].day is not None:
        return FieldValue.day, [value.day for value in values]
    if values[0].number is not None:
        return FieldValue.number, [value.number for value in values]
    return FieldValue.word, [value.word for value in values]
