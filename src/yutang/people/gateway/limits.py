"""WeCom's limits, read from one file; another file may override it."""

import tomllib
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from yutang.wecom.admission import Urgency

from .errors import BadLimitsError
from .schemas import Bucket

FILE: Final = Path(__file__).parent / "limits.toml"
WINDOWS: Final = {"minute": 60, "hour": 3600, "day": 86_400}
ADDRESS: Final = 0
"""The corp under whose number the buckets of our own address stand; no corp has it."""

Count = Annotated[int, Field(ge=1, le=10**9)]
Share = Annotated[float, Field(ge=0, lt=1)]


class _Strict(BaseModel):
    # A misspelt limit would silently be none.
    model_config = ConfigDict(extra="forbid", frozen=True)


class Windows(_Strict):
    """Calls in any minute and hour, and in the natural day; what is missing is not limited."""

    minute: Count | None = None
    hour: Count | None = None
    day: Count | None = None
    source: str = ""


class ApiLimits(Windows):
    """What some APIs have beside or below the limits of all."""

    paths: list[str] = Field(min_length=1)
    at_once: Count | None = None
    """Calls under way at once, over all processes."""
    burst: Annotated[float, Field(gt=0, lt=1)] | None = None
    """A part of its own that may be used at once: of a small limit 1 % is a single call."""
    en: str = ""
    zh: str = ""


class BucketShape(_Strict):
    """How a limit becomes a bucket."""

    burst: Annotated[float, Field(gt=0, lt=1)]
    slack: Share


class ClassLimits(_Strict):
    """What one class of urgency may take, and how long it waits."""

    patience_seconds: Annotated[float, Field(gt=0)]
    leaves: Share
    slots: Annotated[int, Field(ge=0)]


class BrakeLimits(_Strict):
    """What follows WeCom's refusals."""

    stop_seconds: Count
    stop_again_seconds: Count
    again_within_seconds: Count
    slow_seconds: Count
    slow_at_once: Count
    lease_seconds: Annotated[float, Field(gt=1)]


class Limits(_Strict):
    """The whole file."""

    every_api: Windows
    every_api_by_address: Windows
    bucket: BucketShape
    urgency: dict[str, ClassLimits]
    brake: BrakeLimits
    api: list[ApiLimits] = []

    @cached_property
    def _own(self) -> dict[str, ApiLimits]:
        return {path: one for one in self.api for path in one.paths}

    def of_class(self, urgency: Urgency) -> ClassLimits:
        """The share and the patience of a class."""
        return self.urgency[urgency.name.lower()]

    def at_once(self, path: str) -> int | None:
        """Calls of the API that may be under way at once, or None."""
        own = self._own.get(path)
        return own.at_once if own is not None else None

    def buckets(self, corp_id: int, path: str) -> list[Bucket]:
        """All windows a call must fit into, in the order in which they are locked."""
        own = self._own.get(path)
        found = []
        for owner, every in ((corp_id, self.every_api), (ADDRESS, self.every_api_by_address)):
            for name, seconds in WINDOWS.items():
                limit: int | None = getattr(every, name)
                narrow = getattr(own, name) if own is not None and owner == corp_id else None
                if narrow is not None:
                    limit = min(narrow, limit) if limit is not None else narrow
                if limit is not None:
                    burst = own.burst if own is not None else None
                    found.append(self._bucket(owner, seconds, limit, burst))
        return found

    def _bucket(self, owner: int, seconds: int, limit: int, part: float | None) -> Bucket:
        burst = max(1.0, float(int(limit * (part or self.bucket.burst))))
        if seconds == WINDOWS["day"]:
            # WeCom counts natural days, so that a day's quota need not trickle.
            return Bucket(owner, seconds, limit, burst, 0.0)
        # A limit of one call has nothing left to flow; half a call a window stays below it.
        left = max(limit - burst, 0.5)
        return Bucket(owner, seconds, limit, burst, left / (seconds * (1 + self.bucket.slack)))


def read_limits(override: Path | None = None) -> Limits:
    """The limits of WeCom, changed by what `override` names. Raises BadLimitsError."""
    known = tomllib.loads(FILE.read_text(encoding="utf-8"))
    if override is not None:
        try:
            given = tomllib.loads(override.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            message = f"YUTANG_WECOM_LIMITS names {override}, which cannot be read: {error}"
            raise BadLimitsError(message) from error
        known = _merged(known, given)
    try:
        return Limits.model_validate(known)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        message = f"YUTANG_WECOM_LIMITS names {override}: {where}: {first['msg']}"
        raise BadLimitsError(message) from error


def _merged(known: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Tables are merged; of the APIs those given come last and so win for their paths."""
    merged = dict(known)
    for name, value in given.items():
        kept = merged.get(name)
        if isinstance(kept, dict) and isinstance(value, dict):
            merged[name] = _merged(kept, value)
        elif isinstance(kept, list) and isinstance(value, list):
            merged[name] = [*kept, *value]
        else:
            merged[name] = value
    return merged
