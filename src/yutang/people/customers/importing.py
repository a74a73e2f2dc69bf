"""People of a file: recognised, compared with what is known, and taken in, a chunk at a time.

The file lies in a staging table with one row for each person: `row, external, unionid, phone,
sealed, member_number, name, gender, birthday, company` and whatever else the importer needs. A
person is recognised by the first of his WeCom id, unionid, phone and member number that is known.

What WeCom told of a person stands: the name, gender and company of a file are taken only where
WeCom gave none, or where the person is a lead, whom only files know. An empty cell erases
nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import array_text
from yutang.kernel.vault import Vault
from yutang.people.suppressions import service as suppressions

from .naming import grams, sort_key
from .staging import PROBING

KINDS: Final = ("external", "unionid", "phone", "member_number")
SEPARATOR: Final = "\x1f"

_PROBING: Final = text(PROBING)
# Each a look by key of its own: joined, thousands of rows would be compared with all identities
# as long as nothing is known of how many there are.
_MATCH: Final = "".join(
    f"""
    left join lateral (
      select i.customer_id from customer_identities i
      where i.corp_id = :corp_id and i.kind = '{kind}' and i.value = s.{kind} offset 0
    ) i{number} on true
    """  # noqa: S608 - built of constants
    for number, kind in enumerate(KINDS, 1)
)
_KNOWN: Final = """
    coalesce(i1.customer_id, i2.customer_id, i3.customer_id, i4.customer_id) as known_id,
    least(i1.customer_id, i2.customer_id, i3.customer_id, i4.customer_id)
      <> greatest(i1.customer_id, i2.customer_id, i3.customer_id, i4.customer_id) as conflict,
    (s.external is not null and i1.customer_id is null)
      or (s.unionid is not null and i2.customer_id is null)
      or (s.phone is not null and i3.customer_id is null)
      or (s.member_number is not null and i4.customer_id is null) as more_ids,
    i1.customer_id is null as new_external, i2.customer_id is null as new_unionid,
    i3.customer_id is null as new_phone, i4.customer_id is null as new_member_number
"""
_NTH: Final = "row_number() over (partition by m.known_id order by m.row)"
NAME_MAY_CHANGE: Final = "(c.state = 'lead' or c.name = '')"
_DIFFERS: Final = f"""
    (m.name <> c.name and {NAME_MAY_CHANGE})
    or (m.gender <> c.gender and (c.state = 'lead' or c.gender = 0))
    or (m.company <> c.company and (c.state = 'lead' or c.company = ''))
    or (m.birthday is not null and m.birthday is distinct from c.birthday)
"""

_LOCK_ORDINAL: Final = (
    text("insert into customer_ordinals (corp_id) values (:corp_id) on conflict do nothing"),
    text("select next_id from customer_ordinals where corp_id = :corp_id for update"),
)
_GIVE_IDS: Final = text(
    """
    with fresh as (
      update import_chunk set known_id = :next_id - 1 + nth_new, fresh = true
      where known_id is null
      returning 1
    )
    update customer_ordinals set next_id = :next_id + (select count(*) from fresh)
    where corp_id = :corp_id
    """
)
# A number whose owner took his consent back is not kept, whatever file it comes in.
_KEPT_AWAY: Final = """
    (v.kind = 'phone' and exists (select from suppressions s where s.corp_id = :corp_id
                                  and s.digest = 'phone:' || v.value and s.why <> 'erased'))
