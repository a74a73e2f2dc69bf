"""A change that is asked for twice with one `Idempotency-Key` happens once.

The key is claimed in a transaction of its own, for a while; the answer is kept in the transaction
of the act where the endpoint has one. A claim whose process died ends by itself, and what it did
was rolled back with it.
"""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, PrimaryKeyConstraint, SmallInteger, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from .db import Base


class IdempotencyKey(Base):
    """What one actor asked for under a key, and the sealed answer once there is one."""

    __tablename__ = "idempotency_keys"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "actor", "key"),
        Index("ix_idempotency_keys_created", "corp_id", "created_at"),
    )

    corp_id: Mapped[int]
    actor: Mapped[str]
    key: Mapped[str] = mapped_column(Text)
    request_hash: Mapped[bytes] = mapped_column(LargeBinary)
    """SHA-256 of method, address and body."""
    claim: Mapped[int]
    """A number drawn at random by who works on it."""
    claimed_until: Mapped[datetime]
    status: Mapped[int | None] = mapped_column(SmallInteger)
    """None while it is under way."""
    sealed_answer: Mapped[bytes | None] = mapped_column(LargeBinary)
    """None of a done act whose answer is not kept: too large, no JSON, or shown once."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
