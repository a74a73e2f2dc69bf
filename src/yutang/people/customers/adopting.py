"""A lead who is added on WeCom: the same person, by an id that WeCom shows and we knew before."""

from collections.abc import Iterable, Iterator

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import array_text
from yutang.kernel.vault import Vault

from .schemas import Arrival

# Who has an id of WeCom already, or another unionid, is somebody else: `people/persons` tells.
_FOUND = text(
    """
    select distinct on (v.external) v.external, i.customer_id
    from unnest(cast(:externals as text[]), cast(:kinds as text[]), cast(:values as text[]),
                cast(:unionids as text[])) with ordinality as v(external, kind, value, unionid, nth)
    cross join lateral (
      select k.customer_id from customer_identities k
      where k.corp_id = :corp_id and k.kind = v.kind and k.value = v.value offset 0) i
    join customers c on c.corp_id = :corp_id and c.id = i.customer_id
    where not exists (select from customer_identities e where e.corp_id = :corp_id
                      and e.kind = 'external' and e.value = v.external)
      and not exists (select from customer_identities e where e.corp_id = :corp_id
                      and e.customer_id = i.customer_id and e.kind = 'external')
      and not exists (select from customer_identities e where e.corp_id = :corp_id
                      and e.customer_id = i.customer_id and e.kind = 'unionid'
                      and e.value <> v.unionid)
      and not exists (select from identity_decisions d where d.corp_id = :corp_id
                      and d.key = v.kind || ':' || v.value and d.kind = 'shared'
                      and d.undone_at is null)
    order by v.external, v.nth
    """
)
_LOCK = text("select next_id from customer_ordinals where corp_id = :corp_id for update")
_ADOPT = text(
    """
    insert into customer_identities (corp_id, kind, value, customer_id)
    select distinct on (v.customer_id) :corp_id, 'external', v.external, v.customer_id
    from unnest(cast(:externals as text[]), cast(:customers as bigint[]))
      as v(external, customer_id)
    order by v.customer_id, v.external
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


async def adopt(
    session: AsyncSession, vault: Vault, corp_id: int, arrivals: Iterable[Arrival]
) -> None:
    """Give WeCom's ids to those who are known by another id shown beside them and have none yet.

    So a lead who is added becomes a friend with the number that he had.
    """
    told = [
        (one.external_id, kind, value, (one.person.unionid if one.person else None) or "")
        for one in arrivals
        for kind, value in _shown(vault, one)
    ]
    if not told:
        return
    asked = {
        "corp_id": corp_id,
        "externals": array_text([external for external, _, _, _ in told]),
        "kinds": array_text([kind for _, kind, _, _ in told]),
        "values": array_text([value for _, _, value, _ in told]),
        "unionids": array_text([unionid for _, _, _, unionid in told]),
    }
    if not (await session.execute(_FOUND, asked)).all():
        return
    # Whoever makes people waits; what was found may be another's by now.
    await session.execute(_LOCK, {"corp_id": corp_id})
    found = (await session.execute(_FOUND, asked)).all()
    await session.execute(
        _ADOPT,
        {
            "corp_id": corp_id,
            "externals": array_text([row.external for row in found]),
            "customers": [row.customer_id for row in found],
        },
    )


def _shown(vault: Vault, arrival: Arrival) -> Iterator[tuple[str, str]]:
    if arrival.person is not None and arrival.person.unionid:
        yield "unionid", arrival.person.unionid
    if arrival.facts is not None:
        yield from (("phone", vault.fingerprint(one)) for one in arrival.facts.phones if one)


async def wait(
    session: AsyncSession, corp_id: int, kind: str, values: list[str], ids: list[int]
) -> None:
    """Remember ids that WeCom shows of these people and that stand at others, to be settled."""
    asked = {"corp_id": corp_id, "kind": kind, "values": array_text(values), "ids": ids}
    await session.execute(_WAIT, asked)
