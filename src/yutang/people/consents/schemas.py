"""Words of consents."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, StringConstraints

Purpose = Literal["sensitive", "phone", "marketing"]


class ConsentRead(BaseModel):
    """A living consent: for what, where it was given, when, and who recorded it."""

    purpose: Purpose
    source: str
    given_at: datetime
    recorded_by: str


class NewConsent(BaseModel):
    """A consent that the person gave; `source` says where, in words that can be checked."""

    purpose: Purpose
    source: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
    given_at: datetime
