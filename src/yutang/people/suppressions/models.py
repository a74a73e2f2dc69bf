"""What stays away: hashes only, from which nobody can be read."""

from datetime import datetime

from sqlalchemy import PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Suppression(Base):
    """One identity that is not stored again; what begins after `since` is new and is."""

    __tablename__ = "suppressions"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "digest"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    digest: Mapped[str]
    """`<kind>:<keyed hash>`; of a phone the same hash by which it is found."""
    why: Mapped[str]
    """erased, or withdrawn:<customer id> (a phone whose owner took his consent back)."""
    since: Mapped[datetime]
