"""The lane that empties the inbox."""

from yutang.kernel.lanes import Lane
from yutang.kernel.runtime import Runtime

from . import service

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
