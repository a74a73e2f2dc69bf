"""Moves between classes become events, each once: a chunk and its place commit together."""

from collections.abc import Iterator, Mapping
from typing import Final

from pyroaring import BitMap

from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers

from .events import RfmMoved
from .repository import RfmRepository
from .schemas import CLASSES, ClassKey

CHUNK: Final = 5_000
"""Events of one transaction, far below five seconds."""

Move = tuple[ClassKey | None, ClassKey | None]
Members = Mapping[ClassKey, BitMap]


def moves(before: Members, after: Members) -> Iterator[tuple[Move, BitMap]]:
    """Who went from which class into which; always in the same order."""
    was, now = BitMap.union(BitMap(), *before.values()), BitMap.union(BitMap(), *after.values())
    nobody = BitMap()
    for old in (None, *CLASSES):
        olds = now - was if old is None else before.get(old, nobody)
        if not olds:
            continue
        for new in (None, *CLASSES):
            if old != new:
                news = was - now if new is None else after.get(new, nobody)
                if moved := olds & news:
                    yield (old, new), moved


def count_moves(before: Members, after: Members) -> int:
    """How many changed."""
    return sum(len(ids) for _, ids in moves(before, after))


def stretch(
    before: Members, after: Members, place: int, limit: int
) -> list[tuple[Move, list[int]]]:
    """The next `limit` of them behind `place`."""
    found = []
    for move, ids in moves(before, after):
        if place >= len(ids):
            place -= len(ids)
            continue
        taken = list(ids[place : place + limit])
        found.append((move, taken))
        place, limit = 0, limit - len(taken)
        if not limit:
            break
    return found


async def step(runtime: Runtime, corp_id: int) -> bool:
    """Write the next chunk of the corp's moving run; whether there may be more."""
    async with runtime.database.owner() as session:
        repository = RfmRepository(session, corp_id)
        run = await repository.open_run(locked=True)
        if run is None or run.state != "moving":
            return False
        now = runtime.clock()
        run.updated_at = now
        told: list[tuple[Move, list[int]]] = []
        if run.before_id is not None and run.moved < run.moves:
            before, after = await repository.shard(run.before_id, run.id, run.shard)
            told = stretch(before, after, run.place, CHUNK)
        for (old, new), ids in told:
            event = RfmMoved(before=old, after=new, run=run.id)
            await customers.tell_of(session, corp_id, ids, event, now, f"rfm:{run.id}")
        if told:
            wrote = sum(len(ids) for _, ids in told)
            run.place += wrote
            run.moved += wrote
            return True
        if run.moved < run.moves and run.shard < await repository.last_shard(
            run.before_id or 0, run.id
        ):
            run.shard, run.place = run.shard + 1, 0
            return True
        run.state, run.ended_at, run.reason = "done", now, None
        await session.flush()
        await repository.prune()
        return False
