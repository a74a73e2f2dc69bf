"""Have WeCom keep welcomes as they are here, and ask the owners."""

from datetime import datetime
from typing import Any, Final

import structlog
from sqlalchemy import select

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.deeds import service as deeds
from yutang.people.deeds.errors import NotKnownYetError
from yutang.people.tasks import service as tasks
from yutang.wecom.admission import Urgency
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    ForbiddenError,
    FrequencyError,
    InvalidRequestError,
    MediaError,
    QuotaError,
    RefusedError,
    UnknownIdError,
    WeComError,
)

from . import asking, contents, jobs, writing
from .models import GroupWelcome

log = structlog.get_logger(__name__)

_PASSING: Final = (BusyError, ConcurrencyError, FrequencyError)
_REFUSED: Final = (RefusedError, InvalidRequestError)
_SAID: Final = 300


@handles(jobs.MakeGroupWelcome)
async def make_group_welcome(job: jobs.MakeGroupWelcome, runtime: Runtime) -> None:
    """Have WeCom take it; an answer that was lost may leave a spare, which is counted."""
    welcome = await _read(runtime, job, "creating")
    if welcome is None:
        return
    try:
        client = await corps.connect(runtime, job.corp_id, welcome.agent_id)
        part = contents.part_of(welcome.attachment)
        attachment = await contents.attach(runtime, client, job.corp_id, part)
        # Each owner is asked by us, for his own groups: WeCom would tell every member.
        deed = deeds.GroupWelcomeDeed(welcome.text, attachment, notify=False)
        key = f"group_welcome:{welcome.id}:{welcome.making}"
        made = await deeds.perform(runtime, job.corp_id, key, deed, agent_id=welcome.agent_id)
    except NotKnownYetError as error:
        await _note(runtime, job, problem="unknown", said=str(error)[:_SAID])
        raise
    except _PASSING:
        raise
    except _REFUSED as error:
        await _fail(runtime, job, welcome, error)
        return
    template_id = made.result["template_id"]
    await _end(runtime, job, welcome, template_id=template_id, is_new=made.is_fresh)


@handles(jobs.UpdateGroupWelcome)
async def update_group_welcome(job: jobs.UpdateGroupWelcome, runtime: Runtime) -> None:
    """Have WeCom take over what it says; a repeat changes nothing."""
    welcome = await _read(runtime, job, "updating")
    if welcome is None or welcome.template_id is None:
        return
    try:
        client = await corps.connect(runtime, job.corp_id, welcome.agent_id)
        part = contents.part_of(welcome.attachment)
        attachment = await contents.attach(runtime, client, job.corp_id, part)
        await client.group_welcomes.edit(welcome.template_id, welcome.text, attachment)
    except _PASSING:
        raise
    except UnknownIdError as error:
        await _lose(runtime, job, error)
        return
    except _REFUSED as error:
        await _fail(runtime, job, welcome, error)
        return
    await _end(runtime, job, welcome, template_id=welcome.template_id, is_new=True)


@handles(jobs.DeleteGroupWelcome)
async def delete_group_welcome(job: jobs.DeleteGroupWelcome, runtime: Runtime) -> None:
    """Have WeCom forget it; one it does not know is gone already."""
    welcome = await _read(runtime, job, "deleting")
    if welcome is None:
        return
    if welcome.template_id is not None:
        client = await corps.connect(runtime, job.corp_id, welcome.agent_id)
        try:
            await client.group_welcomes.delete(welcome.template_id)
        except UnknownIdError:
            log.info("group_welcome.was_gone", welcome_id=welcome.id)
        except _PASSING:
            raise
        except _REFUSED as error:
            await _note(runtime, job, problem=_problem(error), said=str(error)[:_SAID])
            return
    await _note(runtime, job, status="deleted", problem=None, said="")
    await _drop_stale(runtime, job.corp_id, job.welcome_id)


