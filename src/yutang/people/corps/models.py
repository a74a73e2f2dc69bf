"""Corps and their apps. Owner's tables: the callback door reads them before any corp is known."""

from datetime import datetime
from typing import Any

from sqlalchemy import Identity, LargeBinary, PrimaryKeyConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Corp(Base):
    """A company on WeCom; everything else belongs to one."""

    __tablename__ = "corps"

    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    corpid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    timezone: Mapped[str] = mapped_column(server_default=text("'Asia/Shanghai'"))
    synced_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class CorpApp(Base):
    """A self-built app of the corp: its secret and its callback's keys, sealed."""

    __tablename__ = "corp_apps"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "agent_id"),)

    corp_id: Mapped[int]
    agent_id: Mapped[int]
    sealed_secret: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_callback_token: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_aes_key: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class AccessToken(Base):
    """WeCom's token of one app, shared by all processes."""

    __tablename__ = "access_tokens"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "agent_id"),)

    corp_id: Mapped[int]
    agent_id: Mapped[int]
    sealed_token: Mapped[bytes] = mapped_column(LargeBinary)
    fetched_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    expires_at: Mapped[datetime]


class CorpPreference(Base):
    """One setting that a corp chose other than its default; `value` is any JSON."""

    __tablename__ = "corp_preferences"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "name"),)

    corp_id: Mapped[int]
    name: Mapped[str]
    value: Mapped[Any] = mapped_column(JSONB)
    updated_by: Mapped[str]
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    version: Mapped[int] = mapped_column(server_default=text("1"))
