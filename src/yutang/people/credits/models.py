"""Credits. One row per person who ever was added; its first touch never moves forward."""

from datetime import datetime

from sqlalchemy import ARRAY, DateTime, PrimaryKeyConstraint, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Credit(Base):
    """Who brought a person first and last. A trigger keeps what is written once.

    A touch is a true add: halves, transfers, shares and assignments are none.
    """

    __tablename__ = "credits"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "customer_id"),)

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    first_at: Mapped[datetime]
    """Moves only back: to an older add that was told, or read, later."""
    first_staff_id: Mapped[int]
    first_channel: Mapped[str | None]
    first_way: Mapped[int | None] = mapped_column(SmallInteger)
    last_at: Mapped[datetime]
    last_staff_id: Mapped[int]
    last_channel: Mapped[str | None]
    last_way: Mapped[int | None] = mapped_column(SmallInteger)
    inviter_id: Mapped[int | None]
    """The customer who invited him; null until referrals know one, then written once."""
    campaign: Mapped[str | None]
    """Null until campaigns exist, then written once."""
    returned_at: Mapped[list[datetime]] = mapped_column(
        ARRAY(DateTime(timezone=True)), server_default=text("'{}'")
    )
    """When he came back after every relation of his had ended, oldest first."""
