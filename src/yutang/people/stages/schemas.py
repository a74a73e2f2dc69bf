"""Words of stages."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

StageKey = Literal["potential", "intent", "deal", "repeat"]
Why = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
KEYS: tuple[StageKey, ...] = ("potential", "intent", "deal", "repeat")


class StageRead(BaseModel):
    """A stage; without a name of the corp's own the page says it in its reader's language."""

    key: StageKey
    name: str | None


class StageName(BaseModel):
    """A stage as the corp calls it; null for the product's own name."""

    key: StageKey
    name: Annotated[
        str | None, StringConstraints(strip_whitespace=True, min_length=1, max_length=12)
    ] = None


class StageList(BaseModel):
    """The four stages in their order."""

    items: list[StageRead]


class StageNames(BaseModel):
    """The four stages as they shall be called and stand."""

    items: Annotated[list[StageName], Field(min_length=4, max_length=4)]
