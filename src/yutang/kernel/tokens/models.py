"""Tokens. Outside the app role's reach: who asks must be known before any corp is entered."""

from datetime import datetime

from sqlalchemy import (
    ARRAY,
    Identity,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class ApiToken(Base):
    """One token, of which only the hash of its secret is kept."""

    __tablename__ = "api_tokens"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("id"),
        Index("ix_api_tokens_user", "corp_id", "user_id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    """Over all corps: a token names it before its corp is known."""
    user_id: Mapped[int]
    """The person it acts as, or the account of kind service made for it."""
    kind: Mapped[str]
    """personal or service."""
    name: Mapped[str]
    permissions: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """What it may do at most: its account may do less."""
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary)
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    expires_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
    """Written at most once a minute."""
    last_used_ip: Mapped[str] = mapped_column(server_default=text("''"))
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[str | None]
