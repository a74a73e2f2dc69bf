"""Processes: a collector that keeps calm, and those that must end with their parent or after it."""

import contextlib
import ctypes
import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

STOP_SECONDS = 30.0
QUIT_SECONDS = 5.0
_PR_SET_PDEATHSIG = 1


def calm_collector() -> None:
    """Full collections of what lives as long as the process took the callback's p99 to 53 ms."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def with_parent(how: signal.Signals) -> Callable[[], None] | None:
    """For `preexec_fn`: the child receives `how` when the thread that forked it ends.

    However it ends, SIGKILL included. Only Linux can; elsewhere the next start ends the orphan.
    """
    if sys.platform != "linux":
        return None
    system = ctypes.CDLL(None)

    def bind() -> None:
        system.prctl(_PR_SET_PDEATHSIG, how)

    return bind


def end_with_parent(how: signal.Signals) -> None:
    """The same for who runs already."""
    if (bind := with_parent(how)) is not None:
        bind()


def make_nice(pid: int, niceness: int) -> None:
    """Have a process wait for others where the processors are short; 0 changes nothing."""
    if niceness == 0 or sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, niceness)
    with contextlib.suppress(OSError):
        # Where each session is a group of its own, only the group's niceness counts.
        Path(f"/proc/{pid}/autogroup").write_text(str(niceness))


def end_servers(data: Path) -> None:
    """End whatever an earlier life left on `data`. Only for who holds the lock of its home.

    A postmaster without its supervisor shuts down cleanly. A backend that calculates does not see
    that its postmaster was killed, and as long as it lives PostgreSQL refuses to start.
    """
    file = data / "postmaster.pid"
    pid = _pid_in(file)
    if pid is not None and psutil.pid_exists(pid):
        postmaster = _postmaster(pid, data)
        if postmaster is None:
            # The number now belongs to another process, and PostgreSQL would refuse to start.
            # Where it belongs to nobody the file stays: PostgreSQL checks more by it than the pid.
            file.unlink(missing_ok=True)
        else:
            _end([postmaster], signal.SIGINT, STOP_SECONDS)
    _end(_servers(data), signal.SIGQUIT, QUIT_SECONDS)


def _pid_in(file: Path) -> int | None:
    try:
        return int(file.read_text().split()[0])
    except (FileNotFoundError, ValueError, IndexError):
        return None


def _postmaster(pid: int, data: Path) -> psutil.Process | None:
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        command = process.cmdline()
        if command and Path(command[0]).name == "postgres" and str(data) in command:
            return process
    return None


def _servers(data: Path) -> list[psutil.Process]:
    """Postmaster and backends alike: each works in the data folder."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.name() == "postgres" and Path(process.cwd()).samefile(data):
                found.append(process)
    return found


def _end(processes: list[psutil.Process], how: signal.Signals, seconds: float) -> None:
    """Ask each to end, then insist. Returns when none lives."""
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.send_signal(how)
    until = time.monotonic() + seconds
    while processes := [process for process in processes if _lives(process)]:
        if time.monotonic() > until:
            for process in processes:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()
        time.sleep(0.02)


def _lives(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    return False
