"""Consents. Withdrawn ones stay: they say what was allowed when."""

from datetime import datetime

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Consent(Base):
    """One person agreed to one purpose; at most one living row for each."""

    __tablename__ = "consents"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "customer_id", "id"),
        Index(
            "ix_consents_living",
            "corp_id",
            "customer_id",
            "purpose",
            unique=True,
            postgresql_where=text("withdrawn_at is null"),
        ),
        Index("ix_consents_purpose", "corp_id", "purpose", "given_at", "customer_id"),
    )

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    purpose: Mapped[str]
    """sensitive, phone, marketing, or one of the corp's own."""
    source: Mapped[str]
    """Where the person gave it, in the words of who recorded it."""
    given_at: Mapped[datetime]
    recorded_by: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str | None]
    notice_version: Mapped[int | None]
    """Of the notice that he was shown; null where nobody said."""
