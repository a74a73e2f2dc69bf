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

from .limits import WINDOW_DAYS, Days, Part

Unit = Literal["day", "week", "month", "quarter", "year"]
MOST_BACK: Final[dict[Unit, int]] = {
    "day": 3_649,
    "week": 520,
    "month": 119,
    "quarter": 39,
    "year": 9,
}
_YEARS: Final = range(1970, 2201)


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
        message = "is no day or time; write 2026-03-01 or 2026-03-01T08:00:00+08:00"
        raise ValueError(message) from None
    if moment.year not in _YEARS or utc.year not in _YEARS:
        message = f"is outside {_YEARS[0]} to {_YEARS[-1]}; choose a time inside"
        raise ValueError(message)
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
        if self.back > MOST_BACK[self.unit]:
            message = (
                f"goes {self.back} {self.unit}s back, over {WINDOW_DAYS:,} days;"
                f" at most {MOST_BACK[self.unit]} are possible"
            )
            raise ValueError(message)
        return self


class Absolute(Part):
    """From a moment on (included) and until another (left out); one may be open."""

    kind: Literal["absolute"] = "absolute"
    from_: End = Field(default=None, alias="from")
    to: End = None

    @model_validator(mode="after")
    def _is_a_span(self) -> Self:
        if self.from_ is None and self.to is None:
            message = "has neither a beginning nor an end; give one, or use the window ever"
            raise ValueError(message)
        if self.from_ is None or self.to is None:
            return self
        span = _roughly(self.to) - _roughly(self.from_)
        if span.total_seconds() <= 0:
            message = "ends before it begins; `to` must be later than `from`"
            raise ValueError(message)
        if span.days > WINDOW_DAYS:
            message = (
                f"is {span.days:,} days long; at most {WINDOW_DAYS:,} are possible,"
                " or leave one end open"
            )
            raise ValueError(message)
        return self


def _roughly(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


Window = Annotated[Ever | Sliding | Before | Calendar | Absolute, Field(discriminator="kind")]
EVER: Final = Ever()


def day(said: str) -> date:
    """A day in a value. Raises ValueError with what to do."""
    try:
        found = date.fromisoformat(said)
    except ValueError:
        found = date.min
    if not 1900 <= found.year <= _YEARS[-1]:  # noqa: PLR2004 - the first year of ClickHouse's days
        message = f"{said[:20]!r} is no day between 1900 and {_YEARS[-1]}; write 2026-03-01"
        raise ValueError(message)
    return found
