"""Welcomes, the files they need ready at WeCom, and how many pictures for ever were uploaded."""

from datetime import datetime
from typing import Any

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class Greeting(Base):
    """One welcome: whose adds it is for, when, for whom, and what it says."""

    __tablename__ = "greetings"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_greetings_channel", "corp_id", "channel_id"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    reach: Mapped[str]
    """corp, department or channel."""
    department_id: Mapped[int | None]
    channel_id: Mapped[int | None]
    standing: Mapped[str] = mapped_column(server_default=text("'any'"))
    """any, new or returning: whom it is for."""
    from_minute: Mapped[int | None] = mapped_column(SmallInteger)
    """Minutes after midnight in the corp's zone; null with `until_minute`: at any hour."""
    until_minute: Mapped[int | None] = mapped_column(SmallInteger)
    """Before `from_minute` where the span goes over midnight."""
    content: Mapped[dict[str, Any]]
    version: Mapped[int] = mapped_column(server_default=text("1"))
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    changed_by: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class ReadyFile(Base):
    """What WeCom calls an upload: a media id of 3 days, or a picture's address for ever."""

    __tablename__ = "ready_files"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "kind", "file_id"),)

    corp_id: Mapped[int]
    kind: Mapped[str]
    """image, video, file, or cover: the picture of a link, by address."""
    file_id: Mapped[int]
    handle: Mapped[str | None]
    """The media id or the address; null where WeCom refused it."""
    expires_at: Mapped[datetime | None]
    said: Mapped[str] = mapped_column(server_default=text("''"))
    """Why it is refused."""
    tried_at: Mapped[datetime]


class PictureUpload(Base):
    """One picture for ever that was asked of WeCom; it takes 1,000 a day and 3,000 a month."""

    __tablename__ = "picture_uploads"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index("ix_picture_uploads_at", "corp_id", "at"),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    file_id: Mapped[int]
    at: Mapped[datetime]
