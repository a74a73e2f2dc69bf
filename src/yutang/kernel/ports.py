"""Ports of this machine: which are free, who holds one."""

import contextlib
import random
import socket
from collections.abc import Sequence

import psutil

LASTING = range(20_000, 32_000)
"""Below those the system gives to clients: none of them can sit on ours when we restart."""


def is_free(port: int) -> bool:
    """Whether a server could listen on 127.0.0.1."""
    with socket.socket() as probe:
        # As servers do: connections that ended a moment ago hold no port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def choose(former: Sequence[int] = ()) -> int | None:
    """A free port, one of `former` where possible; None where a hundred tries found none."""
    tried = [*former, *random.sample(LASTING, 100)]
    return next((port for port in tried if is_free(port)), None)


def holder(port: int) -> str | None:
    """Name and pid of the process that listens on `port`, where the system tells us."""
    with contextlib.suppress(psutil.Error, OSError):
        for connection in psutil.net_connections("tcp"):
            if connection.status != psutil.CONN_LISTEN or connection.pid is None:
                continue
            if connection.laddr and connection.laddr.port == port:
                return f"{psutil.Process(connection.pid).name()} (pid {connection.pid})"
    return None
