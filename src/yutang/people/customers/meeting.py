"""Persons met in groups: nobody's friends, most of them, known by WeCom's id and a name alone."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.suppressions import service as suppressions

from .adopting import wait
from .naming import grams, sort_key
from .recording import SEPARATOR, ensure_customers
from .repository import EXTERNAL

_KNOWN = text(
    """
    select c.id, c.name, c.state from customers c
    where c.corp_id = :corp_id and c.id = any(cast(:ids as bigint[]))
      and not exists (select from follows f
                      where f.corp_id = c.corp_id and f.customer_id = c.id)
    """
)
_NAME = text(
    """
    update customers c
    set name = v.name, name_sort = v.sort, grams = string_to_array(v.grams, chr(31)),
        platform = v.platform, updated_at = now()
    from unnest(cast(:ids as bigint[]), cast(:names as text[]), cast(:sorts as text[]),
                cast(:grams as text[]), cast(:platforms as text[]))
      as v(id, name, sort, grams, platform)
    where c.corp_id = :corp_id and c.id = v.id
    """
)
_UNIONIDS = text(
    """
    insert into customer_identities (corp_id, kind, value, customer_id)
    select :corp_id, 'unionid', v.value, v.customer_id
    from unnest(cast(:values as text[]), cast(:ids as bigint[])) as v(value, customer_id)
    on conflict do nothing
    """
)
# Whoever has, or had, a member as a friend keeps the state that his relations say. Who left his
# last group is what he was: somebody from a list of ours, or one who came by.
_SETTLE = text(
    """
    with wanted as (
      select c.id, c.state,
        case when exists (select from group_members m
                          where m.corp_id = c.corp_id and m.customer_id = c.id
                            and m.left_at is null) then 'group_member'
             when exists (select from customer_identities i
                          where i.corp_id = c.corp_id and i.customer_id = c.id
                            and i.kind in ('phone', 'member_number')) then 'lead'
             else 'visitor' end as becomes
      from customers c
      where c.corp_id = :corp_id and c.id = any(cast(:ids as bigint[]))
        and c.state in ('visitor', 'lead', 'group_member')
        and not exists (select from follows f
                        where f.corp_id = c.corp_id and f.customer_id = c.id)
    )
    update customers c set state = w.becomes, updated_at = now()
    from wanted w
    where c.corp_id = :corp_id and c.id = w.id and c.state <> w.becomes
      and (w.becomes = 'group_member' or w.state = 'group_member')
    """
)


@dataclass(frozen=True, slots=True)
class Met:
    """A person whom a group shows."""

    external_id: str
    name: str = ""
    unionid: str | None = None


async def erased_since(
    session: AsyncSession, vault: Vault, corp_id: int, external_ids: Iterable[str]
) -> dict[str, datetime]:
    """When those of these persons were erased who were: what began before is not stored again."""
    return await suppressions.since_of(session, vault, corp_id, EXTERNAL, external_ids)


async def meet(session: AsyncSession, corp_id: int, met: Collection[Met]) -> dict[str, int]:
    """Ids of these persons by WeCom's; unknown ones become customers, without a state yet.

    What WeCom calls nobody's friend is his name here too; a friend keeps the name that his
    relations brought.
    """
    if not met:
        return {}
    ids = await ensure_customers(session, corp_id, (one.external_id for one in met))
    told = {ids[one.external_id]: one for one in met}
    known = await session.execute(_KNOWN, {"corp_id": corp_id, "ids": list(told)})
    named = {
        row.id: one
        for row in known
        if (one := told[row.id]).name
        and row.name != one.name
        and (row.state != "lead" or not row.name)
    }
    if named:
        # Who locks rows in one order never waits in a ring.
        named = dict(sorted(named.items()))
        await session.execute(
            _NAME,
            {
                "corp_id": corp_id,
                "ids": list(named),
                "names": [one.name for one in named.values()],
                "sorts": [sort_key(one.name) for one in named.values()],
                "grams": [SEPARATOR.join(grams(one.name)) for one in named.values()],
                "platforms": [
                    "wecom" if one.external_id.startswith("wo") else "wechat"
                    for one in named.values()
                ],
            },
        )
    unionids = {one.unionid: customer_id for customer_id, one in told.items() if one.unionid}
    if unionids:
        values = {"values": list(unionids), "ids": list(unionids.values())}
        await session.execute(_UNIONIDS, {"corp_id": corp_id, **values})
        await wait(session, corp_id, "unionid", list(unionids), list(unionids.values()))
    return ids


async def settle_met(session: AsyncSession, corp_id: int, ids: Collection[int]) -> None:
    """Set the state of these persons from the groups they are in, unless relations say it."""
    if ids:
        await session.execute(_SETTLE, {"corp_id": corp_id, "ids": sorted(ids)})
