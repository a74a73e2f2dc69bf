"""Purposes and consents. Withdrawn ones stay: they say what was allowed when."""

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
    """sensitive, phone, marketing, service, or one of the corp's own."""
    source: Mapped[str]
    """Where the person gave it, in the words of who recorded it."""
    given_at: Mapped[datetime]
    recorded_by: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[str | None]
    notice_version: Mapped[int | None]
    """Of the notice that he was shown; null where nobody said."""


class Purpose(Base):
    """What a consent is for. A built-in one has a row only once it was changed."""

    __tablename__ = "purposes"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "key"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    key: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    about_zh: Mapped[str] = mapped_column(server_default=text("''"))
    about_en: Mapped[str] = mapped_column(server_default=text("''"))
    notice_zh: Mapped[str] = mapped_column(server_default=text("''"))
    """What the person is told when asked; a consent remembers its version."""
    notice_en: Mapped[str] = mapped_column(server_default=text("''"))
    notice_version: Mapped[int] = mapped_column(server_default=text("1"))
    months: Mapped[int | None]
    """How long a consent holds; null: until it is withdrawn."""
    updated_by: Mapped[str]
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    archived_at: Mapped[datetime | None]


class PurposeNotice(Base):
    """A notice as it once was: what people agreed to."""

    __tablename__ = "purpose_notices"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "key", "version"),)

    corp_id: Mapped[int] = mapped_column(autoincrement=False)
    key: Mapped[str]
    version: Mapped[int]
    notice_zh: Mapped[str]
    notice_en: Mapped[str]
    written_by: Mapped[str]
    since: Mapped[datetime] = mapped_column(server_default=text("now()"))
