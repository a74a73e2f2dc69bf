"""How many events of which kind each corp has in each month: counted where something changed."""

from yutang.kernel.runtime import Runtime

from . import months, repository


async def count_all(runtime: Runtime) -> int:
    """Count the months that changed since they were counted; how many those were.

    Reads only, so it holds no reader of the log back however long it takes.
    """
    async with runtime.database.owner() as session:
        found = await months.find_months(session)
    counted = 0
    for one in found:
        async with runtime.database.owner() as session:
            mark = await repository.change_mark(session, one.place)
            known = await repository.read_month(session, one.month)
            size = await repository.size_of(session, one.place)
        # An empty table of a month to come has a mark too: 0.
        if known is not None and known.mark is not None and known.mark == mark:
            continue
        await count_one(runtime, one, mark, size)
        counted += 1
    return counted


async def count_one(runtime: Runtime, one: months.Month, mark: int | None, size: int) -> None:
    """Count one month; `mark` was read before it."""
    async with runtime.database.unhurried() as session:
        pairs = await repository.count_kinds(session, one.place)
    async with runtime.database.owner() as session:
        await repository.keep_counts(session, one.month, pairs, size, mark)
