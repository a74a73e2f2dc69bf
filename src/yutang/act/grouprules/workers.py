"""Numbers, counts, tasks and what WeCom shows of removals; safe to run twice."""

from typing import Final

import structlog
from sqlalchemy import text

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.tasks import service as tasks

from . import asking, breaches, chasing, counting, numbering
from .jobs import MindBreaches, MindGroupRules

log = structlog.get_logger(__name__)

_DONE: Final = "企业微信读到的已经对了"
_DROPPED: Final = "群规已更换，或群已不归他"
_REMOVED: Final = "企业微信回调：已移出群"
_FORGIVEN: Final = "不再需要"
_CORPS = text(
    """
    select distinct corp_id from group_rule_sets
    where deleted_at is null or deleted_at > now() - interval '1 day' order by 1
    """
)
_TO_REMOVE = text(
    "select distinct corp_id, customer_id from group_breaches where state = 'to_remove'"
    " and at > now() - interval '30 days' order by 1, 2 limit 1000"
)


@handles(MindGroupRules)
async def mind_group_rules(job: MindGroupRules, runtime: Runtime) -> None:
    """Give numbers and count nicknames first: what owners are asked for depends on them."""
    corp_id, now = job.corp_id, runtime.clock()
    async with runtime.database.owner() as session:
        await numbering.give_numbers(session, corp_id, now)
    async with runtime.database.owner() as session:
        given = await asking.ask_owners(session, corp_id, now)
    async with runtime.database.owner() as session:
        done, dropped = await asking.ended_tasks(session, corp_id)
    await tasks.end_tasks(runtime, corp_id, "done", done, _DONE)
    await tasks.end_tasks(runtime, corp_id, "drop", dropped, _DROPPED)
    counted = await counting.count_nicknames(runtime, corp_id)
    log.info("group_rules.minded", corp_id=corp_id, tasks=given, done=len(done), counted=counted)
    if given:
        tasks.forget_sums(runtime, corp_id)


@handles(MindBreaches)
async def mind_breaches(job: MindBreaches, runtime: Runtime) -> None:
    """Judge one person's breaches anew, see whether he was put out, give and close tasks."""
    corp_id, customer_id, now = job.corp_id, job.customer_id, runtime.clock()
    async with runtime.database.owner() as session:
        await session.execute(breaches.LOCK, {"corp_id": str(corp_id), "customer_id": customer_id})
        await session.execute(breaches.REFOLD, {"corp_id": corp_id, "customer_id": customer_id})
        await breaches.see_removals(session, corp_id, customer_id)
    async with runtime.database.owner() as session:
        await chasing.give_tasks(session, corp_id, customer_id, now)
    async with runtime.database.owner() as session:
        done, dropped = await chasing.ended_tasks(session, corp_id, customer_id)
    await tasks.end_tasks(runtime, corp_id, "done", done, _REMOVED)
    await tasks.end_tasks(runtime, corp_id, "drop", dropped, _FORGIVEN)
    tasks.forget_sums(runtime, corp_id)


@clocked("*/10 * * * *", "grouprules.look_after")
async def look_after(runtime: Runtime) -> None:
    """Readings bring other nicknames, groups and owners; a callback that was lost is found too."""
    async with runtime.database.owner() as session:
        corps = list(await session.scalars(_CORPS))
        await enqueue(session, *(MindGroupRules(corp_id=one) for one in corps))
        waiting = (await session.execute(_TO_REMOVE)).all()
        await enqueue(
            session,
            *(MindBreaches(corp_id=row.corp_id, customer_id=row.customer_id) for row in waiting),
        )
