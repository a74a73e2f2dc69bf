"""How much of the processors each process of a run took, by what it is for."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from .servers import family

_LEAST_SECONDS = 0.1
_TICKS = os.sysconf("SC_CLK_TCK")
_ROLES = (
    ("emulator", ("wecom_emulator", "emulator")),
    ("postgres", ("postgres",)),
    ("import", ("yutang import",)),
    ("api", ("yutang api",)),
    ("welcome lane", ("--lanes welcome",)),
    ("audience", ("yutang audience",)),
    ("other lanes", ("yutang worker",)),
)
"""What a command line must hold for a role, the first that fits; all else is `other`."""


@dataclass
class Shares:
    """Processor seconds by role, and how long the run was."""

    seconds: float = 0.0
    used: dict[str, float] = field(default_factory=dict)

    @property
    def cores(self) -> Mapping[str, float]:
        """Cores that each role kept busy, the busiest first."""
        ordered = sorted(self.used.items(), key=lambda item: -item[1])
        return {
            role: round(used / self.seconds, 2) for role, used in ordered if used >= _LEAST_SECONDS
        }

    def line(self) -> str:
        """For people."""
        told = ", ".join(f"{role} {cores:.2f}" for role, cores in self.cores.items())
        return f"of {os.cpu_count()} cores: {told}"


@contextmanager
def shares_at(home: Path) -> Iterator[Shares]:
    """What this process, its children and the database of `home` use until the block ends."""
    shares = Shares()
    before, began = _used(home), monotonic()
    try:
        yield shares
    finally:
        shares.seconds = monotonic() - began
        # Of a process that ended meanwhile nobody tells: it is missing, not guessed.
        for key, now in _used(home).items():
            role = key[1]
            shares.used[role] = shares.used.get(role, 0.0) + now - before.get(key, 0.0)


def _used(home: Path) -> dict[tuple[int, str], float]:
    own = os.getpid()
    # A database that was started by `pg_ctl` is nobody's child.
    server = int((home / "postgres/data/postmaster.pid").read_text().split()[0])
    found: dict[tuple[int, str], float] = {}
    for one in family(own) | family(server):
        try:
            command = Path(f"/proc/{one}/cmdline").read_bytes().replace(b"\0", b" ").decode()
            role = "driver" if one == own else _role(command)
            found[one, role] = _seconds(one)
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def _role(command: str) -> str:
    return next((role for role, words in _ROLES if any(word in command for word in words)), "other")


def _seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
