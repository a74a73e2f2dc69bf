"""When something must have been. What an end means in time is told by `bounding`."""

from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from .limits import WINDOW_DAYS, Days, FaultError, Part

Unit = Literal["day", "week", "month", "quarter", "year"]
MOST_BACK: Final[dict[Unit, int]] = {
    "day": 3_649,
    "week": 520,
    "month": 119,
    "quarter": 39,
    "year": 9,
}
_YEARS: Final = range(1970, 2201)
_FIRST_YEAR: Final = 1900
"""Of ClickHouse's days."""


def _read(said: Any) -> Any:
    """A day or a moment as ISO 8601 writes them; without a zone it is the corp's."""
    if said is None or isinstance(said, datetime):
        return said
    try:
        if not isinstance(said, str):
            raise TypeError  # noqa: TRY301 - the same answer as for a text that is none
        moment = datetime.fromisoformat(said)
        utc = moment.astimezone(UTC) if moment.tzinfo else moment
    except (TypeError, ValueError, OverflowError):
        raise FaultError(key="no_time") from None
    if moment.year not in _YEARS or utc.year not in _YEARS:
        raise FaultError(key="out_of_years", first=f"{_YEARS[0]}", last=f"{_YEARS[-1]}")
    return moment


def _write(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    if moment.tzinfo is not None:
        return moment.astimezone(UTC).isoformat()
    return moment.date().isoformat() if moment.time() == time() else moment.isoformat()


End = Annotated[
    datetime | None,
    BeforeValidator(_read),
    PlainSerializer(_write),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string", "maxLength": 40}, {"type": "null"}],
            "description": "ISO 8601; without a zone in the corp's own; a day means its beginning",
        }
    ),
]


class Ever(Part):
    """Whenever it was."""

    kind: Literal["ever"] = "ever"


class Sliding(Part):
    """In the last N × 24 hours, and later."""

    kind: Literal["sliding"] = "sliding"
    days: Days


class Before(Part):
    """Longer ago than N × 24 hours."""

    kind: Literal["before"] = "before"
    days: Days


class Calendar(Part):
    """In one day, week (from Monday), month, quarter or year of the corp's zone."""

    kind: Literal["calendar"] = "calendar"
    unit: Unit
    back: Annotated[int, Field(ge=0, le=WINDOW_DAYS)] = 0
    """0 is the running one, 1 the one before."""

    @model_validator(mode="after")
    def _is_near(self) -> Self:
        if self.back > (most := MOST_BACK[self.unit]):
            raise FaultError(
                key="far_back", back=self.back, unit=self.unit, days=WINDOW_DAYS, most=most
            )
        return self


class Absolute(Part):
    """From a moment on (included) and until another (left out); one may be open."""

    kind: Literal["absolute"] = "absolute"
    from_: End = Field(default=None, alias="from")
    to: End = None

    @model_validator(mode="after")
    def _is_a_span(self) -> Self:
        if self.from_ is None and self.to is None:
            raise FaultError(key="span_open")
        if self.from_ is None or self.to is None:
            return self
        span = _roughly(self.to) - _roughly(self.from_)
        if span.total_seconds() <= 0:
            raise FaultError(key="span_turned")
        if span.days > WINDOW_DAYS:
            raise FaultError(key="span_long", n=span.days, most=WINDOW_DAYS)
        return self


def _roughly(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


Window = Annotated[Ever | Sliding | Before | Calendar | Absolute, Field(discriminator="kind")]
WINDOWS: Final = ("ever", "sliding", "before", "calendar", "absolute")
EVER: Final = Ever()


def day(said: str) -> date:
    """A day in a value. Raises FaultError."""
    try:
        found = date.fromisoformat(said)
    except ValueError:
        found = date.min
    if not _FIRST_YEAR <= found.year <= _YEARS[-1]:
        raise FaultError(key="no_day", found=said, first=f"{_FIRST_YEAR}", last=f"{_YEARS[-1]}")
    return found
