"""Statements that write many relations at once; used by the service only."""

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, case, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import table_of
from yutang.kernel.vault import Vault

from .models import Customer, CustomerIdentity, CustomerOrdinal, Follow
from .naming import grams, sort_key
from .repository import EXTERNAL, CustomerRepository
from .schemas import Person

PHONE_CONTEXT = "customer_identities.phone"

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
    await session.execute(insert(CustomerOrdinal).values(corp_id=corp_id).on_conflict_do_nothing())
    next_id = await session.scalar(
        select(CustomerOrdinal.next_id).where(CustomerOrdinal.corp_id == corp_id).with_for_update()
    )
    known = await repository.ids(wanted)
    missing = [external_id for external_id in wanted if external_id not in known]
    fresh = {external_id: (next_id or 1) + i for i, external_id in enumerate(missing)}
    if not fresh:
        return known
    await session.execute(
        update(CustomerOrdinal)
        .where(CustomerOrdinal.corp_id == corp_id)
        .values(next_id=(next_id or 1) + len(fresh))
    )
    await session.execute(
        insert(Customer),
        [
            {
                "corp_id": corp_id,
                "id": customer_id,
                "state": "visitor",
                "name": "",
                "name_sort": "",
                "grams": [],
            }
            for customer_id in fresh.values()
        ],
    )
    await session.execute(
        insert(CustomerIdentity),
        [
            {"corp_id": corp_id, "kind": EXTERNAL, "value": value, "customer_id": customer_id}
            for value, customer_id in fresh.items()
        ],
    )
    return known | fresh


async def write_persons(session: AsyncSession, corp_id: int, persons: dict[int, Person]) -> None:
    """Write names and faces as WeCom tells them; a unionid is kept as one more identity."""
    if not persons:
        return
    table = table_of(Customer)
    await (await session.connection()).execute(
        update(table)
        .where(table.c.corp_id == corp_id, table.c.id == bindparam("customer_id"))
        .values(
            name=bindparam("new_name"),
            name_sort=bindparam("new_sort"),
            grams=bindparam("new_grams"),
            avatar=bindparam("new_avatar"),
            gender=bindparam("new_gender"),
            platform=bindparam("new_platform"),
            company=bindparam("new_company"),
            updated_at=func.now(),
        ),
        [
            {
                "customer_id": customer_id,
                "new_name": person.name,
                "new_sort": sort_key(person.name),
                "new_grams": grams(person.name),
                "new_avatar": person.avatar,
                "new_gender": person.gender,
                "new_platform": person.platform,
                "new_company": person.company,
            }
            for customer_id, person in persons.items()
        ],
    )
    unionids = [
        {
            "corp_id": corp_id,
            "kind": "unionid",
            "value": person.unionid,
            "customer_id": customer_id,
        }
        for customer_id, person in persons.items()
        if person.unionid
    ]
    if unionids:
        await session.execute(insert(CustomerIdentity).on_conflict_do_nothing(), unionids)


async def write_phones(
    session: AsyncSession, vault: Vault, corp_id: int, phones: dict[int, tuple[str, ...]]
) -> None:
    """Keep phone numbers sealed; they are found again by their keyed hash."""
    rows = [
        {
            "corp_id": corp_id,
            "kind": "phone",
            "value": vault.fingerprint(phone),
            "customer_id": customer_id,
            "sealed": vault.seal(phone, PHONE_CONTEXT),
        }
        for customer_id, numbers in phones.items()
        for phone in numbers
        if phone
    ]
    if rows:
        await session.execute(insert(CustomerIdentity).on_conflict_do_nothing(), rows)


async def write_follows(session: AsyncSession, rows: Sequence[dict[str, object]]) -> None:
    """Insert or move relations to a new state; news older than the last change is ignored.

    At an equal second a half add never undoes a whole one.
    """
    if not rows:
        return
    statement = insert(Follow)
    new = statement.excluded
    living = Follow.state == "friend"
    begins = (new.state == "friend") | (new.state == "half")
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["corp_id", "customer_id", "staff_id"],
            set_={
                "state": new.state,
                "changed_at": new.changed_at,
                # A friendship seen again keeps its date, and so does one that ends.
                "added_at": case((living | ~begins, Follow.added_at), else_=new.added_at),
                "add_way": func.coalesce(new.add_way, Follow.add_way),
                "channel": func.coalesce(new.channel, Follow.channel),
                "operator": func.coalesce(new.operator, Follow.operator),
            },
            where=(Follow.changed_at <= new.changed_at)
            & ~(living & (new.state == "half") & (Follow.changed_at == new.changed_at)),
        ),
        list(rows),
    )


async def reckon_states(session: AsyncSession, corp_id: int, ids: Iterable[int]) -> None:
    """Set each person's state from his relations: friend, half, or lost when none lives."""
    await session.execute(_RECKON_STATES, {"corp_id": corp_id, "ids": sorted(set(ids))})


async def refresh_grams(session: AsyncSession, corp_id: int, ids: Iterable[int]) -> None:
    """Make persons with remarks findable by them too, not only by their names."""
    rows = await session.execute(
        select(Customer.id, Customer.name, func.array_agg(Follow.remark))
        .join(Follow, (Follow.corp_id == Customer.corp_id) & (Follow.customer_id == Customer.id))
        .where(Customer.corp_id == corp_id, Customer.id.in_(sorted(set(ids))), Follow.remark != "")
        .group_by(Customer.id, Customer.name)
    )
    found = [
        {"customer_id": customer_id, "new_grams": grams(name, *remarks)}
        for customer_id, name, remarks in rows
    ]
    if found:
        table = table_of(Customer)
        await (await session.connection()).execute(
            update(table)
            .where(table.c.corp_id == corp_id, table.c.id == bindparam("customer_id"))
            .values(grams=bindparam("new_grams")),
            found,
        )
