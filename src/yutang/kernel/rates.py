"""How many calls a caller may make a minute, over all processes."""

from datetime import datetime

from sqlalchemy import PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base


class CallRate(Base):
    """What one token or session may still call, as it was at `at`. Lost in a crash: no harm."""

    __tablename__ = "call_rates"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "caller"),
        {"prefixes": ["UNLOGGED"]},
    )

    corp_id: Mapped[int]
    caller: Mapped[str]
    """token:<id> or session:<id>."""
    calls: Mapped[float]
    """Below 0 where processes together let more through than was left."""
    at: Mapped[datetime]
