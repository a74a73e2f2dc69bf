"""Accounts and their sessions. Outside row-level security: sign-in comes before any corp."""

from datetime import datetime

from sqlalchemy import (
    ARRAY,
    CheckConstraint,
    Identity,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class User(Base):
    """A local account, or what a service token acts as."""

    __tablename__ = "users"
    __table_args__ = (Index("ix_users_staff", "corp_id", "staff_id", unique=True),)

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    corp_id: Mapped[int]
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(server_default=text("'person'"))
    """person or service."""
    role: Mapped[str]
    """A built-in role; with `role_id` the one that the custom role is based on."""
    role_id: Mapped[int | None]
    staff_id: Mapped[int | None]
    """The member he is in WeCom: when that one leaves, he is out."""
    password_hash: Mapped[str | None]
    """None for who signs in by WeCom only."""
    must_change_password: Mapped[bool] = mapped_column(server_default=text("false"))
    failed_attempts: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    locked_until: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    sealed_totp_secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    totp_since: Mapped[datetime | None]
    """When the second factor was proved once; without it the secret is only offered."""
    totp_step: Mapped[int] = mapped_column(server_default=text("0"))
    """The last 30 seconds whose code was used: no code works twice."""
    signed_in_at: Mapped[datetime | None]
    """When he came in last, by whatever means."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class RecoveryCode(Base):
    """A code that stands in for the second factor once; using it deletes it."""

    __tablename__ = "recovery_codes"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "user_id", "code_hash"),)

    corp_id: Mapped[int]
    user_id: Mapped[int]
    code_hash: Mapped[bytes] = mapped_column(LargeBinary)


class SignInRate(Base):
    """How often sign-in failed of late from one address, or for one login; both as hashes."""

    __tablename__ = "sign_in_rates"
    __table_args__ = (Index("ix_sign_in_rates_since", "since"),)

    key_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    since: Mapped[datetime]
    tries: Mapped[int]


class UserSession(Base):
    """A signed-in browser; only the hash of its token is kept."""

    __tablename__ = "user_sessions"
    __table_args__ = (Index("ix_user_sessions_user_id", "user_id"),)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    id: Mapped[int] = mapped_column(Identity(always=True))
    user_id: Mapped[int]
    means: Mapped[str] = mapped_column(server_default=text("'password'"))
    """password or wecom."""
    ip: Mapped[str] = mapped_column(server_default=text("''"))
    agent: Mapped[str] = mapped_column(server_default=text("''"))
    """The browser as it calls itself, cut short."""
    seen_at: Mapped[datetime | None]
    csrf_token: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    expires_at: Mapped[datetime]


class Role(Base):
    """A role that a corp made for itself."""

    __tablename__ = "roles"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        UniqueConstraint("corp_id", "name"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    based_on: Mapped[str]
    """The built-in role by which custom fields know it."""
    permissions: Mapped[list[str]] = mapped_column(ARRAY(Text))
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class UserScope(Base):
    """Whose customers a person sees, beside those he has himself and those he leads in WeCom."""

    __tablename__ = "user_scopes"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "user_id", "kind", "ref_id"),
        CheckConstraint("kind in ('corp', 'department', 'store')", name="kind"),
    )

    corp_id: Mapped[int]
    user_id: Mapped[int]
    kind: Mapped[str]
    """corp, department (with all below) or store."""
    ref_id: Mapped[int] = mapped_column(server_default=text("0"))
