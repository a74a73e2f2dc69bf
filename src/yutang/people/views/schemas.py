"""Words of saved views."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

PageName = Literal["customers"]
NAME_LENGTH = 30
MOST_CONDITIONS = 30
MOST_COLUMNS = 20
VALUE_LENGTH = 400

Key = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,30}$")]
Value = Annotated[str, StringConstraints(max_length=VALUE_LENGTH)]


class ViewFacts(BaseModel):
    """What a view keeps: filters as the address of the page holds them, columns, order."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_LENGTH)
    ]
    filters: Annotated[dict[Key, Value], Field(max_length=MOST_CONDITIONS)]
    columns: Annotated[list[Key], Field(max_length=MOST_COLUMNS)]
    sort: Annotated[str, StringConstraints(pattern=r"^-?[a-z_]{0,30}$")] = ""
    is_shared: bool = False
    is_default: bool = False


class NewView(ViewFacts):
    """A view to be kept, last in the row."""

    page: PageName


class ViewChange(ViewFacts):
    """A view as it shall be; `version` is the one that was read."""

    version: int


class ViewOrder(BaseModel):
    """The views one sees, in their new order; shared ones move for those only who may edit them."""

    page: PageName
    ids: Annotated[list[int], Field(max_length=200)]

    @model_validator(mode="after")
    def _once_each(self) -> "ViewOrder":
        if len(set(self.ids)) != len(self.ids):
            message = "each view once"
            raise ValueError(message)
        return self


class ViewRead(BaseModel):
    """A kept view; a name that begins with `starter:` is ours, for the page to translate."""

    id: int
    name: str
    filters: dict[str, str]
    columns: list[str]
    sort: str
    is_shared: bool
    is_default: bool
    may_edit: bool
    version: int
    updated_at: datetime


class ViewList(BaseModel):
    """In their order; `limit` is how many one person sees at most."""

    items: list[ViewRead]
    limit: int
