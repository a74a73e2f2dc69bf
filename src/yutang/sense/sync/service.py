"""Read a corp from WeCom, chunk by chunk; each chunk is a transaction of its own."""

from collections.abc import Sequence
from datetime import datetime

import structlog

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.sense.translating import (
    department_facts,
    member_facts,
    person,
    read_library,
    relation_facts,
)
from yutang.wecom.client import WeCom
from yutang.wecom.customers import CustomerRow

log = structlog.get_logger(__name__)


async def sync_corp(runtime: Runtime, corp_id: int) -> int:
    """Read everything; safe to repeat and to interrupt. Returns how many relations were read."""
    client = await corps.connect(runtime, corp_id)
    await _sync_directory(runtime, corp_id, client)
    library = await read_library(client)
    async with runtime.database.owner() as session:
        await tags.mirror_library(session, corp_id, library, runtime.clock())
    accounts = sorted(await client.customers.follow_user_list())
    read = 0
    asked_at = runtime.clock()
    async for page in client.customers.batch_by_user(accounts):
        await _record_page(runtime, corp_id, page.external_contact_list, asked_at)
        # The next page is asked for when this one is written.
        asked_at = runtime.clock()
        read += len(page.external_contact_list)
    async with runtime.database.owner() as session:
        await corps.record_sync(session, corp_id, runtime.clock())
    log.info("sync.done", corp_id=corp_id, relations=read)
    return read


async def _sync_directory(runtime: Runtime, corp_id: int, client: WeCom) -> None:
    departments = [department_facts(found) for found in await client.contacts.departments()]
    members = {}
    for department in departments:
        for user in await client.contacts.users(department.id):
            members[user.userid.lower()] = member_facts(user)
    async with runtime.database.owner() as session:
        await staff.mirror_departments(session, corp_id, departments)
        await staff.record_members(session, corp_id, list(members.values()))


async def _record_page(
    runtime: Runtime, corp_id: int, page: Sequence[CustomerRow], asked_at: datetime
) -> None:
    """One page of relations. The same customer may stand in it once per member: one at a time."""
    left = list(page)
    while left:
        now_ids: set[str] = set()
        wave: list[CustomerRow] = []
        rest: list[CustomerRow] = []
        for row in left:
            external_id = row.external_contact.external_userid
            (rest if external_id in now_ids else wave).append(row)
            now_ids.add(external_id)
        async with runtime.database.owner() as session:
            await customers.record_arrivals(
                session,
                runtime.vault,
                corp_id,
                [_seen(row) for row in wave],
                asked_at,
            )
        left = rest


def _seen(row: CustomerRow) -> Arrival:
    facts = relation_facts(row.follow_info)
    return Arrival(
        account=row.follow_info.userid,
        external_id=row.external_contact.external_userid,
        half=False,
        at=facts.added_at,
        channel=facts.channel,
        source="sync",
        person=person(row.external_contact),
        facts=facts,
        seen=True,
    )
