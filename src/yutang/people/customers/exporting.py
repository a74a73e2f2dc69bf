"""Many customers as rows of a table, a chunk at a time, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault

from .profile import mask_phone
from .recording import PHONE_CONTEXT


@dataclass(frozen=True, slots=True)
class SheetRow:
    """What a file tells of one customer; tags and fields are their domains' to tell."""

    id: int
    name: str
    state: str
    stage: str | None
    gender: int
    company: str
    birthday: date | None
    first_added_at: datetime | None
    last_active_at: datetime | None
    refused_at: datetime | None
    created_at: datetime
    owner_ids: list[int]
    """Of living relations, the oldest first."""
    remarks: list[str]
    identities: dict[str, list[str]] = field(default_factory=dict)
    """By kind; phones whole or masked, as asked."""


_PERSONS = text(
    """
    select c.id, c.name, c.state, c.stage, c.gender, c.company, c.birthday, c.first_added_at,
           c.last_active_at, c.marketing_refused_at, c.created_at,
           coalesce(f.owner_ids, '{}') as owner_ids, coalesce(f.remarks, '{}') as remarks
    from customers c
    left join lateral (
      select array_agg(staff_id order by added_at, staff_id) as owner_ids,
             array_agg(remark order by added_at, staff_id) filter (where remark <> '') as remarks
      from follows
      where corp_id = :corp_id and customer_id = c.id and state in ('half', 'friend')
    ) f on true
    where c.corp_id = :corp_id and c.id = any(cast(:ids as bigint[]))
    order by c.id
    """
)
_IDENTITIES = text(
    """
    select customer_id, kind, value, sealed from customer_identities
    where corp_id = :corp_id and customer_id = any(cast(:ids as bigint[]))
      and kind = any(cast(:kinds as text[]))
    order by customer_id, kind, created_at, value
    """
)


async def sheet_rows(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    customer_ids: Sequence[int],
    kinds: Collection[str],
    *,
    whole_phones: bool,
) -> list[SheetRow]:
    """These customers by id, with their identities of `kinds`; two queries.

    Phones are opened only to be told: whole, or masked.
    """
    asked = {"corp_id": corp_id, "ids": list(customer_ids), "kinds": sorted(kinds)}
    identities: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    if kinds:
        for row in await session.execute(_IDENTITIES, asked):
            told = row.value
            if row.kind == "phone":
                phone = vault.unseal(row.sealed, PHONE_CONTEXT)
                told = phone if whole_phones else mask_phone(phone)
            identities[row.customer_id][row.kind].append(told)
    return [
        SheetRow(
            id=row.id,
            name=row.name,
            state=row.state,
            stage=row.stage,
            gender=row.gender,
            company=row.company,
            birthday=row.birthday,
            first_added_at=row.first_added_at,
            last_active_at=row.last_active_at,
            refused_at=row.marketing_refused_at,
            created_at=row.created_at,
            owner_ids=row.owner_ids,
            remarks=row.remarks,
            identities=dict(identities.get(row.id, {})),
        )
        for row in await session.execute(_PERSONS, asked)
    ]
