"""The background process: lanes over many rows, jobs that touch the world."""

import asyncio
import os
import signal
from datetime import timedelta
from typing import Final

import structlog

from yutang import handover_notices, task_notices
from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition import workers as acquisition_workers
from yutang.act.codebatches import workers as codebatch_workers
from yutang.act.conversions import service as conversions
from yutang.act.conversions import workers as conversion_workers
from yutang.act.gifts import workers as gift_workers
from yutang.act.greetings import workers as greeting_workers
from yutang.act.greetings.welcoming import WelcomeLane
from yutang.act.groupcare import workers as groupcare_workers
from yutang.act.groupcodes import service as groupcodes
from yutang.act.groupcodes import workers as groupcode_workers
from yutang.act.grouprules import service as grouprules
from yutang.act.grouprules import workers as grouprules_workers
from yutang.act.grouptiers import workers as grouptier_workers
from yutang.act.groupwatch import workers as groupwatch_workers
from yutang.act.links import service as links
from yutang.act.links import workers as acquisition_link_workers
from yutang.act.pagecodes import service as pagecodes
from yutang.act.pagecodes import workers as pagecode_workers
from yutang.act.rota import service as rota
from yutang.act.rota import workers as rota_workers
from yutang.bootstrap import build_runtime
from yutang.decide.autotags import service as autotags
from yutang.decide.autotags import workers as autotags_workers
from yutang.feedback.growth import service as growth
from yutang.feedback.growth import workers as growth_workers
from yutang.feedback.oldpools import workers as oldpool_workers
from yutang.feedback.targets import workers as target_workers
from yutang.kernel import events, logging, readers
from yutang.kernel.auditing import workers as audit_workers
from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.eventlog import workers as eventlog_workers
from yutang.kernel.eventlog.errors import BusyLogError
from yutang.kernel.jobs import HEARTBEAT_SECONDS, STALLED_SECONDS, clocked, open_queue
from yutang.kernel.lanes import Lane, ending, run_lane
from yutang.kernel.notices import service as notices
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.kernel.signals import Signals
from yutang.kernel.tokens import workers as token_workers
from yutang.people.activation import workers as activation_workers
from yutang.people.audience import workers as audience_workers
from yutang.people.bulk import workers as bulk_workers
from yutang.people.credits import workers as credit_workers
from yutang.people.customer_sessions import workers as customer_session_workers
from yutang.people.customers import workers as list_workers
from yutang.people.deeds import workers as deed_workers
from yutang.people.doors import workers as door_workers
from yutang.people.exports import workers as export_workers
from yutang.people.groups import workers as group_workers
from yutang.people.handovers import service as handovers
from yutang.people.handovers import workers as handover_workers
from yutang.people.imports import workers as import_workers
from yutang.people.kinds import service as kinds
from yutang.people.kinds import workers as kind_workers
from yutang.people.losses import service as losses
from yutang.people.losses import workers as loss_workers
from yutang.people.notices import workers as notice_workers
from yutang.people.orders import workers as order_workers
from yutang.people.persons import workers as person_workers
from yutang.people.privacy import workers as privacy_workers
from yutang.people.rfm import workers as rfm_workers
from yutang.people.room import service as room
from yutang.people.room import workers as room_workers
from yutang.people.segments import workers as segment_workers
from yutang.people.tags import service as tags
from yutang.people.tags import workers as tag_workers
from yutang.people.tasks import workers as task_workers
from yutang.people.visits import workers as visit_workers
from yutang.people.welcomes import service as welcomes
from yutang.sense.callbacks import service as callbacks
from yutang.sense.callbacks import workers as callback_workers
from yutang.sense.collector import service as collector
from yutang.sense.collector import workers as collector_workers
from yutang.sense.links import workers as link_workers
from yutang.sense.sync import workers as sync_workers

log = structlog.get_logger(__name__)
LOG_PATIENCE: Final = timedelta(seconds=3)

LANES = frozenset({"welcome", "inbox", "collect", "events", "tags", "jobs", "lists", "notices"})
READERS = (
    acquisition.TAGGING,
    autotags.HEARING,
    conversions.FOLLOWING,
    groupcodes.FOLLOWING,
    grouprules.HEARING,
    growth.RECKONING,
    handover_notices.FOLLOWING,
    handovers.HEARING,
    links.HEARING,
    losses.RECKONING,
    pagecodes.HEARING,
    room.LOADS,
    rota.FOLLOWING,
    task_notices.FOLLOWING,
)
JOB_MODULES = (
    acquisition_link_workers,
    acquisition_workers,
    activation_workers,
    audience_workers,
    audit_workers,
    autotags_workers,
    bulk_workers,
    codebatch_workers,
    collector_workers,
    conversion_workers,
    credit_workers,
    customer_session_workers,
    deed_workers,
    door_workers,
    eventlog_workers,
    export_workers,
    greeting_workers,
    gift_workers,
    group_workers,
    groupcare_workers,
    groupcode_workers,
    grouptier_workers,
    groupwatch_workers,
    grouprules_workers,
    growth_workers,
    handover_workers,
    import_workers,
    kind_workers,
    link_workers,
    loss_workers,
    notice_workers,
    order_workers,
    pagecode_workers,
    oldpool_workers,
    person_workers,
    privacy_workers,
    rfm_workers,
    room_workers,
    rota_workers,
    segment_workers,
    sync_workers,
    tag_workers,
    target_workers,
    task_notices,
    task_workers,
    token_workers,
    visit_workers,
)
"""Imported so that their handlers are known to the queue."""
JOBS_AT_ONCE = 12
STOP_SECONDS = 4.0
"""Less than the supervisor waits before it kills."""


