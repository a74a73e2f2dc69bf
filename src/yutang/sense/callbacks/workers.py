"""The lane that empties the inbox."""

from yutang.kernel.lanes import Lane
from yutang.kernel.runtime import Runtime

from . import service


def lane(runtime: Runtime) -> Lane:
    """Handle waiting callbacks as they come."""
    return Lane("inbox", service.SIGNAL, lambda: service.handle_batch(runtime))
