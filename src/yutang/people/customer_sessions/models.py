"""Browsers in which a customer is signed in."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class CustomerSession(Base):
    """A signed-in customer's browser; only the hash of its token is kept. Goes with the person."""

    __tablename__ = "customer_sessions"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "token_hash"),
        Index("uq_customer_sessions_token", "token_hash", unique=True),
        Index("ix_customer_sessions_customer", "corp_id", "customer_id"),
        Index("ix_customer_sessions_expires", "corp_id", "expires_at"),
    )

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary)
    customer_id: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    expires_at: Mapped[datetime]
