"""A whole demo in a process of its own, for checks, tests and benchmarks."""

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from .clients import DriverError, EmulatorDoor, YutangDoor
from .company import DemoFile, Home

START_SECONDS = 180.0
STOP_SECONDS = 30.0
COMMAND = (sys.executable, "-m", "yutang")


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo that answers."""

    home: Path
    file: DemoFile
    pid: int | None = None
    """The supervising process, where it is ours."""
    log: Path | None = None

    @property
    def url(self) -> str:
        """Yutang's address."""
        return f"http://127.0.0.1:{self.file.port}"

    @property
    def emulator_url(self) -> str:
        """The emulator's address."""
        return f"http://127.0.0.1:{self.file.emulator_port}"

    @asynccontextmanager
    async def doors(
        self, login: str | None = None, password: str | None = None
    ) -> AsyncIterator[tuple[YutangDoor, EmulatorDoor]]:
        """Both doors, signed in; raises SignInRefusedError."""
        yutang = YutangDoor(self.url)
        emulator = EmulatorDoor(self.emulator_url, self.file.corpid)
        try:
            await yutang.sign_in(login or self.file.checker, password or self.file.checker_password)
            yield yutang, emulator
        finally:
            await yutang.close()
            await emulator.close()


async def find_running(home: Path) -> Demo | None:
    """The demo that runs on `home` and answers now, if one does."""
    file = Home(home).read()
    if file is None:
        return None
    yutang = YutangDoor(f"http://127.0.0.1:{file.port}")
    emulator = EmulatorDoor(f"http://127.0.0.1:{file.emulator_port}", file.corpid)
    try:
        await yutang.call("GET", "/readyz")
        # Another installation may have taken the ports; only ours knows this company.
        await emulator.call("GET", f"/emulator/corps/{file.corpid}")
    except DriverError:
        return None
    finally:
        await yutang.close()
        await emulator.close()
    return Demo(home, file)


@asynccontextmanager
async def start_demo(home: Path, port: int, emulator_port: int) -> AsyncIterator[Demo]:
    """Run `yutang demo` on `home` until the block ends. Raises DriverError when it fails."""
    log = home / "demo.log"
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *COMMAND,
            "demo",
            "--home",
            str(home),
            "--port",
            str(port),
            "--emulator-port",
            str(emulator_port),
            # What is measured must not be mixed with what happens by itself.
            "--no-life",
            env=_environment(),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=asyncio.subprocess.STDOUT,
            # Ctrl-C at a terminal must reach the driver first, which then stops the demo.
            start_new_session=True,
        )
    try:
        await _until_ready(process, log)
        file = Home(home).read()
        if file is None:
            message = f"the demo said it is ready, but wrote no {Home(home).file}"
            raise DriverError(message)
        yield Demo(home, file, process.pid, log)
    finally:
        await _stop(process)


def _environment() -> dict[str, str]:
    """Ours, but with bytecode kept, as an installation has it.

    Where a development machine forbids it, each process takes thrice the time to start.
    """
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


async def _until_ready(process: asyncio.subprocess.Process, log: Path) -> None:
    loop = asyncio.get_running_loop()
    until = loop.time() + START_SECONDS
    while not await asyncio.to_thread(_says_ready, log):
        if process.returncode is not None:
            raise DriverError(_why(f"the demo ended with status {process.returncode}", log))
        if loop.time() > until:
            raise DriverError(_why(f"the demo was not ready after {START_SECONDS:.0f} s", log))
        await asyncio.sleep(0.05)


def _says_ready(log: Path) -> bool:
    return any(line.startswith(b"ready in ") for line in log.read_bytes().splitlines())


def _why(what: str, log: Path) -> str:
    return f"{what}; the end of its log:\n{tail(log)}"


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


def tail(log: Path, lines: int = 15) -> str:
    """The last `lines` of a log."""
    with contextlib.suppress(FileNotFoundError):
        return "\n".join(log.read_text("utf-8", "replace").splitlines()[-lines:])
    return ""


def free_ports(count: int) -> list[int]:
    """Ports of the loopback that are free now; all different."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in sockets]
    finally:
        for one in sockets:
            one.close()


@contextmanager
def temporary_home(within: Path | None = None) -> Iterator[Path]:
    """A folder for one run; what remains of it is removed at the end."""
    home = Path(tempfile.mkdtemp(prefix="yutang-", dir=within))
    try:
        # Under root the database runs as another user, who must be able to pass through.
        home.chmod(0o711)
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)