@handles(jobs.AskGroupOwners)
async def ask_group_owners(job: jobs.AskGroupOwners, runtime: Runtime) -> None:
    """Give who has none his task, and take back what is chosen no more; a repeat gives none."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        key = (job.corp_id, job.welcome_id)
        welcome = await session.get(GroupWelcome, key, with_for_update=True)
        if welcome is not None and welcome.status == "active":
            given = await asking.ask_owners(session, welcome, now)
            log.info("group_welcome.owners_asked", welcome_id=welcome.id, tasks=given)
    await _drop_stale(runtime, job.corp_id, job.welcome_id)
    tasks.forget_sums(runtime, job.corp_id)


@handles(jobs.CheckGroupWelcomes)
async def check_group_welcomes(job: jobs.CheckGroupWelcomes, runtime: Runtime) -> None:
    """Ask WeCom for each: who deleted one in the console, nobody tells."""
    async with runtime.database.owner() as session:
        found = await session.scalars(
            select(GroupWelcome)
            .where(GroupWelcome.corp_id == job.corp_id, GroupWelcome.status == "active")
            .order_by(GroupWelcome.id)
        )
        welcomes = list(found)
    for welcome in welcomes:
        if welcome.template_id is None:
            continue
        one = jobs.UpdateGroupWelcome(corp_id=job.corp_id, welcome_id=welcome.id)
        client = await corps.connect(
            runtime, job.corp_id, welcome.agent_id, urgency=Urgency.SCHEDULED
        )
        try:
            told = await client.group_welcomes.get(welcome.template_id)
        except UnknownIdError as error:
            await _lose(runtime, one, error)
            continue
        same = told.text.content == welcome.text
        await _checked(runtime, welcome, runtime.clock(), problem=None if same else "differs")


@clocked("41 * * * *", "groupcare.look_after")
async def look_after(runtime: Runtime) -> None:
    """Once an hour: owners of new groups are asked; once a day WeCom is asked for what it has."""
    hour = runtime.clock().hour
    async with runtime.database.owner() as session:
        rows = (
            await session.execute(
                select(GroupWelcome.corp_id, GroupWelcome.id)
                .where(GroupWelcome.status == "active")
                .order_by(GroupWelcome.corp_id, GroupWelcome.id)
            )
        ).all()
        await enqueue(
            session, *(jobs.AskGroupOwners(corp_id=row.corp_id, welcome_id=row.id) for row in rows)
        )
        if hour == _NIGHT:
            corp_ids = sorted({row.corp_id for row in rows})
            await enqueue(session, *(jobs.CheckGroupWelcomes(corp_id=one) for one in corp_ids))


_NIGHT: Final = 19
"""UTC: three in the morning in China."""
_AtWeCom = jobs.MakeGroupWelcome | jobs.UpdateGroupWelcome | jobs.DeleteGroupWelcome


async def _read(runtime: Runtime, job: _AtWeCom, status: str) -> GroupWelcome | None:
    async with runtime.database.owner() as session:
        welcome = await session.get(GroupWelcome, (job.corp_id, job.welcome_id))
        return welcome if welcome is not None and welcome.status == status else None


async def _note(runtime: Runtime, job: _AtWeCom, **values: Any) -> None:
    async with runtime.database.owner() as session:
        key = (job.corp_id, job.welcome_id)
        welcome = await session.get(GroupWelcome, key, with_for_update=True)
        if welcome is not None:
            for name, value in values.items():
                setattr(welcome, name, value)


def _problem(error: WeComError) -> str:
    match error:
        case QuotaError():
            return "full"
        case MediaError():
            return "media"
        case ForbiddenError():
            return "not_ours"
        case InvalidRequestError():
            return "invalid"
    return "refused"


async def _fail(runtime: Runtime, job: _AtWeCom, seen: GroupWelcome, error: WeComError) -> None:
    """It was refused; who edits meanwhile is asked for anew."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        key = (job.corp_id, job.welcome_id)
        welcome = await session.get(GroupWelcome, key, with_for_update=True)
        if welcome is None or welcome.status != seen.status:
            return
        if welcome.content_version != seen.content_version:
            await writing.ask_wecom(session, welcome)
            return
        problem = _problem(error)
        welcome.status, welcome.problem, welcome.said = "failed", problem, str(error)[:_SAID]
        if problem == "full":
            await session.flush()
            spares = await deeds.count_spares(session, job.corp_id, deeds.GroupWelcomeDeed.kind)
            welcome.full_at = now
            welcome.full_with = await writing.count_kept(session, job.corp_id) + spares


async def _lose(runtime: Runtime, job: _AtWeCom, error: WeComError) -> None:
    """Somebody deleted it in WeCom: its groups say nothing, and nobody need choose it."""
    async with runtime.database.owner() as session:
        key = (job.corp_id, job.welcome_id)
        welcome = await session.get(GroupWelcome, key, with_for_update=True)
        if welcome is None or welcome.status not in {"active", "updating"}:
            return
        welcome.status, welcome.problem, welcome.said = "gone", None, str(error)[:_SAID]
    log.warning("group_welcome.gone", corp_id=job.corp_id, welcome_id=job.welcome_id)
    await _drop_stale(runtime, job.corp_id, job.welcome_id)


async def _end(
    runtime: Runtime, job: _AtWeCom, seen: GroupWelcome, *, template_id: str, is_new: bool
) -> None:
    """WeCom has it; what was edited meanwhile, or may be older, is sent after it."""
    async with runtime.database.owner() as session:
        key = (job.corp_id, job.welcome_id)
        welcome = await session.get(GroupWelcome, key, with_for_update=True)
        if welcome is None:
            return
        # Kept even for one deleted meanwhile, so that the deletion finds it.
        welcome.template_id = template_id
        if welcome.status == "deleting":
            again = jobs.DeleteGroupWelcome(corp_id=job.corp_id, welcome_id=job.welcome_id)
            await enqueue(session, again)
        elif welcome.status == seen.status:
            welcome.checked_at = runtime.clock()
            if welcome.content_version != seen.content_version or not is_new:
                await writing.ask_wecom(session, welcome)
            else:
                welcome.status, welcome.problem, welcome.said = "active", None, ""
                asked = jobs.AskGroupOwners(corp_id=job.corp_id, welcome_id=job.welcome_id)
                await enqueue(session, asked)


async def _checked(
    runtime: Runtime, seen: GroupWelcome, now: datetime, *, problem: str | None
) -> None:
    async with runtime.database.owner() as session:
        key = (seen.corp_id, seen.id)
        welcome = await session.get(GroupWelcome, key, with_for_update=True)
        if welcome is None or (welcome.status, welcome.version) != (seen.status, seen.version):
            return
        welcome.checked_at, welcome.problem = now, problem


async def _drop_stale(runtime: Runtime, corp_id: int, welcome_id: int) -> None:
    async with runtime.database.owner() as session:
        ids = await asking.stale_tasks(session, corp_id, welcome_id)
    await tasks.end_tasks(runtime, corp_id, "drop", ids, "欢迎语已更换或删除")
