"""What the owner of the store does for RFM: it reckons, and answers of parts of the people."""

import json
from datetime import UTC, datetime
from typing import Any, Final

from pyroaring import BitMap
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.audience import service as audience
from yutang.people.audience.service import Engine

from . import moving, reckoning
from .errors import UnknownRunError
from .reckoning import Buyers
from .repository import RfmRepository
from .schemas import CLASSES, ClassKey, RfmSettings

Answer = dict[str, Any]
_CHOSEN: Final = {
    "key": "class = {key:String}",
    "r": "r = {r:UInt8}",
    "f": "f = {f:UInt8}",
    "m": "m = {m:UInt8}",
}
_AFTER: Final = "(amount_fen, id) < ({amount:Int64}, {id:UInt32})"
_SEEN: Final = (
    "bitmapContains(cast(unhex({seen:String}), 'AggregateFunction(groupBitmap, UInt32)'), id)"
)


@audience.names_rfm_run
async def current_run(session: AsyncSession, corp_id: int) -> int | None:
    """The run by which conditions about classes are answered."""
    run = await RfmRepository(session, corp_id).current()
    return None if run is None else run.id


async def _run_of(engine: Engine, corp_id: int, run_id: int) -> tuple[RfmSettings, datetime]:
    """What a run that is under way asks for; nobody else's. Raises UnknownRunError."""
    async with engine.runtime.database.owner() as session:
        run = await RfmRepository(session, corp_id).open_run(locked=True)
        if run is None or run.id != run_id or run.state == "moving":
            raise UnknownRunError(run_id)
        run.state, run.reason, run.updated_at = "reckoning", None, engine.runtime.clock()
        return RfmSettings(**run.settings), run.at


@audience.question("rfm.gather")
async def gather(engine: Engine, corp_id: int, body: Answer) -> Answer:
    """Who bought, into a table of the run's own."""
    await engine.require_built(corp_id)
    settings, at = await _run_of(engine, corp_id, body["run"])
    table = reckoning.base_name(corp_id, str(int(body["run"])))
    buyers = await reckoning.gather(engine.store, corp_id, settings, at, table)
    return {"people": buyers.people, "orders": buyers.orders, "amount_fen": buyers.amount_fen}


@audience.question("rfm.score")
async def score(engine: Engine, corp_id: int, body: Answer) -> Answer:
    """Score them and put the rows where conditions find them; the run is not in force yet."""
    run_id = int(body["run"])
    settings, _ = await _run_of(engine, corp_id, run_id)
    buyers = await _gathered(engine, corp_id, run_id)
    scale = await reckoning.scale(engine.store, buyers, settings)
    if scale is not None:
        await reckoning.write(engine.store, corp_id, run_id, buyers, scale)
    async with engine.runtime.database.owner() as session:
        run = await RfmRepository(session, corp_id).run(run_id)
        if run is not None:
            run.scale = None if scale is None else scale.model_dump()
            run.people, run.updated_at = buyers.people, engine.runtime.clock()
    return {}


async def _gathered(engine: Engine, corp_id: int, run_id: int) -> Buyers:
    table = reckoning.base_name(corp_id, str(run_id))
    return await reckoning.count(engine.store, table)


@audience.question("rfm.keep")
async def keep(engine: Engine, corp_id: int, body: Answer) -> Answer:
    """Write bitmaps and sizes, and put the run in force, at one stroke."""
    run_id = int(body["run"])
    await _run_of(engine, corp_id, run_id)
    members = await reckoning.members(engine.store, corp_id, run_id)
    cells = reckoning.cells_of(
        await engine.store.query(reckoning.CELLS_OF_RUN, _own(corp_id, run_id))
    )
    async with engine.runtime.database.owner() as session:
        current = await RfmRepository(session, corp_id).current()
        before_id = None if current is None else current.id
        before = await RfmRepository(session, corp_id).members(before_id) if before_id else {}
    moves = moving.count_moves(before, members) if before_id else 0
    rows = json.dumps([cell.model_dump() for cell in cells])
    async with engine.runtime.database.owner() as session:
        repository = RfmRepository(session, corp_id)
        run = await repository.open_run(locked=True)
        if run is None or run.id != run_id or run.state != "reckoning":
            raise UnknownRunError(run_id)
        now = engine.runtime.clock()
        await repository.keep(run_id, members, cells, rows)
        await repository.switch(run_id, now)
        run.state, run.before_id, run.moves, run.updated_at = "moving", before_id, moves, now
    engine.scenes.forget(corp_id)
    engine.kept.happened(corp_id, ["rfm"])
    await reckoning.tidy(engine.store, corp_id, [run_id, before_id or run_id])
    return {"moves": moves}


