"""Words of tokens."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Kind = Literal["personal", "service"]
State = Literal["live", "expired", "revoked", "ended"]

MOST_DAYS = 365
USUAL_DAYS = 90


class NewToken(BaseModel):
    """A token by which a program acts as you; it may do what you may, but no more than this."""

    name: Name
    permissions: list[str] = Field(min_length=1, max_length=200)
    expires_in_days: int = Field(default=USUAL_DAYS, ge=1, le=MOST_DAYS)


class TokenScope(BaseModel):
    """Whose customers a service sees: the whole company, a department with all below, a store."""

    kind: Literal["corp", "department", "store"]
    ref_id: int = Field(default=0, ge=0, le=2**63 - 1)
    """The id of the department or store; 0 for the company."""


class NewServiceToken(NewToken):
    """A token of a program that is nobody; it stays when you leave."""

    scopes: list[TokenScope] = Field(min_length=1, max_length=100)


class ApiTokenRead(BaseModel):
    """A token without its secret, which is shown once only."""

    id: int
    kind: Kind
    name: str
    permissions: list[str]
    scopes: list[TokenScope] | None
    """Null of a personal token: it sees what its person sees."""
    state: State
    """`ended`: its account was shut or its member left the company."""
    created_by: str
    """The name of who made it."""
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    """To the minute; null: never used."""
    last_used_ip: str
    revoked_at: datetime | None


class TokenMade(ApiTokenRead):
    """The token itself, this once."""

    token: str


class TokenPage(BaseModel):
    """Tokens, newest first."""

    items: list[ApiTokenRead]
    next: str | None
    """Give it as `after` to read on; null at the end."""
