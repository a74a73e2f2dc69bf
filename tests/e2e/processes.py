"""Finds the processes of a demo from outside, as an operator with `ps` would."""

import os
import signal
from pathlib import Path


def children(pid: int) -> dict[int, str]:
    """All that `pid` started, and what that started, with their command lines."""
    parents: dict[int, int] = {}
    found: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            # The command name in brackets may hold spaces; what follows it does not.
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (FileNotFoundError, ProcessLookupError):
            continue
        parents[int(entry.name)] = parent
        found[int(entry.name)] = command.strip()
    ours = {pid}
    while more := {one for one, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return {one: command for one, command in found.items() if one in ours - {pid}}


def postmaster(home: Path) -> int | None:
    """The process id of the PostgreSQL server in `home`, while one runs."""
    for file in home.rglob("postmaster.pid"):
        lines = file.read_text().splitlines()
        if lines and Path(f"/proc/{lines[0]}").exists():
            return int(lines[0])
    return None


def kill(pid: int) -> bool:
    """SIGKILL; False when the process was gone already."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True
