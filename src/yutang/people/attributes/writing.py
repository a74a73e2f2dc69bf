"""Write many values at once: what is unchanged makes no row version and no event."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ARRAY, BigInteger, any_, bindparam, literal, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import events

from .errors import ConsentMissingError
from .events import AttributeChanged
from .models import Field, FieldValue
from .parsing import TOLD_KINDS
from .schemas import NO_VALUE, NewValue

_BETWEEN = "\x1f"

_GIVEN = """
    given as materialized (
      select g.customer_id, g.field_id, g.word, g.number, g.day,
             string_to_array(g.choices, chr(31)) as choices, g.prose,
             num_nulls(g.word, g.number, g.day, g.choices, g.prose) = 5 as is_empty
      from unnest(cast(:customers as bigint[]), cast(:fields as bigint[]), cast(:words as text[]),
                  cast(:numbers as bigint[]), cast(:days as date[]), cast(:choices as text[]),
                  cast(:proses as text[]))
           as g(customer_id, field_id, word, number, day, choices, prose)
    )
"""

_WITHOUT_CONSENT = text(
    f"""
    with {_GIVEN}
    select distinct g.customer_id, g.field_id
    from given g
    join fields f on f.corp_id = :corp_id and f.id = g.field_id and f.is_sensitive
    where not g.is_empty and not exists (
      select from consents c
      where c.corp_id = :corp_id and c.customer_id = g.customer_id and c.purpose = 'sensitive'
        and c.withdrawn_at is null)
    """  # noqa: S608 - built of constants
)

# The old rows are locked first, in one order: of two writers the second sees what the first wrote.
_LOCK = text(
    """
    select count(*) from (
      select from field_values v
      join unnest(cast(:customers as bigint[]), cast(:fields as bigint[])) as g(customer, field)
        on v.customer_id = g.customer and v.field_id = g.field
      where v.corp_id = :corp_id order by v.customer_id, v.field_id for update of v
    ) held
    """
)

_WRITE = text(
    f"""
    with {_GIVEN}, changed as materialized (
      select g.*, f.kind, f.kind = any(:told_kinds) and not f.is_sensitive as told,
             v.word as old_word, v.number as old_number, v.day as old_day,
             v.choices as old_choices
      from given g
      join fields f on f.corp_id = :corp_id and f.id = g.field_id
      join customers c on c.corp_id = :corp_id and c.id = g.customer_id
      left join field_values v
        on v.corp_id = :corp_id and v.customer_id = g.customer_id and v.field_id = g.field_id
      where (g.word, g.number, g.day, g.choices, g.prose)
            is distinct from (v.word, v.number, v.day, v.choices, v.prose)
    ), gone as (
      delete from field_values v using changed c
      where v.corp_id = :corp_id and v.customer_id = c.customer_id and v.field_id = c.field_id
        and c.is_empty
    ), kept as (
      insert into field_values (corp_id, customer_id, field_id, word, number, day, choices, prose,
                                changed_by, source, changed_at)
      select :corp_id, customer_id, field_id, word, number, day, choices, prose, :by, :source, :now
      from changed where not is_empty
      order by customer_id, field_id
      on conflict (corp_id, customer_id, field_id) do update
      set word = excluded.word, number = excluded.number, day = excluded.day,
          choices = excluded.choices, prose = excluded.prose, changed_by = excluded.changed_by,
          source = excluded.source, changed_at = excluded.changed_at
    ), told as (
      insert into events (corp_id, customer_id, kind, at, actor, props, source)
      select :corp_id, customer_id, :kind, :now, :by,
             jsonb_build_object(
               'field_id', field_id, 'by', cast(:by as text), 'told', told,
               'before', case when told then
                 coalesce(to_jsonb(old_word), to_jsonb(old_number), to_jsonb(old_day),
                          to_jsonb(old_choices)) end,
               'after', case when told then
                 coalesce(to_jsonb(word), to_jsonb(number), to_jsonb(day), to_jsonb(choices)) end),
             :source
      from changed
    )
    select count(*) from changed
    """  # noqa: S608 - built of constants
).bindparams(bindparam("told_kinds", sorted(TOLD_KINDS)), bindparam("kind", AttributeChanged.kind))


async def write_values(
    session: AsyncSession,
    corp_id: int,
    values: Sequence[NewValue],
    by: str,
    now: datetime,
    *,
    source: str = "hand",
) -> int:
    """Write values in three statements, however many; returns how many really changed.

    Of one person and field the last one counts; an empty value takes away; unknown persons and
    fields are left out. `by` is `user:<id>`, `staff:<id>` or `system`. At most some ten thousand
    a call, so that its transaction stays short. Raises ConsentMissingError, with nothing
    written, where a sensitive value lacks consent: `without_consent` tells beforehand whose.
    """
    last = _last(values)
    if not last:
        return 0
    refused = await without_consent(session, corp_id, last)
    if refused:
        raise ConsentMissingError(len({customer_id for customer_id, _ in refused}))
    given = _columns(corp_id, last)
    events.wake_readers(session)
    await session.execute(_LOCK, {name: given[name] for name in ("corp_id", "customers", "fields")})
    changed = await session.scalar(_WRITE, given | {"by": by, "now": now, "source": source})
    return changed or 0


async def end_consents(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int], by: str, now: datetime
) -> int:
    """Take the sensitive values of these people away; returns how many values."""
    rows = await session.execute(
        select(FieldValue.customer_id, FieldValue.field_id)
        .join(Field, (Field.corp_id == FieldValue.corp_id) & (Field.id == FieldValue.field_id))
        .where(
            FieldValue.corp_id == corp_id,
            FieldValue.customer_id == any_(literal(list(customer_ids), ARRAY(BigInteger))),
            Field.is_sensitive,
        )
    )
    values = [NewValue(row.customer_id, row.field_id, NO_VALUE) for row in rows]
    return await write_values(session, corp_id, values, by, now, source="consent")


async def without_consent(
    session: AsyncSession, corp_id: int, values: Sequence[NewValue]
) -> set[tuple[int, int]]:
    """(customer, field) of sensitive values that lack the person's consent."""
    rows = await session.execute(_WITHOUT_CONSENT, _columns(corp_id, _last(values)))
    return {(row.customer_id, row.field_id) for row in rows}


def _last(values: Sequence[NewValue]) -> list[NewValue]:
    return list({(value.customer_id, value.field_id): value for value in values}.values())


def _columns(corp_id: int, values: Sequence[NewValue]) -> dict[str, object]:
    return {
        "corp_id": corp_id,
        "customers": [one.customer_id for one in values],
        "fields": [one.field_id for one in values],
        "words": [one.value.word for one in values],
        "numbers": [one.value.number for one in values],
        "days": [one.value.day for one in values],
        "choices": [
            None if one.value.choices is None else _BETWEEN.join(one.value.choices)
            for one in values
        ],
        "proses": [one.value.prose for one in values],
    }
