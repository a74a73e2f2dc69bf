"""Statements that write many persons at once; used by the service only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.credits.schemas import Touch
from yutang.people.suppressions import service as suppressions

from .adopting import wait
from .models import Customer, CustomerOrdinal, Follow
from .naming import grams, sort_key
from .repository import EXTERNAL, CustomerRepository
from .schemas import Person

PHONE_CONTEXT = "customer_identities.phone"
SEPARATOR = "\x1f"
"""Between grams on their way into the database, where an array of arrays has no ragged edge."""


@dataclass(frozen=True, slots=True)
class First:
    """A person's first true add, as it is known now."""

    at: datetime
    staff_id: int | None


# Each statement takes a list as arrays: one round trip and one plan, however many there are.
_WRITE_PERSONS = text(
    """
    update customers c set name = v.name, avatar = v.avatar, gender = v.gender,
      platform = v.platform, company = v.company, updated_at = now(),
      name_sort = coalesce(v.sort, c.name_sort),
      grams = coalesce(string_to_array(v.grams, chr(31)), c.grams)
    from unnest(cast(:ids as bigint[]), cast(:names as text[]), cast(:sorts as text[]),
                cast(:grams as text[]), cast(:avatars as text[]), cast(:genders as smallint[]),
                cast(:platforms as text[]), cast(:companies as text[]))
      as v(id, name, sort, grams, avatar, gender, platform, company)
    where c.corp_id = :corp_id and c.id = v.id
      and (c.name, c.avatar, c.gender, c.platform, c.company) is distinct from
          (v.name, v.avatar, v.gender, v.platform, v.company)
    """
)
# The oldest wins, so that the order in which adds are told does not matter.
_FIRSTS = text(
    """
    with told as (
      select * from unnest(cast(:ids as bigint[]), cast(:times as timestamptz[]),
                           cast(:members as bigint[]), cast(:ways as smallint[]),
                           cast(:channels as text[])) as t(id, at, staff_id, way, channel)
    ), moved as (
      update customers c set first_added_at = v.at, first_added_staff_id = v.staff_id,
        first_added_way = v.way, first_added_channel = v.channel
      from told v
      where c.corp_id = :corp_id and c.id = v.id
        and (c.first_added_at is null or v.at < c.first_added_at)
      returning c.id, v.at, v.staff_id
    )
    select id, at, staff_id from moved
    union all
    select c.id, c.first_added_at, c.first_added_staff_id
    from customers c join told v on v.id = c.id
    where c.corp_id = :corp_id and c.first_added_at <= v.at
    """
)
_GRAMS = text(
    """
    update customers c set grams = string_to_array(v.grams, chr(31))
    from unnest(cast(:ids as bigint[]), cast(:grams as text[])) as v(id, grams)
    where c.corp_id = :corp_id and c.id = v.id
      and c.grams is distinct from string_to_array(v.grams, chr(31))
    """
)

_NEW_CUSTOMERS = text(
    "insert into customers (corp_id, id, state, name, name_sort, grams)"
    " select :corp_id, v.id, 'visitor', '', '', '{}'"
    " from unnest(cast(:ids as bigint[])) as v(id)"
)
_IDENTITIES = (
    "insert into customer_identities (corp_id, kind, value, customer_id, sealed)"
    " select :corp_id, :kind, v.value, v.customer_id, v.sealed"
    " from unnest(cast(:values as text[]), cast(:ids as bigint[]), cast(:sealed as bytea[]))"
    "   as v(value, customer_id, sealed)"
)
_NEW_IDENTITIES = text(_IDENTITIES)
# Who is known by such a value keeps it.
_MORE_IDENTITIES = text(f"{_IDENTITIES} on conflict do nothing")
_RECKON_STATES = text(
    """
    update customers c set state = s.state, updated_at = now()
    from (
      select customer_id,
             case when bool_or(state = 'friend') then 'friend'
                  when bool_or(state = 'half') then 'half'
                  else 'lost' end as state
      from follows where corp_id = :corp_id and customer_id = any(:ids) group by customer_id
    ) s
    where c.corp_id = :corp_id and c.id = s.customer_id and c.state <> s.state
    """
)


async def ensure_customers(
    session: AsyncSession, corp_id: int, external_ids: Iterable[str]
) -> dict[str, int]:
    """Ids by WeCom id; unknown persons get the next dense ids.

    The corp's ordinal row is locked while ids are given out, so two writers cannot make the same
    person twice, and ids of a rolled-back transaction are given again.
    """
    wanted = list(dict.fromkeys(external_ids))
    repository = CustomerRepository(session, corp_id)
    known = await repository.ids(wanted)
    if len(known) == len(wanted):
        return known
    next_id = await _lock_ordinal(session, corp_id)
    known = await repository.ids(wanted)
    missing = [external_id for external_id in wanted if external_id not in known]
    fresh = {external_id: next_id + i for i, external_id in enumerate(missing)}
    if not fresh:
        return known
    await session.execute(
        update(CustomerOrdinal)
        .where(CustomerOrdinal.corp_id == corp_id)
        .values(next_id=next_id + len(fresh))
    )
    await session.execute(_NEW_CUSTOMERS, {"corp_id": corp_id, "ids": list(fresh.values())})
    await _identify(session, corp_id, EXTERNAL, [(value, i, None) for value, i in fresh.items()])
    return known | fresh


