"""Question sets, each state they had, and what was answered."""

from datetime import datetime
from typing import Any

from sqlalchemy import Identity, Index, PrimaryKeyConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class QuestionSet(Base):
    """A set by its name; its questions are those of `version`."""

    __tablename__ = "question_sets"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "id"),
        Index(
            "ix_question_sets_name",
            "corp_id",
            "name",
            unique=True,
            postgresql_where=text("archived_at is null"),
        ),
    )

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    name: Mapped[str]
    version: Mapped[int]
    position: Mapped[int] = mapped_column(server_default=text("0"))
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    updated_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    archived_at: Mapped[datetime | None]


class QuestionSetVersion(Base):
    """The questions as they stood once; never changed, so that old answers stay readable."""

    __tablename__ = "question_set_versions"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "set_id", "version"),)

    corp_id: Mapped[int]
    set_id: Mapped[int]
    version: Mapped[int]
    questions: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    created_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class QuestionAnswer(Base):
    """One round of answers of one person to one version of a set."""

    __tablename__ = "question_answers"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "customer_id", "id"),)

    corp_id: Mapped[int]
    customer_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    set_id: Mapped[int]
    version: Mapped[int]
    answers: Mapped[dict[str, Any]]
    """By the question's key: the kind, then the words; null for sensitive ones, kept elsewhere."""
    by: Mapped[str] = mapped_column("answered_by")
    by_name: Mapped[str] = mapped_column("answered_by_name")
    at: Mapped[datetime] = mapped_column("answered_at")