class UnknownLaneError(ValueError):
    """A lane this worker does not have."""


async def run(settings: Settings, lanes: frozenset[str]) -> None:
    """Work until SIGTERM, SIGINT or cancellation. Raises UnknownLaneError."""
    if unknown := lanes - LANES:
        message = f"no lane {sorted(unknown)}; there are {sorted(LANES)}"
        raise UnknownLaneError(message)
    logging.configure(settings.log_level, json=settings.log_json)
    runtime = build_runtime(settings, pre_ping=False)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    work = asyncio.create_task(run_lanes(runtime, lanes))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({work, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        work.cancel()
        _, stuck = await asyncio.wait({work}, timeout=STOP_SECONDS)
        if stuck:
            log.error("worker.stuck", seconds=STOP_SECONDS)
            os._exit(1)
        if not work.cancelled() and (error := work.exception()) is not None:
            log.error("worker.failed", exc_info=error)
        await runtime.close()


async def run_lanes(runtime: Runtime, lanes: frozenset[str]) -> None:
    """Run the named lanes until cancelled."""
    signals = Signals(
        runtime.database.url,
        (
            callbacks.SIGNAL,
            callback_workers.GROUP_SIGNAL,
            collector.SIGNAL,
            kinds.SIGNAL,
            welcomes.SIGNAL,
            events.SIGNAL,
            tags.SIGNAL,
            autotags.SIGNAL,
            list_workers.SIGNAL,
            notices.SIGNAL,
        ),
        {welcomes.CHANNEL: welcomes.heard(runtime).hear} if "inbox" in lanes else None,
    )
    async with asyncio.TaskGroup() as group:
        group.create_task(signals.listen())
        if "welcome" in lanes:
            group.create_task(run_lane(WelcomeLane(runtime).lane(), signals))
        if "inbox" in lanes:
            group.create_task(run_lane(callback_workers.lane(runtime), signals))
            group.create_task(run_lane(callback_workers.group_lane(runtime), signals))
        if "collect" in lanes:
            group.create_task(run_lane(collector_workers.lane(runtime), signals))
            group.create_task(run_lane(collector_workers.released_lane(runtime), signals))
        if "tags" in lanes:
            group.create_task(run_lane(tag_workers.lane(runtime), signals))
            group.create_task(run_lane(autotags_workers.lane(runtime), signals))
        if "lists" in lanes:
            group.create_task(run_lane(list_workers.ListLane(runtime).lane(), signals))
        if "notices" in lanes:
            group.create_task(run_lane(notice_workers.lane(runtime), signals))
            # Each of its own: a slow server of somebody's must not hold up WeCom's door.
            group.create_task(run_lane(door_workers.mail_lane(runtime), signals))
            group.create_task(run_lane(door_workers.webhook_lane(runtime), signals))
        if "events" in lanes:
            await _register(runtime)
            group.create_task(run_lane(rota.CapLane(runtime).lane(), signals))
            for reader in READERS:
                group.create_task(run_lane(_reading(runtime, reader), signals))
        if "jobs" in lanes:
            group.create_task(_run_jobs(runtime))
        log.info("worker.started", lanes=sorted(lanes))


async def _register(runtime: Runtime) -> None:
    await readers.register(runtime, READERS)
    try:
        await eventlog.look_ahead(runtime, LOG_PATIENCE)
    except BusyLogError as error:
        # Three months stand ready in advance: the hourly job comes in time.
        log.warning("eventlog.busy", why=error.detail)


def _reading(runtime: Runtime, reader: readers.Reader) -> Lane:
    return Lane(
        f"reader:{reader.name}",
        events.SIGNAL,
        lambda: readers.read_batch(runtime, reader),
        # A notice comes before the rows are visible to a reader that waits for older writers.
        linger_seconds=0.3,
        gather_seconds=reader.gather_seconds,
        full_rows=readers.BATCH_ROWS,
    )


async def _run_jobs(runtime: Runtime) -> None:
    """Run Procrastinate's worker; when its database goes away, begin anew."""
    while True:
        try:
            async with open_queue(runtime.database.url) as live:
                await live.run_worker_async(
                    concurrency=JOBS_AT_ONCE,
                    install_signal_handlers=False,
                    listen_notify=True,
                    fetch_job_polling_interval=1.0,
                    delete_jobs="successful",
                    update_heartbeat_interval=HEARTBEAT_SECONDS,
                    stalled_worker_timeout=STALLED_SECONDS,
                    shutdown_graceful_timeout=2.0,
                    additional_context={"runtime": runtime},
                )
        except Exception:
            # Whatever ended it, a worker without jobs is no worker; unless it was told to stop,
            # and the database's own end hid that.
            if ending():
                raise
            log.exception("jobs.ended")
        await asyncio.sleep(0.5)


@clocked("23 * * * *", "worker.upkeep")
async def upkeep(runtime: Runtime) -> None:
    """Once an hour: files WeCom is about to forget, callbacks long done."""
    await callbacks.forget_handled(runtime)
    await greeting_workers.look_after_files(runtime)
