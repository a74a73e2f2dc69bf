"""Words of stores."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from yutang.people.staff.schemas import DepartmentRef, StaffRef

NUMBER_LENGTH = 40
NAME_LENGTH = 60
CITY_LENGTH = 30
ADDRESS_LENGTH = 200
PHONE_LENGTH = 30
HOURS_LENGTH = 100
MANAGERS = 50
MEMBERS = 500
ROWS = 10_000
"""The most of one import: all of them are written in one transaction."""
SHEET_BYTES = 10 << 20

State = Literal["open", "closed", "all"]
Language = Literal["zh-CN", "en"]
Ids = list[Annotated[int, Field(ge=1)]]


def _words(most: int, least: int = 0) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=most)


class StoreFacts(BaseModel):
    """What is known of a store. Degrees are those of Chinese maps (GCJ-02), both or none."""

    model_config = ConfigDict(extra="forbid")

    number: Annotated[str, _words(NUMBER_LENGTH, 1)]
    """The company's own; one store each."""
    name: Annotated[str, _words(NAME_LENGTH, 1)]
    city: Annotated[str, _words(CITY_LENGTH)] = ""
    address: Annotated[str, _words(ADDRESS_LENGTH)] = ""
    phone: Annotated[str, _words(PHONE_LENGTH)] = ""
    hours: Annotated[str, _words(HOURS_LENGTH)] = ""
    latitude: Annotated[float | None, Field(ge=-90, le=90)] = None
    longitude: Annotated[float | None, Field(ge=-180, le=180)] = None
    department_id: Annotated[int | None, Field(ge=1)] = None
    """Everybody of it and below works in the store too."""
    manager_ids: Annotated[Ids, Field(max_length=MANAGERS)] = []
    """They see the customers of all its members."""
    member_ids: Annotated[Ids, Field(max_length=MEMBERS)] = []
    """Named one by one, besides managers and the department."""

    @model_validator(mode="after")
    def _both_or_none(self) -> "StoreFacts":
        if (self.latitude is None) != (self.longitude is None):
            message = "give latitude and longitude, or neither"
            raise ValueError(message)
        return self


class NewStore(StoreFacts):
    """A store to be made."""


class StoreChange(StoreFacts):
    """A store as it shall be; `version` is the one that was read."""

    version: int


class StoreRead(BaseModel):
    """A store in the list."""

    id: int
    number: str
    name: str
    city: str
    address: str
    phone: str
    hours: str
    latitude: float | None
    longitude: float | None
    department: DepartmentRef | None
    managers: list[StaffRef]
    """Those that have not left, by name."""
    members: int
    """Who works there: named, managing, or by the department; who left is not counted."""
    closed_at: datetime | None
    created_at: datetime
    version: int


class StoreMember(StaffRef):
    """A member named by hand; `status` is WeCom's: active, disabled, inactive, left."""

    status: str
    is_manager: bool


class StoreDetail(StoreRead):
    """A store with who was named for it.

    Those of its department are found with `/api/staff?department=`.
    """

    named: list[StoreMember]
    from_department: int
    """How many work in its department and below; some may be named too."""


class StorePage(BaseModel):
    """One page, by number; `next` goes into `after`; `total` counts all pages."""

    items: list[StoreRead]
    next: str | None
    total: int


class City(BaseModel):
    """A city with its stores."""

    name: str
    stores: int


class CityList(BaseModel):
    """Cities, the most stores first; stores without one are left out."""

    items: list[City]


@dataclass(frozen=True, slots=True)
class Question:
    """What a list of stores is asked; all of it holds."""

    q: str = ""
    """The beginning of a number, a name or a city."""
    city: str = ""
    state: State = "open"


@dataclass(frozen=True, slots=True)
class StoreCrew:
    """A store and the members who work in it."""

    name: str
    closed: bool
    staff_ids: list[int]
