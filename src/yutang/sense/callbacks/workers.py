"""The lanes that empty the inbox, and that read the groups of which it told."""

from yutang.kernel.lanes import Lane
from yutang.kernel.runtime import Runtime

from . import groups, service

GROUP_SIGNAL = "groups"
GATHER_SECONDS = 0.2
"""The first is handled at once; at a hundred a second twenty share each reading and writing."""


def lane(runtime: Runtime) -> Lane:
    """Handle waiting callbacks as they come."""
    return Lane(
        "inbox",
        service.SIGNAL,
        lambda: service.handle_batch(runtime),
        gather_seconds=GATHER_SECONDS,
        full_rows=service.BATCH_ROWS,
    )


def group_lane(runtime: Runtime) -> Lane:
    """Read groups whose time has come; nothing wakes it, since each rests for two seconds."""
    return Lane("groups", GROUP_SIGNAL, lambda: groups.read_due(runtime), full_rows=groups.AT_ONCE)
