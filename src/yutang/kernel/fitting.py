"""Settings of the embedded PostgreSQL that fit the machine: by itself it takes 128 MB of any."""

import os
from pathlib import Path
from typing import Final

_MB: Final = 1024 * 1024
_LEAST_BUFFERS, _MOST_BUFFERS = 128 * _MB, 4096 * _MB
_CGROUP: Final = Path("/sys/fs/cgroup/memory.max")


def machine_bytes() -> int:
    """Memory of the machine, or of the container where that is less."""
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        limit = _CGROUP.read_text().strip()
    except OSError:
        return whole
    return min(whole, int(limit)) if limit.isdigit() else whole


def fitting(memory: int) -> dict[str, str]:
    """For a machine of so many bytes that also runs Yutang.

    A quarter for PostgreSQL's own buffers, as its manual advises, but not above 4 GB: what it does
    not hold, the system's cache does. Fewer checkpoints while millions of rows come in.
    """
    buffers = min(max(memory // 4, _LEAST_BUFFERS), _MOST_BUFFERS)
    return {
        "shared_buffers": f"{buffers // _MB}MB",
        "effective_cache_size": f"{max(memory // 2, buffers) // _MB}MB",
        "maintenance_work_mem": f"{min(max(memory // 16, 64 * _MB), 512 * _MB) // _MB}MB",
        "max_wal_size": "4GB",
        "checkpoint_timeout": "15min",
    }
