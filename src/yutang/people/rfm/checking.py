"""Which settings can be reckoned."""

import itertools
import re
from collections.abc import Collection
from typing import Final

from .errors import BadSettingsError
from .schemas import (
    DAYS,
    DIMENSIONS,
    KINDS,
    LEAST_BINS,
    MOST_BINS,
    ByQuantile,
    ByScore,
    Dimension,
    OfEvents,
    RfmSettings,
    bins_of,
)

_NAMES: Final[dict[Dimension, str]] = {
    "r": "recency (R)",
    "f": "frequency (F)",
    "m": "money (M)",
}
_MOST_FEN: Final = 1_000_000_000_000
_KIND: Final = re.compile(r"[a-z][a-z_]*\.[^\s/]{1,80}")


def check(settings: RfmSettings) -> None:
    """Raises BadSettingsError for the first thing that is wrong."""
    if not 1 <= settings.days <= DAYS:
        message = f"days: take 1 to {DAYS:,} days, not {settings.days:,}"
        raise BadSettingsError(message)
    if not settings.statuses:
        message = "statuses: without any status no order counts; choose at least one"
        raise BadSettingsError(message)
    if not 0 <= settings.least_fen <= _MOST_FEN:
        message = f"least_fen: the least amount is 0 to {_MOST_FEN:,} fen, not {settings.least_fen}"
        raise BadSettingsError(message)
    if isinstance(settings.frequency, OfEvents):
        _check_kinds(settings.frequency.kinds)
    for dimension in DIMENSIONS:
        _check_binning(dimension, settings)
    _check_threshold(settings)


def _check_kinds(kinds: Collection[str]) -> None:
    if not 1 <= len(kinds) <= KINDS:
        message = f"frequency.kinds: choose 1 to {KINDS} kinds of events, not {len(kinds)}"
        raise BadSettingsError(message)
    for kind in kinds:
        if not _KIND.fullmatch(kind):
            message = (
                f"frequency.kinds: {kind[:40]!r} is no kind of event; see GET /api/event-kinds"
            )
            raise BadSettingsError(message)


def _check_binning(dimension: Dimension, settings: RfmSettings) -> None:
    binning, name = settings.binning(dimension), _NAMES[dimension]
    if isinstance(binning, ByQuantile):
        if not LEAST_BINS <= binning.bins <= MOST_BINS:
            message = (
                f"{dimension}.bins: {name} has {LEAST_BINS} to {MOST_BINS} bins, not {binning.bins}"
            )
            raise BadSettingsError(message)
        return
    bounds = binning.bounds
    if not LEAST_BINS - 1 <= len(bounds) <= MOST_BINS - 1:
        message = f"{dimension}.bounds: {name} has 1 to {MOST_BINS - 1} bounds, not {len(bounds)}"
        raise BadSettingsError(message)
    if any(low >= high for low, high in itertools.pairwise(bounds)):
        message = f"{dimension}.bounds: bounds of {name} ascend, each above the one before it"
        raise BadSettingsError(message)
    least, most = _span(dimension, settings)
    if bounds[0] < least or bounds[-1] > most:
        message = (
            f"{dimension}.bounds: bounds of {name} lie between {least:,} and {most:,}:"
            " beyond that a bin stays empty"
        )
        raise BadSettingsError(message)


def _span(dimension: Dimension, settings: RfmSettings) -> tuple[int, int]:
    if dimension == "r":
        return 0, settings.days - 1
    return 1, 1_000_000 if dimension == "f" else _MOST_FEN


def _check_threshold(settings: RfmSettings) -> None:
    threshold = settings.threshold
    if not isinstance(threshold, ByScore):
        return
    for dimension in DIMENSIONS:
        bins = bins_of(settings.binning(dimension))
        given = {"r": threshold.r, "f": threshold.f, "m": threshold.m}[dimension]
        if not 1 < given <= bins:
            message = (
                f"threshold.{dimension}: {_NAMES[dimension]} has the scores 1 to {bins}; take 2 to"
                f" {bins}, not {given}: else everybody is high, or nobody"
            )
            raise BadSettingsError(message)


def changed(before: RfmSettings, after: RfmSettings) -> dict[str, object]:
    """What of `after` differs, for the audit."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return {name: value for name, value in new.items() if old[name] != value}
