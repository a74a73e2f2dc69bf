"""Copies of a process that has read the product, as real processes."""

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2
import pytest

from tests.yutang.cli.test_supervisor import lives
from yutang.cli import nursery
from yutang.cli.supervisor import listen
from yutang.cli.up import PROGRAM

pytestmark = pytest.mark.skipif(not nursery.IS_HERE, reason="copies are made on Linux only")
NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"


@pytest.fixture(autouse=True)
def warm() -> None:
    """As whoever starts everything does first, in its main thread."""
    nursery.warm()


@asynccontextmanager
async def api(home: Path) -> AsyncIterator[tuple[nursery.Copy, str]]:
    """An api without a database: it lives and says so."""
    env = {"YUTANG_HOME": str(home), "YUTANG_DATABASE_URL": NOWHERE}
    with listen("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        argv = [*PROGRAM, "api", "--fd", str(listening.fileno())]
        copy = await nursery.start(argv, env, [listening])
        try:
            yield copy, f"http://127.0.0.1:{port}"
        finally:
            if copy.returncode is None:
                copy.kill()
                await copy.wait()


async def test_a_copy_serves_and_is_told_by_its_name(tmp_path: Path) -> None:
    async with api(tmp_path) as (copy, url), httpx2.AsyncClient(timeout=120) as http:
        assert (await http.get(f"{url}/healthz")).status_code == 200
        command = Path(f"/proc/{copy.pid}/cmdline").read_bytes().rstrip(b"\0 ").decode()
        assert command.startswith("yutang api --fd ")
        assert copy.returncode is None
        ending = asyncio.create_task(copy.wait())
        copy.send_signal(signal.SIGTERM)
        # As uvicorn ends: the signal is raised once more when all is closed.
        assert await ending in {0, -signal.SIGTERM}
        assert await copy.wait() == copy.returncode


async def test_a_killed_one_says_so_and_another_takes_its_place(tmp_path: Path) -> None:
    async with api(tmp_path) as (copy, _):
        copy.kill()
        assert await copy.wait() == -signal.SIGKILL
        with pytest.raises(ProcessLookupError):
            copy.kill()
    async with api(tmp_path) as (other, url), httpx2.AsyncClient(timeout=120) as http:
        assert (await http.get(f"{url}/healthz")).status_code == 200
        assert other.pid != copy.pid


async def test_its_end_is_that_of_its_command() -> None:
    for command, status in ((["db", "upgrade"], 1), (["no-such-command"], 2), (["db", "-h"], 2)):
        copy = await nursery.start([*PROGRAM, *command], {"YUTANG_DATABASE_URL": NOWHERE})
        assert await copy.wait() == status


def test_copies_end_with_whoever_wanted_them(tmp_path: Path) -> None:
    script = (
        "import asyncio, os, time\n"
        "from yutang.cli import nursery\n"
        "from yutang.cli.supervisor import listen\n"
        "nursery.warm()\n"
        "s = listen('127.0.0.1', 0)\n"
        "argv = ['python', '-m', 'yutang', 'api', '--fd', str(s.fileno())]\n"
        "copy = asyncio.run(nursery.start(argv, {}, [s]))\n"
        "print(copy.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    env = {**os.environ, "YUTANG_HOME": str(tmp_path), "YUTANG_DATABASE_URL": NOWHERE}
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=env, text=True
    ) as wanting:
        assert wanting.stdout is not None
        pid = int(wanting.stdout.readline())
        assert lives(pid)
        wanting.kill()
        until = time.monotonic() + 60
        while lives(pid):
            assert time.monotonic() < until
            time.sleep(0.02)


async def test_a_start_that_is_given_up_leaves_nobody(tmp_path: Path) -> None:
    env = {"YUTANG_HOME": str(tmp_path), "YUTANG_DATABASE_URL": NOWHERE}
    with listen("127.0.0.1", 0) as listening:
        argv = [*PROGRAM, "api", "--fd", str(listening.fileno())]
        starting = asyncio.create_task(nursery.start(argv, env, [listening]))
        await asyncio.sleep(0)
        starting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await starting
    async with asyncio.timeout(60):
        while multiprocessing.active_children():
            await asyncio.sleep(0.01)
