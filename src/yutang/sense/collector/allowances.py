"""How many events a second a source may send; each process counts for itself."""

import math
import time
from dataclasses import dataclass

BURST = 5
"""So many seconds' events may come at once."""


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Allowances:
    """A bucket for each source, that fills evenly."""

    def __init__(self) -> None:
        self._buckets: dict[int, _Bucket] = {}

    def take(self, source_id: int, events: int, per_second: int) -> int:
        """0 when they may come; else in how many seconds they may, and nothing was counted.

        A batch that is larger than the whole bucket comes when it is full, and leaves a debt.
        """
        now = time.monotonic()
        most = float(per_second * BURST)
        bucket = self._buckets.setdefault(source_id, _Bucket(most, now))
        bucket.left = min(most, bucket.left + (now - bucket.at) * per_second)
        bucket.at = now
        wanted = min(float(events), most)
        if bucket.left < wanted:
            return math.ceil((wanted - bucket.left) / per_second)
        bucket.left -= events
        return 0
