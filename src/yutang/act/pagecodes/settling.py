"""Have WeCom hold exactly the ways that a page code needs, one step at a time."""

from dataclasses import dataclass
from typing import Any, Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.jobs import SettlePageCode
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import (
    PASSING,
    InvalidRequestError,
    RefusedError,
    UnknownContactWayError,
)

from . import duty, ways
from .models import PageCode

log = structlog.get_logger(__name__)

STEPS_AT_ONCE: Final = 20
"""Then the job asks for itself again, so that other codes' ways are made in between."""


@dataclass(frozen=True, slots=True)
class _Step:
    """The next thing to do for a code, as it stood when it was looked for."""

    channel: acquisition.Seen
    way: Any


async def settle(runtime: Runtime, job: SettlePageCode) -> None:
    """Make what is missing, change what differs, delete what nobody needs.

    Killed anywhere it goes on where it was: each step is written before the next is looked for.
    """
    anew = not job.resumed
    for _ in range(STEPS_AT_ONCE):
        step = await _next_step(runtime, job, anew=anew)
        anew = False
        if step is None:
            return
        if step.way.needless:
            await _drop(runtime, step)
        elif step.way.config_id is None:
            await _make(runtime, step)
        else:
            await _tell(runtime, step)
    async with runtime.database.owner() as session:
        await enqueue(session, job.model_copy(update={"resumed": True}))


async def _next_step(runtime: Runtime, job: SettlePageCode, *, anew: bool) -> _Step | None:
    """What is to be done; where nothing is, the channel says how it ended."""
    async with runtime.database.owner() as session:
        channel = await acquisition.read_asked(session, job.corp_id, job.channel_id, lock=True)
        page = await session.get(PageCode, (job.corp_id, job.channel_id))
        if channel is None or channel.status == "deleted" or page is None:
            return None
        asked = await _asked(session, runtime, channel, page)
        await session.execute(ways.PREPARE, asked | {"anew": anew})
        way = (await session.execute(ways.NEXT, asked)).one_or_none()
        if way is not None:
            return _Step(channel, way)
        count = (await session.execute(ways.FAILED, asked)).one()
        if channel.status == "deleting":
            status, error = "deleted", None
        elif count.failed:
            status = "failed"
            error = f"{count.failed} of {count.ways} members have no way: {count.error}"[:500]
        else:
            status, error = "active", None
        await acquisition.end_at_wecom(session, channel, status, error)
    return None


async def _asked(
    session: AsyncSession, runtime: Runtime, channel: acquisition.Seen, page: PageCode
) -> dict[str, Any]:
    on = await duty.read_duty(session, channel.corp_id, channel.id, runtime.clock())
    return {
        "corp_id": channel.corp_id,
        "channel_id": channel.id,
        "living": channel.status not in {"deleting", "deleted"},
        "extra": [int(page.rule["fallback_staff_id"]), *on.stand_ins],
        "remark": channel.remark,
        "skip_verify": channel.skip_verify,
    }


def _wish(step: _Step) -> tuple[str, NewContactWay]:
    """The way of this row, and the key under which it is made once."""
    channel, way = step.channel, step.way
    return f"page_way:{way.id}", NewContactWay(
        userids=[way.account],
        state=channel.state,
        remark=channel.remark,
        skip_verify=channel.skip_verify,
    )


async def _make(runtime: Runtime, step: _Step) -> None:
    # Before WeCom is asked: who takes the member out meanwhile finds that there may be a way.
    await _mark(runtime, step, "making")
    try:
        made = await acquisition.make_way(runtime, step.channel, *_wish(step))
    except PASSING:
        raise
    except acquisition.LASTING as error:
        await _mark(runtime, step, "failed", error=str(error)[:300])
        return
    # One that an earlier try made may hold a remark that was edited since: it is told once more.
    await _mark(
        runtime,
        step,
        "active",
        config_id=made.config_id,
        qr_content=made.qr_content,
        told=made.is_fresh,
    )


async def _tell(runtime: Runtime, step: _Step) -> None:
    channel, way = step.channel, step.way
    client = await corps.connect(runtime, channel.corp_id, channel.agent_id)
    try:
        # The state is sent as well: without it WeCom would no longer say through what they came.
        await client.contact_ways.update(
            way.config_id,
            state=channel.state,
            remark=channel.remark,
            skip_verify=channel.skip_verify,
        )
    except PASSING:
        raise
    except UnknownContactWayError:
        # Somebody deleted it in WeCom: it is made anew, as another.
        async with runtime.database.owner() as session:
            await session.execute(ways.REMOVE, {"corp_id": channel.corp_id, "id": way.id})
    except (RefusedError, InvalidRequestError) as error:
        await _mark(runtime, step, "failed", error=str(error)[:300])
    else:
        await _mark(runtime, step, "active", told=True)


async def _drop(runtime: Runtime, step: _Step) -> None:
    channel, way = step.channel, step.way
    config_id = way.config_id
    if config_id is None:
        # WeCom was asked and the answer never written: what it made is found first.
        try:
            config_id = await acquisition.find_way(runtime, channel, *_wish(step))
        except PASSING:
            raise
        except (RefusedError, InvalidRequestError) as error:
            log.info("page_codes.never_made", way_id=way.id, error=str(error))
    if config_id is not None:
        await acquisition.drop_way(runtime, channel, config_id)
    async with runtime.database.owner() as session:
        await session.execute(ways.REMOVE, {"corp_id": channel.corp_id, "id": way.id})


async def _mark(
    runtime: Runtime,
    step: _Step,
    status: str,
    *,
    error: str | None = None,
    config_id: str | None = None,
    qr_content: str | None = None,
    told: bool = False,
) -> None:
    async with runtime.database.owner() as session:
        await session.execute(
            ways.MARK,
            {
                "corp_id": step.channel.corp_id,
                "id": step.way.id,
                "status": status,
                "error": error,
                "config_id": config_id,
                "qr_content": qr_content,
                "told": told,
                "remark": step.channel.remark,
                "skip_verify": step.channel.skip_verify,
            },
        )
