"""The two who reckon classes, each in a process of its own: the audience's store, and pandas."""

import asyncio
import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from psutil import Process

from yutang.people.audience.store import Limits, Store
from yutang.people.rfm import reckoning
from yutang.people.rfm.schemas import CLASSES, RfmSettings

CORP: Final = 1
DAY: Final = 86_400_000_000
STATUSES: Final = ("paid", "shipped", "completed", "cancelled")
BATCH: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Work:
    """Where everything lies."""

    home: Path
    now: int
    """Microseconds of the epoch."""

    @property
    def orders(self) -> Path:
        """Both read this file."""
        return self.home / "orders.parquet"

    @property
    def aliases(self) -> Path:
        """Merged people."""
        return self.home / "aliases.npy"


def _store(work: Work) -> Store:
    # As the process of the engine on this machine: half of its least budget for one statement.
    return Store(f"chdb://{work.home / 'store'}", limits=Limits(memory_bytes=1 << 30))


def load(work: Work, people: int) -> None:
    """Fill the store as the feed leaves it; ends with the process, and its memory with it."""
    asyncio.run(_load(work, people))


async def _load(work: Work, people: int) -> None:
    store = _store(work)
    await store.open()
    for first in range(0, people, BATCH):
        await store.command(
            "insert into people (corp_id, id, ver, gone, created_at) select {corp:UInt32},"
            " number + 1, 1, 0, now64(6) from numbers({first:UInt64}, {many:UInt64})",
            {"corp": CORP, "first": first, "many": min(BATCH, people - first)},
        )
    moved = np.load(work.aliases)
    await store.insert_arrow(
        "aliases",
        pa.table(
            {
                "corp_id": pa.array(np.full(len(moved), CORP, np.uint32)),
                "from_id": pa.array(moved[:, 0].astype(np.uint32)),
                "to_id": pa.array(moved[:, 1].astype(np.uint32)),
                "ver": pa.array(np.ones(len(moved), np.uint64)),
            }
        ),
    )
    place = 0
    for batch in pq.ParquetFile(work.orders).iter_batches(BATCH):
        rows = len(batch)
        # Only what the reckoning reads; ClickHouse keeps each column by itself.
        table = pa.table(
            {
                "corp_id": pa.array(np.full(rows, CORP, np.uint32)),
                "id": pa.array(np.arange(place + 1, place + rows + 1, dtype=np.uint64)),
                "ver": pa.array(np.ones(rows, np.uint64)),
                "gone": pa.array(np.zeros(rows, np.uint8)),
                "customer_id": batch["customer_id"],
                "status": batch["status"].cast(pa.string()),
                "placed_at": batch["bought_at"],
                "bought_at": batch["bought_at"],
                "amount_fen": batch["amount_fen"],
                "refunded_fen": batch["refunded_fen"],
            }
        )
        await store.insert_arrow("orders", table)
        place += rows
    await store.command("optimize table orders", max_execution_time=0)
    await store.close()


def reckon(work: Work, line: Connection) -> None:
    """Ours: one reckoning for each message, as seconds; ends on None, with the peak of memory."""
    asyncio.run(_reckon(work, line))


async def _reckon(work: Work, line: Connection) -> None:
    store = _store(work)
    await store.open()
    at = datetime.fromtimestamp(0, UTC) + timedelta(microseconds=work.now)
    settings = RfmSettings()
    run = 0
    while await asyncio.to_thread(line.recv):
        run += 1
        began = time.perf_counter()
        table = reckoning.base_name(CORP, str(run))
        buyers = await reckoning.gather(store, CORP, settings, at, table)
        scale = await reckoning.scale(store, buyers, settings)
        if scale is not None:
            await reckoning.write(store, CORP, run, buyers, scale)
        members = await reckoning.members(store, CORP, run)
        seconds = time.perf_counter() - began
        await reckoning.tidy(store, CORP, [run])
        line.send((seconds, seconds, sum(len(ids) for ids in members.values())))
    peak = _peak_mb()
    columns = "id, r, f, m, indexOf({keys:Array(String)}, toString(class)) - 1, days, orders"
    rows = await store.query(
        f"select groupArray(tuple({columns}, amount_fen)) from"  # noqa: S608 - constants
        " (select * from rfm where run = {run:UInt64} order by id)",
        {"run": run, "keys": list(CLASSES)},
        max_memory_usage=0,
    )
    np.save(work.home / "ours.npy", np.array(rows[0][0], np.int64))
    line.send(peak)
    await store.close()


def _peak_mb() -> int:
    status = Path(f"/proc/{os.getpid()}/status")
    if status.exists():
        for row in status.read_text(encoding="ascii").splitlines():
            if row.startswith("VmHWM:"):
                return int(row.split()[1]) // 1024
    return int(Process().memory_info().rss) >> 20


def pandas_reckons(work: Work, line: Connection) -> None:
    """The peer: (seconds with reading the file, seconds of the reckoning alone) a message."""
    found: Any = None
    while line.recv():
        found = None
        began = time.perf_counter()
        orders = pq.read_table(work.orders).to_pandas()
        read = time.perf_counter()
        found = _by_pandas(orders, np.load(work.aliases), work.now)
        line.send((time.perf_counter() - began, time.perf_counter() - read, len(found)))
    np.save(work.home / "pandas.npy", found)
    line.send(_peak_mb())


def _by_pandas(orders: Any, moved: Any, now: int) -> Any:
    import pandas as pd  # noqa: PLC0415 - in its own process only

    owner = np.arange(int(orders["customer_id"].max()) + 1, dtype=np.uint32)
    owner[moved[:, 0]] = moved[:, 1]
    net = orders["amount_fen"] - orders["refunded_fen"]
    bought = orders["bought_at"].astype("int64")
    counts = (
        (bought >= now - 365 * DAY)
        & orders["status"].isin(STATUSES[:3])
        & ((net > 0) | (orders["amount_fen"] == 0))
    )
    kept = pd.DataFrame(
        {
            "id": owner[orders["customer_id"].to_numpy()[counts]],
            "bought": bought[counts].to_numpy(),
            "net": net[counts].to_numpy(),
        }
    )
    people = kept.groupby("id").agg(
        last=("bought", "max"), orders=("net", "size"), amount=("net", "sum")
    )
    people["days"] = (now - people["last"]) // DAY
    count = len(people)
    for score, column, ascending in (
        ("r", "days", False),
        ("f", "orders", True),
        ("m", "amount", True),
    ):
        less = people[column].rank(method="min", ascending=ascending).astype("int64") - 1
        people[score] = 1 + 5 * less // count
    low = {one: people[one] < people[one].mean() for one in ("r", "f", "m")}
    people["class"] = 4 * low["m"] + 2 * low["r"] + 1 * low["f"]
    columns = ["r", "f", "m", "class", "days", "orders", "amount"]
    return np.column_stack([people.index.to_numpy(), *(people[one].to_numpy() for one in columns)])