async def _lock_ordinal(session: AsyncSession, corp_id: int) -> int:
    locked = (
        select(CustomerOrdinal.next_id).where(CustomerOrdinal.corp_id == corp_id).with_for_update()
    )
    found = await session.scalar(locked)
    if found is None:
        first = insert(CustomerOrdinal).values(corp_id=corp_id).on_conflict_do_nothing()
        await session.execute(first)
        found = (await session.scalars(locked)).one()
    return found


async def write_persons(
    session: AsyncSession, corp_id: int, persons: dict[int, Person]
) -> set[int]:
    """Write names and faces that differ, and unionids as one more identity; returns the renamed."""
    if not persons:
        return set()
    known = {
        row.id: row.name
        for row in await session.execute(
            select(Customer.id, Customer.name).where(
                Customer.corp_id == corp_id, Customer.id.in_(list(persons))
            )
        )
    }
    renamed = {i for i, person in persons.items() if known.get(i) != person.name}
    await session.execute(
        _WRITE_PERSONS,
        {
            "corp_id": corp_id,
            "ids": list(persons),
            "names": [person.name for person in persons.values()],
            "sorts": [sort_key(p.name) if i in renamed else None for i, p in persons.items()],
            "grams": [
                SEPARATOR.join(grams(p.name)) if i in renamed else None for i, p in persons.items()
            ],
            "avatars": [person.avatar for person in persons.values()],
            "genders": [person.gender for person in persons.values()],
            "platforms": [person.platform for person in persons.values()],
            "companies": [person.company for person in persons.values()],
        },
    )
    unionids = [(person.unionid, i, None) for i, person in persons.items() if person.unionid]
    await _identify(session, corp_id, "unionid", unionids)
    return renamed


async def write_phones(
    session: AsyncSession, vault: Vault, corp_id: int, phones: dict[int, tuple[str, ...]]
) -> None:
    """Keep phone numbers sealed; they are found again by their keyed hash."""
    rows = [
        (vault.fingerprint(phone), customer_id, vault.seal(phone, PHONE_CONTEXT))
        for customer_id, numbers in phones.items()
        for phone in numbers
        if phone
    ]
    gone = await suppressions.withdrawn_among(session, corp_id, (value for value, _, _ in rows))
    rows = [row for row in rows if row[0] not in gone]
    await _identify(session, corp_id, "phone", rows)


async def _identify(
    session: AsyncSession,
    corp_id: int,
    kind: str,
    rows: Sequence[tuple[str, int, bytes | None]],
) -> None:
    """Keep (value, customer id, sealed) of one kind; an external id must be new.

    Others that somebody else has stay his until `people/persons` has looked at both.
    """
    if rows:
        await session.execute(
            _NEW_IDENTITIES if kind == EXTERNAL else _MORE_IDENTITIES,
            {
                "corp_id": corp_id,
                "kind": kind,
                "values": [value for value, _, _ in rows],
                "ids": [customer_id for _, customer_id, _ in rows],
                "sealed": [sealed for _, _, sealed in rows],
            },
        )
        if kind != EXTERNAL:
            values, ids = [value for value, _, _ in rows], [i for _, i, _ in rows]
            await wait(session, corp_id, kind, values, ids)


async def remember_firsts(
    session: AsyncSession, corp_id: int, touches: Iterable[Touch]
) -> dict[int, First]:
    """Keep the oldest true add of each person; returns which one that is now."""
    oldest: dict[int, Touch] = {}
    for touch in touches:
        known = oldest.get(touch.customer_id)
        if known is None or touch.at < known.at:
            oldest[touch.customer_id] = touch
    if not oldest:
        return {}
    rows = await session.execute(
        _FIRSTS,
        {
            "corp_id": corp_id,
            "ids": list(oldest),
            "times": [touch.at for touch in oldest.values()],
            "members": [touch.staff_id for touch in oldest.values()],
            "ways": [touch.way for touch in oldest.values()],
            "channels": [touch.channel for touch in oldest.values()],
        },
    )
    return {row.id: First(row.at, row.staff_id) for row in rows}


async def reckon_states(session: AsyncSession, corp_id: int, ids: Iterable[int]) -> None:
    """Set each person's state from his relations: friend, half, or lost when none lives."""
    await session.execute(_RECKON_STATES, {"corp_id": corp_id, "ids": sorted(set(ids))})


async def refresh_grams(session: AsyncSession, corp_id: int, ids: Iterable[int]) -> None:
    """Make persons findable by their name and by every remark of theirs."""
    wanted = sorted(set(ids))
    if not wanted:
        return
    remarks = func.array_remove(func.array_agg(Follow.remark), "")
    rows = await session.execute(
        select(Customer.id, Customer.name, remarks)
        .join(Follow, (Follow.corp_id == Customer.corp_id) & (Follow.customer_id == Customer.id))
        .where(Customer.corp_id == corp_id, Customer.id.in_(wanted))
        .group_by(Customer.id, Customer.name)
    )
    found = {customer_id: grams(name, *given) for customer_id, name, given in rows}
    await session.execute(
        _GRAMS,
        {
            "corp_id": corp_id,
            "ids": list(found),
            "grams": [SEPARATOR.join(tokens) for tokens in found.values()],
        },
    )
