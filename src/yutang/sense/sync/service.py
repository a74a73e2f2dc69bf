"""Read a corp from WeCom, chunk by chunk; each chunk is a transaction of its own."""

import contextlib
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence

import structlog

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.gateway import service as gateway
from yutang.people.gateway.schemas import Run
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.client import WeCom
from yutang.wecom.errors import WeComError

from . import comparing
from .alone import is_read_now, reading_alone
from .directory import sync_directory
from .grouping import sync_groups
from .places import Place
from .progress import ask, ask_due_comparisons, job_of, list_drifts, read_sync
from .reading import BATCH, PATH, read_chunks
from .schemas import Mode
from .writing import RunWriter

__all__ = (
    "PATH",
    "ask",
    "ask_due_comparisons",
    "is_read_now",
    "job_of",
    "list_drifts",
    "read_sync",
    "reconcile_corp",
    "sync_corp",
    "sync_groups",
)

log = structlog.get_logger(__name__)

KIND_OF = {"sync": "sync.corp", "full": "sync.full", "reconcile": "sync.reconcile"}


async def sync_corp(
    runtime: Runtime, corp_id: int, asked_by: str = "system", *, full: bool = False
) -> int:
    """Read everything, as a bulk run: one that was interrupted goes on at its batches of members.

    Writes what differs from what is here; a `full` one also ends what WeCom shows no longer, and
    keeps every difference. Safe to repeat. Returns how many relations the run has read. Raises
    NoQuotaError (the run waits for its quota), what else WeCom refuses (the run failed), and
    ReadElsewhereError where another process reads the corp (nothing was asked).
    """
    mode: Mode = "full" if full else "sync"

    async def read(client: WeCom, accounts: Sequence[str]) -> RunWriter:
        run = await _begin(runtime, corp_id, mode, asked_by, accounts)
        place = Place(accounts, run.cursor.get("done", ()))
        writer = RunWriter(runtime, run, place, source="sync", telling=full)
        await _read_customers(runtime, client, writer, full=full)
        return writer

    async with reading_alone(runtime, corp_id):
        return await _run(runtime, corp_id, mode, asked_by, read)


async def reconcile_corp(runtime: Runtime, corp_id: int, asked_by: str = "system") -> int:
    """Compare the ids on every member's list with ours, and read only what differs.

    As a bulk run that goes on where it was interrupted. Returns how many differences it found.
    Raises as `sync_corp`.
    """

    async def read(client: WeCom, accounts: Sequence[str]) -> RunWriter:
        run = await _begin(runtime, corp_id, "reconcile", asked_by, accounts)
        place = Place(accounts, run.cursor.get("done", ()))
        writer = RunWriter(runtime, run, place, source="reconcile", telling=True)
        await comparing.compare_lists(runtime, client, writer)
        return writer

    async with reading_alone(runtime, corp_id):
        return await _run(runtime, corp_id, "reconcile", asked_by, read)


async def _run(
    runtime: Runtime,
    corp_id: int,
    mode: Mode,
    asked_by: str,
    read: Callable[[WeCom, Sequence[str]], Awaitable[RunWriter]],
) -> int:
    customers.get_ready()
    client = await corps.connect(runtime, corp_id, urgency=Urgency.BULK)
    try:
        await sync_directory(runtime, corp_id, client)
        accounts = sorted(await client.customers.follow_user_list())
        writer = await read(client, accounts)
    except NoQuotaError:
        # It is still running: the job comes back when there is quota.
        raise
    except WeComError as error:
        run = await _begin(runtime, corp_id, mode, asked_by, None)
        async with runtime.database.owner() as session:
            await gateway.fail(session, run, str(error), runtime.clock())
        raise
    async with runtime.database.owner() as session:
        if mode != "reconcile":
            await corps.record_sync(session, corp_id, runtime.clock())
        await gateway.end(session, writer.run, runtime.clock())
    log.info("sync.done", corp_id=corp_id, mode=mode, relations=writer.tally.relations)
    return writer.tally.drifts if mode == "reconcile" else writer.tally.relations


async def _begin(
    runtime: Runtime, corp_id: int, mode: Mode, asked_by: str, accounts: Sequence[str] | None
) -> Run:
    async with runtime.database.owner() as session:
        return await gateway.begin_or_resume(
            session,
            corp_id,
            KIND_OF[mode],
            path=comparing.LIST_PATH if mode == "reconcile" else PATH,
            asked_by=asked_by,
            now=runtime.clock(),
            total=len(set(accounts)) if accounts is not None else None,
        )


async def _read_customers(
    runtime: Runtime, client: WeCom, writer: RunWriter, *, full: bool
) -> None:
    batches = writer.place.left(BATCH)
    shown: dict[int, list[int]] = defaultdict(list)
    async with contextlib.aclosing(
        read_chunks(client, runtime.clock, batches, lambda: writer.rows)
    ) as chunks:
        async for pages in chunks:
            ended = [page for page in pages if page.last]
            absorbed = await writer.write(
                [one for page in pages for one in page.sightings],
                # A full one is through with a batch when what is gone from it has ended too.
                finished=[] if full else [account for page in ended for account in page.batch],
                unlicensed=[] if full else [one for page in ended for one in page.unlicensed],
                calls=len(pages),
            )
            if not full:
                continue
            for customer_id, staff_id in absorbed.pairs:
                shown[staff_id].append(customer_id)
            for page in ended:
                await comparing.end_unshown(runtime, client, writer, page, shown)
