"""A lead who is added on WeCom: the same person, by an id that WeCom shows and we knew before."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import array_text
from yutang.kernel.vault import Vault

from .schemas import Arrival

# Who has an id of WeCom already, or another unionid, is somebody else: `people/persons` tells. Each
# is a look by key of its own: joined, all of WeCom's ids would be read as long as nothing is known
# of how many there are.
_FOUND = text(
    """
    select v.external, i.customer_id
    from unnest(cast(:externals as text[]), cast(:kinds as text[]), cast(:values as text[]),
                cast(:unionids as text[])) with ordinality as v(external, kind, value, unionid, nth)
    cross join lateral (
      select k.customer_id from customer_identities k
      where k.corp_id = :corp_id and k.kind = v.kind and k.value = v.value offset 0) i
    cross join lateral (
      select from customers c where c.corp_id = :corp_id and c.id = i.customer_id offset 0) c
    left join lateral (
      select true as known from customer_identities e
      where e.corp_id = :corp_id and e.kind = 'external' and e.value = v.external
      offset 0) x on true
    left join lateral (
      select bool_or(e.kind = 'external' or e.value <> v.unionid) as another
      from customer_identities e
      where e.corp_id = :corp_id and e.customer_id = i.customer_id
        and e.kind in ('external', 'unionid') offset 0) o on true
    left join lateral (
      select bool_or(true) as shared from identity_decisions d
      where d.corp_id = :corp_id and d.key = v.kind || ':' || v.value and d.kind = 'shared'
        and d.undone_at is null offset 0) s on true
    where x.known is null and o.another is not true and s.shared is null
    order by v.nth
    """
)
# Most who are met are known by nothing: the one look that tells so.
_HELD = text(
    """
    select v.nth from unnest(cast(:kinds as text[]), cast(:values as text[]))
      with ordinality as v(kind, value, nth)
    cross join lateral (
      select from customer_identities k
      where k.corp_id = :corp_id and k.kind = v.kind and k.value = v.value offset 0) i
    """
)
# Whom a reading or a callback made has an id of WeCom, and is nobody to be adopted.
_RELATED = text(
    """
    select count(*) from customers
    where corp_id = :corp_id and id >= :first and id < :end and state in ('friend', 'half', 'lost')
    """
)
_LOCK = text("select next_id from customer_ordinals where corp_id = :corp_id for update")
_ADOPT = text(
    """
    insert into customer_identities (corp_id, kind, value, customer_id)
    select :corp_id, 'external', v.external, v.customer_id
    from unnest(cast(:externals as text[]), cast(:customers as bigint[]))
      as v(external, customer_id)
    order by v.external
    on conflict do nothing
    """
)
_WAIT = text(
    """
    insert into identity_waiting (corp_id, a, b, at)
    select :corp_id, 'external:' || e.value, :kind || ':' || v.value, now()
    from unnest(cast(:values as text[]), cast(:ids as bigint[])) as v(value, customer_id)
    cross join lateral (
      select k.customer_id from customer_identities k
      where k.corp_id = :corp_id and k.kind = :kind and k.value = v.value offset 0) i
    join customer_identities e on e.corp_id = :corp_id and e.customer_id = v.customer_id
                              and e.kind = 'external'
    where i.customer_id <> v.customer_id
    on conflict do nothing
    """
)


MOST_LOOKED_AT: Final = 10_000
"""More who are new are not gone through: whether one of them can be adopted is asked of his ids."""


class Shown(NamedTuple):
    """An id that WeCom shows of somebody: of several the first that is known says who he is."""

    external: str
    kind: str
    value: str
    unionid: str


async def adopt(
    session: AsyncSession, vault: Vault, corp_id: int, arrivals: Iterable[Arrival]
) -> None:
    """Give WeCom's ids to those who are known by another id shown beside them and have none yet.

    So a lead who is added becomes a friend with the number that he had.
    """
    told = [
        one
        for arrival in arrivals
        for one in shown_of(
            vault,
            arrival.external_id,
            arrival.person.unionid if arrival.person is not None else None,
            arrival.facts.phones if arrival.facts is not None else (),
        )
    ]
    if not told or not await _find(session, corp_id, told):
        return
    # Whoever makes people waits; what was found may be another's by now.
    await session.execute(_LOCK, {"corp_id": corp_id})
    await _adopt(session, corp_id, told)


async def adopt_strangers(
    session: AsyncSession, corp_id: int, told: Sequence[Shown]
) -> dict[str, int]:
    """The same for people of whose WeCom ids none is known; their customers by WeCom's id.

    Needs the corp's ordinal locked.
    """
    asked = {
        "corp_id": corp_id,
        "kinds": array_text([one.kind for one in told]),
        "values": array_text([one.value for one in told]),
    }
    held = sorted(await session.scalars(_HELD, asked))
    return await _adopt(session, corp_id, [told[nth - 1] for nth in held]) if held else {}


async def all_related(session: AsyncSession, corp_id: int, first: int, end: int) -> bool:
    """Whether WeCom knows everybody with a number from `first` to before `end`.

    False where that would take long to say.
    """
    if end - first > MOST_LOOKED_AT:
        return False
    asked = {"corp_id": corp_id, "first": first, "end": end}
    return first >= end or await session.scalar(_RELATED, asked) == end - first


def shown_of(
    vault: Vault, external: str, unionid: str | None, phones: Iterable[str]
) -> Iterator[Shown]:
    """What one relation shows of its person."""
    known = unionid or ""
    if known:
        yield Shown(external, "unionid", known, known)
    for phone in phones:
        if phone:
            yield Shown(external, "phone", vault.fingerprint(phone), known)


async def _adopt(session: AsyncSession, corp_id: int, told: Sequence[Shown]) -> dict[str, int]:
    found: dict[str, int] = {}
    taken: set[int] = set()
    # Whoever was told of first is the one; of the other it is left to be settled (`wait`).
    for external, customer_id in await _find(session, corp_id, told):
        if external not in found and customer_id not in taken:
            found[external] = customer_id
            taken.add(customer_id)
    if found:
        asked = {
            "corp_id": corp_id,
            "externals": array_text(list(found)),
            "customers": list(found.values()),
        }
        await session.execute(_ADOPT, asked)
    return found


async def _find(
    session: AsyncSession, corp_id: int, told: Sequence[Shown]
) -> list[tuple[str, int]]:
    """Who of the told ones could be whom, in the order in which they were told."""
    asked = {
        "corp_id": corp_id,
        "externals": array_text([one.external for one in told]),
        "kinds": array_text([one.kind for one in told]),
        "values": array_text([one.value for one in told]),
        "unionids": array_text([one.unionid for one in told]),
    }
    rows = await session.execute(_FOUND, asked)
    return [(row.external, row.customer_id) for row in rows]


async def wait(
    session: AsyncSession, corp_id: int, kind: str, values: list[str], ids: list[int]
) -> None:
    """Remember ids that WeCom shows of these people and that stand at others, to be settled."""
    asked = {"corp_id": corp_id, "kind": kind, "values": array_text(values), "ids": ids}
    await session.execute(_WAIT, asked)
