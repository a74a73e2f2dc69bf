"""Tables of phone tails and of who searched by them."""

from datetime import datetime

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class PhoneTail(Base):
    """The keyed hash of a number's last four digits: found by it, never read from it."""

    __tablename__ = "phone_tails"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "tail", "customer_id"),
        Index("ix_phone_tails_customer", "corp_id", "customer_id"),
    )

    corp_id: Mapped[int]
    tail: Mapped[str]
    customer_id: Mapped[int]


class PhoneSearch(Base):
    """One search by last digits; counted per person and hour."""

    __tablename__ = "phone_searches"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "user_id", "id"),)

    corp_id: Mapped[int]
    user_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    tail: Mapped[str]
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