@audience.question("rfm.preview")
async def preview(engine: Engine, corp_id: int, body: Answer) -> Answer:
    """What settings would give now; what was gathered for it is dropped at once."""
    await engine.require_built(corp_id)
    settings = RfmSettings(**body["settings"])
    now = engine.runtime.clock()
    table = reckoning.base_name(corp_id, f"p{body['mark']}")
    try:
        buyers = await reckoning.gather(engine.store, corp_id, settings, now, table)
        scale = await reckoning.scale(engine.store, buyers, settings)
        cells = [] if scale is None else await reckoning.cells(engine.store, buyers, scale)
    finally:
        await engine.store.command(f"drop table if exists {table}")
    return {
        "people": buyers.people,
        "orders": buyers.orders,
        "amount_fen": buyers.amount_fen,
        "scale": None if scale is None else scale.model_dump(),
        "cells": [cell.model_dump() for cell in cells],
        "at": now.astimezone(UTC).isoformat(),
    }


def _own(corp_id: int, run_id: int) -> dict[str, Any]:
    return {"corp": corp_id, "run": int(run_id)}


async def _seen(engine: Engine, corp_id: int, body: Answer) -> dict[str, Any]:
    """Nothing where he sees everybody, else whom he sees, to be bound."""
    if body.get("members") is None:
        return {}
    seen = await engine.scope(corp_id, body["members"])
    return {"seen": audience.encoded(seen).hex()}


@audience.question("rfm.cells")
async def cells(engine: Engine, corp_id: int, body: Answer) -> Answer:
    """How many share scores in a run, of those he may see."""
    seen = await _seen(engine, corp_id, body)
    where = f" and {_SEEN}" if seen else ""
    rows = await engine.store.query(
        reckoning.CELLS_OF_RUN.replace(" group by", where + " group by"),
        {**_own(corp_id, body["run"]), **seen},
    )
    return {"cells": [cell.model_dump() for cell in reckoning.cells_of(rows)]}


@audience.question("rfm.people")
async def people(engine: Engine, corp_id: int, body: Answer) -> Answer:
    """The next people of a run with these scores, who paid most first."""
    chosen = {name: body[name] for name in _CHOSEN if body.get(name) is not None}
    seen = await _seen(engine, corp_id, body)
    asked = {**_own(corp_id, body["run"]), **chosen, **seen}
    parts = ["corp_id = {corp:UInt32}", "run = {run:UInt64}"]
    parts += [_CHOSEN[name] for name in chosen]
    parts += [_SEEN] if seen else []
    where = " and ".join(parts)
    total = await engine.store.query(f"select count() from rfm where {where}", asked)  # noqa: S608 - its parts are constants
    if body.get("after"):
        amount, last = body["after"]
        where, asked = f"{where} and {_AFTER}", {**asked, "amount": amount, "id": last}
    rows = await engine.store.query(
        f"select id, class, r, f, m, days, orders, amount_fen from rfm where {where}"  # noqa: S608 - its parts are constants
        " order by amount_fen desc, id desc limit {limit:UInt32}",
        {**asked, "limit": int(body["limit"])},
    )
    return {"total": int(total[0][0]), "rows": [list(row) for row in rows]}


@audience.question("rfm.person")
async def person(engine: Engine, corp_id: int, body: Answer) -> Answer:
    """One person's row of a run, if he is in it; who may see him is asked before."""
    rows = await engine.store.query(
        "select id, class, r, f, m, days, orders, amount_fen from rfm"
        " where corp_id = {corp:UInt32} and run = {run:UInt64} and id = {id:UInt32}",
        {**_own(corp_id, body["run"]), "id": int(body["id"])},
    )
    return {"rows": [list(row) for row in rows]}


@audience.question("rfm.missing")
async def missing(engine: Engine, corp_id: int, body: Answer) -> Answer:
    """Whether the rows of the run in force are gone: the store was made anew."""
    rows = await engine.store.query(
        "select count() from (select 1 from rfm"
        " where corp_id = {corp:UInt32} and run = {run:UInt64} limit 1)",
        _own(corp_id, body["run"]),
    )
    return {"missing": not rows[0][0]}


@audience.question("rfm.flows")
async def flows(engine: Engine, corp_id: int, body: Answer) -> Answer:
    """Of those he may see, who went from which class of one run into which of another."""
    async with engine.runtime.database.owner() as session:
        repository = RfmRepository(session, corp_id)
        before = await repository.members(body["before"])
        after = await repository.members(body["after"])
    seen = await engine.scope(corp_id, body["members"])
    return {"items": flows_of(before, after, seen)}


def flows_of(
    before: dict[ClassKey, BitMap], after: dict[ClassKey, BitMap], seen: BitMap | None = None
) -> list[tuple[str | None, str | None, int]]:
    """Pairs of classes with how many went; those who stayed as well."""
    found: list[tuple[str | None, str | None, int]] = []
    for (old, new), ids in moving.moves(before, after):
        count = len(ids) if seen is None else ids.intersection_cardinality(seen)
        if count:
            found.append((old, new, count))
    for key in CLASSES:
        ids = before.get(key, BitMap()) & after.get(key, BitMap())
        count = len(ids) if seen is None else ids.intersection_cardinality(seen)
        if count:
            found.append((key, key, count))
    return found