"""
_ADD_IDENTITIES: Final = text(
    f"""
    insert into customer_identities (corp_id, kind, value, customer_id, sealed)
    select :corp_id, v.kind, v.value, k.known_id, v.sealed
    from import_chunk k cross join lateral (values
      ('external', k.external, null::bytea, k.new_external),
      ('unionid', k.unionid, null, k.new_unionid),
      ('phone', k.phone, k.sealed, k.new_phone),
      ('member_number', k.member_number, null, k.new_member_number)
    ) v(kind, value, sealed, is_new)
    where v.value is not null and v.is_new and k.problem is null and not {_KEPT_AWAY}
    order by v.kind, v.value
    on conflict do nothing
    """  # noqa: S608 - built of constants
)
_COUNT_IDENTITIES: Final = text(
    f"""
    select count(*) from import_chunk k cross join lateral (values
      ('external', k.external, k.new_external), ('unionid', k.unionid, k.new_unionid),
      ('phone', k.phone, k.new_phone), ('member_number', k.member_number, k.new_member_number)
    ) v(kind, value, is_new)
    where v.value is not null and v.is_new and k.problem is null and not {_KEPT_AWAY}
    """  # noqa: S608 - built of constants
)
_ADD_CUSTOMERS: Final = text(
    """
    insert into customers (corp_id, id, state, name, name_sort, grams, gender, company, birthday)
    select :corp_id, known_id, 'lead', coalesce(name, ''), coalesce(name_sort, ''),
           coalesce(grams, '{}'), coalesce(gender, 0), coalesce(company, ''), birthday
    from import_chunk where fresh and problem is null
    order by known_id
    """
)
_TAKES_NAME: Final = f"(m.name <> c.name and m.name_sort is not null and {NAME_MAY_CHANGE})"
_CHANGE_CUSTOMERS: Final = text(
    f"""
    update customers c set
      name = case when {_TAKES_NAME} then m.name else c.name end,
      name_sort = case when {_TAKES_NAME} then m.name_sort else c.name_sort end,
      -- Where no name stood, what was found by are remarks of his relations: they stay.
      grams = case when {_TAKES_NAME} and c.name = ''
                     then array(select unnest(m.grams || c.grams) as g group by g order by g)
                   when {_TAKES_NAME} then m.grams else c.grams end,
      gender = case when m.gender <> c.gender and (c.state = 'lead' or c.gender = 0)
               then m.gender else c.gender end,
      company = case when m.company <> c.company and (c.state = 'lead' or c.company = '')
                then m.company else c.company end,
      birthday = coalesce(m.birthday, c.birthday),
      updated_at = :now
    from (
      select * from import_chunk where not fresh and problem is null order by known_id
    ) m
    where c.corp_id = :corp_id and c.id = m.known_id and ({_DIFFERS})
    """  # noqa: S608 - built of constants
)


class TakenMeanwhileError(RuntimeError):
    """Another writer made or named one of these people meanwhile; compare the chunk again."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A row that needs work. `problem`: row.conflict or row.same_person, and it is left out."""

    row: int
    customer_id: int | None
    problem: str | None
    detail: str
    name: str | None
    """Only where the name would be written."""


async def compare_staged(
    session: AsyncSession,
    corp_id: int,
    table: str,
    after: int,
    upto: int,
    differs: Sequence[str] = (),
    values: dict[str, object] | None = None,
) -> tuple[int, list[Compared]]:
    """How many rows lie in (after, upto], and those that are new, changed or cannot be taken.

    `differs` are further conditions under which a known person counts as changed, in SQL over
    `m` (the staged row with `known_id`) and `c` (the customer), with their `values`. Owner's
    session; reads only.
    """
    await session.execute(_PROBING)
    changed = " or ".join(f"({condition})" for condition in ("m.more_ids", _DIFFERS, *differs))
    found = await session.execute(
        text(
            f"""
            with met as (
              select s.*, {_KNOWN} from {table} s {_MATCH}
              where s.row > :after and s.row <= :upto
            ), told as (
              select m.*, {_NTH} as nth, min(m.row) over (partition by m.known_id) as first_row
              from met m
            )
            select m.row, m.known_id,
                   case when m.conflict then 'row.conflict'
                        when m.known_id is not null and m.nth > 1 then 'row.same_person' end
                     as problem,
                   case when not m.conflict and m.nth > 1 then m.first_row::text else '' end
                     as detail,
                   case when c.id is null or {NAME_MAY_CHANGE} then m.name end as name,
                   c.id is null or coalesce(m.conflict, false) or m.nth > 1
                     or coalesce(({changed}), false) as needed
            from told m left join customers c on c.corp_id = :corp_id and c.id = m.known_id
            order by m.row
            """  # noqa: S608 - built of constants; the table's name is made by us
        ),
        {"corp_id": corp_id, "after": after, "upto": upto, **(values or {})},
    )
    rows = found.all()
    return len(rows), [
        Compared(row.row, row.known_id, row.problem, row.detail or "", row.name)
        for row in rows
        if row.needed
    ]


