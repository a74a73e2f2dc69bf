"""Scripted days: how fast the emulator lives them, in how much memory, and who waits meanwhile.

Each shipped scenario is lived at once in an emulator with one process, while a stranger asks for
`/healthz` fifty times a second: his longest wait is how long the life held the loop. Every run ends
with the invariants; one that is broken ends the benchmark. `acts_per_second` is by the wall clock;
beside it stands what one second of the emulator's own processor time gives.
"""

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import Any

import httpx2

from yutang.cli.demo.stack import free_ports

from .servers import serve
from .showing import show_bounds, show_table, show_versions

BOUNDS = {
    "slowest_day_seconds": ("<=", 600.0),
    "acts_per_processor_second": (">=", 1_500.0),
    "peak_mb": ("<=", 500.0),
}
SCENARIOS, QUICK = ("shop", "restaurants", "viral", "bank"), ("shop",)
CORPID = "ww-life"
_EVERY_SECONDS = 0.02


async def run(*, quick: bool = False) -> dict[str, Any]:
    """Keys, each of the worst scenario.

    acts_per_second, acts_per_processor_second, slowest_day_seconds, longest_wait_ms, peak_mb.
    """
    rows = [await _one(name) for name in (QUICK if quick else SCENARIOS)]
    show_versions("starlette", "uvicorn", "uvloop")
    show_table(
        "scripted days",
        ("scenario", "acts", "acts/s", "/cpu s", "a day", "MB", "wait p99 ms", "longest"),
        [
            (
                row["name"],
                row["acts"],
                f"{row['rate']:.0f}",
                f"{row['cpu_rate']:.0f}",
                f"{row['day_seconds']:.1f} s",
                f"{row['mb']:.0f}",
                f"{row['p99_ms']:.0f}",
                f"{row['longest_ms']:.0f}",
            )
            for row in rows
        ],
    )
    keys = {
        "acts_per_second": round(min(row["rate"] for row in rows)),
        "acts_per_processor_second": round(min(row["cpu_rate"] for row in rows)),
        "slowest_day_seconds": round(max(row["day_seconds"] for row in rows), 2),
        "longest_wait_ms": round(max(row["longest_ms"] for row in rows), 1),
        "peak_mb": round(max(row["mb"] for row in rows), 1),
    }
    show_bounds(keys, BOUNDS)
    return keys


async def _one(name: str) -> dict[str, Any]:
    """Live one scenario in an emulator of its own."""
    [port] = free_ports(1)
    url = f"http://127.0.0.1:{port}"
    command = (sys.executable, "-m", "wecom_emulator", "serve", "--port", str(port))
    async with (
        serve(command, {}, f"{url}/healthz") as process,
        httpx2.AsyncClient(base_url=url, trust_env=False, timeout=120) as http,
    ):
        corp = {"corpid": CORPID, "apps": [{"agentid": 1, "secret": "s"}]}
        (await http.post("/emulator/corps", json=corp)).raise_for_status()
        path, waits = f"/emulator/corps/{CORPID}/life", list[float]()
        before = _processor_seconds(process.pid)
        body = {"scenario": name, "seed": 7, "speed": "max"}
        told = (await http.post(path, json=body)).raise_for_status().json()
        looked = time.perf_counter()
        while told["running"]:
            began = time.perf_counter()
            await http.get("/healthz")
            waits.append(time.perf_counter() - began)
            await asyncio.sleep(_EVERY_SECONDS)
            if time.perf_counter() - looked > 1:
                told = (await http.get(path, params={"rows": 0})).json()
                looked = time.perf_counter()
        used = _processor_seconds(process.pid) - before
        judged = (await http.get(f"{path}/check")).json()
        if told["status"] != "finished" or not judged["ok"]:
            message = f"{name} was {told['status']}: {judged}"
            raise RuntimeError(message)
        waits.sort()
        return {
            "name": name,
            "acts": told["acts"],
            "rate": told["acts_per_second"],
            "cpu_rate": told["acts"] / used,
            "day_seconds": told["seconds"] / told["days"],
            "mb": _peak_mb(process.pid),
            "p99_ms": 1000 * waits[int(0.99 * (len(waits) - 1))],
            "longest_ms": 1000 * waits[-1],
        }


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak_mb(pid: int) -> float:
    """The most memory the process ever had, MB (10^6 bytes)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    line = next(line for line in status if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6
