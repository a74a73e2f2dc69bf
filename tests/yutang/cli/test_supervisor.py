"""The supervisor with stand-in children, as real processes."""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx2
import psycopg
import pytest

from yutang.cli.supervisor import Child, PortTakenError, Supervisor, listen, wait_until_ready
from yutang.kernel.postgres import LocalPostgres

SLEEPER = (sys.executable, "-c", "import time; time.sleep(60)")
STUBBORN = (
    sys.executable,
    "-c",
    """
import pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path(sys.argv[1]).touch()
time.sleep(60)
""",
)
SERVER = (
    sys.executable,
    "-c",
    """
import socket, sys, time
time.sleep(float(sys.argv[2]))
listening = socket.socket(fileno=int(sys.argv[1]))
while True:
    connection, _ = listening.accept()
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n")
    connection.sendall(b"Connection: close\\r\\n\\r\\nhi")
    connection.close()
""",
)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder every user may enter, as that of pytest is not; removed at the end."""
    with tempfile.TemporaryDirectory(prefix="yutang-up-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def lives(pid: int) -> bool:
    """Whether the process runs; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def pid_of(supervisor: Supervisor, child: str, other_than: int = 0) -> int:
    """The pid of a child once it has one that is not `other_than`."""
    async with asyncio.timeout(60):
        while supervisor.pids().get(child, other_than) in {0, other_than}:
            await asyncio.sleep(0.01)
    return supervisor.pids()[child]


def ask(postgres: LocalPostgres) -> int | None:
    """What the server answers to `select 1`; None while it recovers."""
    try:
        with psycopg.connect(postgres.dsn()) as connection:
            row = connection.execute("select 1").fetchone()
    except psycopg.OperationalError:
        return None
    return int(row[0]) if row else None


@contextlib.asynccontextmanager
async def running(supervisor: Supervisor) -> AsyncIterator[asyncio.Task[int]]:
    """Run it; at the end as by SIGTERM."""
    task = asyncio.create_task(supervisor.run())
    await asyncio.sleep(0)
    try:
        yield task
    finally:
        if not task.done():
            os.kill(os.getpid(), signal.SIGTERM)
        await task
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(name)


async def test_a_killed_child_is_restarted_and_the_other_is_not() -> None:
    supervisor = Supervisor([Child("a", SLEEPER), Child("b", SLEEPER)])
    async with running(supervisor):
        first, other = await pid_of(supervisor, "a"), await pid_of(supervisor, "b")
        os.kill(first, signal.SIGKILL)
        second = await pid_of(supervisor, "a", first)
        assert lives(second)
        os.kill(second, signal.SIGKILL)
        third = await pid_of(supervisor, "a", second)
        assert lives(third)
        assert supervisor.pids() == {"a": third, "b": other}
    assert not lives(third)


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_the_children_and_returns_0(name: signal.Signals) -> None:
    supervisor = Supervisor([Child("a", SLEEPER), Child("b", SLEEPER)])
    async with running(supervisor) as task:
        pids = [await pid_of(supervisor, child) for child in ("a", "b")]
        os.kill(os.getpid(), name)
        assert await task == 0
    assert not any(lives(pid) for pid in pids)


@pytest.mark.slow
async def test_a_child_that_does_not_listen_is_killed(tmp_path: Path) -> None:
    deaf = tmp_path / "deaf"
    supervisor = Supervisor([Child("a", [*STUBBORN, str(deaf)])])
    async with running(supervisor) as task:
        pid = await pid_of(supervisor, "a")
        while not deaf.exists():
            await asyncio.sleep(0.01)
        began = time.monotonic()
        os.kill(os.getpid(), signal.SIGTERM)
        assert await task == 0
    assert 5 <= time.monotonic() - began < 30
    assert not lives(pid)


