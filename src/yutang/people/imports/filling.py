"""The first step of an import: the file is read to its end into the staging table."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

from yutang.kernel.yielding import give_way

from .cleaning import Cleaned, Cleaner
from .reading import read
from .repository import ImportRepository
from .schemas import Shape
from .sealing import sealer
from .staging import DELETED_AT_ONCE
from .storing import readable
from .under_way import Run, advance

STATUSES_SHOWN = 50


async def fill(run: Run, *, keep_place: bool = False) -> None:
    """Read the file to its end into an empty staging table.

    `keep_place`: rows up to the place are in already; only their staging was lost.
    """
    await _clear_errors(run, all_kinds=not keep_place)
    path = await readable(run.path, run.shape)
    subject = run.subject
    cleaner = Cleaner(
        run.plan.readers,
        sealer(run.runtime.vault),
        subject.needed,
        subject.nobody,
        keep_wrong=subject.keeps_wrong,
    )
    async with run.runtime.database.owner() as session:
        await run.staging.create(session, subject.columns(run.plan), subject.indexed())
        fresh = {} if keep_place else {"place": 0, "created": 0, "changed": 0, "unchanged": 0}
        await ImportRepository(session, run.corp_id).update(
            run.import_id, total=None, staged=0, refused=0, started_at=run.runtime.clock(), **fresh
        )
    batches = _cleaned(path, run.shape, cleaner)
    total = refused = last = 0
    coming = asyncio.create_task(asyncio.to_thread(next, batches, None))
    began = time.monotonic()
    try:
        while (batch := await coming) is not None:
            coming = asyncio.create_task(asyncio.to_thread(next, batches, None))
            total, refused = total + batch.total, refused + batch.refused
            last = max(last, batch.last)
            async with run.runtime.database.owner() as session:
                await run.staging.add(session, cleaner.columns, batch.rows, batch.problems)
                await advance(session, run, staged=last, refused=refused)
            await give_way(run.runtime, time.monotonic() - began)
            began = time.monotonic()
    finally:
        coming.cancel()
    refused += await subject.refuse_doubles(run)
    async with run.runtime.database.owner() as session:
        await run.staging.analyze(session)
        repository = ImportRepository(session, run.corp_id)
        shape = run.shape.model_copy(
            update={
                "new_tags": cleaner.new_tags,
                "looks": {index: one.look for index, one in run.plan.looks.items()},
                "unknown_statuses": sorted(run.plan.unknown)[:STATUSES_SHOWN],
                "columns": [
                    column.model_copy(update={"masked": True})
                    if column.name in run.plan.masked
                    else column
                    for column in run.shape.columns
                ],
            }
        )
        await repository.update(
            run.import_id,
            total=total,
            refused=refused + await repository.count_compared(run.import_id),
            staged=last,
            shape=shape.model_dump(),
            started_at=run.runtime.clock(),
        )
    run.shape = shape


def _cleaned(path: Path, shape: Shape, cleaner: Cleaner) -> Iterator[Cleaned]:
    for batch in read(path, shape):
        yield cleaner.clean(batch)


async def _clear_errors(run: Run, *, all_kinds: bool) -> None:
    while True:
        async with run.runtime.database.owner() as session:
            repository = ImportRepository(session, run.corp_id)
            if not await repository.forget_errors(
                run.import_id, DELETED_AT_ONCE, all_kinds=all_kinds
            ):
                return
