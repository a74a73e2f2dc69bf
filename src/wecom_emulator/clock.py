"""The emulator's time: real time moved by an offset, and faster or slower where a rate says so."""

import time
from bisect import bisect_right
from collections import deque

MARKS = 1000


class Clock:
    """Real time plus an offset, at a rate: 60 lives a day in 24 minutes.

    What a person or a socket feels stays real: time-outs of HTTP, `latency` and `hang` of faults,
    the moments of the journal and of the phone.
    """

    def __init__(self, offset: float = 0.0, rate: float = 1.0) -> None:
        self._rate = rate
        self._began = time.time()
        self._at = self._began + offset
        self._marks: deque[tuple[float, float, float]] = deque(maxlen=MARKS)
        self._mark()

    def _mark(self) -> None:
        self._marks.append((self._began, self._at, self._rate))

    def then(self, real: float) -> float:
        """What time it was in here at a moment outside; before its beginning by its first rate.

        It remembers how it was moved, the last thousand times, until a restart.
        """
        place = bisect_right(self._marks, real, key=lambda mark: mark[0])
        began, at, rate = self._marks[max(0, place - 1)]
        return at + (real - began) * rate

    @property
    def rate(self) -> float:
        """Seconds in here for a second outside."""
        return self._rate

    @rate.setter
    def rate(self, rate: float) -> None:
        if not 0 < rate <= MOST_RATE:
            message = f"rate is above 0 and at most {MOST_RATE}"
            raise ValueError(message)
        began = time.time()
        self._at += (began - self._began) * self._rate
        self._began, self._rate = began, rate
        self._mark()

    @property
    def offset(self) -> float:
        """How far ahead of real time it is, seconds; at a rate of 1 the same for ever."""
        ahead = self._at - self._began
        if self._rate == 1:
            return ahead
        return ahead + (time.time() - self._began) * (self._rate - 1)

    @offset.setter
    def offset(self, offset: float) -> None:
        self._began = time.time()
        self._at = self._began + offset
        self._mark()

    def now(self) -> float:
        """Unix seconds in the emulator's world."""
        return self._at + (time.time() - self._began) * self._rate

    def seconds(self) -> int:
        """The same, whole, as WeCom writes it."""
        return int(self.now())

    def real(self, seconds: float) -> float:
        """How long a wait of so many seconds in here lasts outside."""
        return seconds / self._rate


MOST_RATE = 100_000.0
