"""Starts what a benchmark measures, each in a process of its own, and reads what it uses."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2
from pydantic import SecretStr

from yutang.kernel.fitting import fitting, machine_bytes
from yutang.kernel.postgres import LocalPostgres
from yutang.kernel.runtime import Runtime
from yutang.migrating import upgrade
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import NewApp, NewCorp, NewOwner

from .callbacks import AES_KEY, AGENT_ID, CORPID, TOKEN

START_SECONDS = 90.0
# As `yutang api` starts it: the same server, loop and parser for the peers.
_UVICORN = (
    sys.executable, "-m", "uvicorn", "--factory", "--host", "127.0.0.1", "--loop", "uvloop",
    "--http", "httptools", "--no-access-log", "--log-level", "warning", "--backlog", "4096",
)  # fmt: skip


def peer(factory: str, port: int) -> tuple[str, ...]:
    """The command that serves the application of `factory`."""
    return (*_UVICORN, "--port", str(port), factory)


@asynccontextmanager
async def serve(
    command: Sequence[str], environment: Mapping[str, str], probe: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a server until the block ends; it is there when `probe`, an address, answers 200."""
    process = await asyncio.create_subprocess_exec(*command, env={**os.environ, **environment})
    try:
        await until_answers(process, probe)
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def until_answers(process: asyncio.subprocess.Process, url: str, every: float = 0.05) -> None:
    """Return when `url` answers 200; raises RuntimeError when it never will."""
    loop = asyncio.get_running_loop()
    until = loop.time() + START_SECONDS
    async with httpx2.AsyncClient(trust_env=False) as http:
        while True:
            try:
                if (await http.get(url)).status_code == httpx2.codes.OK:
                    return
            except httpx2.TransportError:
                if process.returncode is not None:
                    message = f"the process ended with {process.returncode} before {url} answered"
                    raise RuntimeError(message) from None
            if loop.time() > until:
                message = f"{url} did not answer 200 within {START_SECONDS:.0f} s"
                raise RuntimeError(message)
            await asyncio.sleep(every)


def family(pid: int) -> set[int]:
    """`pid` and all its descendants."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            parents[int(entry.name)] = int(fields[1])
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def pss_mb(pids: Iterable[int]) -> float:
    """Memory of the processes, shared pages counted once, in MB (10^6 bytes)."""
    total = 0
    for pid in pids:
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        line = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
        total += int(line.split()[1]) * 1024
    return total / 1e6


@asynccontextmanager
async def database(home: Path) -> AsyncIterator[str]:
    """An embedded PostgreSQL in `home` as `yutang up` starts it, migrated; gives its address."""
    server = LocalPostgres(home / "postgres", settings=fitting(machine_bytes()))
    # From the main thread, as it asks for: a benchmark has nothing else to do meanwhile.
    server.start()
    try:
        upgrade(server.dsn())
        yield server.dsn()
    finally:
        server.stop()


async def add_company(runtime: Runtime, corpid: str = CORPID, secret: str | None = None) -> int:
    """A corp with the app of `callbacks`; its id. Without a secret WeCom is never asked."""
    app = NewApp(
        agent_id=AGENT_ID,
        secret=SecretStr(secret or "unused-by-this-benchmark"),
        callback_token=SecretStr(TOKEN),
        aes_key=SecretStr(AES_KEY),
    )
    owner = NewOwner(login="bench", name="bench", password=SecretStr("unused-password"))
    async with runtime.database.owner() as session:
        new = NewCorp(corpid=corpid, name="bench", apps=[app])
        return await corps.add_corp(session, runtime.vault, new, owner)
