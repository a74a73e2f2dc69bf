"""Read a corp from WeCom, chunk by chunk; each chunk is a transaction of its own."""

from collections.abc import Sequence
from datetime import datetime

import structlog

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival
from yutang.people.gateway import service as gateway
from yutang.people.gateway.schemas import Run
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.sense.translating import (
    department_facts,
    member_facts,
    person,
    read_library,
    relation_facts,
)
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.client import WeCom
from yutang.wecom.customers import CustomerRow
from yutang.wecom.errors import WeComError

log = structlog.get_logger(__name__)


BATCH = 100
"""Members whose customers one call reads; the place of a run is between two such batches."""
KIND = "sync.corp"
PATH = "/cgi-bin/externalcontact/batch/get_by_user"


async def sync_corp(runtime: Runtime, corp_id: int, asked_by: str = "system") -> int:
    """Read everything, as a bulk run: one that was interrupted goes on at its batch of members.

    Safe to repeat. Returns how many relations were read since it was taken up. Raises
    NoQuotaError (the run waits for its quota) and what else WeCom refuses (the run failed).
    """
    client = await corps.connect(runtime, corp_id, urgency=Urgency.BULK)
    try:
        await _sync_directory(runtime, corp_id, client)
        library = await read_library(client)
        async with runtime.database.owner() as session:
            await tags.mirror_library(session, corp_id, library, runtime.clock())
        accounts = sorted(await client.customers.follow_user_list())
    except NoQuotaError:
        raise
    except WeComError as error:
        await _fail(runtime, await _begin(runtime, corp_id, asked_by), error)
        raise
    run = await _begin(runtime, corp_id, asked_by, len(accounts))
    try:
        read = await _sync_customers(runtime, run, client, accounts)
    except NoQuotaError:
        # It is still running: the job comes back when there is quota.
        raise
    except WeComError as error:
        await _fail(runtime, run, error)
        raise
    async with runtime.database.owner() as session:
        await corps.record_sync(session, corp_id, runtime.clock())
        await gateway.end(session, run, runtime.clock())
    log.info("sync.done", corp_id=corp_id, relations=read)
    return read


async def _begin(runtime: Runtime, corp_id: int, asked_by: str, total: int | None = None) -> Run:
    async with runtime.database.owner() as session:
        return await gateway.begin_or_resume(
            session,
            corp_id,
            KIND,
            path=PATH,
            asked_by=asked_by,
            now=runtime.clock(),
            total=total,
        )


async def _fail(runtime: Runtime, run: Run, error: WeComError) -> None:
    async with runtime.database.owner() as session:
        await gateway.fail(session, run, str(error), runtime.clock())


async def _sync_customers(
    runtime: Runtime, run: Run, client: WeCom, accounts: Sequence[str]
) -> int:
    """Read batch after batch; the place is the last member's account, so new members fit in."""
    after = str(run.cursor.get("after", ""))
    left = [account for account in accounts if account > after]
    read = 0
    for start in range(0, len(left), BATCH):
        batch = left[start : start + BATCH]
        calls = 0
        asked_at = runtime.clock()
        async for page in client.customers.batch_by_user(batch):
            await _record_page(runtime, run.corp_id, page.external_contact_list, asked_at)
            # The next page is asked for when this one is written.
            asked_at = runtime.clock()
            read += len(page.external_contact_list)
            calls += 1
        async with runtime.database.owner() as session:
            run = await gateway.advance(
                session,
                run,
                {"after": batch[-1]},
                runtime.clock(),
                done=len(batch),
                calls=calls,
            )
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
