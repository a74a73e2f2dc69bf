"""What members and persons are in groups, by our own word: staff are staff, customers customers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append
from yutang.people.customers import service as customers
from yutang.people.staff import service as staff

from .detail import demand_group
from .errors import CustomerRoleError, StaffRoleError, UnknownInsiderError, UnknownMemberError
from .events import GroupRolesChanged
from .schemas import OwnRole

CUSTOMERS: Final = frozenset({"core"})
"""Roles of customers; a person without one is a plain customer."""
_MEMBERS = text(
    """
    select distinct on (m.member) m.member, m.staff_id, m.customer_id, r.role,
           i.staff_id is not null as is_insider
    from group_members m
    left join group_roles r
      on r.corp_id = m.corp_id and r.group_id = m.group_id and r.member = m.member
    left join group_insiders i on i.corp_id = m.corp_id and i.customer_id = m.customer_id
    where m.corp_id = :corp_id and m.group_id = :group_id
      and m.member = any(cast(:members as text[]))
    order by m.member, m.joined_at desc
    """
)
_SET = text(
    """
    insert into group_roles (corp_id, group_id, member, staff_id, customer_id, role, set_by, set_at)
    select :corp_id, :group_id, v.member, v.staff_id, v.customer_id, :role, :by, :now
    from unnest(cast(:members as text[]), cast(:staff as bigint[]), cast(:customers as bigint[]))
      as v(member, staff_id, customer_id)
    on conflict (corp_id, group_id, member) do update
    set role = excluded.role, staff_id = excluded.staff_id, customer_id = excluded.customer_id,
        set_by = excluded.set_by, set_at = excluded.set_at
    """
)
_UNSET = text(
    """
    delete from group_roles
    where corp_id = :corp_id and group_id = :group_id and member = any(cast(:members as text[]))
    """
)
_INSIDER = text(
    """
    insert into group_insiders as i (corp_id, customer_id, staff_id, set_by, set_at)
    values (:corp_id, :customer_id, :staff_id, :by, :now)
    on conflict (corp_id, customer_id) do update
    set staff_id = excluded.staff_id, set_by = excluded.set_by, set_at = excluded.set_at
    where i.staff_id <> excluded.staff_id
    returning staff_id
    """
)
_NO_INSIDER = text(
    "delete from group_insiders where corp_id = :corp_id and customer_id = :customer_id"
    " returning staff_id"
)
_NO_CUSTOMER = text(
    "delete from group_roles where corp_id = :corp_id and customer_id = :customer_id"
    " returning group_id"
)


async def set_roles(
    session: AsyncSession,
    corp_id: int,
    group_id: int,
    members: Sequence[str],
    role: OwnRole | None,
    actor: str,
    now: datetime,
) -> int:
    """Say what these are in the group; None takes it back. Returns of how many it changed.

    Raises UnknownGroupError, UnknownMemberError, StaffRoleError, CustomerRoleError; then nothing
    is changed.
    """
    await demand_group(session, corp_id, group_id)
    wanted = sorted(set(members))
    keys = {"corp_id": corp_id, "group_id": group_id}
    rows = (await session.execute(_MEMBERS, {**keys, "members": wanted})).all()
    if missing := set(wanted) - {row.member for row in rows}:
        raise UnknownMemberError(min(missing))
    for row in rows:
        _check(row, role)
    changed = [row for row in rows if row.role != role]
    if not changed:
        return 0
    values = {**keys, "members": [row.member for row in changed]}
    if role is None:
        await session.execute(_UNSET, values)
    else:
        values |= {
            "staff": [row.staff_id for row in changed],
            "customers": [row.customer_id for row in changed],
        }
        await session.execute(_SET, {**values, "role": role, "by": actor, "now": now})
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="groups.roles_set",
        target=f"group_chat:{group_id}",
        # By our own numbers: the audit outlives persons.
        before={_named(row): row.role for row in changed},
        after={_named(row): role for row in changed},
    )
    event = GroupRolesChanged(group_id=group_id, role=role, members=len(changed))
    told = NewEvent(customer_id=None, at=now, actor=actor, source="api", event=event)
    await append(session, corp_id, [told])
    return len(changed)


def _check(row: Row[Any], role: OwnRole | None) -> None:
    if role is None:
        return
    if role in CUSTOMERS and (row.staff_id is not None or row.is_insider):
        raise CustomerRoleError(row.member, role)
    if role not in CUSTOMERS and row.staff_id is None:
        raise StaffRoleError(row.member, role)


def _named(row: Row[Any]) -> str:
    if row.staff_id is not None:
        return f"staff:{row.staff_id}"
    return f"customer:{row.customer_id}"


async def set_insider(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    staff_id: int | None,
    actor: str,
    now: datetime,
) -> None:
    """Say whose own WeChat this customer is; he then loses the roles of customers everywhere.

    Raises UnknownCustomerError, UnknownInsiderError.
    """
    await customers.demand_known(session, corp_id, customer_id)
    keys: dict[str, Any] = {"corp_id": corp_id, "customer_id": customer_id}
    lost: list[int] = []
    if staff_id is None:
        changed = await session.scalar(_NO_INSIDER, keys)
    else:
        if not await staff.staff_by_ids(session, corp_id, [staff_id]):
            raise UnknownInsiderError(staff_id)
        values = {**keys, "staff_id": staff_id, "by": actor, "now": now}
        changed = await session.scalar(_INSIDER, values)
        lost = sorted(await session.scalars(_NO_CUSTOMER, keys))
    if changed is None and not lost:
        return
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="groups.insider_set",
        target=f"customer:{customer_id}",
        after={"staff_id": staff_id, "roles_lost_in": lost},
    )