async def erased_rows(
    session: AsyncSession, vault: Vault, corp_id: int, table: str, rows: Sequence[int]
) -> set[int]:
    """Of these rows of a staging table, those that name somebody who was erased."""
    if not rows or not await suppressions.has_any(session, corp_id):
        return set()
    found = (
        await session.execute(
            text(
                f"select row, {', '.join(KINDS)} from {table}"  # noqa: S608 - a name of ours
                " where row = any(cast(:rows as bigint[]))"
            ),
            {"rows": list(rows)},
        )
    ).all()
    gone: set[int] = set()
    for kind in KINDS:
        named = [(getattr(one, kind), one.row) for one in found]
        told = {value for value, _ in named if value is not None}
        erased = await suppressions.erased_among(session, vault, corp_id, kind, told)
        # Several rows may name one person.
        gone |= {row for value, row in named if value in erased}
    return gone


def spell(names: Sequence[str | None]) -> list[tuple[str | None, str | None]]:
    """Sort key and grams of each name, the grams joined; the costly part, made for a thread."""
    return [
        (None, None) if name is None else (sort_key(name), SEPARATOR.join(grams(name)))
        for name in names
    ]


async def take_in_staged(
    session: AsyncSession,
    corp_id: int,
    table: str,
    rows: Sequence[Compared],
    spelled: Sequence[tuple[str | None, str | None]],
    now: datetime,
) -> int:
    """Take rows of a staging table in: new people as leads with dense ids, known ones changed.

    Returns how many are new.

    They lie in the temporary table `import_chunk` (row, known_id, fresh, problem, and the staged
    columns) until the transaction ends, for other parts of the same chunk. Owner's session. Raises
    TakenMeanwhileError, after which nothing of this transaction may be kept.
    """
    await session.execute(_PROBING)
    next_id = 0
    locked = any(row.customer_id is None for row in rows)
    if locked:
        # The same lock as for people that WeCom tells of: nobody is made twice.
        await session.execute(_LOCK_ORDINAL[0], {"corp_id": corp_id})
        next_id = await session.scalar(_LOCK_ORDINAL[1], {"corp_id": corp_id}) or 1
    await session.execute(
        text(
            f"""
            create temporary table import_chunk on commit drop as
            with met as (
              select s.*, nullif(g.name_sort, '{SEPARATOR}') as name_sort,
                     string_to_array(g.grams, '{SEPARATOR}') as grams, {_KNOWN}
              from unnest(cast(:rows as bigint[]), cast(:sorts as text[]), cast(:grams as text[]))
                as g(row, name_sort, grams)
              join {table} s on s.row = g.row {_MATCH}
            )
            select m.*, false as fresh,
                   row_number() over (partition by m.known_id is null order by m.row) as nth_new,
                   case when m.conflict then 'row.conflict'
                        when m.known_id is not null and {_NTH} > 1 then 'row.same_person' end
                     as problem
            from met m
            """  # noqa: S608 - built of constants; the table's name is made by us
        ),
        {
            "corp_id": corp_id,
            "rows": [row.row for row in rows],
            "sorts": array_text([SEPARATOR if sort is None else sort for sort, _ in spelled]),
            "grams": array_text([joined or "" for _, joined in spelled]),
        },
    )
    corp = {"corp_id": corp_id}
    if locked:
        await session.execute(_GIVE_IDS, corp | {"next_id": next_id})
    elif await session.scalar(text("select count(*) from import_chunk where known_id is null")):
        raise TakenMeanwhileError
    if await session.scalar(text("select count(*) from import_chunk where problem is not null")):
        raise TakenMeanwhileError
    await session.execute(_ADD_CUSTOMERS, corp)
    expected = await session.scalar(_COUNT_IDENTITIES, corp)
    written = await session.execute(_ADD_IDENTITIES, corp)
    if getattr(written, "rowcount", 0) != expected:
        raise TakenMeanwhileError
    # Asked of the chunk, not of what was compared: somebody new then may be known by now.
    if await session.scalar(text("select exists (select from import_chunk where not fresh)")):
        # So that each is looked up by key: guessed at, the chunk is gone through for everybody.
        await session.execute(text("analyze import_chunk"))
        await session.execute(_CHANGE_CUSTOMERS, corp | {"now": now})
    created = await session.scalar(text("select count(*) from import_chunk where fresh"))
    return int(created or 0)
