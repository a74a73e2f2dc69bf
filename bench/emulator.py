"""A generated company in the emulator: how fast a sync can page through it, what it costs.

One emulator with one process, and a client that walks `batch/get_by_user` over four connections,
100 members and 100 customers a page, as a first sync does. The client checks each page: all there,
nobody twice. `customers_per_second` is by the wall clock; beside it stands what one second of the
emulator's own processor time gives, which is the same on an idle core and says more on a busy one.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx2
import orjson

from yutang.cli.demo.stack import free_ports

from .servers import until_answers
from .showing import CONSOLE, show_bounds, show_table, show_versions

BOUNDS = {
    "customers_per_second": (">=", 6_000.0),
    "peak_mb": ("<=", 1_000.0),
    "start_seconds": ("<=", 10.0),
}
CONNECTIONS = 4
PAGE = MEMBERS = 100
CORPID, SECRET = "ww-bench", "secret-of-the-bench"
_CONTACT = "/cgi-bin/externalcontact"
_ENDLESS = ("calls_a_minute", "calls_an_hour", "ip_calls_a_minute", "ip_calls_an_hour")


@dataclass(frozen=True, slots=True)
class Size:
    """How large the company is, and how many pages are read how often."""

    staff: int = 5_000
    customers: int = 10_000_000
    groups: int = 20_000
    tags: int = 2_000
    pages: int = 1_000
    rounds: int = 5
    looked_at: int = 20
    """Members whose lists, pages and customers are compared."""
    tick: float = 0.01
    """The share that is changed before the memory is read."""


QUICK = Size(500, 200_000, 200, 200, pages=40, rounds=1, looked_at=4, tick=0.005)


class Api:
    """One connection to the emulator."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._token = ""

    async def open(self) -> None:
        """Connect, and get a token."""
        self._reader, self._writer = await asyncio.open_connection(
            "127.0.0.1", self._port, limit=1 << 20
        )
        told = await self.ask("/cgi-bin/gettoken", corpid=CORPID, corpsecret=SECRET)
        self._token = told["access_token"]

    def close(self) -> None:
        """End the connection."""
        self._writer.close()

    async def ask(self, path: str, body: Any = None, **query: str) -> Any:
        """The JSON of an answer; raises RuntimeError for a refusal."""
        raw = b"" if body is None else orjson.dumps(body)
        query |= {"access_token": self._token} if self._token else {}
        head = (
            f"{'POST' if raw else 'GET'} {path}?{urlencode(query)} HTTP/1.1\r\n"
            f"Host: 127.0.0.1\r\nContent-Length: {len(raw)}\r\n\r\n"
        )
        self._writer.write(head.encode() + raw)
        lines = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        start = lines.index(b"content-length:") + 15
        length = int(lines[start : lines.index(b"\r\n", start)])
        told = orjson.loads(await self._reader.readexactly(length))
        if isinstance(told, dict) and (told.get("errcode") or told.get("error")):
            message = f"{path}: {told}"
            raise RuntimeError(message)
        return told

    async def page(self, userids: Sequence[str], cursor: str) -> tuple[list[Any], str]:
        """One page of members' customers."""
        body = {"userid_list": userids, "cursor": cursor, "limit": PAGE}
        told = await self.ask(f"{_CONTACT}/batch/get_by_user", body)
        return told["external_contact_list"], told["next_cursor"]


async def run(*, quick: bool) -> dict[str, object]:
    """Measure; returns the keys. Raises RuntimeError where two answers do not agree."""
    size = QUICK if quick else Size()
    show_versions("uvicorn", "orjson", "cryptography")
    (port,) = free_ports(1)
    with tempfile.TemporaryDirectory() as folder:
        process, start_seconds = await _start(size, port, Path(folder))
        started = _processor_seconds(process.pid)
        try:
            rates, by_processor = await _measure(size, port, process.pid)
            idle_mb = _peak_mb(process.pid)
            changed = await _tick(port, size)
            peak_mb = _peak_mb(process.pid)
        finally:
            process.terminate()
            await process.wait()
    show_table(
        f"{size.customers:,} customers of {size.staff:,} members, a page of {PAGE}",
        ("", "median", "range"),
        [
            ("customers a second", f"{statistics.median(rates):,.0f}", _range(rates)),
            (
                "customers a second of the emulator's processor",
                f"{statistics.median(by_processor):,.0f}",
                _range(by_processor),
            ),
            ("seconds until it answers", f"{start_seconds:.2f}", ""),
            ("seconds of its processor until then", f"{started:.2f}", ""),
            ("MB at most, once all was read", f"{idle_mb:.0f}", ""),
            (f"MB at most, once a tick changed {changed:,}", f"{peak_mb:.0f}", ""),
        ],
    )
    CONSOLE.print(f"load of the machine: {os.getloadavg()[0]:.1f}", style="dim")
    keys: dict[str, object] = {
        "customers_per_second": round(statistics.median(rates)),
        "customers_per_processor_second": round(statistics.median(by_processor)),
        "peak_mb": round(peak_mb, 1),
        "start_seconds": round(start_seconds, 2),
    }
    show_bounds(keys, BOUNDS)
    return keys


