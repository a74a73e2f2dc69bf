"""One command runs everything: the database and the processes, restarted when they die."""

import asyncio
import contextlib
import errno
import os
import signal
import socket
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

import httpx2
import structlog

from yutang.kernel import ports, processes
from yutang.kernel.postgres import LocalPostgres, PostgresError

from . import nursery

log = structlog.get_logger(__name__)

BACKLOG = 4096
STOP_SECONDS = 5.0
FIRST_PAUSE = 0.1
LONGEST_PAUSE = 10.0
STEADY_SECONDS = 10.0
READY_SECONDS = 120.0


class ListenError(RuntimeError):
    """The api cannot listen there; the text says why."""


class PortTakenError(ListenError):
    """Somebody else listens there."""


@dataclass(frozen=True, slots=True)
class Child:
    """A process to keep alive."""

    name: str
    argv: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    sockets: tuple[socket.socket, ...] = ()
    """What it inherits; `argv` names them by their numbers."""
    niceness: int = 0
    """Who is nicer waits where the processors are short."""
    is_ours: bool = False
    """`argv` is a command of Yutang: it may be a copy of a process that has read it already."""


def listen(host: str, port: int) -> socket.socket:
    """Open the listening socket of a child and hold it here.

    While a killed child restarts, connections wait in the backlog and none is refused. Raises
    ListenError, of which PortTakenError names the holder where the system tells.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
    except OSError as error:
        found.close()
        if error.errno != errno.EADDRINUSE:
            message = (
                f"cannot listen on {host} port {port}: {error.strerror}; choose another --host"
            )
            raise ListenError(message) from error
        holder = ports.holder(port)
        message = (
            f"port {port} on {host} is taken{f' by {holder}' if holder else ''}:"
            " stop it, or choose another port"
        )
        raise PortTakenError(message) from error
    found.listen(BACKLOG)
    found.set_inheritable(True)
    return found


def base_url(listening: socket.socket) -> str:
    """Where this machine reaches the socket, whatever address it listens on."""
    host, port = listening.getsockname()[:2]
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    return f"http://[{here}]:{port}" if ":" in here else f"http://{here}:{port}"


class Supervisor:
    """Starts PostgreSQL and the children in order, keeps them alive, stops them in reverse."""

    def __init__(
        self,
        children: Sequence[Child],
        *,
        postgres: LocalPostgres | None = None,
        ready_url: str | None = None,
        on_ready: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._children = children
        self._postgres = postgres
        self._ready_url = ready_url
        self._on_ready = on_ready
        self._processes: dict[str, asyncio.subprocess.Process | nursery.Copy] = {}
        self._stopping = asyncio.Event()

    def pids(self) -> dict[str, int]:
        """Pids by child, and `postgres` where it is ours."""
        found = {name: process.pid for name, process in self._processes.items()}
        if self._postgres is not None and self._postgres.pid is not None:
            found["postgres"] = self._postgres.pid
        return found

    async def run(self) -> int:
        """Run until SIGINT or SIGTERM; returns the exit status.

        PostgreSQL must have been started before: it has to be forked by the main thread, and
        migrations come between it and the children.
        """
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(name, self._stopping.set)
        keepers = [asyncio.create_task(self._keep(child)) for child in self._children]
        if self._postgres is not None:
            keepers.append(asyncio.create_task(self._keep_postgres(self._postgres)))
        announcing = asyncio.create_task(self._announce())
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            await asyncio.wait(
                {stopping, announcing, *keepers}, return_when=asyncio.FIRST_COMPLETED
            )
            failed = next(
                (
                    task.exception()
                    for task in (announcing, *keepers)
                    if task.done() and not task.cancelled() and task.exception() is not None
                ),
                None,
            )
        finally:
            for task in (*keepers, announcing, stopping):
                task.cancel()
            await asyncio.gather(*keepers, announcing, stopping, return_exceptions=True)
            await self._stop_children()
            if self._postgres is not None:
                self._postgres.stop()
        if failed is not None:
            log.error("supervisor.failed", error=str(failed) or type(failed).__name__)
            return 1
        return 0

    async def _announce(self) -> None:
        if self._ready_url is not None:
            await wait_until_ready(self._ready_url)
        if self._on_ready is not None:
            await self._on_ready()
        await self._stopping.wait()

    async def _keep(self, child: Child) -> None:
        pause = 0.0
        while True:
            began = time.monotonic()
            process = await _start(child)
            processes.make_nice(process.pid, child.niceness)
            self._processes[child.name] = process
            status = await process.wait()
            if time.monotonic() - began > STEADY_SECONDS:
                pause = 0.0
            log.warning(
                "child.died", child=child.name, status=status, restart_in_seconds=round(pause, 1)
            )
            # At once the first time: a crash costs no more than the start.
            await asyncio.sleep(pause)
            pause = min(pause * 2 or FIRST_PAUSE, LONGEST_PAUSE)

    async def _keep_postgres(self, postgres: LocalPostgres) -> None:
        while True:
            await asyncio.sleep(0.05)
            if postgres.alive():
                continue
            log.warning("postgres.died")
            for attempt in range(10):
                try:
                    # In the main thread: the death signal belongs to the thread that forks.
                    postgres.launch()
                    # Not here: a long recovery would hold up the signals and the other children.
                    await asyncio.to_thread(postgres.wait)
                    break
                except PostgresError as error:
                    log.warning("postgres.start_failed", error=str(error)[:300], attempt=attempt)
                    await asyncio.sleep(0.5)
            else:
                message = "PostgreSQL does not start again; see postgres.log in its folder"
                raise PostgresError(message)

    async def _stop_children(self) -> None:
        living = [p for p in self._processes.values() if p.returncode is None]
        for process in living:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
        if living:
            _, late = await asyncio.wait(
                [asyncio.create_task(process.wait()) for process in living],
                timeout=STOP_SECONDS,
            )
            if late:
                for process in living:
                    with contextlib.suppress(ProcessLookupError):
                        process.kill()
                await asyncio.gather(*late)


async def _start(child: Child) -> asyncio.subprocess.Process | nursery.Copy:
    if child.is_ours and nursery.IS_HERE:
        return await nursery.start(child.argv, child.env, child.sockets)
    return await asyncio.create_subprocess_exec(
        *child.argv,
        env={**os.environ, **child.env},
        stdin=asyncio.subprocess.DEVNULL,
        pass_fds=[one.fileno() for one in child.sockets],
        start_new_session=True,
        preexec_fn=processes.with_parent(signal.SIGTERM),
    )


async def wait_until_ready(url: str, seconds: float = READY_SECONDS) -> None:
    """Return when `url` answers 200; raises TimeoutError after `seconds`."""
    until = time.monotonic() + seconds
    # Past the company's proxy: the address is this machine's.
    async with httpx2.AsyncClient(timeout=2, trust_env=False) as http:
        while time.monotonic() < until:
            with contextlib.suppress(httpx2.HTTPError):
                if (await http.get(url)).status_code == httpx2.codes.OK:
                    return
            await asyncio.sleep(0.05)
    message = f"{url} did not answer 200 within {seconds:.0f} s"
    raise TimeoutError(message)
