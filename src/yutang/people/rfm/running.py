"""A reckoning from its beginning to its end; whatever ends it amid, it is carried on."""

import json
from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.errors import DomainError
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.audience import service as audience

from . import moving
from .jobs import ReckonRfm
from .repository import RfmRepository, corps_that_buy, runs_in_force
from .schemas import RfmSettings

log = structlog.get_logger(__name__)

STEPS = ("rfm.gather", "rfm.score", "rfm.keep")
"""Questions to who owns the store, one after the other."""


async def settings_of(repository: RfmRepository) -> tuple[int, RfmSettings]:
    """Version and settings in force."""
    row = await repository.settings()
    return (0, RfmSettings()) if row is None else (row.version, RfmSettings(**row.settings))


async def begin(session: AsyncSession, corp_id: int, actor: str, now: datetime) -> None:
    """Ask for a reckoning; where one is under way it is carried on instead."""
    repository = RfmRepository(session, corp_id)
    version, settings = await settings_of(repository)
    await repository.begin(version, json.dumps(settings.model_dump(mode="json")), actor, now)
    await enqueue(session, ReckonRfm(corp_id=corp_id))


async def begin_nightly(session: AsyncSession, corp_ids: list[int], now: datetime) -> None:
    """The same for every one of these corps in which somebody buys. Needs the owner's session."""
    for corp_id in await corps_that_buy(session, corp_ids):
        await begin(session, corp_id, "system", now)


async def mend(runtime: Runtime) -> None:
    """Reckon anew where the engine's store was made anew, and with it the rows were lost."""
    async with runtime.database.owner() as session:
        found = await runs_in_force(session)
    for corp_id, run_id in found:
        try:
            told = await audience.ask(runtime, corp_id, "rfm.missing", {"run": run_id})
        except DomainError as error:
            log.info("rfm.unmended", corp_id=corp_id, reason=error.code)
            return
        if told["missing"]:
            async with runtime.database.owner() as session:
                await begin(session, corp_id, "system", runtime.clock())


async def carry_on(runtime: Runtime, corp_id: int) -> None:
    """Bring the unfinished run to its end. Raises what the audience raises: it is tried again."""
    async with runtime.database.owner() as session:
        run = await RfmRepository(session, corp_id).open_run()
        state, run_id = (run.state, run.id) if run is not None else ("", 0)
    if state in {"waiting", "reckoning"}:
        try:
            for question in STEPS:
                await audience.ask(runtime, corp_id, question, {"run": run_id})
        except Exception as error:
            reason = error.code if isinstance(error, DomainError) else type(error).__name__
            await _wait(runtime, corp_id, reason)
            raise
    while await moving.step(runtime, corp_id):
        pass


async def _wait(runtime: Runtime, corp_id: int, reason: str) -> None:
    """Begin anew at the next try; until then say why it waits."""
    log.warning("rfm.waits", corp_id=corp_id, reason=reason)
    async with runtime.database.owner() as session:
        run = await RfmRepository(session, corp_id).open_run(locked=True)
        if run is not None and run.state == "reckoning":
            run.state = "waiting"
        if run is not None and run.state == "waiting":
            run.reason, run.updated_at = reason, runtime.clock()
