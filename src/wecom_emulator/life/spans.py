"""The small words of a scenario: how long, how many, at which hours, at what time of the day."""

import math
import random
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer

HOURS_OF_A_DAY, MINUTE, HOUR, DAY = 24, 60, 3600, 86400
_UNITS = {"s": 1, "m": MINUTE, "h": HOUR, "d": DAY}
_SPAN = re.compile(r"^([0-9.]+)([smhd])(?:\s*(?:±|\+-|\+/-)\s*([0-9.]+)([smhd]))?$")
_COUNT = re.compile(r"^(\d+)(?:\s*-\s*(\d+))?$")
_HOURS = re.compile(r"^(\d{1,2})(?:\s*-\s*(\d{1,2}))?$")
_TIME = re.compile(r"^(\d{1,2}):(\d{2})$")
_MOST_SECONDS, _MOST_COUNT, _MOST_RATE = 366 * DAY, 1000, 1e6
_OFTEN = 30
"""From this mean on the normal curve stands for Poisson's: it takes the same time for any mean."""


@dataclass(frozen=True, slots=True)
class Span:
    """About `seconds`, at most `spread` less or more, most often in the middle."""

    seconds: float
    spread: float = 0.0

    def draw(self, chance: random.Random) -> float:
        """One of them, in seconds; never below 0."""
        if not self.spread:
            return self.seconds
        low, high = self.seconds - self.spread, self.seconds + self.spread
        return max(0.0, chance.triangular(low, high, self.seconds))


@dataclass(frozen=True, slots=True)
class Count:
    """From `least` to `most`, each as often."""

    least: int
    most: int

    def draw(self, chance: random.Random) -> int:
        """One of them."""
        return chance.randint(self.least, self.most)


def _read_span(given: object) -> Span:
    if isinstance(given, Span):
        return given
    found = _SPAN.match(str(given).strip())
    if found is None:
        message = f"a span is like 40m, 2h ± 30m or 1d, not {given}"
        raise ValueError(message)
    amount, unit, spread, its_unit = found.groups()
    span = Span(float(amount) * _UNITS[unit], float(spread) * _UNITS[its_unit] if spread else 0.0)
    if span.seconds + span.spread > _MOST_SECONDS:
        message = f"a span is at most 366d, not {given}"
        raise ValueError(message)
    return span


def _read_count(given: object) -> Count:
    if isinstance(given, Count):
        return given
    found = _COUNT.match(str(given).strip())
    if found is None:
        message = f"a count is like 3 or 1-4, not {given}"
        raise ValueError(message)
    least = int(found[1])
    count = Count(least, int(found[2] or least))
    if not count.least <= count.most <= _MOST_COUNT:
        message = f"a count goes upwards, to {_MOST_COUNT} at most: {given}"
        raise ValueError(message)
    return count


def _read_hours(given: object) -> tuple[float, ...]:
    """Rates of the 24 hours, from `{"9-12": 4, "18": 6}` or one number for all."""
    if isinstance(given, tuple):
        return given
    if not isinstance(given, dict):
        return (_rate(given),) * HOURS_OF_A_DAY
    rates = [0.0] * HOURS_OF_A_DAY
    for name, rate in given.items():
        found = _HOURS.match(str(name).strip())
        first = int(found[1]) if found else HOURS_OF_A_DAY
        end = int(found[2]) if found and found[2] else first + 1
        if not 0 <= first < end <= HOURS_OF_A_DAY:
            message = f"hours are like 18 or 9-12, up to 24, not {name}"
            raise ValueError(message)
        rates[first:end] = [_rate(rate)] * (end - first)
    return tuple(rates)


def _rate(given: object) -> float:
    rate = float(str(given))
    if not 0 <= rate <= _MOST_RATE:
        message = f"a rate is 0 to {_MOST_RATE:.0f} an hour, not {given}"
        raise ValueError(message)
    return rate


def _read_time(given: object) -> int:
    """Seconds after midnight of 18:30."""
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    found = _TIME.match(str(given).strip())
    hour, minute = (int(found[1]), int(found[2])) if found else (HOURS_OF_A_DAY, 0)
    if hour >= HOURS_OF_A_DAY or minute >= MINUTE:
        message = f"a time of the day is like 18:30, not {given}"
        raise ValueError(message)
    return hour * HOUR + minute * MINUTE


def _told(value: Any) -> str:
    return str(value)


Lasting = Annotated[Span, BeforeValidator(_read_span), PlainSerializer(_told)]
Many = Annotated[Count, BeforeValidator(_read_count), PlainSerializer(_told)]
Hourly = Annotated[tuple[float, ...], BeforeValidator(_read_hours)]
TimeOfDay = Annotated[int, BeforeValidator(_read_time), Field(ge=0, lt=DAY)]
"""Seconds after midnight in Shanghai."""
Chance = Annotated[float, Field(ge=0, le=1)]


def poisson(chance: random.Random, mean: float) -> int:
    """How many happen where `mean` are to be expected."""
    if mean <= 0:
        return 0
    if mean > _OFTEN:
        return max(0, round(chance.gauss(mean, math.sqrt(mean))))
    floor, product, count = math.exp(-mean), chance.random(), 0
    while product > floor:
        product *= chance.random()
        count += 1
    return count