async def test_a_request_in_the_childs_absence_is_answered_later() -> None:
    with listen("127.0.0.1", 0) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        descriptor = listening.fileno()
        child = Child("api", [*SERVER, str(descriptor), "0.3"], sockets=(listening,))
        supervisor = Supervisor([child])
        async with running(supervisor), httpx2.AsyncClient(timeout=10) as http:
            first = await pid_of(supervisor, "api")
            assert (await http.get(address)).text == "hi"
            os.kill(first, signal.SIGKILL)
            while lives(first):
                await asyncio.sleep(0.001)
            answers = await asyncio.gather(*(http.get(address) for _ in range(20)))
            assert [answer.text for answer in answers] == ["hi"] * 20
            assert supervisor.pids()["api"] != first


async def test_ready_is_told_once_after_the_url_answers() -> None:
    told: list[str] = []

    async def ready() -> None:
        told.append("ready")

    with listen("127.0.0.1", 0) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        descriptor = listening.fileno()
        child = Child("api", [*SERVER, str(descriptor), "0.3"], sockets=(listening,))
        async with running(Supervisor([child], ready_url=address, on_ready=ready)):
            assert told == []
            async with asyncio.timeout(60):
                while not told:
                    await asyncio.sleep(0.01)
            os.kill(os.getpid(), signal.SIGTERM)
    assert told == ["ready"]


async def test_what_cannot_be_started_ends_everything_with_1() -> None:
    supervisor = Supervisor([Child("a", SLEEPER), Child("b", ["/nonexistent/program"])])
    async with running(supervisor) as task:
        assert await task == 1
    assert not any(lives(pid) for pid in supervisor.pids().values())


async def test_waiting_for_readiness_ends() -> None:
    with pytest.raises(TimeoutError, match=r"did not answer 200 within 0 s"):
        await wait_until_ready("http://127.0.0.1:9/readyz", seconds=0.2)


def test_a_taken_port_names_its_holder() -> None:
    code = (
        "import socket, time; s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen();"
        "print(s.getsockname()[1], flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout is not None
        with holder.stdout as output:
            port = int(output.readline())
        with pytest.raises(PortTakenError) as caught:
            listen("127.0.0.1", port)
        name = Path(f"/proc/{holder.pid}/comm").read_text().strip()
        assert str(caught.value) == (
            f"port {port} on 127.0.0.1 is taken by {name} (pid {holder.pid}):"
            " stop it, or choose another port"
        )
    finally:
        holder.kill()
        holder.wait()


def test_a_port_of_a_connection_that_ended_is_free() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        client = socket.create_connection(("127.0.0.1", port))
        connection, _ = first.accept()
        connection.close()
        client.close()
    with listen("127.0.0.1", port) as second:
        assert second.getsockname()[1] == port


@pytest.mark.slow
async def test_a_killed_postgres_is_started_again(folder: Path) -> None:
    postgres = LocalPostgres(folder / "pg", settings={"shared_buffers": "16MB"})
    postgres.start()
    supervisor = Supervisor([], postgres=postgres)
    async with running(supervisor) as task:
        first = await pid_of(supervisor, "postgres")
        os.kill(first, signal.SIGKILL)
        second = await pid_of(supervisor, "postgres", first)
        async with asyncio.timeout(60):
            while (answer := ask(postgres)) is None:
                await asyncio.sleep(0.05)
        assert answer == 1
        os.kill(os.getpid(), signal.SIGTERM)
        assert await task == 0
    assert not lives(second)


async def test_children_end_when_the_supervisor_is_killed() -> None:
    code = (
        "import asyncio, sys; from yutang.cli.supervisor import Child, Supervisor\n"
        "child = Child('a', [sys.executable, '-c', 'import os, time;"
        " print(os.getpid(), flush=True); time.sleep(60)'])\n"
        "asyncio.run(Supervisor([child]).run())"
    )
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    assert parent.stdout is not None
    pid = int(await parent.stdout.readline())
    assert lives(pid)
    parent.kill()
    await parent.wait()
    async with asyncio.timeout(60):
        while lives(pid):
            await asyncio.sleep(0.01)
