"""Classes of all buyers reckoned: ours in the audience's store against pandas, turn by turn.

Both begin with the same orders where each keeps them: ours in the tables that the feed fills,
pandas in a Parquet file of the columns it needs, which it reads and reckons on (`compute_ratio`
leaves the reading out: the orders lie in its memory already). Ours includes the eight bitmaps that
are written to PostgreSQL. Settings are those a corp begins with: 365 days, five bins each by equal
parts, high from the mean on; a thousandth of the people was merged into another. Every buyer's
days, orders, amount, scores and class are compared.
"""

import multiprocessing
import os
import statistics
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from yutang.cli.demo.stack import temporary_home

from .rfm_side import DAY, STATUSES, Work, load, pandas_reckons, reckon
from .showing import CONSOLE, show_bounds, show_table, show_versions

BOUNDS: Final = {"ratio_to_peer": (">=", 20.0), "peak_mb": ("<=", 2048.0), "wrong": ("<=", 0.0)}
SEED: Final = 23
GIVEN_BACK, WHOLE, WIDE = 0.1, 0.02, 0.5
"""Shares: something was refunded, all of it was, anybody bought it."""


@dataclass(frozen=True, slots=True)
class Size:
    """People, orders, rounds of each side."""

    people: int
    orders: int
    rounds: int


FULL, QUICK = Size(10_000_000, 50_000_000, 5), Size(20_000, 100_000, 1)


async def run(*, quick: bool = False) -> dict[str, Any]:
    """Keys seconds, ratio_to_peer, peak_mb; peer_seconds, compute_ratio, buyers, wrong besides.

    YUTANG_BENCH_CUSTOMERS and YUTANG_BENCH_ORDERS set the size.
    """
    usual = QUICK if quick else FULL
    size = Size(
        int(os.environ.get("YUTANG_BENCH_CUSTOMERS", usual.people)),
        int(os.environ.get("YUTANG_BENCH_ORDERS", usual.orders)),
        usual.rounds,
    )
    show_versions("chdb", "pandas", "numpy", "pyarrow")
    spawn = multiprocessing.get_context("spawn")
    with temporary_home() as home:
        work = Work(home, round(datetime.now(UTC).timestamp() * 1_000_000))
        _write(work, size)
        loading = spawn.Process(target=load, args=(work, size.people))
        loading.start()
        loading.join()
        if loading.exitcode:
            message = f"the store could not be filled: exit code {loading.exitcode}"
            raise RuntimeError(message)
        ours, pandas = _Side(spawn, reckon, work), _Side(spawn, pandas_reckons, work)
        for _ in range(size.rounds):
            ours.ask()
            pandas.ask()
        peak, peer_peak = ours.end(), pandas.end()
        wrong = _differing(work)
    seconds = ours.median(0)
    keys = {
        "seconds": round(seconds, 3),
        "ratio_to_peer": round(pandas.median(0) / seconds, 2),
        "peak_mb": peak,
        "peer_seconds": round(pandas.median(0), 3),
        "compute_ratio": round(pandas.median(1) / seconds, 2),
        "peer_peak_mb": peer_peak,
        "buyers": int(ours.median(2)),
        "wrong": wrong,
    }
    show_table(
        f"{size.people:,} people, {size.orders:,} orders, {keys['buyers']:,} buyers",
        ("", "rounds", "seconds", "without reading", "peak MB"),
        [
            ("ours", size.rounds, f"{seconds:.2f}", f"{seconds:.2f}", peak),
            (
                "pandas",
                size.rounds,
                f"{pandas.median(0):.2f}",
                f"{pandas.median(1):.2f}",
                peer_peak,
            ),
        ],
    )
    CONSOLE.print(f"{wrong} buyers differ", style="dim")
    show_bounds(keys, BOUNDS)
    return keys


class _Side:
    """A process that reckons when it is asked."""

    def __init__(self, spawn: Any, target: Any, work: Work) -> None:
        self._line, theirs = spawn.Pipe()
        self._process = spawn.Process(target=target, args=(work, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self.told: list[tuple[float, ...]] = []

    def ask(self) -> None:
        """Once, and wait. Raises EOFError where the process died."""
        self._line.send("reckon")
        self.told.append(self._line.recv())

    def end(self) -> int:
        """The peak of its memory in MB; its answer is written."""
        self._line.send(None)
        peak = int(self._line.recv())
        self._process.join()
        return peak

    def median(self, place: int) -> float:
        """Of one of the numbers it told: seconds, those without reading, people."""
        return statistics.median(one[place] for one in self.told)


def _write(work: Work, size: Size) -> None:
    """Orders of 500 days, a few people buying most of them; one in ten gives something back."""
    dice = np.random.default_rng(SEED)
    moved = dice.choice(np.arange(1, size.people + 1), size.people // 1_000 * 2, replace=False)
    np.save(work.aliases, moved.reshape(-1, 2))
    schema = pa.schema(
        [
            ("customer_id", pa.uint32()),
            ("status", pa.dictionary(pa.int8(), pa.string())),
            ("bought_at", pa.timestamp("us", tz="UTC")),
            ("amount_fen", pa.int64()),
            ("refunded_fen", pa.int64()),
        ]
    )
    with pq.ParquetWriter(work.orders, schema) as file:
        left = size.orders
        while left:
            rows = min(left, 1_000_000)
            left -= rows
            amount = dice.integers(0, 2_000, rows) * 50
            back = np.where(dice.random(rows) < GIVEN_BACK, dice.random(rows), 0)
            refunded = np.where(dice.random(rows) < WHOLE, amount, (amount * back).astype(np.int64))
            ago = dice.integers(0, 500 * DAY, rows)
            status = dice.choice(len(STATUSES), rows, p=(0.3, 0.2, 0.45, 0.05)).astype(np.int8)
            # Bought by one out of a wide or of a narrow crowd.
            who = np.where(
                dice.random(rows) < WIDE,
                dice.integers(1, size.people + 1, rows),
                dice.integers(1, size.people // 10 + 1, rows),
            )
            file.write_table(
                pa.table(
                    [
                        pa.array(who.astype(np.uint32)),
                        pa.DictionaryArray.from_arrays(pa.array(status), list(STATUSES)),
                        pa.array(work.now - ago, pa.timestamp("us", tz="UTC")),
                        pa.array(amount.astype(np.int64)),
                        pa.array(refunded),
                    ],
                    schema=schema,
                )
            )


def _differing(work: Work) -> int:
    ours, theirs = (np.load(work.home / f"{side}.npy") for side in ("ours", "pandas"))
    if ours.shape != theirs.shape:
        return abs(len(ours) - len(theirs)) or len(ours)
    return int((ours != theirs).any(axis=1).sum())