async def _start(size: Size, port: int, folder: Path) -> tuple[asyncio.subprocess.Process, float]:
    """The emulator, and the seconds until it answered."""
    began = time.perf_counter()
    sizes = ("staff", "customers", "groups", "tags")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "wecom_emulator", "serve", "--port", str(port),
        *(word for name in sizes for word in (f"--{name}", str(getattr(size, name)))),
        "--seed", "7", "--corpid", CORPID, "--secret", SECRET,
        "--state", str(folder / "state.json"),
        stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    await until_answers(process, f"http://127.0.0.1:{port}/healthz", every=0.01)
    took = time.perf_counter() - began
    async with httpx2.AsyncClient(trust_env=False) as http:
        endless = dict.fromkeys(_ENDLESS, 0)
        await http.post(f"http://127.0.0.1:{port}/emulator/limits", json=endless)
    return process, took


async def _measure(size: Size, port: int, pid: int) -> tuple[list[float], list[float]]:
    """Customers by second of the wall clock and of the emulator's processor, in each round."""
    async with _apis(port, 1) as [api]:
        userids = (await api.ask(f"{_CONTACT}/get_follow_user_list"))["follow_user"]
        await _compare(api, userids, size.looked_at)
    rates, by_processor = [], []
    for each in range(size.rounds):
        parts = _parts(userids, each, size.rounds)
        # Opened anew: the server ends a connection that says nothing for a while.
        async with _apis(port, CONNECTIONS) as apis:
            began, used = time.perf_counter(), _processor_seconds(pid)
            pages = size.pages // CONNECTIONS
            read = await asyncio.gather(
                *(_walk(api, part, pages) for api, part in zip(apis, parts, strict=True))
            )
            seconds, used = time.perf_counter() - began, _processor_seconds(pid) - used
        rates.append(sum(read) / seconds)
        by_processor.append(sum(read) / max(used, 0.01))
    return rates, by_processor


@asynccontextmanager
async def _apis(port: int, count: int) -> AsyncIterator[list[Api]]:
    apis = [Api(port) for _ in range(count)]
    for api in apis:
        await api.open()
    try:
        yield apis
    finally:
        for api in apis:
            api.close()


def _parts(userids: list[str], round_: int, rounds: int) -> list[list[str]]:
    """Other members for each connection and each round, as far as there are enough."""
    step = max(1, len(userids) // (CONNECTIONS * rounds))
    starts = [step * (round_ * CONNECTIONS + place) for place in range(CONNECTIONS)]
    return [(userids[start:] + userids[:start])[:MEMBERS] for start in starts]


async def _walk(api: Api, userids: list[str], pages: int) -> int:
    """Read up to so many pages; how many customers were on them, each pair once."""
    seen: set[tuple[str, str]] = set()
    read, cursor = 0, ""
    for _ in range(pages):
        rows, cursor = await api.page(userids, cursor)
        read += len(rows)
        seen.update(
            (row["follow_info"]["userid"], row["external_contact"]["external_userid"])
            for row in rows
        )
        if not cursor:
            break
        if len(rows) != PAGE:
            message = f"a page before the last one has {len(rows)} rows"
            raise RuntimeError(message)
    if len(seen) != read:
        message = f"{read - len(seen)} of {read} rows came twice"
        raise RuntimeError(message)
    return read


async def _compare(api: Api, userids: list[str], looked_at: int) -> None:
    """A member's list, his pages and each of some customers tell the same."""
    for userid in userids[:: max(1, len(userids) // looked_at)][:looked_at]:
        listed = (await api.ask(f"{_CONTACT}/list", userid=userid))["external_userid"]
        rows: list[Any] = []
        cursor = ""
        while not rows or cursor:
            part, cursor = await api.page([userid], cursor)
            rows += part
        if [row["external_contact"]["external_userid"] for row in rows] != listed:
            message = f"the list of {userid} and his pages differ"
            raise RuntimeError(message)
        for row in rows[:: max(1, len(rows) // 20)]:
            external = row["external_contact"]["external_userid"]
            told = await api.ask(f"{_CONTACT}/get", external_userid=external)
            mine = next(f for f in told["follow_user"] if f["userid"] == userid)
            same = {key: mine[key] for key in ("createtime", "add_way", "remark")}
            if told["external_contact"] != row["external_contact"] or same != {
                key: row["follow_info"][key] for key in same
            }:
                message = f"{external} is told differently alone and on a page"
                raise RuntimeError(message)


async def _tick(port: int, size: Size) -> int:
    """Change a share of the company, so that the memory for what is kept counts as well."""
    async with httpx2.AsyncClient(trust_env=False, timeout=600) as http:
        answer = await http.post(
            f"http://127.0.0.1:{port}/emulator/corps/{CORPID}/tick", json={"share": size.tick}
        )
    changed = sum(answer.raise_for_status().json()["changed"].values())
    if changed != round(size.tick * size.customers):
        message = f"a tick of {size.tick} of {size.customers} customers changed {changed}"
        raise RuntimeError(message)
    return int(changed)


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak_mb(pid: int) -> float:
    """The most memory the process ever had, MB (10^6 bytes)."""
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    line = next(line for line in status if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6


def _range(values: list[float]) -> str:
    return f"{min(values):,.0f}-{max(values):,.0f}"
