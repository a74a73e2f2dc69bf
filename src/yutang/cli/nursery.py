"""Processes that are copies of one which has read the product: read once, held in memory once.

Of 250 MB that an api or a worker takes, 200 are code and what is made of it; reading it takes
seconds of a processor for each. The copies come from a process that does nothing else and has no
connection open (`forkserver` of multiprocessing). It ends with us, and they with it.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from socket import socket
from typing import Final

from setproctitle import setproctitle

from yutang.kernel import processes

from .main import app

IS_HERE: Final = sys.platform == "linux"
"""Elsewhere copies are no safe processes."""
_PRELOADED: Final = "yutang.cli.preloading"
_PROGRAM_WORDS: Final = 3
"""Of `python -m yutang`."""


def warm() -> None:
    """Have it read beside whatever comes before the first copy."""
    multiprocessing.set_forkserver_preload([_PRELOADED])
    forkserver.ensure_running()


class Copy:
    """A process, to be used as one of asyncio's."""

    def __init__(self, process: ForkServerProcess) -> None:
        self._process = process

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid or 0

    @property
    def returncode(self) -> int | None:
        """None while it lives; the negative signal that ended it."""
        return self._process.exitcode

    async def wait(self) -> int:
        """Its exit status, at its end."""
        while (code := self.returncode) is None:
            ended = asyncio.Event()
            loop = asyncio.get_running_loop()
            loop.add_reader(self._process.sentinel, ended.set)
            try:
                await ended.wait()
            finally:
                loop.remove_reader(self._process.sentinel)
        return code

    def send_signal(self, number: int) -> None:
        """Raises ProcessLookupError."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """At once. Raises ProcessLookupError."""
        self.send_signal(signal.SIGKILL)


async def start(
    argv: Sequence[str], env: Mapping[str, str], sockets: Sequence[socket] = ()
) -> Copy:
    """A copy that does what `argv`, our own command line, says; the first waits for the reading.

    Where `argv` has the number of one of `sockets`, the copy's own number of it takes its place.
    """
    numbered = [(one.fileno(), one) for one in sockets]
    process = multiprocessing.get_context("forkserver").Process(
        target=_live, args=(list(argv), dict(env), numbered)
    )
    starting = asyncio.create_task(asyncio.to_thread(process.start))
    try:
        await asyncio.shield(starting)
    except asyncio.CancelledError:
        # Nobody would end it, and our own end would wait for its.
        await starting
        process.kill()
        raise
    return Copy(process)


def _live(argv: list[str], env: dict[str, str], sockets: list[tuple[int, socket]]) -> None:
    """In the copy."""
    os.setsid()
    processes.end_with_parent(signal.SIGTERM)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.update(env)
    here = {str(there): str(one.detach()) for there, one in sockets}
    told = [here.get(word, word) for word in argv]
    sys.argv = ["yutang", *told[_PROGRAM_WORDS:]]
    setproctitle(" ".join(sys.argv))
    app()
