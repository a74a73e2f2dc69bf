"""Work over many rows gives way while something waits that has to be quick."""

import asyncio
import math
from typing import Final

from .runtime import Runtime

SHARE: Final = 9.0
"""Rests so many times as long as its last step took, so that a tenth of its pace is left."""
LONGEST_SECONDS: Final = 10.0
LOOK_SECONDS: Final = 0.2


async def give_way(runtime: Runtime, worked_seconds: float) -> None:
    """Rest while the process's `late` says so, after a step that took `worked_seconds`."""
    if runtime.late is None:
        return
    looks = math.ceil(min(SHARE * worked_seconds, LONGEST_SECONDS) / LOOK_SECONDS)
    for _ in range(looks):
        if not await runtime.late(runtime):
            return
        await asyncio.sleep(LOOK_SECONDS)
