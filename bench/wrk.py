"""wrk as load generator, where it is installed: it leaves the most of two cores to the servers."""

import asyncio
import json
import pickle
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from yutang.cli.demo.results import percentile

# Requests are loaded from a file: each starts with its length on a line of its own.
_SCRIPT = """
local requests, place = {}, 0
wraps = 0
function init(args)
  local file = assert(io.open(args[1], "rb"))
  while true do
    local size = file:read("*n")
    if not size then break end
    file:read(1)
    requests[#requests + 1] = file:read(size)
  end
  file:close()
end
function request()
  place = place + 1
  if place > #requests then place = 1; wraps = wraps + 1 end
  return requests[place]
end
local threads = {}
function setup(thread) table.insert(threads, thread) end
function done(summary, latency, _)
  local errors = summary.errors
  local total = 0
  for _, thread in ipairs(threads) do total = total + thread:get("wraps") end
  io.write(string.format(
    '\\n{"requests": %d, "micros": %d, "refused": %d, "p99_ms": %.3f, "wraps": %d}\\n',
    summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(99) / 1000, total))
end
"""


@dataclass(frozen=True, slots=True)
class Load:
    """One timed run: how many a second were answered 200, how slow, how many were not."""

    per_second: float
    p99_ms: float
    refused: int
    wraps: int
    """How often the requests began anew; the data was too small for a server that stores it."""


def installed() -> bool:
    """Whether wrk is there."""
    return shutil.which("wrk") is not None


async def version() -> str:
    """Its version, for the record."""
    process = await asyncio.create_subprocess_exec(
        "wrk", "--version", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    out, _ = await process.communicate()
    found = re.search(rb"wrk \S+", out)
    return found.group().decode() if found else "wrk"


async def run_wrk(requests: Sequence[bytes], port: int, connections: int, seconds: float) -> Load:
    """`connections` from one thread for whole `seconds`."""
    with tempfile.TemporaryDirectory(prefix="yutang-wrk-") as folder:
        script, data = Path(folder, "load.lua"), Path(folder, "requests")
        script.write_text(_SCRIPT)
        data.write_bytes(b"".join(b"%d\n" % len(r) + r + b"\n" for r in requests))
        process = await asyncio.create_subprocess_exec(
            "wrk", "-t1", f"-c{connections}", f"-d{seconds:.0f}s", "--latency",
            "-s", str(script), f"http://127.0.0.1:{port}/", "--", str(data),
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, _ = await process.communicate()
    answer = json.loads(out.splitlines()[-1])
    return Load(
        per_second=(answer["requests"] - answer["refused"]) / (answer["micros"] / 1e6),
        p99_ms=answer["p99_ms"],
        refused=answer["refused"],
        wraps=answer["wraps"],
    )


async def run_own(requests: Sequence[bytes], port: int, connections: int, seconds: float) -> Load:
    """The same by our own client in a second process, where there is no wrk."""
    with tempfile.TemporaryDirectory(prefix="yutang-load-") as folder:
        data = Path(folder, "requests")
        data.write_bytes(pickle.dumps(list(requests)))
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bench.load", str(data), str(port), str(connections),
            str(seconds), stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, _ = await process.communicate()
    answer = json.loads(out)
    return Load(
        per_second=len(answer["acknowledged"]) / answer["seconds"],
        p99_ms=percentile(sorted(answer["latencies_ms"]), 0.99),
        refused=answer["refused"],
        wraps=0,
    )
