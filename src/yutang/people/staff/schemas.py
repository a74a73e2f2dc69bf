"""Words of staff."""

from dataclasses import dataclass

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Member:
    """A member as WeCom tells of him; `departments` None where it did not say."""

    account: str
    name: str
    status: str
    avatar: str = ""
    departments: tuple[int, ...] | None = None
    leads: frozenset[int] = frozenset()
    """Those of his departments of which WeCom calls him a leader."""


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """A department as WeCom tells of it."""

    id: int
    name: str
    parent_id: int | None
    position: int


class DepartmentRef(BaseModel):
    """A department by name."""

    id: int
    name: str


class DepartmentRead(DepartmentRef):
    """A department in its tree."""

    parent_id: int | None


class DepartmentList(BaseModel):
    """All departments."""

    items: list[DepartmentRead]


class StaffRef(BaseModel):
    """A member by name; `account` is WeCom's userid."""

    id: int
    name: str
    account: str


class StaffRead(StaffRef):
    """A member and where he works."""

    avatar: str
    status: str
    departments: list[DepartmentRef]


class StaffPage(BaseModel):
    """One page; `next` goes into `after`; `total` counts all pages."""

    items: list[StaffRead]
    next: str | None
    total: int
