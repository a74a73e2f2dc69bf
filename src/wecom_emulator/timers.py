"""What happens by itself when its time has come: a handover that completes, a job that ends.

A timer holds names only, so that it survives a restart: `what` is looked up among the areas'
handlers, `key` says of which thing.
"""

import heapq
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .state import Corp
    from .world import World


@dataclass(order=True, slots=True)
class Timer:
    """Something due at `at`, unix seconds of the emulator's clock."""

    at: float
    what: str
    key: str


Handler = Callable[["World", "Corp", str], None]
"""Does it; finds out itself whether it is still wanted."""


def set_timer(corp: "Corp", at: float, what: str, key: str) -> None:
    """Remember that `what` is due for `key` at `at`."""
    heapq.heappush(corp.timers, Timer(at, what, key))


def run_due(world: "World", corp: "Corp", handlers: Mapping[str, Handler]) -> None:
    """Do all that is due, in order of its time."""
    now = world.clock.now()
    while corp.timers and corp.timers[0].at <= now:
        timer = heapq.heappop(corp.timers)
        handlers[timer.what](world, corp, timer.key)
        world.changed()
