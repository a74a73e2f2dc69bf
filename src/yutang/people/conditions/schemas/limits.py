"""How large a condition may be, and the words its values are made of."""

from collections.abc import Sequence
from typing import Annotated, Any, Final, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

DEPTH: Final = 8
"""Groups inside each other."""
LEAVES: Final = 200
VALUES: Final = 2_000
"""In all lists of one leaf together."""
WINDOW_DAYS: Final = 3_650
EXPANDED_DEPTH: Final = 80
EXPANDED_LEAVES: Final = 4_000
"""A tree whose segments were replaced by what they are may be larger."""
TEXT: Final = 500
LARGEST: Final = 10**15
"""Of numbers in values: whole ones up to here are exact as floats too."""

Value = TypeVar("Value", int, str)


def _set(values: Sequence[Value]) -> tuple[Value, ...]:
    """Order and doubles mean nothing in a set, so that equal conditions read the same."""
    return tuple(sorted(set(values)))


def _plain(text: str) -> str:
    if "\x00" in text:
        raise FaultError(key="nul")
    return text


class FaultError(ValueError):
    """Why a part cannot be so: a key of the words in `words/*-faults.toml`, and their values."""

    def __init__(self, *, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Part(BaseModel):
    """A part of a condition: immutable, and with nothing in it that the language does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, validate_by_alias=True, validate_by_name=True
    )

    def plainly(self) -> dict[str, Any]:
        """As JSON, without what is not said."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


Id = Annotated[int, Field(ge=1, le=2**32 - 1)]
Ids = Annotated[tuple[Id, ...], Field(max_length=VALUES), AfterValidator(_set)]
SomeIds = Annotated[tuple[Id, ...], Field(min_length=1, max_length=VALUES), AfterValidator(_set)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=TEXT), AfterValidator(_plain)]
Texts = Annotated[tuple[Text, ...], Field(max_length=VALUES), AfterValidator(_set)]
Way = Annotated[int, Field(ge=0, le=10_000)]
Ways = Annotated[tuple[Way, ...], Field(max_length=VALUES), AfterValidator(_set)]
Whole = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
Broken = Annotated[float, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False)]
Scalar = bool | Whole | Broken | Text
Scalars = Annotated[tuple[Scalar, ...], Field(max_length=VALUES)]


def count_values(how: str, values: Sequence[Scalar], least: int, most: int) -> None:
    """Raises FaultError where it needs more or fewer values than there are."""
    if not least <= len(values) <= most:
        key = "count" if least == most else "count_span"
        raise FaultError(key=key, how=how, n=len(values), least=least, most=most)


def in_order(low: Scalar, high: Scalar) -> bool:
    """Whether two ends of one kind stand the right way round."""
    if isinstance(low, str) or isinstance(high, str):
        return str(low) <= str(high)
    return low <= high


Days = Annotated[int, Field(ge=1, le=WINDOW_DAYS)]
