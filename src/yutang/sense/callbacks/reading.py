"""What must be asked of WeCom before a batch of callbacks can be written."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from yutang.people.staff.schemas import DepartmentFacts, Member
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagGroupFacts
from yutang.sense.translating import department_facts, member_facts
from yutang.wecom.client import WeCom
from yutang.wecom.customers import CustomerDetail
from yutang.wecom.errors import (
    NotFriendError,
    UnknownCustomerError,
    UnknownOutcomeError,
    UnknownStaffError,
    UnreachableError,
)
from yutang.wecom.events import (
    CustomerAdded,
    CustomerEdited,
    CustomerHalfAdded,
    DepartmentChanged,
    Event,
    StaffChanged,
    TagChanged,
)

PASSING = (UnreachableError, UnknownOutcomeError, OSError)
"""WeCom gave no answer, or was not asked for lack of quota; nothing says that the row is bad."""


@dataclass(slots=True)
class Readings:
    """WeCom's answers for one batch; a customer it does not show is None."""

    customers: dict[str, CustomerDetail | None] = field(default_factory=dict)
    members: dict[str, Member | None] = field(default_factory=dict)
    library: list[TagGroupFacts] | None = None
    departments: list[DepartmentFacts] | None = None
    unread: dict[str, Exception] = field(default_factory=dict)
    """Customers of whom WeCom told nothing at all, by external id: no quota, no answer."""


async def read_for(
    client: WeCom, events: Iterable[Event], known: Mapping[str, CustomerDetail]
) -> Readings:
    """Ask once for each customer, member and library that the batch speaks of.

    Customers who are `known` by external id are not asked for. Raises an ExceptionGroup of what
    WeCom says or does not say else.
    """
    readings = Readings(customers=dict(known))
    customers: dict[str, None] = {}
    members: dict[str, None] = {}
    library = departments = False
    for event in events:
        if isinstance(event, CustomerAdded | CustomerHalfAdded | CustomerEdited):
            customers[event.external_userid] = None
        elif isinstance(event, StaffChanged) and event.change != "delete_user":
            members[event.new_userid or event.userid] = None
        elif isinstance(event, TagChanged):
            library = True
        elif isinstance(event, DepartmentChanged):
            departments = True

    async def member(account: str) -> None:
        readings.members[account] = await read_member(client, account)

    async with asyncio.TaskGroup() as group:
        for external_id in customers.keys() - known.keys():
            group.create_task(_read_into(readings, client, external_id))
        for account in members:
            group.create_task(member(account))
    if library:
        readings.library = await tags.fetch_library(client)
    if departments:
        readings.departments = [
            department_facts(found) for found in await client.contacts.departments()
        ]
    return readings


async def _read_into(readings: Readings, client: WeCom, external_id: str) -> None:
    try:
        readings.customers[external_id] = await read_customer(client, external_id)
    except PASSING as error:
        readings.unread[external_id] = error


async def read_customer(client: WeCom, external_id: str) -> CustomerDetail | None:
    """The customer, or None where WeCom shows him to nobody (84061, 40096)."""
    try:
        return await client.customers.get(external_id)
    except (NotFriendError, UnknownCustomerError):
        return None


async def read_member(client: WeCom, account: str) -> Member | None:
    """The member, or None when he is gone."""
    try:
        return member_facts(await client.contacts.user(account))
    except UnknownStaffError:
        return None
